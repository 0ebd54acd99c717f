"""The line of the period beside the one before, what it counts in words, and the same as a table.

The line is not the figure Seen cut into days: that one counts the posts published in the period,
with all they have gained; this one what every post gained on each day.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from services.analytics.archive import OWNER_SPAN
from services.analytics.figures import Figures, date_of
from services.clock import DAY
from ui import build, when
from ui.analytics.line_table import LineTable
from ui.icons import icon
from ui.paint.charts import draw_line
from widgets.empty_state import EmptyState
from widgets.line_chart import HEIGHT, LineChart, LineData

_NONE = 2
"""The place in the stack of what is said without a line."""


class ChartCard(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        self._as_table = False
        title = build.label(self.tr("Seen, day by day"), kind="strong")
        self.about = build.label(kind="caption", wrap=True)
        self.as_table = build.button(self.tr("Show as table"), in_row=True)
        self.chart = LineChart(draw_line)
        self.table = LineTable()
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(HEIGHT)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._made_none())
        head = build.row(title, None, self.as_table)
        column = build.column(head, self.about, self._stack, margins=(16, 12, 16, 16))
        column.setStretchFactor(self._stack, 1)
        self.setLayout(column)
        self.as_table.clicked.connect(self._on_table)

    def set(self, figures: Figures, locale: QLocale) -> None:
        """Until two days in a row were read there is no line, and it says so."""
        line = figures.line
        days = tuple(when.day_month(locale, when.as_qdate(date_of(point.day))) for point in line)
        data = LineData(
            title=self.tr("How often your posts were seen, day by day"),
            now_name=self.tr("Now"),
            before_name=self.tr("Before"),
            days=days,
            now=tuple(point.value for point in line),
            before=tuple(point.before for point in line),
            missing=self.tr("not counted"),
            not_over="" if line and line[-1].over else self.tr("not over yet"),
        )
        drawn = any(value is not None for value in (*data.now, *data.before))
        self.about.setVisible(drawn)
        self.about.setText(self._told(data, locale))
        self.as_table.setVisible(drawn)
        self.chart.set(data)
        self.table.fill(data, locale)
        if drawn:
            self._stack.setCurrentWidget(self.table if self._as_table else self.chart)
        else:
            self._stack.setCurrentIndex(_NONE)

    def _made_none(self) -> EmptyState:
        return EmptyState(
            icon("chart-column"),
            self.tr(
                "X tells how often a post was seen in all, not on which day. The line begins when "
                "two days in a row have been read."
            ),
        )

    def _told(self, data: LineData, locale: QLocale) -> str:
        known = [value for value in data.now if value is not None]
        told = [
            self.tr(
                "What posts up to {age} days old gained from one daily reading to the next: {seen} "
                "in {days}. Seen counts only the posts of this period, with all they gained."
            ).format(
                age=locale.toString(OWNER_SPAN // DAY),
                seen=locale.toString(round(sum(known))),
                days=self.tr("%Ln days", "", len(known)),
            )
        ]
        missing = sum(value is None and not data.is_open(day) for day, value in enumerate(data.now))
        if missing:
            told.append(self.tr("%Ln days could not be counted and are hatched.", "", missing))
        if data.not_over:
            told.append(self.tr("Today is not over yet."))
        return " ".join(told)

    def _on_table(self) -> None:
        self._as_table = not self._as_table
        self._stack.setCurrentWidget(self.table if self._as_table else self.chart)
        self.as_table.setText(
            self.tr("Show as chart") if self._as_table else self.tr("Show as table")
        )
