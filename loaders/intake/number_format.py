"""How the numbers of a text table are written, as far as its cells prove it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

Decimal = Literal[".", ","]
Thousands = Literal["", " ", ".", ",", "'"]


class NumberFormat(NamedTuple):
    """The decimal sign and the thousands separator; None where no cell proves it, or cells contradict each other."""

    decimal: Decimal | None
    thousands: Thousands | None


_SPACE = "[ \u00a0\u202f]"
_SEPARATED = rf"^\s*[-+]?\d+([.,'’]|{_SPACE}\d).*\d"
_BODY = r"^\s*[-+]?{}\s*%?\s*$"
#: A comma (or point) that cannot be a thousands separator; one that cannot be a decimal sign; one that could be both.
_NO_GROUP = r"(\d{{4,}}{s}\d+|0\d*{s}\d+|\d+{s}(\d{{1,2}}|\d{{4,}}))"
_GROUPS = r"[1-9]\d{{0,2}}({s}\d{{3}}){{2,}}"
_EITHER = r"[1-9]\d{{0,2}}{s}\d{{3}}"
_BOTH = r"\d{{1,3}}({g}\d{{3}})+{d}\d+"
_SPACED, _QUOTED = (_SPACE, " "), ("['’]", "'")
_CHUNK = 65_536

Proof = tuple[str, str]


def _patterns() -> Iterator[tuple[str, tuple[Proof, ...]]]:
    """Each way of writing a number, with what a cell written so proves."""
    for sign, other in ((",", r"\."), (r"\.", ",")):
        plain = sign[-1]
        yield _NO_GROUP.format(s=sign), (("decimal", plain),)
        yield _GROUPS.format(s=sign), (("thousands", plain),)
        yield _EITHER.format(s=sign), (("either", plain),)
        for group, name in ((other, other[-1]), _SPACED, _QUOTED):
            yield _BOTH.format(g=group, d=sign), (("decimal", plain), ("thousands", name))
    for group, name in (_SPACED, _QUOTED):
        yield rf"\d{{1,3}}({group}\d{{3}})+", (("thousands", name),)


_PATTERNS = tuple(_patterns())


def number_format(table: pa.Table) -> NumberFormat:
    """The way of writing numbers that the cells of the table prove; a cell like 1,234 alone proves nothing."""
    proof: set[Proof] = set()
    for column in table.columns:
        for start in range(0, len(column), _CHUNK):
            proof |= _proofs(column.slice(start, _CHUNK).combine_chunks())
            if {kind for kind, _ in proof} == {"decimal", "thousands"}:
                break
    return _concluded(proof)


def _proofs(cells: pa.Array) -> set[Proof]:
    candidates = cells.filter(pc.match_substring_regex(cells, _SEPARATED))
    if not len(candidates):
        return set()
    candidates = candidates.unique()
    return {proof for pattern, proofs in _PATTERNS for proof in proofs if _any(candidates, pattern)}


def _any(cells: pa.Array, pattern: str) -> bool:
    return bool(pc.any(pc.match_substring_regex(cells, _BODY.format(pattern))).as_py())


def _concluded(proof: set[Proof]) -> NumberFormat:
    decimals = {sign for kind, sign in proof if kind == "decimal"}
    groups = {sign for kind, sign in proof if kind == "thousands"}
    if len(decimals) > 1 or len(groups) > 1 or decimals & groups:
        return NumberFormat(None, None)
    point: tuple[Decimal, Decimal] = (".", ",")
    decimal = next((sign for sign in point if sign in decimals), None)
    every: tuple[Thousands, ...] = (" ", ".", ",", "'")
    thousands = next((sign for sign in every if sign in groups), None)
    either = {sign for kind, sign in proof if kind == "either"}
    if decimal is None and thousands in {".", ","}:
        decimal = "." if thousands == "," else ","
    if decimal is not None and thousands is None and either - {decimal}:
        thousands = "," if decimal == "." else "."
    return NumberFormat(decimal, thousands)
