"""A parcel: one zip, an index page in which data are never markup, failures named, the others delivered."""

import io
import zipfile

from components.export.counter import Finished
from components.export.order import Order
from components.export.parcel import INDEX_PAGE, Wanted, packed
from components.export.refusal import no_figures
from components.print.picture_format import PictureFormat
from loaders.language import wording
from tests.orders import order

HOSTILE = '<script>alert("x")</script> & "more"'


def wanted(form: PictureFormat, title: str = HOSTILE) -> Wanted:
    """An order with hostile words."""
    return Wanted(order=order(form=form), title=title, alt=f'"{HOSTILE}', source=HOSTILE)


def make(one: Order) -> Finished:
    """Makes all but PDF."""
    if one.form is PictureFormat.PDF:
        raise no_figures("a/b", wording("en"))
    return Finished(f"{one.form}-{HOSTILE}.{one.form}", one.form.encode())


def test_a_failure_is_named_and_the_others_are_delivered() -> None:
    told: list[int] = []
    parcel = packed([wanted(form) for form in PictureFormat], make, wording("en"), told.append)

    with zipfile.ZipFile(io.BytesIO(parcel.content)) as archive:
        names, page = archive.namelist(), archive.read(INDEX_PAGE).decode()

    assert parcel.files == 2
    assert [one.order.form for one, _ in parcel.failed] == [PictureFormat.PDF]
    assert told == [1, 2, 3]
    assert len(names) == 3
    assert "Not delivered" in page
    assert "No figure fits this selection." in page


def test_nothing_that_data_say_is_markup_in_the_index() -> None:
    parcel = packed([wanted(form) for form in PictureFormat], make, wording("fr"), lambda _: None)

    with zipfile.ZipFile(io.BytesIO(parcel.content)) as archive:
        page = archive.read(INDEX_PAGE).decode()

    assert "<script" not in page
    assert 'lang="fr"' in page
    assert page.count("<img ") == 2


def test_the_same_files_make_the_same_parcel() -> None:
    parts = [wanted(PictureFormat.SVG)]

    assert packed(parts, make, wording("fr"), lambda _: None) == packed(parts, make, wording("fr"), lambda _: None)


def test_a_parcel_of_failures_alone_is_still_a_zip_that_says_so() -> None:
    def refuse(_: Order) -> Finished:
        raise no_figures("a/b", wording("en"))

    parcel = packed([wanted(PictureFormat.SVG)], refuse, wording("en"), lambda _: None)

    assert parcel.files == 0
    assert zipfile.is_zipfile(io.BytesIO(parcel.content))
