"""What comes when the owner has gone on: to other cells, to another board, to more of it."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from services.errors import StorageProblem, StorageTrouble
from services.media.board_values import MOST, Cell
from tests.held_tasks import HeldTasks
from tests.ui.board.parts import heard, photo
from ui.board.elsewhere import Elsewhere
from ui.board.making import Making


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


def test_one_picture_of_a_board_is_drawn_at_a_time(shop, pictures, account, qtbot, monkeypatch):
    board = shop.boards.create(account, name="b", cells=[Cell(one) for one in pictures])
    drawn = shop.pictures.get(pictures[0])
    monkeypatch.setattr(shop.boards, "export", lambda *_: drawn)
    over, tasks = QWidget(), HeldTasks()
    qtbot.addWidget(over)
    making = Making(shop.boards, None, tasks, over)
    made = heard(making.made)
    making.make(board)
    making.make(board)
    making.write(board, shop.paths.data / "b.jpg")
    assert making.busy
    tasks.let_go()
    assert made == [(board, drawn)]
    assert not making.busy
    making.make(board)
    tasks.let_go()
    assert len(made) == 2


def test_a_board_that_cannot_be_saved_goes_nowhere(opened, shop, pictures, monkeypatch):
    dialog = opened(pictures)
    trouble = StorageTrouble(StorageProblem.FULL, shop.paths.data)

    def full(_board):
        raise trouble

    with monkeypatch.context() as held:
        held.setattr(shop.boards, "save", full)
        dialog.project.set_words(name="Tea")
        dialog.away.open()
        assert not dialog.findChildren(Elsewhere)
    dialog.away.open()
    (out,) = dialog.findChildren(Elsewhere)
    out.reject()


def test_cropping_by_itself_again_is_a_step_of_its_own(opened, pictures):
    dialog = opened(pictures)
    canvas = dialog.editor.stage.canvas
    canvas.zoomed.emit(0, 2.0, QPointF(0.2, 0.3))
    canvas.crop_reset.emit(0)
    assert dialog.project.board.cells[0].focus is None
    dialog.project.undo()
    assert (dialog.project.board.cells[0].zoom, dialog.project.board.cells[0].focus) == (
        2.0,
        (0.2, 0.3),
    )
    dialog.project.undo()
    assert dialog.project.board.cells[0].zoom == 1.0
