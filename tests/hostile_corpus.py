"""Broken and hostile files, made by script: more than a thousand, the same at each run.

Each case says which tables it may become: what is truly in the file. Whatever is not among them has to be refused.
"""

import io
import random
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

from loaders.files.timeless import EPOCH, timeless_workbook

Cells = list[tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file: its name, its bytes, and the tables that may be read from it (none: it has to be refused).

    `heavy` files would take much memory or time; they are only decoded behind the wall.
    """

    name: str
    content: bytes
    truths: tuple[Cells, ...] = ()
    heavy: bool = False


_WORDS = (
    "Paris",
    "Île-de-France",
    "=1+1",
    "\u202eabc\u202c",
    "a\u200bb",
    "-",
    "n.d.",
    "1 234,5",
    "x" * 300,
    "@SUM(A1)",
)


def _frame(seed: int, rows: int = 40) -> pl.DataFrame:
    chance = random.Random(seed)  # noqa: S311 - the same files at each run
    return pl.DataFrame(
        {
            "ref_area": [chance.choice(_WORDS) for _ in range(rows)],
            "time_period": [str(chance.randint(1990, 2026)) for _ in range(rows)],
            "obs_value": [chance.choice([None, chance.uniform(-1e6, 1e6), 0.0]) for _ in range(rows)],
            "rank": [chance.randint(0, 2**40) for _ in range(rows)],
        }
    )


def _parquet(table: pa.Table, **options: object) -> bytes:
    content = io.BytesIO()
    pq.write_table(table, content, **{"write_page_checksum": True, "compression": "zstd", **options})
    return content.getvalue()


def _csv(frame: pl.DataFrame, separator: str = ";") -> tuple[str, Cells]:
    texts = frame.with_columns(pl.all().cast(pl.String))
    return texts.write_csv(separator=separator, quote_style="necessary"), texts.rows()


def _workbook(rows: Cells) -> bytes:
    book = Workbook()
    book.properties.created = EPOCH
    for row in rows:
        book.worksheets[0].append([one if isinstance(one, int) else str(one) for one in row])
        for cell in book.worksheets[0][book.worksheets[0].max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    content = io.BytesIO()
    book.save(content)
    # Where bits are flipped depends on the bytes, and every process must flip the same.
    return timeless_workbook(content.getvalue())


def corpus() -> Iterator[Case]:
    """All cases."""
    yield from _damaged_parquet()
    yield from _damaged_workbooks()
    yield from _damaged_text()
    yield from _strange_parquet()
    yield from _strange_text()
    yield from _bombs()


def _places(content: bytes, count: int, chance: random.Random) -> list[int]:
    """The first and the last bytes, the boundaries of the footer, and any between."""
    size = len(content)
    footer = size - 8 - int.from_bytes(content[-8:-4], "little")
    edges = {0, 1, 3, 4, 5, 8, size - 1, size - 4, size - 5, size - 8, size - 9, footer, footer - 1, footer + 1}
    return sorted({one for one in edges if 0 <= one < size} | {chance.randrange(size) for _ in range(count)})


def _flipped(content: bytes, place: int, bit: int) -> bytes:
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


def _damaged_parquet() -> Iterator[Case]:
    ways: tuple[dict[str, object], ...] = (
        {},
        {"compression": "none"},
        {"row_group_size": 7},
        {"use_dictionary": False},
    )
    for seed, options in enumerate(ways):
        chance = random.Random(seed)  # noqa: S311
        frame = _frame(seed)
        whole = _parquet(frame.to_arrow(), **options)
        truth = (frame.rows(),)
        yield Case(name=f"whole-{seed}.parquet", content=whole, truths=truth)
        for place in _places(whole, 40, chance):
            yield Case(name=f"cut-{seed}-{place}.parquet", content=whole[:place])
            yield Case(name=f"hole-{seed}-{place}.parquet", content=whole[:place] + whole[place + 1 :], truths=truth)
        for place in _places(whole, 80, chance):
            bit = chance.randrange(8)
            yield Case(name=f"bit-{seed}-{place}-{bit}.parquet", content=_flipped(whole, place, bit), truths=truth)
        size = len(whole)
        footer = size - 8 - int.from_bytes(whole[-8:-4], "little")
        for place in sorted(chance.sample(range(footer, size), 60)):
            bit = chance.randrange(8)
            yield Case(name=f"footer-{seed}-{place}-{bit}.parquet", content=_flipped(whole, place, bit), truths=truth)


def _damaged_workbooks() -> Iterator[Case]:
    chance = random.Random(7)  # noqa: S311
    rows: Cells = [("area", "value"), *((f"{word}-{index}", str(index / 4)) for index, word in enumerate(_WORDS))]
    whole = _workbook(rows)
    truth = (rows[1:],)
    yield Case(name="whole.xlsx", content=whole, truths=truth)
    for place in _places(whole, 60, chance):
        yield Case(name=f"cut-{place}.xlsx", content=whole[:place])
    for place in _places(whole, 120, chance):
        bit = chance.randrange(8)
        yield Case(name=f"bit-{place}-{bit}.xlsx", content=_flipped(whole, place, bit), truths=truth)


def _damaged_text() -> Iterator[Case]:
    chance = random.Random(11)  # noqa: S311
    for separator in (";", ",", "\t"):
        text, cells = _csv(_frame(3), separator)
        whole = text.encode()
        yield Case(name=f"whole-{ord(separator)}.csv", content=whole, truths=(cells,))
        lines = text.splitlines(keepends=True)
        for index in range(1, len(lines), 4):
            ragged = [*lines[:index], separator + lines[index], *lines[index + 1 :]]
            yield Case(name=f"ragged-{ord(separator)}-{index}.csv", content="".join(ragged).encode())
            for code in (0, 1, 27):
                place = chance.randrange(len(whole))
                content = whole[:place] + bytes([code]) + whole[place:]
                yield Case(name=f"control-{ord(separator)}-{index}-{code}.csv", content=content)
            mixed = [*lines[:index], f"é{separator}1{separator}2{separator}3\n", *lines[index:]]
            content = b"".join(one.encode("cp1252" if one.startswith("é") else "utf-8") for one in mixed)
            yield Case(name=f"mixed-{ord(separator)}-{index}.csv", content=content)
            short = "".join(lines[:index])
            yield Case(name=f"quote-{ord(separator)}-{index}.csv", content=(short + '"' + lines[index]).encode())


def _strange_parquet() -> Iterator[Case]:
    numbers = [0.0, -0.0, 1e-320, 1.7e308, float("inf"), float("-inf"), None]
    yield Case(
        name="numbers.parquet", content=_parquet(pa.table({"v": numbers})), truths=([(one,) for one in numbers],)
    )
    longs = ["x" * 1_000_000, "é" * 500_000, "\0", ""]
    yield Case(name="long.parquet", content=_parquet(pa.table({"v": longs})), truths=([(one,) for one in longs],))
    wide = pa.table({f"c{index}": [1] for index in range(10_000)})
    yield Case(name="wide.parquet", content=_parquet(wide))
    yield Case(name="no rows.parquet", content=_parquet(pa.table({"v": pa.array([], pa.string())})))
    yield Case(name="no columns.parquet", content=_parquet(pa.table({})))
    deep: object = 1
    for level in range(40):
        deep = {"d": deep} if level % 2 else [deep]
        yield Case(name=f"nested-{level}.parquet", content=_parquet(pa.table({"v": [deep]})))
    bad = pa.Array.from_buffers(
        pa.string(),
        1,
        [None, pa.py_buffer((0).to_bytes(4, "little") + (2).to_bytes(4, "little")), pa.py_buffer(b"\xff\xfe")],
    )
    yield Case(name="no utf-8.parquet", content=_parquet(pa.table({"v": bad})))
    for magic in (b"PARE", b"PAR2", b"\0\0\0\0", b"PK\x03\x04", b"\x1f\x8b\x08\0", b"%PDF", b"ORC\0", b"ARRO"):
        whole = _parquet(_frame(1).to_arrow())
        yield Case(name=f"magic-{magic.hex()}.parquet", content=magic + whole[4:])
        yield Case(name=f"tail-{magic.hex()}.parquet", content=whole[:-4] + magic)
    for length in (0, 1, 2**31 - 1, 2**32 - 1):
        whole = _parquet(_frame(1).to_arrow())
        yield Case(name=f"length-{length}.parquet", content=whole[:-8] + length.to_bytes(4, "little") + b"PAR1")
    for seed in range(60):
        chance = random.Random(seed)  # noqa: S311
        noise = chance.randbytes(chance.randrange(1, 400))
        yield Case(name=f"noise-{seed}.parquet", content=b"PAR1" + noise + len(noise).to_bytes(4, "little") + b"PAR1")
        yield Case(name=f"noise-{seed}.xlsx", content=b"PK\x03\x04" + noise)


def _strange_text() -> Iterator[Case]:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    for name in ("table.csv", "table.parquet", "table.xlsx"):
        yield Case(name=f"pointer-{name}", content=pointer)
        yield Case(name=f"blank-{name}", content=b" \n\n\t")
        yield Case(name=f"empty-{name}", content=b"")
    yield Case(
        name="wide.csv", content=(",".join(f"c{one}" for one in range(10_000)) + "\n" + ",".join("1" * 10_000)).encode()
    )
    yield Case(name="names only.csv", content=b"a;b;c\n")
    for index, word in enumerate(
        (*_WORDS, "\ufeff", "NaN", "inf", "-inf", "1e999", "\u2028", "\U0001f600", "=cmd|' /C calc'!A0")
    ):
        content = f"area;value\n{word};1\n{index};{word}\n".encode()
        yield Case(name=f"word-{index}.csv", content=content, truths=([(word, "1"), (str(index), word)],))
    for count in (10, 1000, 100_000):
        yield Case(name=f"quotes-{count}.csv", content=b"a;b\n1;" + b'"' * (2 * count + 1) + b"\n")
        yield Case(name=f"separators-{count}.csv", content=b"a;b\n" + b";" * count + b"\n")
    long = "y" * 3_000_000
    yield Case(name="long.csv", content=f"a;b\n1;{long}\n".encode(), truths=([("1", long)],))
    for magic in (
        b"<html>",
        b"<!DOCTYPE html>",
        b"<?xml version='1.0'?>",
        b"%PDF-1.4",
        b"{\\rtf1",
        b"\x1f\x8b",
        b"7z\xbc\xaf\x27\x1c",
    ):
        yield Case(name=f"magic-{magic.hex()[:8]}.csv", content=magic + b"a;b\n1;2\n")
    for seed in range(100):
        noise = bytearray(random.Random(seed).randbytes(400))  # noqa: S311
        noise[200] = 0
        yield Case(name=f"noise-{seed}.csv", content=bytes(noise))


def _bombs() -> Iterator[Case]:
    same = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array(["x" * 200_000]))
    yield Case(name="dictionary.parquet", content=_parquet(pa.table({"v": same}), write_page_checksum=False))
    many = pa.table({"v": pa.array([7] * 6_000_000, pa.int8())})
    yield Case(name="runs.parquet", content=_parquet(many))
    column = pa.array([0.0] * 4_000_000)
    zeros = pa.table({f"v{one}": column for one in range(60)})
    yield Case(name="zeros.parquet", content=_parquet(zeros, use_dictionary=True), heavy=True)
    whole = _workbook([("a", "b"), ("x", 1)])
    stuffed = io.BytesIO(whole)
    with zipfile.ZipFile(stuffed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", bytes(80_000_000))
    yield Case(name="zip.xlsx", content=stuffed.getvalue())
    yield Case(name="far.xlsx", content=_with_sheet(whole, _far_sheet()), heavy=True)
    yield Case(name="entities.xlsx", content=_with_sheet(whole, _entities()), heavy=True)


def _with_sheet(workbook: bytes, sheet: bytes) -> bytes:
    """The workbook with another first sheet."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return content.getvalue()


_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def _far_sheet() -> bytes:
    """Two cells in opposite corners: a reader that makes room for all between needs 17 milliards of them."""
    first = b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
    return _SHEET % (first + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def _entities() -> bytes:
    """Ten entities, each ten times the one before."""
    lines = [b'<!ENTITY e0 "lol">']
    lines += [b'<!ENTITY e%d "%s">' % (one, b"&e%d;" % (one - 1) * 10) for one in range(1, 10)]
    row = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>'
    return b"<!DOCTYPE worksheet [" + b"".join(lines) + b"]>" + _SHEET % row
