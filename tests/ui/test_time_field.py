from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.time_field import time_field


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en_GB", "09:05"), ("ar", "٩:٠٥ ص"), ("fa", "۹:۰۵"), ("ja", "9:05"), ("zh_CN", "09:05")],
)
def test_hours_stand_before_minutes_in_every_language(
    qtbot: QtBot, themed: object, language: str, shown: str
) -> None:
    locale = QLocale(language)
    QLocale.setDefault(locale)
    field = time_field("Opens at", locale)
    qtbot.addWidget(field)
    field.setLocale(locale)
    field.setLayoutDirection(locale.textDirection())
    field.setTime(QTime(9, 5))
    assert field.text() == shown
    assert field.accessibleName() == "Opens at"
    assert field.lineEdit().accessibleName() == "Opens at"


def test_it_follows_the_windows_direction(qtbot: QtBot, themed: object) -> None:
    field = time_field("Time", QLocale("en_US"))
    qtbot.addWidget(field)
    assert not field.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)


def test_it_grows_with_the_words(qtbot: QtBot, themed: Theme) -> None:
    field = time_field("Time", QLocale("en_US"))
    qtbot.addWidget(field)
    field.show()
    before = field.width()
    themed.choose_text(200)
    widest = field.fontMetrics().horizontalAdvance("10:58 PM")
    assert field.width() > max(before, widest)
    themed.choose_text(100)
    assert field.width() == before
    field.close()
