"""Labels moved apart where they would overlap."""

from collections.abc import Sequence

_GAP = 4


def apart(ideals: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Middles in the order of `ideals` that keep the heights apart and, where they fit, inside 0 to `room`."""
    order = sorted(range(len(ideals)), key=lambda index: ideals[index])
    middles = list(ideals)
    free = 0.0
    for index in order:
        middles[index] = max(middles[index], free + heights[index] / 2)
        free = middles[index] + heights[index] / 2 + _GAP
    free = max(room, sum(heights) + _GAP * (len(order) - 1))
    for index in reversed(order):
        middles[index] = min(middles[index], free - heights[index] / 2)
        free = middles[index] - heights[index] / 2 - _GAP
    return middles
