"""Step 6: what two small questions to X cost and show, and what happens from now on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.build import button, column, frame, label, row, set_kind
from ui.sign_in import sketches
from ui.sign_in.check_line import Check, CheckLine, fact
from ui.sign_in.found import Found, facts
from ui.sign_in.owner_question import OwnerQuestion
from ui.sign_in.step_page import StepPage, to_do
from ui.status import dollars
from ui.theme import MEASURES
from widgets.avatar import Avatar
from widgets.busy_button import BusyButton
from widgets.isolates import held, left_to_right
from widgets.speech import announce
from widgets.type_scale import icon_times

if TYPE_CHECKING:
    from services.accounts.proof import Proof
    from services.x_api.prices import Prices


class Mend(Enum):
    """What the second button is for, where the proof found something."""

    CONSOLE = "console"
    SIGN_IN = "sign_in"
    X_PAGE = "x_page"
    SOMEBODY_ELSE = "somebody_else"
    """The browser was signed in as another than this shop."""


class ProofPage(StepPage):
    prove_asked = Signal()
    mend_asked = Signal(object)
    """`Mend`."""
    owner_told = Signal(bool)
    """Whether the account itself made the app."""
    done_asked = Signal()

    def __init__(self) -> None:
        super().__init__("", "", sketches.permissions())
        self._mend = Mend.CONSOLE
        self.check = CheckLine(parent=self)
        self.who = self._who()
        self.question = OwnerQuestion()
        self.question.answered.connect(self._on_answered)
        self.owner_button = self.question.owner_button
        self.other_button = self.question.other_button
        self.from_now = CheckLine(parent=self)
        self.prove_button = BusyButton()
        set_kind(self.prove_button, "primary")
        self.prove_button.clicked.connect(self.prove_asked)
        self.mend_button = button("")
        self.mend_button.clicked.connect(self._on_mend)
        self.again_button = button(self.tr("Sign in again"))
        self.again_button.clicked.connect(self._on_again)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.done_asked)
        self._price = self._posts_price = ""
        self.questions = QWidget()
        self._to_ask = [label(wrap=True), label(wrap=True)]
        self.questions.setLayout(
            column(
                *(to_do(number, words) for number, words in enumerate(self._to_ask, start=1)),
                gap=MEASURES.s12,
            )
        )
        self.lay(
            [self.questions, self.question, self.check, self.who, self.from_now],
            [self.again_button, self.mend_button, self.prove_button, self.done_button],
        )
        self.set_price(0)
        self.begin()

    @property
    def facts(self) -> list[CheckLine]:
        """What is told of the account, line by line."""
        return self.who.findChildren(CheckLine)

    @property
    def is_done(self) -> bool:
        """It works, and nothing is left to ask."""
        return not self.done_button.isHidden()

    def take_focus(self) -> None:
        shown = [self.done_button, self.mend_button, self.prove_button, self.owner_button]
        if self._mend is Mend.SOMEBODY_ELSE:
            # It ends the sign-in: no press of a key that was meant for something else does that.
            shown.remove(self.mend_button)
        chosen = next(each for each in shown if each.isVisibleTo(self) and each.isEnabled())
        chosen.setFocus()
        self.area.ensureWidgetVisible(chosen)

    def begin(self) -> None:
        """Nothing was asked yet."""
        self._clear()

    def ask_owner(self, handle: str, prices: Prices, owns: bool | None) -> None:
        """Before anything is paid: until it is answered nobody knows what X charges."""
        self.question.ask(handle, prices, owns)
        self.prove_button.setEnabled(owns is not None)

    def set_price(self, price: int, who: int = 0) -> None:
        """Micro-dollars: at most for both, and for who you are alone."""
        self._to_ask[0].setText(self.tr("Who you are: {price}.").format(price=dollars(who)))
        self._to_ask[1].setText(
            self.tr(
                "Your newest posts: {price} at most, less where there are fewer than five."
            ).format(price=dollars(price - who))
        )
        self._posts_price = dollars(price - who)
        self._price = self.tr("Prove it · {price}").format(price=dollars(price))
        self.prove_button.setText(self._price)

    def set_busy(self) -> None:
        self._clear()
        self.question.setEnabled(False)
        self.prove_button.set_busy(True, self.tr("Asking X"))
        self.check.set(Check.LOOKING, self.tr("Asking X who you are."))

    def set_trouble(self, words: str, mend: Mend | None = None) -> None:
        """Nothing is proven, and it can be tried again."""
        self._clear()
        self.title.setText(self.tr("Not yet"))
        self.lead.setText(self.tr("Nothing is proven so far."))
        self.check.set(Check.WARN, words)
        if mend is not None:
            self._offer(mend, instead=mend is Mend.SIGN_IN)

    def set_proof(self, proof: Proof) -> None:
        self._clear()
        user = proof.user
        if user is not None:
            self.avatar.set(user.name or user.handle)
            self.name.setText(held(user.name or user.handle))
            self.handle.setText(left_to_right(f"@{user.handle}"))
            self.who.show()
        found = facts(proof)
        if found.works:
            self.title.setText(self.tr("It works"))
            self.lead.setText(self.tr("X answered. This is who you are there."))
            announce(self, self.title.text())
        else:
            self.title.setText(self.tr("Not yet"))
            self.lead.setText(self.tr("X answered. One thing is left."))
            self.check.set(found.check, found.sentence)
        for each in (self.questions, self.question):
            each.hide()
        for check, words in found.lines:
            self._facts.addWidget(fact(check, words, self.who))
        self.picture.setVisible(found.permission)
        self._mend_by(found)
        if found.confirm:
            # Who it is, X has billed for today already.
            self.prove_button.setText(
                self.tr("Yes, it is the same shop · {price}").format(price=self._posts_price)
            )
        if found.works:
            self.prove_button.hide()

    def set_done(self, words: str) -> None:
        """All is well. `words`: what happens from now on."""
        self.from_now.set(Check.GOOD, words)
        self.done_button.show()
        self.done_button.setFocus()
        self.area.ensureWidgetVisible(self.from_now)

    def _mend_by(self, found: Found) -> None:
        if found.confirm:
            self._offer(Mend.SOMEBODY_ELSE)
        elif found.permission:
            # First there, then a new sign-in: what was given before stays as it was given.
            self._offer(Mend.CONSOLE, instead=True)
            self.again_button.show()
        elif found.console:
            self._offer(Mend.CONSOLE)
        elif found.sign_in:
            # To prove it again would show the same.
            self._offer(Mend.SIGN_IN, instead=True)
        elif found.x_page:
            self._offer(Mend.X_PAGE)

    def _offer(self, mend: Mend, *, instead: bool = False) -> None:
        """`instead` of proving it; else beside it, and first: until then it only fails again."""
        self._mend = mend
        self.prove_button.setVisible(not instead)
        self._lead_with_mend(mend is not Mend.SOMEBODY_ELSE)
        self.mend_button.setText(
            {
                Mend.CONSOLE: self.tr("Open X's console"),
                Mend.SIGN_IN: self.tr("Sign in again"),
                Mend.X_PAGE: self.tr("Look on X"),
                Mend.SOMEBODY_ELSE: self.tr("No, sign in as another"),
            }[mend]
        )
        self.mend_button.show()

    def _lead_with_mend(self, first: bool) -> None:
        set_kind(self.mend_button, "primary" if first else "")
        set_kind(self.prove_button, "" if first else "primary")
        set_kind(self.again_button, "" if first else "primary")

    def _clear(self) -> None:
        self.check.set(Check.NOTE, "")
        while (item := self._facts.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.setParent(None)
                line.deleteLater()
        self.prove_button.set_busy(False)
        self.prove_button.setText(self._price)
        self.prove_button.show()
        self._lead_with_mend(False)
        self._mend = Mend.CONSOLE
        self.question.setEnabled(True)
        for each in (self.questions, self.question):
            each.show()
        self._say_before()
        for each in (self.picture, self.who, self.from_now):
            each.hide()
        for each in (self.again_button, self.mend_button, self.done_button):
            each.hide()

    def _say_before(self) -> None:
        self.title.setText(self.tr("Prove that it works"))
        self.lead.setText(
            self.tr(
                "Two small questions to X. Their answers show that key, credit and permissions are "
                "right."
            )
        )
        self.setAccessibleName(self.title.text())

    def _who(self) -> QWidget:
        """The person, and under it what X allows."""
        self.avatar = Avatar(size=round(48 * icon_times(QGuiApplication.font())))
        self.name = label(kind="section", wrap=True)
        self.handle = label(kind="quiet")
        names = column(self.name, self.handle, gap=2)
        person = row(self.avatar, names, gap=MEASURES.s16)
        person.setStretch(1, 1)
        self._facts = column(gap=MEASURES.s4)
        result = frame("card")
        pad = MEASURES.card_padding
        result.setLayout(
            column(person, self._facts, gap=MEASURES.s12, margins=(pad, pad, pad, pad))
        )
        return result

    def _on_answered(self, owns: bool) -> None:
        self.prove_button.setEnabled(True)
        self.owner_told.emit(owns)
        self.prove_button.setFocus()
        self.area.ensureWidgetVisible(self.question)

    def _on_again(self) -> None:
        self.mend_asked.emit(Mend.SIGN_IN)

    def _on_mend(self) -> None:
        if self._mend in (Mend.CONSOLE, Mend.X_PAGE):
            # It is being mended there: what comes next is the other button.
            self._lead_with_mend(False)
        self.mend_asked.emit(self._mend)
