"""Maps: shades, circles or columns; what the map cannot hold is listed below it, nothing vanishes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from components.layout.map_frame import drawn_areas
from components.layout.map_scene import MapScene, map_scene
from components.print.maps.cells import Cell, Listed, flowed, heading, key_cells, listed_cell
from components.print.maps.columns import Columns
from components.print.maps.composition import composed
from components.print.maps.ground import ground
from components.print.maps.naming import Naming, Stand, Standing, label_shapes, named
from components.print.maps.plan import Plan
from components.print.maps.silhouette import silhouette
from components.print.maps.symbols import around_circles, circles
from components.print.plot import Plot, Space, TooSmallError, value_text
from components.print.scene import Shape, drawn, moved
from loaders.exhibit import Exhibit

_ROUNDS = 4
_FEWER = 0.85
#: Sizes of type that are tried, in parts of the usual one.
_SIZES = (1.0, 0.87, 0.75)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What stands on the areas, and where labels go."""

    shapes: Callable[[Plan], Iterable[Shape]]
    standing: Callable[[Plan], Standing]
    has_shades: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    """A map in its size, before it is drawn; `listing` names what it cannot hold."""

    plan: Plan
    naming: Naming
    listing: Cell

    @property
    def gap(self) -> float:
        """The room between the map and the list."""
        return self.plan.space.type.body if self.listing.shapes else 0.0

    @property
    def height(self) -> float:
        """How high map and list are."""
        return self.plan.height + self.gap + self.listing.height


def choropleth_plot(exhibit: Exhibit, space: Space) -> Plot:
    """Areas darker for more, hatched without a value, with a dashed edge for estimates."""
    return _plot(exhibit, space, _Style(shapes=lambda _: (), standing=_on_areas, has_shades=True))


def symbol_map_plot(exhibit: Exhibit, space: Space) -> Plot:
    """A circle on each area, its surface in proportion to the value."""
    return _plot(exhibit, space, _Style(shapes=circles, standing=around_circles))


def column_map_plot(exhibit: Exhibit, space: Space) -> Plot:
    """A flat map with an upright column on each area.

    On the screen the map is tilted and the reader turns it to see what is hidden. Paper cannot be turned: seen from
    above, each column can be measured against the others, and none hides an area.
    """
    return _plot(exhibit, space, _Style(shapes=_columns, standing=lambda plan: Columns(plan).standing()))


def _on_areas(plan: Plan) -> Standing:
    frame, shapes = plan.scene.frame, {area.shape.area: silhouette(area.shape) for area in plan.scene.areas}
    stands = {
        area.shape.area: Stand(anchor=frame.place(area), shape=shapes[area.shape.area]) for area in plan.scene.areas
    }
    return Standing(stands=stands, solid=shapes)


def _columns(plan: Plan) -> Iterable[Shape]:
    return Columns(plan).shapes()


def _plot(exhibit: Exhibit, space: Space, style: _Style) -> Plot:
    scene = map_scene(exhibit, space.palette, has_shades=style.has_shades)
    count = len(exhibit.marks)
    while True:
        shown = replace(exhibit, marks=exhibit.marks[:count])
        part = replace(scene, exhibit=shown, areas=drawn_areas(shown, scene.layer))
        try:
            plot = _Sheet(part, space, style).plot()
        except TooSmallError:
            if count <= 1:
                raise
            count = min(count - 1, int(count * _FEWER) + 1)
        else:
            return replace(plot, left_out=len(exhibit.marks) - count)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A scene that looks for its size; its frame is still that of the screen."""

    scene: MapScene
    space: Space
    style: _Style

    def plot(self) -> Plot:
        """The map above the list of what it cannot hold, in the largest type with which most labels find room on it."""
        small, body = self.space.type.small, self.space.type.body
        tried: list[_Laid] = []
        for size in dict.fromkeys(max(small, body * share) for share in _SIZES):
            kind = replace(self.space.type, body=size)
            tried.append(replace(self, space=replace(self.space, type=kind)).laid())
            if not tried[-1].naming.signs:
                break
        laid = min(tried, key=lambda one: len(one.naming.signs))
        return replace(self, space=laid.plan.space).drawn(laid)

    def laid(self) -> _Laid:
        """The map in the size that leaves room for the list."""
        reserve = 0.0
        for _ in range(_ROUNDS):
            frame, unit = composed(self.scene, self.space, self._key, self.space.room - reserve)
            plan = Plan(scene=replace(self.scene, frame=frame), space=self.space, unit=unit)
            naming = named(plan, self.style.standing(plan))
            laid = _Laid(plan=plan, naming=naming, listing=self._list(naming))
            if laid.height <= self.space.room + 0.01:
                return laid
            reserve = laid.gap + laid.listing.height
        raise TooSmallError(self.space.width, self.space.room + reserve)

    def drawn(self, laid: _Laid) -> Plot:
        """All shapes, from back to front."""
        plan, below = laid.plan, laid.plan.height + laid.gap
        shapes = [*ground(plan), *self.style.shapes(plan), *self._placed_key(plan), *label_shapes(laid.naming, plan)]
        shapes += [moved(shape, 0, below) for shape in laid.listing.shapes]
        return Plot(shapes=tuple(shapes), height=laid.height)

    def _key(self, room: float) -> Cell:
        """The key in some width; with a width of 0 one entry under the other."""
        scale, figures = self.scene.scale, tuple(mark.figures[0] for mark in self.scene.exhibit.marks)
        classes = scale.classes(tuple(figure for figure in figures if figure)) if scale else ()
        cells = key_cells(self.scene, classes, self.space, room or self.space.width / 4)
        return flowed(cells, room, self.space)

    def _placed_key(self, plan: Plan) -> Iterator[Shape]:
        left, top, right, _ = plan.corners(plan.scene.frame.key)
        beside = plan.scene.frame.inset is None and plan.scene.frame.key.left > plan.scene.frame.view.right
        for shape in self._key(0.0 if beside else right - left + 0.01).shapes:
            yield moved(shape, left, top)

    def _list(self, naming: Naming) -> Cell:
        """Areas whose labels found no room, then marks that have no area on the map."""
        exhibit, space = self.scene.exhibit, self.space
        cells = [
            self._cell(
                Listed(
                    mark=area.mark,
                    figure=area.figure,
                    value=value_text(exhibit, area.figure) if area.figure else "",
                    name=drawn(area.mark).label,
                    sign=naming.signs[area.shape.area],
                )
            )
            for area in self.scene.areas
            if area.shape.area in naming.signs
        ]
        free = {area.shape.area for area in self.scene.areas}
        off = [mark for mark in exhibit.marks if not _taken(mark.category.code, free)]
        if off:
            cells.append(heading(space.words.say("Not on this map:"), space, space.width))
        for mark in off:
            value = value_text(exhibit, mark.figure)
            cells.append(self._cell(Listed(mark=mark, figure=mark.figure, value=value, name=drawn(mark).label)))
        return flowed(cells, space.width, space)

    def _cell(self, listed: Listed) -> Cell:
        return listed_cell(listed, self.space, self.space.width)


def _taken(area: str, free: set[str]) -> bool:
    """Whether the area is on the map, and not yet taken by an earlier mark."""
    is_free = area in free
    free.discard(area)
    return is_free
