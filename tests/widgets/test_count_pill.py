from __future__ import annotations

from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from widgets.count_pill import CountPill


def test_nothing_to_count_shows_nothing(qtbot: QtBot) -> None:
    pill = CountPill()
    qtbot.addWidget(pill)
    assert pill.isHidden()
    pill.set(3, "3 to answer")
    assert not pill.isHidden()
    assert pill.text == "3"
    assert pill.accessibleName() == "3 to answer"
    pill.set(0)
    assert pill.isHidden()
    assert pill.sizeHint().width() == 0


def test_many_are_not_counted_out(qtbot: QtBot) -> None:
    pill = CountPill()
    qtbot.addWidget(pill)
    pill.set(99)
    assert pill.text == "99"
    pill.set(4000)
    assert pill.text == "99+"
    assert pill.sizeHint().width() > pill.sizeHint().height()


def test_figures_of_the_language(qtbot: QtBot) -> None:
    pill = CountPill()
    qtbot.addWidget(pill)
    pill.setLocale(QLocale("fa"))
    pill.set(12)
    assert pill.text == "۱۲"
    assert not pill.grab().isNull()
