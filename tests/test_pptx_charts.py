"""Native charts: their workbook holds the exhibit's figures, their labels the exhibit's texts."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from components.layout.ends import ends_of
from components.layout.line import lines_of
from components.pptx.charts.value_field import value_field
from components.pptx.drawing import is_native_chart
from components.pptx.style import PALETTE
from components.print.plot import value_text
from loaders.exhibit import Exhibit, Item
from loaders.language import LANGUAGES, Language
from loaders.measure import MeasureKind
from loaders.view import ViewKind
from tests import sample_exhibits
from tests.sample_data import library
from tests.sample_presentations import chart_xml, said, shown, slide_of, workbook_rows

Cells = list[tuple[str, list[float | None]]]


def native_views() -> Iterator[tuple[str, str]]:
    """The views that come as charts."""
    for name, declaration in library().catalogue.declarations.items():
        for view in declaration.views:
            if is_native_chart(shown(name, view.id)):
                yield name, view.id


NATIVE = tuple(native_views())


def rows_of(exhibit: Exhibit) -> Cells:
    """What the workbook has to hold: a row for each category, in the exhibit's order, a cell for each value."""
    match exhibit.kind:
        case ViewKind.RANKING:
            return [(mark.category.label, [mark.figure.value]) for mark in exhibit.marks]
        case ViewKind.SCATTER:
            return [
                (one.category.label, [figure.value if figure else None for figure in one.figures])
                for one in exhibit.marks
            ]
        case ViewKind.DUMBBELL:
            return [(item.label, in_columns(exhibit, item)) for item in exhibit.categories]
        case ViewKind.TREND:
            lines = lines_of(exhibit, PALETTE)
            known = [{point.place: point.value for point in line.known} for line in lines]
            return [
                (item.label, [values.get(place) for values in known]) for place, item in enumerate(exhibit.categories)
            ]
        case _:
            found = {(mark.category, mark.series): mark.figure.value for mark in exhibit.marks}
            return [
                (item.label, [found.get((item, series)) for series in exhibit.series]) for item in exhibit.categories
            ]


def in_columns(exhibit: Exhibit, item: Item) -> list[float | None]:
    ends = {end.index: end.figure.value for end in ends_of(exhibit, item)}
    columns = len(exhibit.series) if exhibit.series and len(exhibit.measures) == 1 else len(exhibit.measures)
    return [ends.get(index) for index in range(columns)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("dataset", "view"), NATIVE)
def test_the_workbook_holds_exactly_the_rows_of_the_exhibit(dataset: str, view: str, language: Language) -> None:
    exhibit = shown(dataset, view, language)
    slide = slide_of(exhibit)
    expected = rows_of(exhibit)
    heading, *rows = workbook_rows(slide)
    rows = [row for row in rows if row[0]]

    assert heading[0] == exhibit.category_label
    assert len(rows) == len(expected)
    for row, (name, values) in zip(rows, expected, strict=True):
        assert str(row[0]).startswith(name)
        assert list(row[1 : 1 + len(values)]) == values


@pytest.mark.parametrize(("dataset", "view"), NATIVE)
def test_the_labels_of_the_chart_are_the_texts_of_the_exhibit(dataset: str, view: str) -> None:
    exhibit = shown(dataset, view)
    if exhibit.kind is ViewKind.SCATTER:
        texts = [mark.category.label for mark in exhibit.marks]
    else:
        figures = [figure for mark in exhibit.marks for figure in mark.figures if figure]
        texts = [value_text(exhibit, figure) if figure.value is not None else figure.text for figure in figures]
    chart = chart_xml(slide_of(exhibit))
    written = [node.text or "" for tag in ("t", "v") for node in chart.iter(f"{{*}}{tag}")]

    assert [text for text in texts if not any(text in one for one in written)] == []


def test_a_gap_is_an_empty_cell_and_is_said_in_the_name() -> None:
    exhibit = sample_exhibits.funding_ranking()
    slide = slide_of(exhibit)
    points = chart_xml(slide).findall(".//{*}val//{*}pt")

    assert [point.get("idx") for point in points] == ["0", "1", "2", "3"]
    assert workbook_rows(slide)[5] == ("Pays-Bas (non imprimé)", None)


def test_bars_have_the_first_on_top_no_legend_no_gridlines_and_begin_at_zero() -> None:
    chart = chart_xml(slide_of(sample_exhibits.funding_ranking()))

    assert chart.find(".//{*}catAx//{*}orientation").get("val") == "maxMin"
    assert chart.find(".//{*}legend") is None
    assert chart.find(".//{*}majorGridlines") is None
    assert float(chart.find(".//{*}valAx//{*}min").get("val")) == 0


def test_ile_de_france_has_the_accent_colour_of_the_theme_and_can_be_recoloured_by_itself() -> None:
    exhibit = shown("private_funding", "region_amount")
    places = [index for index, mark in enumerate(exhibit.marks) if mark.category.label == "Île-de-France"]
    points = chart_xml(slide_of(exhibit)).findall(".//{*}dPt")
    colours = [point.find("./{*}spPr/{*}solidFill")[0].get("val") for point in points]

    assert [index for index, colour in enumerate(colours) if colour == "accent1"] == places


