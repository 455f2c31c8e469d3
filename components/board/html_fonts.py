"""The typefaces of the pages inside of a document: the same files, as data, each with the signs that it holds."""

import tomllib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_THEME = _ROOT / ".streamlit" / "config.toml"
_SERVED = "app/"


@cache
def font_faces() -> str:
    """The rules that declare them, for a style sheet."""
    theme = tomllib.loads(_THEME.read_text(encoding="utf-8"))["theme"]
    return "\n".join(_faces(theme["fontFaces"]))


def _faces(declared: list[dict[str, str]]) -> Iterator[str]:
    for face in declared:
        content = b64encode((_ROOT / face["url"].removeprefix(_SERVED)).read_bytes()).decode()
        yield (
            f"@font-face{{font-family:{_quoted(face['family'])};font-weight:{face.get('weight', '400')};"
            f"font-display:swap;src:url(data:font/woff2;base64,{content}) format('woff2');"
            f"unicode-range:{face['unicodeRange']}}}"
        )


def _quoted(family: str) -> str:
    return family if family.startswith("'") else f"'{family}'"
