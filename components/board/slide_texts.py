"""What a document says beside the picture of a slide: the same words in each format."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.boundary import layer_named
from loaders.exhibit import Exhibit, Reference
from loaders.language import Wording
from loaders.notice import Notice
from loaders.provenance import exhibit_address


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideTexts:
    """The words of an exhibit in a document.

    `filters` are the choices by name. `notes` are what must be known to read the picture, `method` how the figures
    were made, `studies` where they are printed. `terms` are licence and data version, `link` leads to the exhibit
    in the application, empty where its address is not known.
    """

    filters: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    source: str
    method: tuple[str, ...]
    studies: tuple[str, ...]
    terms: str
    link: str


def slide_texts(exhibit: Exhibit, words: Wording, base: str = "") -> SlideTexts:
    """The words of an exhibit; `base` is the address of the application."""
    chosen = tuple((name, item.code) for name, item in exhibit.selection)
    address = exhibit_address(exhibit.dataset, exhibit.view, chosen, exhibit.language, exhibit.data_version)
    licence = exhibit.licence if exhibit.licence.endswith(".") else f"{exhibit.licence}."
    terms = words.say("{licence} Data version {version}.", licence=licence, version=exhibit.data_version)
    attribution = layer_named(exhibit.layer).attribution if exhibit.layer else ""
    return SlideTexts(
        filters=tuple((exhibit.dimension_labels.get(name, name), item.label) for name, item in exhibit.selection),
        notes=tuple(_notes(exhibit, words)),
        source=exhibit.source_line,
        method=exhibit.method,
        studies=tuple(dict.fromkeys(_study(one, words) for one in exhibit.references)),
        terms=" ".join(filter(None, (terms, attribution))),
        link=base + address if base else "",
    )


def filter_line(texts: SlideTexts, words: Wording) -> str:
    """The choices as a line ("Year: 2024 · Sector: Medtech"), empty where nothing could be chosen."""
    return " · ".join(words.say("{label}: {value}", label=name, value=value) for name, value in texts.filters)


def notice_parts(notice: Notice, words: Wording) -> tuple[tuple[str, str], ...]:
    """Where, what was expected and what to do, each with its name; what is wrong stands above them."""
    return (
        (words.say("Where"), notice.where),
        (words.say("Expected"), notice.expected),
        (words.say("What to do"), notice.remedy),
    )


def _notes(exhibit: Exhibit, words: Wording) -> Iterator[str]:
    coverage = words.say("Coverage: {coverage}.", coverage=exhibit.coverage.text)
    yield " ".join(filter(None, (coverage, exhibit.coverage.together, exhibit.note)))
    legend = (words.say("{label}: {value}", label=item.code, value=item.label) + "." for item in exhibit.legend)
    yield from filter(None, (" ".join(legend),))
    yield from (f"† {warning}" for warning in exhibit.warnings)


def _study(reference: Reference, words: Wording) -> str:
    page = words.say("p.\N{NO-BREAK SPACE}{page}", page=reference.page) if reference.page else ""
    told = ", ".join(filter(None, (reference.title, reference.producer, page)))
    return " – ".join(filter(None, (told, reference.note)))
