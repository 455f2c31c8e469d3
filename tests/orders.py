"""Orders for files, as menus and commands make them, for the tests of the export."""

from datetime import date

from components.export.order import Form, Order, PageSize, Subject
from components.export.page_sizes import page_of
from components.export.subjects import settled_subject
from components.print.picture_format import PictureFormat
from components.print.sheet import Preset
from loaders.language import Language
from tests.sample_data import library

DAY = date(2026, 11, 26)
COLUMN = page_of(Preset.COLUMN, None, tone="light", titled=True)
#: A small picture that has a gap, an estimate or a doubt somewhere.
RANKING = "employment_by_department/departement_ranking"


def subject(name: str = RANKING, language: Language = "fr", **chosen: str) -> Subject:
    """An exhibit of the project with the choices made and the others settled."""
    return settled_subject(library(), name, tuple(chosen.items()), language)


def order(
    name: str = RANKING, form: Form = PictureFormat.SVG, page: PageSize = COLUMN, *, whole_dataset: bool = False
) -> Order:
    """An order for one file."""
    return Order(subject=subject(name), form=form, page=page, whole_dataset=whole_dataset, day=DAY, base="")
