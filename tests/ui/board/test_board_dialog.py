import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from services.errors import StorageProblem, StorageTrouble
from services.media.board_values import Cell, Shape
from services.media.captions import ALT_TEXT_LIMIT
from tests.ui.board.parts import heard
from ui.board.side_panel import PICTURE, POST
from ui.board.swatches import BLURRED


def middle(canvas, index):
    return canvas.cell_rect(index).center().toPoint()


def test_an_empty_board_invites_and_cannot_be_used(opened, shop, account):
    dialog = opened()
    assert dialog.editor.stage.empty.isVisible()
    assert not dialog.use_button.isEnabled()
    before = shop.boards.all(account)
    dialog.reject()
    assert shop.boards.all(account) == before
    assert not dialog.isVisible()


def test_pictures_become_one_with_alt_text_and_link(opened, shop, pictures, account):
    dialog = opened(pictures[:3])
    used = heard(dialog.used)
    QTest.keyClicks(dialog.editor.panel.words.link, " pinterest.com/tea ")
    dialog.use_button.click()
    picture, alt_text, link, board_id = used[0]
    assert picture.width / picture.height == pytest.approx(16 / 9, abs=0.01)
    assert alt_text.endswith(": moss teapot; چای سبز; 抹茶茶碗.")
    assert link == "https://pinterest.com/tea"
    saved = shop.boards.get(board_id)
    assert [cell.picture for cell in saved.cells] == pictures[:3]
    assert saved.account_id == account
    assert not dialog.isVisible()


def test_a_project_is_reopened_one_picture_changed_and_used_again(opened, shop, pictures):
    first = opened(pictures[:2])
    said = heard(first.used)
    first.use_button.click()
    before, *_, board_id = said[0]
    again = opened(board_id=board_id)
    said = heard(again.used)
    again.editor.stage.canvas.choose(0)
    QTest.keyClick(again.editor.stage.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    again.use_button.click()
    after, *_, same_id = said[0]
    assert same_id == board_id
    assert after.hash != before.hash
    assert [cell.picture for cell in shop.boards.get(board_id).cells] == pictures[1::-1]


def test_swapping_by_drag_shows_and_saves(opened, shop, pictures):
    dialog = opened(pictures)
    canvas = dialog.editor.stage.canvas
    start, end = middle(canvas, 0), middle(canvas, 3)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(30, 0))
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert canvas.grab().toImage().pixelColor(end).red() > 240
    dialog.reject()
    saved = shop.boards.get(dialog.project.board.id)
    assert saved.cells[3].picture == pictures[0]


def test_shape_spacing_and_background(opened, shop, pictures):
    dialog = opened(pictures)
    panel = dialog.editor.panel.look
    panel.shapes.button(Shape.TALL.value).click()
    panel.spacing.gutter.setValue(20)
    panel.ground.buttons()[2].click()
    look = dialog.project.board.look
    assert (look.shape, look.gutter, look.background) == (Shape.TALL, 20, "#1d1b18")
    canvas = dialog.editor.stage.canvas
    rect = canvas.board_rect()
    assert rect.width() / rect.height() == pytest.approx(0.8, abs=0.01)
    shown = canvas.grab().toImage().pixelColor(rect.center().toPoint())
    assert shown == QColor("#1d1b18")
    assert panel.shapes.choice == Shape.TALL.value


def test_the_shops_own_colours_are_offered(opened, shop, account):
    own = [colour.lower() for colour in shop.profiles.get(account).colours if colour]
    values = [button.colour.value for button in opened().editor.panel.look.ground.buttons()]
    assert values == ["#ffffff", "#f3eee4", "#1d1b18", *own, "", BLURRED]


def test_captions_write_the_description_until_the_owner_does(opened, pictures):
    dialog = opened(pictures[2:4])
    panel, canvas = dialog.editor.panel, dialog.editor.stage.canvas
    canvas.caption_asked.emit(1)
    canvas.choose(1)
    assert panel.current == PICTURE
    assert panel.cell.caption.text() == ""
    QTest.keyClicks(panel.cell.caption, "cup")
    panel.tabs.button(POST).click()
    words = panel.words
    assert words.alt.toPlainText().endswith(": 抹茶茶碗; cup.")
    assert not words.again.isVisible()
    words.alt.setPlainText("Two bowls 🍵")
    canvas.choose(0)
    assert panel.cell.caption.text() == "抹茶茶碗"
    assert dialog.editor.alt_text() == "Two bowls 🍵"
    words.again.click()
    assert words.alt.toPlainText().endswith(": 抹茶茶碗; cup.")


