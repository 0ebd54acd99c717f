from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.count_pill import HEIGHT, pill_size, pill_text


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("count", "text"), [(-1, ""), (0, ""), (3, "3"), (99, "99"), (100, "99+"), (4_000, "99+")]
)
def test_many_are_not_counted_out_and_none_is_no_word(
    widget: QWidget, count: int, text: str
) -> None:
    assert pill_text(widget, count) == text


def test_figures_of_the_language(widget: QWidget) -> None:
    widget.setLocale(QLocale("fa"))
    assert pill_text(widget, 12) == "۱۲"
    assert pill_text(widget, 100) == "۹۹+"


def test_without_a_word_there_is_no_pill_and_a_long_one_is_wider_than_high(
    widget: QWidget,
) -> None:
    assert pill_size(widget, "").isEmpty()
    few, many = pill_size(widget, "3"), pill_size(widget, "99+")
    assert few.width() >= few.height() >= HEIGHT
    assert many.width() > many.height()
