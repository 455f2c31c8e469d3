"""A scene as Vega-Lite, drawn by vl-convert without a browser. Vega-Lite is used here and nowhere else."""

import re
from collections.abc import Hashable, Iterable, Iterator
from html import escape
from itertools import groupby

import vl_convert

from components.print.scene import Area, Dot, Drawn, Rect, Rule, Scene, Shape, Stroke, Text
from components.print.typeface import Face, displayable

_VERSION = "5.20"
SCHEMA = f"https://vega.github.io/schema/vega-lite/v{_VERSION}.json"
#: Vega measures every text letter by letter, which takes most of its time. Nothing here depends on what it measures, so
#: texts pass through it as their numbers in a typeface of its own; the SVG gets texts and typefaces afterwards.
STAND_INS = {Face.REGULAR: "sans-serif", Face.BOLD: "monospace", Face.TITLE: "serif"}
_NUMBERED = re.compile(r">(\d+)</text>")
_HAIRLINE_NONE = 0.0

Row = dict[str, object]
Layer = dict[str, object]


def specification(scene: Scene) -> dict[str, object]:
    """The scene as a Vega-Lite specification: neighbouring shapes of one kind are the rows of one layer."""
    visible = (shape for shape in scene.shapes if not isinstance(shape, Text) or shape.text)
    layers = [_layer(list(shapes)) for _, shapes in groupby(visible, key=_group)]
    return {
        "$schema": SCHEMA,
        "width": scene.width,
        "height": scene.height,
        "padding": 0,
        "autosize": "none",
        "background": scene.ground,
        "config": {"view": {"stroke": None}, "aria": False},
        "layer": layers or [_layer([])],
    }


def svg_text(scene: Scene) -> str:
    """The scene as SVG whose texts are text in the typefaces of the house; a point is a unit of the drawing."""
    spec = specification(scene)
    texts: list[str] = []
    for row in rows(spec):
        if "words" in row:
            texts.append(str(row["words"]))
            row["words"] = str(len(texts) - 1)
    svg = str(vl_convert.vegalite_to_svg(spec, vl_version=_VERSION))
    for face, name in STAND_INS.items():
        true = f'font-family="{face.value.family}" font-weight="{face.value.weight}"'
        svg = svg.replace(f'font-family="{name}"', true)
    return _NUMBERED.sub(lambda found: f">{escape(texts[int(found[1])], quote=False)}</text>", svg)


def png(svg: str, dots_per_inch: float) -> bytes:
    """An SVG without text as a bitmap; a unit of the drawing is a point."""
    return bytes(vl_convert.svg_to_png(svg, ppi=dots_per_inch))


def _group(shape: Shape) -> Hashable:
    """What the shapes of one layer have in common: what Vega-Lite takes for the whole layer and not for each row."""
    match shape:
        case Text():
            return "text", shape.anchor, shape.face
        case Rule():
            return "rule", shape.stroke.dash
        case Area():
            return "area", shape.fill is None, shape.stroke.dash if shape.stroke else ()
        case Rect() | Dot():
            return type(shape).__name__, shape.stroke.dash if shape.stroke else ()


def _layer(shapes: list[Shape]) -> Layer:
    if not shapes:
        return {"data": {"values": []}, "mark": "rect"}
    first = shapes[0]
    values = [_row(shape) for shape in shapes]
    if isinstance(first, Area):
        return {
            "data": {"values": values},
            "projection": {"type": "identity", "scale": 1, "translate": [0, 0]},
            "mark": {"type": "geoshape", **_dash(first.stroke), "strokeJoin": "round"},
            "encoding": _plain(("fill", "properties.fill"), ("stroke", "properties.stroke"))
            | _numbers(("strokeWidth", "properties.thickness")),
        }
    return {"data": {"values": values}, "mark": _mark(first), "encoding": _encoding(first)}


def _mark(shape: Shape) -> dict[str, object]:
    match shape:
        case Rect():
            return {"type": "rect", **_dash(shape.stroke)}
        case Dot():
            return {"type": "point", "shape": "circle", "opacity": 1, **_dash(shape.stroke)}
        case Rule():
            return {"type": "rule", **_dash(shape.stroke)}
        case Text():
            align = {"start": "left", "middle": "center", "end": "right"}[shape.anchor]
            return {"type": "text", "align": align, "baseline": "alphabetic", "font": STAND_INS[shape.face]}
        case Area():
            return {"type": "geoshape"}


