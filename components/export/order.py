"""What is ordered: which exhibit of which data, as what kind of file, on what sheet."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from components.print.picture_format import PictureFormat
from components.print.sheet import Sheet, Tone
from loaders.files.formats import FORMATS, FileFormat
from loaders.language import Language
from loaders.view import View

Form = PictureFormat | FileFormat


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Subject(_Said):
    """One exhibit: a view of a dataset, choices by name, a language; `editions` pins datasets to kept editions."""

    dataset: str
    view: View
    chosen: tuple[tuple[str, str], ...] = ()
    language: Language
    editions: tuple[tuple[str, int], ...] = ()


class PageSize(_Said):
    """A sheet as an order names it, in points; `name` is what the file name says of it ("column")."""

    width: float
    height: float | None
    tone: Tone = "light"
    titled: bool = True
    name: str = ""

    @property
    def sheet(self) -> Sheet:
        """The sheet to draw on."""
        return Sheet(width=self.width, height=self.height, tone=self.tone, titled=self.titled)


class Order(_Said):
    """One file: a picture, the figures of it, or the whole dataset; `base` is the address of the application."""

    subject: Subject
    form: Form
    page: PageSize
    whole_dataset: bool = False
    day: date
    base: str = ""

    @property
    def mime(self) -> str:
        """The type of the content, for browsers."""
        return self.form.mime if isinstance(self.form, PictureFormat) else FORMATS[self.form].mime
