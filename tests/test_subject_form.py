"""A new subject without code: a form is answered, and the subject is read, composed and explored like any other."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from loaders.audit import audit
from loaders.catalogue import read_catalogue
from loaders.composition import compose
from loaders.declaration import Declaration
from loaders.language import LANGUAGES, Language, wording
from loaders.library import Library, read_library
from loaders.measure import MeasureKind
from loaders.parquet_file import write_parquet
from loaders.subjects.declaration_text import write_declaration
from loaders.subjects.subject_declaration import missing, to_declaration
from loaders.subjects.subject_fields import (
    MEASURE_FIELDS,
    SOURCE_FIELDS,
    SUBJECT_FIELDS,
    UNIT_FIELDS,
    Fault,
    Need,
    Problem,
    problem_text,
)
from loaders.subjects.subject_form import SourceForm, SubjectForm, blank_form
from tests.sample_data import ROWS, frame, library, row, sample_folder, selections

CATALOGUE = library().catalogue
#: The invented dataset over two years.
TABLE = frame([*ROWS, *(row(area, "beds", 90.0, time_period="2023") for area in ("FR101", "FR10", "FR"))])
REQUIRED = [field.name for field in SUBJECT_FIELDS if field.need is Need.REQUIRED]


def answered(table: pl.DataFrame = TABLE) -> SubjectForm:
    """The form of a table with an answer to everything that is required."""
    form = blank_form(table, "Clinics 2024", CATALOGUE)
    return replace(
        form,
        title_fr="Cliniques",
        summary_fr="Lits par département.",
        licence_fr="Licence Ouverte 2.0",
        processing_level="minor",
        dimensions=tuple(replace(one, label_fr=one.label_fr or "Spécialité") for one in form.dimensions),
        measures=tuple(
            replace(one, label_fr=f"Mesure {one.id}", unit="bed", unit_fr="lits", kind=MeasureKind.COUNT)
            for one in form.measures
        ),
        source=SourceForm(id="drees-2025", title="Panorama", publisher="DREES", year="2025", url="https://example.org"),
    )


def declared(form: SubjectForm) -> Declaration:
    """The declaration of a form that has everything."""
    made = to_declaration(form, CATALOGUE)
    assert isinstance(made, Declaration), made
    return made


def faults(form: SubjectForm) -> list[tuple[str, Fault]]:
    """What stands against a form: places and faults."""
    made = to_declaration(form, CATALOGUE)
    assert isinstance(made, tuple)
    return [(one.place, one.fault) for one in made]


def published(root: Path, form: SubjectForm, table: pl.DataFrame) -> Library:
    """A library in which the subject of a form stands beside another."""
    folder = sample_folder(root / "data")
    subject = declared(form)
    write_declaration(subject, folder)
    renamed = table.with_columns(pl.col("source_id").str.replace(".*", form.source.id))
    write_parquet(renamed, folder.parquet(subject.id))
    return read_library(read_catalogue(folder))


def test_a_form_proposes_what_the_table_says_and_nothing_else() -> None:
    form = blank_form(TABLE, "Clinics 2024", CATALOGUE)

    assert form.id == "clinics_2024"
    assert [(one.id, one.kind.value) for one in form.dimensions] == [
        ("ref_area", "area"),
        ("specialty", "code"),
        ("time_period", "period"),
    ]
    assert [one.id for one in form.measures] == ["beds", "staff", "staff_per_bed"]
    assert {(one.unit, one.kind, one.label_fr) for one in form.measures} == {("", None, "")}
    assert (form.title_fr, form.licence_fr, form.processing_level) == ("", "", "")
    assert form.source.id == "mediscope-2025"


def test_an_empty_form_names_everything_that_is_required_and_nothing_that_is_not() -> None:
    form = replace(blank_form(TABLE, "clinics", CATALOGUE), source=SourceForm())

    places = [place for place, fault in faults(form) if fault is Fault.MISSING]

    measures = [f"measures.{one.id}.{name}" for one in form.measures for name in ("label_fr", "unit", "kind")]
    sources = [f"source.{field.name}" for field in SOURCE_FIELDS if field.need is Need.REQUIRED]
    assert places == [*REQUIRED[1:], "dimensions.specialty.label_fr", *measures, *sources]


def test_recommended_fields_do_not_stand_in_the_way() -> None:
    form = answered()

    recommended = [one.place for one in missing(form, CATALOGUE, Need.RECOMMENDED)]

    assert declared(form).title.en == "Cliniques"
    assert {"title_en", "summary_en", "licence_en", "contact", "next_update"} <= set(recommended)
    assert "source.url" not in recommended


def test_english_answers_are_kept_beside_the_french_ones() -> None:
    made = declared(replace(answered(), title_en="Clinics", licence_en="Open licence", contact="desk"))

    assert (made.title.fr, made.title.en) == ("Cliniques", "Clinics")
    assert (made.licence.title.en, made.contact, made.next_update) == ("Open licence", "desk", None)


@pytest.mark.parametrize("name", REQUIRED)
def test_each_required_field_is_missed(name: str) -> None:
    emptied: dict[str, Any] = {name: " "}
    form = replace(answered(), **emptied)

    assert (name, Fault.MISSING) in faults(form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (replace(answered(), id="fdi_rankings"), ("id", Fault.TAKEN)),
        (replace(answered(), id="Not An Id"), ("id", Fault.INVALID)),
        (replace(answered(), processing_level="much"), ("processing_level", Fault.INVALID)),
        (replace(answered(), dimensions=()), ("dimensions", Fault.NONE_LEFT)),
        (replace(answered(), measures=()), ("measures", Fault.NONE_LEFT)),
        (replace(answered(), source=replace(answered().source, year="last")), ("source.year", Fault.INVALID)),
        (replace(answered(), source=replace(answered().source, id="Not An Id")), ("source.id", Fault.INVALID)),
        (
            replace(answered(), measures=(replace(answered().measures[0], decimals=9),)),
            ("measures.beds.decimals", Fault.INVALID),
        ),
    ],
    ids=lambda one: "" if isinstance(one, SubjectForm) else "-".join(one),
)
def test_an_answer_that_cannot_be_is_named(form: SubjectForm, expected: tuple[str, Fault]) -> None:
    assert expected in faults(form)


def test_a_known_source_needs_no_description() -> None:
    made = declared(replace(answered(), source=SourceForm(id="mediscope-2025")))

    assert (made.sources, made.studies) == (("mediscope-2025",), ())


def test_a_known_unit_needs_no_description_and_a_new_one_does() -> None:
    form = answered()
    known = replace(form, measures=tuple(replace(one, unit="percent", unit_fr="") for one in form.measures))
    unnamed = replace(form, measures=tuple(replace(one, unit_fr="") for one in form.measures))

    assert declared(known).units == ()
    assert [unit.id for unit in declared(form).units] == ["bed"]
    assert [place for place, _ in faults(unnamed)] == [f"measures.{one.id}.unit_fr" for one in form.measures]


@pytest.mark.parametrize(
    ("areas", "layer", "where"),
    [
        (["FR101", "FR102"], "idf_departements", {}),
        (["FR101", "FR102", "FR10"], "idf_departements", {"ref_area": ("FR101", "FR102")}),
        (["FR10", "UKI", "DE3"], "europe_regions", {}),
        (["FR", "DE", "US"], "europe_countries", {"ref_area": ("FR", "DE")}),
        (["FR10"], None, {}),
        (["EUROPE", "US"], None, {}),
    ],
)
def test_areas_are_put_on_the_map_that_has_them(
    areas: list[str], layer: str | None, where: dict[str, tuple[str, ...]]
) -> None:
    made = declared(answered(frame([row(area, "beds", 1.0) for area in areas])))

    maps = [(view.layer, view.where) for view in made.views if view.layer]
    assert maps == ([(layer, where)] if layer else [])
    assert [view.id for view in made.views][-2:] == ["default_ranking", "all_figures"]


def test_a_table_of_periods_alone_has_lines_and_a_table() -> None:
    table = pl.DataFrame({"year": ["2022", "2023"], "beds": [1.0, 2.0]})

    assert [view.kind.value for view in declared(answered(table)).views] == ["trend", "table"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_subject_is_read_and_all_its_views_are_composed(tmp_path: Path, language: Language) -> None:
    form = answered()
    read = published(tmp_path, form, TABLE)

    composed = {
        view.id: [
            exhibit
            for chosen in selections(read, form.id, view, language)
            if (exhibit := compose(read, form.id, view, chosen, wording(language)))
        ]
        for view in read.catalogue.declaration(form.id).views
    }

    assert read.all_findings == ()
    assert list(composed) == ["default_map", "default_ranking", "default_trend", "all_figures"]
    assert all(composed.values())
    assert len(composed["all_figures"][0].marks) == TABLE.height
    assert "Panorama" in composed["all_figures"][0].source_line
    assert any(one.title == "Cliniques" for one in audit(read, wording(language)).coverage)


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_is_one_sentence_that_names_its_field(fault: Fault, language: Language) -> None:
    problem = Problem(place="measures.beds.unit", fault=fault, detail="x")

    text = problem_text(problem, wording(language))

    assert "beds" in text
    assert "{" not in text
    assert problem_text(problem, wording("en")).startswith("Indicators, beds, Unit: ")


def test_every_field_of_the_form_has_a_name_for_people() -> None:
    subject = {field.name for field in SUBJECT_FIELDS}
    asked = set(SubjectForm.__dataclass_fields__) - {"dimensions", "measures", "source"}

    assert subject == asked
    assert all(field.label for field in (*SUBJECT_FIELDS, *MEASURE_FIELDS, *UNIT_FIELDS, *SOURCE_FIELDS))
