"""The index of an export: what each file shows, for machines (index.json)."""

import hashlib

from pydantic import BaseModel, ConfigDict

from components.export.exchange import SentNotice
from components.export.order import Order
from components.export.workshop import Delivery


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class IndexedFile(_Said):
    """One delivered file; `checksum` is the SHA-256 of its bytes."""

    file: str
    form: str
    view: str
    selection: tuple[tuple[str, str], ...]
    language: str
    title: str
    alt: str
    source: str
    licence: str
    data_version: str
    checksum: str


class FailedOrder(_Said):
    """One order that was not carried out, and why."""

    view: str
    form: str
    language: str
    why: SentNotice


class Index(_Said):
    """Everything that was ordered together: what was delivered, and what failed."""

    files: tuple[IndexedFile, ...]
    failed: tuple[FailedOrder, ...]


class Checked(_Said):
    """The check of the figures: a line for each view, and what was found."""

    views: tuple[str, ...]
    findings: tuple[str, ...]


def indexed(order: Order, delivery: Delivery) -> IndexedFile:
    """The entry of a delivered file."""
    exhibit = delivery.exhibit
    return IndexedFile(
        file=delivery.name,
        form=order.form,
        view=f"{exhibit.dataset}/{exhibit.view}",
        selection=tuple((name, item.code) for name, item in exhibit.selection),
        language=exhibit.language,
        title=exhibit.title,
        alt=exhibit.alt,
        source=exhibit.source_line,
        licence=exhibit.licence,
        data_version=exhibit.data_version,
        checksum=hashlib.sha256(delivery.content).hexdigest(),
    )