def test_prices_and_ribbons_are_told_in_the_description(opened, pictures):
    dialog = opened(pictures[:2])
    dialog.project.set_cell(0, price="€24.50", ribbon="Sold out")
    assert dialog.editor.alt_text().endswith(": moss teapot, €24.50, Sold out; چای سبز.")


def test_the_second_board_of_a_day_has_a_name_of_its_own(opened, shop, pictures, account):
    first = opened(pictures[:2])
    name = first.project.board.name
    first.project.swap(0, 1)
    first.reject()
    second = opened(pictures[2:])
    assert second.project.board.name == f"{name} (2)"
    second.shelf.duplicate(first.project.board.id)
    assert second.project.board.name == f"{name} (3)"


def test_an_empty_shelf_says_what_will_stand_there(opened, pictures):
    dialog = opened()
    assert dialog.pane._none.isVisible()
    dialog.project.add_all([Cell(each) for each in pictures[:2]])
    dialog.project.save_now()
    assert not dialog.pane._none.isVisible()


def test_the_empty_board_offers_the_same_ways(opened):
    dialog = opened()
    assert not dialog.editor.stage.add_button.isVisible()
    dialog.editor.stage.empty.pressed.emit()
    assert dialog.arrivals.menu.menu.isVisible()
    dialog.arrivals.menu.menu.close()


def test_a_description_too_long_for_x_is_cut(opened, pictures):
    dialog = opened(pictures[:2])
    dialog.editor.panel.words.alt.setPlainText("x" * 1_200)
    assert len(dialog.editor.alt_text()) == ALT_TEXT_LIMIT


def test_taking_out_can_be_undone(opened, pictures):
    dialog = opened(pictures[:3])
    canvas = dialog.editor.stage.canvas
    canvas.choose(1)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(dialog.project.board.cells) == 2
    assert dialog.undo_bar.offered
    dialog.undo_bar.button.click()
    assert [cell.picture for cell in dialog.project.board.cells] == pictures[:3]


def test_a_deleted_board_can_be_brought_back(opened, shop, pictures, account):
    shop.boards.create(account, name="棚", cells=[Cell(each) for each in pictures[:2]])
    dialog = opened()
    board_id = dialog.list.ids()[0]
    dialog.open_board(board_id)
    dialog.list.delete_asked.emit(board_id)
    assert board_id not in dialog.list.ids()
    assert dialog.project.board.id != board_id
    dialog.undo_bar.button.click()
    assert board_id in dialog.list.ids()
    assert dialog.project.board.id == board_id


def test_what_is_changed_is_saved_before_another_board_opens(opened, shop, pictures, account):
    other = shop.boards.create(account, name="other", cells=[Cell(pictures[3])])
    dialog = opened(pictures[:2])
    mine = dialog.project.board.id
    dialog.editor.stage.name.selectAll()
    QTest.keyClicks(dialog.editor.stage.name, "Autumn")
    dialog.list.chosen.emit(other.id)
    assert dialog.editor.stage.name.text() == "other"
    assert shop.boards.get(mine).name == "Autumn"
    dialog.start_new()
    assert dialog.project.board.cells == ()


def test_an_export_that_fails_says_so_and_can_be_tried_again(opened, shop, pictures, monkeypatch):
    dialog = opened(pictures[:2])
    used = heard(dialog.used)
    gone = shop.pictures.path(pictures[0])
    kept = gone.read_bytes()
    gone.unlink()
    dialog.use_button.click()
    assert used == []
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    assert not dialog.use_button.busy
    gone.write_bytes(kept)
    dialog.use_button.click()
    assert len(used) == 1


def test_a_full_disk_keeps_the_dialog_open_once(opened, shop, pictures, monkeypatch, paths):
    dialog = opened(pictures[:2])
    dialog.project.swap(0, 1)

    def full(_board):
        raise StorageTrouble(StorageProblem.FULL, paths.data)

    monkeypatch.setattr(type(shop.boards), "save", lambda _self, board: full(board))
    dialog.reject()
    assert dialog.isVisible()
    assert "full" in dialog.banner.sentence
    monkeypatch.undo()
    dialog.banner.button.click()
    assert shop.boards.get(dialog.project.board.id).cells == dialog.project.board.cells
    dialog.reject()
    assert not dialog.isVisible()


