"""What the marks of a picture on the screen wear, read off the plotly figure or the deck."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import plotly.graph_objects as go

from components.charts import draw
from components.decks import column_deck
from components.layout.looks import Look
from components.palette import Palette
from loaders.exhibit import Exhibit, Mark
from loaders.view import ViewKind
from tests.worn import LINES, MEASURED, Wardrobe, Wear, Worn, stretch, worn

_TINT = 0.14
_EDGES = {"4px,3px": Wear.DASHED_EDGE, "1px,3px": Wear.DOTTED_EDGE}
#: How much of a column is seen of 255, from which it is full, and from which it is pale; below it is a cage.
_FULL, _PALE = 255, 64
_ARROW = re.compile(r'<span style="color:(#\w{6})"><b>([▲▼=])</b>')
_SQUARE = re.compile(r'<span style="color:(#\w{6})">▨</span> ')
_DIRECTIONS = {"▲": 1, "▼": -1, "=": 0}
#: Drawn as texts of the page.
NO_PICTURE = frozenset({ViewKind.METRIC, ViewKind.TABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A picture on the screen: what its marks wear, and its words (of a deck those of its tooltips)."""

    marks: Wardrobe
    words: str


def on_screen(exhibit: Exhibit, palette: Palette) -> Screen:
    """What is seen on the screen."""
    if exhibit.kind is ViewKind.COLUMN_MAP:
        deck = column_deck(exhibit, palette).to_json()
        return Screen(marks=Counter(_columns(exhibit, json.loads(deck), palette)), words=deck)
    figure = draw(exhibit, palette)
    return Screen(marks=_marks(exhibit, figure, palette), words=_words(figure))


def _words(figure: go.Figure) -> str:
    texts = [one.text for one in figure.layout.annotations]
    for trace in figure.data:
        # The text of an area is its tooltip.
        if trace.hoverinfo != "text":
            texts += [trace.text] if isinstance(trace.text, str) else list(trace.text or ())
    return unescape(re.sub("<[^>]+>", "", " ".join(filter(None, texts)).replace("<br>", " ")))


def _marks(exhibit: Exhibit, figure: go.Figure, palette: Palette) -> Wardrobe:
    if exhibit.kind is ViewKind.CHOROPLETH:
        return Counter(_areas(exhibit, figure))
    if exhibit.kind is ViewKind.SYMBOL_MAP:
        return Counter(_symbols(exhibit, figure, palette))
    lines = [
        stretch(one.line.color, LINES[one.line.dash])
        for one in figure.data
        if one.type == "scatter" and one.mode == "lines"
    ]
    dots, notes = _dots(exhibit, figure, palette), _notes(exhibit, figure)
    return Counter([*_boxes(exhibit, figure, palette), *dots, *notes, *lines])


def _boxes(exhibit: Exhibit, figure: go.Figure, palette: Palette) -> Iterator[Worn]:
    dashed = {(one.x0, one.x1, one.y0, one.y1): one.line for one in figure.layout.shapes if one.line.dash == "4px,3px"}
    for trace in figure.data:
        if trace.type != "bar":
            continue
        is_hatched = trace.marker.pattern.shape == "/"
        for place, (code, hover) in enumerate(zip(trace.customdata, trace.hovertext, strict=True)):
            marks = _meant(exhibit, code, hover, are_gaps=is_hatched and exhibit.kind is ViewKind.TREND)
            if exhibit.kind is ViewKind.SIGN_MATRIX and trace.text[place]:
                arrows = [(_DIRECTIONS[sign], colour) for colour, sign in _ARROW.findall(trace.text[place])]
                yield from (worn(mark, *arrow, Wear.PLAIN) for mark in marks for arrow in arrows)
            elif is_hatched:
                pattern = trace.marker.pattern.fgcolor
                yield from (worn(mark, None, pattern, Wear.HATCHED) for mark in marks)
            elif exhibit.kind is not ViewKind.SIGN_MATRIX or trace.marker.color[place] != palette.rule:
                start, length, middle = trace.base[place], trace.x[place], trace.y[place]
                half = trace.width[place] / 2
                line = dashed.get((start, start + length, middle - half, middle + half))
                outline = trace.marker.line
                seen = Look(
                    fill=trace.marker.color[place],
                    line=line.color if line else outline.color[place],
                    width=line.width if line else outline.width[place],
                    dashed=line is not None,
                )
                dress = _dress(seen, palette)
                value = length if exhibit.kind in MEASURED else None
                yield from (worn(mark, value, *dress) for mark in marks)


def _dots(exhibit: Exhibit, figure: go.Figure, palette: Palette) -> Iterator[Worn]:
    for trace in figure.data:
        if trace.type != "scatter" or trace.customdata is None:
            continue
        marker, values = trace.marker, trace.y if exhibit.kind is ViewKind.TREND else trace.x
        for place, (code, hover) in enumerate(zip(trace.customdata, trace.hovertext, strict=True)):
            symbol, line = marker.symbol[place], marker.line
            seen = Look(
                fill=marker.color[place],
                line=line.color[place],
                width=line.width[place],
                dashed=symbol == "circle-dot",
                symbol=symbol,
            )
            for mark in _meant(exhibit, code, hover):
                yield worn(mark, values[place], *_dress(seen, palette))


