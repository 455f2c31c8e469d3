"""A map on the broad room of a slide: the whole on the left, its inset enlarged beside it, the key below."""

from dataclasses import dataclass, replace

from components.layout.map_frame import ROW_PIXELS, Inset, MapFrame
from components.layout.map_key import laid_out, row_count
from components.layout.map_scene import MapScene, map_scene
from components.pptx.canvas import Frame
from components.pptx.style import PALETTE, SMALL
from loaders.boundary import Box
from loaders.exhibit import Exhibit

#: Labels are placed in pixels of a type of 11; on the slide it is this large.
LABEL_PIXELS = 11
POINTS_PER_PIXEL = SMALL / LABEL_PIXELS
_GAP = 24.0
_KEY_GAP = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A scene laid out for a slide, and where its plane lies on it."""

    scene: MapScene
    frame: Frame
    scale: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the plane is on the slide, in points."""
        canvas = self.scene.frame.canvas
        return self.frame.left + (x - canvas.left) * self.scale, self.frame.top + (canvas.top - y) * self.scale

    def window(self, box: Box) -> Frame:
        """Where a rectangle of the plane is on the slide."""
        left, top = self.place(box.left, box.top)
        return Frame(left=left, top=top, width=box.width * self.scale, height=box.height * self.scale)


def map_plan(exhibit: Exhibit, frame: Frame, *, has_shades: bool) -> Plan:
    """The map as large as the height of the room allows, wider where its layer has more to show."""
    scene = map_scene(exhibit, PALETTE, has_shades=has_shades)
    entries = tuple(placed.entry for placed in scene.key)
    key = laid_out(entries, frame.width / POINTS_PER_PIXEL)
    key_height = row_count(key) * ROW_PIXELS * POINTS_PER_PIXEL + (_KEY_GAP if key else 0.0)
    height = max(frame.height - key_height, 80.0)
    view = scene.frame.view
    scale = height / view.height
    inset = scene.frame.inset
    if inset is None:
        view = _widened(view, scene.neighbours.box, frame.width / scale)
        beside = 0.0
    else:
        beside = height * inset.source.width / inset.source.height + _GAP
        scale *= min(1.0, frame.width / (view.width * scale + beside))
        beside = beside * scale * view.height / height
    target = _beside(view, beside / scale, _GAP / scale)
    right = target.right if inset else view.right
    room = Box(left=view.left, bottom=view.bottom - key_height / scale, right=right, top=view.top)
    wide = max(room.width, frame.width / scale if key else 0.0)
    laid = MapFrame(
        view=view,
        canvas=room,
        key=Box(left=view.left, bottom=room.bottom, right=view.left + wide, top=view.bottom - _KEY_GAP / scale),
        inset=_moved(inset, target) if inset else None,
        across=room.width * scale / POINTS_PER_PIXEL,
    )
    left = frame.left + max(0.0, frame.width - room.width * scale) / 2
    return Plan(
        scene=replace(scene, frame=laid, key=key),
        frame=replace(frame, left=left, width=room.width * scale),
        scale=scale,
    )


def _widened(view: Box, ground: Box, width: float) -> Box:
    """The view as wide as there is room, where the ground reaches that far."""
    middle = view.centre[0]
    left, right = max(ground.left, middle - width / 2), min(ground.right, middle + width / 2)
    return Box(left=min(view.left, left), bottom=view.bottom, right=max(view.right, right), top=view.top)


def _beside(view: Box, width: float, gap: float) -> Box:
    return Box(left=view.right + gap, bottom=view.bottom, right=view.right + max(width, 2 * gap), top=view.top)


def _moved(inset: Inset, target: Box) -> Inset:
    """The inset in its new place, in its own proportions."""
    height = target.width * inset.source.height / inset.source.width
    low = target.centre[1] - height / 2
    return replace(inset, target=Box(left=target.left, bottom=low, right=target.right, top=low + height))
