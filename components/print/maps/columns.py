"""Upright columns that stand on the areas; a gap is a small hatched one."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.layout.map_frame import DrawnArea
from components.layout.map_labels import LINE_PIXELS
from components.layout.map_scene import column_look
from components.print.boxes import Edges, box, level
from components.print.maps.naming import Stand, Standing
from components.print.maps.plan import Plan
from components.print.scene import Rect, Shape, drawn
from loaders.boundary import Box
from loaders.exhibit import Figure

#: Widths and heights in pixels; the tallest column is this part of the height in view.
_WIDTH, _STUB, _FOOT, _TALLEST = 9.0, 7.0, 2.5, 0.3
_LABEL = 1.1 * LINE_PIXELS


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a plan, all on one scale."""

    plan: Plan

    @property
    def _per_value(self) -> float:
        """The height of a value of 1 on the canvas: no column reaches out of the view or of the inset."""
        frame = self.plan.scene.frame
        values = {area.shape.area: area.figure.value or 0.0 for area in self.plan.scene.areas if area.figure}
        largest = max((abs(value) for value in values.values()), default=0.0)
        if not largest:
            return 0.0
        least = _TALLEST * frame.view.height / largest
        for area in self.plan.scene.areas:
            value = values.get(area.shape.area, 0.0)
            inset, y = frame.inset_of(area), frame.place(area)[1]
            room = inset.target if inset else frame.view
            free = room.top - y - _LABEL * frame.pixel if value > 0 else y - room.bottom
            if value:
                least = min(least, max(free, _STUB * frame.pixel) / abs(value))
        return least

    def boxes(self) -> dict[str, Box]:
        """Each column on the canvas; that of a fall hangs down."""
        frame, per_value = self.plan.scene.frame, self._per_value
        found: dict[str, Box] = {}
        for area in self.plan.scene.areas:
            x, y = frame.place(area)
            half = _WIDTH / 2 * frame.pixel
            value = area.figure.value if area.figure else None
            end = y + (_STUB * frame.pixel if value is None else value * per_value)
            found[area.shape.area] = Box(left=x - half, bottom=min(y, end), right=x + half, top=max(y, end))
        return found

    def standing(self) -> Standing:
        """Labels stand around the upper ends of columns and keep off them and their feet."""
        pixel, boxes = self.plan.scene.frame.pixel, self.boxes()
        beyond = _FOOT * pixel
        taken = tuple(
            Box(left=box.left - beyond, bottom=box.bottom - pixel, right=box.right + beyond, top=box.top)
            for box in boxes.values()
        )
        radius = _WIDTH / 2 + 3
        stands = {area: Stand(anchor=(box.centre[0], box.top), radius=radius) for area, box in boxes.items()}
        return Standing(stands=stands, taken=taken)

    def shapes(self) -> Iterator[Shape]:
        """The columns, those in the north first: what stands nearer is in front."""
        boxes = self.boxes()
        for area in sorted(self.plan.scene.areas, key=lambda area: -self.plan.scene.frame.place(area)[1]):
            if area.figure is not None:
                yield from self._column(area, area.figure, boxes[area.shape.area])

    def _column(self, area: DrawnArea, figure: Figure, place: Box) -> Iterator[Shape]:
        palette = self.plan.space.palette
        left, top, right, bottom = self.plan.corners(place)
        dress = column_look(area.mark, self.plan.scene.layer, palette)
        # A rim of paper parts a column from what stands behind it.
        yield Rect(left=left - 0.5, top=top - 0.5, right=right + 0.5, bottom=bottom, fill=palette.paper)
        yield from box(Edges(left=left, top=top, right=right, bottom=bottom), dress, drawn(area.mark, figure))
        _, foot = self.plan.point(*self.plan.scene.frame.place(area))
        beyond = _FOOT * self.plan.pixel
        yield level(left - beyond, right + beyond, foot, palette.muted, 0.8)
