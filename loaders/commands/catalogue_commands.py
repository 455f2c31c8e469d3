"""Commands on the catalogue: build, list, describe, template, audit."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from loaders.audit import Audit, audit
from loaders.catalogue import Catalogue
from loaders.commands.answer import Answer, Exit
from loaders.editions.edition import DamagedHistoryError
from loaders.language import Wording
from loaders.library import read_library
from loaders.overview import describe, summaries
from loaders.subjects.template_format import TemplateFormat
from loaders.transcription import TranscriptionError
from loaders.writing import write_whole


def build_all(catalogue: Catalogue, words: Wording) -> Answer:
    """Builds every transcription and the map layers; published editions stay."""
    # Loaded for this command alone: what projects boundaries takes time to load, and other commands are waited for.
    from loaders.build import ContractBrokenError, build_steps  # noqa: PLC0415

    lines: list[str] = []
    try:
        for step in build_steps(catalogue.folder):
            name = str(step.path.relative_to(catalogue.folder.root))
            kept = words.say("{file}: edition {number} stays, an analyst published it", file=name, number=step.kept)
            lines.append(name if step.kept is None else kept)
    except (TranscriptionError, DamagedHistoryError) as error:
        return Answer(exit=Exit.REFUSED, lines=tuple(lines), problems=(str(error),))
    except ContractBrokenError as error:
        return Answer(exit=Exit.REFUSED, lines=tuple(lines), findings=error.findings)
    refused = bool(catalogue.findings)
    return Answer(exit=Exit.REFUSED if refused else Exit.ACCEPTED, lines=tuple(lines), findings=catalogue.findings)


def list_all(catalogue: Catalogue, words: Wording) -> Answer:
    """Every declared dataset with its coverage and its version."""
    library = read_library(catalogue)
    listed = summaries(library, words)
    return Answer(
        lines=tuple(one.line() for one in listed),
        content=[one.as_json() for one in listed],
        findings=library.all_findings,
    )


def describe_one(dataset: str, catalogue: Catalogue, words: Wording) -> Answer:
    """What is declared of a dataset."""
    declaration = catalogue.declaration(dataset)
    return Answer(
        lines=tuple(describe(declaration, catalogue, words)),
        content=declaration.model_dump(mode="json", exclude_none=True),
    )


def write_template(dataset: str, kind: TemplateFormat, out: Path, catalogue: Catalogue, words: Wording) -> Answer:
    """Writes the form that analysts fill in, with everything that is published already."""
    from loaders.subjects.template import template, template_bytes  # noqa: PLC0415 - what writes workbooks

    declaration = catalogue.declaration(dataset)
    read = read_library(catalogue).dataset(dataset)
    form = template(declaration, catalogue, words, read.observations if read else None)
    write_whole(out, template_bytes(form, kind))
    text = words.say("Written: {rows} rows to {file}.", rows=form.rows.height, file=out)
    return Answer(lines=(text,), content={"file": str(out), "rows": form.rows.height})


def audit_all(catalogue: Catalogue, words: Wording) -> Answer:
    """Gaps, contradictions, figures that do not follow from others, of everything published."""
    library = read_library(catalogue)
    found = audit(library, words)
    return Answer(lines=tuple(_audit_lines(found, words)), content=asdict(found), findings=library.all_findings)


def as_text(content: object) -> str:
    """The content of an answer as JSON."""
    return json.dumps(content, ensure_ascii=False, indent=2, default=str)


def _audit_lines(found: Audit, words: Wording) -> Iterator[str]:
    for one in found.coverage:
        known = words.say("{known} of {all} figures known", known=one.known, all=one.observations)
        yield words.say("{label}: {value}", label=one.title, value=known)
    for gap in found.gaps:
        yield words.say("Gap: {dataset}: {what}", dataset=gap.dataset, what=gap.what)
    for contradiction in found.contradictions:
        yield words.say(
            "Contradiction: {what}: {shown}; also {others}",
            what=contradiction.what,
            shown=contradiction.shown,
            others=contradiction.others,
        )
    for discrepancy in found.discrepancies:
        yield words.say(
            "Does not follow: {what}: printed {printed}, computed {computed} ({explanation})",
            what=discrepancy.what,
            printed=discrepancy.printed,
            computed=discrepancy.recomputed,
            explanation=discrepancy.explanation,
        )
