"""What the charts promise: every figure of an exhibit is on the picture, as it is, in both themes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from components.charts import NotAFigureError, config, draw
from components.charts.labels import plain
from components.layout.bands import band_text
from components.layout.series import series_colours
from components.palette import Palette, contrast, palette
from loaders.exhibit import Exhibit, Item, Reference
from loaders.view import ViewKind
from tests import sample_exhibits as samples
from tests import sample_grids as grids

LIGHT = palette("light")
SAMPLES: dict[str, Callable[[], Exhibit]] = {
    "amounts": samples.funding_ranking,
    "changes": samples.change_ranking,
    "ranks": samples.institution_ranking,
    "stacks": samples.segment_bars,
    "groups": samples.departement_bars,
    "dumbbell": samples.departement_dumbbell,
    "trend": samples.ticket_trend,
    "forecast": samples.forecast_trend,
    "scatter": samples.investment_scatter,
    "bands": grids.rank_bands,
    "bands by subject": grids.subject_bands,
    "signs": grids.challenge_signs,
}
both_themes = pytest.mark.parametrize("colours", [LIGHT, palette("dark")], ids=["light", "dark"])
every_sample = pytest.mark.parametrize("exhibit", [make() for make in SAMPLES.values()], ids=list(SAMPLES))


def written(figure: go.Figure) -> str:
    """Everything that stands on a figure, tooltips left out."""
    return "\n".join(_texts(figure))


def _texts(figure: go.Figure) -> Iterator[str]:
    for trace in figure.data:
        yield from (str(text) for text in (trace.text if trace.text is not None else ()))
    yield from (str(note.text) for note in figure.layout.annotations)
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        yield from (str(text) for text in (axis.ticktext if axis.ticktext is not None else ()))


def one_line(text: str) -> str:
    """A drawn text without the breaks that make it fit."""
    return text.replace("<br>", " ").replace("- ", "-")


@both_themes
@every_sample
def test_every_sample_is_drawn_with_the_project_template(exhibit: Exhibit, colours: Palette) -> None:
    figure = draw(exhibit, colours)

    assert figure.layout.template.layout.font.color == colours.ink
    assert figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.title.text is None
    assert figure.layout.height > 0


@every_sample
def test_every_category_and_series_is_named_on_the_picture(exhibit: Exhibit) -> None:
    text = one_line(written(draw(exhibit, LIGHT)))

    for item in (*exhibit.categories, *exhibit.series):
        assert item.label in text, item.label


@every_sample
def test_an_exhibit_of_gaps_alone_says_so_in_words(exhibit: Exhibit) -> None:
    gap = samples.printed(samples.AMOUNT, None)
    marks = [replace(mark, figures=tuple(one and gap for one in mark.figures)) for mark in exhibit.marks]
    figure = draw(replace(exhibit, marks=tuple(marks)), LIGHT)

    assert samples.GAP_TEXT in one_line(written(figure))


@pytest.mark.parametrize("name", ["amounts", "changes", "ranks", "groups", "dumbbell", "stacks"])
def test_every_value_is_written_with_its_qualifier(name: str) -> None:
    exhibit = SAMPLES[name]()
    text = written(draw(exhibit, LIGHT))

    for mark in exhibit.marks:
        for figure in mark.figures:
            assert figure is None or plain(figure.text) in text


def test_ranking_keeps_the_order_of_the_marks_from_top_to_bottom() -> None:
    figure = draw(samples.funding_ranking(), LIGHT)
    axis = figure.layout.yaxis

    assert axis.ticktext[:3] == ("Royaume-Uni", "France", "Suisse")
    assert axis.range[0] > axis.range[1]
    assert list(axis.tickvals) == sorted(axis.tickvals)


def test_gaps_are_hatched_stubs_and_never_values() -> None:
    values, gaps = draw(samples.funding_ranking(), LIGHT).data

    assert list(values.x) == [11600, 5000, 3800, 3500]
    assert values.marker.pattern.shape is None
    assert gaps.marker.pattern.to_plotly_json() == {
        "shape": "/",
        "fgcolor": LIGHT.gap,
        "bgcolor": LIGHT.paper,
        "size": 6,
        "solidity": 0.25,
    }
    assert set(gaps.text) == {samples.GAP_TEXT}
    assert max(gaps.x) < min(values.x)


def test_a_figure_with_alternatives_carries_a_dagger_and_its_tooltip_names_them() -> None:
    values = draw(samples.funding_ranking(), LIGHT).data[0]

    assert values.text[1] == "&gt;\u00a05\u202f000<sup>†</sup>"
    assert "5\u202f000\u202fM€ (p." in values.hovertext[1].split("†")[1]
    assert "†" not in values.text[0]


def test_estimates_are_hollow_and_forecasts_dashed() -> None:
    first, second, *rest = samples.funding_ranking().marks
    estimated = replace(first, figures=(replace(first.figure, status="E"),))
    forecast = replace(second, figures=(replace(second.figure, status="F"),))
    figure = draw(replace(samples.funding_ranking(), marks=(estimated, forecast, *rest)), LIGHT)
    marker = figure.data[0].marker
    dashed = [shape for shape in figure.layout.shapes if shape.line.dash]

    assert list(marker.line.width) == [1.5, 0, 0, 0]
    assert contrast(marker.color[0], LIGHT.paper) < 1.5 < contrast(marker.line.color[0], LIGHT.paper)
    assert [(shape.x0, shape.x1) for shape in dashed] == [(0, 5000)]


def test_changes_diverge_around_zero() -> None:
    figure = draw(samples.change_ranking(), LIGHT)

    assert list(figure.data[0].base) == [0] * 5
    assert list(figure.data[0].x) == [48, 28, -30, -49, -53]
    assert tuple(figure.layout.xaxis.range) == (-53, 48)


def test_ranks_are_positions_and_not_lengths() -> None:
    (dots,) = draw(samples.institution_ranking(), LIGHT).data

    assert dots.type == "scatter"
    assert list(dots.x) == [1, 2, 3, 4, 5]
    assert dots.text[0] == "\u00a01er"


def test_stacked_segments_touch_and_keep_the_order_of_the_series() -> None:
    (segments,) = draw(samples.segment_bars(), LIGHT).data

    assert list(segments.base[:3]) == [0, 37, 63]
    assert list(segments.marker.color[:3]) == list(LIGHT.series[:3])
    assert segments.textposition == "inside"


def test_a_missing_segment_follows_the_stack_as_a_hatched_stub() -> None:
    exhibit = samples.segment_bars()
    marks = list(exhibit.marks)
    marks[0] = replace(marks[0], figures=(samples.printed(samples.SHARE, None),))
    known, gap = draw(replace(exhibit, marks=tuple(marks)), LIGHT).data

    assert list(known.base[:2]) == [0, 26]
    assert list(gap.base) == [64]
    assert gap.marker.pattern.shape == "/"


def test_trend_is_dashed_to_a_forecast_and_dotted_over_a_gap() -> None:
    assert dashes(draw(samples.forecast_trend(), LIGHT)) == ["solid", "dash"]
    assert dashes(draw(samples.ticket_trend(), LIGHT)) == ["solid", "solid", "dot"]


def dashes(figure: go.Figure) -> list[str]:
    """How the stretches of all lines are drawn, in order."""
    return [trace.line.dash for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"]


def test_trend_names_its_lines_at_their_ends() -> None:
    figure = draw(samples.ticket_trend(), LIGHT)
    ends = [note for note in figure.layout.annotations if note.showarrow]

    assert [note.text for note in ends] == [
        f'<span style="color:{LIGHT.accent}"><b>Île-de-France</b><br><b>9</b></span>',
        f'<span style="color:{LIGHT.national}">France<br><b>7,5</b></span>',
    ]
    assert tuple(figure.layout.xaxis.ticktext) == ("2022", "2023", "2024")


def test_trend_says_whose_value_was_not_printed() -> None:
    gaps = [trace for trace in draw(samples.ticket_trend(), LIGHT).data if trace.type == "bar"]

    assert [list(trace.x) for trace in gaps] == [[1]]
    assert one_line(gaps[0].text[0]).startswith("France")
    assert one_line(gaps[0].text[0]).endswith(samples.GAP_TEXT)


def test_scatter_takes_a_logarithm_where_the_spread_is_wide_and_only_there() -> None:
    figure = draw(samples.investment_scatter(), LIGHT)

    assert (figure.layout.xaxis.type, figure.layout.yaxis.type) == ("linear", "log")
    assert "Capital investi (M€)" in written(figure)


def test_scatter_shows_the_third_measure_as_area_and_says_what_it_cannot_place() -> None:
    figure = draw(samples.investment_scatter(), LIGHT)
    sizes = dict(zip(figure.data[0].customdata, figure.data[0].marker.size, strict=True))

    assert sizes["IE"] ** 2 / sizes["DE"] ** 2 == pytest.approx(6010 / 1628)
    assert "ES" not in sizes
    assert "▨</span> Espagne – Capital investi" in written(figure)


def test_a_band_is_written_from_both_figures_with_one_qualifier() -> None:
    marks = grids.rank_bands().marks
    texts = [band_text(mark, samples.BEST) for mark in marks]

    assert texts[0] == "11–20"
    assert texts[6] == "≈\u00a041–50"


def test_an_absent_combination_is_a_dash_and_an_unprinted_one_is_hatched() -> None:
    plain_cells, hatched = draw(grids.subject_bands(), LIGHT).data

    assert sum(text == "–" for text in plain_cells.text) == 7 * 3 - 8
    assert [one_line(text) for text in hatched.text] == [samples.GAP_TEXT]
    assert hatched.marker.pattern.shape == "/"


def test_a_sign_is_an_arrow_with_its_word() -> None:
    text = one_line(written(draw(grids.challenge_signs(), LIGHT)).replace("\u00a0", " "))

    assert f'<span style="color:{LIGHT.accent}"><b>▲</b></span> plus fréquent' in text
    assert f'<span style="color:{LIGHT.series[1]}"><b>▼</b></span> ≈ moins fréquent' in text
    assert "<b>1er</b>" in text


def test_the_strip_of_a_sign_fills_when_the_percentage_comes() -> None:
    without = draw(grids.challenge_signs(), LIGHT)
    with_one = draw(grids.challenge_signs({("data_access", "french"): 50}), LIGHT)

    assert len(hatched_boxes(without)) == 12
    assert len(hatched_boxes(with_one)) == 11
    assert "50\u202f%" in written(with_one)


def hatched_boxes(figure: go.Figure) -> list[float]:
    """The lengths of all hatched boxes of a figure."""
    return [x for trace in figure.data if trace.type == "bar" and trace.marker.pattern.shape == "/" for x in trace.x]


def test_markup_in_data_is_shown_and_not_obeyed() -> None:
    exhibit = samples.funding_ranking()
    note = Reference(source_id="s", title="<img src=x>", page=None, producer=None, note="<a href='x'>y</a>")
    hostile = replace(exhibit.marks[0].figure, text="<b>1</b>", spoken="<i>un</i>", reference=note)
    mark = replace(exhibit.marks[0], category=Item("X", "<script>"), figures=(hostile,))
    values = draw(replace(exhibit, marks=(mark,), categories=(mark.category,)), LIGHT).to_plotly_json()

    assert values["data"][0]["text"] == ["&lt;b&gt;1&lt;/b&gt;"]
    assert values["layout"]["yaxis"]["ticktext"] == ["&lt;script&gt;"]
    assert "<" not in values["data"][0]["hovertext"][0].replace("<br>", "")


def test_the_tooltip_tells_figure_source_and_page() -> None:
    lines = draw(samples.funding_ranking(), LIGHT).data[0].hovertext[0].split("<br>")

    assert lines[0] == "Royaume-Uni"
    assert lines[1].startswith("Montants levés")
    assert lines[1].endswith("11\u202f600\u202fM€")
    assert lines[2].endswith("30")


@pytest.mark.parametrize("kind", [ViewKind.METRIC, ViewKind.TABLE, ViewKind.COLUMN_MAP])
def test_what_is_not_a_figure_is_refused_by_name(kind: ViewKind) -> None:
    with pytest.raises(NotAFigureError, match=f"'{kind}' is not drawn as a figure .view {kind} of dataset sample"):
        draw(replace(samples.funding_ranking(), kind=kind, view=str(kind)), LIGHT)


def test_no_picture_leaves_without_its_source_through_a_button_of_plotly() -> None:
    settings = config(samples.funding_ranking())

    assert settings["displayModeBar"] is False
    assert settings["locale"] == "fr"
    assert settings["displaylogo"] is False


def test_series_that_are_areas_have_the_colours_of_their_roles_and_others_their_own() -> None:
    assert series_colours(samples.ticket_trend(), LIGHT) == {"FR10": LIGHT.accent, "FR": LIGHT.national}
    assert list(series_colours(samples.segment_bars(), LIGHT).values()) == list(LIGHT.series[:3])
