"""Orders carried out: a file with the name, content and seal that it should have, or the reason in four parts."""

from dataclasses import replace
from pathlib import Path

import pytest

from components.export.order import Order, PageSize
from components.export.page_sizes import SizeError, page_of
from components.export.refusal import RefusedError
from components.export.subjects import settled_subject
from components.export.workshop import Workshop
from components.print.picture_format import PictureFormat
from components.print.sheet import POINTS_PER_MM
from loaders.editions.history import editions
from loaders.files import formats
from loaders.files.formats import FORMATS, FileFormat
from loaders.provenance import Provenance
from loaders.provenance_reading import Carried, read_provenance
from loaders.seal import Condition, condition
from loaders.verification import Verified, verify
from tests.orders import COLUMN, RANKING, order
from tests.published import OTHER, put
from tests.sample_data import BEDS, SHIPPED, library, sample_folder, visible

WORKSHOP = Workshop(SHIPPED)


def provenance_in(content: bytes) -> Provenance:
    """What a file that is known to be ours says of itself."""
    carried = read_provenance("file", content)
    assert isinstance(carried, Carried)
    return carried.provenance


@pytest.mark.parametrize("form", PictureFormat)
def test_a_picture_is_sealed_and_says_where_it_comes_from(form: PictureFormat) -> None:
    delivery = WORKSHOP.deliver(order(form=form))

    said = provenance_in(delivery.content)

    assert condition(delivery.content) is Condition.INTACT
    assert (said.dataset, said.view, said.selection) == (
        "employment_by_department",
        "departement_ranking",
        (("measure", "jobs_share"),),
    )
    assert said.data_version == delivery.exhibit.data_version
    assert len(said.figures) == 8


@pytest.mark.parametrize("form", PictureFormat)
def test_the_same_order_gives_the_same_bytes(form: PictureFormat) -> None:
    assert Workshop(SHIPPED).deliver(order(form=form)).content == WORKSHOP.deliver(order(form=form)).content


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (order(), "employment_by_department-departement_ranking-jobs_share-fr-2026-11-26-column.svg"),
        (
            order(page=page_of(None, "90x120mm", tone="dark", titled=False), form=PictureFormat.PNG),
            "employment_by_department-departement_ranking-jobs_share-fr-2026-11-26-90x120mm-dark-untitled.png",
        ),
        (
            order(form=FileFormat.XLSX),
            "employment_by_department-departement_ranking-jobs_share-fr-2026-11-26.xlsx",
        ),
        (order(form=FileFormat.CSV, whole_dataset=True), "employment_by_department-fr-2026-11-26.csv"),
    ],
)
def test_a_name_says_subject_view_choices_language_day_and_sheet(wanted: Order, name: str) -> None:
    assert WORKSHOP.deliver(wanted).name == name


@pytest.mark.parametrize("whole_dataset", [False, True])
@pytest.mark.parametrize("form", FileFormat)
def test_data_files_that_can_carry_a_seal_do(form: FileFormat, *, whole_dataset: bool) -> None:
    content = WORKSHOP.deliver(order(form=form, whole_dataset=whole_dataset)).content

    assert condition(content) is (Condition.INTACT if FORMATS[form].is_sealed else Condition.FOREIGN)


def test_a_sheet_that_is_too_small_is_refused_with_the_least_that_works() -> None:
    tiny = page_of(None, "60x30mm", tone="light", titled=True)

    with pytest.raises(RefusedError) as refused:
        WORKSHOP.deliver(order(page=tiny))
    across, _, down = refused.value.notice.expected.split()[2:5]
    least = PageSize(width=(float(across) + 1) * POINTS_PER_MM, height=(float(down) + 1) * POINTS_PER_MM)

    assert visible(refused.value.notice.what) == "En 60 × 30 mm, cette figure est illisible."
    assert WORKSHOP.deliver(order(page=least)).content


@pytest.mark.parametrize("whole_dataset", [True, False])
def test_more_figures_than_a_workbook_can_hold_are_refused_before_it_is_written(
    monkeypatch: pytest.MonkeyPatch, *, whole_dataset: bool
) -> None:
    short = {**FORMATS, FileFormat.XLSX: replace(FORMATS[FileFormat.XLSX], most_rows=3)}
    monkeypatch.setattr(formats, "FORMATS", short)

    with pytest.raises(RefusedError) as refused:
        WORKSHOP.deliver(order(form=FileFormat.XLSX, whole_dataset=whole_dataset))

    assert all((said.what, said.where, said.expected, said.remedy) for said in [refused.value.notice])
    assert visible(refused.value.notice.expected) == "Au plus 3 chiffres."
    assert WORKSHOP.deliver(order(form=FileFormat.CSV, whole_dataset=whole_dataset)).content


