"""Numbers as a language writes them: separators, decimals as printed, signs, qualifiers, units."""

from decimal import Decimal

from babel.numbers import format_decimal

from loaders.language import Wording, mark
from loaders.measure import Measure, MeasureKind, Unit

MINUS = "\N{MINUS SIGN}"
_LONGEST_SIGN = 3
_NAMED_BY_TITLES = frozenset({MeasureKind.COUNT, MeasureKind.CHANGE, MeasureKind.RANK})
#: Qualifier of an observation -> how it is said before a number.
SPOKEN_QUALIFIERS = {
    "=": "{number}",
    "≈": mark("about {number}"),
    ">": mark("more than {number}"),
    "<": mark("less than {number}"),
}
#: The same for something that is announced: the qualifier is one of its date.
ANNOUNCED_QUALIFIERS = {
    "=": "{number}",
    "≈": mark("{number}, date approximate"),
    ">": mark("{number}, at the earliest"),
    "<": mark("{number}, at the latest"),
}
#: The same for a direction, which can be doubted but not be more or less of itself.
DOUBTED_QUALIFIERS = {**SPOKEN_QUALIFIERS, "≈": mark("{number}, it seems")}


def printed_decimals(value: float) -> int:
    """How many decimals a number has as it was printed: 11.7 has one, 3374.0 none."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def number_text(value: float, words: Wording, *, decimals: int = 0, signed: bool = False) -> str:
    """A number as the language writes it, never with fewer decimals than it has."""
    places = max(decimals, printed_decimals(value))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    text = format_decimal(abs(value), pattern, locale=words.language)
    if value < 0:
        return MINUS + text
    return f"+{text}" if signed and value > 0 else text


def ordinal(value: int, words: Wording) -> str:
    """A rank in words of the language: 1st, 2nd; 1er, 2e."""
    if words.language == "fr":
        return f"{value}{'er' if value == 1 else 'e'}"
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def figure_text(value: float, measure: Measure, qualifier: str, words: Wording) -> str:
    """A value as it stands on a mark: number and qualifier, without unit; a coded value is its label."""
    plain = _plain(value, measure, words)
    if measure.kind is MeasureKind.FLAG:
        return words.say(ANNOUNCED_QUALIFIERS[qualifier], number=plain)
    return plain if qualifier == "=" else f"{qualifier}\N{NO-BREAK SPACE}{plain}"


def spoken_text(value: float, measure: Measure, unit: Unit, qualifier: str, words: Wording) -> str:
    """A value as it stands in a sentence: qualifier in words, number, unit."""
    number = _plain(value, measure, words)
    if not measure.values and measure.kind is not MeasureKind.RANK:
        number = _with_unit(value, measure, unit, words)
    return words.say(_qualifiers(measure)[qualifier], number=number)


def headline_text(value: float, measure: Measure, unit: Unit, qualifier: str, words: Wording) -> str:
    """A value as it stands alone in large type: without its unit where the title names what is counted."""
    if measure.kind not in _NAMED_BY_TITLES or len(words.of(unit.label)) <= _LONGEST_SIGN:
        return spoken_text(value, measure, unit, qualifier, words)
    return words.say(_qualifiers(measure)[qualifier], number=_plain(value, measure, words))


def _qualifiers(measure: Measure) -> dict[str, str]:
    kinds = {MeasureKind.FLAG: ANNOUNCED_QUALIFIERS, MeasureKind.SIGN: DOUBTED_QUALIFIERS}
    return kinds.get(measure.kind, SPOKEN_QUALIFIERS)


def _plain(value: float, measure: Measure, words: Wording) -> str:
    for coded in measure.values:
        if coded.value == value:
            return words.of(coded.label)
    if measure.kind is MeasureKind.RANK and float(value).is_integer():
        return ordinal(int(value), words)
    return number_text(value, words, decimals=measure.decimals, signed=measure.kind is MeasureKind.CHANGE)


def _with_unit(value: float, measure: Measure, unit: Unit, words: Wording) -> str:
    sign = MINUS if value < 0 else ("+" if measure.kind is MeasureKind.CHANGE and value > 0 else "")
    amount = abs(value)
    thousands = amount / 1000
    if unit.thousands and thousands >= 1 and printed_decimals(thousands) <= 1:
        return sign + words.of(unit.thousands).format(n=number_text(thousands, words))
    number = number_text(amount, words, decimals=measure.decimals)
    singular = amount < 2 if words.language == "fr" else amount == 1  # noqa: PLR2004 - French plural starts at two
    return sign + words.of(unit.one if singular else unit.other).format(n=number)
