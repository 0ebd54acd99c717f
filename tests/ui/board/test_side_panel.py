"""The words beside an open board."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.board.side_panel import SidePanel

pytestmark = pytest.mark.usefixtures("themed")
WORDS = "Deux bols\u00a0: 12\u00a0€ 🍵"


def test_a_description_keeps_its_no_break_spaces(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.alt_typed) as typed:
        panel.alt.setPlainText(WORDS)
    assert typed.args == [WORDS]
    caret = panel.alt.textCursor()
    caret.setPosition(4)
    panel.alt.setTextCursor(caret)
    panel.show_alt(WORDS, own=True)
    assert panel.alt.textCursor().position() == 4
    with qtbot.assertNotEmitted(panel.alt_typed):
        panel.show_alt(f"{WORDS}\u00a0…", own=False)
