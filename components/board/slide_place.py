"""Which slide of a dossier the page shows; its number stands in the address."""

from components import address
from components.board.board_choice import SLIDE
from components.notices import show_replaced
from loaders.language import Wording


def place_in_force(slides: int, words: Wording) -> int:
    """The place of the slide that the address names, counted from 0; the first where it names none that there is."""
    asked = address.wanted(SLIDE) or "1"
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0  # noqa: PLR2004 - 200 slides at most
    if not 1 <= number <= slides:
        nearest = slides if number > slides else 1
        if number != slides + 1:
            show_replaced(words.say("Slide"), asked, str(nearest), words)
        number = nearest
    address.write({SLIDE: str(number)})
    return number - 1


def show_place(place: int) -> None:
    """Makes a slide, counted from 0, the one that the page shows."""
    address.keep(SLIDE, str(max(place, 0) + 1))
