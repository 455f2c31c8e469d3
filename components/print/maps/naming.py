"""Names and values on a map of paper: beside what they name, or listed where there is no room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from string import ascii_lowercase

from components.layout.map_frame import DrawnArea
from components.layout.map_labels import FONT_PIXELS, LINE_PIXELS, Label, Room, Solid, Subject, placed_labels
from components.layout.text_width import wrapped
from components.print.maps.ground import inset_leader
from components.print.maps.plan import Plan
from components.print.scene import Anchor, Dot, Rect, Rule, Shape, Stroke, Text, drawn
from components.print.typeface import Face, widest
from loaders.boundary import Box
from loaders.exhibit import Role

#: How wide the lines of a name may be that is broken, in pixels.
_NARROW, _WIDER = 62, 110
_MOST_LINES = 4
#: A leader is kept free of text by this many boxes along it.
_STEPS = 12
#: The end of a leader on its area, and the line with its rim, in points.
_POINT, _RIM = 1.0, 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What is drawn for an area: the point that its label stands at, and the radius of it in pixels."""

    anchor: tuple[float, float]
    radius: float = 0.0
    shape: Solid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Labels that found room, and the sign that stands on the map for each area that found none."""

    labels: tuple[Label, ...]
    signs: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the labels of all areas stand, what they keep off, and the areas that only their own label may cover."""

    stands: Mapping[str, Stand]
    taken: tuple[Box, ...] = ()
    solid: Mapping[str, Solid] = field(default_factory=dict)


def named(plan: Plan, standing: Standing) -> Naming:
    """Labels for all areas, Île-de-France first; an area whose label has no room gets a sign for a list."""
    order = sorted(plan.scene.areas, key=lambda area: (area.mark.role is not Role.ACCENT, area.is_gap))
    subjects = {area.shape.area: _subject(area, plan, standing) for area in order}
    labels = placed_labels(tuple(subjects.values()))
    found = {label.area for label in labels}
    rest = [area for area in plan.scene.areas if area.shape.area not in found]
    if not rest:
        return Naming(labels=labels, signs={})
    # In brackets, so that nobody takes the number of an area for a value.
    signs = {area.shape.area: f"({area.shape.number or _letters(place)})" for place, area in enumerate(rest)}
    short = [replace(subjects[area], names=((sign,),)) for area, sign in signs.items()]
    again = placed_labels((*(one for area, one in subjects.items() if area in found), *short))
    placed = {label.area for label in again}
    return Naming(labels=again, signs={area: sign if area in placed else "" for area, sign in signs.items()})


def label_shapes(naming: Naming, plan: Plan) -> Iterator[Shape]:
    """Leaders, then names and values."""
    areas = {area.shape.area: area for area in plan.scene.areas}
    for label in naming.labels:
        if label.leader:
            start, end = (plan.point(*point) for point in label.leader)
            if plan.scene.scale is not None:
                # On dark shades the line is seen by its rim.
                yield Rule(start=start, end=end, stroke=Stroke(colour=plan.space.palette.paper, width=_RIM))
                yield Dot(centre=start, radius=_POINT + _RIM / 3, fill=plan.space.palette.paper)
                yield Dot(centre=start, radius=_POINT, fill=plan.space.palette.ink)
            yield Rule(start=start, end=end, stroke=Stroke(colour=plan.space.palette.ink))
    for label in naming.labels:
        is_sign = label.area in naming.signs
        yield from _written(label, areas[label.area], plan, is_sign=is_sign)


