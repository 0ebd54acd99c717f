"""Closed days under the opening hours: the owner's own, and public holidays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from services.clock import in_zone
from services.my_shop.profiles import Profile
from ui import when
from ui.build import button, column, label, line, row
from ui.fields import combo
from ui.page import Undo
from ui.shop.close_form import CloseForm
from ui.shop.closed_day_words import closure_line, holiday_line
from ui.shop.closed_days_reader import ClosedShown, change_and_read
from ui.shop.closed_rows import ClosedRows
from ui.shop.field import field
from ui.shop.moved_posts import MovedPosts
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from widgets.switch import Switch

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.errors import AppError
    from services.my_shop.closed_days import Closure
    from services.shop import Shop

_UNDO_SECONDS = 10


class ClosedDaysPart(QWidget):
    edited = Signal()
    """The switch or the region: kept with the shop's card, by whoever keeps that."""
    changed = Signal()
    """Days were closed or opened, and perhaps posts were moved."""
    failed = Signal(object)
    undo_offered = Signal(object)
    show_asked = Signal(str)
    """A post that was moved, where it stands in the queue."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account: Account | None = None
        self._country = self._region = ""
        self._read = ClosedShown()
        self._filling = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self.closures = ClosedRows()
        self.close_some = button(self.tr("Close some days"), icon="plus", in_row=True)
        self.form = CloseForm()
        self.form.hide()
        self.keeps = Switch(self.tr("Closed on public holidays"))
        self.region = combo()
        self.region.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._region_place = QWidget()
        self._region_place.setLayout(field(self.tr("Region"), self.region))
        self.holidays = ClosedRows()
        self._note = label(kind="caption", wrap=True)
        self.moved = MovedPosts()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setLayout(
            column(
                label(self.tr("Closed days"), kind="strong"),
                self.closures,
                row(self.close_some, None),
                self.form,
                self.moved,
                line(),
                row(self.keeps, None),
                self._region_place,
                self.holidays,
                self._note,
                gap=MEASURES.s12,
            )
        )

    def _connect(self) -> None:
        self.close_some.clicked.connect(self._on_close_some)
        self.form.left.connect(self._on_form_left)
        self.form.asked.connect(self._on_close)
        self.moved.show_asked.connect(self.show_asked)
        self.closures.pressed.connect(self._on_remove)
        self.holidays.pressed.connect(self._on_holiday)
        self.keeps.toggled.connect(self._on_edited)
        self.region.activated.connect(self._on_edited)
        self._soon.timeout.connect(self._on_soon)

    def show_shop(self, account: Account, profile: Profile) -> None:
        """Tells nobody: it is not the owner who changed it."""
        if self._account is None or self._account.id != account.id:
            self._on_form_left()
            self.moved.forget()
        self._account = account
        self._country = profile.country
        self._filling = True
        self.keeps.setChecked(profile.keeps_holidays)
        self._region = profile.region
        self._filling = False
        self._do()

    def into(self, profile: Profile) -> Profile:
        region = self._region if profile.country == self._country else ""
        return replace(profile, keeps_holidays=self.keeps.isChecked(), region=region)

    def kept(self, profile: Profile) -> None:
        """The card is on disk: what pauses the queue may be another now."""
        if self._account is None:
            return
        self._country = profile.country
        self._region = profile.region
        self._do(moves=True)

    def _do(self, change: Callable[[], object] | None = None, *, moves: bool = False) -> None:
        """Changes, moves posts as it asks, and reads again; the library is loaded in a lane."""
        account = self._account
        if account is None:
            return
        call = partial(
            change_and_read,
            self._shop,
            account,
            change,
            moves=moves,
            country=self._country if self.keeps.isChecked() else "",
            language=self.locale().name(),
        )
        self._tasks.run(
            call,
            lane=Lane.SEND if moves else Lane.WORK,
            owner=self,
            done=partial(self._on_read, account.id, moves),
            failed=self._on_failed,
        )

    def _on_read(self, account_id: str, moves: bool, read: ClosedShown) -> None:
        if self._account is None or self._account.id != account_id:
            return
        self._read = read
        self._show()
        if moves:
            zone = self._account.zone
            self.moved.tell(read.moved, now=self._shop.clock.now(), zone=zone)
            self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)

    def _show(self) -> None:
        locale = self.locale()
        today = when.as_qdate(self._today())
        self.closures.set([closure_line(one, locale, today=today) for one in self._read.closures])
        on = self.keeps.isChecked()
        lines = [holiday_line(one, locale, today=today) for one in self._read.holidays]
        self.holidays.set(lines if on else ())
        self._show_regions(on)
        self._note.setText(self._about_holidays() if on else "")
        self._note.setVisible(bool(self._note.text()))

    def _show_regions(self, on: bool) -> None:
        regions = self._read.regions
        self._region_place.setVisible(on and bool(regions))
        self.region.clear()
        self.region.addItem(self.tr("The whole country"), "")
        for each in regions:
            self.region.addItem(each.name, each.code)
        self.region.setCurrentIndex(max(self.region.findData(self._region), 0))

    def _about_holidays(self) -> str:
        if not self._country:
            return self.tr("Choose the shop's country above: its holidays are then listed here.")
        if not self._read.known:
            return self.tr("The holidays of this country are not known here. Close days by hand.")
        if not self._read.holidays:
            return self.tr("No public holiday in the year to come.")
        return self.tr(
            "Nothing is posted on a closed day: what was planned moves to the next open one."
        )

    def _on_close_some(self) -> None:
        if self._account is None:
            return
        self.close_some.hide()
        self.form.show()
        self.form.begin(self._today())

    def _on_form_left(self) -> None:
        had_focus = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.form.hide()
        self.close_some.show()
        if had_focus:
            self.close_some.setFocus()

    def _on_close(self, closure: Closure) -> None:
        self._on_form_left()
        before = [one for one in self._read.closures if _meet(one, closure)]
        self._close(closure)
        self._offer(self.tr("Closed on these days"), partial(self._take_back, closure, before))

    def _close(self, closure: Closure) -> None:
        account = self._account
        if account is not None:
            close = self._shop.closed_days.close
            self._do(
                partial(close, account.id, closure.first, closure.last, closure.name), moves=True
            )

    def _on_remove(self, place: int) -> None:
        account = self._account
        if account is None or place >= len(self._read.closures):
            return
        closure = self._read.closures[place]
        self._open_again(closure)
        self._offer(self.tr("Open again on these days"), partial(self._close, closure))

    def _take_back(self, closure: Closure, before: Sequence[Closure]) -> None:
        """`before`: what was closed already."""
        self._open_again(closure)
        for one in before:
            self._close(one)

    def _open_again(self, closure: Closure) -> None:
        account = self._account
        if account is not None:
            open_again = self._shop.closed_days.open_again
            self._do(partial(open_again, account.id, closure), moves=True)

    def _offer(self, said: str, undo: Callable[[], None]) -> None:
        self.undo_offered.emit(Undo(said, _UNDO_SECONDS, undo))

    def _on_holiday(self, place: int) -> None:
        account = self._account
        if account is None or place >= len(self._read.holidays):
            return
        holiday = self._read.holidays[place]
        days = self._shop.closed_days
        change = days.keep_holiday if holiday.open else days.open
        self._do(partial(change, account.id, holiday.day), moves=True)

    def _on_edited(self) -> None:
        if self._filling:
            return
        self._region = self.region.currentData() or ""
        # Qt is still within the switch: saving shows all of this anew.
        self._soon.start()

    def _on_soon(self) -> None:
        self.edited.emit()

    def _today(self) -> date:
        zone = self._account.zone if self._account else "UTC"
        return in_zone(self._shop.clock.now(), zone).date()


def _meet(one: Closure, two: Closure) -> bool:
    return one.first <= two.last and two.first <= one.last
