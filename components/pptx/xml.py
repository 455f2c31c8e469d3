"""XML of Office documents, made of elements and never of text, so that no content can become markup."""

from lxml import etree
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement, OxmlElement

#: Signs that XML cannot hold, and line ends inside of a line: shown instead of lost.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\N{SYMBOL FOR DELETE}"}
_NOT_CHARACTERS = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_VISIBLE = _PICTURES | _NOT_CHARACTERS

Attribute = str | int | float | bool


def visible(text: str) -> str:
    """The text with a visible sign in the place of each control character."""
    return text.translate(_VISIBLE)


def tag(name: str, /, *children: BaseOxmlElement | str | None, **attributes: Attribute | None) -> BaseOxmlElement:
    """An element such as `a:p`; attributes and children that are None are left out, numbers are written as integers."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        if value is not None:
            element.set(qn(key.replace("__", ":")) if "__" in key else key, _written(value))
    for child in children:
        if isinstance(child, str):
            element.text = visible(child)
        elif child is not None:
            element.append(child)
    return element


def document(root: BaseOxmlElement) -> bytes:
    """An element as the content of a file."""
    etree.cleanup_namespaces(root)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _written(value: Attribute) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return visible(value) if isinstance(value, str) else str(round(value))
