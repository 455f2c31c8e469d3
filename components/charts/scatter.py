"""Scatters: bubbles named where they lie, both axes titled, what cannot be placed said below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import plotly.graph_objects as go

from components.charts.dots import Dot, add_dots
from components.charts.labels import DAGGER, block, coloured, for_role, plain
from components.charts.template import Margins, canvas
from components.charts.tooltip import tooltip
from components.layout.axis import Axis, axis_for, named
from components.layout.bubble import SIZE, bubble_look, figure_at, is_told_below
from components.layout.bubble_labels import Bubble, free_sides
from components.layout.status_code import with_status
from components.layout.text_width import LINE_HEIGHT, SMALL_SIZE, text_width, wrapped
from components.palette import Palette
from loaders.exhibit import Exhibit, Figure, Mark
from loaders.language import Wording, language_from, wording

_HEIGHT = 380
_LEFT, _RIGHT = 56, 14
_SMALLEST, _LARGEST = 10, 52
_MARKER = 14
#: Stands in the note before what has no place, for its hatching.
_HATCHED = "▨"
#: The page on a phone of 360 pixels: titles and notes are wrapped to it, names are placed for it.
_NARROWEST = 340


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark that has both coordinates, and its diameter in pixels (the smallest where its size is not known)."""

    mark: Mark
    x: Figure
    y: Figure
    diameter: float
    has_size: bool


def scatter_figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Bubbles by two measures; the area is the third, where there is one."""
    words = wording(language_from(exhibit.language))
    placed = tuple(_placed(exhibit))
    x = axis_for(exhibit.measures[0], [one.x.value for one in placed if one.x.value is not None])
    y = axis_for(exhibit.measures[1], [one.y.value for one in placed if one.y.value is not None])
    top = wrapped("↑ " + y.title(words), _NARROWEST - 20)
    right = wrapped(x.title(words) + " →", _NARROWEST - 20)
    notes = [line for note in _notes(exhibit, words) for line in wrapped(note, _NARROWEST - 10, SMALL_SIZE + 1)]
    under = (len(right) + len(notes)) * LINE_HEIGHT
    margins = Margins(left=_LEFT, right=_RIGHT, top=len(top) * LINE_HEIGHT + 14, bottom=under + 40)
    figure = canvas(exhibit.language, palette, height=_HEIGHT, margins=margins)
    figure.update_xaxes(**x.layout())
    figure.update_yaxes(**y.layout())
    add_dots(figure, tuple(_dots(exhibit, placed, x, y, palette)), opacity=0.9)
    left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": 4 - _LEFT, "align": "left"}
    figure.add_annotation(text=block(top), yref="paper", y=1, yanchor="bottom", yshift=12, **left)
    figure.add_annotation(
        text=block(right),
        xref="paper",
        x=1,
        xanchor="right",
        align="right",
        yref="paper",
        y=0,
        yanchor="top",
        yshift=-20,
    )
    figure.add_annotation(
        text=block(tuple(notes)).replace(_HATCHED, coloured(_HATCHED, palette.gap)),
        yref="paper",
        y=0,
        yanchor="top",
        yshift=-28 - len(right) * LINE_HEIGHT,
        font={"size": SMALL_SIZE + 1, "color": palette.muted},
        **left,
    )
    return figure


def _placed(exhibit: Exhibit) -> Iterator[Placed]:
    sizes = {mark: figure_at(mark, SIZE) for mark in exhibit.marks}
    largest = max((figure.value or 0 for figure in sizes.values() if figure), default=0) or 1
    for mark in exhibit.marks:
        x, y = figure_at(mark, 0), figure_at(mark, 1)
        if x and y and x.value is not None and y.value is not None:
            size = sizes[mark]
            value = size.value if size else None
            diameter = max(_SMALLEST, _LARGEST * sqrt(max(0.0, value or 0) / largest))
            single = len(exhibit.measures) <= SIZE
            yield Placed(
                mark=mark, x=x, y=y, diameter=_MARKER if single else diameter, has_size=single or value is not None
            )


def _dots(exhibit: Exhibit, placed: Sequence[Placed], x: Axis, y: Axis, palette: Palette) -> Iterator[Dot]:
    width = _NARROWEST - _LEFT - _RIGHT
    bubbles = [
        Bubble(
            x=x.share(one.x.value or 0) * width,
            y=(1 - y.share(one.y.value or 0)) * _HEIGHT,
            radius=one.diameter / 2,
            name_width=text_width(one.mark.category.label),
        )
        for one in placed
    ]
    for one, side in zip(placed, free_sides(bubbles, width), strict=True):
        yield Dot(
            x=one.x.value or 0,
            y=one.y.value or 0,
            look=bubble_look(one.mark, palette, has_size=one.has_size),
            text=for_role(_name(one.mark), one.mark.role),
            ink=palette.ink,
            side=side,
            size=one.diameter,
            hover=tooltip(exhibit, one.mark),
            code=one.mark.category.code,
        )


def _name(mark: Mark) -> str:
    """The name of a bubble; a dagger says that the study contradicts one of its figures."""
    doubted = any(figure.is_doubted for figure in mark.figures if figure)
    return plain(mark.category.label) + (DAGGER if doubted else "")


def _notes(exhibit: Exhibit, words: Wording) -> Iterator[str]:
    """What the area means, then every figure that the plot alone does not tell; those that are missing hatched."""
    if len(exhibit.measures) > SIZE:
        yield words.say("Area of the circles: {measure}", measure=named(exhibit.measures[SIZE], words))
    for mark in exhibit.marks:
        for measure, figure in zip(exhibit.measures, mark.figures, strict=False):
            if figure is not None and is_told_below(mark, figure):
                label = f"{mark.category.label} – {measure.label}"
                said = words.say("{label}: {value}", label=label, value=_said(exhibit, figure))
                yield f"{_HATCHED} {said}" if figure.value is None else said


def _said(exhibit: Exhibit, figure: Figure) -> str:
    """A figure in words, as it stands below the plot: with its unit, its status and the sign of a doubt."""
    text = figure.text if exhibit.unit else figure.spoken
    return with_status(figure, text) + ("†" if figure.is_doubted else "")
