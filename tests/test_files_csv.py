"""The CSV file of an exhibit: every figure with all that belongs to it, safe in a spreadsheet, readable again."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loaders.exhibit import Exhibit
from loaders.files.formats import FileFormat, picture_file
from loaders.files.spreadsheet_text import as_text
from loaders.language import Language, wording
from loaders.provenance import exhibit_provenance
from tests.sample_data import exhibit_of
from tests.sample_files import csv_lines, pictures

BERLIN = ("private_funding", "region_amount", {"time_period": "2024"})
PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?(?:e[-+][0-9]+)?")

Line = dict[str, str]


def lines(exhibit: Exhibit, language: Language) -> list[Line]:
    """The file of an exhibit, read as a spreadsheet of that language would."""
    return csv_lines(file_bytes(exhibit, language), language)


def file_bytes(exhibit: Exhibit, language: Language) -> bytes:
    """The file of an exhibit, which need not be one of the project."""
    return picture_file(exhibit, FileFormat.CSV, exhibit_provenance(exhibit, edition=None), wording(language))


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "ref_area;Territoire;geo_level;Niveau géographique;time_period;Période;segment;"),
        ("en", "ref_area,Area,geo_level,Geographical level,time_period,Period,segment,"),
    ],
)
def test_a_file_begins_as_the_spreadsheets_of_its_language_expect(language: Language, heading: str) -> None:
    content = file_bytes(exhibit_of(*BERLIN, language), language)

    assert content.startswith(b"\xef\xbb\xbf" + heading.encode())
    assert content.endswith(b"\r\n")
    assert content.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize(
    ("language", "column", "numbers"),
    [("fr", "Valeur", ["23", "11,7", "9", "7,5"]), ("en", "Value", ["23", "11.7", "9", "7.5"])],
)
def test_decimals_are_those_of_the_language(language: Language, column: str, numbers: list[str]) -> None:
    exhibit = exhibit_of("private_funding", "ticket_trend", {}, language)

    assert [line[column] for line in lines(exhibit, language)] == numbers


def test_every_figure_has_its_source_page_and_status() -> None:
    exhibit = exhibit_of(*BERLIN, "en")

    first = lines(exhibit, "en")[0]

    assert first == {
        "ref_area": "FR10",
        "Area": "Île-de-France",
        "geo_level": "region",
        "Geographical level": "Large regions",
        "time_period": "2024",
        "Period": "2024",
        "segment": "all",
        "Segment": "All segments",
        "measure": "amount",
        "Indicator": "Amount invested",
        "Unit": "€M",
        "Value": "480",
        "Qualifier": "as printed",
        "Status": "A (normal value)",
        "Computed from": "",
        "Source": "Medi'Scope, le radar des innovations santé franciliennes, édition 2025",
        "Page": "8, 37",
        "Producer": "PitchBook by Choose Paris Region",
        "Note": "",
        "Dataset": "private_funding",
        "Data version": exhibit.data_version,
    }


def test_the_other_printed_value_follows_the_one_that_is_shown() -> None:
    found = [(line["Area"], line["Value"], line["Page"]) for line in lines(exhibit_of(*BERLIN, "en"), "en")]

    assert found == [
        ("Île-de-France", "480", "8, 37"),
        ("Zurich", "367", "8, 37"),
        ("Berlin", "346", "37"),
        ("Berlin", "345", "8"),
    ]


def test_a_gap_is_an_empty_value_with_its_reason() -> None:
    exhibit = exhibit_of("employment_by_department", "departement_ranking", {"measure": "jobs_share"}, "fr")

    gap = lines(exhibit, "fr")[-1]

    assert (gap["Département"], gap["Valeur"], gap["Précision"]) == ("Val-d'Oise", "", "")
    assert gap["Statut"] == "L (existe, mais non chiffré dans le texte de l’étude)"


def test_an_estimate_says_from_what_it_was_computed() -> None:
    exhibit = exhibit_of("employment_by_department", "departement_ranking", {"measure": "jobs_estimated"}, "en")

    first = lines(exhibit, "en")[0]

    assert (first["Value"], first["Qualifier"], first["Status"]) == ("36000", "approximate", "E (estimated value)")
    assert first["Computed from"].startswith("The printed share of the département, applied to the regional total")


@given(st.text(max_size=30))
@example("=HYPERLINK(0)")
@example("-1_000")
@example("+inf")
@example("-nan")
@example("@SUM(A1)")
@example("\t=1")
def test_no_cell_is_taken_for_a_formula_and_no_text_is_lost(text: str) -> None:
    cell = as_text(text)

    assert cell.removeprefix("'") == text.removeprefix("'")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or PLAIN_NUMBER.fullmatch(cell)


@pytest.mark.parametrize("number", ["12", "-36", "+48", "-0.5", "-3,5", "-1e-07", "0"])
def test_a_number_stays_a_number(number: str) -> None:
    assert as_text(number) == number


@given(st.text(alphabet='",;\n\r=+-@\u2028é a', max_size=20).filter(lambda text: text.strip() == text))
def test_whatever_a_label_holds_the_file_can_be_read_again(label: str) -> None:
    exhibit = exhibit_of(*BERLIN, "fr")
    mark = exhibit.marks[0]
    item = replace(mark.category, label=label)
    figure = replace(mark.figure, key=(("ref_area", item), *mark.key[1:]))
    hostile = replace(exhibit, marks=(replace(mark, category=item, figures=(figure,)),))

    (line,) = lines(hostile, "fr")

    assert line["Territoire"] == as_text(label)
    assert line["Valeur"] == "480"


def test_a_value_that_is_withheld_says_why() -> None:
    exhibit = exhibit_of(*BERLIN, "en")
    figure = replace(exhibit.marks[0].figure, value=None, qualifier="=", status="Q", confidentiality="C")
    secret = replace(exhibit, marks=(replace(exhibit.marks[0], figures=(figure,)),))

    (line,) = lines(secret, "en")

    assert (line["Value"], line["Qualifier"], line["Status"]) == ("", "", "Q (missing: suppressed)")
    assert line["Confidentiality"] == "C (confidential)"


def test_a_coded_value_says_what_it_stands_for() -> None:
    coded = "relative_prevalence"
    exhibits = [one for one in pictures("ai_startup_challenges", "en") if coded in {of.code for of in one.measures}]

    told = {
        (line["Value"], line["Meaning"])
        for exhibit in exhibits
        for line in lines(exhibit, "en")
        if line["measure"] == coded
    }

    assert told == {("1", "more pronounced"), ("-1", "less pronounced")}


def test_no_two_columns_have_one_heading() -> None:
    exhibit = exhibit_of(*BERLIN, "en")
    named = dict.fromkeys(exhibit.dimension_labels, "Source")

    heading = file_bytes(replace(exhibit, dimension_labels=named), "en").decode("utf-8-sig").splitlines()[0].split(",")

    assert len(set(heading)) == len(heading)
    assert {"Source", "Source (2)", "Source (5)"} <= set(heading)
