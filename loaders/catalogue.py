"""The catalogue: every declaration of a data folder, and what is wrong with those that cannot be read."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml
from pydantic import ValidationError
from yaml import CSafeLoader

from loaders.areas import Area, read_areas
from loaders.declaration import Declaration
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.measure import Unit
from loaders.sources import Source, read_sources
from loaders.units import read_units


class UnknownDatasetError(LookupError):
    """A dataset was asked for that the catalogue does not have; the message names near matches."""

    def __init__(self, dataset: str, known: tuple[str, ...]) -> None:
        """Say which datasets come near, or which there are."""
        near = get_close_matches(dataset, known) or known
        super().__init__(f"unknown dataset {dataset!r}; known: {', '.join(near)}")


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The declarations in the order of their ids, the code lists that they share, and invalid declarations."""

    folder: DataFolder
    declarations: dict[str, Declaration]
    findings: tuple[Finding, ...]
    areas: dict[str, Area]
    shared_units: dict[str, Unit]
    sources: dict[str, Source]

    def declaration(self, dataset: str) -> Declaration:
        """The declaration of a dataset.

        Raises:
            UnknownDatasetError: the catalogue has no such dataset.
        """
        if dataset not in self.declarations:
            raise UnknownDatasetError(dataset, tuple(self.declarations))
        return self.declarations[dataset]

    def unit(self, declaration: Declaration, unit: str) -> Unit:
        """A unit by id: that of the declaration itself, otherwise the shared one."""
        return {one.id: one for one in declaration.units}.get(unit) or self.shared_units[unit]


def read_catalogue(folder: DataFolder) -> Catalogue:
    """The catalogue of a data folder; an invalid declaration becomes a finding and leaves the others alone."""
    units = dict(read_units(folder.codelists / "units.yaml"))
    sources = dict(read_sources(folder.figures / "sources.csv"))
    declarations: dict[str, Declaration] = {}
    findings: list[Finding] = []
    for path in sorted(folder.catalogue.glob("*.yaml")):
        declaration, problems = read_declaration(path, units, sources)
        if declaration:
            declarations[declaration.id] = declaration
            sources |= {study.id: study for study in declaration.studies}
        else:
            findings.append(
                Finding(rule=Rule.DECLARATION_INVALID, dataset=path.stem, file=path.name, found=tuple(problems))
            )
    return Catalogue(
        folder=folder,
        declarations=declarations,
        findings=tuple(findings),
        areas=dict(read_areas(folder.codelists / "areas.csv")),
        shared_units=units,
        sources=sources,
    )


def read_declaration(
    path: Path, units: dict[str, Unit], sources: dict[str, Source]
) -> tuple[Declaration | None, list[str]]:
    """One declaration, or the list of everything that is wrong with it."""
    try:
        declaration = Declaration.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=CSafeLoader))
    except ValidationError as error:
        return None, [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return None, [" ".join(str(error).split())]
    known = set(units) | {unit.id for unit in declaration.units}
    problems = [f"measure {m.id}: unit {m.unit} is not known" for m in declaration.all_measures if m.unit not in known]
    studies = set(sources) | {study.id for study in declaration.studies}
    problems += [f"source {name} is not known" for name in declaration.sources if name not in studies]
    problems += [
        f"study {study.id} is described differently elsewhere"
        for study in declaration.studies
        if sources.get(study.id, study) != study
    ]
    if declaration.id != path.stem:
        problems.append(f"id {declaration.id} differs from the file name")
    return (None, problems) if problems else (declaration, [])
