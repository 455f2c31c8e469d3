"""Territory: one area, every indicator that knows it, against an area that the reader chooses."""

from components.page import show_heading
from components.territory import show_territory
from loaders.language import mark

show_heading(
    mark("Portrait of a territory"),
    mark("One area in every dataset that knows it, set against another: values, differences, places, and gaps."),
)
show_territory()
