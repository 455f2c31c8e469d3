"""How charts make room: wrapped labels, labels at line ends, ticks."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.layout.apart import apart
from components.layout.scale import Extent, round_ticks
from components.layout.text_width import text_width, wrapped


@given(st.text(alphabet="abc -é’", max_size=60), st.integers(20, 200))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.sampled_from(["Sorbonne", "Paris", "Val-de-Marne", "de"]), min_size=1, max_size=8))
def test_wrapped_lines_fit_where_words_allow_it(words: list[str]) -> None:
    lines = wrapped(" ".join(words), 110)

    assert all(text_width(line) <= 110 for line in lines)
    assert " ".join(lines) == " ".join(words)


@given(st.lists(st.tuples(st.floats(0, 260), st.floats(10, 40)), min_size=1, max_size=6))
def test_end_labels_never_overlap(labels: list[tuple[float, float]]) -> None:
    ideals, heights = [one for one, _ in labels], [height for _, height in labels]
    placed = sorted(zip(apart(ideals, heights, 260), heights, strict=True))

    for (upper, upper_height), (lower, lower_height) in pairwise(placed):
        assert lower - upper >= (upper_height + lower_height) / 2 - 1e-6


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6))
def test_ticks_lie_inside_the_axis(low: float, span: float) -> None:
    ticks = round_ticks(Extent(low=low, high=low + span))

    assert 1 <= len(ticks) <= 6
    assert all(low - 1e-6 <= tick <= low + span + 1e-6 for tick in ticks)
