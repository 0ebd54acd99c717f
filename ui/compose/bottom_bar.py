"""The docked bar of Compose: whether it is saved, when it could go, and the one primary button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from services.accounts.accounts import Account, Way
from services.clock import in_zone
from ui.build import button, icon_button, restyle, row, set_kind
from ui.icons import icon
from ui.theme import MEASURES
from ui.when import as_qdate, clock_time, named_day, weekday_day
from widgets.elided_label import ElidedLabel
from widgets.sign import Sign

if TYPE_CHECKING:
    from services.publishing.slots import SlotTime

_SIDE = 16


class BottomBar(QFrame):
    post_asked = Signal()
    queue_asked = Signal()
    time_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setFixedHeight(MEASURES.docked_bar)
        self._icon = Sign(QIcon(), size=_SIDE)
        self._saved = ElidedLabel()
        set_kind(self._saved, "quiet")
        self.queue_button = button(self.tr("Queue"))
        self._time = self._price = ""
        self._signs_in = False
        self.queue_button.clicked.connect(self.queue_asked)
        self.time_button = icon_button(self.tr("Choose another time"), icon="chevron-down")
        self.time_button.clicked.connect(self.time_asked)
        self.post_button = button("", kind="primary")
        self.post_button.clicked.connect(self.post_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEASURES.page_margin, 0, MEASURES.page_margin, 0)
        layout.setSpacing(MEASURES.s8)
        layout.addWidget(self._icon)
        layout.addWidget(self._saved, 1)
        layout.addLayout(row(self.queue_button, self.time_button, gap=2))
        layout.addWidget(self.post_button)
        self.show_saved(saved=True, anything=False)

    def show_saved(self, *, saved: bool, anything: bool) -> None:
        if not anything:
            self._say(self.tr("Saved on this computer as you type"), "check")
        elif saved:
            self._say(self.tr("Saved on this computer"), "check")
        else:
            self._say(self.tr("Saving"), "ellipsis")

    def show_not_saved(self) -> None:
        self._say(self.tr("Not saved yet. Your words stay on the screen."), "triangle-alert", "red")

    def show_price(self, account: Account, price: str, *, who: str = "") -> None:
        """`price` is ready to show; empty where nothing is paid. `who`: the account's name, where
        it is to be told."""
        if account.way is Way.PRACTICE:
            words = self.tr("Post (sample)")
        elif account.way is Way.BY_HAND:
            words = self.tr("Open in X · free")
            if who:
                words = self.tr("Open in X as {account} · free").format(account=who)
        elif account.waits_for_sign_in:
            words = self.tr("Sign in to post")
        elif account.waits_for_proof:
            words = self.tr("Finish signing in to post")
        elif price and who:
            words = self.tr("Post as {account} · {price}").format(account=who, price=price)
        elif price:
            words = self.tr("Post · {price}").format(price=price)
        else:
            words = self.tr("Post as {account}").format(account=who) if who else self.tr("Post")
        self._signs_in = account.waits_for_sign_in or account.waits_for_proof
        self.post_button.setText(words)
        self.post_button.setAccessibleName(words)
        self._price = price
        self._name_queue()

    def show_slot(self, slot: SlotTime | None, now: int) -> None:
        """`slot` None: no time is free for a year, so only another time can be chosen."""
        self.time_button.setVisible(slot is not None)
        self.queue_button.setIcon(QIcon() if slot is not None else icon("chevron-down"))
        self.queue_button.unsetLayoutDirection()
        if slot is None:
            self._time = ""
            self.queue_button.setText(self.tr("Choose a time"))
            self.queue_button.setAccessibleName(self.tr("Choose a time"))
            # The arrow stands behind the words.
            sides = Qt.LayoutDirection
            self.queue_button.setLayoutDirection(
                sides.LeftToRight if self.isRightToLeft() else sides.RightToLeft
            )
            return
        self._time = short_time(slot, now, self.locale())
        self._name_queue()

    def _name_queue(self) -> None:
        if not self._time:
            return
        words = self.tr("Queue · {time}").format(time=self._time)
        if self._price:
            words = self.tr("Queue · {time} · {price}").format(time=self._time, price=self._price)
        self.queue_button.setText(words)
        self.queue_button.setAccessibleName(words)

    def allow(self, *, sending: bool, why_not: str = "") -> None:
        for each in (self.post_button, self.queue_button, self.time_button):
            each.setEnabled(sending)
        if self._signs_in:
            # Also before there is a word on the sheet.
            self.post_button.setEnabled(True)
        self.post_button.setToolTip("" if self._signs_in else why_not)
        self.queue_button.setToolTip(why_not)

    @property
    def signs_in(self) -> bool:
        """The primary button leads to the sign-in, without which nothing can go out."""
        return self._signs_in

    @property
    def opens_times(self) -> QWidget:
        """The button under which other times are offered."""
        return self.queue_button if self.time_button.isHidden() else self.time_button

    @property
    def saved_text(self) -> str:
        return self._saved.text()

    def _say(self, words: str, icon_name: str, tone: str = "quiet") -> None:
        if (words, tone) == (self._saved.text(), self._saved.property("tone")):
            return
        self._saved.setText(words)
        self._saved.setProperty("tone", tone)
        restyle(self._saved)
        self._icon.set(icon(icon_name, tone=tone))


def queued_words(slot: SlotTime, now: int, locale: QLocale) -> str:
    """A sentence for Undo: when what was just queued goes out."""
    translate = QCoreApplication.translate
    time = clock_time(locale, slot.due_at, slot.zone)
    away = _days_away(slot, now)
    if away == 0:
        return translate("BottomBar", "In the queue for today, {time}.").format(time=time)
    if away == 1:
        return translate("BottomBar", "In the queue for tomorrow, {time}.").format(time=time)
    named = short_time(slot, now, locale)
    return translate("BottomBar", "In the queue for {time}.").format(time=named)


def _days_away(slot: SlotTime, now: int) -> int:
    return (in_zone(slot.due_at, slot.zone).date() - in_zone(now, slot.zone).date()).days


def short_time(slot: SlotTime, now: int, locale: QLocale) -> str:
    """`Tue 09:00`; today and tomorrow by name; a date beyond a week."""
    day = in_zone(slot.due_at, slot.zone).date()
    today = in_zone(now, slot.zone).date()
    time = clock_time(locale, slot.due_at, slot.zone)
    away = _days_away(slot, now)
    if away in (0, 1):
        named = named_day(locale, as_qdate(day), as_qdate(today))
    elif away < 7:
        named = locale.toString(as_qdate(day), "ddd")
    else:
        named = weekday_day(locale, as_qdate(day), today=as_qdate(today))
    return f"{named} {time}"
