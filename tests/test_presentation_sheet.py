"""How pictures lie on slides, and QR codes: pure functions."""

import re
from dataclasses import replace
from itertools import product

import segno
from hypothesis import given
from hypothesis import strategies as st

from components.layout.text_width import SMALL_SIZE
from components.presentation.qr_code import qr_code
from components.presentation.sheet import SHEET_WIDTH, Place, lying_of
from loaders.view import ViewKind
from tests.sample_exhibits import funding_ranking

#: What can be read at six metres, on a screen so wide.
READABLE, SCREEN = 24, 1920


def test_the_smallest_label_of_a_chart_is_readable_at_six_metres() -> None:
    assert SMALL_SIZE * SCREEN / SHEET_WIDTH >= READABLE


@given(kind=st.sampled_from(ViewKind), height=st.floats(min_value=40, max_value=3000))
def test_a_picture_is_never_made_smaller_and_rows_keep_their_room(kind: ViewKind, height: float) -> None:
    lying = lying_of(replace(funding_ranking(), kind=kind), height, "reading", "notes")

    assert lying.tenths >= 10
    assert lying.height <= round(height)
    if kind not in (ViewKind.CHOROPLETH, ViewKind.SYMBOL_MAP, ViewKind.SCATTER):
        assert lying.height >= 0.8 * height


def test_long_words_stand_beside_the_picture() -> None:
    places = [
        lying_of(funding_ranking(), 120, *words).place
        for words in product(("short", "long " * 60), ("short", "long " * 90))
    ]

    assert places == [Place.ACROSS, Place.BESIDE, Place.BESIDE, Place.BESIDE]


@given(text=st.text(min_size=1, max_size=300))
def test_a_qr_code_has_the_squares_of_its_text_inside_a_white_border(text: str) -> None:
    code = qr_code(text)

    dark = set()
    for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path):
        dark |= {(int(top) - 4, column - 4) for column in range(int(left), int(left) + int(width))}
    rows = segno.make(text, micro=False, error="m", boost_error=False).matrix
    assert dark == {(row, column) for row, line in enumerate(rows) for column, square in enumerate(line) if square}
    assert code.side == len(rows) + 8
