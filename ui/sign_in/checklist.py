"""What to do about a sign-in that failed: the likeliest first, in the owner's words.

Each point asks for something: read as a fact it would contradict the sentence over it."""

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
        Look.CLIENT_ID: translate(
            "SignIn", "Compare the Client ID with that of your app: the same, and whole."
        ),
        Look.CALLBACKS: translate(
            "SignIn",
            "Compare the callback addresses at X. They must be exactly these:\n{addresses}",
        ).format(addresses="\n".join(left_to_right(each) for each in callbacks)),
        Look.NATIVE_APP: translate("SignIn", "See that Type of App is {native}.").format(
            native=held(sketches.NATIVE)
        ),
        Look.SET_UP: translate(
            "SignIn", "See that {settings} are set up for the app, and press {save} there."
        ).format(settings=held(sketches.USER_SETTINGS), save=held(sketches.SAVE)),
        Look.PACKAGE: translate(
            "SignIn", "Move the app to the package {package} in X's console, in Production."
        ).format(package=held(sketches.PACKAGE)),
        Look.CREDIT: translate("SignIn", "See in X's console that there is credit left."),
        Look.WHO_IS_IN: translate(
            "SignIn", "See that your browser is signed in to X as the account of this shop."
        ),
        Look.ALLOWED: translate(
            "SignIn",
            "See that App permissions are {choice}; then press {button} on X's page.",
        ).format(choice=held(sketches.PERMISSIONS), button=held(sketches.AUTHORIZE)),
        Look.BE_QUICK: translate(
            "SignIn",
            "Paste X's answer at once, or let it come by itself: it is good for 30 seconds.",
        ),
        Look.PASTE: translate(
            "SignIn",
            "If the address in your browser begins with {start}, X has answered: paste it in "
            "step 4.",
        ).format(start=held(left_to_right("127.0.0.1"))),
        Look.OTHER_PROGRAM: translate(
            "SignIn", "Close a second Shoplark, and any program that uses these addresses."
        ),
        Look.CONNECTION: translate("SignIn", "Check that this computer is online."),
        Look.WAIT: translate("SignIn", "Wait a little: X has trouble of its own at times."),
        Look.X_PAGE: translate(
            "SignIn", "Look first at X's own page of your account: it says what is wrong."
        ),
        Look.PASSWORD_STORE: translate("SignIn", "Unlock the computer's password store."),
    }[look]


def _point(words: str) -> QHBoxLayout:
    dot = label("•", kind="quiet")
    result = row(dot, label(words, wrap=True), gap=MEASURES.s8)
    result.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
    result.setStretch(1, 1)
    return result