def test_an_impossible_choice_is_refused_with_those_that_are_possible() -> None:
    with pytest.raises(RefusedError) as refused:
        settled_subject(library(), RANKING, (("measure", "jobs_rank"),), "en")

    notice = refused.value.notice
    assert notice.what == "“jobs_rank” cannot be chosen under “measure”."
    assert notice.expected == "One of jobs_share, jobs_estimated, establishments_share, establishments_estimated."
    assert RANKING in notice.where


def test_a_choice_that_the_view_does_not_offer_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        settled_subject(library(), RANKING, (("sector", "pharma"),), "fr")

    assert "ne le propose pas" in refused.value.notice.expected


def test_a_dataset_that_cannot_be_read_is_refused_with_its_finding(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    workshop = Workshop(folder)
    ordered = settled_subject(workshop.library(), f"{BEDS}/beds_ranking", (), "fr")
    folder.parquet(BEDS).write_bytes(b"PAR1")

    with pytest.raises(RefusedError) as refused:
        workshop.exhibit(ordered)

    assert BEDS in refused.value.notice.where


def test_a_newly_published_edition_is_in_the_next_file(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    workshop = Workshop(folder)
    ordered = order().model_copy(
        update={"subject": settled_subject(workshop.library(), f"{BEDS}/beds_ranking", (), "fr")}
    )
    before = provenance_in(workshop.deliver(ordered).content)

    edition = put(folder, OTHER)
    after = provenance_in(workshop.deliver(ordered).content)

    assert (before.edition, after.edition) == (0, edition.number)
    assert after.data_version == edition.version != before.data_version


def test_an_order_for_a_kept_edition_shows_that_edition(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    first = put(folder, OTHER)
    put(folder, OTHER[:3])
    workshop = Workshop(folder)
    ordered = settled_subject(workshop.library(), f"{BEDS}/beds_ranking", (), "fr")

    pinned = workshop.exhibit(ordered.model_copy(update={"editions": ((BEDS, first.number),)}))

    assert pinned.data_version == first.version
    assert workshop.exhibit(ordered).data_version != first.version


@pytest.mark.parametrize("size", ["", "85", "85mm x 40mm", "0x40mm", "-3mm", "9999mm", "1e3mm", "nan mm", "85x40cm"])
def test_what_is_no_size_is_said(size: str) -> None:
    with pytest.raises(SizeError):
        page_of(None, size, tone="light", titled=True)


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [("85mm", 85, None), ("120x80mm", 120, 80), ("96×48px", 25.4, 12.7), ("85.5 mm", 85.5, None)],
)
def test_sizes_may_be_written_in_millimetres_or_pixels(size: str, width: float, height: float | None) -> None:
    page = page_of(None, size, tone="light", titled=True)

    assert page.width / POINTS_PER_MM == pytest.approx(width)
    assert (page.height and page.height / POINTS_PER_MM) == pytest.approx(height) if height else page.height is None


def test_a_column_is_meant_where_no_size_is_said() -> None:
    assert page_of(None, None, tone="light", titled=True) == COLUMN


@pytest.mark.parametrize("form", PictureFormat)
def test_a_picture_of_a_version_ago_is_recognised_as_superseded_with_what_changed(
    form: PictureFormat, tmp_path: Path
) -> None:
    folder = sample_folder(tmp_path / "data")
    workshop = Workshop(folder)
    ordered = settled_subject(workshop.library(), f"{BEDS}/beds_ranking", (), "fr")
    exported = workshop.deliver(order(form=form).model_copy(update={"subject": ordered}))

    put(folder, OTHER)
    answer = verify(workshop.library(), editions(folder, BEDS), provenance_in(exported.content), exported.name)

    assert isinstance(answer, Verified)
    assert not answer.is_current
    assert answer.changes is not None
    assert [(one.before.value, one.after.value) for one in answer.changes if one.before and one.after] == [(120, 121)]
