from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from services.errors import StorageProblem, StorageTrouble
from services.media.board_values import MOST, Cell, Shape
from services.media.boards import Boards, new_board
from services.media.pictures import PictureStore
from ui.board.project import Project


@pytest.fixture
def boards(paths, database, clock):
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO account(id, way, zone, colour, created_at) "
            "VALUES ('one', 'by_hand', 'UTC', '', 0)"
        )
    store = PictureStore(paths, database, clock)
    for number in range(3):
        store.add_known(
            f"picture {number}".encode(), name="a.png", mime="image/png", width=9, height=9
        )
    return Boards(database, store, clock)


@pytest.fixture
def hashes(boards, database):
    rows = database.connection.execute("SELECT hash FROM picture ORDER BY rowid").fetchall()
    return [row[0] for row in rows]


@pytest.fixture
def project(boards, qapp):
    owner = QObject()
    yield Project(boards, new_board("one", name="Board"), owner)
    owner.deleteLater()


def test_a_board_without_pictures_is_not_kept(project, boards):
    project.set_words(name="Tea")
    project.save_now()
    assert boards.all("one") == ()
    assert not project.unsaved


def test_it_saves_itself_a_moment_later(project, boards, hashes, qtbot):
    with qtbot.wait_signal(project.saved, timeout=5_000):
        project.add(Cell(hashes[0], "うつわ"))
    assert boards.get(project.board.id) == project.board


def test_undo_and_redo_walk_every_change_but_not_words(project, hashes):
    project.add(Cell(hashes[0]))
    project.add(Cell(hashes[1]))
    project.swap(0, 1)
    project.set_shape(Shape.TALL)
    project.set_words(name="چای", link="https://x.com/a")
    swapped = project.board
    project.undo()
    assert project.board.look.shape is Shape.WIDE
    project.undo()
    assert [cell.picture for cell in project.board.cells] == hashes[:2]
    project.redo()
    project.redo()
    assert project.board == swapped
    project.redo()
    assert project.board == swapped


def test_a_slider_is_one_step(project, hashes):
    project.add(Cell(hashes[0]))
    for gutter in range(9, 20):
        project.set_gutter(gutter)
    project.undo()
    assert project.board.look.gutter == 8
    assert len(project.board.cells) == 1


def test_a_new_change_ends_what_could_be_redone(project, hashes):
    project.add(Cell(hashes[0]))
    project.undo()
    project.add(Cell(hashes[1]))
    project.redo()
    assert [cell.picture for cell in project.board.cells] == [hashes[1]]


def test_twelve_fill_it(project, hashes):
    assert all(project.add(Cell(hashes[0])) for _ in range(MOST))
    assert not project.add(Cell(hashes[1]))
    assert project.room == 0


def test_another_board_is_opened_after_the_first_is_saved(project, boards, hashes):
    project.add(Cell(hashes[0], focus=(0.2, 0.9)))
    first = project.board
    project.open(new_board("one", name="Another"))
    assert boards.get(first.id).cells == first.cells
    project.undo()
    assert project.board.name == "Another"


def test_a_full_disk_keeps_what_is_on_the_screen(project, boards, hashes, monkeypatch, paths):
    trouble = StorageTrouble(StorageProblem.FULL, paths.data)
    failures = []
    project.failed.connect(failures.append)

    def full(_board):
        raise trouble

    monkeypatch.setattr(boards, "save", full)
    project.add(Cell(hashes[0]))
    project.save_now()
    assert failures == [trouble]
    assert project.unsaved
    monkeypatch.undo()
    project.save_now()
    assert not project.unsaved
    assert boards.get(project.board.id).cells == (Cell(hashes[0]),)


def test_a_deleted_board_is_not_saved_again(project, boards, hashes):
    project.add(Cell(hashes[0]))
    project.save_now()
    project.set_cell(0, caption="mug")
    boards.delete(project.board.id)
    project.forget()
    project.save_now()
    assert boards.all("one") == ()
    assert replace(project.board).cells[0].caption == "mug"
