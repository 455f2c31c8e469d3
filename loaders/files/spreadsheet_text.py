"""Text that a spreadsheet leaves alone: no formula, and no character that a workbook cannot hold."""

import re

#: A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
#: What a spreadsheet takes for a number; Python's float() would also take "+inf" and "-1_000".
_NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?(e[-+][0-9]+)?")
#: What no XML may hold, and the carriage return, which every reader of XML makes a line feed.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_CONTROL_PICTURES = 0x2400
#: A workbook writes characters by number like this, so that a text which looks so has to be told apart.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST = 32_767


def as_text(cell: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula; a number stays a number."""
    if cell.startswith(FORMULA_STARTS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def workbook_text(text: str) -> str:
    """A text as a workbook can hold it.

    Control characters become their pictures (U+0001 becomes U+2401), code points that are no characters become U+FFFD.
    A text that is longer than a cell ends with an ellipsis.
    """
    seen = _CONTROL.sub(lambda found: chr(_CONTROL_PICTURES + ord(found[0])), text.replace("\r\n", "\n"))
    kept = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", seen)
    escaped = _ESCAPE.sub("_x005F_", kept)
    return escaped if len(escaped) <= _LONGEST else escaped[: _LONGEST - 1] + "…"
