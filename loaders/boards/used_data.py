"""Which files of a data folder a dossier rests on: its datasets, those that their formulas look up, the code lists."""

from collections.abc import Iterator
from pathlib import Path

from loaders.boards.board import Board, Slide
from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.formula import Lookup, ShareOfTotal
from loaders.sources import read_sources


def used_datasets(board: Board, catalogue: Catalogue) -> tuple[str, ...]:
    """The declared datasets that the slides of a dossier need, in order."""
    wanted = [one for slide in board.slides if (one := _dataset(slide))]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        declaration = catalogue.declarations.get(name)
        if declaration is not None and name not in found:
            found.add(name)
            wanted += [*_looked_up(declaration), *_describing(declaration, catalogue)]
    return tuple(sorted(found))


def used_files(datasets: tuple[str, ...], catalogue: Catalogue) -> Iterator[Path]:
    """The files behind some datasets that are there, relative to the data folder."""
    folder = catalogue.folder
    for name in datasets:
        yield Path("catalogue") / f"{name}.yaml"
        if folder.parquet(name).exists():
            yield Path("indicators") / f"{name}.parquet"
    yield from (path.relative_to(folder.root) for path in sorted(folder.codelists.iterdir()) if path.is_file())
    yield Path("figures") / "sources.csv"


def _dataset(slide: Slide) -> str | None:
    if slide.explore:
        return slide.explore.dataset
    return slide.view.partition("/")[0] if slide.view else None


def _looked_up(declaration: Declaration) -> Iterator[str]:
    for lookup in _lookups(declaration):
        if lookup.dataset:
            yield lookup.dataset


def _lookups(declaration: Declaration) -> Iterator[Lookup]:
    for derived in declaration.derived:
        if isinstance(derived.formula, ShareOfTotal):
            yield derived.formula.total
    for recomputation in declaration.recomputations:
        yield recomputation.printed
        yield from recomputation.operands


def _describing(declaration: Declaration, catalogue: Catalogue) -> Iterator[str]:
    """The datasets whose declarations describe a study that this one names and neither it nor sources.csv describes."""
    described = {study.id for study in declaration.studies}
    described |= set(read_sources(catalogue.folder.figures / "sources.csv"))
    missing = set(declaration.sources) - described
    for other in catalogue.declarations.values():
        if missing & {study.id for study in other.studies}:
            yield other.id
