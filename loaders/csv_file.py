"""The data of an exhibit as a CSV file: one line for each figure, with everything that it must not lose."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from loaders.exhibit import Exhibit, Figure
from loaders.language import Wording
from loaders.observation import QUALIFIERS, STATUSES

#: A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
#: What a spreadsheet takes for a number; Python's float() would also take "+inf" and "-1_000".
_NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?(e[-+][0-9]+)?")


def csv_bytes(exhibit: Exhibit, words: Wording) -> bytes:
    """The figures of an exhibit as CSV: UTF-8 with a byte order mark; `;` and decimal comma in French, `,` and point.

    Columns: a code and a label for each dimension, measure, unit, value, qualifier, status, derivation, source, page,
    producer, note, dataset, data version. Other printed values of the same thing follow the one that is shown.
    """
    text = StringIO()
    french = words.language == "fr"
    writer = csv.writer(text, delimiter=";" if french else ",", lineterminator="\r\n")
    dimensions = [name for name, _ in exhibit.marks[0].key] if exhibit.marks else []
    writer.writerow(
        [*(part for name in dimensions for part in (name, exhibit.dimension_labels[name])), *_headings(words)]
    )
    for figure in _figures(exhibit):
        key = dict(figure.key)
        codes = [part for name in dimensions for part in (key[name].code, key[name].label)]
        writer.writerow([as_text(cell) for cell in (*codes, *_cells(figure, exhibit, words))])
    return text.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number stays a number."""
    if cell.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def file_stem(exhibit: Exhibit) -> str:
    """A file name without its ending: subject, view, selection, language."""
    chosen = [item.code.replace("/", "_") for _, item in exhibit.selection]
    return "-".join([exhibit.dataset, exhibit.view, *chosen, exhibit.language])


def _headings(words: Wording) -> tuple[str, ...]:
    return (
        words.say("Indicator"),
        words.say("Unit"),
        words.say("Value"),
        words.say("Qualifier"),
        words.say("Status"),
        words.say("Computed from"),
        words.say("Source"),
        words.say("Page"),
        words.say("Producer"),
        words.say("Note"),
        words.say("Dataset"),
        words.say("Data version"),
    )


def _figures(exhibit: Exhibit) -> Iterator[Figure]:
    for mark in exhibit.marks:
        for figure in filter(None, mark.figures):
            yield figure
            yield from figure.alternatives


def _cells(figure: Figure, exhibit: Exhibit, words: Wording) -> tuple[str, ...]:
    measure = next(one for one in exhibit.measures if one.code == figure.measure)
    number = "" if figure.value is None else f"{figure.value:.15g}"
    return (
        measure.label,
        measure.unit,
        number.replace(".", ",") if words.language == "fr" else number,
        words.say(QUALIFIERS[figure.qualifier]) if number else "",
        f"{figure.status} ({words.say(STATUSES[figure.status])})",
        figure.derived_from or "",
        figure.reference.title,
        figure.reference.page or "",
        figure.reference.producer or "",
        figure.reference.note or "",
        exhibit.dataset,
        exhibit.data_version,
    )
