"""The words of an exhibit that are computed from its data: subtitle, reading sentence, text alternative."""

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.exhibit import Exhibit, Figure, Item, Mark, MeasureLabel, Role
from loaders.language import Wording, mark
from loaders.measure import MeasureKind
from loaders.number import number_text, ordinal
from loaders.observation import MEASURE
from loaders.order import place_of
from loaders.view import ViewKind

if TYPE_CHECKING:
    from collections.abc import Callable

_ALT_MARKS = 8
_RANKED = frozenset({MeasureKind.AMOUNT, MeasureKind.COUNT, MeasureKind.SHARE, MeasureKind.RATIO, MeasureKind.INDEX})

#: Kind of view -> how its picture is announced to someone who does not see it.
_PICTURES = {
    ViewKind.RANKING: mark("Bar chart"),
    ViewKind.CHOROPLETH: mark("Map with shaded areas"),
    ViewKind.SYMBOL_MAP: mark("Map with proportional symbols"),
    ViewKind.COLUMN_MAP: mark("Tilted map with columns"),
    ViewKind.GROUPED_BARS: mark("Grouped bar chart"),
    ViewKind.STACKED_BARS: mark("Stacked bar chart"),
    ViewKind.TREND: mark("Line chart"),
    ViewKind.DUMBBELL: mark("Dot chart of two values"),
    ViewKind.SCATTER: mark("Bubble chart"),
    ViewKind.HEAT_TABLE: mark("Table of rank bands"),
    ViewKind.SIGN_MATRIX: mark("Matrix of signs"),
    ViewKind.METRIC: mark("Key figure"),
    ViewKind.TABLE: mark("Table"),
}


def subtitle(
    marks: tuple[Mark, ...], measures: tuple[MeasureLabel, ...], selection: tuple[tuple[str, Item], ...], words: Wording
) -> str:
    """What is measured, in which unit, for which choices and which period: the filters in words."""
    parts = []
    if len(measures) == 1:
        only = measures[0]
        said_already = only.unit.casefold() in only.label.casefold()
        parts.append(only.label if said_already else f"{only.label} ({only.unit})")
    elif len({one.unit for one in measures}) == 1 and measures[0].unit and measures[0].kind is not MeasureKind.RANK:
        parts.append(words.say("in {unit}", unit=measures[0].unit))
    parts += [item.label for name, item in selection if name not in (MEASURE, "time_period")]
    periods = {dict(one.key)["time_period"] for one in marks if "time_period" in dict(one.key)}
    if len(periods) == 1:
        parts.append(periods.pop().label)
    return " · ".join(parts)


def with_words(draft: Exhibit, words: Wording) -> Exhibit:
    """The exhibit with its reading sentence and its text alternative."""
    return replace(
        draft,
        reading=words.say("Reading: {sentence}", sentence=_reading(draft, words)),
        alt=_alternative(draft, words),
    )


def spoken_list(figures: tuple[Figure | None, ...], exhibit: Exhibit, words: Wording) -> str:
    """The figures of one mark in words, each after its measure."""
    labels = {one.code: _in_sentence(one.label) for one in exhibit.measures}
    said = [words.say("{measure}: {value}", measure=labels[one.measure], value=one.spoken) for one in figures if one]
    return words.say("; ").join(said)


def example(exhibit: Exhibit) -> Mark:
    """The mark that a sentence is about: what the picture is about, Île-de-France, the highest, or the first.

    It has a value wherever one of them has; what the picture is about is told even as a gap.
    """
    valued = [one for one in exhibit.marks if one.figure.value is not None]
    focused = [one for one in exhibit.marks if one.category.code == exhibit.focus]
    if focused:
        return focused[0]
    accented = [one for one in valued if one.role is Role.ACCENT]
    if not valued:
        return exhibit.marks[0]
    if 0 < len(accented) < len(valued):
        return accented[0]
    if len(exhibit.measures) == 1 and not exhibit.series and exhibit.measures[0].kind is not MeasureKind.RANK:
        return max(valued, key=lambda one: one.figure.value or 0)
    return valued[0]


