"""The parts of a workbook as its archive lists them: judged before they are unpacked, and read where values hide."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from loaders.finding import Rule
from loaders.intake.limits import Limits
from loaders.intake.refusal import refused

#: Sheets of figures pack to about a thirtieth; what packs ten times better and is large was made to harm.
_RATIO, _SMALL = 300, 50_000_000
_PARTS = 10_000
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 0x1
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]+)([0-9]+)["']""")
_TYPE = re.compile(rb"""\bt\s*=\s*["'](\w+)["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]+)</(?:\w+:)?v>")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)")
_SUSPECT = re.compile(rb"""<(?:\w+:)?f[\s>/]|\bt\s*=\s*["']e["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """The cells of a sheet that show an error such as #N/A: (row, column), counted from 0, and what they show."""

    cells: tuple[tuple[int, int, str], ...] = ()


def judge_archive(path: Path, limits: Limits) -> None:
    """Looks at the list of parts, without unpacking any.

    Raises:
        RefusedError: no workbook, protected, or unpacking to more than the limit.
        zipfile.BadZipFile, OSError, ValueError: the archive is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    if len(parts) > _PARTS:
        raise refused(Rule.TABLE_UNPACKS_TOO_LARGE, path.name, found=(f"{len(parts)} parts",), expected=(str(_PARTS),))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refused(Rule.FILE_ENCRYPTED, path.name)
    if _WORKBOOK not in {part.filename for part in parts}:
        raise refused(Rule.FILE_NOT_DATA, path.name, found=("zip",))
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if unpacked > limits.unpacked_bytes or (unpacked > _SMALL and unpacked > _RATIO * packed):
        expected = (str(limits.unpacked_bytes),)
        raise refused(Rule.TABLE_UNPACKS_TOO_LARGE, path.name, found=(str(unpacked),), expected=expected)


def errors_of_sheet(path: Path, sheet: str) -> Errors:
    """The errors that a sheet shows in place of values; the reader of workbooks takes them for empty cells.

    Raises:
        RefusedError: a formula has no value, for the workbook was never calculated.
        zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError, ValueError: the workbook is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        content = archive.read(part_of(archive, sheet))
    if not _SUSPECT.search(content):
        return Errors()
    errors: list[tuple[int, int, str]] = []
    uncalculated: list[str] = []
    for attributes, inside in _CELL.findall(content):
        place, kind = _PLACE.search(attributes), _TYPE.search(attributes)
        value, formula = _VALUE.search(inside), _FORMULA.search(inside)
        if kind and kind[1] == b"e":
            if place is None:
                raise ValueError("an error stands in a cell without address")
            errors.append((int(place[2]) - 1, _column(place[1]), value[1].decode() if value else "#N/A"))
        elif formula and not value and not (kind and kind[1] == b"str"):
            address = (place[1] + place[2]).decode() if place else "?"
            uncalculated.append(f"{address}: ={(formula[1] or b'').decode(errors='replace')}")
    if uncalculated:
        raise refused(Rule.TEXT_UNREADABLE, path.name, found=tuple(uncalculated[:5]), count=len(uncalculated))
    return Errors(cells=tuple(errors))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet, by way of the relations of the workbook.

    Raises:
        ElementTree.ParseError, KeyError, StopIteration: the workbook is damaged.
    """
    book = ET.fromstring(archive.read(_WORKBOOK))  # noqa: S314 - expat refuses amplification, and memory is limited
    relation = next(
        value
        for one in book.iter()
        if one.tag.endswith("}sheet") and one.get("name") == sheet
        for key, value in one.items()
        if key.endswith("}id")
    )
    relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - as above
    target = next(one.get("Target", "") for one in relations.iter() if one.get("Id") == relation)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
