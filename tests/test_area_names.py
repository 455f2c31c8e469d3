"""Names of areas become codes; what is unknown or could be two areas stays unmatched."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.areas import Area
from loaders.intake.area_names import match_areas
from loaders.vocabulary import Text
from tests.sample_data import library

AREAS = library().catalogue.areas


@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
def test_an_area_is_known_by_its_code_and_both_its_names(area: Area) -> None:
    for name in (area.code, area.name.fr, area.name.en):
        assert match_areas([name], AREAS).codes == {name: area.code}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ile de France", "FR10"),
        ("ILE-DE-FRANCE", "FR10"),
        ("IDF", "FR10"),
        ("FR1", "FR10"),
        ("REG-11", "FR10"),
        ("11 Île-de-France", "FR10"),
        ("77.0", "FR102"),
        ("Val d’Oise", "FR108"),
        ("VAL D'OISE", "FR108"),
        ("hauts de seine", "FR105"),
        ("Hauts\u2011de\u2011Seine", "FR105"),
        ("  Par\u200bis ", "FR101"),
        ("DEP-75", "FR101"),
        ("75 - Paris", "FR101"),
        ("Paris (75)", "FR101"),
        ("FR101: Paris (département)", "FR101"),
        ("77", "FR102"),
        ("UK", "GB"),
        ("GBR", "GB"),
        ("fra", "FR"),
        ("CHE", "CH"),
        ("U.S.A.", "US"),
        ("Etats Unis", "US"),
        ("EU27_2020", "EU"),
        ("PACA", "FRL"),
        ("Rhenanie du Nord Westphalie", "DEA"),
        ("ZÜRICH", "CH04"),
    ],
)
def test_a_usual_spelling_is_known(name: str, code: str) -> None:
    assert match_areas([name], AREAS).codes == {name: code}


@pytest.mark.parametrize(
    "name", ["", " ", "Total", "Bavière", "Angleterre", "75", "93", "94", "76", "11", "44", "101", "F", "-"]
)
def test_a_name_that_is_unknown_or_ambiguous_stays_unmatched(name: str) -> None:
    found = match_areas([name], AREAS)

    assert (found.codes, found.unmatched) == ({}, (name,))


def test_insee_codes_of_one_level_say_what_the_others_of_the_column_are() -> None:
    departements = match_areas(["75", "77", "92", "93", "94"], AREAS)
    regions = match_areas(["01", "11", "75", "84", "93", "94"], AREAS)

    assert [departements.codes[code] for code in ("75", "93", "94")] == ["FR101", "FR106", "FR107"]
    assert [regions.codes[code] for code in ("11", "75", "93", "94")] == ["FR10", "FRI", "FRL", "FRM"]
    assert regions.unmatched == ("01",)


@pytest.mark.parametrize(
    "names",
    [
        ["75", "11"],
        ["75", "77"],
        ["75", "77", "92", "11"],
        ["75", "77", "92", "01"],
        ["11", "75", "84", "93"],
        ["75", "Paris", "Essonne"],
    ],
)
def test_an_insee_code_is_not_guessed_from_too_little_or_from_mixed_levels(names: list[str]) -> None:
    assert "75" in match_areas(names, AREAS).unmatched


def test_greece_is_known_by_its_code_in_eurostat_once_it_is_in_the_list() -> None:
    greece = replace(AREAS["FR"], code="GR", name=Text(fr="Grèce", en="Greece"))

    assert match_areas(["EL", "GRC"], {"GR": greece}).codes == {"EL": "GR", "GRC": "GR"}


@given(st.lists(st.text(max_size=12), unique=True))
def test_every_name_is_matched_to_a_listed_code_or_named_as_unmatched(names: list[str]) -> None:
    found = match_areas(names, AREAS)

    assert set(found.codes) | set(found.unmatched) == set(names)
    assert not set(found.codes) & set(found.unmatched)
    assert set(found.codes.values()) <= set(AREAS)
