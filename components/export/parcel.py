"""A parcel: the files of many orders in one zip, with an index page."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from components.export.counter import Finished
from components.export.order import Order
from components.export.refusal import RefusedError
from loaders.language import Wording
from loaders.notice import Notice

INDEX_PAGE = "index.html"
#: The earliest moment that a zip can name: the same files give the same bytes.
_TIMELESS = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One order of a parcel, with the words that its index says of it."""

    order: Order
    title: str
    alt: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A zip, how many files it holds, and the orders that failed, each with the reason."""

    content: bytes
    files: int
    failed: tuple[tuple[Wanted, Notice], ...]


def packed(
    wanted: Sequence[Wanted], make: Callable[[Order], Finished], words: Wording, progress: Callable[[int], None]
) -> Parcel:
    """Makes the files one after the other; `progress` is told how many are done. One that fails stops no other."""
    made: list[tuple[Wanted, Finished]] = []
    failed: list[tuple[Wanted, Notice]] = []
    for number, one in enumerate(wanted, start=1):
        try:
            made.append((one, make(one.order)))
        except RefusedError as error:
            failed.append((one, error.notice))
        progress(number)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        contents = {finished.name: finished.content for _, finished in made}
        for name, content in (contents | {INDEX_PAGE: _index_page(made, failed, words).encode()}).items():
            archive.writestr(zipfile.ZipInfo(name, _TIMELESS), content, zipfile.ZIP_DEFLATED)
    return Parcel(content=target.getvalue(), files=len(made), failed=tuple(failed))


def _index_page(
    made: Sequence[tuple[Wanted, Finished]], failed: Sequence[tuple[Wanted, Notice]], words: Wording
) -> str:
    """The page that lists the files; every text of data is escaped."""
    title = escape(words.say("Figures of the observatory of regional health innovation"))
    figures = "".join(_entry(one, finished) for one, finished in made)
    missing = "".join(
        f"<li>{escape(one.title)} ({escape(one.order.form)}): {escape(notice.what)} {escape(notice.remedy)}</li>"
        for one, notice in failed
    )
    heading = escape(words.say("Not delivered"))
    trouble = f"<h2>{heading}</h2><ul>{missing}</ul>" if failed else ""
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
        "img{max-width:100%;border:1px solid #ddd}figure{margin:2rem 0}figcaption{color:#444}</style></head>"
        f"<body><h1>{title}</h1>{figures}{trouble}</body></html>"
    )


def _entry(one: Wanted, finished: Finished) -> str:
    name = escape(finished.name)
    picture = f'<img src="{name}" alt="{escape(one.alt)}">' if finished.name.endswith((".svg", ".png")) else ""
    return (
        f'<figure>{picture}<figcaption><a href="{name}">{escape(one.title)}: {name}</a><br>'
        f"{escape(one.source)}</figcaption></figure>"
    )
