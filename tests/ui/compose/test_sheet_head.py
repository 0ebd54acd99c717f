"""The first line of a sheet at every width: nothing of it is cut, the name alone gives way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.build import column
from ui.compose.part_place import PartPlace
from ui.compose.sheet import Sheet
from ui.compose.sheet_head import SheetHead
from ui.theme import Theme
from ui.tour.faults import clipped


@pytest.fixture
def sheet(qtbot: QtBot, themed: Theme) -> Iterator[Sheet]:
    """As in a thread in a narrow window, where it carries the most."""
    ground = QWidget()
    qtbot.addWidget(ground)
    made = Sheet()
    made.show_shop("Leaf & Kiln, 茶と器", "tea", None)
    made.set_place(1, 12)
    made.set_narrow(True)
    ground.setLayout(column(made))
    ground.show()
    yield made
    ground.hide()
    themed.choose_text(100)


def settle() -> None:
    """Words that grow are laid out in a few steps."""
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("current", [True, False])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_words_are_cut(sheet: Sheet, themed: Theme, current: bool, percent: int) -> None:
    themed.choose_text(percent)
    sheet.set_current(current)
    for wide in range(640, 550, -10):
        sheet.window().resize(wide, 300)
        settle()
        assert list(clipped(sheet.head)) == []
        assert sheet.width() == wide
        last = sheet.preview_button.geometry()
        assert sheet.head.rect().contains(last)


def test_words_give_way_before_the_handle_does(sheet: Sheet) -> None:
    style, icons = Qt.ToolButtonStyle, []
    handles = []
    for wide in (900, 640, 400, 900):
        sheet.window().resize(wide, 300)
        settle()
        icons.append(sheet.drafts_button.toolButtonStyle() is style.ToolButtonIconOnly)
        handles.append(sheet.head.handle.isVisible())
        if icons[-1]:
            assert sheet.drafts_button.toolTip() == "Drafts"
    assert (icons[0], icons[2], icons[3]) == (False, True, False)
    assert (handles[0], handles[3]) == (True, True)
    assert all(icon for icon, handle in zip(icons, handles, strict=True) if not handle)


def test_a_shop_without_a_handle_shows_none(qtbot: QtBot, themed: Theme) -> None:
    head = SheetHead()
    qtbot.addWidget(head)
    head.lay(PartPlace())
    head.show_shop("چای", "", None)
    head.resize(600, 40)
    head.show()
    QApplication.processEvents()
    assert not head.handle.isVisible()


def test_the_paper_is_lower_with_something_under_the_words(sheet: Sheet) -> None:
    sheet.set_place(1, 1)
    alone = sheet.edit.height()
    sheet.show_tiles([])
    assert sheet.edit.height() == alone
    sheet.set_place(1, 3)
    assert sheet.edit.height() < alone
