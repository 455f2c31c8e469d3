"""Present: a dossier full screen, one figure a slide."""

from components.page import show_heading
from components.presentation.dossier import Presented
from components.presentation.presentation_page import asked_presentation, show_presentation
from components.presentation.way_in import show_way_in
from loaders.language import mark

asked = asked_presentation()
if isinstance(asked, Presented):
    show_presentation(asked)
else:
    show_heading(
        mark("Present a dossier"),
        mark("A dossier of the board meeting, full screen, one figure a slide. Choose which one."),
    )
    show_way_in(asked)
