"""The portrait of an area: each indicator that knows it as an exhibit, set against a reference."""

from dataclasses import dataclass

from loaders.exhibit import Exhibit, Item, Mark
from loaders.order import Place
from loaders.territory.difference import Reason
from loaders.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """An exhibit and the view that it was made from, by which it can be made again."""

    exhibit: Exhibit
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """What the reference has of an indicator: its mark, and the period of it."""

    mark: Mark
    period: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The place of an area is not given, because bounds or approximate values leave the order open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One indicator of the area in its last period, and what follows from the exhibit of it.

    `drawn` shows the areas of the same level. `difference` is a text, the reason why there is none, or None where the
    reference has nothing; `standing` is None where there is nothing to be ordered.
    """

    name: str
    period: str
    drawn: Drawn
    own: Mark
    reference: Counterpart | None
    difference: str | Reason | None
    standing: Place | Uncertain | None

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit of the indicator."""
        return self.drawn.exhibit

    @property
    def has_value(self) -> bool:
        """Whether the area has a value."""
        return self.own.figure.value is not None

    @property
    def is_comparable(self) -> bool:
        """Whether there is a difference to the reference that means something."""
        return self.difference is not None and not isinstance(self.difference, Reason)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The mark of the area, then that of the reference."""
        return (self.own, *((self.reference.mark,) if self.reference else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What one dataset knows of the area; `picture` shows the indicator that most of its peers have, if any has one."""

    dataset: str
    title: str
    lines: tuple[Line, ...]
    picture: Drawn | None
    source_line: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """An area against a reference, by dataset; `absent` are titles of datasets with areas that do not know it."""

    area: Item
    reference: Item | None
    sections: tuple[Section, ...]
    absent: tuple[str, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all sections."""
        return tuple(line for section in self.sections for line in section.lines)