def test_an_estimate_is_pale_with_an_outline_and_a_forecast_ends_a_dashed_line() -> None:
    estimates = chart_xml(slide_of(shown("industrial_needs", "needs_in_firms")))
    forecast = chart_xml(slide_of(sample_exhibits.forecast_trend()))

    assert estimates.find(".//{*}dPt/{*}spPr/{*}ln/{*}solidFill") is not None
    dashes = [point.find("./{*}spPr/{*}ln/{*}prstDash") for point in forecast.findall(".//{*}dPt")]
    assert [dash is not None and dash.get("val") for dash in dashes] == [False, False, "dash"]


def test_ranks_are_dots_because_a_bar_would_show_the_worst_as_longest() -> None:
    chart = chart_xml(slide_of(sample_exhibits.institution_ranking()))

    assert chart.find(".//{*}barChart") is None
    assert chart.find(".//{*}scatterChart") is not None


def test_a_wide_spread_has_a_logarithmic_axis_and_what_has_no_place_is_said_below() -> None:
    slide = slide_of(sample_exhibits.investment_scatter())

    assert len(chart_xml(slide).findall(".//{*}logBase")) == 1
    assert "Espagne – Capital investi" in said(slide)


def test_bubbles_without_a_size_become_dots_and_no_size_is_invented() -> None:
    exhibit = sample_exhibits.investment_scatter()
    projects, capital, _ = exhibit.marks[0].figures
    known = replace(exhibit.marks[0], figures=(projects, capital, sample_exhibits.printed(sample_exhibits.JOBS, None)))
    slide = slide_of(replace(exhibit, marks=(known, *exhibit.marks[1:])))

    assert chart_xml(slide).find(".//{*}bubbleChart") is None
    assert workbook_rows(slide)[1] == ("Allemagne", 39, 649.3, None)


def test_more_bars_than_the_slide_holds_are_cut_and_counted() -> None:
    mark, measure = sample_exhibits.mark, sample_exhibits.AMOUNT
    marks = tuple(mark(Item(str(n), f"Nom {n}"), sample_exhibits.printed(measure, n)) for n in range(60, 0, -1))
    slide = slide_of(sample_exhibits.exhibit(ViewKind.RANKING, (measure,), marks))

    assert "chiffres sur 60 sont montrés" in said(slide)
    assert len(workbook_rows(slide, sheet=1)) == 60 + 6


@pytest.mark.parametrize(
    "made",
    [
        sample_exhibits.change_ranking,
        sample_exhibits.segment_bars,
        sample_exhibits.departement_dumbbell,
        sample_exhibits.departement_bars,
        sample_exhibits.ticket_trend,
    ],
)
def test_odd_exhibits_are_charts_whose_numbers_are_theirs(made: Callable[[], Exhibit]) -> None:
    exhibit = made()
    known = {figure.value for mark in exhibit.marks for figure in mark.figures if figure and figure.value is not None}
    cells = {cell for row in workbook_rows(slide_of(exhibit)) for cell in row if isinstance(cell, int | float)}

    assert known <= cells
    assert exhibit.measures[0].kind is not MeasureKind.RANK


@pytest.mark.parametrize(
    ("text", "value", "tag", "written"),
    [
        ("3\u202f000", 3000.0, "fr-FR", '[$-40C]#,##0;[$-40C]"−"#,##0'),
        (">\u00a05,000†", 5000.0, "en-GB", '[$-809]">\u00a0"#,##0"†";[$-809]">\u00a0−"#,##0"†"'),
        ("11,7", 11.7, "fr-FR", '[$-40C]#,##0.0;[$-40C]"−"#,##0.0'),
        ("−30", -30.0, "fr-FR", '[$-40C]"+"#,##0;[$-40C]"−"#,##0'),
        ("2e", 2.0, "fr-FR", None),
        ("3\u00a0Md€", 3000.0, "fr-FR", None),
        ("11–20", 1.0, "fr-FR", None),
    ],
)
def test_a_text_that_writes_its_number_out_becomes_a_format(
    text: str, value: float, tag: str, written: str | None
) -> None:
    field = value_field(text, value, tag)

    assert (field.format if field else None) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_that_is_edited_in_the_workbook_changes_its_label_too(language: Language) -> None:
    exhibit = shown("private_funding", "region_amount", language)
    labels = chart_xml(slide_of(exhibit)).findall(".//{*}dLbl")

    assert len(labels) == len(exhibit.marks)
    for label, mark in zip(labels, exhibit.marks, strict=True):
        field = label.find(".//{*}fld")
        assert (field.get("type"), field.findtext("{*}t")) == ("VALUE", value_text(exhibit, mark.figure))
        assert "#,##0" in label.find("{*}numFmt").get("formatCode")
