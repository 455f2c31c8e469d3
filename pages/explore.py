"""Explore: any dataset of the catalogue, its measures, dimensions and filters, as picture, table and file."""

from components.exploration import show_exploration
from components.page import show_heading
from loaders.language import mark

show_heading(
    mark("Explore the data"),
    mark("Choose a dataset, an indicator and what to compare; take away the picture, the table or the file."),
)
show_exploration()
