"""Step 4: X asks in the owner's own browser; meanwhile the wizard waits, with another road."""

from __future__ import annotations

from PySide6.QtCore import Signal

from services.accounts.known_failures import KNOWN, Failure
from ui.build import button, label, row
from ui.sign_in import sketches
from ui.sign_in.check_line import Check, CheckLine
from ui.sign_in.checklist import Checklist
from ui.sign_in.step_page import StepPage, indented, to_do
from widgets.fold_section import FoldSection
from widgets.isolates import held, left_to_right
from widgets.start_edit import StartEdit


class BrowserPage(StepPage):
    open_asked = Signal()
    open_again_asked = Signal()
    cancel_asked = Signal()
    copy_asked = Signal(str)
    pasted = Signal(str)

    def __init__(self, handle: str, callbacks: tuple[str, ...], *, again: bool) -> None:
        """`again`: the account was signed in before."""
        super().__init__(
            self.tr("Sign in again") if again else self.tr("Say yes in your browser"),
            self.tr("X asks you in your own browser. Shoplark never sees your password."),
            sketches.consent(mark=2),
        )
        self._address = ""
        who = held(left_to_right(f"@{handle}")) if handle else ""
        signed_in = (
            self.tr("Sign in to X there as {name}, if X asks for it.").format(name=who)
            if who
            else self.tr("Sign in to X there with your shop's account, if X asks for it.")
        )
        self.open_button = button(self.tr("Open X in my browser"), kind="primary")
        self.open_button.clicked.connect(self.open_asked)
        self.cancel_button = button(self.tr("Stop waiting"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.check = CheckLine(parent=self)
        self.left = label(kind="quiet")
        self.elsewhere = self._elsewhere()
        self.went_wrong = FoldSection(
            self.tr("X shows “{words}”").format(words=held(sketches.WENT_WRONG))
        )
        self.checklist = Checklist(callbacks, KNOWN[Failure.NO_WAY_BACK].look)
        self.went_wrong.set_content(indented(self.checklist))
        self.lay(
            [
                to_do(1, signed_in),
                to_do(2, self.tr("Press {button}.").format(button=held(sketches.AUTHORIZE))),
                to_do(3, self.tr("Come back here when the page says so. That is all.")),
                self.check,
                self.elsewhere,
                self.went_wrong,
            ],
            [self.left, self.cancel_button, self.open_button],
        )
        self.set_idle()

    @property
    def address(self) -> str:
        """X's page for this try; empty before it was asked for."""
        return self._address

    def take_focus(self) -> None:
        (self.cancel_button if self._address else self.open_button).setFocus()

    def set_idle(self) -> None:
        self._set("")
        self.check.set(Check.NOTE, "")

    def set_beginning(self) -> None:
        """The password store is tried and the address is made."""
        self._set("")
        self.open_button.setEnabled(False)
        self.check.set(
            Check.LOOKING,
            self.tr("Getting ready. Your computer may ask for its password store's password now."),
        )

    def set_waiting(self, address: str, *, opened: bool) -> None:
        """`opened`: a browser was found."""
        self._set(address)
        if opened:
            self.check.set(Check.LOOKING, self.tr("Waiting for X's answer from your browser."))
            return
        self.check.set(Check.WARN, self.tr("No browser could be opened. Copy the address below."))
        self.elsewhere.set_open(True)

    def set_left(self, seconds: int) -> None:
        minutes, rest = divmod(max(0, seconds), 60)
        clock = left_to_right(f"{self.locale().toString(minutes)}:{self._two(rest)}")
        self.left.setText(self.tr("{time} left").format(time=clock))

    def set_taking(self) -> None:
        """X's answer is here and is being exchanged."""
        self.check.set(Check.LOOKING, self.tr("X said yes. One moment."))

    def refuse_pasted(self, words: str) -> None:
        self.paste_trouble.setText(words)
        self.paste_trouble.setVisible(bool(words))

    def _set(self, address: str) -> None:
        self._address = address
        waits = bool(address)
        self.open_button.setEnabled(True)
        self.open_button.setVisible(not waits)
        self.cancel_button.setVisible(waits)
        self.left.setVisible(waits)
        self.elsewhere.setVisible(waits)
        self.went_wrong.setVisible(waits)
        self.paste_field.clear()
        self.refuse_pasted("")
        if not waits:
            self.elsewhere.set_open(False)
            self.went_wrong.set_open(False)

    def _elsewhere(self) -> FoldSection:
        """The other road: the address there and back by hand."""
        self.copy_button = button(self.tr("Copy X's address"), icon="copy", in_row=True)
        self.copy_button.clicked.connect(self._on_copy)
        self.again_button = button(self.tr("Open it again"), icon="external-link", in_row=True)
        self.again_button.clicked.connect(self.open_again_asked)
        self.paste_field = StartEdit()
        self.paste_field.setAccessibleName(self.tr("Address from your browser"))
        self.paste_field.setPlaceholderText(self.tr("http://127.0.0.1 …"))
        self.paste_field.returnPressed.connect(self._on_paste)
        self.paste_button = button(self.tr("Use it"))
        self.paste_button.clicked.connect(self._on_paste)
        self.paste_trouble = label(kind="caption", tone="red", wrap=True)
        self.paste_trouble.hide()
        inner = indented(
            label(self.tr("Open X's page once more, in any browser of yours:"), wrap=True),
            row(self.copy_button, self.again_button, None),
            label(
                self.tr(
                    "When the browser then cannot show its page, copy what stands in its "
                    "address line and paste it here:"
                ),
                wrap=True,
            ),
            row(self.paste_field, self.paste_button),
            self.paste_trouble,
        )
        result = FoldSection(self.tr("My browser did not come back"))
        result.set_content(inner)
        return result

    def _two(self, number: int) -> str:
        shown = self.locale().toString(number)
        return shown if number > 9 else self.locale().zeroDigit() + shown

    def _on_copy(self) -> None:
        self.copy_button.setText(self.tr("Copied"))
        self.copy_asked.emit(self._address)

    def _on_paste(self) -> None:
        if self.paste_field.text().strip():
            self.pasted.emit(self.paste_field.text())
        else:
            self.refuse_pasted(self.tr("Paste the address first."))
