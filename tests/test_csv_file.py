"""The CSV file of an exhibit: every figure with all that belongs to it, safe in a spreadsheet, readable again."""

import csv
import re
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loaders.csv_file import as_text, csv_bytes, file_stem
from loaders.exhibit import Exhibit
from loaders.language import LANGUAGES, Language, wording
from tests.sample_data import exhibit_of, library, selections

BERLIN = ("private_funding", "region_amount", {"time_period": "2024"})
#: The first view of each dataset and everything that it holds, in one choice.
SHOWN = [
    (name, view.id, chosen)
    for name, declared in library().catalogue.declarations.items()
    for view in declared.views
    for chosen in [next(selections(library(), name, view))]
]
PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?(?:e[-+][0-9]+)?")

Line = dict[str, str]


def lines(exhibit: Exhibit, language: Language) -> list[Line]:
    """The file of an exhibit, read as a spreadsheet of that language would."""
    text = csv_bytes(exhibit, wording(language)).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";" if language == "fr" else ",", strict=True))


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "ref_area;Territoire;geo_level;Niveau géographique;time_period;Période;segment;"),
        ("en", "ref_area,Area,geo_level,Geographical level,time_period,Period,segment,"),
    ],
)
def test_a_file_begins_as_the_spreadsheets_of_its_language_expect(language: Language, heading: str) -> None:
    content = csv_bytes(exhibit_of(*BERLIN, language), wording(language))

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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("dataset", "view", "chosen"), SHOWN, ids=[f"{name}-{view}" for name, view, _ in SHOWN])
def test_what_is_read_back_is_what_was_shown(
    dataset: str, view: str, chosen: dict[str, str], language: Language
) -> None:
    exhibit = exhibit_of(dataset, view, chosen, language)
    words = wording(language)

    read = [
        (
            line[words.say("Indicator")],
            line[words.say("Value")].replace(",", "."),
            line[words.say("Page")],
            line[words.say("Status")][0],
        )
        for line in lines(exhibit, language)
    ]

    labels = {measure.code: measure.label for measure in exhibit.measures}
    shown = [
        (labels[one.measure], "" if one.value is None else str(one.value), one.reference.page or "", one.status)
        for mark in exhibit.marks
        for figure in mark.figures
        if figure
        for one in (figure, *figure.alternatives)
    ]
    assert [(name, page, status) for name, _, page, status in read] == [(n, p, s) for n, _, p, s in shown]
    assert [value and float(value) for _, value, _, _ in read] == [value and float(value) for _, value, _, _ in shown]


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


@pytest.mark.parametrize(
    ("chosen", "language", "stem"),
    [
        ({"time_period": "2024"}, "fr", "private_funding-region_amount-2024-fr"),
        ({"time_period": "2022/2024"}, "en", "private_funding-region_amount-2022_2024-en"),
    ],
)
def test_the_name_of_the_file_says_what_is_in_it(chosen: dict[str, str], language: Language, stem: str) -> None:
    assert file_stem(exhibit_of("private_funding", "region_amount", chosen, language)) == stem
