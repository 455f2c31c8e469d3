"""Numbers as each language writes them; no digit of a study is ever lost."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.language import LANGUAGES, Language, wording
from loaders.measure import Measure, MeasureKind, Unit, ValueLabel
from loaders.number import figure_text, headline_text, number_text, ordinal, printed_decimals, spoken_text
from loaders.vocabulary import Text
from tests.sample_data import library

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)
#: Numbers as studies print them: up to three decimals.
PRINTED = st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False).map(float)


def measure(kind: MeasureKind, decimals: int = 0, values: tuple[ValueLabel, ...] = ()) -> Measure:
    """A measure of a kind."""
    return Measure(
        id="measured", label=Text(fr="Mesure", en="Measure"), unit="any", decimals=decimals, kind=kind, values=values
    )


def unit(name: str) -> Unit:
    """A unit of the shared code list."""
    return library().catalogue.shared_units[name]


COUNT, AMOUNT, SHARE = measure(MeasureKind.COUNT), measure(MeasureKind.AMOUNT), measure(MeasureKind.SHARE)
CHANGE, RANK = measure(MeasureKind.CHANGE), measure(MeasureKind.RANK)
MILESTONE = measure(MeasureKind.FLAG, values=(ValueLabel(value=1, label=Text(fr="annoncé", en="announced")),))
SIGN = measure(MeasureKind.SIGN, values=(ValueLabel(value=-1, label=Text(fr="moins fréquent", en="less frequent")),))


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (92300, "fr", f"92{NARROW}300"),
        (92300, "en", "92,300"),
        (58.7, "fr", "58,7"),
        (58.7, "en", "58.7"),
        (2320.6, "fr", f"2{NARROW}320,6"),
        (1234567.25, "en", "1,234,567.25"),
        (0, "fr", "0"),
        (-36, "en", "−36"),
        (-0.5, "fr", "−0,5"),
    ],
)
def test_a_number_is_written_with_the_separators_of_the_language(value: float, language: Language, text: str) -> None:
    assert number_text(value, wording(language)) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"), [(7.5, 0, "7.5"), (7.5, 2, "7.50"), (83, 1, "83.0"), (3374.0, 0, "3,374")]
)
def test_a_number_has_the_least_decimals_declared_and_all_that_were_printed(
    value: float, decimals: int, text: str
) -> None:
    assert number_text(value, wording("en"), decimals=decimals) == text


@pytest.mark.parametrize(("value", "text"), [(23, "+23"), (0, "0"), (-20, "−20")])
def test_a_signed_number_tells_growth_from_decline(value: float, text: str) -> None:
    assert number_text(value, wording("en"), signed=True) == text


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=FINITE, decimals=st.integers(0, 6))
def test_no_digit_is_lost(language: Language, value: float, decimals: int) -> None:
    text = number_text(value, wording(language), decimals=decimals)

    point = "," if language == "fr" else "."
    plain = re.sub(rf"[^0-9{re.escape(point)}−]", "", text).replace("−", "-").replace(point, ".")
    assert Decimal(plain) == Decimal(repr(value))


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=PRINTED)
def test_no_digit_is_lost_in_a_sentence(language: Language, value: float) -> None:
    for name, kind in (("M_EUR", AMOUNT), ("jobs", COUNT), ("percent", CHANGE)):
        text = spoken_text(value, kind, unit(name), "=", wording(language))

        point = "," if language == "fr" else "."
        plain = re.sub(rf"[^0-9{re.escape(point)}]", "", text).replace(point, ".")
        thousand = 1000 if "Md" in text or "bn" in text else 1
        assert Decimal(plain) * thousand == abs(Decimal(repr(value)))
        assert ("−" in text) == (value < 0)


@pytest.mark.parametrize(("value", "decimals"), [(11.7, 1), (3374.0, 0), (0.125, 3), (1e21, 0), (1e-7, 7)])
def test_the_printed_decimals_of_a_number_are_counted(value: float, decimals: int) -> None:
    assert printed_decimals(value) == decimals


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (1, "1er", "1st"),
        (2, "2e", "2nd"),
        (3, "3e", "3rd"),
        (4, "4e", "4th"),
        (11, "11e", "11th"),
        (12, "12e", "12th"),
        (13, "13e", "13th"),
        (21, "21e", "21st"),
        (22, "22e", "22nd"),
        (111, "111e", "111th"),
    ],
)
def test_a_rank_is_an_ordinal(value: int, french: str, english: str) -> None:
    assert (ordinal(value, wording("fr")), ordinal(value, wording("en"))) == (french, english)


@pytest.mark.parametrize(
    ("value", "of", "qualifier", "language", "text"),
    [
        pytest.param(5000, AMOUNT, ">", "fr", f">{WIDE}5{NARROW}000", id="a lower bound"),
        pytest.param(11, SHARE, "<", "en", f"<{WIDE}11", id="an upper bound"),
        pytest.param(1.5, COUNT, "≈", "fr", f"≈{WIDE}1,5", id="an approximation"),
        pytest.param(-36, CHANGE, "≈", "en", f"≈{WIDE}−36", id="an approximate decline"),
        pytest.param(23, CHANGE, "=", "en", "+23", id="growth"),
        pytest.param(1, RANK, "=", "fr", "1er", id="a rank"),
        pytest.param(25.5, RANK, "=", "fr", "25,5", id="a mean rank that is no whole number"),
        pytest.param(-1, SIGN, "=", "fr", "moins fréquent", id="a sign"),
        pytest.param(1, MILESTONE, "≈", "en", "announced, date approximate", id="a milestone about that date"),
        pytest.param(1, MILESTONE, "<", "fr", "annoncé, au plus tard", id="a milestone by that date"),
    ],
)
def test_the_qualifier_stands_on_the_mark(
    value: float, of: Measure, qualifier: str, language: Language, text: str
) -> None:
    assert figure_text(value, of, qualifier, wording(language)) == text


@pytest.mark.parametrize(
    ("value", "of", "name", "qualifier", "said"),
    [
        pytest.param(92300, COUNT, "jobs", "=", (f"92{NARROW}300{WIDE}emplois", f"92,300{WIDE}jobs"), id="jobs"),
        pytest.param(1, COUNT, "jobs", "=", (f"1{WIDE}emploi", f"1{WIDE}job"), id="one job"),
        pytest.param(1.5, COUNT, "jobs", "=", (f"1,5{WIDE}emploi", f"1.5{WIDE}jobs"), id="French plural begins at two"),
        pytest.param(0, COUNT, "jobs", "=", (f"0{WIDE}emploi", f"0{WIDE}jobs"), id="none is singular in French"),
        pytest.param(58.7, SHARE, "percent", "=", (f"58,7{NARROW}%", "58.7%"), id="per cent"),
        pytest.param(3000, AMOUNT, "M_EUR", "=", (f"3{NARROW}Md€", "€3bn"), id="thousands of millions"),
        pytest.param(11600, AMOUNT, "M_EUR", "=", (f"11,6{NARROW}Md€", "€11.6bn"), id="nothing lost by it"),
        pytest.param(2127.2, AMOUNT, "M_EUR", "=", (f"2{NARROW}127,2{NARROW}M€", "€2,127.2M"), id="something lost"),
        pytest.param(3374.0, AMOUNT, "M_EUR", "=", (f"3{NARROW}374{NARROW}M€", "€3,374M"), id="no three decimals"),
        pytest.param(-10, AMOUNT, "M_EUR", "=", (f"−10{NARROW}M€", "−€10M"), id="the minus before the currency"),
        pytest.param(-36, CHANGE, "percent", "≈", (f"environ −36{NARROW}%", "about −36%"), id="about"),
        pytest.param(
            -1,
            SIGN,
            "ordinal_vs_all_sectors",
            "≈",
            ("semble moins fréquent", "less frequent, it seems"),
            id="a doubt",
        ),
        pytest.param(48, CHANGE, "percent", "=", (f"+48{NARROW}%", "+48%"), id="growth"),
        pytest.param(5000, AMOUNT, "M_EUR", ">", (f"plus de 5{NARROW}Md€", "more than €5bn"), id="more than"),
        pytest.param(1, SHARE, "percent", "<", (f"moins de 1{NARROW}%", "less than 1%"), id="less than"),
        pytest.param(2, RANK, "rank", "=", ("2e", "2nd"), id="a rank has no unit"),
        pytest.param(1, MILESTONE, "flag", "<", ("annoncé, au plus tard", "announced, at the latest"), id="milestone"),
    ],
)
def test_a_sentence_says_qualifier_number_and_unit(
    value: float, of: Measure, name: str, qualifier: str, said: tuple[str, str]
) -> None:
    french, english = said
    assert spoken_text(value, of, unit(name), qualifier, wording("fr")) == french
    assert spoken_text(value, of, unit(name), qualifier, wording("en")) == english


@pytest.mark.parametrize(
    ("value", "of", "name", "qualifier", "text"),
    [
        pytest.param(2150, COUNT, "establishments", ">", "more than 2,150", id="a word is left to the title"),
        pytest.param(58.7, SHARE, "percent", "=", "58.7%", id="a sign stays"),
        pytest.param(3000, AMOUNT, "M_EUR", "=", "€3bn", id="a currency stays"),
        pytest.param(1, MILESTONE, "flag", "≈", "announced, date approximate", id="a milestone keeps its own words"),
    ],
)
def test_a_headline_drops_a_unit_that_is_a_word(
    value: float, of: Measure, name: str, qualifier: str, text: str
) -> None:
    assert headline_text(value, of, unit(name), qualifier, wording("en")) == text
