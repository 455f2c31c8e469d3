"""What the audit says of the studies' own figures: contradictions, sums, means, recomputations and gaps."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.audit import Audit, audit
from loaders.language import LANGUAGES, Language, wording
from loaders.observation import Observation
from loaders.recomputation import Recomputed, recomputed_means
from tests.sample_data import SHIPPED, library, visible


def found(language: Language) -> Audit:
    """The audit of the project."""
    return audit(library(), wording(language))


def observed(value: float | None) -> Observation:
    """A printed figure."""
    return Observation(
        key=(),
        measure="mean",
        value=value,
        status="A",
        confidentiality="F",
        qualifier="=",
        source_id="mediscope-2025",
        producer=None,
        page=None,
        note=None,
    )


def agrees(printed: float | None, recomputed: float) -> bool:
    """Whether a printed figure is said to follow from others."""
    return Recomputed(printed=observed(printed), value=recomputed, operands=()).agrees


def means() -> dict[tuple[str, ...], Recomputed]:
    """Every mean of foreign investment that can be recomputed, by measure, level, sector and area."""
    declaration = library().catalogue.declaration("fdi_rankings")
    made = recomputed_means(declaration, library().observations("fdi_rankings"))
    return {
        (one.printed.measure, *(one.printed.code(name) for name in ("geo_level", "sector", "ref_area"))): one
        for one in made
    }


@pytest.mark.parametrize(
    ("printed", "recomputed", "expected"),
    [
        pytest.param(41.0, 41.7, True, id="truncated"),
        pytest.param(32.0, 32.89, True, id="truncated amount"),
        pytest.param(129.8, 129.77, True, id="rounded"),
        pytest.param(16.7, 16.65, True, id="a half rounded up"),
        pytest.param(16.6, 16.65, True, id="a half rounded down"),
        pytest.param(32.9, 32.89, True, id="rounded to one decimal"),
        pytest.param(83.0, 83.02, True, id="nearly whole"),
        pytest.param(1.8, 1.725, False, id="neither rounded nor truncated"),
        pytest.param(41.0, 29.09, False, id="another figure"),
        pytest.param(41.0, 40.2, False, id="one too many"),
        pytest.param(-36.0, -36.6, True, id="a decline truncated"),
        pytest.param(None, 1.0, False, id="nothing printed"),
    ],
)
def test_a_printed_figure_agrees_when_rounding_or_truncation_explains_it(
    printed: float | None, recomputed: float, *, expected: bool
) -> None:
    assert agrees(printed, recomputed) is expected


@given(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), st.integers(0, 2))
def test_a_rounded_figure_always_agrees_with_what_it_was_rounded_from(value: float, decimals: int) -> None:
    assert agrees(round(value, decimals), value)


def test_the_means_of_french_medical_devices_do_not_follow_from_their_totals() -> None:
    key = ("country", "medical_devices", "FR")
    jobs, capital = means()["jobs_per_project", *key], means()["capital_per_project", *key]

    assert (jobs.printed.value, round(jobs.value, 1), jobs.agrees) == (41.0, 29.1, False)
    assert (capital.printed.value, round(capital.value, 1), capital.agrees) == (28.2, 7.6, False)


def test_the_means_of_all_other_areas_agree_but_for_two_last_digits() -> None:
    disagreeing = {key for key, mean in means().items() if not mean.agrees}

    # 649.3 / 39 is 16.65 (a little less than a half), printed 16.7; 13.8 / 8 is 1.725, printed 1.8.
    assert disagreeing == {
        ("jobs_per_project", "country", "medical_devices", "FR"),
        ("capital_per_project", "country", "medical_devices", "FR"),
        ("capital_per_project", "country", "medical_devices", "DE"),
        ("capital_per_project", "region", "medical_devices", "FR10"),
    }
    # Seven countries and nine regions have both means, Spain only that of the jobs.
    assert len(means()) == 31


def test_a_discrepancy_shows_the_printed_figure_and_how_it_was_recomputed() -> None:
    jobs, capital = (one for one in found("en").discrepancies if "France, Countries, Medical devices" in one.what)

    assert tuple(map(visible, (jobs.printed, jobs.recomputed, jobs.explanation))) == (
        "41~jobs (p.~26)",
        "29.1~jobs",
        "960~jobs / 33~projects",
    )
    assert tuple(map(visible, (capital.printed, capital.recomputed, capital.explanation))) == (
        "€28.2M (p.~26)",
        "€7.6M",
        "€252.1M / 33~projects",
    )


@pytest.mark.parametrize(
    ("what", "printed", "recomputed"),
    [
        pytest.param("Change in jobs", "+2% (p.~6, 20)", "+4%", id="growth from its parts"),
        pytest.param("Jobs, Île-de-France", "92,300~jobs (p.~6, 18)", "92,500~jobs", id="a total"),
        pytest.param("Share of jobs, Île-de-France", "about 75% (p.~22)", "74%", id="the metropolitan area"),
        pytest.param("Share of national total", "58.7% (p.~6, 36)", "60%", id="a share"),
        pytest.param("Share of amount invested", "100", "101", id="shares that add up to 101"),
        pytest.param("Mean rank in the top 50", "26th (p.~38)", "25th", id="the mean rank"),
        pytest.param("Share of French appearances", "86% (p.~8, 40)", "85.2%", id="23 of 27 appearances"),
    ],
)
def test_each_figure_that_does_not_follow_from_others_is_listed(what: str, printed: str, recomputed: str) -> None:
    (one,) = [one for one in found("en").discrepancies if one.what.startswith(what)]

    assert (visible(one.printed), visible(one.recomputed)) == (printed, recomputed)


def test_shares_that_do_not_add_up_name_their_parts() -> None:
    (one,) = [one for one in found("fr").discrepancies if one.recomputed == "101"]

    assert one.explanation == "38 + 37 + 26"
    assert "Île-de-France" in one.what


def test_shares_of_which_some_are_missing_are_not_added_up() -> None:
    assert not [one for one in found("fr").discrepancies if one.dataset == "Emplois et établissements par département"]


@pytest.mark.parametrize(
    ("language", "what", "shown", "others"),
    [
        ("en", "Berlin", "€346M (p.~37)", "€345M (p.~8)"),
        ("fr", "Berlin", "346_M€ (p.~37)", "345_M€ (p.~8)"),
        ("en", "Amount invested, France", "more than €5bn (p.~8, 34)", "€5bn (p.~6)"),
        ("en", "ANR", "45% (p.~55)", "46% (p.~55)"),
        ("en", "Digital health", "20% (p.~9)", "21% (p.~4)"),
        (
            "en",
            "With technology groups",
            "more than 100,000~jobs (p.~6, 18, 19)",
            "about 100,000~jobs (p.~24)",
        ),
        ("en", "Share of jobs", "about 75% (p.~22)", "about 66.7% (p.~6)"),
        ("en", "Share of establishments", "about 75% (p.~22)", "about 66.7% (p.~6)"),
        ("en", "Health workers using AI", "about 50% (p.~70)", "more than 50% (p.~4)"),
        ("en", "Patent holder", "2nd (p.~42)", "3rd (p.~9)"),
    ],
)
def test_a_contradiction_names_what_is_shown_and_what_else_is_printed(
    language: Language, what: str, shown: str, others: str
) -> None:
    (one,) = [one for one in found(language).contradictions if what in one.what]

    assert (visible(one.shown), visible(one.others)) == (shown, others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gaps_are_the_empty_values_of_the_transcriptions(language: Language) -> None:
    empty = 0
    for path in SHIPPED.figures.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            empty += sum(line.get("value") == "" for line in csv.DictReader(file))

    gaps = found(language).gaps

    assert len(gaps) == empty == 35
    assert all(gap.dataset and gap.what for gap in gaps)


def test_a_gap_says_in_the_language_why_it_is_one() -> None:
    (gap,) = [one for one in found("fr").gaps if "Pays-Bas" in one.what]

    assert gap.what == "Montant investi, Pays-Bas, Pays, 2022–2024, Toutes filières"
    assert gap.page == "34"
    assert gap.note.startswith("étudié")


def test_the_coverage_counts_what_was_transcribed() -> None:
    coverage = {one.dataset: (one.observations, one.known, one.gaps) for one in found("fr").coverage}

    assert len(coverage) == 14
    assert coverage["employment_by_department"] == (18, 10, 8)
    assert coverage["ai_startup_challenges"] == (31, 10, 21)
    assert coverage["fdi_rankings"] == (107, 106, 1)


def test_both_languages_find_the_same() -> None:
    french, english = found("fr"), found("en")

    for part in ("coverage", "gaps", "contradictions", "discrepancies"):
        assert len(getattr(french, part)) == len(getattr(english, part)) > 0
