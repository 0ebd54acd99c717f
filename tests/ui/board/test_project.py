from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from services.errors import StorageProblem, StorageTrouble
from services.media.board_values import MOST, Cell, Look, Shape
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


def test_undo_and_redo_walk_every_change_words_too(project, hashes):
    project.add(Cell(hashes[0]))
    project.add(Cell(hashes[1]))
    project.swap(0, 1)
    project.set_look(shape=Shape.TALL)
    for link in ("x", "x.", "x.com"):
        project.set_words(link=link)
    last = project.board
    project.undo()
    assert project.board.link == ""
    project.undo()
    assert project.board.look.shape is Shape.WIDE
    project.undo()
    assert [cell.picture for cell in project.board.cells] == hashes[:2]
    for _ in range(4):
        project.redo()
    assert project.board == last
    assert not project.can_redo


def test_a_slider_is_one_step_until_it_is_let_go(project, hashes):
    project.add(Cell(hashes[0]))
    for gutter in range(9, 20):
        project.set_look(gutter=gutter)
    project.end_step()
    for gutter in range(20, 24):
        project.set_look(gutter=gutter)
    project.undo()
    assert project.board.look.gutter == 19
    project.undo()
    assert project.board.look.gutter == 8
    assert len(project.board.cells) == 1


def test_what_is_back_where_it_began_is_no_step(project, hashes):
    project.add(Cell(hashes[0]))
    for caption in ("c", "cu", "c", ""):
        project.set_cell(0, caption=caption)
    project.undo()
    assert project.board.cells == ()


def test_several_pictures_that_come_together_are_one_step(project, hashes):
    assert project.add_all([Cell(each) for each in hashes]) == 3
    project.undo()
    assert project.board.cells == ()
    assert project.add_all([Cell(hashes[0])] * 20) == MOST
    assert project.add_all([Cell(hashes[1])]) == 0


def test_another_picture_keeps_words_and_place(project, hashes):
    cell = Cell(hashes[0], "うつわ", (0.2, 0.9), 3.0, "¥800", "New", "Pin by Mia", "https://a.b/c")
    project.add(Cell(hashes[1]))
    project.add(cell)
    project.replace_picture(1, hashes[2])
    assert project.board.cells[1] == Cell(hashes[2], "うつわ", price="¥800", ribbon="New")
    project.undo()
    assert project.board.cells[1] == cell
    project.set_cell(1, source="", credit="Photo: Mia")
    project.replace_picture(1, hashes[2])
    assert project.board.cells[1].credit == "Photo: Mia", "what was written stays"


def test_what_was_made_is_not_taken_back(project, hashes):
    project.add(Cell(hashes[0]))
    project.note_made(hashes[2])
    project.undo()
    assert project.board.made == hashes[2]


STEPS = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 2)),
    st.tuples(st.just("remove"), st.integers(0, 11)),
    st.tuples(st.just("gutter"), st.integers(0, 60)),
    st.tuples(st.just("caption"), st.sampled_from(["چای", "茶", "🍵", ""])),
    st.tuples(st.just("name"), st.sampled_from(["a", "b"])),
    st.tuples(st.just("end"), st.just(0)),
)


@given(steps=st.lists(STEPS, max_size=25))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_undo_walks_to_the_beginning_and_redo_to_the_end(boards, hashes, steps):
    owner = QObject()
    project = Project(boards, new_board("one", name="Board"), owner)
    first = project.board
    for what, value in steps:
        _step(project, hashes, what, value)
    last = project.board
    while project.can_undo:
        project.undo()
    assert project.board == first
    while project.can_redo:
        project.redo()
    assert project.board == last
    project.forget()
    owner.deleteLater()


def _step(project, hashes, what, value):
    if what == "add":
        project.add(Cell(hashes[value]))
    elif what == "remove" and value < len(project.board.cells):
        project.remove(value)
    elif what == "gutter":
        project.set_look(gutter=value)
    elif what == "caption" and project.board.cells:
        project.set_cell(0, caption=value)
    elif what == "name":
        project.set_words(name=value)
    else:
        project.end_step()


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
    project.set_cell(0, caption="mug")
    project.undo()
    project.open(new_board("one", name="Another"))
    assert boards.get(first.id).cells == first.cells
    for walk in (project.undo, project.redo):
        walk()
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


def test_what_could_not_be_saved_is_tried_again_by_itself(
    project, boards, hashes, monkeypatch, paths, qtbot
):
    trouble = StorageTrouble(StorageProblem.FULL, paths.data)
    left = [trouble]
    real = boards.save

    def full_once(board):
        if left:
            raise left.pop()
        return real(board)

    monkeypatch.setattr(boards, "save", full_once)
    with qtbot.wait_signal(project.saved, timeout=5_000):
        project.add(Cell(hashes[0]))
        project.save_now()
        assert project.unsaved
    assert boards.get(project.board.id).cells == (Cell(hashes[0]),)


def test_a_board_that_was_emptied_is_kept_no_longer(project, boards, hashes):
    project.add(Cell(hashes[0]))
    project.save_now()
    assert len(boards.all("one")) == 1
    project.undo()
    project.close()
    assert boards.all("one") == ()


def test_one_whose_emptying_cannot_be_saved_stays(project, boards, hashes, monkeypatch, paths):
    trouble = StorageTrouble(StorageProblem.FULL, paths.data)
    project.add(Cell(hashes[0]))
    project.save_now()

    def full(_board):
        raise trouble

    monkeypatch.setattr(boards, "save", full)
    project.remove(0)
    project.close()
    assert boards.get(project.board.id).cells == (Cell(hashes[0]),)


def test_what_was_begun_before_a_saving_and_came_back_is_no_step(project, hashes, clock):
    """A slider that is held while the board saves itself, and let go where it was."""
    project.add(Cell(hashes[0]))
    project.set_look(gutter=40)
    clock.advance(9)
    project.save_now()
    project.set_look(gutter=Look().gutter)
    project.undo()
    assert project.board.cells == ()


def test_words_of_two_pictures_are_two_steps(project, hashes):
    project.add_all([Cell(one) for one in hashes[:2]])
    for at in (0, 1):
        for caption in ("ca", "cap"):
            project.set_cell(at, caption=caption)
    project.undo()
    assert [cell.caption for cell in project.board.cells] == ["cap", ""]
    project.undo()
    assert [cell.caption for cell in project.board.cells] == ["", ""]


def test_what_is_typed_after_an_undo_is_a_step_of_its_own(project, hashes):
    project.add(Cell(hashes[0]))
    project.set_words(link="a")
    project.end_step()
    project.set_words(link="ab")
    project.undo()
    project.set_words(link="ac")
    project.undo()
    assert project.board.link == "a"
