"""The units that datasets share; a declaration may add its own."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import TypeAdapter
from yaml import CSafeLoader

from loaders.measure import Unit


def read_units(path: Path) -> Mapping[str, Unit]:
    """The units of a code list by id."""
    units = TypeAdapter(tuple[Unit, ...]).validate_python(
        yaml.load(path.read_text(encoding="utf-8"), Loader=CSafeLoader)
    )
    return {unit.id: unit for unit in units}
