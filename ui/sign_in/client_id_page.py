"""Step 3: the Client ID, looked at as it is typed and then checked at X, which is free."""

from __future__ import annotations

from PySide6.QtCore import Signal

from services.accounts.client_id import SECRETS, ClientIdProblem
from ui.build import button, row
from ui.sign_in import sketches
from ui.sign_in.check_line import Check, CheckLine
from ui.sign_in.client_id_words import problem_words
from ui.sign_in.step_page import StepPage, caption, to_do
from widgets.isolates import held
from widgets.start_edit import StartEdit


class ClientIdPage(StepPage):
    typed = Signal(str)
    console_asked = Signal()
    check_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Paste the Client ID"),
            self.tr(
                "It is the name of your app's key: X knows by it which app asks. It is no secret."
            ),
            sketches.client_id(),
        )
        self.console_button = button(
            self.tr("Open {address}").format(address=sketches.CONSOLE),
            icon="external-link",
            in_row=True,
        )
        self.console_button.clicked.connect(self.console_asked)
        self.field = StartEdit()
        self.field.setAccessibleName(self.tr("Client ID"))
        self.field.setPlaceholderText(self.tr("Paste it here"))
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(self._on_return)
        self.check_button = button(self.tr("Check again"), in_row=True)
        self.check_button.clicked.connect(self.check_asked)
        self.check = CheckLine(self.check_button, parent=self)
        self.next_button = button(self.tr("Next"), kind="primary")
        self.next_button.clicked.connect(self.next_asked)
        self.lay(
            [
                to_do(
                    1,
                    self.tr("Open your app's keys in the console and copy the {id}.").format(
                        id=held("OAuth 2.0 Client ID")
                    ),
                    row(self.console_button, None),
                ),
                to_do(2, self.tr("Paste it here. It is checked at once, at no cost."), self.field),
                self.check,
                caption(
                    self.tr("Never needed here: {names}. Keep these to yourself.").format(
                        names=held("Client Secret, API Key, Bearer Token")
                    )
                ),
            ],
            [self.next_button],
        )
        self.clear()

    def take_focus(self) -> None:
        self.field.setFocus()

    def set_text(self, client_id: str) -> None:
        if self.field.text() != client_id:
            self.field.setText(client_id)

    def clear(self) -> None:
        self._tell(Check.NOTE, "")

    def set_problem(self, problem: ClientIdProblem) -> None:
        """A secret goes from the field at once: it is to be seen by nobody."""
        if problem in SECRETS:
            self.field.clear()
        words = problem_words(problem)
        self._tell(Check.BAD if problem in SECRETS else Check.WARN, words)

    def set_looking(self) -> None:
        self._tell(Check.LOOKING, self.tr("Asking X whether it knows this Client ID."))

    def set_good(self) -> None:
        words = self.tr("X knows this Client ID, and the app is a Native App.")
        self._tell(Check.GOOD, words, may_go=True)

    def set_unsure(self) -> None:
        words = self.tr("It looks right. X did not say more; the next step shows if it is.")
        self._tell(Check.NOTE, words, may_go=True)

    def set_unknown(self) -> None:
        self._tell(
            Check.WARN,
            self.tr("X does not know this Client ID. Copy it once more with X's copy button."),
            again=True,
        )

    def set_other_kind(self) -> None:
        self._tell(
            Check.WARN,
            self.tr(
                "X knows it, but the app is of another type. Set Type of App to {native} in the "
                "console, then check again."
            ).format(native=held(sketches.NATIVE)),
            again=True,
        )

    def set_not_enrolled(self) -> None:
        self._tell(
            Check.WARN,
            self.tr(
                "X knows it, but the app is in no package yet. Move it to Pay-per-use in the "
                "console, in Production, then check again."
            ),
            again=True,
        )

    def set_not_reached(self, why: str) -> None:
        """It may be right all the same: nobody is held up by a check that could not be made."""
        self._tell(Check.NOTE, why, may_go=True, again=True)

    def _tell(self, check: Check, words: str, *, may_go: bool = False, again: bool = False) -> None:
        self.check.set(check, words)
        self.check_button.setVisible(again)
        # What X says of an app is no promise of its: nobody is held up by it for good.
        self.next_button.setText(self.tr("Go on all the same") if again else self.tr("Next"))
        self.next_button.setEnabled(may_go or again)

    def _on_return(self) -> None:
        if self.next_button.isEnabled():
            self.next_asked.emit()
