"""How much of what a picture is about has a value, and what is known of the gaps together."""

from loaders.exhibit import Coverage, Figure, Mark
from loaders.labels import Labels
from loaders.language import Wording, mark_plural
from loaders.measure import Measure
from loaders.number import number_text
from loaders.view import View, ViewKind

_LEVELS = {
    "departement": mark_plural("{known} département of {total}", "{known} départements of {total}"),
    "region": mark_plural("{known} region of {total}", "{known} regions of {total}"),
    "country": mark_plural("{known} country of {total}", "{known} countries of {total}"),
}
_VALUES = mark_plural("{known} value of {total}", "{known} values of {total}")


def coverage_of(marks: tuple[Mark, ...], view: View, labels: Labels) -> Coverage:
    """The coverage of some marks: by area level where every mark is an area of one level, otherwise by value."""
    words = labels.words
    shown = [figure for one in marks for figure in _counted(one, view) if figure]
    known = sum(figure.value is not None for figure in shown)
    forms, total = _VALUES, len(shown)
    areas = labels.catalogue.areas
    levels = {areas[one.category.code].level if one.category.code in areas else None for one in marks}
    if len(levels) == 1 and view.series is None:
        level = levels.pop()
        if level in _LEVELS and len({one.category for one in marks}) == len(marks):
            forms = _LEVELS[level]
            total = len(marks)
            known = sum(one.figure.value is not None for one in marks)
    return Coverage(
        known=known,
        total=total,
        text=words.count(forms[0], forms[1], known, known=known, total=total),
        missing=tuple(one.category for one in marks if one.figure.value is None),
        together=_together(marks, labels),
    )


def _counted(one: Mark, view: View) -> tuple[Figure | None, ...]:
    """The figures of a mark that count: a rank band is one thing, though it has two ends."""
    return one.figures[:1] if view.kind is ViewKind.HEAT_TABLE else one.figures


def _together(marks: tuple[Mark, ...], labels: Labels) -> str | None:
    """What the gaps of a share that adds up to a whole hold together: the whole less what is known."""
    if not marks or len({figure.measure if figure else None for one in marks for figure in one.figures}) != 1:
        return None
    measure = labels.measure(marks[0].figure.measure)
    missing = [one for one in marks if one.figure.value is None]
    values = [one.figure.value for one in marks if one.figure.value is not None]
    dimension = next((name for name, item in marks[0].key if item == marks[0].category), None)
    if measure.whole is None or not missing or not values or measure.whole.over != dimension:
        return None
    return _remainder(measure, measure.whole.total, sum(values), len(missing), labels.words)


def _remainder(measure: Measure, whole: float, known: float, gaps: int, words: Wording) -> str:
    return words.count(
        "Together, the {n} gap holds {rest}% of the whole ({whole} less {known}; estimated by the observatory).",
        "Together, the {n} gaps hold {rest}% of the whole ({whole} less {known}; estimated by the observatory).",
        gaps,
        rest=number_text(round(whole - known, 6), words, decimals=measure.decimals),
        whole=number_text(whole, words),
        known=number_text(round(known, 6), words),
    )
