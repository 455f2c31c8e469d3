"""The first look at a file: its size and its first bytes say whether it is decoded at all, and how."""

from enum import StrEnum
from pathlib import Path

from loaders.finding import Rule
from loaders.intake.limits import Limits
from loaders.intake.refusal import refused


class Form(StrEnum):
    """How the bytes of a file are to be taken."""

    PARQUET = "parquet"
    WORKBOOK = "xlsx"
    TEXT = "text"


_HEAD = 4096
_PARQUET, _PARQUET_ENCRYPTED, _ZIP = b"PAR1", b"PARE", b"PK\x03\x04"
#: Old Office files and encrypted new ones share this beginning; the name of a stream tells them apart.
_OLE, _OLE_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_POINTER = b"version https://git-lfs"

#: What people lay down by mistake, by its first bytes.
_OTHERS = (
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"%PDF-", "pdf"),
    (b"ARROW1", "arrow"),
    (b"FEA1", "feather"),
    (b"ORC", "orc"),
    (b"Obj\x01", "avro"),
    (b"\x89HDF\r\n", "hdf5"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x7fELF", "elf"),
    (b"<!doctype", "html"),
    (b"<html", "html"),
    (b"<?xml", "xml"),
    (b"{\\rtf", "rtf"),
)
_MARKUP = b"<{"


def admit(path: Path, limits: Limits) -> Form:
    """How the file is to be decoded.

    Raises:
        RefusedError: it is missing, empty, too large, encrypted, a pointer, or recognised as no table.
        OSError: it cannot be read.
    """
    if not path.is_file():
        raise refused(Rule.FILE_MISSING, path.name)
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise refused(Rule.FILE_TOO_LARGE, path.name, found=(str(size),), expected=(str(limits.file_bytes),))
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return _form(path, head)


def _form(path: Path, head: bytes) -> Form:
    if not head.strip():
        raise refused(Rule.FILE_EMPTY, path.name)
    if head.startswith(_PARQUET):
        return _parquet(path)
    if head.startswith(_PARQUET_ENCRYPTED):
        raise refused(Rule.FILE_ENCRYPTED, path.name)
    if head.startswith(_ZIP):
        return Form.WORKBOOK
    if head.startswith(_OLE):
        encrypted = _OLE_ENCRYPTED in path.read_bytes()
        raise refused(Rule.FILE_ENCRYPTED if encrypted else Rule.FILE_NOT_DATA, path.name, found=("xls",))
    if head.startswith(_POINTER):
        raise refused(Rule.FILE_POINTER, path.name)
    _other(path, head)
    return Form.TEXT


def _parquet(path: Path) -> Form:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - len(_PARQUET)))
        tail = file.read()
    if tail == _PARQUET_ENCRYPTED:
        raise refused(Rule.FILE_ENCRYPTED, path.name)
    if tail != _PARQUET:
        raise refused(Rule.FILE_UNREADABLE, path.name, found=("PAR1…",), expected=("…PAR1",))
    return Form.PARQUET


def _other(path: Path, head: bytes) -> None:
    start = head.lstrip().lower() if head.lstrip()[:1] in _MARKUP else head
    for magic, name in _OTHERS:
        if start.startswith(magic):
            raise refused(Rule.FILE_NOT_DATA, path.name, found=(name,))
    # A Parquet file named as such whose first bytes are gone is no text.
    if path.suffix.lower() in {".parquet", ".xlsx"}:
        raise refused(Rule.FILE_NOT_DATA, path.name, found=(path.suffix.lower(),))
