"""The names of exported files: subject, view, selection, language, day; of pictures also the sheet."""

from dataclasses import replace

from components.export.order import Order, PageSize
from components.print.picture_format import PictureFormat
from loaders.exhibit import Exhibit
from loaders.files.formats import FORMATS
from loaders.files.names import dataset_stem, file_stem


def file_name(exhibit: Exhibit, order: Order) -> str:
    """The name of the file that an order leads to."""
    language = order.subject.language
    if order.whole_dataset:
        return dataset_stem(exhibit.dataset, language, order.day) + _ending(order)
    stem = file_stem(replace(exhibit, language=language), order.day)
    sheet = _sheet(order.page) if isinstance(order.form, PictureFormat) else ""
    return stem + sheet + _ending(order)


def _ending(order: Order) -> str:
    return f".{order.form}" if isinstance(order.form, PictureFormat) else FORMATS[order.form].suffix


def _sheet(page: PageSize) -> str:
    """Two sheets of one picture do not share a name."""
    parts = (page.name, page.tone if page.tone != "light" else "", "" if page.titled else "untitled")
    return "".join(f"-{part}" for part in parts if part)