def _in_sentence(label: str) -> str:
    """A label inside a sentence: its capital lowered, unless it begins with an acronym or a name."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _name(one: Mark) -> str:
    return f"{one.category.label}, {one.series.label}" if one.series else one.category.label


def _reading(exhibit: Exhibit, words: Wording) -> str:
    special = {
        ViewKind.TREND: _trend,
        ViewKind.HEAT_TABLE: _bands,
        ViewKind.TABLE: _table,
        ViewKind.METRIC: _metric,
    }
    if all(one.figure.value is None for one in exhibit.marks):
        return words.count(
            "the study prints the {n} value of this picture only as an image; it fills when the number comes.",
            "the study prints the {n} values of this picture only as an image; it fills when the numbers come.",
            len(exhibit.marks),
        )
    maker: Callable[[Exhibit, Wording], str] = special.get(exhibit.kind, _placed)
    return maker(exhibit, words)


def _said(one: Mark, exhibit: Exhibit, words: Wording) -> str:
    """One mark in words; where the category is the measure itself, it is not said twice."""
    known = [figure for figure in one.figures if figure]
    if len(known) == 1 and known[0].measure in (one.category.code, one.series.code if one.series else ""):
        return words.say("{name}: {figures}", name=_name(one), figures=known[0].spoken)
    if len(known) == 1:
        return words.say("{name}, {figures}", name=_name(one), figures=spoken_list(one.figures, exhibit, words))
    return f"{_name(one)} \N{EN DASH} {spoken_list(one.figures, exhibit, words)}"


def _placed(exhibit: Exhibit, words: Wording) -> str:
    one = example(exhibit)
    said = _said(one, exhibit, words)
    if one.figure.printed_rank and len(exhibit.measures) == 1:
        return words.say("{said}; the study ranks it {rank}.", said=said, rank=one.figure.printed_rank)
    others = [mark.figure for mark in exhibit.marks if mark.figure.value is not None and mark is not one]
    if (
        one.figure.value is None
        or not others
        or len(exhibit.measures) != 1
        or exhibit.series
        or exhibit.measures[0].kind not in _RANKED
    ):
        return f"{said}."
    place = place_of(one.figure, others)
    if place is None:
        return f"{said}."
    rank = ordinal(place.rank, words)
    if place.tied:
        return words.say("{said}, {rank} (tied) of the {n} values known.", said=said, rank=rank, n=place.known)
    if place.rank == 1:
        return words.say("{said}, the highest of the {n} values known.", said=said, n=place.known)
    return words.say("{said}, {rank} of the {n} values known.", said=said, rank=rank, n=place.known)


def _trend(exhibit: Exhibit, words: Wording) -> str:
    start = example(exhibit)
    line = [one for one in exhibit.marks if one.series == start.series and one.figure.value is not None]
    first, last = line[0], line[-1]
    name = start.series.label if start.series else exhibit.measures[0].label
    if first is last:
        return words.say(
            "{name}: {value} ({period}).", name=name, value=first.figure.spoken, period=first.category.label
        )
    return words.say(
        "{name}: from {start} ({first}) to {end} ({last}).",
        name=name,
        start=first.figure.spoken,
        first=first.category.label,
        end=last.figure.spoken,
        last=last.category.label,
    )


def _bands(exhibit: Exhibit, words: Wording) -> str:
    one = example(exhibit)
    known = [figure for figure in one.figures if figure]
    if len(known) < len(exhibit.measures) or len(known) == 1:
        return _placed(exhibit, words)
    return words.say(
        "{name}: somewhere between ranks {best} and {worst}; inside a band no order can be read.",
        name=_name(one),
        best=number_text(known[0].value or 0, words),
        worst=number_text(known[-1].value or 0, words),
    )


def _metric(exhibit: Exhibit, words: Wording) -> str:
    one = example(exhibit)
    return words.say("{name}: {figures}.", name=exhibit.title, figures=one.figure.spoken)


def _table(exhibit: Exhibit, words: Wording) -> str:
    shown = exhibit.categories if exhibit.series else exhibit.marks
    rows = words.count("{n} row in the table", "{n} rows in the table", len(shown))
    if exhibit.measures[0].kind is MeasureKind.FLAG:
        return f"{rows}."
    said = _said(example(exhibit), exhibit, words)
    return words.say("{said} ({rows}).", said=said, rows=rows)


def _alternative(exhibit: Exhibit, words: Wording) -> str:
    shown = [f"{_name(one)} {' / '.join(f.text for f in one.figures if f)}" for one in exhibit.marks[:_ALT_MARKS]]
    rest = len(exhibit.marks) - len(shown)
    text = words.say(
        "{picture}: {marks}", picture=words.say(_PICTURES[exhibit.kind]), marks=words.say("; ").join(shown)
    )
    if rest > 0:
        text += words.count(" and {n} more", " and {n} more", rest)
    return text + words.say(". {coverage}; the table holds all values.", coverage=exhibit.coverage.text)
