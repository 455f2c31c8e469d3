"""The sheet of a slide: a small fixed surface that the browser enlarges to the screen, and how a picture lies on it.

The smallest label of a chart is 11 pixels high. On a screen 1920 wide the sheet is enlarged 2.22 times: 24.4 pixels.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from loaders.exhibit import Exhibit
from loaders.view import ViewKind

#: In pixels before enlargement; the style sheet and the script have the same numbers.
SHEET_WIDTH, SHEET_HEIGHT = 864, 486
#: The height that is left to a picture above its words, beside them, and beside title and words.
_LOWEST, _BESIDE, _HIGHEST = 214, 348, 426
#: Low pictures are enlarged, but not beyond this.
_LARGEST = 1.7
#: Rows of a chart can be moved together to this share of their height; maps and planes to any.
_TIGHTEST = 0.82
#: Below a picture there is room for so many signs of a reading sentence, and of notes.
_SHORT_READING, _SHORT_NOTES = 220, 310
_SCALABLE = frozenset({ViewKind.CHOROPLETH, ViewKind.SYMBOL_MAP, ViewKind.SCATTER})


class Place(StrEnum):
    """Where a picture lies: above its words, beside them, or beside title and words."""

    ACROSS = "across"
    BESIDE = "beside"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """How a picture lies on its sheet; its height is that before it is enlarged `tenths` / 10 times.

    A picture higher than its room scrolls in its place.
    """

    place: Place
    height: int
    tenths: int = 10


def lying_of(exhibit: Exhibit, natural_height: float, reading: str, notes: str) -> Lying:
    """How a picture of a natural height lies on the sheet; its labels never become smaller than they are."""
    is_short = len(reading) <= _SHORT_READING and len(notes) <= _SHORT_NOTES
    if natural_height <= _LOWEST and is_short:
        tenths = int(10 * min(_LARGEST, _LOWEST / natural_height))
        return Lying(place=Place.ACROSS, height=round(natural_height), tenths=tenths)
    if natural_height * _TIGHTEST <= _BESIDE:
        height = min(natural_height, _BESIDE)
        return Lying(place=Place.BESIDE, height=round(height))
    is_scaled = exhibit.kind in _SCALABLE or natural_height * _TIGHTEST <= _HIGHEST
    height = min(natural_height, _HIGHEST) if is_scaled else natural_height
    return Lying(place=Place.HIGH, height=round(height))


@contextmanager
def sheet(number: int) -> Iterator[None]:
    """The sheet of the slide with that number, on which elements are laid; the script finds it by this number."""
    with st.container(key=f"slide_{number}", gap=None), st.container(key=f"sheet_{number}", gap=None):
        yield
