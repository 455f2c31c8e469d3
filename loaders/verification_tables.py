"""The answer to a file that was handed back, as tables in words: what the file shows, and what has changed since."""

from loaders.figure_changes import CHANGE_NAMES, FigureChange
from loaders.figure_words import code_label, figure_name, figure_value
from loaders.labels import Labels
from loaders.language import mark
from loaders.observation import MEASURE
from loaders.provenance import Provenance
from loaders.stated_version import StatedVersion
from loaders.table import Table

_LANGUAGES = {"fr": mark("French"), "en": mark("English")}


def change_table(changes: tuple[FigureChange, ...], labels: Labels) -> Table:
    """One row for each change: the figure by its labels, what became of it, its value in the file and today."""
    words = labels.words
    columns = (words.say("Figure"), words.say("Change"), words.say("In the file"), words.say("Today"))
    rows = (
        (
            figure_name(one.named, labels),
            words.say(CHANGE_NAMES[one.kind]),
            figure_value(one.before, labels),
            figure_value(one.after, labels),
        )
        for one in changes
    )
    return Table(columns=columns, rows=tuple(rows))


def facts_table(said: Provenance | StatedVersion, labels: Labels, edition: str) -> Table:
    """What a file says of itself, one fact a row; `edition` names the kept edition that it shows."""
    words = labels.words
    facts = [(words.say("Dataset"), words.of(labels.declaration.title))]
    if isinstance(said, Provenance):
        view = next((words.of(one.title) for one in labels.declaration.views if one.id == said.view), said.title)
        facts += [
            (words.say("Picture"), view if said.view else words.say("none; the file holds the whole dataset")),
            (words.say("Choices"), _choices(said.selection, labels) or "–"),
            (words.say("Language"), words.say(_LANGUAGES.get(said.language, said.language))),
        ]
    facts += [(words.say("Data version"), said.data_version), (words.say("Edition"), edition)]
    if isinstance(said, Provenance):
        facts += [(words.say("Source"), said.source), (words.say("Licence"), said.licence)]
    return Table(columns=(words.say("Of the file"), words.say("What it says")), rows=tuple(facts))


def _choices(selection: tuple[tuple[str, str], ...], labels: Labels) -> str:
    """Choices by their labels; a code that there is no more stands for itself."""
    words = labels.words
    told = (
        words.say("{label}: {value}", label=_dimension(name, labels), value=code_label(name, code, labels))
        for name, code in selection
    )
    return words.say("; ").join(told)


def _dimension(name: str, labels: Labels) -> str:
    return labels.dimension_label(name) if name == MEASURE or labels.dimension(name) else name
