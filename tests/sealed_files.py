"""Small files of every kind that carry a provenance, made by the libraries that make the real ones."""

import base64
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import typst
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from loaders.provenance import PROVENANCE_KEY, UNSEALED, CarriedFigure, Provenance

MADE_BEFORE = (1980, 1, 1, 0, 0, 0)

SAMPLE = Provenance(
    dataset="employment_by_department",
    view="map",
    selection=(("measure", "jobs_share"),),
    language="fr",
    data_version="0123456789ab",
    edition=3,
    title='Emplois « santé » & "santé" <b>\\',
    source="Source : Baromètre, p. 12",
    licence="© France Biotech",
    link="exhibit?view=employment_by_department/map&measure=jobs_share&lang=fr&version=0123456789ab",
    figures=(CarriedFigure(key=(("ref_area", "FR101"),), measure="jobs_share", value=12.5, qualifier="=", status="A"),),
)


def svg(said: Provenance) -> bytes:
    """A picture with the provenance in its metadata."""
    carried = escape(said.text)
    return f'<svg xmlns="http://www.w3.org/2000/svg"><metadata>{carried}</metadata><path d="M0 0"/></svg>'.encode()


def plain_svg(said: Provenance) -> bytes:
    """A picture whose metadata keep quotation marks as they are."""
    carried = escape(said.text, quote=False)
    return f'<svg xmlns="http://www.w3.org/2000/svg"><metadata>{carried}</metadata><path d="M0 0"/></svg>'.encode()


def png(said: Provenance) -> bytes:
    """A picture of one pixel with the provenance in a chunk of international text."""
    text = PROVENANCE_KEY.encode() + b"\0\0\0\0\0" + said.text.encode()
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"iTXt", text),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    body = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def pdf(said: Provenance) -> bytes:
    """A page with the provenance and the seal among its keywords."""
    carried = base64.urlsafe_b64encode(said.text.encode()).rstrip(b"=").decode()
    keywords = f'("{PROVENANCE_KEY}={carried}", "observatory:seal={UNSEALED}")'
    source = f'#set document(title: "T", keywords: {keywords}, date: none)\n#set page(width: 1cm, height: 1cm)\n'
    return typst.compile(source.encode(), ignore_system_fonts=True)


def parquet(said: Provenance) -> bytes:
    """A table with the provenance in its footer."""
    written = BytesIO()
    table = pa.table({"obs_value": [1.0, 2.0]}).replace_schema_metadata({PROVENANCE_KEY: said.text})
    pq.write_table(table, written)
    return written.getvalue()


def xlsx(said: Provenance) -> bytes:
    """A workbook with the provenance among its properties."""
    book = Workbook()
    book.custom_doc_props.append(StringProperty(name=PROVENANCE_KEY, value=said.text))  # type: ignore[attr-defined]
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def package(said: Provenance) -> bytes:
    """A zip with a table and its description, in which the provenance is a text inside of JSON."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("figures.csv", MADE_BEFORE), "a;b\r\n1;2\r\n")
        file.writestr(zipfile.ZipInfo("datapackage.json", MADE_BEFORE), json.dumps({PROVENANCE_KEY: said.text}))
    return written.getvalue()


MAKERS: Mapping[str, Callable[[Provenance], bytes]] = {
    "svg": svg,
    "plain_svg": plain_svg,
    "png": png,
    "pdf": pdf,
    "parquet": parquet,
    "xlsx": xlsx,
    "zip": package,
}
