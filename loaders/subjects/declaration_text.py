"""A declaration as text: read from YAML or JSON that nobody has checked yet, and written as YAML."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError
from yaml import CSafeDumper, CSafeLoader

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.folder import DataFolder
from loaders.writing import write_whole

#: The largest declaration of the observatory has 30 kB.
_MOST_BYTES = 1_000_000
_DEEPEST = 30
#: Long enough that texts stay in one line: a folded text is hard to edit.
_LINE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDeclaration:
    """What reading a declaration gave: the declaration, or everything that is wrong with the text."""

    declaration: Declaration | None
    problems: tuple[str, ...] = ()


def read_text(text: str, catalogue: Catalogue) -> ReadDeclaration:
    """The declaration that a text holds; any text may be given, it never raises.

    Units and sources must be known to the catalogue or described by the declaration itself. Anchors and aliases of
    YAML are refused: a few of them unfold into more than any memory holds.
    """
    try:
        problem = _structure_problem(text)
        if problem:
            return ReadDeclaration(declaration=None, problems=(problem,))
        declaration = Declaration.model_validate(yaml.load(text, Loader=CSafeLoader))
    except ValidationError as error:
        found = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}".removeprefix(": ") for one in error.errors())
        return ReadDeclaration(declaration=None, problems=tuple(found))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date or number that YAML takes for one and is not
        return ReadDeclaration(declaration=None, problems=(" ".join(str(error).split())[:300],))
    problems = unknown_references(declaration, catalogue)
    return ReadDeclaration(declaration=None if problems else declaration, problems=problems)


def _structure_problem(text: str) -> str | None:
    """Why a text must not be composed, told from its events, which take no memory."""
    if len(text) > _MOST_BYTES:
        return f"longer than {_MOST_BYTES} characters"
    depth = 0
    for event in yaml.parse(text, Loader=CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            return f"alias *{event.anchor}: aliases are not allowed"
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return f"more than {_DEEPEST} levels"
    return None


def unknown_references(declaration: Declaration, catalogue: Catalogue) -> tuple[str, ...]:
    """The units and sources of a declaration that neither it nor the catalogue knows, and studies it contradicts."""
    units = {*catalogue.shared_units, *(unit.id for unit in declaration.units)}
    studies = {*catalogue.sources, *(study.id for study in declaration.studies)}
    return (
        *(f"measure {m.id}: unit {m.unit} is not known" for m in declaration.all_measures if m.unit not in units),
        *(f"source {name} is not known" for name in declaration.sources if name not in studies),
        *(
            f"study {study.id} is described differently elsewhere"
            for study in declaration.studies
            if catalogue.sources.get(study.id, study) != study
        ),
    )


def as_yaml(declaration: Declaration) -> str:
    """A declaration as YAML that reads back as the same declaration; what has its default is left out."""
    content = declaration.model_dump(mode="json", exclude_defaults=True)
    return yaml.dump(content, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=_LINE)


class _Plain(CSafeDumper):
    """YAML without anchors, which readers of this module refuse."""

    def ignore_aliases(self, data: object) -> bool:
        """Write a text that stands twice twice."""
        del data
        return True


def write_declaration(declaration: Declaration, folder: DataFolder) -> Path:
    """Writes `data/catalogue/<id>.yaml` in one step and gives its path; the same declaration again changes nothing.

    Raises:
        FileExistsError: another declaration of that id is there; it is left alone.
    """
    path = folder.catalogue / f"{declaration.id}.yaml"
    content = as_yaml(declaration).encode()
    if path.exists() and path.read_bytes() != content:
        raise FileExistsError(path)
    write_whole(path, content)
    return path
