"""A giveaway's prize, winners, end and rules, to be written or changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from services.campaigns.giveaways import MOST_WINNERS, Giveaway
from services.clock import from_wall, in_zone
from ui.build import button, column, label, restyle, row
from ui.campaigns.count_field import CountField
from ui.campaigns.giveaway_words import place
from ui.day_field import DayField
from ui.shop.field import field, line_edit, text_edit
from ui.theme import MEASURES
from ui.time_field import time_field


class GiveawayForm(QWidget):
    saved = Signal(object)
    """A `Giveaway` that can be kept."""
    left = Signal()
    draft_asked = Signal()
    """Back to the sheet in Compose, from where it was begun."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._giveaway: Giveaway | None = None
        self._now = 0
        self.to_draft = button(
            self.tr("Back to your draft"), icon="arrow-left", kind="quiet", in_row=True
        )
        self._title = label(kind="section")
        self.prize = line_edit(self.tr("A celadon cup"))
        self.winners = CountField(most=MOST_WINNERS)
        self.day = DayField(self.locale())
        self.time = time_field(self.tr("Time it ends"), self.locale())
        self.end_note = label(kind="caption", wrap=True)
        self.rules = text_edit("", lines=4)
        self.no_rules = label(
            self.tr("Without rules nobody knows who can win, and X asks for them."),
            kind="caption",
            tone="red",
            wrap=True,
        )
        self.rules_note = label(
            self.tr(
                "X asks that nobody enters by several accounts, and that nobody is asked to post "
                "the same again and again. Your country may have rules of its own."
            ),
            kind="caption",
            wrap=True,
        )
        self.cancel = button(self.tr("Cancel"), kind="quiet")
        self.save = button(self.tr("Save"), kind="primary")
        self._build()
        self.prize.textChanged.connect(self._on_edited)
        self.day.dateChanged.connect(self._on_edited)
        self.time.timeChanged.connect(self._on_edited)
        self.day.judged.connect(self._on_edited)
        self.rules.textChanged.connect(self._on_edited)
        self.prize.returnPressed.connect(self._on_save)
        self.to_draft.clicked.connect(self.draft_asked)
        self.cancel.clicked.connect(self.left)
        self.save.clicked.connect(self._on_save)

    def _build(self) -> None:
        end = QGridLayout()
        end.setHorizontalSpacing(MEASURES.s12)
        end.addLayout(field(self.tr("Day it ends"), self.day), 0, 0)
        end.addLayout(field(self.tr("Time it ends"), self.time), 0, 1)
        end.setColumnStretch(0, 1)
        self.day.set_name(self.tr("Day it ends"))
        winners = field(self.tr("How many win"), self.winners)
        self.winners.set_name(self.tr("How many win"))
        self.setLayout(
            column(
                row(self.to_draft, None),
                self._title,
                field(self.tr("Prize"), self.prize),
                column(end, self.end_note, gap=MEASURES.s4),
                winners,
                column(
                    field(self.tr("Rules"), self.rules, note=self.no_rules),
                    self.rules_note,
                    gap=MEASURES.s4,
                ),
                row(None, self.cancel, self.save),
                None,
                gap=MEASURES.s16,
            )
        )

    def show_giveaway(self, giveaway: Giveaway, now: int, *, from_draft: bool = False) -> None:
        """`id` is empty for a new one. `from_draft`: Compose asked for it."""
        self.to_draft.setVisible(from_draft)
        self._giveaway, self._now = giveaway, now
        new = not giveaway.id
        self._title.setText(self.tr("New giveaway") if new else self.tr("Change the giveaway"))
        self.prize.setText(giveaway.prize)
        self.winners.setValue(giveaway.winners)
        ends = in_zone(giveaway.ends_at, giveaway.ends_zone)
        self.day.set_day(ends.date(), in_zone(now, giveaway.ends_zone).date())
        self.time.setTime(QTime(ends.hour, ends.minute))
        self.rules.setPlainText(giveaway.rules)
        self._on_edited()
        self.prize.setFocus()

    def giveaway(self) -> Giveaway | None:
        """As it stands in the fields; None while something is missing."""
        if self._giveaway is None or not self.prize.text().strip():
            return None
        if self._is_over or not self._has_rules:
            return None
        wall = self._wall()
        return replace(
            self._giveaway,
            prize=self.prize.text(),
            rules=self.rules.toPlainText(),
            winners=self.winners.value(),
            ends_at=from_wall(wall, self._giveaway.ends_zone),
            ends_wall=wall,
        )

    def _wall(self) -> str:
        time = self.time.time()
        return f"{self.day.day().isoformat()}T{time.hour():02}:{time.minute():02}"

    @property
    def _is_over(self) -> bool:
        """A new end that is past already; one that was kept may have passed since."""
        if self._giveaway is None:
            return True
        ends_at = from_wall(self._wall(), self._giveaway.ends_zone)
        kept = bool(self._giveaway.id) and ends_at == self._giveaway.ends_at
        return ends_at <= self._now and not kept

    @property
    def _has_rules(self) -> bool:
        return bool(self.rules.toPlainText().strip())

    def _on_edited(self) -> None:
        if self._giveaway is None:
            return
        self._show_end(self._giveaway.ends_zone)
        self.no_rules.setVisible(not self._has_rules)
        self.save.setEnabled(self.giveaway() is not None)

    def _show_end(self, zone: str) -> None:
        fault = self.day.fault
        if not fault and self._is_over:
            fault = self.tr("This time is over.")
        clock = self.tr("By the shop's clock, {zone}.").format(zone=place(zone))
        self.end_note.setText(fault or clock)
        tone = "red" if fault else "quiet"
        if self.end_note.property("tone") != tone:
            self.end_note.setProperty("tone", tone)
            restyle(self.end_note)

    def _on_save(self) -> None:
        pressed_away = self.day.was_pressed_away()
        giveaway = self.giveaway()
        if giveaway is not None and not pressed_away:
            self.saved.emit(giveaway)
