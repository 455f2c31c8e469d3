"""Laying out what has changed: texts flow from slide to slide, a table stays whole where a slide can hold it."""

from dataclasses import dataclass, field, replace

from components.pptx.canvas import Frame
from components.pptx.changes.entries import Entry, entries
from components.pptx.style import LABEL, PALETTE, READING, SMALL, Style
from components.pptx.tables.grid import Grid
from components.pptx.tables.listing import in_size, laid_out
from components.pptx.text import Paragraph, Run, height
from loaders.boards.changes import BoardChanges
from loaders.language import Wording
from loaders.table import Table

_ABOVE_HEADING, _GAP = 16.0, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Paragraphs in their frame."""

    frame: Frame
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """A table in its frame."""

    frame: Frame
    grid: Grid


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one slide, and the lines of its notes: the whole of each table that the slide cuts."""

    parts: tuple[Told | Tabled, ...]
    notes: tuple[str, ...]


def change_pages(changes: BoardChanges, room: Frame, style: Style) -> tuple[Page, ...]:
    """The slides on the changes of a dossier, each with what finds room below its title; at least one."""
    flow = _Flow(room, style.words)
    for entry in entries(changes, style.words):
        flow.add(entry)
    return flow.finished()


@dataclass
class _Flow:
    """Puts parts below each other and begins another slide where one is full; `used` is its height so far."""

    room: Frame
    words: Wording
    pages: list[Page] = field(default_factory=list)
    parts: list[Told | Tabled] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    used: float = 0.0
    heading: str = ""

    def add(self, entry: Entry) -> None:
        """Lay out an entry after those before it."""
        self.heading = entry.heading
        if entry.heading:
            if self.parts and self._high(entry) > self._left:
                self._turn()
            self._head()
        for place, sentence in enumerate(entry.sentences):
            if entry.heading or place == 0:
                run = Run(text=sentence, size=LABEL, colour=PALETTE.ink if entry.heading else PALETTE.muted)
            else:
                run = Run(text=sentence, size=READING, colour=PALETTE.ink)
            if _GAP + _height(run, self.room) > self._left:
                self._go_on()
            self._tell(run, _GAP)
        if entry.table:
            self._lay(entry.table)

    def finished(self) -> tuple[Page, ...]:
        """All slides."""
        self._turn()
        return tuple(self.pages)

    def _head(self) -> None:
        self._tell(Run(text=self.heading, size=READING, colour=PALETTE.ink, bold=True), _ABOVE_HEADING)

    def _tell(self, run: Run, above: float) -> None:
        """A paragraph, in the box of the one before it if there is one."""
        high = _height(run, self.room)
        above = above if self.parts else 0.0
        last = self.parts[-1] if self.parts else None
        if isinstance(last, Told):
            frame = replace(last.frame, height=last.frame.height + above + high)
            said = Paragraph(runs=(run,), before=above)
            self.parts[-1] = Told(frame=frame, paragraphs=(*last.paragraphs, said))
        else:
            frame = replace(self.room, top=self.room.top + self.used + above, height=high)
            self.parts.append(Told(frame=frame, paragraphs=(Paragraph(runs=(run,)),)))
        self.used += above + high

    def _lay(self, table: Table) -> None:
        """A table, on another slide where that holds more of it; one that none can hold is cut, which is said."""
        high = _table_height(table, self.room)
        if high + _GAP > self._left and self._left < self.room.height / 2:
            self._go_on()
        alternative = self.words.count(
            "{heading}. A table with {n} row: {columns}.",
            "{heading}. A table with {n} rows: {columns}.",
            len(table.rows),
            heading=self.heading,
            columns=", ".join(table.columns),
        )
        frame = replace(self.room, top=self.room.top + self.used + _GAP, height=self._left - _GAP)
        laid = in_size(table, frame, SMALL, self.heading, alternative)
        if laid.shown < len(table.rows):
            line = height(self._cut(len(table.rows), len(table.rows)), self.room.width, SMALL) + _GAP
            laid = laid_out(table, replace(frame, height=frame.height - line), self.heading, alternative)
        high = sum(laid.grid.heights)
        self.parts.append(Tabled(frame=replace(frame, height=high), grid=laid.grid))
        self.used += _GAP + high
        if laid.shown < len(table.rows):
            self._tell(Run(text=self._cut(laid.shown, len(table.rows)), size=SMALL, colour=PALETTE.ink), _GAP)
            self.notes += [self.heading, *(" | ".join(row) for row in (table.columns, *table.rows)), ""]

    def _cut(self, shown: int, count: int) -> str:
        return self.words.say(
            "{shown} of {all} rows are shown; the notes of this slide hold all.", shown=shown, all=count
        )

    def _high(self, entry: Entry) -> float:
        """How high an entry is as a whole, with what stands above it."""
        texts = [Run(text=entry.heading, size=READING)]
        texts += [Run(text=one, size=LABEL) for one in entry.sentences]
        high = sum(_height(one, self.room) + _GAP for one in texts) + _ABOVE_HEADING
        return high + (_table_height(entry.table, self.room) if entry.table else 0.0)

    @property
    def _left(self) -> float:
        return self.room.height - self.used

    def _go_on(self) -> None:
        """Another slide within an entry, whose heading it repeats."""
        self._turn()
        if self.heading:
            self._head()

    def _turn(self) -> None:
        if self.parts:
            self.pages.append(Page(tuple(self.parts), tuple(self.notes)))
        self.parts, self.notes, self.used = [], [], 0.0


def _height(run: Run, room: Frame) -> float:
    return height(run.text, room.width, run.size or LABEL)


def _table_height(table: Table, room: Frame) -> float:
    """How high a table is in its usual type."""
    endless = replace(room, height=float("inf"))
    return sum(in_size(table, endless, SMALL, "", "").grid.heights)
