"""The second step: how the file is read, and what each of its columns holds.

Folded to one sentence while the guess is a good one.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QWidget

from services.post_file.cells import DELIMITERS
from services.post_file.encoding import ENCODINGS
from services.post_file.values import Column, DateOrder, Mapping, Table
from ui import build
from ui.fields import combo
from ui.post_file.job import FileRead, Reading
from ui.post_file.words import column_words, delimiter_words, encoding_words
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.flow_layout import FlowLayout
from widgets.isolates import held
from widgets.type_scale import grown

_MOST_COLUMNS = 12
_WIDE = 168
_LONGEST = 24
_NAMED = 3


class MappingForm(QFrame):
    mapping_chosen = Signal(object)
    """`Mapping`."""
    reading_chosen = Signal(object)
    """`Reading`: the file is read again."""

    def __init__(self, times: QWidget, parent: QWidget | None = None) -> None:
        """`times` is its last row."""
        super().__init__(parent)
        build.set_kind(self, "card")
        self._mapping = Mapping(())
        self._reading = Reading()
        self._path: Path | None = None
        self._said = ""
        self.summary = ElidedLabel()
        build.set_kind(self.summary, "quiet")
        self.encoding = combo(encoding_words().values(), name=self.tr("Letters of the file"))
        self.delimiter = combo(delimiter_words().values(), name=self.tr("Between the columns"))
        self.order = combo(
            (self.tr("Day first: 3 April is 03/04"), self.tr("Month first: 3 April is 04/03")),
            name=self.tr("How dates are written"),
        )
        self.order_note = build.label(
            self.tr("Dates in this file can be read in two ways. Is this right?"),
            kind="caption",
            tone="amber",
        )
        self.heading = QCheckBox(self.tr("The first row is a heading"))
        self.look_wrong = build.button(self.tr("Not right?"), kind="link", in_row=True)
        self.look_wrong.setCheckable(True)
        self.look_wrong.toggled.connect(self._on_look_wrong)
        self.combos: list[QComboBox] = []
        self._cells: list[QWidget] = []
        columns = QWidget()
        self._flow = FlowLayout(columns, gap=MEASURES.s12)
        self.more = build.label(kind="caption", wrap=True)
        reading = QWidget()
        read_by = FlowLayout(reading, gap=MEASURES.s12)
        for part in (self.encoding, self.delimiter, self.heading):
            read_by.addWidget(part)
        self.heading.setMinimumHeight(MEASURES.control)
        self._all = QWidget()
        self._all.setLayout(build.column(columns, self.more, reading, gap=MEASURES.s12))
        self._all.hide()
        self._order_row = QWidget()
        orders = FlowLayout(self._order_row, gap=MEASURES.s8)
        orders.addWidget(self.order)
        orders.addWidget(self.order_note)
        self.order_note.setMinimumHeight(MEASURES.control)
        self.look_wrong.setProperty("flush", True)
        said = build.row(self.summary, self.look_wrong, gap=MEASURES.s12)
        said.setStretchFactor(self.summary, 1)
        parts = (said, self._all, self._order_row, build.row(times, None))
        self.setLayout(build.column(*parts, gap=MEASURES.s12, margins=(16, 12, 16, 12)))
        self.heading.clicked.connect(self._on_heading)
        self.encoding.activated.connect(self._on_reading)
        self.delimiter.activated.connect(self._on_reading)
        self.order.activated.connect(self._on_order)

    def show_file(self, file: FileRead, mapping: Mapping) -> None:
        """Opens itself for a new file whose letters or columns may not be what was guessed."""
        table = file.table
        self._mapping, self._reading = mapping, file.reading
        if file.path != self._path:
            self.look_wrong.setChecked(not table.heading and table.width > 1)
        if file.odd or mapping.place(Column.TEXT) is None:
            self.look_wrong.setChecked(True)
        self._path = file.path
        encoding = "utf-8-sig" if table.encoding == "utf-8" else table.encoding
        encoding = "utf-16" if encoding.startswith("utf-16") else encoding
        self.encoding.setCurrentIndex(ENCODINGS.index(encoding))
        self.delimiter.setCurrentIndex(DELIMITERS.index(table.delimiter))
        self.heading.setChecked(bool(table.heading))
        self.heading.setEnabled(bool(table.heading) or len(table.rows) > 1)
        open_order = mapping.order is not None and not mapping.sure
        self._order_row.setVisible(open_order)
        self.order.setCurrentIndex(int(mapping.order is DateOrder.MONTH_FIRST))
        self._said = self._summary(table, mapping)
        self._say_summary()
        self._show_columns(table, mapping)

    def _say_summary(self) -> None:
        is_open = self.look_wrong.isChecked()
        self.summary.setText(self.tr("What each column holds") if is_open else self._said)

    def _summary(self, table: Table, mapping: Mapping) -> str:
        """What each column holds, by its name."""
        parts, left_out = [], []
        for place, meaning in enumerate(mapping.columns):
            name = _short(self._name(table, place))
            if meaning is Column.IGNORED:
                left_out.append(name)
            else:
                said = self.tr("{meaning}: {column}")
                parts.append(said.format(meaning=column_words(meaning), column=name))
        if left_out:
            said = self.tr("{meaning}: {column}")
            names = self.locale().createSeparatedList(left_out[:_NAMED])
            if len(left_out) > _NAMED:
                names = self.locale().toString(len(left_out))
            parts.append(said.format(meaning=self.tr("Left out"), column=names))
        return " · ".join(parts)

    def _show_columns(self, table: Table, mapping: Mapping) -> None:
        for cell in self._cells:
            self._flow.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells, self.combos = [], []
        for place, meaning in enumerate(mapping.columns[:_MOST_COLUMNS]):
            name = self._name(table, place)
            chooser = combo(map(column_words, Column), name=name)
            chooser.setCurrentIndex(list(Column).index(meaning))
            chooser.activated.connect(self._on_column)
            wide = round(_WIDE * grown(self.font()))
            chooser.setFixedWidth(wide)
            head = ElidedLabel(name)
            build.set_kind(head, "caption")
            head.setFixedWidth(wide)
            cell = QWidget()
            cell.setLayout(build.column(head, chooser, gap=MEASURES.s4))
            self._flow.addWidget(cell)
            self._cells.append(cell)
            self.combos.append(chooser)
            cell.show()
        rest = len(mapping.columns) - _MOST_COLUMNS
        self.more.setText(self.tr("%Ln more columns are left out", "", max(rest, 0)))
        self.more.setVisible(rest > 0)

    def _name(self, table: Table, place: int) -> str:
        """The heading, else what stands in the first row."""
        if place < len(table.heading) and table.heading[place].strip():
            return table.heading[place].strip()
        first = table.rows[0].cells if table.rows else ()
        if place < len(first) and first[place].strip():
            return first[place].strip()
        return self.tr("Column {number}").format(number=self.locale().toString(place + 1))

    def _on_look_wrong(self, on: bool) -> None:
        self._all.setVisible(on)
        self._say_summary()

    def _on_reading(self) -> None:
        self.reading_chosen.emit(
            Reading(
                ENCODINGS[self.encoding.currentIndex()],
                DELIMITERS[self.delimiter.currentIndex()],
                self._reading.heading,
            )
        )

    def _on_heading(self, on: bool) -> None:
        self.reading_chosen.emit(self._reading._replace(heading=on))

    def _on_column(self) -> None:
        """One meaning, one column: the one that had it before is left out."""
        chooser = self.sender()
        columns = list(self._mapping.columns)
        for place, each in enumerate(self.combos):
            columns[place] = list(Column)[each.currentIndex()]
        for place, each in enumerate(self.combos):
            if each is not chooser and isinstance(chooser, QComboBox):
                meaning = list(Column)[chooser.currentIndex()]
                if meaning is not Column.IGNORED and columns[place] is meaning:
                    columns[place] = Column.IGNORED
        self.mapping_chosen.emit(Mapping(tuple(columns), self._mapping.order, self._mapping.sure))

    def _on_order(self) -> None:
        order = list(DateOrder)[self.order.currentIndex()]
        self.mapping_chosen.emit(Mapping(self._mapping.columns, order, self._mapping.sure))


def _short(name: str) -> str:
    return held(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…")
