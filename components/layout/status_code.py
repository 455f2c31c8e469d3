"""The status of a figure as a code behind its value, where no look of its mark says it."""

from components.layout.looks import ESTIMATED, FORECAST
from loaders.exhibit import Figure

#: Statuses that a mark shows by its look; a gap says in words that there is no value.
_LOOKS = frozenset({"A", ESTIMATED, FORECAST})


def with_status(figure: Figure, text: str | None = None, *, has_look: bool = True) -> str:
    """The text of a figure, or another one for it, with its status where nothing else on the mark tells it.

    Args:
        figure: what is written.
        text: how, if not as its own text.
        has_look: whether its mark wears the look of its status; a mere word or number on a mark does not.
    """
    written = figure.text if text is None else text
    told = _LOOKS if has_look else {"A"}
    return written if figure.value is None or figure.status in told else f"{written} ({figure.status})"
