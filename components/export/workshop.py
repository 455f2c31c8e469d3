"""The workshop: data and catalogue at hand, it carries out one order after the other."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from components.export.file_names import file_name
from components.export.order import Order, PageSize, Subject
from components.export.refusal import (
    RefusedError,
    impossible_choice,
    no_figures,
    too_long,
    too_small,
    unknown_view,
)
from components.print.frame import composed
from components.print.picture import Picture
from components.print.picture_format import PictureFormat
from components.print.plot import TooSmallError
from components.print.sheet import Sheet
from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.editions.edition import DamagedHistoryError
from loaders.editions.history import editions
from loaders.editions.reading import read_edition
from loaders.files.dataset_content import dataset_provenance
from loaders.files.formats import FileFormat, TooManyRowsError, dataset_file, picture_file
from loaders.folder import DataFolder
from loaders.language import language_from, wording
from loaders.library import Library, Read, read_library
from loaders.notice import notice
from loaders.provenance import exhibit_provenance
from loaders.reader import Reading, read_dataset
from loaders.state import state_of

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.catalogue import Catalogue
    from loaders.declaration import Declaration
    from loaders.exhibit import Exhibit

_TRIES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A finished file: its name, its content, and the exhibit that it shows."""

    name: str
    content: bytes
    exhibit: "Exhibit"


@dataclass
class Workshop:
    """Carries out orders from one data folder; what it has read or drawn last is kept until it changes."""

    folder: DataFolder
    _read: dict[tuple[tuple[str, int], ...], Library] = field(default_factory=dict)
    _state: str = ""
    _drawn: Picture | None = None

    def deliver(self, order: Order) -> Delivery:
        """The file of an order.

        Raises:
            RefusedError: it cannot be made; the error says why in the language of the order.
        """
        exhibit = self.exhibit(order.subject)
        if isinstance(order.form, PictureFormat):
            provenance = exhibit_provenance(exhibit, edition=self._edition(exhibit), base=order.base)
            content = self.picture(exhibit, order.page).file(order.form, provenance)
        else:
            content = self._data(order, order.form, exhibit)
        return Delivery(name=file_name(exhibit, order), content=content, exhibit=exhibit)

    def exhibit(self, subject: Subject) -> "Exhibit":
        """The exhibit of an order.

        Raises:
            RefusedError: the dataset cannot be read, or the choices lead to no figure.
        """
        words = wording(subject.language)
        library = self.library(subject.editions)
        name = f"{subject.dataset}/{subject.view.id}"
        if library.dataset(subject.dataset) is None:
            if subject.dataset not in library.catalogue.declarations:
                raise unknown_view(name, self.views(), words)
            raise RefusedError(notice(library.findings(subject.dataset)[0], words))
        for choice, code in subject.chosen:
            if choice not in subject.view.choose:
                raise impossible_choice(name, choice, code, (), words)
        found = compose(library, subject.dataset, subject.view, dict(subject.chosen), words)
        if found is None:
            raise no_figures(name, words)
        return found

    def picture(self, exhibit: "Exhibit", page: PageSize) -> Picture:
        """The picture of an exhibit on a sheet, drawn if it was not the last one drawn.

        Raises:
            RefusedError: the sheet is too small; the least that works is named.
        """
        picture = Picture(exhibit, page.sheet)
        if self._drawn == picture:
            return self._drawn
        try:
            # Drawn here and kept: what is asked of it next has it already.
            _ = picture.scene
        except TooSmallError as error:
            least = _least(exhibit, page.sheet, error)
            raise too_small(
                exhibit, (page.width, page.height), least, wording(language_from(exhibit.language))
            ) from None
        self._drawn = picture
        return picture

    def library(self, pinned: tuple[tuple[str, int], ...] = ()) -> Library:
        """What the folder holds now, some datasets as of a kept edition."""
        state = state_of(self.folder)
        if state != self._state:
            self._read.clear()
            self._state = state
        if pinned not in self._read:
            self._read[pinned] = read_library(read_catalogue(self.folder), self._reader(dict(pinned)))
        return self._read[pinned]

    def views(self) -> tuple[str, ...]:
        """The names of all declared views, `dataset/view`."""
        declared = self.library().catalogue.declarations
        return tuple(f"{name}/{view.id}" for name, one in declared.items() for view in one.views)

    def _reader(self, older: dict[str, int]) -> Read:
        def read(path: "Path", declaration: "Declaration", catalogue: "Catalogue") -> Reading:
            if declaration.id in older:
                return read_edition(self.folder, declaration.id, older[declaration.id], declaration, catalogue)
            return read_dataset(path, declaration, catalogue)

        return read

    def _edition(self, exhibit: "Exhibit") -> int | None:
        try:
            known = editions(self.folder, exhibit.dataset)
        except DamagedHistoryError:
            return None
        return next((one.number for one in reversed(known) if one.version == exhibit.data_version), None)

    def _data(self, order: Order, form: FileFormat, exhibit: "Exhibit") -> bytes:
        subject, words = order.subject, wording(order.subject.language)
        edition = self._edition(exhibit)
        try:
            if not order.whole_dataset:
                provenance = exhibit_provenance(exhibit, edition=edition, base=order.base)
                return picture_file(exhibit, form, provenance, words)
            library = self.library(subject.editions)
            provenance = dataset_provenance(library, subject.dataset, words, edition=edition, base=order.base)
            return dataset_file(library, subject.dataset, form, provenance, words)
        except TooManyRowsError as error:
            raise too_long(f"{subject.dataset}/{subject.view.id}", error.rows, error.most, words) from None


def _least(exhibit: "Exhibit", sheet: Sheet, error: TooSmallError) -> tuple[float, float]:
    """The least size that works, found by trying: a wider sheet needs less height."""
    width, height = max(sheet.width, error.width), max(sheet.height or 0.0, error.height)
    for _ in range(_TRIES):
        try:
            composed(exhibit, replace(sheet, width=width, height=height))
        except TooSmallError as again:
            width, height = max(width, again.width + 1), max(height, again.height + 1)
        else:
            break
    return width, height
