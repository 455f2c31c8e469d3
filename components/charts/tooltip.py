"""The text of a tooltip: what is meant, the figure in words, where it is printed and what must be known of it."""

from collections.abc import Iterator

from components.charts.labels import block
from components.layout.status_code import with_status
from components.layout.text_width import SMALL_SIZE, wrapped
from loaders.exhibit import Exhibit, Figure, Mark, Reference
from loaders.language import Wording, language_from, wording

#: A tooltip has to fit a phone of 360 pixels.
_WIDTH = 290


def tooltip(exhibit: Exhibit, mark: Mark, figures: tuple[Figure, ...] | None = None) -> str:
    """The tooltip of a mark, or of some of its figures, ready for plotly: escaped lines, no markup from data."""
    words = wording(language_from(exhibit.language))
    shown = figures or tuple(figure for figure in mark.figures if figure is not None)
    lines = [" – ".join(item.label for item in (mark.category, mark.series) if item)]
    lines += [line for figure in shown for line in _told(exhibit, figure, words)]
    lines += dict.fromkeys(line for figure in shown for line in _origin(figure.reference, words))
    return block(tuple(part for line in lines for part in wrapped(line, _WIDTH, SMALL_SIZE + 1)))


def _told(exhibit: Exhibit, figure: Figure, words: Wording) -> Iterator[str]:
    label = next((measure.label for measure in exhibit.measures if measure.code == figure.measure), "")
    said = with_status(figure, figure.spoken)
    yield words.say("{label}: {value}", label=label, value=said) if label else said
    if figure.derived_from:
        yield figure.derived_from
    for other in figure.alternatives:
        place = _place(other.reference, words)
        yield "† " + words.say("Also printed: {value}", value=other.spoken) + (f" ({place})" if place else "")


def _origin(reference: Reference, words: Wording) -> Iterator[str]:
    named = ", ".join(part for part in (reference.title, _place(reference, words)) if part)
    if named:
        yield words.say("Source: {source}", source=named)
    if reference.note:
        yield reference.note


def _place(reference: Reference, words: Wording) -> str:
    return words.say("p.\N{NO-BREAK SPACE}{page}", page=reference.page) if reference.page else ""
