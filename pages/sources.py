"""Sources and quality: the studies, what is covered, what is missing, what contradicts what."""

from components.page import show_heading
from components.quality import show_quality
from loaders.language import mark

show_heading(
    mark("Sources and quality"),
    mark("The studies behind the figures, and everything that a careful reader should know of them."),
)
show_quality()
