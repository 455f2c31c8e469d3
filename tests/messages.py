"""The messages of the interface, read out of the code."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import extract_from_dir

PROJECT = Path(__file__).resolve().parent.parent
CODE = ("pages", "components", "loaders")
KEYWORDS = {"say": None, "mark": None, "count": (1, 2), "mark_plural": (1, 2)}


@dataclass(frozen=True, slots=True)
class Message:
    """A message in the code: its text (singular and plural where it has both) and where it stands."""

    texts: tuple[str, ...]
    place: str


def messages() -> Iterator[Message]:
    """Every text that is passed to say, count or mark."""
    for folder in (PROJECT / name for name in CODE):
        found = extract_from_dir(str(folder), method_map=[("**.py", "python")], keywords=KEYWORDS)
        for file, line, text, _comments, _context in found:
            yield Message((text,) if isinstance(text, str) else tuple(text), f"{folder.name}/{file}:{line}")
