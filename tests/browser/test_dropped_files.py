"""Files laid into the data folder of a running application: seen at the next interaction, harmless when bad."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor

_HOSTILE = "<img src=x onerror=alert(1)> [link](javascript:alert(2)) **bold** $x$ :material/star:"
_DECLARATION = """
id: dropped
title: {{fr: "Jeu {text}", en: "Set {text}"}}
summary: {{fr: "Résumé {text}", en: "Summary {text}"}}
sources: [dropped-study]
studies: [{{id: dropped-study, title: "Study {text}", publisher: Nobody, year: "2026", language: en}}]
licence: {{title: {{fr: libre, en: free}}}}
processing_level: transcribed
dimensions:
  - {{id: ref_area, kind: area, label: {{fr: Territoire, en: Area}}}}
  - id: group
    kind: code
    label: {{fr: Groupe, en: Group}}
    codes:
      - {{id: one, label: {{fr: "Un {text}", en: "One {text}"}}}}
      - {{id: two, label: {{fr: Deux, en: Two}}}}
measures: [{{id: beds, label: {{fr: Lits, en: Beds}}, unit: items, kind: count}}]
views:
  - {{id: beds, kind: ranking, title: {{fr: Lits, en: Beds}}, measures: [beds], category: group}}
  - {{id: all_figures, kind: table, title: {{fr: Tout, en: All}}, measures: [beds], category: group}}
"""


@pytest.fixture
def visit(open_page: Visitor, own_site: Site) -> Iterator[Visit]:
    """A figure of private funding; in the end its data are again what they were."""
    path = own_site.root / "data" / "indicators" / "private_funding.parquet"
    before = path.read_bytes()
    yield open_page("/exhibit?view=private_funding/region_amount&lang=en", site=own_site)
    path.write_bytes(before)


def indicators(visit: Visit) -> Path:
    """The Parquet files of the visited application."""
    return visit.site.root / "data" / "indicators"


@contextmanager
def no_dialog(visit: Visit) -> Iterator[None]:
    """Fail if a script of the data opened a dialog."""
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", note)
    yield
    assert opened == []


def test_a_corrupted_file_gives_way_to_a_notice_and_other_pages_work(visit: Visit) -> None:
    path = indicators(visit) / "private_funding.parquet"
    path.write_bytes(path.read_bytes()[:-200])

    visit.page.get_by_role("radio", name="2024", exact=True).first.click()
    visit.settle()

    notice = visit.page.get_by_test_id("stAlert").first
    for part in ("cannot be read as Parquet", "private_funding.parquet", "Expected", "What to do"):
        expect(notice).to_contain_text(part)
    expect(visit.page.get_by_text("Traceback")).to_have_count(0)

    visit.page.get_by_role("link", name="Employment").click()
    visit.settle()

    expect(visit.page.get_by_role("figure").first).to_have_accessible_name(re.compile("Hauts-de-Seine 39"))


def test_a_replaced_file_is_seen_at_the_next_interaction(visit: Visit) -> None:
    path = indicators(visit) / "private_funding.parquet"
    here = (pl.col("ref_area") == "FR10") & (pl.col("time_period") == "2024") & (pl.col("measure") == "amount")
    revised = pl.read_parquet(path).with_columns(
        pl.when(here).then(pl.lit(481.0)).otherwise(pl.col("obs_value")).alias("obs_value")
    )
    revised.write_parquet(path)

    visit.page.get_by_role("radio", name="2024", exact=True).first.click()
    visit.settle()

    expect(visit.page.get_by_text(re.compile("amount invested: €481M")).first).to_be_visible()


def test_two_files_make_a_dataset_and_their_texts_are_never_markup(visit: Visit) -> None:
    text = _HOSTILE.replace('"', "'")
    (visit.site.root / "data" / "catalogue" / "dropped.yaml").write_text(_DECLARATION.format(text=text))
    pl.DataFrame(
        {
            "ref_area": ["FR10", "FR10"],
            "group": ["one", "two"],
            "measure": ["beds", "beds"],
            "obs_value": [3.0, 2.0],
            "obs_status": ["A", "A"],
            "obs_qualifier": ["=", "="],
            "source_id": ["dropped-study", "dropped-study"],
            "obs_note": [_HOSTILE, None],
        }
    ).write_parquet(indicators(visit) / "dropped.parquet")

    with no_dialog(visit):
        visit.go("/explore?lang=en&explore_dataset=dropped")
        expect(visit.page.get_by_role("combobox", name="Dataset")).to_have_value(re.compile("Set <img"))
        expect(visit.page.get_by_text("Summary <img src=x onerror=alert(1)> [link]")).to_be_visible()
        visit.page.get_by_role("figure").first.hover(position={"x": 250, "y": 30})
        visit.page.get_by_role("tab", name="Table").first.click()
        expect(visit.page.get_by_role("cell", name="One <img src=x onerror=alert(1)>").first).to_be_visible()
        visit.go("/sources?lang=en")
        expect(visit.page.get_by_text("Study <img src=x onerror=alert(1)>").first).to_be_visible()

    expect(visit.page.locator('img[src="x"]')).to_have_count(0)
    expect(visit.page.locator('a[href^="javascript"]')).to_have_count(0)
    visit.assert_clean()
