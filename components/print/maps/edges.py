"""How the edge of an area says that its value is an estimate or a forecast."""

from components.print.scene import Dash

EDGES: dict[str, Dash] = {"E": (2.4, 1.6), "F": (0.7, 1.5)}
EDGE_WIDTH = 0.8
