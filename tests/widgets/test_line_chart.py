from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.line_chart import ChartLook, LineChart, LineData


def plain(
    painter: QPainter, area: QRectF, data: LineData, *, look: ChartLook, marked: int | None
) -> QRectF:
    """Draws nothing: days stand from 50 to the end less 50."""
    return area.adjusted(50, 0, -50, 0)


DATA = LineData(
    "How often posts were seen",
    "Now",
    "Before",
    days=tuple(f"{n} Nov" for n in range(1, 12)),
    now=(*[float(n) for n in range(10)], None),
    before=tuple(float(n * 100) for n in range(11)),
    missing="not counted",
)


@pytest.fixture
def chart(qtbot: QtBot, themed: object) -> LineChart:
    chart = LineChart(plain)
    qtbot.addWidget(chart)
    chart.resize(1100, 280)
    chart.set(DATA)
    chart.show()
    chart.grab()
    return chart


def move_to(chart: LineChart, x: float) -> None:
    where = QPointF(x, 100)
    QApplication.sendEvent(
        chart,
        QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            chart.mapToGlobal(where),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def test_the_pointer_marks_the_nearest_day(chart: LineChart) -> None:
    move_to(chart, 50)
    assert chart.marked == 0
    move_to(chart, 253)
    assert chart.marked == 2
    move_to(chart, 1050)
    assert chart.marked == 10
    move_to(chart, 10)
    assert chart.marked is None


def test_the_pointer_counts_from_the_right_where_one_reads_so(chart: LineChart) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    move_to(chart, 1050)
    assert chart.marked == 0


def test_arrow_keys_go_from_day_to_day(chart: LineChart, qtbot: QtBot) -> None:
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert chart.marked == 10
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == 9
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.marked == 0
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == 0
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == 1


def test_the_marked_day_is_told(chart: LineChart) -> None:
    assert chart.accessibleName() == DATA.title
    chart.mark(3)
    assert chart.accessibleDescription() == "4 Nov. Now: 3. Before: 300."
    chart.mark(10)
    assert chart.accessibleDescription() == "11 Nov. Now: not counted. Before: 1,000."
    chart.setLocale(QLocale("ar_EG"))
    chart.mark(2)
    assert "٢٠٠" in chart.accessibleDescription()
    chart.mark(None)
    assert chart.accessibleDescription() == ""


def test_today_is_not_told_as_missing(chart: LineChart) -> None:
    chart.set(replace(DATA, not_over="not over yet"))
    chart.mark(10)
    assert chart.accessibleDescription() == "11 Nov. Now: not over yet. Before: 1,000."
    chart.set(replace(DATA, before=(None,) * 11, not_over="not over yet"))
    chart.mark(10)
    assert chart.accessibleDescription().endswith("Before: not counted.")


def test_leaving_ends_the_mark(chart: LineChart) -> None:
    move_to(chart, 300)
    assert chart.marked is not None
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.marked is None


@pytest.mark.parametrize("count", [0, 1])
def test_few_days_are_no_trouble(chart: LineChart, count: int) -> None:
    chart.set(
        LineData("t", "n", "b", days=("1 Nov",) * count, now=(1.0,) * count, before=(None,) * count)
    )
    chart.grab()
    move_to(chart, 400)
    assert chart.marked == (0 if count else None)
