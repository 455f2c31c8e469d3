"""Which words each area of a map wants beside it, longest first, and where they find room."""

from components.layout.map_frame import DrawnArea
from components.layout.map_labels import FONT_PIXELS, Label, Room, Subject, placed_labels
from components.layout.map_scene import MapScene
from components.layout.status_code import with_status
from components.layout.symbol_size import symbol_radius
from components.layout.text_width import wrapped
from loaders.exhibit import Role

NAME_PIXELS = 62
#: On a map with more areas than this only Île-de-France is labelled; the others answer to the pointer.
MOST_LABELS = 40


def map_labels(scene: MapScene) -> tuple[Label, ...]:
    """The labels that find room, Île-de-France first."""
    order = sorted(scene.areas, key=lambda area: (area.mark.role is not Role.ACCENT, area.is_gap))
    if len(order) > MOST_LABELS:
        order = [area for area in order if area.mark.role is Role.ACCENT]
    return placed_labels(tuple(_subject(area, scene) for area in order))


def _subject(area: DrawnArea, scene: MapScene) -> Subject:
    value = with_status(area.figure) if area.figure else ""
    name = area.mark.category.label
    broken = wrapped(name, NAME_PIXELS, FONT_PIXELS)
    names = dict.fromkeys([(name, value), (*broken, value)])
    number = (area.shape.number,) if area.shape.number else ()
    # The hatching says that a value is missing; a number by itself would be taken for one.
    shorts = [(f"({area.shape.number})",) if number else ()] if area.is_gap else [(*number, value), (value,)]
    has_symbol = scene.scale is None
    return Subject(
        area=area.shape.area,
        anchor=scene.frame.place(area),
        room=_room(area, scene),
        names=tuple(names),
        shorts=tuple(dict.fromkeys(filter(None, shorts))),
        radius=symbol_radius(area, scene) if has_symbol else 0.0,
        shape=None if has_symbol else area.shape,
    )


def _room(area: DrawnArea, scene: MapScene) -> Room:
    frame, inset = scene.frame, scene.frame.inset_of(area)
    shapes = () if scene.scale is None else tuple(other.shape for other in scene.areas)
    if inset is not None:
        origin = inset.moved(0, 0)
        near = tuple(shape for shape in shapes if shape.area in inset.areas)
        return Room(box=inset.target, pixel=frame.pixel, areas=near, origin=origin, scale=inset.scale)
    blocked = (frame.inset.target, frame.inset.marked, frame.key) if frame.inset else (frame.key,)
    return Room(box=frame.view, pixel=frame.pixel, areas=shapes, blocked=blocked)
