"""Why an order cannot be carried out, in the four parts of every notice."""

from collections.abc import Iterable
from difflib import get_close_matches

from components.print.sheet import POINTS_PER_MM
from loaders.exhibit import Exhibit
from loaders.language import Wording
from loaders.notice import Notice
from loaders.number import number_text

_SHOWN = 12


class RefusedError(Exception):
    """An order that cannot be carried out; `notice` says why, in the language of the order."""

    def __init__(self, notice: Notice) -> None:
        """Keep the notice."""
        super().__init__(notice.what)
        self.notice = notice


def unknown_view(asked: str, known: Iterable[str], words: Wording) -> RefusedError:
    """There is no such view; those with the nearest names are offered."""
    names = list(known)
    near = get_close_matches(asked, names, n=_SHOWN, cutoff=0.4) or names[:_SHOWN]
    return RefusedError(
        Notice(
            what=words.say("There is no view “{view}”.", view=asked),
            where=words.say("view {view}", view=asked),
            expected=words.say("A view of the catalogue, such as {names}.", names=", ".join(near)),
            remedy=words.say("Take one of these names; the command `python -m loaders describe` lists them."),
        )
    )


def impossible_choice(view: str, name: str, asked: str, options: Iterable[str], words: Wording) -> RefusedError:
    """A choice that leads to no figure, or that the view does not offer."""
    offered = list(options)
    return RefusedError(
        Notice(
            what=words.say("“{asked}” cannot be chosen under “{name}”.", asked=asked, name=name),
            where=words.say("view {view}", view=view),
            expected=words.say("One of {options}.", options=", ".join(offered[:_SHOWN]))
            if offered
            else words.say("No choice of this name: the view does not offer it."),
            remedy=words.say("Choose one of the values that lead to a figure, or leave the choice out."),
        )
    )


def no_figures(view: str, words: Wording) -> RefusedError:
    """The choices fit no observation."""
    return RefusedError(
        Notice(
            what=words.say("No figure fits this selection."),
            where=words.say("view {view}", view=view),
            expected=words.say("Choices that at least one figure has."),
            remedy=words.say("Choose one of the values that lead to a figure, or leave the choice out."),
        )
    )


def too_small(
    exhibit: Exhibit, size: tuple[float, float | None], least: tuple[float, float], words: Wording
) -> RefusedError:
    """The sheet cannot be read; the least that works is named. Sizes are in points."""
    return RefusedError(
        Notice(
            what=words.say("At {size} this picture cannot be read.", size=_millimetres(size)),
            where=words.say("view {view}", view=f"{exhibit.dataset}/{exhibit.view}"),
            expected=words.say("At least {size}.", size=_millimetres(least)),
            remedy=words.say("Choose a larger size, or leave the height open."),
        )
    )


def too_long(name: str, rows: int, most: int, words: Wording) -> RefusedError:
    """There are more figures than programs read of a file of the format."""
    return RefusedError(
        Notice(
            what=words.say(
                "There are {rows} figures, too many for a file of this format.", rows=number_text(rows, words)
            ),
            where=words.say("view {view}", view=name),
            expected=words.say("At most {most} figures.", most=number_text(most, words)),
            remedy=words.say("Take CSV or Parquet, or only the figures of the picture."),
        )
    )


def unwritable(place: str, reason: str, words: Wording) -> RefusedError:
    """The folder does not take the file; nothing half-written is left."""
    return RefusedError(
        Notice(
            what=words.say("The file could not be written: {reason}.", reason=reason),
            where=words.say("folder {folder}", folder=place),
            expected=words.say("A folder in which you may write, with enough room."),
            remedy=words.say("Choose another folder, or ask who looks after this one."),
        )
    )


def busy(words: Wording) -> RefusedError:
    """Too many orders are waiting."""
    return RefusedError(
        Notice(
            what=words.say("Too many files are being made at this moment."),
            where=words.say("export"),
            expected=words.say("A few orders at a time."),
            remedy=words.say("Try again in a minute."),
        )
    )


def broken_off(reason: str, words: Wording) -> RefusedError:
    """The process that makes files did not answer."""
    return RefusedError(
        Notice(
            what=words.say("The file could not be made: {reason}.", reason=reason),
            where=words.say("export"),
            expected=words.say("An answer within a minute."),
            remedy=words.say("Try again; if it happens again, tell who looks after the observatory."),
        )
    )


def _millimetres(size: tuple[float, float | None]) -> str:
    width, height = (None if side is None else side / POINTS_PER_MM for side in size)
    across = f"{width:.0f}"
    return f"{across} mm" if height is None else f"{across} × {height:.0f} mm"
