"""What happens between the wizard's pages and the services: each step's work, and what came of it.

The keyring, X and the ports are asked in lanes; the pages are told values.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from services.accounts.account import Account, SignedIn
from services.accounts.token_calls import ClientCheck
from services.errors import AppError, SignInStopped
from services.settings import STAYS_FREE
from ui.sign_in import endings
from ui.sign_in.card_prices import show_month
from ui.sign_in.checking import Checking as ClientIdChecking
from ui.sign_in.endings import Press
from ui.sign_in.outside import CONSOLE
from ui.sign_in.proving import Proving
from ui.sign_in.steps import Step
from ui.sign_in.trying import Trying
from ui.sign_in.words import stopped
from ui.tasks import Lane

if TYPE_CHECKING:
    from services.accounts.client_id import ClientIdProblem
    from services.accounts.sign_in_try import SignInTry
    from services.shop import Shop
    from ui.sign_in.wizard import SignInWizard
    from ui.tasks import Tasks

_SECOND_MS = 1_000


class Journey(QObject):
    def __init__(self, shop: Shop, tasks: Tasks, account_id: str, wizard: SignInWizard) -> None:
        super().__init__(wizard)
        self._shop = shop
        self._tasks = tasks
        self._account_id = account_id
        self._wizard = wizard
        self._outside = wizard.outside
        self._changed = False
        self._copied = ""
        self._known = ""
        """The Client ID that X knows, as it said."""
        self._waits = False
        self.checking = ClientIdChecking(shop, tasks, self)
        self.trying = Trying(shop, tasks, account_id, self)
        self.proving = Proving(shop, tasks, account_id, wizard)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self._connect()

    def begin(self, start: Step | None) -> None:
        """What the first page needs to be read."""
        account = self._account
        show_month(self._wizard.card.pace, self._shop, account)
        self.proving.begin()
        if account.client_id:
            self._wizard.client_id.set_text(account.client_id)
            if start is Step.BROWSER or start is Step.CLIENT_ID:
                self.checking.look_at(account.client_id, at_once=True)
        if start is None or start is Step.APP:
            self._look_at_ports()

    def go_to(self, step: Step) -> None:
        """By the rail."""
        self._wizard.show_step(step)

    def leave(self) -> Account | None:
        """Ends what waits and keeps what was entered; the account, where it was signed in."""
        self._second.stop()
        self._waits = False
        self._take_back_copy()
        self.trying.give_up()
        self._keep_client_id()
        return self._account if self._changed or self.proving.changed else None

    @property
    def _account(self) -> Account:
        return self._shop.accounts.get(self._account_id)

    def _connect(self) -> None:
        wizard = self._wizard
        wizard.card.start_button.clicked.connect(partial(wizard.show_step, Step.APP))
        wizard.card.stay_asked.connect(self._on_stay_free)
        wizard.app.console_asked.connect(self._on_console)
        wizard.app.copy_asked.connect(self._on_copy_callback)
        wizard.app.check_asked.connect(self._look_at_ports)
        wizard.app.next_asked.connect(partial(wizard.show_step, Step.CREDIT))
        wizard.credit.console_asked.connect(self._on_console)
        wizard.credit.next_asked.connect(partial(wizard.show_step, Step.CLIENT_ID))
        wizard.client_id.console_asked.connect(self._on_console)
        wizard.client_id.typed.connect(self._on_typed)
        wizard.client_id.check_asked.connect(self._on_check_again)
        wizard.client_id.next_asked.connect(self._on_client_id)
        self.checking.problem.connect(self._on_problem)
        self.checking.looking.connect(self._on_looking)
        self.checking.checked.connect(self._on_checked)
        self.checking.failed.connect(self._on_not_reached)
        wizard.browser.open_asked.connect(self._on_open)
        wizard.browser.open_again_asked.connect(self._on_open_again)
        wizard.browser.cancel_asked.connect(self._stop_waiting)
        wizard.browser.copy_asked.connect(self._on_copy_address)
        wizard.browser.pasted.connect(self._on_pasted)
        self.trying.began.connect(self._on_began)
        self.trying.kept.connect(self._on_kept)
        self.trying.stopped.connect(self._on_stopped)
        wizard.back.pressed.connect(self._on_pressed)
        self.proving.sign_in_asked.connect(self._on_sign_in_again)
        wizard.stack.currentChanged.connect(self._on_page)

    def _on_page(self) -> None:
        """Who leaves the browser's step waits no longer; who comes to the first sees the ports."""
        step = self._wizard.step
        if self._waits and step is not Step.BROWSER:
            self._stop_waiting()
        if step is Step.APP:
            self._look_at_ports()

    def _on_stay_free(self) -> None:
        self._shop.settings.remember(STAYS_FREE, True)
        self._wizard.stayed_free.emit()
        self._wizard.reject()

    def _on_console(self) -> None:
        self._outside.open_page(CONSOLE)

    def _on_copy_callback(self, words: str) -> None:
        self._outside.copy(words)
        self._wizard.app.show_copied(words)

    def _on_copy_address(self, address: str) -> None:
        """It has the mark of this try in it: nothing opens by that alone, and still it is taken
        from the clipboard when the try is over."""
        self._copied = address
        self._outside.copy(address)

    def _take_back_copy(self) -> None:
        if self._copied:
            self._outside.take_back(self._copied)
            self._copied = ""

    def _look_at_ports(self) -> None:
        ports = self._account.callback_ports
        self._wizard.app.set_looking()
        self._tasks.run(
            lambda: (self._outside.taken_ports or self._shop.sign_ins.taken_ports)(ports),
            lane=Lane.WORK,
            owner=self,
            done=self._on_ports,
            failed=_nothing,
        )

    def _on_ports(self, taken: tuple[int, ...]) -> None:
        self._wizard.app.set_taken(taken, self._account.callback_ports)

    def _on_typed(self, text: str) -> None:
        self._wizard.progress.note_typed()
        self.checking.look_at(text)

    def _on_check_again(self) -> None:
        self.checking.look_at(self._wizard.client_id.field.text(), at_once=True)

    def _on_problem(self, problem: ClientIdProblem) -> None:
        self._wizard.client_id.set_problem(problem)

    def _on_looking(self, _client_id: str) -> None:
        self._wizard.client_id.set_looking()

    def _on_checked(self, client_id: str, check: ClientCheck) -> None:
        page = self._wizard.client_id
        self._known = client_id if check is not ClientCheck.UNKNOWN else ""
        {
            ClientCheck.GOOD: page.set_good,
            ClientCheck.UNSURE: page.set_unsure,
            ClientCheck.UNKNOWN: page.set_unknown,
            ClientCheck.OTHER_KIND: page.set_other_kind,
            ClientCheck.NOT_ENROLLED: page.set_not_enrolled,
        }[check]()
        self._wizard.progress.note_check(check)
        self._wizard.show_progress()
        wrong = check in (ClientCheck.UNKNOWN, ClientCheck.OTHER_KIND)
        if wrong and self._wizard.step is Step.BROWSER and not self._waits:
            # It stood there from the last time, and X knows better now.
            self._wizard.show_step(Step.CLIENT_ID)

    def _on_not_reached(self, _client_id: str, error: AppError) -> None:
        self._wizard.client_id.set_not_reached(endings.trouble(error))

    def _on_client_id(self) -> None:
        self._wizard.client_id.set_text(self.checking.client_id)
        self._keep_client_id()
        self._wizard.show_step(Step.BROWSER)

    def _keep_client_id(self) -> None:
        """What X does not know may be anything, a secret too. And a sign-in that stands is renewed
        with the one it was given to: another is kept with what X gives to it (SignInTry.keep)."""
        stands = self._account.signed_in is SignedIn.YES
        if self._known and self._known == self.checking.client_id and not stands:
            self._shop.accounts.set_client_id(self._account_id, self._known)

    def _on_open(self) -> None:
        self._try(this_run_only=False)

    def _try(self, *, this_run_only: bool) -> None:
        self._waits = True
        self._wizard.browser.set_beginning()
        client_id = self.checking.client_id or self._account.client_id or ""
        self.trying.begin(client_id, this_run_only=this_run_only)

    def _on_began(self, made: SignInTry) -> None:
        opened = self._outside.open_page(made.address)
        if self.trying.current is not made:
            # The owner went away while the desktop was asked for a browser.
            return
        self._wizard.browser.set_waiting(made.address, opened=opened)
        self._wizard.browser.take_focus()
        self._on_second()
        self._second.start()

    def _on_open_again(self) -> None:
        self._outside.open_page(self._wizard.browser.address)

    def _on_second(self) -> None:
        made = self.trying.current
        if made is not None:
            self._wizard.browser.set_left(made.ends_at - self._shop.clock.now())

    def _on_pasted(self, text: str) -> None:
        page = self._wizard.browser
        try:
            self.trying.take(text)
        except SignInStopped as error:
            page.refuse_pasted(stopped(error.problem))
        else:
            page.set_taking()

    def _stop_waiting(self) -> None:
        self._waits = False
        self._second.stop()
        self._take_back_copy()
        self.trying.give_up()
        self._wizard.browser.set_idle()
        self._wizard.browser.take_focus()

    def _on_kept(self, _account: Account) -> None:
        self._changed = True
        self._wizard.progress.note_signed_in()
        self._over(endings.kept(this_run_only=self.trying.this_run_only))

    def _on_stopped(self, error: AppError) -> None:
        in_hand = self.trying.current is not None
        ending = endings.of(error, in_hand=in_hand)
        if not in_hand and self._account.signed_in is SignedIn.YES:
            self._over(endings.still(ending))
            return
        self._wizard.progress.note_stopped(error, in_hand=in_hand)
        self._over(ending)

    def _over(self, ending: endings.Ending) -> None:
        """The owner looks at a browser: the window asks to be looked at."""
        self._waits = False
        self._second.stop()
        self._take_back_copy()
        self._wizard.browser.set_idle()
        self._wizard.back.set(ending)
        self._wizard.show_step(Step.BACK)
        QApplication.alert(self._wizard)
        self._wizard.activateWindow()

    def _on_pressed(self, press: Press) -> None:
        if press is Press.NEXT:
            self.proving.begin()
            self._wizard.show_step(Step.PROOF)
        elif press is Press.CLIENT_ID:
            self._wizard.show_step(Step.CLIENT_ID)
        elif press is Press.CONSOLE:
            self._on_console()
        elif self.trying.current is not None and press in (Press.KEEP, Press.THIS_RUN):
            self._wizard.back.set_busy(True)
            self.trying.keep(this_run_only=press is Press.THIS_RUN)
        else:
            self._wizard.show_step(Step.BROWSER)
            self._try(this_run_only=press is Press.THIS_RUN)

    def _on_sign_in_again(self) -> None:
        self._wizard.browser.set_idle()
        self._wizard.show_step(Step.BROWSER)


def _nothing(_error: AppError) -> None:
    """Ports that could not be looked at say nothing."""
