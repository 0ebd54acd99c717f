"""Whether the account itself made the app: X tells no program, and prices by it."""

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
        """`owns`: what was answered before."""
        self._cheap = exactly(prices.of(Kind.OWNED_READ))
        self._dear = exactly(prices.of(Kind.POST_READ))
        name = held(left_to_right(f"@{handle}"))
        self.question.setText(
            self.tr("Is {name} the account you made the app with?").format(name=name)
        )
        self.why.setText(
            self.tr("X asks less for a post of yours that is read when it is, and tells nobody.")
        )
        self.said.set(Check.NOTE, "")
        if owns is not None:
            self._tell(owns)

    def _on_answer(self, owns: bool) -> None:
        self._tell(owns)
        self.answered.emit(owns)

    def _tell(self, owns: bool) -> None:
        if owns:
            words = self.tr("Then reading a post of yours costs {price}.").format(price=self._cheap)
        else:
            words = self.tr(
                "Then reading a post of yours costs {price} instead of {cheap}. All else costs "
                "the same."
            ).format(price=self._dear, cheap=self._cheap)
        self.said.set(Check.GOOD if owns else Check.NOTE, words)
