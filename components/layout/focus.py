"""How a picture shows which category it is about: by a sign and bold type, as colour means Île-de-France alone."""

from components.layout.series import has_several_roles
from loaders.exhibit import Exhibit, Mark, Role

#: Stands before the name of what a picture is about.
POINTER = "→"


def is_focus(exhibit: Exhibit, mark: Mark) -> bool:
    """Whether a picture is about the category of a mark."""
    return mark.category.code == exhibit.focus


def category_name(exhibit: Exhibit, mark: Mark) -> str:
    """The name of the category of a mark, pointed at if the picture is about it."""
    return f"{POINTER} {mark.category.label}" if is_focus(exhibit, mark) else mark.category.label


def has_bold_value(exhibit: Exhibit, mark: Mark) -> bool:
    """Whether the value of a mark is bold: Île-de-France among others, and what the picture is about; never a gap."""
    is_accented = mark.role is Role.ACCENT and has_several_roles(exhibit)
    return mark.figure.value is not None and (is_accented or is_focus(exhibit, mark))
