"""A PDF document opened again: its parts, its bookmarks, the elements of its structure, its typefaces."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject


def reader(content: bytes) -> PdfReader:
    """The document."""
    return PdfReader(BytesIO(content))


def squeezed(text: str) -> str:
    """A text without its blanks, which lines and justification change."""
    return "".join(text.split())


def part(of: PdfObject | None, *names: str) -> DictionaryObject:
    """The dictionary that lies below others under these names."""
    found = of.get_object() if of else None
    assert isinstance(found, DictionaryObject)
    return part(found[names[0]], *names[1:]) if names else found


def metadata(document: PdfReader) -> bytes:
    """What the document says of itself, as XML."""
    found = part(document.root_object, "/Metadata")
    assert isinstance(found, StreamObject)
    return found.get_data()


def bookmarks(entries: object) -> Iterator[str]:
    """The titles of the bookmarks, in order."""
    for one in entries if isinstance(entries, list) else ():
        if isinstance(one, list):
            yield from bookmarks(one)
        else:
            yield str(one.title)


def structure(node: PdfObject | None) -> Iterator[DictionaryObject]:
    """The elements of the structure tree below a node."""
    found = node.get_object() if node else None
    if isinstance(found, ArrayObject):
        for one in found:
            yield from structure(one)
    elif isinstance(found, DictionaryObject):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from structure(found["/K"])


def typefaces(document: PdfReader) -> dict[str, bool]:
    """The typefaces of all pages by name, and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in document.pages:
        resources = part(page, "/Resources")
        for font in part(resources, "/Font").values() if "/Font" in resources else ():
            descendants = part(font)["/DescendantFonts"].get_object()
            assert isinstance(descendants, ArrayObject)
            described = part(descendants[0], "/FontDescriptor")
            found[str(part(font)["/BaseFont"])] = "/FontFile2" in described or "/FontFile3" in described
    return found
