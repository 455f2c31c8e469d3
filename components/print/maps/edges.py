"""How the edge of an area says that its value is an estimate or a forecast."""

from components.layout import looks
from components.print.boxes import DASH
from components.print.scene import Dash

_LENGTHS: dict[str, Dash] = {"dash": DASH, "dot": (0.7, 1.5)}
EDGES: dict[str, Dash] = {status: _LENGTHS[edge] for status, edge in looks.EDGES.items()}
EDGE_WIDTH = 0.8
