"""In which encoding a text file is written; a file that mixes two is refused rather than read wrongly."""

import codecs
import re

from loaders.finding import Rule
from loaders.intake.refusal import refused

_LINE_END = b"\n"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What an analyst may ask for; other codecs of Python do other things than encode text.
_ALLOWED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "latin-1": "iso-8859-1",
    "iso-8859-1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
    "mac-roman": "mac_roman",
    "cp850": "cp850",
}
#: Accented letters, no-break spaces, typographic signs and the euro as UTF-8 writes them.
_UTF8_LETTERS = re.compile(rb"[\xc2\xc3\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]|\xe2\x82\xac")
#: No text that people write has these: a binary file, or one that was damaged.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")


def as_utf8(data: bytes, wanted: str | None, file: str) -> tuple[bytes, str]:
    """The text in UTF-8 without byte order mark, and the encoding that it was in.

    Raises:
        RefusedError: it is in none of the encodings that can be told, mixes two, or holds control characters.
    """
    text, name = _wanted(data, wanted, file) if wanted else _found(data, file)
    controls = len(text) - len(text.translate(None, _CONTROLS))
    if controls:
        first = next(sign for sign in text if sign in _CONTROLS)
        raise refused(Rule.TEXT_UNREADABLE, file, found=(f"U+{first:04X}",), expected=(name,), count=None)
    return text, name


def readable(data: bytes, wanted: str | None, file: str) -> str:
    """The beginning of a file as text whatever it holds: what is not of its encoding is replaced.

    Raises:
        RefusedError: the wanted encoding is none of those that there are.
    """
    if wanted:
        return data.decode(_codec(wanted, file), errors="replace").removeprefix("\ufeff")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace").removeprefix("\ufeff")
    text = data.decode("utf-8", errors="replace")
    # One sign may have been cut at the end.
    return data.decode("cp1252", errors="replace") if "\ufffd" in text[:-1] else text


def _wanted(data: bytes, wanted: str, file: str) -> tuple[bytes, str]:
    return _decoded(data, _codec(wanted, file), file), wanted


def _codec(wanted: str, file: str) -> str:
    codec = _ALLOWED.get(wanted.strip().lower().replace("_", "-"))
    if codec is None:
        raise refused(Rule.TEXT_UNREADABLE, file, found=(wanted,), expected=tuple(_ALLOWED))
    return codec


def _found(data: bytes, file: str) -> tuple[bytes, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name, file), name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _UTF8_LETTERS.search(data):
            place = f"0x{data[error.start]:02X}"
            row = 1 + data.count(_LINE_END, 0, error.start)
            raise refused(
                Rule.TEXT_UNREADABLE, file, found=("utf-8 + windows-1252", place), rows=(row,), count=1
            ) from error
        return _decoded(data, "cp1252", file), "windows-1252"
    return data, "utf-8"


def _decoded(data: bytes, codec: str, file: str) -> bytes:
    try:
        return data.decode(codec).removeprefix("\ufeff").encode("utf-8")
    except UnicodeError as error:  # a lone surrogate cannot be encoded again
        raise refused(Rule.TEXT_UNREADABLE, file, found=(str(error),)) from error
