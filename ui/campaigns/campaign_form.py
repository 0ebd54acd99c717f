"""A campaign's name, tag, days and board, to be written or changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.campaigns.campaigns import LONGEST_NAME, Campaign
from services.campaigns.tags import NoTag, as_tag
from services.media.board_values import Board
from ui.build import button, column, label, row
from ui.day_field import DayField, first_and_last
from ui.fields import combo
from ui.shop.field import field, line_edit
from ui.theme import MEASURES
from widgets.text_block import one_line


class CampaignForm(QWidget):
    saved = Signal(object)
    """A `Campaign` that can be kept."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaign: Campaign | None = None
        self._title = label(kind="section")
        self.name = line_edit(self.tr("Tea week"))
        self.name.setMaxLength(LONGEST_NAME)
        self.tag = line_edit(self.tr("#teaweek"))
        self.tag_note = label(kind="caption", wrap=True)
        self.first = DayField(self.locale())
        self.last = DayField(self.locale())
        self.days_note = label(kind="caption", tone="red", wrap=True)
        self.board = combo()
        self.cancel = button(self.tr("Cancel"), kind="quiet")
        self.save = button(self.tr("Save"), kind="primary")
        self._build()
        self.name.textChanged.connect(self._on_edited)
        self.tag.textChanged.connect(self._on_edited)
        self.first.dateChanged.connect(self._on_edited)
        self.last.dateChanged.connect(self._on_edited)
        self.first.judged.connect(self._on_edited)
        self.last.judged.connect(self._on_edited)
        self.name.returnPressed.connect(self._on_save)
        self.tag.returnPressed.connect(self._on_save)
        self.cancel.clicked.connect(self.left)
        self.save.clicked.connect(self._on_save)

    def _build(self) -> None:
        days = first_and_last(self.first, self.last)
        self.setLayout(
            column(
                self._title,
                field(self.tr("Name"), self.name),
                field(self.tr("Its one tag"), self.tag, note=self.tag_note),
                column(days, self.days_note, gap=MEASURES.s4),
                field(self.tr("Board that a post begins with"), self.board),
                row(None, self.cancel, self.save),
                None,
                gap=MEASURES.s16,
            )
        )

    def show_campaign(self, campaign: Campaign, boards: tuple[Board, ...], today: date) -> None:
        """`id` is empty for a new one."""
        self._campaign = campaign
        new = not campaign.id
        self._title.setText(self.tr("New campaign") if new else self.tr("Change the campaign"))
        self.name.setText(campaign.name)
        self.tag.setText(f"#{campaign.tag}" if campaign.tag else "")
        self.first.set_day(campaign.first_day, today)
        self.last.set_day(campaign.last_day, today)
        self.board.clear()
        self.board.addItem(self.tr("None"), None)
        for board in boards:
            self.board.addItem(one_line(board.name) or self.tr("Board without a name"), board.id)
        self.board.setCurrentIndex(max(self.board.findData(campaign.board_id), 0))
        self._on_edited()
        self.name.setFocus()

    def campaign(self) -> Campaign | None:
        """As it stands in the fields; None while something is missing."""
        if self._campaign is None or not self.name.text().strip() or not self._days_fit:
            return None
        try:
            tag = as_tag(self.tag.text())
        except NoTag:
            return None
        return replace(
            self._campaign,
            name=self.name.text(),
            tag=tag,
            first_day=self.first.day(),
            last_day=self.last.day(),
            board_id=self.board.currentData(),
        )

    @property
    def _days_fit(self) -> bool:
        return self.first.day() <= self.last.day()

    def _on_edited(self) -> None:
        fault = self.first.fault or self.last.fault
        if not fault and not self._days_fit:
            fault = self.tr("The last day is before the first.")
        self.days_note.setText(fault)
        self.days_note.setVisible(bool(fault))
        self.tag_note.setText(self._about_tag())
        self.save.setEnabled(self.campaign() is not None)

    def _about_tag(self) -> str:
        typed = self.tag.text().strip()
        if not typed.strip("#＃"):
            return self.tr("One word or several without spaces, such as #teaweek.")
        try:
            as_tag(typed)
        except NoTag:
            return self.tr("X would not show this as one tag. Letters, digits and _ can be in it.")
        return self.tr("Offered when you type # while it runs.")

    def _on_save(self) -> None:
        pressed_away = (self.first.was_pressed_away(), self.last.was_pressed_away())
        campaign = self.campaign()
        if campaign is not None and not any(pressed_away):
            self.saved.emit(campaign)