def _notes(exhibit: Exhibit, figure: go.Figure) -> Iterator[Worn]:
    """What has no place in a scatter: the words below it, each behind a hatched square."""
    for annotation in figure.layout.annotations:
        _, *notes = _SQUARE.split(annotation.text)
        for colour, said in zip(notes[::2], notes[1::2], strict=True):
            yield from (
                worn(mark, None, colour, Wear.HATCHED)
                for mark in _longest([one for one in exhibit.marks if _plain(said).startswith(one.category.label)])
            )


def _dress(seen: Look, palette: Palette) -> tuple[str, Wear]:
    """The colour and the wear of a surface and its outline; a seam of paper is none."""
    is_crossed = seen.symbol == "circle-x"
    if not seen.width or seen.line == palette.paper:
        return seen.fill, Wear.ODD if seen.dashed or is_crossed else Wear.PLAIN
    if is_crossed:
        return seen.line, Wear.CROSSED if seen.fill == palette.paper else Wear.ODD
    if seen.fill != palette.tint(seen.line, _TINT):
        return seen.fill, Wear.ODD
    return seen.line, Wear.DASHED if seen.dashed else Wear.HOLLOW


def _meant(exhibit: Exhibit, code: str, hover: str, *, are_gaps: bool = False) -> list[Mark]:
    """The mark that a tooltip tells of: the one with the longest name it begins with; or all gaps that it names."""
    text = _plain(hover)
    own = [mark for mark in exhibit.marks if mark.category.code == code]
    if are_gaps:
        return [mark for mark in own if _name(mark) in text and any(one and one.value is None for one in mark.figures)]
    return _longest([mark for mark in own if text.startswith(_name(mark))])


def _longest(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: -len(_name(mark)))[:1]


def _plain(text: str) -> str:
    return " ".join(unescape(text).split("<br>"))


def _name(mark: Mark) -> str:
    return " – ".join(item.label for item in (mark.category, mark.series) if item)


def _areas(exhibit: Exhibit, figure: go.Figure) -> Iterator[Worn]:
    """Each area once, also where the inset repeats it."""
    edges: dict[str, set[tuple[float, float]]] = {}
    for trace in figure.data:
        if trace.name == "edges":
            edges.setdefault(trace.line.dash, set()).update(zip(trace.x, trace.y, strict=True))
    found: set[Worn] = set()
    for trace in figure.data:
        for mark in (one for one in exhibit.marks if one.category.code == trace.name):
            if trace.fillpattern.shape == "/":
                found.add(worn(mark, None, trace.fillpattern.fgcolor, Wear.HATCHED))
                continue
            points = {(x, y) for x, y in zip(trace.x, trace.y, strict=True) if x == x}  # noqa: PLR0124 - not NaN
            wear = next((_EDGES[dash] for dash, line in edges.items() if points <= line), Wear.PLAIN)
            found.add(worn(mark, None, trace.fillcolor, wear))
    yield from found


def _symbols(exhibit: Exhibit, figure: go.Figure, palette: Palette) -> Iterator[Worn]:
    for trace in figure.data:
        for mark in (one for one in exhibit.marks if f"{one.category.code} symbol" == trace.name):
            if trace.fillpattern.shape == "/":
                yield worn(mark, None, trace.fillpattern.fgcolor, Wear.HATCHED)
                continue
            line = trace.line
            seen = Look(fill=trace.fillcolor, line=line.color, width=line.width, dashed=line.dash != "solid")
            yield worn(mark, None, *_dress(seen, palette))


def _columns(exhibit: Exhibit, deck: dict[str, Any], palette: Palette) -> Iterator[Worn]:
    """Columns by how much is seen of them; a gap has none, and an outline on the ground."""
    layers: dict[str, Any] = {one["id"]: one for one in deck["layers"]}
    marks = {mark.category.code: mark for mark in reversed(exhibit.marks)}
    seen = set()
    for layer in (one for one in layers.values() if one["@@type"] == "ColumnLayer"):
        for column in layer["data"]:
            seen.add(column["area"])
            yield worn(marks[column["area"]], None, *_column(column["colour"], has_edges=layer["wireframe"]))
    for feature in layers["areas"]["data"]["features"]:
        told = feature["properties"]
        if told["area"] not in seen:
            wear = Wear.HATCHED if _hex(told["fill"]) == palette.paper else Wear.ODD
            yield worn(marks[told["area"]], None, _hex(told["line"]), wear)


def _column(colour: list[int], *, has_edges: bool) -> tuple[str, Wear]:
    opacity = colour[3]
    if opacity == _FULL:
        return _hex(colour), Wear.ODD if has_edges else Wear.PLAIN
    return _hex(colour), Wear.ODD if not has_edges else Wear.HOLLOW if opacity > _PALE else Wear.DASHED


def _hex(colour: list[int]) -> str:
    return "#" + "".join(f"{channel:02X}" for channel in colour[:3])
