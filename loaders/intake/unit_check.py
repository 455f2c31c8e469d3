"""Units of a file: one for each measure, the one that the mapping names, times its scale."""

import math
from collections.abc import Iterator

import polars as pl

from loaders.declaration import Declaration
from loaders.finding import Finding, Rule
from loaders.intake.flaw import ROW, Place
from loaders.intake.mapping import MULTIPLIER, UNIT, Mapping
from loaders.intake.values import PERCENT
from loaders.observation import MEASURE, VALUE


def unit_findings(frame: pl.DataFrame, place: Place, declaration: Declaration) -> tuple[Finding, ...]:
    """Measures whose unit or scale the mapping leaves open, and measures of which the values have other units."""
    valued = frame.filter(pl.col(VALUE).is_not_null())
    measures = {measure.id: measure for measure in declaration.measures}
    used = [name for name in valued[MEASURE].unique().sort().to_list() if name in measures]
    said = place.mapping.units
    unsaid = [f"unit {name}" for name in used if name not in said]
    unsaid += [f"scale {name}" for name in used if name in said and said[name].scale is None]
    if unsaid:
        return (place.finding(Rule.MAPPING_INCOMPLETE, found=unsaid),)
    other = [name for name in used if place.mapping.units[name].unit != measures[name].unit]
    findings = [
        place.finding(
            Rule.UNITS_MIXED,
            column=name,
            rows=valued.filter(pl.col(MEASURE) == name)[ROW],
            found=(place.mapping.units[name].unit,),
            expected=(measures[name].unit,),
        )
        for name in other
    ]
    findings += _differently_stated(valued, place, used)
    findings += _per_cent(valued, place, {name: measures[name].unit for name in used})
    return tuple(findings)


def stated_units(columns: list[str]) -> pl.Expr | None:
    """What the unit columns of a file say in one text, such as `EUR ×10^6`; None where there are no such columns."""
    unit = pl.col(UNIT).str.strip_chars().fill_null("") if UNIT in columns else pl.lit("")
    if MULTIPLIER not in columns:
        return unit if UNIT in columns else None
    power = pl.col(MULTIPLIER).str.strip_chars().str.replace(r"\.0$", "").fill_null("0").replace("", "0")
    return pl.concat_str(unit, pl.lit(" ×10^"), power).str.strip_chars()


def _differently_stated(valued: pl.DataFrame, place: Place, used: list[str]) -> Iterator[Finding]:
    stated = stated_units(valued.columns)
    if stated is None:
        return
    told = valued.select(MEASURE, ROW, stated.alias(UNIT))
    pairs = told.select(MEASURE, UNIT).unique().sort(MEASURE, UNIT)
    for name in used:
        said = pairs.filter(pl.col(MEASURE) == name)[UNIT].to_list()
        agreed = place.mapping.units[name].stated
        if len(said) > 1 or (agreed is not None and said != [agreed]):
            strange = (pl.col(MEASURE) == name) & (pl.col(UNIT) != (agreed if agreed is not None else said[0]))
            rows = told.filter(strange)[ROW]
            yield place.finding(
                Rule.UNITS_MIXED,
                column=place.mapping.column(UNIT) or place.mapping.column(MULTIPLIER),
                rows=rows,
                found=said,
                expected=(agreed if agreed is not None else place.mapping.units[name].unit,),
            )


def _per_cent(valued: pl.DataFrame, place: Place, units: dict[str, str]) -> Iterator[Finding]:
    """A per cent sign belongs to all values of a measure or to none, and to a measure in per cent."""
    if not valued[PERCENT].any():
        return
    for name, unit in units.items():
        rows = valued.filter(pl.col(MEASURE) == name)
        signed = rows.filter(PERCENT)
        if signed.is_empty():
            continue
        fits = unit.startswith("percent") and place.mapping.units[name].scale == 1
        if not fits or signed.height < rows.height:
            found = ("%",) if signed.height == rows.height else ("%", "–")
            rows = signed if not fits else rows.filter(~pl.col(PERCENT))
            yield place.finding(Rule.UNITS_MIXED, column=name, rows=rows[ROW], found=found, expected=(unit,))


def scaled(frame: pl.DataFrame, mapping: Mapping) -> pl.DataFrame:
    """The frame with its values in the units that the measures are declared in."""
    scales = {name: one.scale for name, one in mapping.units.items() if one.scale is not None and one.scale != 1}
    if not scales:
        return frame
    value = pl.col(VALUE)
    for name, scale in scales.items():
        value = pl.when(pl.col(MEASURE) == name).then(_times(pl.col(VALUE), scale)).otherwise(value)
    return frame.with_columns(value.alias(VALUE))


def _times(value: pl.Expr, scale: float) -> pl.Expr:
    power = round(math.log10(scale))
    if not math.isclose(scale, 10.0**power, rel_tol=1e-12):
        return value * scale
    # 0.587 times 100 is 58.699999999999996 for a computer; moving the decimal sign of its text gives 58.7.
    text = value.cast(pl.String)
    exponent = text.str.extract(r"e([+-]?[0-9]+)$").cast(pl.Int32, strict=False).fill_null(0) + power
    moved = pl.concat_str(text.str.replace(r"e.*$", ""), pl.lit("e"), exponent).cast(pl.Float64, strict=False)
    return pl.when(value.is_finite()).then(moved).otherwise(value)
