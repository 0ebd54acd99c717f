from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from widgets.start_edit import StartEdit


@pytest.mark.parametrize("words", ["", "Leaf & Kiln", "فنجان الشاي", "やかん"])
def test_words_begin_where_the_form_begins(qtbot: QtBot, words: str) -> None:
    edit = StartEdit(words)
    qtbot.addWidget(edit)
    edit.resize(300, 32)
    edit.show()
    for way in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        edit.setLayoutDirection(way)
        ends = set()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            qtbot.keyClick(edit, key)
            edit.grab()
            ends.add(edit.cursorRect().center().x())
        if way is Qt.LayoutDirection.RightToLeft:
            assert max(ends) > 280
        else:
            assert min(ends) < 20
    edit.close()
