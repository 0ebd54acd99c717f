from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.flow_layout import FlowLayout


def parts_in(
    qtbot: QtBot, width: int, count: int = 5, *, rtl: bool = False
) -> tuple[QWidget, list[QWidget]]:
    box = QWidget()
    qtbot.addWidget(box)
    if rtl:
        box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = FlowLayout(box, gap=8)
    parts = []
    for _ in range(count):
        part = QWidget()
        part.setFixedSize(60, 20)
        layout.addWidget(part)
        parts.append(part)
    box.resize(width, layout.heightForWidth(width))
    layout.activate()
    layout.setGeometry(box.rect())
    return box, parts


def test_parts_break_into_lines(qtbot: QtBot) -> None:
    _box, parts = parts_in(qtbot, 200)
    assert [(p.x(), p.y()) for p in parts] == [(0, 0), (68, 0), (136, 0), (0, 28), (68, 28)]


def test_lines_start_at_the_right_where_reading_does(qtbot: QtBot) -> None:
    _box, parts = parts_in(qtbot, 200, rtl=True)
    assert [p.x() for p in parts] == [140, 72, 4, 140, 72]


def test_a_part_wider_than_the_line_stands_alone(qtbot: QtBot) -> None:
    _box, parts = parts_in(qtbot, 40, count=2)
    assert [(p.x(), p.y()) for p in parts] == [(0, 0), (0, 28)]


def test_height_follows_width_and_taking_out(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box)
    for _ in range(4):
        part = QWidget()
        part.setFixedSize(50, 20)
        layout.addWidget(part)
    assert layout.heightForWidth(400) == 20
    assert layout.heightForWidth(110) == 48
    assert layout.takeAt(9) is None
    assert layout.itemAt(-1) is None
    taken = layout.takeAt(0)
    assert taken is not None
    assert layout.count() == 3


def shared(qtbot: QtBot, width: int, *, rtl: bool = False) -> list[tuple[int, int]]:
    """Start and width of each of four parts, 60 wide at least."""
    box = QWidget()
    qtbot.addWidget(box)
    if rtl:
        box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = FlowLayout(box, gap=8, least=60)
    parts = [QWidget(box) for _ in range(4)]
    for part in parts:
        part.setMinimumSize(60, 20)
        layout.addWidget(part)
    box.resize(width, 200)
    layout.setGeometry(box.rect())
    return [(part.x(), part.width()) for part in parts]


def test_parts_share_the_whole_line(qtbot: QtBot) -> None:
    assert shared(qtbot, 196) == [(0, 60), (68, 60), (136, 60), (0, 60)]
    assert shared(qtbot, 250) == [(0, 78), (86, 78), (172, 78), (0, 78)]
    assert shared(qtbot, 250, rtl=True) == [(172, 78), (86, 78), (0, 78), (172, 78)]
    assert shared(qtbot, 40) == [(0, 60)] * 4


def test_a_low_part_stands_at_the_middle_of_a_high_one(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box, gap=8)
    parts = []
    for height in (20, 36, 20):
        part = QWidget()
        part.setFixedSize(60, height)
        layout.addWidget(part)
        parts.append(part)
    assert layout.heightForWidth(140) == 36 + 8 + 20
    layout.setGeometry(box.rect().adjusted(0, 0, 140 - box.width(), 0))
    assert [part.y() for part in parts] == [8, 0, 44]
