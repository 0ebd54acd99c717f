"""Health: how this computer, the accounts on X and the calls stand, with one button for each."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from services.errors import NextStep
from services.health.account_values import AccountHealth
from services.health.report import to_text
from services.health.values import (
    ClockHealth,
    DatabaseHealth,
    DiskHealth,
    KeyringHealth,
    SenderHealth,
    State,
)
from ui.account_names import name_of
from ui.build import button, card, column, label, row, scroll
from ui.fitting import SCROLL_BAR, FittedDialog, fit_height, room_for
from ui.health import clock_settings
from ui.health.account_part import AccountPart
from ui.health.computer_rows import computer_rows
from ui.health.health_group import HealthGroup
from ui.health.looking import KEPT, VERSIONS, WHOLE, Looking
from ui.health.row_words import Press
from ui.health.summary import HealthSummary
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.speech import announce
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks

WIDE = 640
_STEPS = {
    Press.FOLDER: NextStep.CHOOSE_FOLDER,
    Press.RESTORE: NextStep.RESTORE_COPY,
    Press.SEND_FROM_HERE: NextStep.SEND_FROM_HERE,
    Press.APP: NextStep.APP_SETTINGS,
    Press.CREDIT: NextStep.ADD_CREDIT,
    Press.SPENDING: NextStep.SPENDING_ON_X,
    Press.BUDGET: NextStep.CHANGE_BUDGET,
}
_LEAVES = (Press.RESTORE, Press.SEND_FROM_HERE, Press.BUDGET)
"""What is done in the window: this dialog makes room for it."""


class HealthDialog(FittedDialog):
    step_asked = Signal(object)
    """The `NextStep` of a row's button."""
    sign_in_asked = Signal(str)
    """The id of the account that is to be connected."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._accounts = shop.health.connected()
        self._report = shop.health.report()
        self._looking = Looking(shop, tasks, self)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Health"))
        self.summary = HealthSummary()
        self.computer = HealthGroup()
        self.accounts = {one.id: AccountPart(one.id, self._title(one.id)) for one in self._accounts}
        self.versions = label(kind="caption", wrap=True)
        self.again = BusyButton(self.tr("Look again"))
        self.again.setAutoDefault(False)
        self.copy = button(self.tr("Copy report"), icon="copy")
        self.copied = label(kind="caption", wrap=True)
        self.done_button = button(self.tr("Done"), kind="primary")
        self._build()
        self._connect()
        self._look()

    def report_text(self) -> str:
        """What "Copy report" copies, of what has been looked at by now."""
        found = tuple(part.health for part in self.accounts.values() if part.health is not None)
        return to_text(replace(self._report, accounts=found))

    def scroll_to(self, part: AccountPart) -> None:
        self._area.verticalScrollBar().setValue(part.y())

    def _title(self, account_id: str) -> str:
        name = name_of(self._shop, self._shop.accounts.get(account_id))
        return self.tr("{account} on X").format(account=name)

    def _build(self) -> None:
        pad = MEASURES.s24
        here = card(label(self.tr("This computer"), kind="strong"), self.computer, gap=MEASURES.s12)
        by_hand = label(
            self.tr("No account is connected: nothing is asked of X, and nothing is paid."),
            kind="quiet",
            wrap=True,
            parent=self,
        )
        by_hand.setVisible(not self.accounts)
        inner = QWidget()
        parts = (here, *self.accounts.values(), by_hand, self.versions)
        inner.setLayout(column(*parts, gap=MEASURES.s16))
        self._area = scroll(inner, name=self.tr("Health"))
        self.copied.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addLayout(row(label(self.tr("Health"), kind="title"), None, self.again))
        layout.addWidget(self.summary)
        layout.addWidget(self._area)
        # It has its place between the buttons also before it says anything.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.copied.setSizePolicy(policy)
        foot = row(self.copy, self.copied, self.done_button, gap=MEASURES.s12)
        foot.setStretchFactor(self.copied, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._looking.found.connect(self._on_found)
        self._looking.over.connect(self._on_over)
        self.computer.pressed.connect(self._on_computer)
        for part in self.accounts.values():
            part.pressed.connect(self._on_account)
            part.resized.connect(self._refit)
        self.again.clicked.connect(self._look)
        self.copy.clicked.connect(self._on_copy)
        self.done_button.clicked.connect(self.accept)

    def _look(self) -> None:
        self.copied.hide()
        self._report = replace(self._report, made_at=self._shop.clock.now())
        self.again.set_busy(True, self.tr("Looking…"))
        sends = any(one.way.value != "practice" for one in self._shop.accounts.of_this_run())
        self._looking.look(self._accounts, sends=sends)
        self._show()

    def _on_found(self, key: str, finding: object) -> None:
        report, now = self._report, self._shop.clock.now()
        if key in self.accounts:
            health = finding if isinstance(finding, AccountHealth) else None
            in_view = key == self._shop.accounts.active().id
            self.accounts[key].set(health, now, in_view=in_view)
        elif key.startswith(KEPT):
            self.accounts[key.removeprefix(KEPT)].set_kept(finding is not False)
        elif key == WHOLE and report.database is not None:
            self._report = replace(report, database=replace(report.database, whole=bool(finding)))
        elif key == VERSIONS and isinstance(finding, tuple):
            self._report = replace(report, versions=finding)
        elif isinstance(finding, KeyringHealth):
            self._report = replace(report, keyring=finding)
        elif isinstance(finding, ClockHealth):
            self._report = replace(report, clock=finding)
        elif isinstance(finding, DiskHealth):
            self._report = replace(report, disk=finding)
        elif isinstance(finding, DatabaseHealth):
            self._report = replace(report, database=finding)
        elif isinstance(finding, SenderHealth):
            self._report = replace(report, sender=finding)
        self._show()

    def _on_over(self) -> None:
        self.again.set_busy(False)
        announce(self, self.summary.words)
        self._show()
        self._show_trouble()

    def _show_trouble(self) -> None:
        """The first that needs the owner comes into view, where the page was not scrolled yet."""
        groups = (self.computer, *(part.group for part in self.accounts.values()))
        rows = (row for group in groups for row in group.rows.values())
        first = next((row for row in rows if row.words.state is State.TROUBLE), None)
        if first is not None and self._area.verticalScrollBar().value() == 0:
            self._area.ensureWidgetVisible(first, 0, MEASURES.s24)

    def _show(self) -> None:
        connected = bool(self._accounts)
        rows = computer_rows(self._report, connected=connected, is_at=self._looking.is_at)
        self.computer.set_rows(rows)
        shown = [row.words for row in self.computer.rows.values()]
        shown += [words for part in self.accounts.values() for words in part.rows]
        self.summary.set(shown, looking=self._looking.busy)
        main = {one.name: one.number for one in self._report.versions}
        if main:
            self.versions.setText(
                self.tr("Shoplark {version}, with Qt {qt} and Python {python}").format(
                    version=main["Shoplark"], qt=main["Qt"], python=main["Python"]
                )
            )
        self._order()
        self._refit()

    def _order(self) -> None:
        """Rows come after the buttons at the foot have been made; the Tab key goes as one reads."""
        stops: list[QWidget] = [self.again, self._area]
        stops += [each.button for each in self.computer.rows.values()]
        for part in self.accounts.values():
            stops += [*(each.button for each in part.group.rows.values()), part.fold.head]
        stops += [self.copy, self.done_button]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _on_computer(self, press: Press) -> None:
        if press is Press.KEYRING:
            self._looking.look_at_keyring(self._accounts)
            self._show()
        elif press is Press.DATABASE:
            self.computer.rows["database"].button.set_busy(True, self.tr("Looking…"))
            self._looking.look_through_database()
        elif press is Press.CLOCK:
            clock_settings.open_settings()
        else:
            self._follow(press)

    def _on_account(self, account_id: str, press: Press) -> None:
        if press is Press.SIGN_IN:
            self.accept()
            self.sign_in_asked.emit(account_id)
        else:
            self._follow(press)

    def _follow(self, press: Press) -> None:
        if press in _LEAVES:
            self.accept()
        self.step_asked.emit(_STEPS[press])

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report_text())
        self.copied.setText(
            self.tr("The report is copied, in English: no name, no words and nothing secret in it.")
        )
        self.copied.show()
        announce(self, self.copied.text())
        self._refit()

    def _refit(self) -> None:
        place = self._area.verticalScrollBar().value()
        super()._refit()
        self._area.verticalScrollBar().setValue(place)

    def _fit(self) -> None:
        """As wide as its words ask, and as high as its rows are, within its window."""
        self.ensurePolished()
        wide = min(round(WIDE * grown(self.font())), max(WIDE, room_for(self).width()))
        self.setFixedWidth(wide)
        self._fit_rows(wide - MEASURES.s24 * 2)
        if fit_height(self, self._area, wide):
            self._fit_rows(wide - MEASURES.s24 * 2 - SCROLL_BAR)

    def _fit_rows(self, inside: int) -> None:
        self.computer.fit(inside - 2 * MEASURES.card_padding)
        for part in self.accounts.values():
            part.fit(inside)
