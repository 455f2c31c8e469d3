"""Where the parts of a map stand on paper: the view, the key beside or below it, and the inset."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from components.layout.map_frame import (
    PETITE_COURONNE,
    Inset,
    MapFrame,
    has_inset,
    inset_source,
    map_view,
)
from components.layout.map_labels import FONT_PIXELS
from components.layout.map_scene import MapScene
from components.print.maps.cells import Cell
from components.print.plot import Space, TooSmallError
from loaders.boundary import Box, Layer, Point

#: From this width on, in parts of the type size, the key stands beside the map.
_WIDE = 45
_GAP = 1.2
#: How high a map may be that may be as high as it likes, in parts of its width.
_HIGHEST_NARROW, _HIGHEST_WIDE = 1.6, 0.6
#: The least width of what is in view, in parts of the type size.
_LEAST = 11
#: So that nothing leaves the sheet by rounding, in points.
_SLACK = 0.1
#: The width at which the labels of the map, or of its inset, stand well, in pixels.
_GOOD_VIEW, _GOOD_INSET = 340.0, 250.0
#: The share of the width that the inset takes below the map; its room for names on the right, in parts of the couronne.
_INSET, _BEYOND = 0.76, 0.42
#: Room for names above a map with an inset, in parts of its height.
_ABOVE = 0.06
#: Shares of the width that the inset may take beside the map.
_SHARES = (0.34, 0.38, 0.42, 0.46, 0.5, 0.54)

#: The key as it is laid out in some width.
Key = Callable[[float], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizing:
    """What a map is composed in: the width, the most height and the type size, in points, and its key."""

    width: float
    height: float
    body: float
    key: Key

    @property
    def across(self) -> float:
        """The width in pixels of a picture whose labels have the size of the type."""
        return self.pixels(self.width)

    @property
    def gap(self) -> float:
        """The room between parts."""
        return self.body * _GAP

    def pixels(self, points: float) -> float:
        """Points in such pixels."""
        return points * FONT_PIXELS / self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composed:
    """A frame, how many points a unit of the layer is, and how well labels will stand (1 is well)."""

    frame: MapFrame
    unit: float
    ease: float


def composed(scene: MapScene, space: Space, key: Key, height: float) -> tuple[MapFrame, float]:
    """The composition that leaves labels the most room, `height` points high at the most, and the points of a unit.

    Raises:
        TooSmallError: the map would be too small to be read.
    """
    body = space.type.body
    if space.height is None:
        is_wide = space.width > _WIDE * body
        height = min(height, space.width * (_HIGHEST_WIDE if is_wide else _HIGHEST_NARROW))
    sizing = Sizing(width=space.width, height=height, body=body, key=key)
    least = _LEAST * body
    if height < least:
        raise TooSmallError(space.width, space.room + least - height)
    possible = _with_inset(scene, sizing) if has_inset(scene.layer) else (_plain(scene, sizing),)
    best = max(possible, key=lambda one: one.ease)
    drawn = best.frame.view.width * best.unit
    if drawn < least - 0.01:
        raise TooSmallError(space.width, space.room + height * (least / drawn - 1) if drawn > 0 else 2 * space.room)
    return best.frame, best.unit


def _plain(scene: MapScene, sizing: Sizing) -> _Composed:
    """One map; its view is widened to the width of the sheet, its key stands beside or below it."""
    key = sizing.key(sizing.width)
    is_beside = bool(key.shapes) and sizing.width > _WIDE * sizing.body
    if is_beside:
        key = sizing.key(0.0)
    side = key.width + sizing.gap + _SLACK if is_beside else 0.0
    below = key.height + sizing.gap / 2 if key.shapes and not is_beside else 0.0
    width, height = sizing.width - side, max(sizing.height - below, 0.01)
    view = map_view(scene.layer, scene.neighbours, scene.areas)
    view = _widened(view, scene.neighbours.box, width / height)
    unit = min(width / view.width, height / view.height)
    left, top = (view.right + sizing.gap / unit, view.top) if is_beside else (view.left, view.bottom)
    top -= 0 if is_beside else sizing.gap / 2 / unit
    place = Box(left=left, bottom=top - key.height / unit, right=left + key.width / unit, top=top)
    across = sizing.width / unit
    start = view.left - (across - view.width - side / unit) / 2
    canvas = Box(
        left=start,
        bottom=min(view.bottom, place.bottom if key.shapes else view.bottom),
        right=start + across,
        top=view.top,
    )
    frame = MapFrame(view=view, canvas=canvas, key=place, inset=None, across=sizing.across)
    return _Composed(frame=frame, unit=unit, ease=1.0)


def _widened(view: Box, ground: Box, aspect: float) -> Box:
    """The view up to as wide as the sheet, its areas still in the middle, without what lies beyond the ground."""
    wanted = max(0.0, view.height * aspect - view.width) / 2
    more = min(wanted, max(0.0, ground.right - view.right))
    return Box(left=view.left - more, bottom=view.bottom, right=view.right + more, top=view.top)


def _with_inset(scene: MapScene, sizing: Sizing) -> Iterator[_Composed]:
    yield _inset_below(scene, sizing)
    for share in _SHARES:
        yield _inset_beside(scene, sizing, share)


@lru_cache(maxsize=8)
def _southern(layer: Layer) -> tuple[Point, ...]:
    """The lowest points of the areas, one for each hundredth of the width: what stands below must keep off them."""
    width = layer.box.width / 100
    lowest: dict[int, Point] = {}
    for point in (point for shape in layer.shapes for ring in shape.rings for point in ring):
        place = int(point[0] / width)
        lowest[place] = min(lowest.get(place, point), point, key=lambda one: one[1])
    return tuple(lowest.values())


def _view_with_inset(scene: MapScene) -> Box:
    """The view with room for a name above the areas."""
    view = map_view(scene.layer, scene.neighbours, scene.areas)
    return replace(view, top=view.top + _ABOVE * view.height)


def _inset_below(scene: MapScene, sizing: Sizing) -> _Composed:
    """The inset below the map on the left, the key on its right; as narrow as the height asks for."""
    view = _view_with_inset(scene)
    points = _southern(scene.layer)
    near, source = inset_source(scene.layer, view, _BEYOND)
    width = sizing.width
    while True:
        unit, gap = width / view.width, sizing.gap / width * view.width
        wide = view.width * _INSET
        right = view.left + wide
        top = min(y for x, y in points if x <= right + gap) - gap
        target = Box(left=view.left, bottom=top - wide * source.height / source.width, right=right, top=top)
        key = sizing.key((view.width - wide - gap) * unit)
        key_top = min(top, min(y for x, y in points if x >= right) - gap)
        place = Box(left=right + gap, bottom=key_top - key.height / unit, right=view.right, top=key_top)
        bottom = min(target.bottom, place.bottom)
        height = (view.top - bottom) * unit
        if height <= sizing.height or width < sizing.body:
            break
        width *= min(0.97, sizing.height / height)
    start = view.left - (sizing.width - width) / 2 / unit
    canvas = Box(left=start, bottom=bottom, right=start + sizing.width / unit, top=view.top)
    inset = Inset(areas=PETITE_COURONNE, marked=near, source=source, target=target)
    return _rated(MapFrame(view=view, canvas=canvas, key=place, inset=inset, across=sizing.across), unit, sizing)


def _inset_beside(scene: MapScene, sizing: Sizing, share: float) -> _Composed:
    """The inset beside the map, the key below it."""
    view = _view_with_inset(scene)
    near, source = inset_source(scene.layer, view, _BEYOND)
    side = sizing.width * share
    key = sizing.key(side)
    below = key.height + sizing.gap if key.shapes else 0.0
    unit = min((sizing.width - side - sizing.gap) / view.width, sizing.height / view.height)
    steepness = source.height / source.width
    wide = max(0.01, min(side, (sizing.height - below) / steepness))
    left = view.right + sizing.gap / unit
    target = Box(left=left, bottom=view.top - wide * steepness / unit, right=left + wide / unit, top=view.top)
    top = target.bottom - sizing.gap / unit
    place = Box(left=left, bottom=top - key.height / unit, right=left + key.width / unit, top=top)
    across = sizing.width / unit
    used = max(target.right, place.right) - view.left
    start = view.left - (across - used) / 2
    bottom = min(view.bottom, place.bottom if key.shapes else target.bottom)
    canvas = Box(left=start, bottom=bottom, right=start + across, top=view.top)
    inset = Inset(areas=PETITE_COURONNE, marked=near, source=source, target=target)
    return _rated(MapFrame(view=view, canvas=canvas, key=place, inset=inset, across=sizing.across), unit, sizing)


def _rated(frame: MapFrame, unit: float, sizing: Sizing) -> _Composed:
    inset = sizing.pixels(frame.inset.target.width * unit) if frame.inset else _GOOD_INSET
    ease = min(sizing.pixels(frame.view.width * unit) / _GOOD_VIEW, inset / _GOOD_INSET)
    return _Composed(frame=frame, unit=unit, ease=ease)
