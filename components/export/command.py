"""What the command line does: orders for views, languages and formats, carried out one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from components.export.exchange import SentNotice
from components.export.index import Checked, FailedOrder, Index, IndexedFile, indexed
from components.export.order import Form, Order, PageSize, Subject
from components.export.refusal import RefusedError, unknown_view, unwritable
from components.export.subjects import settled_subject
from components.export.workshop import Workshop
from components.print.check import checked, finding_text
from loaders.folder import DataFolder
from loaders.language import Language, Wording, wording
from loaders.notice import Notice
from loaders.writing import write_whole

INDEX = "index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for; `views` are names as `dataset/view`, None for all of the catalogue."""

    views: tuple[str, ...] | None
    chosen: tuple[tuple[str, str], ...]
    languages: tuple[Language, ...]
    forms: tuple[Form, ...]
    page: PageSize
    whole_dataset: bool
    day: date
    base: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Lines for people, the same as JSON, and what went wrong."""

    lines: tuple[str, ...]
    content: str
    problems: tuple[str, ...]


def export_all(asked: Asked, out: Path) -> Outcome:
    """Writes the files and their index into a folder; what fails is named, everything else is delivered."""
    workshop = Workshop(DataFolder(asked.folder))
    files: list[IndexedFile] = []
    failed: list[FailedOrder] = []
    for name, language in _wanted(asked, workshop):
        words = wording(language)
        for form in asked.forms:
            try:
                order = _order(asked, workshop, name, language, form)
                delivery = workshop.deliver(order)
                _write(out / delivery.name, delivery.content, words)
                files.append(indexed(order, delivery))
            except RefusedError as error:
                why = SentNotice.of(error.notice)
                failed.append(FailedOrder(view=name, form=form, language=language, why=why))
    index = Index(files=tuple(files), failed=tuple(failed))
    content = index.model_dump_json(indent=2)
    problems = [line for one in failed for line in notice_lines(one.why.notice, wording(one.language))]
    if files:
        _write(out / INDEX, (content + "\n").encode(), wording(asked.languages[0]))
    return Outcome(lines=tuple(one.file for one in files), content=content, problems=tuple(problems))


def check_all(asked: Asked) -> Outcome:
    """The check of the figures alone: contrast, colour vision, greyscale; a finding is a problem."""
    workshop = Workshop(DataFolder(asked.folder))
    lines: list[str] = []
    problems: list[str] = []
    for name, language in _wanted(asked, workshop):
        words = wording(language)
        try:
            exhibit = workshop.exhibit(_subject(asked, workshop, name, language))
            found = checked(workshop.picture(exhibit, asked.page).scene, exhibit)
        except RefusedError as error:
            problems += notice_lines(error.notice, words)
            continue
        view = f"{name} ({language})"
        lines.append(words.count("{view}: {n} finding", "{view}: {n} findings", len(found), view=view))
        problems += [f"{view}: {finding_text(one, words)}" for one in found]
    content = Checked(views=tuple(lines), findings=tuple(problems)).model_dump_json(indent=2)
    return Outcome(lines=tuple(lines), content=content, problems=tuple(problems))


def notice_lines(notice: Notice, words: Wording) -> Iterator[str]:
    """The four parts of a notice as lines."""
    yield notice.what
    yield f"  {notice.where}"
    yield "  " + words.say("{label}: {value}", label=words.say("Expected"), value=notice.expected)
    yield "  " + words.say("{label}: {value}", label=words.say("What to do"), value=notice.remedy)


def _wanted(asked: Asked, workshop: Workshop) -> Iterator[tuple[str, Language]]:
    for name in asked.views if asked.views is not None else workshop.views():
        for language in asked.languages:
            yield name, language


def _subject(asked: Asked, workshop: Workshop, name: str, language: Language) -> Subject:
    if name not in workshop.views():
        raise unknown_view(name, workshop.views(), wording(language))
    return settled_subject(workshop.library(), name, asked.chosen, language)


def _order(asked: Asked, workshop: Workshop, name: str, language: Language, form: Form) -> Order:
    return Order(
        subject=_subject(asked, workshop, name, language),
        form=form,
        page=asked.page,
        whole_dataset=asked.whole_dataset,
        day=asked.day,
        base=asked.base,
    )


def _write(path: Path, content: bytes, words: Wording) -> None:
    try:
        write_whole(path, content)
    except OSError as error:
        raise unwritable(str(path.parent), error.strerror or type(error).__name__, words) from None
