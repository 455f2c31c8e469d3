"""The measures of a dataset: what its numbers mean, in which unit, and what may be done with them."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from loaders.vocabulary import Declared, Identifier, Text


class MeasureKind(StrEnum):
    """What kind of number a measure is; decides what may be computed with it and how it is drawn."""

    AMOUNT = "amount"
    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"
    RANK = "rank"
    INDEX = "index"
    CHANGE = "change"
    FLAG = "flag"
    SIGN = "sign"


class Unit(Declared):
    """A unit: its name on an axis, and a number with its unit in a sentence (`{n}` stands for the number).

    `thousands` is the form for a thousand of the unit, used in sentences where nothing is lost by it: 3 000 M€, 3 Md€.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
    label: Text
    one: Text
    other: Text
    thousands: Text | None = None


class ValueLabel(Declared):
    """What a coded value (of a sign or a flag) means, and how the transcription spelt it."""

    value: float
    label: Text
    transcribed: str | None = None


class Whole(Declared):
    """The total that the values of a share add up to over one dimension."""

    over: Identifier
    total: float = 100.0


class Measure(Declared):
    """What a number measures: label, unit, least printed decimals, kind, valid range (both ends included).

    `sum_over` names the dimensions over which values may be added; empty means that they may not.
    `printed_rank` names the measure that holds the rank by this one, where a study prints it. `transcribed_units` lists
    the unit words of the transcription where they differ from `unit`. `tolerance` is the change, in per cent of the
    published value, beyond which a new edition needs a decision.
    """

    id: Identifier
    label: Text
    unit: str
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    kind: MeasureKind
    sum_over: tuple[Identifier, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    polarity: Literal["higher_is_better", "lower_is_better", "neutral"] = "neutral"
    tolerance: Annotated[float, Field(gt=0)] = 50.0
    whole: Whole | None = None
    printed_rank: Identifier | None = None
    values: tuple[ValueLabel, ...] = ()
    transcribed_units: tuple[str, ...] = ()
