"""Which colour a series has: that of its role where the series are areas, else the next one of the palette."""

from components.palette import Palette
from loaders.exhibit import Exhibit, Item, Mark, Role


def has_parallel_measures(exhibit: Exhibit) -> bool:
    """Whether marks hold a figure for each of several measures, rather than the measure being category or series."""
    return any(len(mark.figures) > 1 for mark in exhibit.marks)


def has_several_roles(exhibit: Exhibit) -> bool:
    """Whether some marks can stand out against others; where all are Île-de-France, bold type would say nothing."""
    return len({mark.role for mark in exhibit.marks}) > 1


def series_roles(exhibit: Exhibit) -> dict[str, Role] | None:
    """The role of each series, or None where the series are categories of their own.

    Series stand for areas or institutions when each has one role and the roles differ between series; sectors of one
    region all have its role, and sectors of several regions have several.
    """
    roles: dict[str, set[Role]] = {item.code: set() for item in exhibit.series}
    for mark in exhibit.marks:
        if mark.series:
            roles.setdefault(mark.series.code, set()).add(mark.role)
    single = {code: found for code, found in roles.items() if len(found) <= 1}
    known = {role for found in roles.values() for role in found}
    if len(single) < len(roles) or (len(known) == 1 and len(roles) > 1):
        return None
    return {code: next(iter(found), Role.OTHER) for code, found in roles.items()}


def category_roles(exhibit: Exhibit) -> dict[str, Role]:
    """The role of each category for its label; nothing stands out where the series do, or where everything would."""
    if not has_several_roles(exhibit) or (exhibit.series and series_roles(exhibit) is not None):
        return dict.fromkeys((item.code for item in exhibit.categories), Role.OTHER)
    roles: dict[str, set[Role]] = {item.code: set() for item in exhibit.categories}
    for mark in exhibit.marks:
        roles.setdefault(mark.category.code, set()).add(mark.role)
    return {code: next(iter(found)) if len(found) == 1 else Role.OTHER for code, found in roles.items()}


def series_colours(exhibit: Exhibit, palette: Palette, *, thin: bool = False) -> dict[str, str]:
    """The colour of each series by its code; `thin` for lines and dots, which need more contrast."""
    roles = series_roles(exhibit)
    if roles is None:
        return {item.code: palette.nth(index) for index, item in enumerate(exhibit.series)}
    return {code: palette.stroke(role) if thin else palette.role(role) for code, role in roles.items()}


def marks_of(exhibit: Exhibit, category: Item) -> tuple[Mark, ...]:
    """The marks of a category in the order of the exhibit's series."""
    order = {item.code: index for index, item in enumerate(exhibit.series)}
    marks = [mark for mark in exhibit.marks if mark.category.code == category.code]
    return tuple(sorted(marks, key=lambda mark: order.get(mark.series.code, 0) if mark.series else 0))
