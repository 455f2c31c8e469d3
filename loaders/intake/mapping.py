"""The mapping: how the table of a file becomes observations, kept as YAML for the next file of the same shape."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, StringConstraints, ValidationError
from yaml import CSafeDumper, CSafeLoader

from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.intake.raw_table import Layout, RawTable
from loaders.intake.spelling import plain
from loaders.vocabulary import Code, Declared, Identifier
from loaders.writing import write_whole

#: Roles of a column that are neither a dimension nor a column of the long form.
FLAG = "obs_flag"
UNIT = "unit"
MULTIPLIER = "unit_multiplier"
IGNORE = "ignore"
#: What an empty cell may stand for: no observation at all, or a gap with the status that says why.
LEAVE_OUT = "leave_out"


#: Text of the file, character for character: names of columns and spellings are looked up as they are.
AsWritten = Annotated[str, StringConstraints(strip_whitespace=False)]


class ValueColumn(Declared):
    """What a column of numbers in a wide table holds; a measure of None is that of the row, or the fixed one."""

    measure: Identifier | None = None
    where: dict[Identifier, Code] = {}


class UnitOfFile(Declared):
    """The unit in which the file gives a measure.

    Its numbers times `scale` are in `unit`, which has to be the declared unit of the measure: 1000 for a file in
    thousands, 100 for shares from 0 to 1; None as long as it has not been said. `stated` is what the unit columns of
    the file say, if it has any.
    """

    unit: str
    scale: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    stated: AsWritten | None = None


class Mapping(Declared):
    """How a table becomes observations of a dataset.

    `columns` gives columns of the file their role, `values` says what the columns of a wide table hold, `fixed` what
    the file lacks (dimensions, measure, source). `codes` translates spellings by role: those of `obs_value` and
    `obs_flag` become statuses. `status` and `qualifier` are those of values that have none in the file; `missing` is
    the status of empty cells, or says to leave them out. `flags_in_cells`: cells such as "12.3 b".
    """

    dataset: Identifier
    shape: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    layout: Layout = Layout()
    columns: dict[AsWritten, Identifier] = {}
    values: dict[AsWritten, ValueColumn] = {}
    units: dict[Identifier, UnitOfFile] = {}
    fixed: dict[Identifier, str] = {}
    codes: dict[Identifier, dict[AsWritten, str]] = {}
    status: str | None = None
    qualifier: Literal["=", "≈", ">", "<"] | None = None
    missing: Literal["leave_out", "H", "L", "M", "O", "Q"] | None = None
    flags_in_cells: bool = False

    def column(self, role: str) -> str | None:
        """The column of the file that has a role, None where none has."""
        return next((name for name, one in self.columns.items() if one == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMapping:
    """What reading a mapping gave: the mapping, or the findings that stand in its place."""

    mapping: Mapping | None
    findings: tuple[Finding, ...] = ()


def shape_of(table: RawTable) -> str:
    """What tables that can share a mapping have in common: 12 hex digits for kind of file and names of columns."""
    names = "\n".join([table.content.value, *(plain(name) or name for name in table.frame.columns)])
    return hashlib.sha256(names.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_mapping(path: Path) -> KeptMapping:
    """The mapping of a YAML file, or one finding that names everything that is wrong with it; never raises."""
    try:
        mapping = Mapping.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=CSafeLoader))
    except ValidationError as error:
        return _refused(path, [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()])
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        return _refused(path, [" ".join(str(error).split())[:200]])
    return KeptMapping(mapping=mapping)


def _refused(path: Path, problems: list[str]) -> KeptMapping:
    finding = Finding(rule=Rule.MAPPING_INVALID, dataset=None, file=path.name, found=tuple(problems))
    return KeptMapping(mapping=None, findings=(finding,))


def write_mapping(mapping: Mapping, path: Path) -> None:
    """Keeps a mapping as YAML, in one step; what it leaves at its default is not written."""
    said = mapping.model_dump(mode="json", exclude_defaults=True)
    text = yaml.dump(said, Dumper=CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
    write_whole(path, text.encode("utf-8"))


def mapping_path(mapping: Mapping, folder: DataFolder) -> Path:
    """Where a mapping is kept for the next file of its dataset and shape."""
    return folder.mappings / f"{mapping.dataset}-{mapping.shape}.yaml"


def kept_mappings(folder: DataFolder, dataset: str | None = None, shape: str = "") -> tuple[KeptMapping, ...]:
    """The mappings that are kept, of one dataset and of one shape where these are named, the latest first.

    One that cannot be read is among them, unless its name says that it is of another dataset. Where a dataset has two
    of a shape, that which bears its name counts: the name was the shape alone once.
    """
    paths = {path: path.stat().st_mtime_ns for path in folder.mappings.glob(f"*{shape}.yaml")}
    found: dict[tuple[str, str], KeptMapping] = {}
    for path in sorted(paths, key=lambda one: ("-" not in one.stem, -paths[one], one.name)):
        named = path.stem.rpartition("-")[0]
        if dataset is not None and named not in {"", dataset}:
            continue
        kept = read_mapping(path)
        if kept.mapping is None:
            found[path.stem, ""] = kept
        elif dataset in {None, kept.mapping.dataset}:
            found.setdefault((kept.mapping.dataset, kept.mapping.shape), kept)
    return tuple(found.values())


def mappings_for(table: RawTable, folder: DataFolder, dataset: str | None = None) -> tuple[KeptMapping, ...]:
    """The kept mappings of tables of this shape, of one dataset where that is named."""
    return kept_mappings(folder, dataset, shape_of(table))
