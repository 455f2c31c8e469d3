"""A dossier as YAML, for people to read: block style, one thing a line, nothing that has its default."""

import unicodedata

import yaml
from pydantic import ValidationError
from yaml import CSafeLoader, SafeDumper

from loaders.boards.board import Board
from loaders.finding import Finding, Rule

LARGEST_BOARD = 2_000_000
_DEEPEST, _LONGEST_NAME, _LINE = 8, 64, 120


class _Readable(SafeDumper):
    """Texts of several lines as they are written; no anchors, which reading refuses."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature is that of PyYAML
        """Write everything out."""
        return True


def _text(dumper: SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _text)


def as_yaml(board: Board) -> str:
    """A dossier as YAML that reads back as the same dossier."""
    content = {"form": board.form, "language": board.language} | board.model_dump(exclude_defaults=True)
    return yaml.dump(content, Dumper=_Readable, sort_keys=False, allow_unicode=True, width=_LINE)


def read_board_text(content: bytes, file: str) -> Board | Finding:
    """The dossier that a file holds, or what is wrong with the file."""
    if len(content) > LARGEST_BOARD:
        return _invalid(file, f"{len(content)} bytes, more than {LARGEST_BOARD}")
    try:
        text = content.decode()
        problem = _structure_problem(text)
        return _invalid(file, problem) if problem else Board.model_validate(yaml.load(text, Loader=CSafeLoader))
    except ValidationError as error:
        return _invalid(
            file, *(f"{'.'.join(map(str, one['loc']))}: {one['msg']}".removeprefix(": ") for one in error.errors())
        )
    except (yaml.YAMLError, ValueError) as error:  # ValueError: no UTF-8, or a date that YAML takes for one and is not
        return _invalid(file, " ".join(str(error).split())[:300])


def slug(title: str) -> str:
    """A name for a file, made of a title: "Île-de-France, 2026" becomes `ile_de_france_2026`; may be empty."""
    letters = unicodedata.normalize("NFKD", title.lower().replace("œ", "oe").replace("æ", "ae"))
    bare = (one for one in letters if not unicodedata.combining(one))
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in bare).split()
    while words and not words[0][0].isalpha():
        words = words[1:]
    return "_".join(words)[:_LONGEST_NAME].rstrip("_")


def _structure_problem(text: str) -> str | None:
    """What keeps a text from being loaded at all: aliases, which can grow without end, or too many levels."""
    depth = 0
    for event in yaml.parse(text, Loader=CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            return f"alias *{event.anchor}"
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return f"more than {_DEEPEST} levels"
    return None


def _invalid(file: str, *found: str) -> Finding:
    return Finding(rule=Rule.BOARD_INVALID, dataset=None, file=file, found=found)