def _written(label: Label, area: DrawnArea, plan: Plan, *, is_sign: bool) -> Iterator[Shape]:
    size, palette, line = plan.space.type.body, plan.space.palette, LINE_PIXELS * plan.pixel
    x, middle = plan.point(label.x, label.y)
    colour = palette.ink
    if label.is_inside and not area.is_gap:
        colour = palette.text_on(plan.scene.fill(area))
    if label.is_inside and area.is_gap:
        half = widest(label.lines, size, Face.BOLD) / 2 + size * 0.15
        high = len(label.lines) * line / 2
        yield Rect(left=x - half, right=x + half, top=middle - high, bottom=middle + high, fill=palette.paper)
    is_accent = area.mark.role is Role.ACCENT and plan.scene.has_accent
    anchor, x = _aligned(label, area, plan)
    for number, text in enumerate(label.lines):
        is_value = number == len(label.lines) - 1 and not is_sign and area.figure is not None
        is_bold = is_sign or (not area.is_gap if is_value else is_accent)
        yield Text(
            x=x,
            y=middle + (number - (len(label.lines) - 1) / 2) * line + size * 0.35,
            text=text,
            size=size,
            colour=palette.muted if is_sign and not label.is_inside else colour,
            face=Face.BOLD if is_bold else Face.REGULAR,
            anchor=anchor,
            stands_for=drawn(area.mark, area.figure) if is_value else None,
        )


def _aligned(label: Label, area: DrawnArea, plan: Plan) -> tuple[Anchor, float]:
    """Lines beside what they name begin or end there; others are centred."""
    x, _ = plan.point(label.x, label.y)
    place, _ = plan.point(*plan.scene.frame.place(area))
    half = widest(label.lines, plan.space.type.body, Face.BOLD) / 2
    if label.is_inside or abs(x - place) < half:
        return "middle", x
    return ("start", x - half) if x > place else ("end", x + half)


def _subject(area: DrawnArea, plan: Plan, standing: Standing) -> Subject:
    stand = standing.stands[area.shape.area]
    name, value = area.mark.category.label, plan.value(area)
    rows = [wrapped(name, pixels, FONT_PIXELS) for pixels in (_WIDER, _NARROW)]
    names = dict.fromkeys((*lines, value) if value else lines for lines in ((name,), *rows))
    return Subject(
        area=area.shape.area,
        anchor=stand.anchor,
        room=_room(area, plan, standing),
        names=tuple(lines for lines in names if len(lines) <= _MOST_LINES),
        shorts=(),
        radius=stand.radius,
        shape=stand.shape,
    )


def _room(area: DrawnArea, plan: Plan, standing: Standing) -> Room:
    frame, inset = plan.scene.frame, plan.scene.frame.inset_of(area)
    size = partial(_size, body=plan.space.type.body)
    if inset is not None:
        near = tuple(solid for code, solid in standing.solid.items() if code in inset.areas)
        place = inset.target.grown(-1.5 * frame.pixel)
        origin = inset.moved(0, 0)
        return Room(
            box=place,
            pixel=frame.pixel,
            areas=near,
            blocked=standing.taken,
            origin=origin,
            scale=inset.scale,
            size=size,
        )
    blocked = (*_around_inset(plan), *standing.taken, frame.key)
    # Beside the view there may be paper: labels may stand on it.
    right = frame.view.right if frame.inset or frame.key.left > frame.view.right else frame.canvas.right
    box = Box(left=frame.canvas.left, bottom=frame.view.bottom, right=right, top=frame.canvas.top)
    return Room(box=box, pixel=frame.pixel, areas=tuple(standing.solid.values()), blocked=blocked, size=size)


def _around_inset(plan: Plan) -> Iterator[Box]:
    """What labels of the map keep off: the inset, what it shows, and the line between them."""
    inset, pixel = plan.scene.frame.inset, plan.scene.frame.pixel
    if inset is None:
        return
    yield from (inset.target, inset.marked.grown(2 * pixel))
    (x0, y0), (x1, y1) = inset_leader(plan)
    for step in range(_STEPS):
        ends = [(x0 + (x1 - x0) * part / _STEPS, y0 + (y1 - y0) * part / _STEPS) for part in (step, step + 1)]
        xs, ys = sorted(x for x, _ in ends), sorted(y for _, y in ends)
        yield Box(left=xs[0], bottom=ys[0], right=xs[1], top=ys[1])


def _size(lines: tuple[str, ...], body: float) -> tuple[float, float]:
    """How wide and high a label is, in pixels."""
    return widest(lines, body, Face.BOLD) * FONT_PIXELS / body + 2, LINE_PIXELS * len(lines)


@cache
def _letters(place: int) -> str:
    """a, b, c ... z, aa, ab ..."""
    before, own = divmod(place, len(ascii_lowercase))
    return (_letters(before - 1) if before else "") + ascii_lowercase[own]
