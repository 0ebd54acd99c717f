"""The wizard's window: the card, then the rail of steps beside the page of the one that is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from services.accounts.account import Account
from services.accounts.callback import redirect_uri
from services.x_api.prices import Kind
from ui.build import button, column, frame, label, line, row
from ui.fitting import FittedDialog, room_for
from ui.icons import icon
from ui.sign_in.app_page import AppPage
from ui.sign_in.back_page import BackPage
from ui.sign_in.browser_page import BrowserPage
from ui.sign_in.card import Card
from ui.sign_in.client_id_page import ClientIdPage
from ui.sign_in.credit_page import BEGIN_WITH, CreditPage
from ui.sign_in.journey import Journey
from ui.sign_in.outside import Outside, on_this_computer
from ui.sign_in.progress import Progress
from ui.sign_in.proof_page import ProofPage
from ui.sign_in.step_page import StepPage
from ui.sign_in.steps import Step, standing, step_name
from ui.theme import MEASURES
from widgets.step_rail import StepRail, StepState
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks

WIDE, HIGH = 912, 680
"""As wide as a dialog may be over the smallest window; lower there, and its pages scroll."""
_RAIL_TIMES = 1.4
"""From this size of words on the rail shows numbers alone."""


class SignInWizard(FittedDialog):
    connected = Signal(object)
    """`Account`: signed in since the wizard was opened. Once, when it is left."""
    stayed_free = Signal()

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        account_id: str,
        parent: QWidget | None,
        *,
        again: bool = False,
        outside: Outside | None = None,
    ) -> None:
        """`again`: the sign-in is over: X's page is one button away."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        account = shop.accounts.get(account_id)
        self.outside = outside or on_this_computer(self, shop.x_url)
        self.progress = Progress(account)
        self._make_pages(shop, account, again=again)
        self.rail = self._rail()
        self.stack = QStackedWidget()
        for page in (self.card, *self.pages.values()):
            self.stack.addWidget(page)
        self._build()
        self.journey = Journey(shop, tasks, account_id, self)
        start = standing(account, again=again)
        if start is None:
            self.show_card()
        else:
            self.show_step(start)
        self.journey.begin(start)

    @property
    def done_button(self) -> QPushButton:
        return self.proof.done_button

    @property
    def step(self) -> Step | None:
        """None while the card is shown."""
        shown = self.stack.currentWidget()
        return next((step for step, page in self.pages.items() if page is shown), None)

    def show_card(self) -> None:
        self.side.hide()
        self._open(self.card)

    def show_step(self, step: Step) -> None:
        self.progress.reach(step)
        self._show_progress(step)
        self.side.show()
        self._open(self.pages[step])

    def show_progress(self) -> None:
        """Something was found out since the step was opened."""
        if self.step is not None:
            self._show_progress(self.step)

    def show_done(self) -> None:
        """Nothing is left to do, and nothing to go back to: one button is the way out."""
        self.progress.note_proven()
        self.rail.set([StepState.DONE for _step in Step])
        self._refit()

    def go_back(self) -> None:
        """A step back; before the first stands the card."""
        step = self.step
        if step is None or step is Step.APP:
            self.show_card()
        elif step is Step.PROOF:
            # What lies between is over: to sign in once more begins at the browser.
            self.show_step(Step.BROWSER)
        else:
            self.show_step(Step(step - 1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus(self.stack.currentWidget())

    def done(self, result: int) -> None:
        """However it is left: nothing waits any longer, and what was entered is kept."""
        account = self.journey.leave()
        super().done(result)
        if account is not None:
            self.connected.emit(account)

    def _make_pages(self, shop: Shop, account: Account, *, again: bool) -> None:
        callbacks = tuple(redirect_uri(port) for port in account.callback_ports)
        prices = shop.price_book.current()
        self.card = Card(account.handle or "", account.checking)
        self.card.later_asked.connect(self.reject)
        self.card.pace.fold.turned.connect(self._refit)
        self.app = AppPage(callbacks)
        self.credit = CreditPage(BEGIN_WITH // prices.of(Kind.POST))
        self.client_id = ClientIdPage()
        self.browser = BrowserPage(account.handle or "", callbacks, again=again)
        self.back = BackPage(callbacks)
        self.proof = ProofPage()
        self.pages: dict[Step, StepPage] = {
            Step.APP: self.app,
            Step.CREDIT: self.credit,
            Step.CLIENT_ID: self.client_id,
            Step.BROWSER: self.browser,
            Step.BACK: self.back,
            Step.PROOF: self.proof,
        }
        for page in self.pages.values():
            page.back_asked.connect(self.go_back)

    def _rail(self) -> StepRail:
        result = StepRail([step_name(step) for step in Step], name=self.tr("Steps"))
        result.chosen.connect(self._on_chosen)
        return result

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Connect to X"))
        self.side = self._side()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addWidget(self.stack, 1)

    def _side(self) -> QFrame:
        self.heading = label(self.tr("Connect to X"), kind="strong")
        self.kept = label(
            self.tr("You can close this at any time. What you entered is kept."),
            kind="caption",
            wrap=True,
        )
        self.close_button = button(self.tr("Close"), in_row=True)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        result = frame("surface")
        pad = MEASURES.s16
        inside = column(
            self.heading,
            MEASURES.s8,
            self.rail,
            None,
            self.kept,
            row(self.close_button, None),
            gap=MEASURES.s8,
            margins=(pad, MEASURES.s24, pad, MEASURES.s12),
        )
        sides = QHBoxLayout(result)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addLayout(inside)
        sides.addWidget(line(vertical=True))
        return result

    def _show_progress(self, now: Step) -> None:
        self.rail.set([self.progress.state(step, now=now) for step in Step])

    def _open(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self._refit()
        self._focus(page)

    def _focus(self, page: QWidget | None) -> None:
        if self.isVisible() and isinstance(page, Card | StepPage):
            page.take_focus()

    def _fit(self) -> None:
        self.ensurePolished()
        times = grown(self.font())
        room = room_for(self)
        narrow = times >= _RAIL_TIMES
        self.rail.set_narrow(narrow)
        finished = self.step is Step.PROOF and self.proof.is_done
        self.heading.setVisible(not narrow)
        self.kept.setVisible(not narrow and not finished)
        self.close_button.setVisible(not finished)
        self.proof.back_button.setVisible(not finished)
        self.close_button.setText("" if narrow else self.tr("Close"))
        self.close_button.setIcon(icon("x") if narrow else QIcon())
        self.side.setFixedWidth(self.rail.sizeHint().width() + 2 * MEASURES.s16 + 1)
        wide = min(round(WIDE * times), max(WIDE, room.width()))
        high = self.card.height_at(wide) if self.step is None else round(HIGH * times)
        self.setFixedSize(wide, min(high, room.height()))

    def _on_chosen(self, place: int) -> None:
        self.journey.go_to(Step(place))
