"""Verify a figure: which data an exported file shows, and what has changed since."""

from components.page import show_heading
from components.verification import show_verification
from loaders.language import mark

show_heading(
    mark("Verify a figure"),
    mark("Lay down a file that was exported here: which data it shows, whether they still hold, what has changed."),
)
show_verification()
