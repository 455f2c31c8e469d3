"""Who writes quickly is not taken for somebody else: changes of one session follow each other."""

from pathlib import Path
from threading import Event, Thread

import pytest
import streamlit as st

from components import store
from components.board import saving
from loaders.boards.board import Board
from loaders.boards.editing import reworded
from loaders.boards.store import StoredBoard, create_board
from loaders.boards.store import save_board as saved
from loaders.folder import DataFolder
from tests.board_on_page import board_of
from tests.boards import THREE, small_copy


def test_a_change_that_comes_while_another_is_saved_is_saved_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_copy(tmp_path / "data")
    begun = Event()

    def write(place: int) -> None:
        begun.set()
        saving.change(lambda board: reworded(board, place, "comment", f"{place}"), "saved")

    second = Thread(target=write, args=(1,))

    def slow(folder: DataFolder, seen: StoredBoard, board: Board) -> StoredBoard:
        if not second.ident:
            begun.clear()
            second.start()
            begun.wait()
        return saved(folder, seen, board)

    monkeypatch.setattr(store, "PROJECT_DATA", folder)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(saving, "save_board", slow)
    saving.look_at(create_board(folder, "comite", THREE))

    write(0)
    second.join()

    assert [slide.comment for slide in board_of(folder).slides] == ["0", "1", ""]
    saving.step_back()
    saving.step_back()
    assert board_of(folder) == THREE
