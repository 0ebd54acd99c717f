"""The line of the period beside the one before, and the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from services.analytics.figures import Figures, date_of
from ui import build, when
from ui.paint.charts import draw_line
from widgets.line_chart import HEIGHT, LineChart, LineData


class ChartCard(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        title = build.label(self.tr("How often your posts were seen"), kind="strong")
        self.as_table = build.button(self.tr("Show as table"), kind="quiet", in_row=True)
        self.as_table.setCheckable(True)
        self.chart = LineChart(draw_line)
        self.table = self._made_table()
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(HEIGHT)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        head = build.row(title, None, self.as_table)
        column = build.column(head, self._stack, margins=(16, 12, 16, 16))
        column.setStretchFactor(self._stack, 1)
        self.setLayout(column)
        self.as_table.toggled.connect(self._on_table)

    def set(self, figures: Figures, locale: QLocale) -> None:
        days = tuple(
            when.day_month(locale, when.as_qdate(date_of(point.day))) for point in figures.line
        )
        data = LineData(
            title=self.tr("How often your posts were seen, day by day"),
            now_name=self.tr("Now"),
            before_name=self.tr("Before"),
            days=days,
            now=tuple(point.value for point in figures.line),
            before=tuple(point.before for point in figures.line),
            missing=self.tr("not counted"),
        )
        self.chart.set(data)
        self._fill_table(data, locale)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setAccessibleName(self.tr("How often your posts were seen, day by day"))
        table.setHorizontalHeaderLabels([self.tr("Day"), self.tr("Now"), self.tr("Before")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        return table

    def _fill_table(self, data: LineData, locale: QLocale) -> None:
        self.table.setRowCount(len(data.days))
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        for column, side in ((0, start), (1, end), (2, end)):
            head = self.table.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(side)
        for row, day in enumerate(data.days):
            cells = (day, *(_said(side[row], data, locale) for side in (data.now, data.before)))
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(end if column else start)
                self.table.setItem(row, column, cell)

    def _on_table(self, shown: bool) -> None:
        self._stack.setCurrentWidget(self.table if shown else self.chart)
        self.as_table.setText(self.tr("Show as chart") if shown else self.tr("Show as table"))


def _said(value: float | None, data: LineData, locale: QLocale) -> str:
    return data.missing if value is None else locale.toString(round(value))
