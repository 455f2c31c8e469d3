"""Several values that are missing in one place, each for its own reason: all are hatched, each reason has its owner."""

from dataclasses import replace

import pytest

from components.charts import draw
from components.palette import palette
from components.print.frame import composed
from components.print.ink import ink
from loaders.exhibit import Exhibit, Figure, Item, Mark
from loaders.view import ViewKind
from tests.legible import COLUMN
from tests.printed_views import written
from tests.sample_exhibits import GAP_TEXT, SHARE, exhibit, mark, printed, ticket_trend
from tests.sample_statuses import WITHHELD
from tests.worn import Wear, expected
from tests.worn_on_paper import on_paper
from tests.worn_on_screen import on_screen

LIGHT = palette("light")
SIZES = {"small": "Startups", "middle": "PME", "large": "Groupes"}
VALUES = {"Paris": (10.0, None, None), "Lyon": (None, None, None), "Lille": (5.0, 15.0, 25.0)}


def withheld(figure: Figure) -> Figure:
    return replace(figure, value=None, status="Q", text=WITHHELD, spoken=WITHHELD)


def three_ends() -> Exhibit:
    """Two towns without all of their values; of large firms they are withheld, of others not printed."""
    marks: list[Mark] = []
    for town, values in VALUES.items():
        for (code, label), value in zip(SIZES.items(), values, strict=True):
            figure = printed(SHARE, value)
            is_withheld = value is None and code == "large"
            marks.append(mark(Item(town, town), withheld(figure) if is_withheld else figure, series=Item(code, label)))
    return exhibit(ViewKind.DUMBBELL, (SHARE,), tuple(marks))


def two_lines() -> Exhibit:
    """A year of which two lines have no value: that of one is withheld, that of the other was not printed."""
    source = ticket_trend()
    marks = [replace(one, figures=(withheld(one.figure),)) if one is source.marks[1] else one for one in source.marks]
    return replace(source, marks=tuple(marks))


@pytest.mark.parametrize(("source", "gaps"), [(three_ends(), 5), (two_lines(), 2)], ids=["dumbbell", "trend"])
def test_every_gap_is_hatched_on_screen_and_paper(source: Exhibit, gaps: int) -> None:
    screen, paper = on_screen(source, LIGHT).marks, on_paper(source, composed(source, COLUMN), ink("light"))

    assert screen == expected(source, LIGHT)
    assert paper == expected(source, ink("light"))
    assert sum(count for one, count in screen.items() if one.wear is Wear.HATCHED) == gaps


@pytest.mark.parametrize(
    ("source", "owner", "other"),
    [(three_ends(), "Groupes", "PME"), (two_lines(), "Île-de-France", "France")],
    ids=["dumbbell", "trend"],
)
def test_what_is_said_of_a_gap_has_the_name_of_its_owner(source: Exhibit, owner: str, other: str) -> None:
    words = on_screen(source, LIGHT).words.replace("Île-de- France", "Île-de-France")
    paper = written(composed(source, COLUMN)).replace("Île-de- France", "Île-de-France")

    assert f"{owner}\N{NO-BREAK SPACE}: {WITHHELD}" in words
    assert f"{other}\N{NO-BREAK SPACE}: {GAP_TEXT}" in words
    assert f"{owner} {WITHHELD}" in paper
    assert f"{other} {GAP_TEXT}" in paper


def test_a_value_beside_the_stubs_of_gaps_stands_over_its_dot() -> None:
    source = three_ends()
    marks = [replace(one, figures=(printed(SHARE, 30),)) if one is source.marks[1] else one for one in source.marks]
    (dots,) = (one for one in draw(replace(source, marks=tuple(marks)), LIGHT).data if one.type == "scatter")

    sides = dict(zip(dots.x, dots.textposition, strict=True))
    assert (sides[30], sides[25]) == ("top center", "middle right")


def test_the_lane_of_a_trend_is_as_high_as_its_words() -> None:
    one, two = draw(ticket_trend(), LIGHT).layout, draw(two_lines(), LIGHT).layout

    assert two.height - two.margin.b > one.height - one.margin.b
