"""Text inside of HTML and of scripts: it stays text, whatever it holds."""

import re
from base64 import b64encode
from html import escape

#: No HTML may hold these; each becomes its picture, U+0001 becomes U+2401.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROL_PICTURES = 0x2400
_COMPOUND = re.compile(r"\b\w{1,12}(?:-\w{1,12}){1,3}\b")
#: What could end a script or begin a comment inside of it, and line ends that only some take for such.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def text(plain: str) -> str:
    """A text as HTML shows it, also inside of a quoted attribute."""
    return escape(_CONTROL.sub(lambda found: chr(_CONTROL_PICTURES + ord(found[0])), plain))


def title_text(plain: str) -> str:
    """A title as HTML shows it: Île-de-France stays in one line."""
    return _COMPOUND.sub(r'<span class="whole">\g<0></span>', text(plain))


def element(name: str, content: str, **attributes: str) -> str:
    """An element; `content` is HTML, the attributes are texts (`class_` stands for class, `data_x` for data-x)."""
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{content}</{name}>"


def held_json(json: str) -> str:
    """JSON as an element of a document can hold it: the same values, and no sign that means something to HTML."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def data_address(content: bytes, mime: str) -> str:
    """A file as an address that holds it."""
    return f"data:{mime};base64,{b64encode(content).decode()}"
