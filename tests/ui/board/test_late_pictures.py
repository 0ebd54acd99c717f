"""Pictures that come when the owner has gone on: to other cells, to another board."""

import pytest

from services.media.board_values import MOST, Cell
from tests.ui.board.parts import photo


@pytest.fixture
def late(monkeypatch):
    """`late(dialog)`: what a drop onto a cell waits for is kept in the list that is given."""

    def hold(dialog):
        held = []
        monkeypatch.setattr(dialog.others, "offer", lambda _offered, wanted: held.append(wanted))
        return held

    return hold


def test_a_drop_lands_on_the_picture_it_was_meant_for_or_nowhere(opened, shop, pictures, late):
    dialog = opened([*pictures] * 3)
    held = late(dialog)
    white = shop.pictures.add_bytes(photo("white"), name="white.jpg")
    for go_on in (lambda: dialog.project.swap(4, 5), lambda: dialog.project.remove(4)):
        dialog.editor.stage.canvas.dropped_on.emit(4, (photo("white"),))
        go_on()
        held.pop()(white)
        assert white.hash not in [cell.picture for cell in dialog.project.board.cells]
    last = len(dialog.project.board.cells) - 1
    dialog.editor.stage.canvas.dropped_on.emit(last, (photo("white"),))
    dialog.project.remove(last)
    held.pop()(white)
    assert white.hash not in [cell.picture for cell in dialog.project.board.cells]
    dialog.editor.stage.canvas.dropped_on.emit(0, (photo("white"),))
    held.pop()(white)
    assert dialog.project.board.cells[0].picture == white.hash


def test_another_picture_that_is_chosen_late_stays_off_another_board(
    opened, shop, pictures, account
):
    dialog = opened(pictures)
    dialog.project.keep()
    like = shop.boards.duplicate(dialog.project.board.id)
    dialog.editor.replace(1)
    asked = dialog.others.dialog
    dialog.project.open(like)
    asked.filesSelected.emit([str(shop.pictures.path(pictures[3]))])
    asked.reject()
    assert dialog.project.board.cells == like.cells


def test_those_without_room_are_counted_drop_by_drop(opened, pictures):
    dialog = opened([*pictures] * 3)
    assert len(dialog.project.board.cells) == MOST
    for _ in range(2):
        for _ in range(2):
            dialog.sources.came.emit(Cell(pictures[0]))
        dialog.sources.settled.emit()
        assert "2 left out" in dialog.banner.sentence
        dialog.banner.clear()
    dialog.sources.settled.emit()
    assert "left out" not in dialog.banner.sentence
