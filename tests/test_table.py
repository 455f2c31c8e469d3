"""The table of an exhibit: the figures of its picture as text, in rows and columns."""

import pytest

from loaders.language import LANGUAGES, Language, wording
from loaders.table import Part, Table, table_of
from loaders.view import ViewKind
from tests.sample_data import Selection, exhibit_of, library, selections

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
NOT_PRINTED = "exists, but is not printed as text in the study"

SHOWN = [
    (name, view.id, chosen)
    for name, declared in library().catalogue.declarations.items()
    for view in declared.views
    for chosen in selections(library(), name, view)
]
IDS = ["-".join([name, view, *chosen.values()]) for name, view, chosen in SHOWN]


def table(dataset: str, view: str, chosen: Selection, language: Language) -> Table:
    """The table of an exhibit of the project."""
    return table_of(exhibit_of(dataset, view, chosen, language), wording(language))


def test_each_mark_of_a_picture_is_a_row() -> None:
    found = table("employment_by_department", "departement_ranking", {"measure": "jobs_share"}, "en")

    assert found == Table(
        columns=("Département", "Share of jobs (% of the regional total)", "Status", "Page"),
        rows=(
            ("Hauts-de-Seine", "39", "", "22-23"),
            ("Paris", "18", "", "22-23"),
            ("Val-de-Marne", "17", "", "22-23"),
            ("Essonne", "10", "", "22-23"),
            ("Seine-et-Marne", "not printed", NOT_PRINTED, "22-23"),
            ("Yvelines", "not printed", NOT_PRINTED, "22-23"),
            ("Seine-Saint-Denis", "not printed", NOT_PRINTED, "22-23"),
            ("Val-d'Oise", "not printed", NOT_PRINTED, "22-23"),
        ),
        numbers=(1,),
        parts=(Part.NAME, Part.VALUE, Part.STATUS, Part.PAGE),
    )


def test_several_measures_are_columns_with_their_units() -> None:
    found = table("fdi_rankings", "volume_and_size", {"geo_level": "country", "sector": "medical_devices"}, "fr")

    assert found.columns == ("Territoire", "Projets", "Emplois par projet", "Capitaux investis (M€)", "Statut", "Page")
    assert set(found.rows) == {
        ("Allemagne", "39", "41", "649,3", "", "26"),
        ("Irlande", "33", "182", f"2{NARROW}320,6", "", "26"),
        ("France", "33", "41†", "252,1", "", "26"),
    }


def test_series_are_a_column_of_their_own() -> None:
    found = table("private_funding", "ticket_trend", {}, "en")

    assert found == Table(
        columns=("Period", "Area", "Average ticket (€M)", "Status", "Page"),
        rows=(
            ("2022", "Île-de-France", "23", "", "37"),
            ("2022", "France", "11.7", "", "35"),
            ("2024", "Île-de-France", "9", "", "37"),
            ("2024", "France", "7.5", "", "35"),
        ),
        numbers=(2,),
        parts=(Part.NAME, Part.NAME, Part.VALUE, Part.STATUS, Part.PAGE),
    )


def test_bounds_stand_in_the_cell() -> None:
    found = table("private_funding", "country_amount", {}, "fr")

    assert found.rows[1] == ("France", f">{NBSP}5{NARROW}000†", "", "8, 34")


def test_a_table_with_columns_sets_one_category_in_each_row() -> None:
    found = table("fdi_rankings", "fdi_table", {"geo_level": "country", "sector": "pharmaceuticals"}, "en")

    spain = next(row for row in found.rows if row[0] == "Spain")
    assert found.columns[:4] == ("Area", "Rank by number of projects", "Projects", "Share of European projects (%)")
    assert [row[0] for row in found.rows] == ["Germany", "Spain", "United Kingdom", "France"]
    assert spain == (
        "Spain", "2nd", "39", "13", "4,775", "122", "2,127.2", "not printed", "122.4 (E)", "54.5 (E)", "26",
    )  # fmt: skip


def test_a_list_has_every_printed_value_with_its_note() -> None:
    found = table("private_funding", "all_figures", {}, "en")

    berlin = [row for row in found.rows if row[0] == "Berlin" and "2024" in row]
    assert found.columns[-4:] == ("Value", "Status", "Page", "Note")
    assert [(row[-4], row[-2], row[-1]) for row in berlin] == [
        ("€346M", "37", "345 on page 8: the source contradicts itself"),
        ("€345M", "8", "346 on page 37: the source contradicts itself"),
    ]


def test_a_list_leaves_out_what_does_not_vary() -> None:
    found = table("employment_by_department", "all_figures", {}, "en")

    assert found.columns == ("Département", "Indicator", "Value", "Status", "Page", "Note")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("dataset", "view", "chosen"), SHOWN, ids=IDS)
def test_every_table_is_complete(dataset: str, view: str, chosen: Selection, language: Language) -> None:
    exhibit = exhibit_of(dataset, view, chosen, language)
    found = table_of(exhibit, wording(language))

    cells = " | ".join(cell for row in found.rows for cell in row)
    figures = [figure for mark in exhibit.marks for figure in mark.figures if figure]
    assert len(set(found.columns)) == len(found.columns)
    assert {len(row) for row in found.rows} == {len(found.columns)}
    assert all(figure.text in cells or figure.spoken in cells for figure in figures)
    assert all(item.label in cells for item in exhibit.categories)
    if not (exhibit.kind is ViewKind.TABLE and exhibit.series):
        assert len(found.rows) == len(exhibit.marks)
