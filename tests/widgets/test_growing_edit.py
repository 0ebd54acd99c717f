from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from widgets.growing_edit import GrowingEdit


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> GrowingEdit:
    made = GrowingEdit(fewest=2, most=4)
    qtbot.addWidget(made)
    made.resize(300, made.height())
    made.show()
    return made


@pytest.mark.parametrize("line", ["cups", "شاي", "چای", "お茶", "绿茶", "🍵"])
def test_what_it_may_hold_needs_no_scrolling(edit: GrowingEdit, line: str) -> None:
    for lines in (1, 2, 3, 4):
        edit.setPlainText("\n".join([line] * lines))
        assert edit.verticalScrollBar().maximum() == 0
    tall = edit.height()
    edit.setPlainText("\n".join([line] * 9))
    assert edit.height() >= tall
    assert edit.verticalScrollBar().maximum() > 0


def test_it_is_never_lower_than_its_fewest_lines(edit: GrowingEdit) -> None:
    empty = edit.height()
    edit.setPlainText("one\ntwo")
    assert abs(edit.height() - empty) <= 2


def test_a_long_line_makes_it_higher_where_it_is_narrow(edit: GrowingEdit, qtbot: QtBot) -> None:
    edit.setPlainText("Loose-leaf tea, and the pots, cups and bowls we throw ourselves")
    wide = edit.height()
    edit.resize(220, edit.height())
    assert edit.height() > wide
    qtbot.waitUntil(lambda: edit.verticalScrollBar().maximum() == 0)
