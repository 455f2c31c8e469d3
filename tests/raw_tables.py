"""Tables as decoding gives them, made in place."""

import polars as pl

from loaders.catalogue import Catalogue
from loaders.intake.conversion import Converted, convert
from loaders.intake.mapping import Mapping
from loaders.intake.proposal import Proposal, propose
from loaders.intake.question import Question, answered
from loaders.intake.raw_table import Content, Layout, RawTable

FIRST_ROW = 4
JOBS = "employment_by_department"

#: How an analyst would answer; by spelling, subject or kind of the question.
ANSWERS = {
    "source": "mediscope-2025",
    "status": "A",
    "qualifier": "=",
    "unit": "percent_of_regional_health_industries",
    "scale:jobs_share": "1",
    "empty_cells": "O",
    "measure": "jobs_share",
}


def raw(
    frame: pl.DataFrame | dict[str, list[str | None]], content: Content = Content.CSV, layout: Layout | None = None
) -> RawTable:
    """A table whose first row is the fourth of its file."""
    held = frame if isinstance(frame, pl.DataFrame) else pl.DataFrame(frame, schema=dict.fromkeys(frame, pl.String))
    return RawTable(content=content, frame=held, layout=layout or Layout(), first_row=FIRST_ROW)


def as_text(frame: pl.DataFrame, decimal: str = ".") -> pl.DataFrame:
    """The cells of a frame as a CSV has them: numbers with a decimal sign, nothing where the text is empty."""
    texts = frame.with_columns(pl.col(pl.Float64).cast(pl.String).str.replace(".", decimal, literal=True))
    return texts.with_columns(pl.all().replace("", None))


def asked(proposal: Proposal) -> list[tuple[str, str, str]]:
    """What is asked: kind, subject and spelling of each question."""
    return [(one.kind.value, one.subject, one.spelling) for one in proposal.questions]


def answer_all(
    table: RawTable, catalogue: Catalogue, dataset: str, answers: dict[str, str]
) -> tuple[Mapping, list[Question]]:
    """The complete mapping after all questions, answered by `subject`, `spelling` or `kind`, and what was asked."""
    known: Mapping | None = None
    heard: list[Question] = []
    for _ in range(6):
        proposal = propose(table, catalogue, dataset, known)
        assert proposal.mapping is not None
        known = proposal.mapping
        if not proposal.questions:
            return known, heard
        for question in proposal.questions:
            names = (f"{question.kind}:{question.subject}", question.spelling, question.subject, question.kind.value)
            known = answered(known, question, next(answers[name] for name in names if name in answers))
        heard += proposal.questions
    raise AssertionError(f"still asked: {heard[-1]}")


def converted(table: RawTable, mapping: Mapping, catalogue: Catalogue) -> Converted:
    """The table as the mapping says."""
    return convert(table, mapping, catalogue.declaration(mapping.dataset), catalogue, "new.csv")
