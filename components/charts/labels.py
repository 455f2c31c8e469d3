"""Texts as plotly draws them: escaped, in lines, with the signs that a value carries."""

from html import escape

from components.layout.status_code import with_status
from loaders.exhibit import Figure, Role

BREAK = "<br>"
DAGGER = "<sup>†</sup>"


def plain(text: str) -> str:
    """A text that plotly shows as it is, whatever markup it contains.

    Quotes stay: plotly decodes `&lt;`, `&gt;` and `&amp;`, but would print `&quot;`.
    """
    return escape(text, quote=False)


def block(lines: tuple[str, ...]) -> str:
    """Lines of data as one text for plotly."""
    return BREAK.join(plain(line) for line in lines)


def value_text(figure: Figure, text: str | None = None, *, has_look: bool = True) -> str:
    """The text of a figure on its mark, with its status where no look says it.

    A dagger says that the study prints other values too. `has_look` is False where it is a mere text on its mark.
    """
    shown = plain(with_status(figure, text, has_look=has_look))
    return shown + DAGGER if figure.is_doubted else shown


def bold(text: str) -> str:
    """A text for plotly, made bold."""
    return f"<b>{text}</b>"


def coloured(text: str, colour: str) -> str:
    """A text for plotly in a colour of the palette."""
    return f'<span style="color:{colour}">{text}</span>'


def for_role(text: str, role: Role) -> str:
    """A text for plotly, bold for Île-de-France."""
    return bold(text) if role is Role.ACCENT else text
