"""The answer to a file that was handed back: which state of the data it shows, and what has changed since."""

from dataclasses import dataclass

from loaders.composition import compose
from loaders.declaration import Declaration
from loaders.editions.edition import Edition
from loaders.editions.reading import read_edition
from loaders.exhibit import Exhibit
from loaders.figure_changes import FigureChange, changes, of_rows, same_things
from loaders.finding import Finding, Rule
from loaders.language import language_from, wording
from loaders.library import Library
from loaders.provenance import MANY_FIGURES, Provenance, carried_figures
from loaders.stated_version import StatedVersion
from loaders.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What is known of a file.

    `edition` is the kept edition that it shows, None where that version was not kept; `current` the one in force, None
    where there is no history. `changes` is None where what changed cannot be told, because neither the file nor an
    edition has the figures.
    """

    dataset: str
    data_version: str
    current_version: str
    edition: Edition | None
    current: Edition | None
    changes: tuple[FigureChange, ...] | None

    @property
    def is_current(self) -> bool:
        """Whether the file shows what the observatory shows today.

        Figures that are computed from another dataset may change while the data version of their own stays.
        """
        return self.data_version == self.current_version and not self.changes


def verify(
    library: Library, known: tuple[Edition, ...], said: Provenance | StatedVersion, file: str
) -> Verified | tuple[Finding, ...]:
    """Holds what a file says against the library of today.

    Args:
        library: what was read, with the editions in force.
        known: the editions of the dataset, oldest first; empty where they cannot be read.
        said: the provenance of the file, or what a table says of its origin.
        file: the name of the file, for a finding.

    Returns:
        The answer, or what stands against it: the dataset is no longer declared, or cannot be read today.
    """
    if said.dataset not in library.catalogue.declarations:
        expected = tuple(library.catalogue.declarations)
        return (Finding(rule=Rule.FIGURE_OUTLIVED, dataset=None, file=file, found=(said.dataset,), expected=expected),)
    today = library.dataset(said.dataset)
    if today is None:
        return library.findings(said.dataset)
    kept = next((one for one in reversed(known) if one.version == said.data_version), None)
    return Verified(
        dataset=said.dataset,
        data_version=said.data_version,
        current_version=today.version,
        edition=kept,
        current=known[-1] if known else None,
        changes=_changes(library, said, kept),
    )


def declared_view(declaration: Declaration, view: str) -> View | None:
    """A declared view by its id."""
    return next((one for one in declaration.views if one.id == view), None)


def _exhibit_of_today(library: Library, declaration: Declaration, said: Provenance) -> Exhibit | None:
    view = declared_view(declaration, said.view)
    if view is None:
        return None
    return compose(library, said.dataset, view, dict(said.selection), wording(language_from(said.language)))


def _changes(
    library: Library, said: Provenance | StatedVersion, kept: Edition | None
) -> tuple[FigureChange, ...] | None:
    if not isinstance(said, Provenance) or not said.view:
        return _changes_of_dataset(library, said.dataset, kept)
    exhibit = _exhibit_of_today(library, library.catalogue.declaration(said.dataset), said)
    if exhibit is None:
        # A view that nobody declared, such as one of the explorer, or one for which nothing is left.
        return changes(said.figures, same_things(said.figures, library.observations(said.dataset)))
    found = changes(said.figures, carried_figures(exhibit))
    whole = len(said.figures) < MANY_FIGURES
    return tuple(one for one in found if whole or one.before is not None)


def _changes_of_dataset(library: Library, dataset: str, kept: Edition | None) -> tuple[FigureChange, ...] | None:
    """The changes of a whole dataset, from the edition that was kept of it."""
    today = library.dataset(dataset)
    if kept is None or today is None:
        return None
    if kept.version == today.version:
        return ()
    catalogue = library.catalogue
    read = read_edition(catalogue.folder, dataset, kept.version, catalogue.declaration(dataset), catalogue)
    if read.dataset is None:
        return None
    return changes(tuple(of_rows(read.dataset.observations)), tuple(of_rows(today.observations)))
