from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from pytestqt.qtbot import QtBot

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


def test_it_follows_the_windows_direction(qtbot: QtBot, themed: object) -> None:
    field = time_field("Time", QLocale("en_US"))
    qtbot.addWidget(field)
    assert not field.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)
