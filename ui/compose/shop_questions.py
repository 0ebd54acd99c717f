"""Four questions about a shop on one card: name, handle, country, opening hours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from services.my_shop.profiles import DayHours, Profile
from ui.build import button, label, row
from ui.fields import combo
from ui.shop.countries import countries, system_country, system_zone, working_days, zone_in
from ui.shop.hours_editor import HoursEditor
from ui.shop.hours_words import HoursChoice, usual_choices
from ui.theme import MEASURES
from widgets.start_edit import StartEdit


class ShopQuestions(QWidget):
    begun = Signal(str, str, object)
    """Handle, zone, Profile."""
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[HoursChoice, ...] = ()
        self.name = StartEdit()
        self.name.setPlaceholderText(self.tr("Leaf & Kiln"))
        self.name.textChanged.connect(self._on_name)
        self.handle = StartEdit()
        self.handle.setPlaceholderText(self.tr("Can stay empty"))
        self.country = combo()
        self.country.setPlaceholderText(self.tr("Choose a country"))
        for each in countries():
            self.country.addItem(each.name, each.code)
        self.country.setCurrentIndex(self.country.findData(system_country()))
        self.country.currentIndexChanged.connect(self._on_country)
        self.usual = combo()
        self.usual.currentIndexChanged.connect(self._on_usual)
        self.hours = HoursEditor()
        self.begin = button(self.tr("Begin"), kind="primary")
        self.begin.clicked.connect(self._on_begin)
        self.back_button = button(self.tr("Back"), kind="quiet")
        self.back_button.clicked.connect(self.back)
        self._build()
        self._on_country()
        self._on_name()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEASURES.s16)
        grid.setVerticalSpacing(MEASURES.s12)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name of the shop"), self.name),
            (self.tr("Your @name on X"), self.handle),
            (self.tr("Country"), self.country),
            (self.tr("Opening hours"), self.usual),
        )
        for place, (words, field) in enumerate(fields):
            field.setAccessibleName(words)
            cell = QVBoxLayout()
            cell.setSpacing(MEASURES.s4)
            cell.addWidget(label(words, kind="caption"))
            cell.addWidget(field)
            grid.addLayout(cell, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
            if isinstance(field, QComboBox):
                field.setSizeAdjustPolicy(
                    QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Four questions about your shop"), kind="strong"))
        layout.addLayout(grid)
        layout.addWidget(self.hours)
        layout.addLayout(row(self.back_button, None, self.begin))

    def take_focus(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def profile(self) -> Profile:
        return Profile(
            name=self.name.text().strip(),
            country=self.country.currentData() or "",
            hours=self._hours(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.begin.isEnabled():
            self._on_begin()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _hours(self) -> tuple[DayHours, ...]:
        place = self.usual.currentIndex()
        if 0 <= place < len(self._choices):
            return self._choices[place].hours
        return self.hours.hours()

    def _on_country(self) -> None:
        self._choices = usual_choices(working_days(self.country.currentData() or ""), self.locale())
        self.usual.blockSignals(True)
        self.usual.clear()
        self.usual.addItems([choice.words for choice in self._choices])
        self.usual.addItem(self.tr("Other hours"))
        self.usual.blockSignals(False)
        self._on_usual()

    def _on_usual(self) -> None:
        place = self.usual.currentIndex()
        other = place == len(self._choices)
        if not other:
            self.hours.set_hours(self._choices[place].hours)
        self.hours.setVisible(other)

    def _on_name(self) -> None:
        self.begin.setEnabled(bool(self.name.text().strip()))

    def _on_begin(self) -> None:
        profile = self.profile()
        zone = zone_in(profile.country, system=system_zone())
        self.begun.emit(self.handle.text().strip(), zone, profile)
