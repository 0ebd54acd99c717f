from __future__ import annotations

from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from widgets.tag_meter import TagMeter


def test_counts_against_two_and_gives_the_reason_beyond(qtbot: QtBot, themed: object) -> None:
    meter = TagMeter()
    qtbot.addWidget(meter)
    meter.set(2)
    assert meter.text() == "#2/2"
    assert not meter.too_many()
    meter.set(3)
    assert meter.too_many()
    assert "More than two hashtags" in meter.toolTip()
    assert "3" in meter.accessibleName()


def test_has_the_digits_of_the_locale(qtbot: QtBot, themed: object) -> None:
    meter = TagMeter()
    qtbot.addWidget(meter)
    meter.setLocale(QLocale("ar"))
    meter.set(1)
    assert meter.text() == "#١/٢"
    assert meter.sizeHint().width() > 20
