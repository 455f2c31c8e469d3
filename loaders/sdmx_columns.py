"""The columns that SDMX-CSV has for itself; a dimension of that name is written with `DIM_` before it."""

#: What names the structure, says what to do with a row, and repeats its key.
SDMX_OWN = frozenset({"STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"})


def component(dimension: str, taken: frozenset[str]) -> str:
    """The component of SDMX for a dimension: its id in capitals, marked where the file has another use for it."""
    name = dimension.upper()
    return f"DIM_{name}" if name in taken or name in SDMX_OWN else name
