"""A shop with four pictures, and boards opened over it."""

import pytest

from tests.ui.board.parts import photo
from ui.board.board_dialog import BoardDialog

NAMES = {
    "red": "moss-teapot.jpg",
    "lime": "چای_سبز.jpg",
    "blue": "抹茶茶碗.jpg",
    "yellow": "IMG_2034.jpg",
}


@pytest.fixture
def account(shop):
    return shop.accounts.active().id


@pytest.fixture
def pictures(shop):
    return [
        shop.pictures.add_bytes(photo(colour), name=name).hash for colour, name in NAMES.items()
    ]


@pytest.fixture
def opened(qtbot, themed, shop, inline_tasks, account):
    def open_dialog(pictures=(), **options):
        dialog = BoardDialog(shop, inline_tasks, account, None, pictures, **options)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_dialog
