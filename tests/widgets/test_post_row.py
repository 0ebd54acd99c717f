from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon, QImage
from pytestqt.qtbot import QtBot

from widgets.post_card import StateTone
from widgets.post_row import PostRow, RowValue

LONG = "Celadon cups from this morning's kiln, and a few words about how they were fired. " * 2


@pytest.fixture
def picture() -> QImage:
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa3311"))
    return image


def made(qtbot: QtBot, value: RowValue) -> PostRow:
    row = PostRow(value)
    qtbot.addWidget(row)
    row.resize(360, row.heightForWidth(360))
    return row


def test_is_as_high_as_its_words(qtbot: QtBot, themed: object) -> None:
    one = made(qtbot, RowValue("1", "Short"))
    two = made(qtbot, RowValue("2", LONG))
    assert two.height() > one.height()
    assert made(qtbot, RowValue("3", LONG, caption="12 Nov")).height() > two.height()


def test_breaks_its_words_into_lines_once_for_each_width(
    qtbot: QtBot, themed: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = made(qtbot, RowValue("1", LONG))
    asked: list[float] = []

    def lines(_text: str, _font: QFont, width: float, _most: int) -> tuple[str, ...]:
        asked.append(width)
        return ("one",)

    monkeypatch.setattr("widgets.post_row.fit_lines", lines)
    for _ in range(3):
        row.heightForWidth(300)
    assert len(asked) == 1
    larger = row.font()
    larger.setPixelSize(40)
    row.setFont(larger)
    row.heightForWidth(300)
    assert len(asked) == 2


def test_says_everything_it_shows(qtbot: QtBot, themed: object) -> None:
    row = made(qtbot, RowValue("1", "Tea", caption="12 Nov", figure="651", state="Needs you"))
    assert row.accessibleName() == "Needs you, Tea, 12 Nov, 651"


def test_the_picture_stands_at_the_start(qtbot: QtBot, themed: object, picture: QImage) -> None:
    row = made(
        qtbot,
        RowValue("1", "شاي", picture=picture, state="Waits", tone=StateTone.WARNING, icon=QIcon()),
    )
    red = QColor("#aa3311").rgb()
    assert row.grab().toImage().pixel(30, 30) == red
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert row.grab().toImage().pixel(330, 30) == red


def test_a_row_that_opens_nothing_is_still_drawn(qtbot: QtBot, themed: object) -> None:
    row = made(qtbot, RowValue("1", "Tea", figure="3"))
    row.setEnabled(False)
    with qtbot.assertNotEmitted(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert not row.grab().isNull()
