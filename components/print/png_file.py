"""The PNG file of a picture: 300 dots to the inch, with its words and its provenance in text chunks."""

import struct
import zlib

from components.print.vega_lite import png
from loaders.exhibit import Exhibit
from loaders.provenance import PROVENANCE_KEY, Provenance

DOTS_PER_INCH = 300.0
#: The signature and the header, after which text chunks may stand.
_HEADER = 8 + 25
_EFFORT = 6


def png_bytes(
    outlined: str, exhibit: Exhibit, provenance: Provenance | None, dots_per_inch: float = DOTS_PER_INCH
) -> bytes:
    """The bitmap of an outlined SVG; without provenance it is a preview and not a file to keep."""
    bitmap = png(outlined, dots_per_inch)
    if provenance is None:
        return bitmap
    bitmap = _packed(bitmap)
    texts = {
        "Title": exhibit.title,
        "Description": exhibit.alt,
        "Source": exhibit.source_line,
        "Copyright": exhibit.licence,
    }
    chunks = [_international(name, text) for name, text in texts.items()]
    chunks.append(_chunk(b"tEXt", PROVENANCE_KEY.encode("latin-1") + b"\0" + provenance.text.encode("ascii")))
    return bitmap[:_HEADER] + b"".join(chunks) + bitmap[_HEADER:]


def _international(name: str, text: str) -> bytes:
    """A text in UTF-8, not compressed, of no particular language."""
    return _chunk(b"iTXt", name.encode("latin-1") + b"\0" + b"\0\0" + b"\0" + b"\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _packed(bitmap: bytes) -> bytes:
    """The same pixels in a quarter of the bytes: what draws them is in a hurry."""
    chunks, place, pixels = [], 8, b""
    while place < len(bitmap):
        (length,) = struct.unpack(">I", bitmap[place : place + 4])
        kind, content = bitmap[place + 4 : place + 8], bitmap[place + 8 : place + 8 + length]
        if kind == b"IDAT":
            pixels += content
        elif kind == b"IEND":
            chunks.append(_chunk(b"IDAT", zlib.compress(zlib.decompress(pixels), _EFFORT)))
            chunks.append(_chunk(kind, content))
        else:
            chunks.append(_chunk(kind, content))
        place += 12 + length
    return bitmap[:8] + b"".join(chunks)
