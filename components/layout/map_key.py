"""The key of a map: shades, statuses and unit as a slim line of text that wraps where the picture is narrow."""

from dataclasses import dataclass

from components.layout.looks import EDGES
from components.layout.map_classes import ValueClass
from components.layout.map_frame import DrawnArea
from components.layout.text_width import widest, wrapped
from loaders.exhibit import Exhibit
from loaders.observation import MISSING_STATUSES, STATUSES

FONT_PIXELS = 10
SWATCH_PIXELS = 12
GAP_PIXELS = 12
#: Statuses that are drawn, in the order in which the key names them: those that the edge shows, then the gaps.
DRAWN_STATUSES = (*EDGES, *(status for status in STATUSES if status in MISSING_STATUSES))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """One entry: its text, and what its swatch shows: a shade (0 to 1), a status, or nothing."""

    text: str
    darkness: float | None = None
    status: str | None = None

    @property
    def has_swatch(self) -> bool:
        """Whether a swatch stands before the text."""
        return self.darkness is not None or self.status is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEntry:
    """An entry with its lines, and where its first line starts: pixels from the left, rows from the top."""

    entry: KeyEntry
    lines: tuple[str, ...]
    left: float
    row: int


def key_entries(
    exhibit: Exhibit, areas: tuple[DrawnArea, ...], classes: tuple[ValueClass, ...]
) -> tuple[KeyEntry, ...]:
    """The unit, the shades that occur and the statuses that are drawn, in the words of the exhibit."""
    unit = exhibit.unit or exhibit.measures[0].unit
    shades = [KeyEntry(text=shade.text, darkness=shade.darkness) for shade in classes]
    occurring = {area.figure.status: area.figure for area in areas if area.figure is not None}
    words = {item.code: item.label for item in exhibit.legend}
    statuses = [
        KeyEntry(text=words.get(status, occurring[status].text), status=status)
        for status in DRAWN_STATUSES
        if status in occurring
    ]
    return (*([KeyEntry(text=unit)] if shades and unit else []), *shades, *statuses)


def laid_out(entries: tuple[KeyEntry, ...], width: float) -> tuple[PlacedEntry, ...]:
    """The entries one after the other, in as many rows as the width (in pixels) asks for."""
    placed: list[PlacedEntry] = []
    left, row = 0.0, 0
    for entry in entries:
        before = SWATCH_PIXELS + 5 if entry.has_swatch else 0
        lines = wrapped(entry.text, width - before, FONT_PIXELS)
        extent = before + widest(lines, FONT_PIXELS)
        if placed and left + extent > width:
            left, row = 0.0, row + len(placed[-1].lines)
        placed.append(PlacedEntry(entry=entry, lines=lines, left=left, row=row))
        left += extent + GAP_PIXELS
    return tuple(placed)


def row_count(placed: tuple[PlacedEntry, ...]) -> int:
    """How many rows a laid out key takes."""
    return max((entry.row + len(entry.lines) for entry in placed), default=0)
