"""How large the circle of an area is: its surface is the value."""

from math import sqrt

from components.layout.map_frame import DrawnArea
from components.layout.map_scene import MapScene

LARGEST_PIXELS = 23.0
SMALLEST_PIXELS = 3.0
GAP_PIXELS = 7.0


def symbol_radius(area: DrawnArea, scene: MapScene) -> float:
    """The radius of the circle of an area, in pixels where the picture is narrowest."""
    values = [abs(other.figure.value) for other in scene.areas if other.figure and other.figure.value is not None]
    if area.figure is None or area.figure.value is None:
        return GAP_PIXELS
    share = abs(area.figure.value) / (max(values) or 1.0)
    return max(SMALLEST_PIXELS, LARGEST_PIXELS * sqrt(share))
