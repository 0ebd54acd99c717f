"""Whether the account itself made the app: X tells no program, and prices by it.

Asked before the first call that is paid for by it: no price on a button is too low.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from services.x_api.prices import Kind, Prices
from ui.build import button, label, row
from ui.money.money_words import exactly
from ui.sign_in.check_line import Check, CheckLine
from ui.theme import MEASURES
from widgets.isolates import held, left_to_right


class OwnerQuestion(QFrame):
    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._cheap = self._dear = ""
        self.question = label(kind="strong", wrap=True)
        self.why = label(kind="caption", wrap=True)
        self.owner_button = button(self.tr("Yes, it is"))
        self.other_button = button(self.tr("No, with another one"))
        self.owner_button.clicked.connect(partial(self._on_answer, True))
        self.other_button.clicked.connect(partial(self._on_answer, False))
        self.said = CheckLine(parent=self, flat=True)
        pad = MEASURES.card_padding
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s8)
        layout.addWidget(self.question)
        layout.addWidget(self.why)
        layout.addLayout(row(self.owner_button, self.other_button, None))
        layout.addWidget(self.said)

    def ask(self, handle: str, prices: Prices, owns: bool | None) -> None:
        """`handle` may not be known yet. `owns`: what was answered before."""
        self._cheap = exactly(prices.of(Kind.OWNED_READ))
        self._dear = exactly(prices.of(Kind.POST_READ))
        if handle:
            words = self.tr("Is {name} the account you made the app with?").format(
                name=held(left_to_right(f"@{handle}"))
            )
        else:
            words = self.tr("Is this shop's account the one you made the app with?")
        self.question.setText(words)
        self.why.setText(
            self.tr(
                "Reading one of your posts costs {cheap} if it is, {dear} if not. X does not tell "
                "Shoplark which."
            ).format(cheap=self._cheap, dear=self._dear)
        )
        self.why.setVisible(owns is None)
        self.said.set(Check.NOTE, "")
        if owns is not None:
            self._tell(owns)

    def _on_answer(self, owns: bool) -> None:
        self.why.hide()
        self._tell(owns)
        self.answered.emit(owns)

    def _tell(self, owns: bool) -> None:
        if owns:
            words = self.tr("It is. Reading one of your posts costs {price}.").format(
                price=self._cheap
            )
        else:
            words = self.tr(
                "It is not. Reading one of your posts costs {price} instead of {cheap}; all else "
                "costs the same."
            ).format(price=self._dear, cheap=self._cheap)
        self.said.set(Check.GOOD if owns else Check.NOTE, words)
