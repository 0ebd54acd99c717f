"""The line under the sheet at any width."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.compose.advice import Act, Advice, Weight
from ui.compose.advice_line import AdviceLine
from ui.theme import MEASURES

ASKED = Advice(
    "2 pictures have no description. Some people can only hear them.",
    Weight.WARNING,
    ("Describe", Act.DESCRIBE),
    ("Queue anyway", Act.POST_ANYWAY),
)


@pytest.fixture
def line(qtbot: QtBot, themed: Any) -> AdviceLine:
    made = AdviceLine()
    qtbot.addWidget(made)
    made.show_advice(ASKED)
    made.show()
    return made


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(("width", "under"), [(900, False), (640, False), (330, True)])
def test_buttons_go_under_what_would_be_a_column_of_words(
    line: AdviceLine, way: Qt.LayoutDirection, width: int, under: bool
) -> None:
    line.setLayoutDirection(way)
    line.setFixedWidth(width)
    line.setFixedHeight(line.heightForWidth(width))
    QApplication.processEvents()
    first = line.button_for(Act.DESCRIBE)
    assert first is not None
    words = line._sentence.geometry()
    assert (first.y() > words.bottom()) is under
    assert words.height() >= line._sentence.heightForWidth(words.width())
    for act in (Act.DESCRIBE, Act.POST_ANYWAY):
        button = line.button_for(act)
        assert button is not None
        assert button.width() >= button.sizeHint().width()
        assert line.rect().contains(button.geometry())
    if under:
        place = line._sentence.mapTo(line, QPoint())
        mirrored = way is Qt.LayoutDirection.RightToLeft
        ends = (first.geometry().right(), words.right()) if mirrored else (first.x(), place.x())
        assert abs(ends[0] - ends[1]) <= 1


def test_a_sentence_alone_has_the_whole_line(line: AdviceLine) -> None:
    line.show_advice(Advice("Ready", Weight.GOOD))
    line.setFixedWidth(200)
    QApplication.processEvents()
    assert line.button_for(Act.DESCRIBE) is None
    assert line._sentence.geometry().right() == 199 - MEASURES.s8
