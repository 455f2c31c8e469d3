"""What is ordered of a dossier: which, in which state and language, as what kind of file."""

from pydantic import BaseModel, ConfigDict

from components.board.formats import DossierFormat
from loaders.language import Language


class DossierOrder(BaseModel):
    """One file of a dossier; without `edition` as it is saved today.

    `since` is the frozen edition since which the file says what has changed; `base` the address of the application.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    edition: str | None = None
    since: str | None = None
    language: Language
    form: DossierFormat
    base: str = ""
