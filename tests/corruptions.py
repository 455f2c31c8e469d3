"""Ways to spoil one cell of a valid table, each with the rule that has to say so."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_letters

from hypothesis import strategies as st

from loaders.finding import Rule
from tests.sample_data import Row, row

#: Statuses of a missing value, and some of a value.
MISSING, PRESENT = ("H", "L", "M", "O", "Q"), ("A", "B", "E", "F", "P", "U")
VALUE = "obs_value"
MEASURES = ("beds", "staff", "staff_per_bed", "beds_share", "outlook")
VALUES = {
    "beds": st.integers(0, 10_000).map(float),
    "staff": st.floats(0, 1e9),
    "staff_per_bed": st.floats(-1e9, 1e9),
    "beds_share": st.floats(0, 100),
    "outlook": st.sampled_from([1.0, -1.0]),
}
#: Words that are no code, measure, status, period or source: none of those ends so.
WORDS = st.text(ascii_letters, max_size=8).map(lambda text: f"{text}_zz")


@st.composite
def valid_rows(draw: st.DrawFn) -> list[Row]:
    """The rows of a valid table: at least one with a value for each measure, and one gap."""
    keys = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["FR101", "FR102", "FR10", "DE"]),
                st.sampled_from(["surgery", "medicine"]),
                st.sampled_from(["2023", "2024-Q1", "2022/2024"]),
                st.sampled_from(MEASURES),
            ),
            unique=True,
            max_size=6,
        )
    )
    rows = [
        row(
            area,
            measure,
            draw(VALUES[measure]),
            specialty=specialty,
            time_period=period,
            obs_status=draw(st.sampled_from(PRESENT)),
            obs_qualifier=draw(st.sampled_from("=≈<>")),
            obs_note=draw(st.none() | st.text(max_size=5)),
        )
        for area, specialty, period, measure in keys
    ]
    rows += [row("FR103", measure, draw(VALUES[measure])) for measure in MEASURES]
    rows += [row("FR104", "beds", None, obs_status=draw(st.sampled_from(MISSING)))]
    return draw(st.permutations(rows))


@dataclass(frozen=True, slots=True)
class Corruption:
    """A column, what to write into it, in which rows it can stand, and the rule that it breaks.

    `reported` is the column of the finding where it is another: status and value disagree under the value.
    """

    rule: Rule
    column: str
    content: st.SearchStrategy[str | float | None]
    fits: Callable[[Row], bool] = lambda _row: True
    reported: str | None = None


def _valued(one: Row) -> bool:
    return one[VALUE] is not None


def _gap(one: Row) -> bool:
    return one[VALUE] is None


def _of(measure: str) -> Callable[[Row], bool]:
    return lambda one: one["measure"] == measure and _valued(one)


_NO_PERIOD = WORDS | st.sampled_from(["", "24", "2025-Q5", "2025-13", "2024/2022", "2025-02-30", "0000"])
_NO_QUALIFIER = WORDS | st.sampled_from([None, "", "≥", "~", "=="])
_INFINITE = st.sampled_from([math.nan, math.inf, -math.inf])

CORRUPTIONS = {
    "no area": Corruption(Rule.KEY_MISSING, "ref_area", st.none()),
    "no code": Corruption(Rule.KEY_MISSING, "specialty", st.none()),
    "no period": Corruption(Rule.KEY_MISSING, "time_period", st.none()),
    "no measure": Corruption(Rule.KEY_MISSING, "measure", st.none()),
    "unknown area": Corruption(Rule.CODE_UNKNOWN, "ref_area", WORDS | st.just("fr101")),
    "unknown code": Corruption(Rule.CODE_UNKNOWN, "specialty", WORDS | st.just("Surgery")),
    "malformed period": Corruption(Rule.PERIOD_MALFORMED, "time_period", _NO_PERIOD),
    "unknown measure": Corruption(Rule.MEASURE_UNKNOWN, "measure", WORDS),
    "derived measure": Corruption(Rule.MEASURE_UNKNOWN, "measure", st.just("staff_per_bed_recomputed")),
    "no number": Corruption(Rule.VALUE_NOT_FINITE, VALUE, _INFINITE, _valued),
    "below": Corruption(Rule.VALUE_OUT_OF_RANGE, VALUE, st.floats(-1e9, -1e-9), _of("beds")),
    "above": Corruption(Rule.VALUE_OUT_OF_RANGE, VALUE, st.floats(10_000.5, 1e9), _of("beds")),
    "share above": Corruption(Rule.VALUE_OUT_OF_RANGE, VALUE, st.floats(100.001, 1e9), _of("beds_share")),
    "no coded value": Corruption(Rule.VALUE_OUT_OF_RANGE, VALUE, st.floats(-0.9, 0.9), _of("outlook")),
    "unknown status": Corruption(Rule.STATUS_UNKNOWN, "obs_status", WORDS | st.none(), _valued),
    "value, yet missing": Corruption(
        Rule.STATUS_VALUE_DISAGREE, "obs_status", st.sampled_from(MISSING), _valued, VALUE
    ),
    "gap, yet present": Corruption(Rule.STATUS_VALUE_DISAGREE, "obs_status", st.sampled_from(PRESENT), _gap, VALUE),
    "value, yet confidential": Corruption(Rule.STATUS_VALUE_DISAGREE, "conf_status", st.just("C"), _valued, VALUE),
    "unknown confidentiality": Corruption(Rule.CONFIDENTIALITY_UNKNOWN, "conf_status", WORDS | st.none(), _valued),
    "unknown qualifier": Corruption(Rule.QUALIFIER_UNKNOWN, "obs_qualifier", _NO_QUALIFIER, _valued),
    "qualifier of a gap": Corruption(Rule.QUALIFIER_UNKNOWN, "obs_qualifier", st.sampled_from("=≈<>"), _gap),
    "unknown source": Corruption(Rule.SOURCE_UNKNOWN, "source_id", WORDS | st.none()),
}
