"""The basket: figures collected while browsing, exported together."""

from components.export.basket_page import show_basket
from components.page import show_heading
from loaders.language import mark

show_heading(
    mark("Basket"),
    mark("Figures that you collected while browsing, drawn alike and taken away together as one ZIP file."),
)
show_basket()
