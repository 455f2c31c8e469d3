"""The README of an archive: plain text in the language of the file, so that nothing in it is markup."""

from collections.abc import Iterator

from loaders.files.content import Content
from loaders.files.datapackage import DESCRIPTOR
from loaders.files.facts import facts_of
from loaders.files.table import FileTable
from loaders.language import Wording
from loaders.provenance import Provenance


def readme(content: Content, provenance: Provenance, table: FileTable, path: str, words: Wording) -> str:
    """What the archive holds, from where it comes, and how to read its columns; lines end as Windows wants it."""
    return "\r\n".join(_line(one) for one in _lines(content, provenance, table, path, words)) + "\r\n"


def _line(text: str) -> str:
    return " ".join(text.split("\n")).replace("\r", " ").encode("utf-8", "replace").decode()


def _lines(content: Content, provenance: Provenance, table: FileTable, path: str, words: Wording) -> Iterator[str]:
    yield content.title
    yield "=" * len(content.title)
    yield from filter(None, (content.subtitle, content.summary))
    yield ""
    for name, text in facts_of(content, provenance, words):
        yield words.say("{label}: {value}", label=name, value=text)
    yield from _section(words.say("Files"))
    yield words.say("{label}: {value}", label=path, value=words.say("one line for each figure"))
    yield words.say("{label}: {value}", label=DESCRIPTOR, value=words.say("description as a Data Package (version 2)"))
    yield words.say("{label}: {value}", label=f"{path}-metadata.json", value=words.say("description as W3C CSVW"))
    yield from _section(words.say("Columns"))
    for column in table.columns:
        yield f"- {column.title} ({column.name})"
    yield from _section(words.say("Indicators"))
    for measure in content.measures:
        yield words.say("{label}: {value}", label=measure.code, value=f"{measure.label} ({measure.unit or '–'})")
    yield from _section(words.say("Statuses and qualifiers"))
    for item in content.legend:
        yield words.say("{label}: {value}", label=item.code, value=item.label)
    yield words.say("An empty cell is a gap: its status says why. It is never zero.")
    yield from _section(words.say("Notes"))
    yield from (f"- {note}" for note in content.notes)


def _section(title: str) -> Iterator[str]:
    yield ""
    yield title
    yield "-" * len(title)
