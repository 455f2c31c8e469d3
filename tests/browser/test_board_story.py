"""The advisory board meeting from the first figure to what has changed since, by mouse and keyboard, offline."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation
from pptx.dml.color import RGBColor

from components.board.formats import DossierFormat
from loaders.__main__ import main
from loaders.folder import DataFolder
from tests.browser.server import Site
from tests.browser.visit import Visit, Visitor

TITLE = "Comité du 26 novembre"
FIRST = "private_funding/region_amount"
#: Five figures of five subjects.
VIEWS = (
    FIRST,
    "fdi_rankings/fdi_ranking",
    "university_rankings/year_bands",
    "ai_startup_challenges/challenge_matrix",
    "employment_structure/sectors",
)


@pytest.fixture
def visit(own_site: Site, open_page: Visitor) -> Visit:
    """The page of the first figure, in an observatory without dossiers."""
    for dossier in (own_site.root / "data/boards").glob("*.yaml"):
        dossier.unlink()
    return open_page(f"/exhibit?view={FIRST}&lang=fr", site=own_site)


def panel(page: Page) -> Locator:
    """What stands below the tab that is chosen; those inside of it are hidden with it."""
    return page.get_by_role("tabpanel").filter(visible=True).first


def collect(visit: Visit, view: str) -> None:
    """Adds a figure from its page; the first one with another period, to a new dossier."""
    page = visit.page
    if view == FIRST:
        page.get_by_role("radio", name="2024", exact=True).click(force=True)
        visit.settle()
    else:
        page.goto(f"{visit.site.address}/exhibit?view={view}&lang=fr", wait_until="domcontentloaded")
    page.get_by_role("button", name="Exporter").click()
    dialog = page.get_by_role("dialog")
    if view == FIRST:
        dialog.get_by_label("Titre du nouveau dossier").fill(TITLE)
    dialog.get_by_role("button", name="Ajouter au dossier").click()
    expect(dialog.get_by_text(f"1 diapositive a été ajoutée à « {TITLE} ».")).to_be_visible()
    expect(dialog.get_by_role("combobox", name="Dossier")).to_have_value(TITLE)


def compose(visit: Visit) -> None:
    """Puts the last slide first by keyboard, the second one last by its button; writes the words and the cover."""
    page = visit.page
    # Messages that pass stand in a list too, which comes before this one.
    titles = page.locator("ol li .title")
    before = titles.all_inner_texts()
    page.locator("ol:has(.title) li button").last.focus()
    for place in (3, 2, 1, 0):
        page.keyboard.press("Alt+ArrowUp")
        expect(titles.nth(place)).to_have_text(before[4])
    visit.settle()
    page.locator("ol:has(.title) li button").nth(2).click()
    expect(page.locator("ol:has(.title) li button").nth(2)).to_have_attribute("aria-current", "true")
    visit.settle()
    page.get_by_role("button", name="En dernier").click()
    expect(titles.nth(4)).to_have_text(before[1])
    visit.settle()
    page.get_by_role("textbox", name="Titre", exact=True).fill("Qui investit ?")
    page.get_by_role("textbox", name="Commentaire", exact=True).fill("À discuter.")
    page.keyboard.press("Tab")
    expect(titles.nth(4)).to_have_text("Qui investit ?")
    page.get_by_role("tab", name="Page de garde").click()
    page.get_by_label("Lieu").fill("Paris")
    day = panel(page).get_by_role("group", name="Date de la réunion")
    expect(day).to_contain_text("jj")
    day.get_by_role("spinbutton").first.click()
    page.keyboard.type("26112026")
    page.keyboard.press("Escape")
    page.get_by_label("Lieu").click()
    expect(page.get_by_text("Enregistré : la page de garde.")).to_be_visible()
    visit.settle()


def present(visit: Visit, way_in: str, occasion: str) -> None:
    """Goes through all slides by keyboard; the first is filtered and brought back."""
    page = visit.page
    page.get_by_role("link", name=way_in).click()
    visit.settle()
    expect(page.get_by_text(occasion)).to_be_visible()
    for number in range(1, 6):
        page.keyboard.press("PageDown")
        expect(page.locator(f".st-key-slide_{number}")).to_be_visible()


def filter_and_return(visit: Visit) -> None:
    """Another period during questions, and the way back to what the dossier shows."""
    page = visit.page
    number = next(at for at in range(1, 6) if page.locator(f".st-key-filters_of_{at} [role=radio]").count())
    page.keyboard.press(str(number))
    page.keyboard.press("Enter")
    slide = page.locator(f".st-key-slide_{number}")
    expect(slide).to_be_visible()
    page.keyboard.press("q")
    filters = page.locator(f".st-key-filters_of_{number}")
    filters.locator("[role=radio]:not([aria-checked=true])").first.click()
    expect(slide.get_by_text("Sélection de la discussion")).to_be_visible()
    visit.settle()
    filters.get_by_role("button", name="Revenir à la vue du dossier").click()
    expect(slide.get_by_text("Sélection de la discussion")).to_have_count(0)
    page.keyboard.press("Escape")


def leave(visit: Visit, link: str) -> None:
    """Back to the page of the dossier, by the controls that a moved mouse shows."""
    visit.page.mouse.move(300, 300)
    visit.page.get_by_role("link", name=link).click()
    expect(visit.page.locator("ol:has(.title) li").first).to_be_visible()
    visit.settle()


def taken_away(visit: Visit, tab: str) -> Iterator[tuple[DossierFormat, bytes]]:
    """Each file as it is downloaded."""
    page = visit.page
    page.get_by_role("tab", name=tab).click()
    for form in DossierFormat:
        panel(page).get_by_role("button", name=re.compile(rf"\({form}\)", re.IGNORECASE)).click()
        ready = page.get_by_role("button", name=re.compile(rf"Download comite_du_26_novembre-en\.{form}"))
        with page.expect_download() as download:
            ready.click()
        yield form, download.value.path().read_bytes()


def recoloured(content: bytes) -> None:
    """A bar of the first chart is given another colour, as an editor does; only it has changed."""
    presentation = Presentation(BytesIO(content))
    plot = next(
        shape.chart.plots[0]
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_chart and shape.name
    )
    fill = plot.series[0].points[1].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0xC0, 0x30, 0x20)  # type: ignore[no-untyped-call]  # python-pptx leaves it untyped
    saved = BytesIO()
    presentation.save(saved)
    again = Presentation(saved)
    xml = [shape.chart.part.blob for slide in again.slides for shape in slide.shapes if shape.has_chart]
    assert sum(one.count(b"C03020") for one in xml) == 1
    assert len(again.slides) == 6


def freeze(visit: Visit) -> None:
    page = visit.page
    page.get_by_role("tab", name="Meeting editions").click()
    page.get_by_label("Your name").fill("Ada Martin")
    page.get_by_role("button", name="Freeze").click()
    expect(page.get_by_text("Frozen: edition of 26 November 2026.")).to_be_visible()


def publish_another_edition(root: Path, table: Path) -> None:
    """One value of private funding is published anew."""
    folder = DataFolder(root / "data")
    is_revised = (pl.col("ref_area") == "FR10") & (pl.col("time_period") == "2024") & (pl.col("obs_value") == 480)
    rows = pl.read_parquet(folder.parquet("private_funding"))
    revised = rows.with_columns(obs_value=pl.when(is_revised).then(510.0).otherwise(pl.col("obs_value")))
    assert revised.height - rows.join(revised, on=rows.columns, how="semi", nulls_equal=True).height == 1
    revised.write_csv(table)
    said = ["--dataset", "private_funding", "--label", "2026", "--author", "Ada Martin", "--comment", "revised"]
    assert main(["publish", "--data", str(folder.root), *said, str(table)]) == 0


def test_a_dossier_is_composed_presented_taken_away_frozen_and_compared_without_network(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit.page
    for view in VIEWS:
        collect(visit, view)
    page.get_by_role("link", name=f"Ouvrir « {TITLE} »").click()
    visit.settle()
    compose(visit)
    present(visit, "Présenter", "26 novembre 2026, Paris")
    filter_and_return(visit)
    leave(visit, "Quitter")
    page.get_by_role("radio", name="English").click(force=True)
    visit.settle()
    present(visit, "Present", "26 November 2026, Paris")
    leave(visit, "Leave")

    files = dict(taken_away(visit, "Take away"))
    assert all(files.values())
    recoloured(files[DossierFormat.PPTX])
    freeze(visit)
    publish_another_edition(visit.site.root, tmp_path / "funding.csv")

    page.get_by_role("tab", name="What has changed").click()
    page.reload()
    visit.settle()
    page.get_by_role("tab", name="What has changed").click()
    changed = panel(page)
    expect(changed.get_by_text("1 figure was revised.")).to_be_visible()
    expect(changed.get_by_role("row", name=re.compile("€480M.*€510M"))).to_be_visible()
    page.get_by_role("link", name="Present").click()
    visit.settle()
    page.keyboard.press("End")
    expect(page.locator(".st-key-slide_6").get_by_role("row", name=re.compile("€480M.*€510M"))).to_be_visible()
    visit.assert_clean()
