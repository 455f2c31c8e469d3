"""What has changed in a dossier, in words: sentences and tables for a page, a slide or a section of a document."""

from dataclasses import dataclass

from loaders.boards.change_sentences import slide_sentences, summary_sentences
from loaders.boards.comparison import Presence, SlideComparison, compare
from loaders.boards.resolved import ResolvedBoard
from loaders.figure_changes import CHANGE_NAMES
from loaders.figure_words import figure_name, figure_value
from loaders.labels import Labels
from loaders.language import Language, Wording, mark, wording
from loaders.library import Library
from loaders.table import Table

_GAINED, _LOST = mark("new coverage"), mark("lost coverage")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of a dossier: how people name it, what its slides show, and the data behind them."""

    name: str
    board: ResolvedBoard
    library: Library


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideChanges:
    """What has changed on one slide: sentences, and a table of its figures (None where none changed).

    `number` is its place in the later state, None where it is gone.
    """

    number: int | None
    title: str
    presence: Presence
    sentences: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChanges:
    """What has changed in a dossier between two states, in one language.

    `summary` says it as a whole. `slides` are those on which something has changed; `unchanged` counts the others.
    `versions` lists the datasets with other data, one a row; it has no rows where all data are the same.
    """

    name: str
    language: Language
    before: str
    after: str
    summary: tuple[str, ...]
    slides: tuple[SlideChanges, ...]
    unchanged: int
    versions: Table

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed."""
        return not self.slides and not self.versions.rows


def board_changes(before: State, after: State) -> BoardChanges:
    """What has changed from one state to the other; both are resolved in one language.

    Raises:
        ValueError: they are not in one language.
    """
    if before.board.language != after.board.language:
        raise ValueError(
            f"two states in one language were expected, not {before.board.language}/{after.board.language}"
        )
    words = wording(after.board.language)
    compared = compare(before.board, after.board)
    told = tuple(one for one in compared if one.is_changed)
    return BoardChanges(
        name=after.board.name,
        language=after.board.language,
        before=before.name,
        after=after.name,
        summary=tuple(summary_sentences(compared, words)),
        slides=tuple(_slide(one, before.library, after.library, words) for one in told),
        unchanged=len(compared) - len(told),
        versions=_versions(before, after, words),
    )


def _slide(one: SlideComparison, before: Library, after: Library, words: Wording) -> SlideChanges:
    exhibit = one.named.exhibit
    labels = _labels(exhibit.dataset, after, before, words) if exhibit else None
    return SlideChanges(
        number=one.after.number if one.after else None,
        title=one.named.title,
        presence=one.presence,
        sentences=tuple(slide_sentences(one, words)),
        table=_table(one, labels) if labels and (one.figures or one.gained or one.lost) else None,
    )


def _labels(dataset: str, library: Library, other: Library, words: Wording) -> Labels | None:
    """The words of a dataset as the later state has them, as the earlier one had them where it is gone."""
    known = next((one for one in (library, other) if dataset in one.catalogue.declarations), None)
    return Labels(known.catalogue.declarations[dataset], known.catalogue, words) if known else None


def _table(one: SlideComparison, labels: Labels) -> Table:
    words = labels.words
    named = [(change, CHANGE_NAMES[change.kind]) for change in one.figures]
    named += [(change, _GAINED) for change in one.gained]
    named += [(change, _LOST) for change in one.lost]
    return Table(
        columns=(words.say("Figure"), words.say("Change"), words.say("Before"), words.say("After")),
        rows=tuple(
            (
                figure_name(change.named, labels),
                words.say(name),
                figure_value(change.before, labels),
                figure_value(change.after, labels),
            )
            for change, name in named
        ),
    )


def _versions(before: State, after: State, words: Wording) -> Table:
    """The datasets of the slides whose data differ; a dash where a state does not have one."""
    shown = (slide.exhibit for state in (before, after) for slide in state.board.slides)
    datasets = dict.fromkeys(exhibit.dataset for exhibit in shown if exhibit)
    rows = []
    for dataset in datasets:
        then, now = before.library.dataset(dataset), after.library.dataset(dataset)
        versions = (then.version if then else "–", now.version if now else "–")
        labels = _labels(dataset, after.library, before.library, words)
        if versions[0] != versions[1] and labels:
            rows.append((words.of(labels.declaration.title), *versions))
    return Table(columns=(words.say("Dataset"), words.say("Before"), words.say("After")), rows=tuple(rows))