def _encoding(shape: Shape) -> dict[str, object]:
    place = _numbers(("x", "x"), ("y", "y"))
    match shape:
        case Rect():
            colours = _plain(("fill", "fill"), ("stroke", "stroke"))
            return place | _ends() | colours | _numbers(("strokeWidth", "thickness"))
        case Rule():
            return place | _ends() | _plain(("stroke", "stroke")) | _numbers(("strokeWidth", "thickness"))
        case Dot():
            colours = _plain(("fill", "fill"), ("stroke", "stroke"))
            return place | colours | _numbers(("size", "size"), ("strokeWidth", "thickness"))
        case _:
            return place | _plain(("text", "words"), ("fill", "fill")) | _numbers(("size", "size"))


def _ends() -> dict[str, object]:
    return {"x2": {"field": "x2"}, "y2": {"field": "y2"}}


def _numbers(*fields: tuple[str, str]) -> dict[str, object]:
    def channel(name: str, field: str) -> dict[str, object]:
        axis = {"axis": None} if name in ("x", "y") else {}
        return {"field": field, "type": "quantitative", "scale": None, **axis}

    return {name: channel(name, field) for name, field in fields}


def _plain(*fields: tuple[str, str]) -> dict[str, object]:
    def channel(name: str, field: str) -> dict[str, object]:
        return {"field": field, "type": "nominal"} | ({} if name == "text" else {"scale": None, "legend": None})

    return {name: channel(name, field) for name, field in fields}


def _dash(stroke: Stroke | None) -> dict[str, object]:
    return {"strokeDash": list(stroke.dash)} if stroke and stroke.dash else {}


def _row(shape: Shape) -> Row:
    match shape:
        case Rect():
            place: Row = {"x": _short(shape.left), "x2": _short(shape.right), "y": _short(shape.top)}
            place["y2"] = _short(shape.bottom)
            return place | {"fill": shape.fill} | _stroke(shape.stroke) | _meaning(shape.stands_for)
        case Rule():
            (x, y), (x2, y2) = shape.start, shape.end
            ends: Row = {"x": _short(x), "y": _short(y), "x2": _short(x2), "y2": _short(y2)}
            return ends | _stroke(shape.stroke) | _meaning(shape.stands_for)
        case Dot():
            x, y = shape.centre
            size = (2 * shape.radius) ** 2
            row: Row = {"x": _short(x), "y": _short(y), "size": _short(size), "fill": shape.fill}
            return row | _stroke(shape.stroke) | _meaning(shape.stands_for)
        case Text():
            # A control character would end the process.
            said = displayable(shape.text)
            words: Row = {"x": _short(shape.x), "y": _short(shape.y), "words": said, "size": shape.size}
            return words | {"fill": shape.colour} | _meaning(shape.stands_for)
        case Area():
            return _feature(shape)


def _feature(shape: Area) -> Row:
    rings = [[[_short(x), _short(y)] for x, y in ring] for ring in shape.rings]
    kind = "MultiLineString" if shape.fill is None else "Polygon"
    properties = {"fill": shape.fill or "none"} | _stroke(shape.stroke) | _meaning(shape.stands_for)
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": rings}, "properties": properties}


def _stroke(stroke: Stroke | None) -> Row:
    if stroke is None:
        return {"stroke": "none", "thickness": _HAIRLINE_NONE}
    return {"stroke": stroke.colour, "thickness": stroke.width}


def _meaning(drawn: Drawn | None) -> Row:
    if drawn is None:
        return {}
    figure = drawn.figure
    return {"label": drawn.label, "value": figure.value, "text": figure.text, "status": figure.status}


def _short(number: float) -> float:
    return round(number, 2)


def rows(spec: dict[str, object]) -> Iterator[Row]:
    """The rows of all layers of a specification, features as their properties, from back to front."""
    layers = spec["layer"]
    for layer in layers if isinstance(layers, Iterable) else ():
        for row in layer["data"]["values"]:
            yield row.get("properties", row)
