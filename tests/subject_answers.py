"""A file of no dataset, and an analyst who answers what it does not say."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from loaders.catalogue import read_catalogue
from loaders.declaration import Declaration
from loaders.editions.edition import Published, Statement
from loaders.folder import DataFolder
from loaders.intake.desk import Told
from loaders.intake.intake import Intake, take_in, take_in_table, with_subject
from loaders.intake.publication import publish_intake
from loaders.intake.question import QuestionKind
from loaders.intake.raw_table import RawTable
from loaders.library import Library, read_library
from loaders.measure import MeasureKind
from loaders.parquet_file import write_parquet
from loaders.subjects.subject_declaration import to_declaration
from loaders.subjects.subject_form import SourceForm, SubjectForm, blank_form
from loaders.subjects.subject_mapping import mapping_of
from loaders.subjects.table_numbers import Decimal, told_layout, with_numbers
from loaders.subjects.table_shape import Uses
from tests.analyst import desk_of
from tests.published import NOW
from tests.sample_data import frame, library, row

CATALOGUE = library().catalogue
SAID = Statement(label="2024", comment="", author="ada")
#: A table as a statistician might send it, with decimal commas, a gap, a remark and a column that nobody needs.
WIDE = """Cliniques en Île-de-France;;;;
Département;Année;Type de site;Lits;Part (%);source_page
Paris;2023;Hôpital public;1 950;39,5;12
Paris;2024;Hôpital public;2 010;40,25;12
Hauts-de-Seine;2024;Clinique privée;n.d.;22,0;13
Yvelines;2024;Clinique privée;80;;13
"""
#: A file in the long form of a subject that nobody has declared.
LONG = frame(
    [
        row("FR101", "beds_open", 120.0),
        row("FR102", "beds_open", None, obs_note="not counted"),
        row("FR101", "beds_open", 118.0, time_period="2023"),
        row("FR101", "nurses", 300.5, obs_qualifier=">", obs_status="E"),
    ]
)


def form_of(table: RawTable, decimal: Decimal | None = None, uses: Uses | None = None) -> SubjectForm:
    """The form of a table as the desk proposes it."""
    layout = told_layout(table, decimal)
    assert layout is not None
    return blank_form(with_numbers(table, layout), "Cliniques 2024", CATALOGUE, uses)


def filled(form: SubjectForm, source: str = "drees-2025") -> SubjectForm:
    """The form with an answer to everything that is required."""
    return replace(
        form,
        title_fr="Cliniques",
        summary_fr="Lits par département.",
        licence_fr="Licence Ouverte 2.0",
        processing_level="minor",
        dimensions=tuple(replace(one, label_fr=one.label_fr or one.id) for one in form.dimensions),
        measures=tuple(
            replace(one, label_fr=f"Mesure {one.id}", unit="percent", kind=MeasureKind.SHARE)
            if one.id == "part"
            else replace(one, label_fr=f"Mesure {one.id}", unit="bed", unit_fr="lits", kind=MeasureKind.COUNT)
            for one in form.measures
        ),
        source=SourceForm(id=source, title="Panorama", publisher="DREES", year="2025"),
    )


def taken(table: RawTable, form: SubjectForm, folder: DataFolder, decimal: Decimal | None = None) -> Intake:
    """The table as observations of the subject of a form, as the desk takes it in."""
    desk = desk_of(folder)
    subject = to_declaration(form, desk.catalogue)
    assert isinstance(subject, Declaration), subject
    extended = replace(desk, catalogue=with_subject(desk.catalogue, subject))
    mapping = mapping_of(form, table, decimal)
    made = take_in_table(table, extended, Told(dataset=subject.id, mapping=mapping), file="new")
    return replace(made, subject=subject)


def accepted(table: RawTable, form: SubjectForm, folder: DataFolder, decimal: Decimal | None = None) -> pl.DataFrame:
    """The observations of a table against which nothing stands."""
    made = taken(table, form, folder, decimal)
    assert made.proposal is None, made.findings
    assert made.findings == ()
    assert made.frame is not None
    return made.frame


def published(table: RawTable, form: SubjectForm, folder: DataFolder) -> Library:
    """What readers have after the subject was published."""
    made = taken(table, form, folder)
    assert made.verdict.accepted, made.findings
    assert isinstance(publish_intake(made, SAID, folder, NOW), Published)
    return read_library(read_catalogue(folder))


def table_of(path: Path, folder: DataFolder) -> RawTable:
    """The decoded table of a file that is of no dataset, as the desk gets it."""
    unknown = take_in(path, desk_of(folder))
    assert unknown.proposal is not None
    assert [one.kind for one in unknown.proposal.questions] == [QuestionKind.DATASET]
    assert unknown.table is not None
    return unknown.table


def wide_file(root: Path) -> Path:
    """The wide table as a file."""
    path = root / "cliniques.csv"
    path.write_text(WIDE, encoding="utf-8")
    return path


def long_file(root: Path) -> Path:
    """The long table as a file."""
    path = root / "clinics.parquet"
    write_parquet(LONG, path)
    return path
