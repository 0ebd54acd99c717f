"""The chart's days as a table."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from widgets.line_chart import LineData

_INDENT = 5
"""A head of a table is indented this much more than its cells."""


class LineTable(QTableWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setAccessibleName(self.tr("How often your posts were seen, day by day"))
        self.setHorizontalHeaderLabels([self.tr("Day"), self.tr("Now"), self.tr("Before")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setItemDelegate(_Indented(self))
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)

    def fill(self, data: LineData, locale: QLocale) -> None:
        self.setRowCount(len(data.days))
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        for column, side in ((0, start), (1, end), (2, end)):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(side)
        for row, day in enumerate(data.days):
            cells = (day, data.now_said(row, locale), data.before_said(row, locale))
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(end if column else start)
                self.setItem(row, column, cell)


class _Indented(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        option.rect.adjust(_INDENT, 0, -_INDENT, 0)
        super().paint(painter, option, index)
