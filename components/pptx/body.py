"""The middle of a slide before it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from components.pptx.canvas import Canvas


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What draws it, and what has to be said of it below and in the speaker's notes.

    `left_out` of `all` figures, or rows of a table, found no room; the speaker's notes then hold all. `credit` is whose
    boundaries it shows.
    """

    put: Callable[[Canvas], None]
    left_out: int = 0
    all: int = 0
    notes: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    credit: str = ""

    @property
    def needs_table(self) -> bool:
        """Whether the speaker's notes have to hold the table, because the slide does not hold all of it."""
        return self.left_out > 0
