"""Step 2: credit at X, where it is bought, and what can be known of it here."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.build import button, row
from ui.sign_in import sketches
from ui.sign_in.check_line import Check, CheckLine
from ui.sign_in.step_page import StepPage, to_do
from ui.status import dollars
from widgets.isolates import held

BEGIN_WITH = 5_000_000
"""Micro-dollars: enough for some weeks of a small shop."""


class CreditPage(StepPage):
    console_asked = Signal()

    def __init__(self, posts: int) -> None:
        """`posts`: for how many of them `BEGIN_WITH` is enough."""
        super().__init__(
            self.tr("Put a little credit there"),
            self.tr(
                "X is paid beforehand: each thing it does for you is taken from your credit. "
                "Without credit it does nothing."
            ),
            sketches.credit(),
        )
        self.console_button = button(
            self.tr("Open {address}").format(address=sketches.CONSOLE),
            icon="external-link",
            in_row=True,
        )
        self.console_button.clicked.connect(self.console_asked)
        self.check = CheckLine(parent=self)
        self.check.set(
            Check.NOTE,
            self.tr("X does not tell Shoplark what is left. The last step shows if there is any."),
        )
        self.next_button = button(self.tr("Next"), kind="primary")
        self.next_button.clicked.connect(self.next_asked)
        enough = self.tr(
            "In the console, open Billing and buy credits. {amount} is enough for %Ln posts.",
            "",
            posts,
        ).format(amount=dollars(BEGIN_WITH))
        package = self.tr("See that your app is in the package {name}, in Production.").format(
            name=held(sketches.PACKAGE)
        )
        limit = self.tr(
            "If you like, set a spending limit there. Shoplark has a budget of its own, too: it "
            "warns at 80 % and stops at 100 %."
        )
        self.lay(
            [
                to_do(1, enough, row(self.console_button, None)),
                to_do(2, package),
                to_do(3, limit),
                self.check,
            ],
            [self.next_button],
        )

    def take_focus(self) -> None:
        self.console_button.setFocus()
