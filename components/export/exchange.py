"""What the application and the process that makes files say to each other."""

from pydantic import BaseModel, ConfigDict

from components.board.order import DossierOrder
from components.export.order import Order
from loaders.language import Language
from loaders.notice import Notice


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Question(_Said):
    """An order; with `preview`, dots to the inch, only a picture for the screen and what the check of it finds."""

    order: Order
    preview: float | None = None

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return self.order.subject.language


class DossierQuestion(_Said):
    """An order for a dossier; before the answer come answers that only say how many slides are done."""

    dossier: DossierOrder

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return self.dossier.language


Asked = Question | DossierQuestion


class SentNotice(_Said):
    """The four parts of a notice."""

    what: str
    where: str
    expected: str
    remedy: str

    @staticmethod
    def of(notice: Notice) -> "SentNotice":
        """The same as a value that can be sent."""
        return SentNotice(what=notice.what, where=notice.where, expected=notice.expected, remedy=notice.remedy)

    @property
    def notice(self) -> Notice:
        """The notice itself."""
        return Notice(what=self.what, where=self.where, expected=self.expected, remedy=self.remedy)


class Answer(_Said):
    """What follows: `length` bytes of a file of that name, or of a picture with its findings; or why nothing does.

    `notices` are what is to be said of a file beside that.

    One with `progress`, how many of how many slides are done, is not the last: nothing follows it but another.
    """

    name: str = ""
    length: int = 0
    findings: tuple[str, ...] = ()
    left_out: int = 0
    notices: tuple[SentNotice, ...] = ()
    progress: tuple[int, int] | None = None
    refused: SentNotice | None = None

    @staticmethod
    def refusing(notice: Notice) -> "Answer":
        """The answer that says why not."""
        return Answer(refused=SentNotice.of(notice))
