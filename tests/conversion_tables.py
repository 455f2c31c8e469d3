"""A table with one row for each area, and the mapping that turns it into observations."""

from loaders.intake.mapping import Mapping
from tests.sample_data import BEDS


def mapping(**changes: object) -> Mapping:
    """A complete mapping of a long table with the columns area, number and year, changed as said."""
    said: dict[str, object] = {
        "dataset": BEDS,
        "shape": "0" * 12,
        "columns": {"area": "ref_area", "number": "obs_value", "year": "time_period"},
        "fixed": {"specialty": "surgery", "measure": "beds", "source_id": "mediscope-2025"},
        "units": {"beds": {"unit": "bed", "scale": 1}},
        "status": "A",
        "qualifier": "=",
    }
    return Mapping.model_validate(said | changes)


def table(**columns: list[str | None]) -> dict[str, list[str | None]]:
    """Three rows of such a table, changed as said."""
    areas: list[str | None] = ["Paris", "Essonne", "Yvelines"]
    numbers: list[str | None] = ["1", "2", "3"]
    years: list[str | None] = ["2024", "2024", "2024"]
    return {"area": areas, "number": numbers, "year": years} | columns
