"""`build FILE`: a dossier as files to take away, each slide that can be made, and the list of those that cannot."""

import hashlib
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from components.board.assembling import frozen_dossier, present_dossier, with_changes
from components.board.command import Command, refused
from components.board.dossier import Dossier, Progress
from components.board.formats import DossierFormat, dossier_file, dossier_file_name
from components.board.slide_texts import notice_parts
from components.export.refusal import RefusedError
from loaders.boards.board_text import read_board_text
from loaders.boards.frozen import frozen_editions, read_frozen
from loaders.boards.store import StoredBoard
from loaders.catalogue import read_catalogue
from loaders.commands.answer import Answer, Exit, MisusedError
from loaders.finding import Finding
from loaders.folder import DataFolder
from loaders.language import Wording
from loaders.library import read_library
from loaders.notice import Notice, notice
from loaders.writing import write_whole


def _declare(parser: ArgumentParser) -> None:
    formats = ",".join(DossierFormat)
    parser.add_argument("file", metavar="FILE", type=Path, help="the dossier, such as data/boards/ile_de_france.yaml")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the files")
    parser.add_argument(
        "--formats", default=formats, help=f"one or several of {formats}, with commas (all unless said)"
    )
    parser.add_argument("--template", type=Path, metavar="FILE", help="a .pptx file whose layouts are used")
    parser.add_argument("--frozen", metavar="EDITION", help="as it was frozen, such as 2026-11-26")
    parser.add_argument("--since", metavar="EDITION", help="also what has changed since this frozen edition")
    parser.add_argument("--base", default="", metavar="ADDRESS", help="address of the application, for links")


def _run(options: Namespace, words: Wording) -> Answer:
    forms = _formats(options.formats)
    dossier = _dossier(options, words)
    if isinstance(dossier, Finding):
        return refused(dossier)
    dossier = replace(dossier, template=_template(options.template))
    files: list[dict[str, str]] = []
    failed: list[tuple[DossierFormat, Notice]] = []
    for form in forms:
        try:
            files.append(_made(dossier, form, options.out))
        except RefusedError as error:
            failed.append((form, error.notice))
    troubles = [(slide.number, slide.title, slide.trouble) for slide in dossier.board.troubles if slide.trouble]
    problems = [
        *(line for form, one in failed for line in _told(form.upper(), one, words)),
        *(_told(words.say("Cover page"), dossier.logo_trouble, words) if dossier.logo_trouble else ()),
        *(line for number, title, one in troubles for line in _told(_slide(number, title, words), one, words)),
    ]
    return Answer(
        exit=Exit.REFUSED if problems else Exit.ACCEPTED,
        lines=tuple(one["file"] for one in files),
        problems=tuple(problems),
        findings=dossier.altered,
        content={
            "dossier": dossier.board.name,
            "edition": dossier.edition,
            "language": dossier.board.language,
            "versions": dict(dossier.versions),
            "files": files,
            "altered": [asdict(notice(one, words)) for one in dossier.altered],
            "logo": asdict(dossier.logo_trouble) if dossier.logo_trouble else None,
            "failed": [{"format": form.value} | asdict(one) for form, one in failed],
            "troubles": [{"slide": number, "title": title} | asdict(one) for number, title, one in troubles],
        },
    )


def _made(dossier: Dossier, form: DossierFormat, out: Path) -> dict[str, str]:
    content = dossier_file(dossier, form, _progress(dossier, form))
    path = out / dossier_file_name(dossier, form)
    write_whole(path, content)
    return {"file": path.name, "format": form.value, "checksum": hashlib.sha256(content).hexdigest()}


def _template(path: Path | None) -> bytes | None:
    if path is not None and not path.is_file():
        raise MisusedError(f"there is no file {path}")
    return path.read_bytes() if path else None


def _formats(text: str) -> tuple[DossierFormat, ...]:
    wanted = [part.strip() for part in text.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in tuple(DossierFormat)]
    if unknown or not wanted:
        raise MisusedError(f"unknown format {', '.join(unknown)!r}; known: {', '.join(DossierFormat)}")
    return tuple(dict.fromkeys(map(DossierFormat, wanted)))


def _dossier(options: Namespace, words: Wording) -> Dossier | Finding:
    """The dossier that was asked for, or why it cannot be read; its file is left alone.

    Raises:
        MisusedError: there is no such file or edition.
    """
    dossier = _frozen(options, options.frozen, words) if options.frozen else _present(options, words)
    earlier = _frozen(options, options.since, words) if options.since else None
    if isinstance(dossier, Finding) or earlier is None:
        return dossier
    return earlier if isinstance(earlier, Finding) else with_changes(dossier, earlier)


def _frozen(options: Namespace, edition: str, words: Wording) -> Dossier | Finding:
    folder, name = DataFolder(options.data), options.file.stem
    known = frozen_editions(folder, name)
    if edition not in known:
        raise MisusedError(f"{name} has no frozen edition {edition!r}; it has {', '.join(known) or 'none'}")
    frozen = read_frozen(folder, name, edition)
    return frozen if isinstance(frozen, Finding) else frozen_dossier(frozen, words.language, options.base)


def _present(options: Namespace, words: Wording) -> Dossier | Finding:
    path = options.file
    if not path.is_file():
        raise MisusedError(f"there is no file {path}")
    content = path.read_bytes()
    board = read_board_text(content, path.name)
    if isinstance(board, Finding):
        return board
    stored = StoredBoard(name=path.stem, board=board, digest=hashlib.sha256(content).hexdigest())
    library = read_library(read_catalogue(DataFolder(options.data)))
    return present_dossier(stored, library, path.parent, words.language, options.base)


def _progress(dossier: Dossier, form: DossierFormat) -> Progress:
    """Who watches a terminal sees which slide is being made; a log stays free of it."""
    count = len(dossier.board.slides)

    def told(done: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done >= count else ""
            sys.stderr.write(f"\r{form} {done}/{count}{end}")
            sys.stderr.flush()

    return told


def _slide(number: int, title: str, words: Wording) -> str:
    return words.say("Slide {number}: {title}", number=number, title=title)


def _told(about: str, one: Notice, words: Wording) -> Iterator[str]:
    yield about
    yield f"  {one.what}"
    yield from (f"  {words.say('{label}: {value}', label=name, value=text)}" for name, text in notice_parts(one, words))


BUILD = Command("build", "make the files of a dossier that are taken away", _declare, _run)
