"""A dossier resolved against data: what each slide shows, or why it cannot."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.boards.board import Board, Comparison, Cover, Slide
from loaders.composition import compose
from loaders.declaration import Declaration
from loaders.exhibit import Exhibit
from loaders.exploration import Comparison as Compared
from loaders.exploration import exploring_view
from loaders.labels import Labels
from loaders.language import Language, Wording, wording
from loaders.library import Library
from loaders.notice import Notice, notice
from loaders.observation import Observation
from loaders.selection import choices
from loaders.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedSlide:
    """A slide with its words; `exhibit` is None for a heading, and where `trouble` says why there is none.

    `reading` is the sentence that is shown: the presenter's own, or the computed one of the exhibit.
    """

    number: int
    slide: Slide
    title: str
    reading: str
    comment: str
    exhibit: Exhibit | None = None
    trouble: Notice | None = None

    @property
    def is_section(self) -> bool:
        """Whether it is a heading."""
        return self.slide.section is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedBoard:
    """A dossier with everything that its slides show, in one language."""

    name: str
    cover: Cover
    language: Language
    slides: tuple[ResolvedSlide, ...]

    @property
    def troubles(self) -> tuple[ResolvedSlide, ...]:
        """The slides that could not be made."""
        return tuple(slide for slide in self.slides if slide.trouble)


def resolved(name: str, board: Board, library: Library, language: Language | None = None) -> ResolvedBoard:
    """The dossier on the data of a library; a slide whose view, area or choice is gone says so, the others are whole.

    Args:
        name: the name of the dossier.
        board: what is written down.
        library: the data of today, or those that a meeting edition has pinned.
        language: another language than that of the dossier; own words stay as they were written.
    """
    words = wording(language or board.language)
    slides = tuple(_slide(number, slide, library, words) for number, slide in enumerate(board.slides, start=1))
    return ResolvedBoard(name=name, cover=board.cover, language=words.language, slides=slides)


def _slide(number: int, slide: Slide, library: Library, words: Wording) -> ResolvedSlide:
    if slide.section is not None:
        return ResolvedSlide(number=number, slide=slide, title=slide.section, reading="", comment=slide.comment)
    dataset, view = slide_view(slide, library)
    trouble = None if view else _gone(slide, dataset, library, words)
    exhibit = None
    if view:
        exhibit, trouble = _exhibit(slide, dataset, view, library, words)
    return ResolvedSlide(
        number=number,
        slide=slide,
        title=slide.title or (exhibit.title if exhibit else _named(slide)),
        reading=slide.reading or (exhibit.reading if exhibit else ""),
        comment=slide.comment,
        exhibit=exhibit,
        trouble=trouble,
    )


def _named(slide: Slide) -> str:
    return slide.view or f"{slide.explore.dataset if slide.explore else ''}/explore"


def slide_view(slide: Slide, library: Library) -> tuple[str, View | None]:
    """The dataset of a slide that shows a figure, and its view; None where the dataset or the view is gone."""
    dataset, _, name = _named(slide).partition("/")
    read = library.dataset(dataset)
    if read is None:
        return dataset, None
    if slide.explore:
        return dataset, _exploring(slide.explore, read.declaration, library.observations(dataset))
    return dataset, next((view for view in read.declaration.views if view.id == name), None)


def _exploring(comparison: Comparison, declaration: Declaration, rows: tuple[Observation, ...]) -> View | None:
    dimensions = {one.id for one in declaration.dimensions}
    wanted = {comparison.category, *((comparison.series,) if comparison.series else ())}
    if not wanted <= dimensions or comparison.measure not in {one.id for one in declaration.all_measures}:
        return None
    compared = Compared(comparison.category, comparison.series)
    return exploring_view(declaration, comparison.measure, compared, rows)


def _exhibit(
    slide: Slide, dataset: str, view: View, library: Library, words: Wording
) -> tuple[Exhibit | None, Notice | None]:
    read = library.dataset(dataset)
    if read is None:
        return None, _gone(slide, dataset, library, words)
    labels = Labels(read.declaration, library.catalogue, words)
    made = choices((view,), library.observations(dataset), slide.chosen, labels)
    lost = [f"{one.name}={one.refused}" for one in made if one.refused is not None]
    lost += [f"{name}={code}" for name, code in slide.chosen.items() if name not in {one.name for one in made}]
    if lost:
        return None, _impossible(slide, lost, words)
    exhibit = compose(library, dataset, view, {one.name: one.chosen.code for one in made}, words)
    return exhibit, None if exhibit else _impossible(slide, list(_pairs(slide)), words)


def _pairs(slide: Slide) -> Iterator[str]:
    yield from (f"{name}={code}" for name, code in slide.chosen.items())


def _gone(slide: Slide, dataset: str, library: Library, words: Wording) -> Notice:
    findings = library.findings(dataset) if dataset in library.catalogue.declarations else ()
    if library.dataset(dataset) is None and findings:
        return notice(findings[0], words)
    return Notice(
        what=words.say("The view of this slide no longer exists."),
        where=words.say("view {view}", view=_named(slide)),
        expected=words.say("A view of a declared dataset."),
        remedy=words.say("Take the slide out of the dossier, or put another exhibit in its place."),
    )


def _impossible(slide: Slide, lost: list[str], words: Wording) -> Notice:
    return Notice(
        what=words.say("What this slide shows no longer has a figure: {choices}.", choices=", ".join(lost)),
        where=words.say("view {view}", view=_named(slide)),
        expected=words.say("Choices that at least one figure has."),
        remedy=words.say("Choose again in the dossier, or show the edition of the data that still has them."),
    )
