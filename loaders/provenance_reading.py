"""What a file of anybody's says of itself, read without trust: within bounds, and without a parser that it could harm.

The provenance is one run of ASCII in every kind of file, so it is looked for as such: no parser of XML, no library for
images and no reader of tables ever sees the file.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from html import unescape

from pydantic import ValidationError

from loaders.finding import Finding, Rule
from loaders.intake.refusal import short
from loaders.packed_files import PackedFiles, TooLargeError, is_packed
from loaders.provenance import PROVENANCE_KEY, Provenance
from loaders.seal import CARRIERS, PDF_PROVENANCE, PDF_SEAL, SEAL, Condition, condition
from loaders.stated_version import StatedVersion, stated_version

#: Exports are a hundred times smaller; what is larger is not looked at.
LARGEST_FILE = 50_000_000
_LONGEST_TEXT = 4_000_000
_PDF, _PNG, _PARQUET = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"PAR1"
_DAMAGED = (ValidationError, ValueError, binascii.Error, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The provenance that a file carries, and whether the file is still what was sealed with it."""

    provenance: Provenance
    intact: bool


def read_provenance(name: str, content: bytes) -> Carried | StatedVersion | Finding:
    """What a file says of itself, or why it says nothing; never raises, whatever the file is.

    Args:
        name: the name of the file, for people.
        content: the file.

    Returns:
        The provenance of a file that carries one; dataset and data version of a table as CSV, which carries no more;
        otherwise a finding: not ours, damaged, or too large.
    """
    if len(content) > LARGEST_FILE:
        return _too_large(name, f"{len(content)}")
    try:
        text = _text(content)
        if text is None:
            return _without_provenance(name, content)
        provenance = Provenance.model_validate_json(text)
        if content.startswith(_PDF) and (seal := PDF_SEAL.search(content)):
            provenance = provenance.model_copy(update={"seal": seal["seal"].decode()})
    except TooLargeError as error:
        return _too_large(name, str(error))
    except ValidationError as error:
        return _damaged(name, error.errors(include_url=False, include_input=False, include_context=False)[0]["msg"])
    except _DAMAGED as error:
        return _damaged(name, str(error))
    return Carried(provenance=provenance, intact=condition(content) is Condition.INTACT)


def _text(content: bytes) -> bytes | None:
    """The JSON of the provenance, None where there is none.

    Raises:
        TooLargeError: it is too long, or a zip unpacks to too much.
        UnpackingError: a zip is damaged.
        ValueError: what stands in the place of JSON or of base64 is none.
    """
    if is_packed(content):
        packed = PackedFiles(content)
        members = ((name, packed.read(name)) for name in CARRIERS if name in packed.names)
        return next((text for name, one in members if (text := _json(one, is_xml=name.endswith(".xml")))), None)
    if content.startswith(_PDF):
        found = PDF_PROVENANCE.search(content)
        return _from_base64(found["text"]) if found else None
    return _json(content, is_xml=not content.startswith((_PNG, _PARQUET)))


def _json(content: bytes, *, is_xml: bool) -> bytes | None:
    """The JSON that ends in a seal, with the quotation marks of JSON."""
    seal = SEAL.search(content)
    if seal is None:
        return None
    quote = seal["quote"]
    start = content.rfind(b"{" + quote + b"dataset" + quote, 0, seal.start())
    if start < 0:
        raise ValueError("a seal without a provenance before it")
    text = _bounded(content[start : seal.end()])
    if is_xml:
        return unescape(text.decode("ascii")).encode("ascii")
    if quote == b'\\"':
        return str(json.loads(b'"' + text + b'"')).encode("ascii")
    return text


def _from_base64(text: bytes) -> bytes:
    return base64.urlsafe_b64decode(_bounded(text) + b"=" * (-len(text) % 4))


def _bounded(text: bytes) -> bytes:
    if len(text) > _LONGEST_TEXT:
        raise TooLargeError(f"{len(text)}")
    return text


def _without_provenance(name: str, content: bytes) -> StatedVersion | Finding:
    if PROVENANCE_KEY.encode() in content:
        return _damaged(name, "seal")
    return stated_version(content) or Finding(rule=Rule.FIGURE_FOREIGN, dataset=None, file=short(name))


def _damaged(name: str, reason: str) -> Finding:
    return Finding(rule=Rule.FIGURE_DAMAGED, dataset=None, file=short(name), found=(short(reason),))


def _too_large(name: str, size: str) -> Finding:
    expected = (f"{LARGEST_FILE}",)
    return Finding(rule=Rule.FIGURE_TOO_LARGE, dataset=None, file=short(name), found=(short(size),), expected=expected)
