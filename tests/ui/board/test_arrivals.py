"""Pictures that come onto the open board, and the way out to Pinterest and Tumblr."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from services.media.board_values import MOST, Cell
from tests.ui.board.parts import photo
from ui.board.elsewhere import Elsewhere


def elsewhere_of(dialog):
    return next(iter(dialog.findChildren(Elsewhere)), None)


def test_what_has_no_room_is_counted_and_told(opened, pictures):
    dialog = opened(pictures)
    for _ in range(10):
        dialog.sources.came.emit(Cell(pictures[0]))
    dialog.sources.settled.emit()
    assert len(dialog.project.board.cells) == MOST
    assert "2 left out" in dialog.banner.sentence
    dialog.sources.settled.emit()
    assert "2 left out" in dialog.banner.sentence


def test_a_boards_link_comes_with_its_pictures_once(opened, pictures):
    dialog = opened(pictures)
    dialog.sources.link_found.emit("https://pin.example/tea")
    assert dialog.project.board.link == "https://pin.example/tea"
    dialog.sources.link_found.emit("https://pin.example/other")
    assert dialog.project.board.link == "https://pin.example/tea", "the owner's own stays"


def test_dropped_onto_a_full_board_it_takes_that_place(opened, shop, pictures):
    dialog = opened([*pictures] * 3)
    dialog.project.set_cell(5, caption="Green tea")
    dialog.editor.stage.canvas.dropped_on.emit(5, (photo("white"),))
    cells = dialog.project.board.cells
    assert len(cells) == MOST
    assert cells[5].picture not in pictures
    assert cells[5].caption == "Green tea"
    dialog.project.undo()
    assert dialog.project.board.cells[5].picture == pictures[1]


def test_the_way_out_brings_the_link_back(opened, pictures):
    dialog = opened(pictures)
    assert not dialog.project.board.link
    dialog.away.open()
    out = elsewhere_of(dialog)
    assert out.isVisible()
    said = out.steps.words.toPlainText()
    assert said.startswith("Moss teapot, ")
    assert "Board" not in said
    out.link_found.emit("https://www.pinterest.com/tea/shelf")
    assert dialog.project.board.link == "https://www.pinterest.com/tea/shelf"
    out.reject()


def test_an_empty_board_has_no_way_out(opened):
    dialog = opened()
    dialog.editor.panel.turn_to("post")
    assert not dialog.editor.panel.words.elsewhere.isVisible()
    dialog.away.open()
    assert elsewhere_of(dialog) is None


def test_the_open_board_is_duplicated_and_deleted_from_the_bar(opened, shop, pictures, account):
    dialog = opened(pictures)
    first = dialog.project.board.id
    like, away = dialog.bar.more_button.menu().actions()
    like.trigger()
    second = dialog.project.board.id
    assert second != first
    away.trigger()
    assert [board.id for board in shop.boards.all(account)] == [first]
    dialog.undo_bar.button.click()
    assert dialog.project.board.id == second


def test_the_menu_key_speaks_of_the_marked_board(opened, shop, pictures, account):
    shop.boards.create(account, name="a", cells=[Cell(pictures[0])])
    dialog = opened(board_id=shop.boards.all(account)[0].id)
    here = QPoint(3, 300)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, here)
    dialog.list.contextMenuEvent(event)
    menu = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()
    )
    menu.actions()[0].trigger()
    menu.close()
    assert len(shop.boards.all(account)) == 2


def test_what_was_left_out_of_a_drop_is_told_whatever_comes_last(opened, tmp_path):
    for name, data in (
        ("broken.jpg", photo("red")[:200]),
        ("letter.pdf", b"%PDF-1.7 hello"),
        ("ティーポット.jpg", b"words"),
        ("good.jpg", photo("blue")),
    ):
        (tmp_path / name).write_bytes(data)
    dialog = opened()
    dialog.sources.offer(sorted(tmp_path.iterdir(), key=lambda path: path.name == "good.jpg"))
    assert len(dialog.project.board.cells) == 1
    said = dialog.banner.sentence.replace("\u2068", "").replace("\u2069", "")
    assert "broken.jpg (cut short)" in said
    assert "letter.pdf (not a picture)" in said
    assert "ティーポット.jpg (not a picture)" in said
    (tmp_path / "better.jpg").write_bytes(photo("lime"))
    dialog.sources.offer([tmp_path / "better.jpg"])
    assert not dialog.banner.sentence
    dialog.sources.offer([tmp_path / "good.jpg"])
    assert "twice" in dialog.banner.sentence
    assert len(dialog.project.board.cells) == 3


def test_one_drop_is_one_step_back(opened, tmp_path):
    for at, colour in enumerate(("red", "lime", "blue")):
        (tmp_path / f"{at}.jpg").write_bytes(photo(colour))
    dialog = opened()
    dialog.sources.offer([tmp_path])
    dialog.sources.offer([tmp_path / "0.jpg"])
    assert len(dialog.project.board.cells) == 4
    dialog.project.undo()
    assert len(dialog.project.board.cells) == 3
    dialog.project.undo()
    assert dialog.project.board.cells == ()
    dialog.project.redo()
    assert len(dialog.project.board.cells) == 3


def test_a_video_is_told_where_it_goes(opened, tmp_path):
    film = tmp_path / "Café.MP4"
    film.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(99))
    dialog = opened()
    dialog.sources.offer([film])
    assert "into the post" in dialog.banner.sentence
