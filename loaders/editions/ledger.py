"""The ledger of corrections of a dataset, `data/corrections/<dataset>.yaml`: what is corrected, why, by whom."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, StringConstraints, ValidationError, model_validator
from yaml import CSafeLoader

from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.observation import MISSING_STATUSES, QUALIFIERS, STATUSES
from loaders.vocabulary import Code, Declared, Identifier

_Filled = Annotated[str, StringConstraints(min_length=1)]
_Finite = Annotated[float, Field(allow_inf_nan=False)]


class Correction(Declared):
    """One correction: of which observation, what the source says, and what is shown instead.

    `expected` is the value of the source, null where it has a gap. Either `value` replaces it, with `status` and
    `qualifier` where they change too, or `drop` leaves the row out. `page` tells rows apart that share a key.
    """

    key: Annotated[dict[Identifier, Code], Field(min_length=1)]
    measure: Identifier
    page: str | None = None
    expected: _Finite | None
    value: _Finite | None = None
    status: str | None = None
    qualifier: str | None = None
    drop: bool = False
    reason: _Filled
    author: _Filled
    date: date

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Correction":
        if self.status is not None and self.status not in STATUSES:
            raise ValueError(f"status {self.status} is not known")
        if self.qualifier is not None and self.qualifier not in QUALIFIERS:
            raise ValueError(f"qualifier {self.qualifier} is not known")
        changed = {"value", "status", "qualifier"} & self.model_fields_set
        if self.drop == bool(changed):
            raise ValueError("either 'drop' or what is shown instead, and not both")
        if not self.drop:
            self._fits()
        return self

    @property
    def corrected(self) -> float | None:
        """The value that is shown."""
        return self.value if "value" in self.model_fields_set else self.expected

    def _fits(self) -> None:
        """Hold that a gap says why it is one, and that a value in place of a gap says what it is."""
        gap = self.corrected is None
        if gap != (self.expected is None) and self.status is None:
            raise ValueError("a value in place of a gap, or a gap in place of a value, needs its 'status'")
        if self.status is not None and gap != (self.status in MISSING_STATUSES):
            raise ValueError(f"status {self.status} does not fit the value")
        if gap and self.qualifier is not None:
            raise ValueError("a gap has no qualifier")


class Ledger(Declared):
    """All corrections of a dataset, in the order in which they were made."""

    dataset: Identifier
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReading:
    """The ledger of a dataset, or the findings that stand in its place."""

    ledger: Ledger | None
    findings: tuple[Finding, ...] = ()


def ledger_path(folder: DataFolder, dataset: str) -> Path:
    """The file of the ledger, whether it exists or not."""
    return folder.corrections / f"{dataset}.yaml"


def read_ledger(folder: DataFolder, dataset: str) -> LedgerReading:
    """The ledger of a dataset, empty where there is no file; never raises for a bad one."""
    path = ledger_path(folder, dataset)
    if not path.exists():
        return LedgerReading(ledger=Ledger(dataset=dataset))
    try:
        ledger = Ledger.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=CSafeLoader))
    except ValidationError as error:
        return _refused(path, tuple(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()))
    except (yaml.YAMLError, UnicodeDecodeError, OSError, ValueError) as error:  # ValueError: a date that does not exist
        return _refused(path, (" ".join(str(error).split()),))
    if ledger.dataset != dataset:
        return _refused(path, (f"dataset {ledger.dataset} differs from the file name",))
    return LedgerReading(ledger=ledger)


def _refused(path: Path, problems: tuple[str, ...]) -> LedgerReading:
    finding = Finding(rule=Rule.DECLARATION_INVALID, dataset=path.stem, file=path.name, found=problems)
    return LedgerReading(ledger=None, findings=(finding,))
