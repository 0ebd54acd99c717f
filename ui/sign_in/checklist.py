"""What to look at when a sign-in failed: the likeliest first, in the owner's words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.accounts.known_failures import Look
from ui.build import label, row
from ui.sign_in import sketches
from ui.theme import MEASURES
from widgets.isolates import held, left_to_right

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class Checklist(QWidget):
    def __init__(self, callbacks: Sequence[str], looks: Sequence[Look] = ()) -> None:
        super().__init__()
        self._callbacks = tuple(callbacks)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, MEASURES.s8)
        self._column.setSpacing(MEASURES.s8)
        self.points: list[str] = []
        self._lines: list[QWidget] = []
        self.set(looks)

    def set(self, looks: Sequence[Look]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.points = [look_words(look, self._callbacks) for look in looks]
        self._lines = []
        for words in self.points:
            line = QWidget()
            line.setLayout(_point(words))
            self._lines.append(line)
            self._column.addWidget(line)


def look_words(look: Look, callbacks: Sequence[str]) -> str:
    return {
        Look.CLIENT_ID: translate("SignIn", "The Client ID here is the one of this app, whole."),
        Look.CALLBACKS: translate(
            "SignIn", "The callback addresses at X are exactly these:\n{addresses}"
        ).format(addresses="\n".join(left_to_right(each) for each in callbacks)),
        Look.NATIVE_APP: translate("SignIn", "Type of App is {native}.").format(
            native=held(sketches.NATIVE)
        ),
        Look.SET_UP: translate(
            "SignIn", "User authentication is set up for the app, and was saved at X."
        ),
        Look.PACKAGE: translate(
            "SignIn", "The app is in the Pay-per-use package in X's console, in Production."
        ),
        Look.CREDIT: translate("SignIn", "There is credit left at X."),
        Look.WHO_IS_IN: translate(
            "SignIn", "Your browser is signed in to X as the account of this shop."
        ),
        Look.ALLOWED: translate(
            "SignIn",
            "App permissions are {choice}, and on X's page {button} was pressed.",
        ).format(choice=held(sketches.PERMISSIONS), button=held(sketches.AUTHORIZE)),
        Look.BE_QUICK: translate(
            "SignIn", "X's answer holds for 30 seconds: paste it at once, or let it come by itself."
        ),
        Look.PASTE: translate(
            "SignIn",
            "If the address in your browser begins with {start}, X has answered: it can be "
            "pasted in step 4.",
        ).format(start=held(left_to_right("127.0.0.1"))),
        Look.OTHER_PROGRAM: translate(
            "SignIn", "No second Shoplark is open, and no program uses these addresses."
        ),
        Look.CONNECTION: translate("SignIn", "This computer is connected to the internet."),
        Look.WAIT: translate("SignIn", "X has trouble of its own at times. Wait a little."),
        Look.X_PAGE: translate(
            "SignIn", "X's own page of your account says what is wrong with it: look there first."
        ),
        Look.PASSWORD_STORE: translate("SignIn", "The computer's password store is unlocked."),
    }[look]


def _point(words: str) -> QHBoxLayout:
    dot = label("•", kind="quiet")
    result = row(dot, label(words, wrap=True), gap=MEASURES.s8)
    result.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
    result.setStretch(1, 1)
    return result
