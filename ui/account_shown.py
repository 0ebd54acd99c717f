"""What the window's frame tells of the active account: who, how it works, and how much waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from services.accounts.accounts import Account, SignedIn, Way
from services.errors import NextStep, SignInEnded, SignInNeeded
from services.publishing.states import State
from ui import status
from ui.account_logo import AccountLogo
from ui.messages import Message, Tone, words, words_for_reason
from ui.strip import what_holds_back
from widgets.isolates import held

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.main_window import MainWindow
    from ui.strip import Strip
    from ui.tasks import Tasks


class AccountShown(QObject):
    def __init__(self, shop: Shop, window: MainWindow, strip: Strip, tasks: Tasks) -> None:
        super().__init__(window)
        self._shop = shop
        self._window = window
        self._strip = strip
        self._checked_at = 0
        self._account: Account | None = None
        self._named: Message | None = None
        window.tab_changed.connect(self._on_tab_changed)
        self.logo = AccountLogo(window.account_chip, shop, tasks)

    def show_account(self, account: Account) -> None:
        """Another account, or the first: what was told of the one before is over."""
        self._checked_at = 0
        self._strip.forget(account.zone)
        self._account = account
        self.show_chip(account)
        has_own = self._shop.accounts.own() is not None
        self._window.set_practice(account.way is Way.PRACTICE, has_own=has_own)
        self._window.set_checked("")
        self.show_spend()

    def show_chip(self, account: Account) -> None:
        name = status.account_name(account, self._shop.profiles.get(account.id).name)
        way = status.way_words(account.way)
        self._window.set_account(name, account.handle, account.colour, way)
        self.logo.show_account(account)

    def works_as(self, account: Account) -> bool:
        """Whether the account is shown with the ways to post and to pay that it has now."""
        shown = self._account
        if shown is None or shown.id != account.id:
            return False
        return _ways(shown) == _ways(account)

    def show_spend(self) -> None:
        """This month's, beside its budget; told once when most of the budget is spent."""
        account = self._shop.accounts.active()
        self._name_check(account)
        if account.way is not Way.CONNECTED:
            self._window.set_spend(None)
            self._strip.warn(None)
            return
        spent = self._shop.ledger.spent_this_month(account.id)
        tone = status.spend_tone(spent, account.budget)
        self._window.set_spend(
            status.spend(spent, account.budget), tone, short=status.dollars(spent)
        )
        from ui.money.budget_warning import warning

        self._strip.warn(warning(self._shop, account, spent))

    def _name_check(self, account: Account) -> None:
        """Checking costs what it finds: a word to the shop, and perhaps its author's name."""
        action = self._window.actions_by_name["check_now"]
        words = self.tr("Check now")
        if account.prices is not None:
            from services.x_api.prices import Kind

            most = account.prices.of(Kind.OWNED_READ) + account.prices.of(Kind.USER_READ)
            words = self.tr("Check now · at most {price} for each new word").format(
                price=status.dollars(most)
            )
        action.setText(words)

    def show_counts(self) -> int:
        """What needs the owner and what is to answer; of all shops together, for the tray."""
        self._tell_of_name()
        account = self._shop.accounts.active()
        account_id = account.id
        waiting = self._shop.outbox.list(account_id)
        held = what_holds_back(waiting, self._shop.clock.now(), account.zone)
        says_all = account.waits_for_proof or account.run_is_over
        self._strip.stand(self._standing(account), says_all=says_all)
        self._strip.hold(held or self._held_elsewhere(account_id))
        queue = sum(post.state is State.NEEDS_YOU for post in waiting)
        inbox = self._shop.inbox.counts(account_id).to_answer
        self._window.set_count("queue", queue, self.tr("%n need you", "", queue))
        self._window.set_count("inbox", inbox, self.tr("%n to answer", "", inbox))
        self.show_spend()
        return inbox + self._to_answer_elsewhere(account_id)

    def _tell_of_name(self) -> None:
        """Once, when X calls an account otherwise than before."""
        told = self._shop.accounts.told_of_name()
        if told is None:
            return
        account, before = told
        words = self.tr("Your name on X is now {now} (it was {before}).").format(
            before=held(f"@{before}"), now=held(f"@{account.handle}")
        )
        self._named = Message(words, tone=Tone.CALM)
        self._strip.say(self._named)
        self.show_chip(self._shop.accounts.active())

    def _on_tab_changed(self) -> None:
        """Whoever goes on has read it."""
        if self._named is not None:
            self._strip.take_back(self._named)
            self._named = None

    def _held_elsewhere(self, account_id: str) -> Message | None:
        """Another shop stands still: which, and why. What ends it is pressed where it is shown."""
        for one in self._shop.accounts.of_this_run():
            why, said = None, None
            if one.id != account_id and one.way is Way.CONNECTED:
                why = self._shop.planned.stopped_by(one.id)
                said = self._standing(one)
            if why is not None:
                said = words_for_reason(why[0], why[1], zone=one.zone)
            if said is not None:
                from ui.account_names import name_of

                sentence = self.tr("{account}: {words}").format(
                    account=name_of(self._shop, one), words=said.sentence
                )
                return Message(sentence, tone=said.tone)
        return None

    def _to_answer_elsewhere(self, account_id: str) -> int:
        """The sample shop's customers wait only while it is in view."""
        return sum(
            self._shop.inbox.counts(one.id).to_answer
            for one in self._shop.accounts.of_this_run()
            if one.id != account_id and one.way is not Way.PRACTICE
        )

    def _standing(self, account: Account) -> Message | None:
        """Told before anything is due: whoever sees it then is not late."""
        if account.waits_for_proof:
            from ui.account_names import proof_words

            said = self.tr("X has not said yet who signed in. Until then nothing is sent or read.")
            return Message(said, proof_words(self._shop, account), NextStep.SIGN_IN)
        if not account.waits_for_sign_in or account.signed_in is SignedIn.NONE:
            return None
        over = words(SignInEnded() if account.signed_in is SignedIn.ENDED else SignInNeeded())
        if not account.run_is_over:
            return over
        return over._replace(
            sentence=self.tr(
                "You were signed in until Shoplark ended. Sign in again; the queue is kept and "
                "waits."
            )
        )

    def checked(self) -> None:
        """X was read just now."""
        self._checked_at = self._shop.clock.now()
        self._strip.stand(None)
        self.show_spend()
        self.time_goes_on()

    def time_goes_on(self) -> None:
        if self._checked_at:
            ago = self._shop.clock.now() - self._checked_at
            self._window.set_checked(status.checked_ago(ago))


def _ways(account: Account) -> tuple[Way, SignedIn, bool]:
    return account.way, account.signed_in, account.unproven
