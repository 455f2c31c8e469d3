"""Board meeting: the dossier of a meeting, composed, frozen, and compared with that of the meeting before."""

from components.board.board_page import show_board
from components.page import show_heading
from loaders.language import mark

show_heading(
    mark("Board meeting"),
    mark("The dossier of a meeting: choose its figures, write a line under each, freeze it, see what has changed."),
)
show_board()
