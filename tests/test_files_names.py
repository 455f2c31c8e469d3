"""Names of files: what is in them can be told from outside, on every system."""

import re
from dataclasses import replace
from datetime import date

import pytest

from loaders.exhibit import Item
from loaders.files.names import dataset_stem, file_stem
from loaders.language import LANGUAGES, Language
from tests.sample_data import exhibit_of
from tests.sample_files import DATASETS, pictures

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("chosen", "language", "stem"),
    [
        ({"time_period": "2024"}, "fr", "private_funding-region_amount-2024-fr-2026-11-24"),
        ({"time_period": "2022/2024"}, "en", "private_funding-region_amount-2022_2024-en-2026-11-24"),
    ],
)
def test_a_name_says_subject_view_selection_language_and_day(
    chosen: dict[str, str], language: Language, stem: str
) -> None:
    assert file_stem(exhibit_of("private_funding", "region_amount", chosen, language), DAY) == stem


def test_a_view_without_choices_has_no_gap_in_its_name() -> None:
    exhibit = exhibit_of("private_funding", "ticket_trend", {}, "en")

    assert file_stem(exhibit, DAY) == "private_funding-ticket_trend-en-2026-11-24"


def test_the_name_of_a_dataset_says_language_and_day() -> None:
    assert dataset_stem("fdi_rankings", "fr", DAY) == "fdi_rankings-fr-2026-11-24"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_a_name_of_its_own_that_every_system_takes(language: Language) -> None:
    names = [file_stem(one, DAY) for dataset in DATASETS for one in pictures(dataset, language)]

    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9_.+-]{1,200}", name)] == []


def test_no_choice_leads_out_of_the_folder_or_makes_a_name_too_long() -> None:
    exhibit = exhibit_of("private_funding", "region_amount", {"time_period": "2024"}, "en")
    strange = tuple((str(place), Item(code, code)) for place, code in enumerate(["../../etc", "a:b\\c", "x" * 300]))

    stem = file_stem(replace(exhibit, selection=strange), DAY)

    assert stem.startswith("private_funding-region_amount-.._.._etc-a_b_c-xxx")
    assert stem.endswith("x-en-2026-11-24")
    assert len(stem) < 200
