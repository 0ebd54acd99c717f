"""Nothing of the window flashes up on the desktop before it stands in its place."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from services.shop import Shop
from tests.ui.strays import stray_windows
from ui.icons import icon
from ui.program import Program
from widgets.empty_state import EmptyState
from widgets.fold_section import FoldSection


def test_the_window_and_its_pages(
    qtbot: QtBot, qapp: QApplication, shop: Shop, inline_tasks: Any, themed: Any
) -> None:
    with stray_windows(qapp) as strays:
        program = Program(shop, inline_tasks, themed)
        qtbot.addWidget(program.window)
        program.window.show()
        for tab in ("compose", "queue", "shop", "analytics", "inbox"):
            program.window.show_tab(tab)
            qapp.processEvents()
        program.commands.open_settings("accounts").close()
        program.put_away()
    assert strays == []


def test_parts_that_show_themselves(qtbot: QtBot, qapp: QApplication, themed: Any) -> None:
    with stray_windows(qapp) as strays:
        EmptyState(icon("send"), "Nothing yet.", "Begin one")
        fold = FoldSection("More")
        qtbot.addWidget(fold)
        fold.set_open(True)
        fold.set_content(QLabel("كوب"))
    assert strays == []
    assert not fold.content.isHidden()  # type: ignore[union-attr]  # given above
