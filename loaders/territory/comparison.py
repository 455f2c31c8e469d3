"""The table of a portrait: one row for each indicator of a section, with what the reference has of it."""

from collections.abc import Sequence

from loaders.exhibit import Figure, Mark
from loaders.language import Wording
from loaders.number import ordinal
from loaders.order import Place
from loaders.table import Table, status_text
from loaders.territory.difference import Reason
from loaders.territory.portrait import Line, Portrait, Uncertain

#: What stands for a figure that does not exist; nothing is known to be missing.
ABSENT = "–"


def comparison(lines: Sequence[Line], shown: Portrait, words: Wording) -> Table:
    """Some lines of a portrait as a table; columns of which no line has anything are left out.

    Columns: indicator, period, value of the area, value of the reference, difference or why there is none, place among
    the areas of the same level with coverage, pages and, where there are several, studies.
    """
    studies = len({figure.reference.source_id for line in lines for figure in _figures(line)}) > 1
    columns = {
        words.say("Indicator"): [line.name for line in lines],
        words.say("Period"): [line.period for line in lines],
        shown.area.label: [_value(line.own, words) for line in lines],
    }
    if shown.reference and any(line.reference for line in lines):
        columns[shown.reference.label] = [_counterpart(line, words) for line in lines]
        columns[words.say("Difference")] = [_difference(line, words) for line in lines]
    if any(line.standing for line in lines) or any(line.exhibit.coverage.total > 1 for line in lines):
        columns[words.say("Place, highest first")] = [_standing(line, words) for line in lines]
    if studies:
        columns[words.say("Study")] = [_study(line) for line in lines]
    columns[words.say("Page")] = [_pages(line) for line in lines]
    kept = {name: cells for name, cells in columns.items() if any(cells)}
    return Table(columns=tuple(kept), rows=tuple(zip(*kept.values(), strict=True)))


def _figures(line: Line) -> tuple[Figure, ...]:
    return tuple(figure for one in line.marks for figure in one.figures if figure)


def _value(one: Mark, words: Wording) -> str:
    """The figures of a mark in words, a band as its two ends, with their status and the sign that warns of others."""
    figures = [figure for figure in one.figures if figure]
    shown = list(dict.fromkeys(figure.spoken for figure in figures))
    text = " – ".join(shown) + ("†" if any(figure.is_doubted for figure in figures) else "")
    status = status_text(one.figure, words)
    return f"{text} ({status})" if status and one.figure.value is not None else text


def _counterpart(line: Line, words: Wording) -> str:
    if line.reference is None:
        return ABSENT
    text = _value(line.reference.mark, words)
    return text if line.reference.period == line.period else f"{text}, {line.reference.period}"


def _difference(line: Line, words: Wording) -> str:
    if line.difference is None:
        return ABSENT
    if isinstance(line.difference, Reason):
        return words.say("none: {reason}", reason=words.say(line.difference.value))
    return line.difference


def _standing(line: Line, words: Wording) -> str:
    coverage, standing = line.exhibit.coverage, line.standing
    if isinstance(standing, Uncertain):
        text = words.say("order not certain")
    elif isinstance(standing, Place):
        rank = ordinal(standing.rank, words)
        tied = words.say("{rank} (tied) of the {n} values known", rank=rank, n=standing.known)
        text = tied if standing.tied else words.say("{rank} of the {n} values known", rank=rank, n=standing.known)
    else:
        text = "" if coverage.known < coverage.total else ABSENT
    return ", ".join(filter(None, [text, coverage.text if coverage.known < coverage.total else ""]))


def _study(line: Line) -> str:
    return ", ".join(dict.fromkeys(figure.reference.title for figure in _figures(line)))


def _pages(line: Line) -> str:
    printed = [page for figure in _figures(line) for page in (figure.reference.page or "").split(", ")]
    return ", ".join(dict.fromkeys(filter(None, printed)))
