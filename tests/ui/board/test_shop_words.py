"""What a link in the post costs, told by the account's own price list."""

from services.accounts.account import Way
from tests.ui.board.parts import photo
from ui.board.board_dialog import BoardDialog
from ui.board.words_panel import IN_PICTURE


def test_who_pays_nothing_is_told_no_price(opened, pictures):
    assert opened(pictures[:2]).editor.panel.words.note.text() == ""


def test_a_link_and_its_free_way_are_priced(qtbot, themed, shop, inline_tasks):
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, own.id))
    shop.accounts.activate(own.id)
    kept = [shop.pictures.add_bytes(photo(each), name="a.jpg").hash for each in ("red", "blue")]
    dialog = BoardDialog(shop, inline_tasks, own.id, None, kept)
    qtbot.addWidget(dialog)
    dialog.open()
    words = dialog.editor.panel.words
    assert "$0.20" in words.note.text()
    assert "$0.015" in words.note.text()
    words.way.button(IN_PICTURE).click()
    assert "$" not in words.note.text()
    dialog.reject()
