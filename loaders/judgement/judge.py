"""The verdict of all rules over a table in long form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from loaders.areas import Area
from loaders.contract import check
from loaders.declaration import Declaration
from loaders.finding import Finding
from loaders.judgement.case import Case, judged_columns
from loaders.judgement.geography import mixed_levels, totals_beside_members
from loaders.judgement.ranks import bands_as_numbers, ranks_without_size
from loaders.judgement.shares import sums
from loaders.judgement.subject import off_subject_areas, off_subject_codes
from loaders.judgement.succession import fewer_areas, future_periods, jumps
from loaders.progress import Progress, Stage, unseen

_RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    mixed_levels,
    totals_beside_members,
    ranks_without_size,
    bands_as_numbers,
    sums,
    future_periods,
    jumps,
    fewer_areas,
)
#: The contract and the subject, which are looked at before the rules.
_BEFORE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a table is judged by: the dataset that it claims to be of, what is published of it, and today's date."""

    declaration: Declaration
    areas: Mapping[str, Area]
    published: pl.DataFrame | None
    today: date


def judge(frame: pl.DataFrame, file: str, bench: Bench, progress: Progress = unseen) -> tuple[Finding, ...]:
    """Everything that stands against a table: the contract first, then, where it holds, what a statistician asks.

    Args:
        frame: the table in long form; optional columns may be missing.
        file: the name of the file, for the findings.
        bench: what the table is judged by.
        progress: who is told which share of the rules is done.
    """
    progress(Stage.JUDGING, 0)
    declaration = bench.declaration
    strange = off_subject_codes(frame, declaration, bench.areas, file)
    if strange:
        return (strange,)
    broken = check(frame, declaration, bench.areas, file)
    if broken:
        return broken
    case = Case(
        frame=judged_columns(frame, declaration),
        published=None if bench.published is None else judged_columns(bench.published, declaration),
        declaration=declaration,
        areas=bench.areas,
        file=file,
        today=bench.today,
    )
    elsewhere = tuple(off_subject_areas(case))
    if elsewhere:
        return elsewhere
    findings: list[Finding] = []
    for place, rule in enumerate(_RULES, start=_BEFORE + 1):
        progress(Stage.JUDGING, place / (len(_RULES) + _BEFORE + 1))
        findings += rule(case)
    progress(Stage.JUDGING, 1)
    return tuple(findings)
