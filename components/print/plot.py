"""What a kind of picture is given to draw in, and what it gives back."""

from dataclasses import dataclass

from components.layout.status_code import with_status
from components.palette import Palette
from components.print.scene import Shape
from components.print.sheet import Type
from loaders.exhibit import Exhibit, Figure
from loaders.language import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """The room for a plot in points; without a height it takes what it needs, `tallest` at the most."""

    width: float
    height: float | None
    tallest: float
    type: Type
    palette: Palette
    words: Wording

    @property
    def room(self) -> float:
        """The height that there is."""
        return self.tallest if self.height is None else self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Shapes from back to front, (0, 0) being the upper left corner; how high they are; marks that found no room."""

    shapes: tuple[Shape, ...]
    height: float
    left_out: int = 0


# Not frozen: Python itself writes to an exception that passes through a context manager.
@dataclass
class TooSmallError(Exception):
    """The space is too small to be read; `width` and `height` in points are the least that works."""

    width: float
    height: float


def value_text(exhibit: Exhibit, figure: Figure, *, has_look: bool = True) -> str:
    """A figure as it stands on its mark: with its unit where the picture has several, its status where no look says it.

    A dagger says that the study prints something else as well. `has_look` is False where it is a mere text on its mark.
    """
    text = figure.text if exhibit.unit or len(exhibit.measures) == 1 else figure.spoken
    return with_status(figure, text, has_look=has_look) + ("†" if figure.is_doubted else "")
