"""Data desk: check a file, compare it with what is published, publish it, go back."""

from components.desk.desk import show_desk
from components.page import show_heading
from loaders.language import mark

show_heading(
    mark("Data desk"),
    mark("Lay a file down, read the verdict, see the difference, publish an edition, or go back to an earlier one."),
)
show_desk()
