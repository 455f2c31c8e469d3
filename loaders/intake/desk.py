"""What files are taken in with, and what is said of one beforehand."""

from dataclasses import dataclass
from datetime import date

from loaders.catalogue import Catalogue
from loaders.intake.limits import Limits
from loaders.intake.mapping import Mapping
from loaders.intake.raw_table import Layout
from loaders.progress import Progress, unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What files are taken in with: the catalogue, the limits of decoding, today's date, and who follows the work."""

    catalogue: Catalogue
    limits: Limits
    today: date
    progress: Progress = unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a file beforehand; all that is left out is found out, taken from earlier files, or asked.

    `mapping` are the answers of the analyst, `layout` how the file is to be read, where the mapping does not say it.
    `is_afresh` leaves aside what was answered for earlier files of the same shape.
    """

    dataset: str | None = None
    mapping: Mapping | None = None
    layout: Layout | None = None
    is_afresh: bool = False


NOTHING_TOLD = Told()
