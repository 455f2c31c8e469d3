"""The content of a file in long form: one row for each figure, labels beside codes."""

from collections.abc import Callable, Iterator

from loaders.files.content import Content, Entry
from loaders.files.table import Cell, Column, FileTable, Number, distinct
from loaders.language import Wording
from loaders.number import printed_decimals
from loaders.observation import (
    CONFIDENTIALITIES,
    CONFIDENTIALITY,
    MEASURE,
    NOTE,
    PAGE,
    PRODUCER,
    QUALIFIER,
    QUALIFIERS,
    STATUS,
    STATUSES,
    VALUE,
)

_SDMX = "http://purl.org/linked-data/sdmx/2009/"
#: Dimension -> the SDMX concept that it has.
_CONCEPTS = {"ref_area": f"{_SDMX}dimension#refArea", "time_period": f"{_SDMX}dimension#timePeriod"}
_Part = tuple[Column, Callable[[Entry], Cell]]


def long_table(content: Content, words: Wording) -> FileTable:
    """The figures of a file, one a row, with everything that they must not lose.

    Columns: code and label of each dimension and of the measure; unit, value, the word that a coded value stands for,
    qualifier, status, why a value is withheld (where one is), derivation, source, page, producer, note, dataset, data
    version.
    """
    parts = (*_key(content, words), *_figure(content, words), *_origin(content, words))
    rows = tuple(tuple(cell(entry) for _, cell in parts) for entry in content.entries)
    return FileTable(columns=distinct(column for column, _ in parts), rows=rows)


def _key(content: Content, words: Wording) -> Iterator[_Part]:
    for place, dimension in enumerate(content.dimensions):
        code = dimension.code
        yield Column(name=code, title=code, is_key=True, concept=_CONCEPTS.get(code)), _code(place)
        yield Column(name=f"{code}_label", title=dimension.label), _label(place)
    yield Column(name=MEASURE, title=MEASURE, is_key=True), lambda entry: entry.measure.code
    yield Column(name=f"{MEASURE}_label", title=words.say("Indicator")), lambda entry: entry.measure.label


def _code(place: int) -> Callable[[Entry], Cell]:
    return lambda entry: entry.key[place][1].code


def _label(place: int) -> Callable[[Entry], Cell]:
    return lambda entry: entry.key[place][1].label


def _figure(content: Content, words: Wording) -> Iterator[_Part]:
    unit, value = f"{_SDMX}attribute#unitMeasure", f"{_SDMX}measure#obsValue"
    yield Column(name="unit_measure", title=words.say("Unit"), concept=unit), lambda entry: entry.measure.unit
    yield Column(name=VALUE, title=words.say("Value"), is_number=True, concept=value), _number
    if any(one.meaning for one in content.entries):
        yield Column(name="obs_meaning", title=words.say("Meaning")), lambda entry: entry.meaning
    yield (
        Column(name=QUALIFIER, title=words.say("Qualifier")),
        lambda entry: None if entry.value is None else words.say(QUALIFIERS[entry.qualifier]),
    )
    yield (
        Column(name=STATUS, title=words.say("Status"), concept=f"{_SDMX}attribute#obsStatus"),
        lambda entry: f"{entry.status} ({words.say(STATUSES[entry.status])})",
    )
    if any(one.confidentiality != "F" for one in content.entries):
        yield (
            Column(name=CONFIDENTIALITY, title=words.say("Confidentiality"), concept=f"{_SDMX}attribute#confStatus"),
            lambda entry: f"{entry.confidentiality} ({words.say(CONFIDENTIALITIES[entry.confidentiality])})",
        )


def _number(entry: Entry) -> Cell:
    if entry.value is None:
        return None
    return Number(entry.value, max(entry.measure.decimals, printed_decimals(entry.value)))


def _origin(content: Content, words: Wording) -> Iterator[_Part]:
    yield Column(name="derived_from", title=words.say("Computed from")), lambda entry: entry.derived_from
    yield Column(name="source_title", title=words.say("Source")), lambda entry: entry.reference.title
    yield Column(name=PAGE, title=words.say("Page")), lambda entry: entry.reference.page
    yield Column(name=PRODUCER, title=words.say("Producer")), lambda entry: entry.reference.producer
    yield Column(name=NOTE, title=words.say("Note")), lambda entry: entry.reference.note
    yield Column(name="dataset", title=words.say("Dataset")), lambda _: content.dataset
    yield Column(name="data_version", title=words.say("Data version")), lambda _: content.data_version
