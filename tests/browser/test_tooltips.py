"""What appears under the pointer: texts of the data, whatever they hold, as texts."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor

HOSTILE = (
    '<img src=x onerror="window.ran = 1"> <script>window.ran = 2</script> [link](javascript:alert(3)) {label} %{x}'
)
STEP = 12


def lay_hostile_notes(root: Path) -> None:
    """Write a hostile note beside every figure of the départements."""
    path = root / "data" / "indicators" / "employment_by_department.parquet"
    pl.read_parquet(path).with_columns(obs_note=pl.lit(HOSTILE)).write_parquet(path)


@pytest.fixture
def visit(open_page: Visitor, own_site: Site) -> Iterator[Visit]:
    """The page on employment with hostile notes; in the end none of them has run, was drawn or asked for anything."""
    lay_hostile_notes(own_site.root)
    visit = open_page("/employment?lang=en", site=own_site)
    yield visit
    assert visit.page.evaluate("window.ran") is None
    expect(visit.page.locator('img[src="x"], a[href^="javascript"]')).to_have_count(0)
    visit.assert_clean()


def point_until(visit: Visit, picture: Locator, tooltip: Locator) -> str:
    """Move the pointer over a picture, row by row, until something appears; the text of it."""
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box is not None
    steps = product(range(STEP, int(box["height"]), STEP), range(STEP, int(box["width"]), STEP))
    for down, right in sorted(
        steps, key=lambda step: abs(step[0] - box["height"] / 2) + abs(step[1] - box["width"] / 2)
    ):
        visit.page.mouse.move(box["x"] + right, box["y"] + down)
        if tooltip.is_visible() and (text := tooltip.text_content()):
            return text
    pytest.fail("nothing appears under the pointer")


def test_a_hostile_note_is_text_under_the_pointer(visit: Visit) -> None:
    tilted = visit.page.get_by_test_id("stDeckGlJsonChart")
    flat = visit.page.locator(".st-key-exhibit_departement_departement_ranking").get_by_role("figure")

    on_the_map = point_until(visit, tilted, tilted.locator(".deck-tooltip"))
    on_the_chart = point_until(visit, flat, flat.locator(".hoverlayer"))

    assert HOSTILE in " ".join(on_the_map.split())
    assert "<img src=x" in on_the_chart
    assert "<script>" in on_the_chart
