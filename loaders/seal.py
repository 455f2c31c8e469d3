"""The seal of an exported file: a digest of all that the file says, by which a later change of it is found.

A file carries its provenance as one line of JSON that ends in the seal, as SVG, PNG, PDF, Parquet, XLSX or zip. The
digest is taken of the file with zeros in the place of the seal. Of a zip, and a workbook is one, only the names and the
contents of its members count: packed once more it is the same file.
"""

import hashlib
import re
import struct
import zlib
from enum import StrEnum

from loaders.packed_files import PackedFiles, UnpackingError, is_packed
from loaders.provenance import PROVENANCE_KEY, UNSEALED

#: The members of a zip or of a workbook that may carry the provenance.
CARRIERS = ("docProps/custom.xml", "datapackage.json", "provenance.json")
_PNG, _PDF = b"\x89PNG\r\n\x1a\n", b"%PDF-"
_QUOTE = rb'(?P<quote>\\?"|&quot;|&#34;)'
#: The seal at the end of the JSON, whose quotation marks may be those of XML or of JSON inside of JSON.
SEAL = re.compile(_QUOTE + rb"seal(?P=quote):(?P=quote)(?P<seal>[0-9a-f]{64})(?P=quote)\}")
#: The keywords of a PDF: the provenance in base64, and the seal that belongs to it.
PDF_PROVENANCE = re.compile(PROVENANCE_KEY.encode() + rb"=(?P<text>[A-Za-z0-9_-]+)")
PDF_SEAL = re.compile(rb"observatory:seal=(?P<seal>[0-9a-f]{64})")
_CHUNKS_OF_TEXT = (b"iTXt", b"tEXt")
_FIRST_CHUNKS = 10_000


class Condition(StrEnum):
    """What the seal says of a file: as it was made, changed since, or without a seal of ours."""

    INTACT = "intact"
    ALTERED = "altered"
    FOREIGN = "foreign"


class UnsealableError(ValueError):
    """A file that was to be sealed carries no provenance; the message says what was looked for."""


def sealed(content: bytes) -> bytes:
    """The file with its seal; a seal that it has already is replaced.

    Raises:
        UnsealableError: the file carries no provenance.
        UnpackingError: a zip that cannot be read.
    """
    if is_packed(content):
        packed = PackedFiles(content)
        changed = {name: _with(packed.read(name), _digest_of_members(packed)) for name in _carriers(packed)}
        if not changed:
            raise UnsealableError(f"expected a seal in one of {', '.join(CARRIERS)}; write the provenance there first")
        return packed.with_members(changed)
    if not _pattern(content).search(content):
        raise UnsealableError("expected a provenance that ends in its seal; write it into the file first")
    empty = _with(content, UNSEALED)
    return _with(empty, hashlib.sha256(empty).hexdigest())


def condition(content: bytes) -> Condition:
    """Whether a file is what it was when it was sealed; never raises, whatever the file is."""
    try:
        return _condition(content)
    except UnpackingError:
        return Condition.ALTERED


def _condition(content: bytes) -> Condition:
    if not is_packed(content):
        if not _pattern(content).search(content):
            return Condition.FOREIGN
        return Condition.INTACT if sealed(content) == content else Condition.ALTERED
    packed = PackedFiles(content)
    found = {one["seal"] for name in _carriers(packed) for one in SEAL.finditer(packed.read(name))}
    if not found:
        return Condition.FOREIGN
    return Condition.INTACT if found == {_digest_of_members(packed).encode()} else Condition.ALTERED


def _pattern(content: bytes) -> re.Pattern[bytes]:
    return PDF_SEAL if content.startswith(_PDF) else SEAL


def _carriers(packed: PackedFiles) -> tuple[str, ...]:
    return tuple(name for name in CARRIERS if name in packed.names and SEAL.search(packed.read(name)))


def _digest_of_members(packed: PackedFiles) -> str:
    """The digest of the members in the order of their names, each with its name, its length and its content."""
    whole = hashlib.sha256()
    for name in sorted(packed.names):
        member = hashlib.sha256()
        for part in [_with(packed.read(name), UNSEALED)] if name in CARRIERS else packed.parts(name):
            member.update(part)
        whole.update(hashlib.sha256(name.encode()).digest() + member.digest())
    return whole.hexdigest()


def _with(content: bytes, seal: str) -> bytes:
    """The content with a seal in each place that has one; in a PNG the checksum of the chunk follows."""
    patched = bytearray(content)
    for one in _pattern(content).finditer(content):
        patched[one.start("seal") : one.end("seal")] = seal.encode()
    if content.startswith(_PNG):
        _settle_checksums(patched)
    return bytes(patched)


def _settle_checksums(png: bytearray) -> None:
    """Writes the checksums of the chunks that carry a seal; they stand among the first."""
    place = len(_PNG)
    for _ in range(_FIRST_CHUNKS):
        if place + 12 > len(png):
            return
        (length,) = struct.unpack_from(">I", png, place)
        end = place + 8 + length
        if end + 4 > len(png):
            return
        chunk = bytes(png[place + 4 : end])
        if chunk[:4] in _CHUNKS_OF_TEXT and SEAL.search(chunk):
            struct.pack_into(">I", png, end, zlib.crc32(chunk))
        place = end + 4