def test_right_to_left_starts_at_the_right(opened, themed, pictures, qapp):
    themed.apply("light", "ar")
    try:
        dialog = opened(pictures[:2])
        canvas = dialog.editor.stage.canvas
        assert dialog.project.board.look.right_to_left
        assert canvas.cell_rect(0).left() > canvas.cell_rect(1).left()
        assert dialog.list.mapTo(dialog, QPoint()).x() > canvas.mapTo(dialog, QPoint()).x()
    finally:
        themed.apply("light", "en")


def test_everything_has_a_name_and_can_be_reached(opened, pictures):
    dialog = opened(pictures[:2])
    reachable = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    unnamed = [
        type(widget).__name__
        for widget in reachable
        if not widget.accessibleName() and not getattr(widget, "text", str)()
    ]
    assert unnamed == []
    assert {dialog.list, dialog.editor.stage.canvas, dialog.use_button} <= set(reachable)


def test_a_closed_dialog_holds_no_picture(opened, pictures):
    dialog = opened(pictures)
    assert dialog.images.large(pictures[0]) is not None
    dialog.reject()
    assert dialog.images.large(pictures[0]) is None
    assert dialog.images.small(pictures[0]) is None
    assert not dialog.editor.stage.canvas._shown.cells


def test_a_long_description_scrolls_with_its_panel_alone(opened, pictures, qtbot):
    dialog = opened(pictures[:2])
    dialog.resize(920, 600)
    dialog.editor.panel.tabs.button(POST).click()
    alt = dialog.editor.panel.words.alt
    low = alt.height()
    alt.setPlainText("茶碗とお茶 and a moss teapot, قوری سبز. " * 25)
    assert len(alt.toPlainText()) <= ALT_TEXT_LIMIT
    qtbot.waitUntil(lambda: alt.verticalScrollBar().maximum() == 0)
    assert alt.height() > low


def test_only_looking_at_a_board_of_a_posts_pictures_keeps_none(opened, shop, pictures, account):
    dialog = opened(pictures[:2])
    assert dialog.bar.saved.text() == ""
    dialog.reject()
    assert shop.boards.all(account) == ()
    dialog = opened(pictures[:2])
    dialog.project.swap(0, 1)
    dialog.reject()
    assert len(shop.boards.all(account)) == 1


def test_a_board_that_is_used_as_it_came_is_kept(opened, shop, pictures, account):
    dialog = opened(pictures[:2])
    used = heard(dialog.used)
    dialog.use_button.click()
    (board,) = shop.boards.all(account)
    assert used[0][3] == board.id
    assert board.made == used[0][0].hash


def test_a_board_from_which_all_was_taken_is_kept_no_longer(opened, shop, pictures, account):
    dialog = opened()
    dialog.project.add_all([Cell(each) for each in pictures])
    dialog.project.save_now()
    assert len(shop.boards.all(account)) == 1
    dialog.project.undo()
    dialog.reject()
    assert shop.boards.all(account) == ()


def test_words_that_came_with_a_picture_go_with_it(opened, shop, pictures):
    """Said by its file's name; a price that stood beside it was another thing's."""
    dialog = opened(pictures[:2])
    dialog.project.set_cell(0, price="€58", ribbon="Sold out")
    other = shop.pictures.get(pictures[2])
    dialog.editor.put_at(0, other)
    cell = dialog.project.board.cells[0]
    assert (cell.picture, cell.caption) == (other.hash, "抹茶茶碗")
    assert (cell.price, cell.ribbon) == ("", "")
    assert dialog.undo_bar.isVisible()
    dialog.project.undo()
    assert dialog.project.board.cells[0].price == "€58"


def test_words_that_she_wrote_stay_with_another_picture(opened, shop, pictures):
    dialog = opened(pictures[:2])
    dialog.project.set_cell(0, caption="My own words", price="€58")
    dialog.editor.put_at(0, shop.pictures.get(pictures[2]))
    cell = dialog.project.board.cells[0]
    assert (cell.caption, cell.price) == ("My own words", "€58")
