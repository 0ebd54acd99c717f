"""Step 1: the app on X, with the addresses to copy and a look at whether they are free here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.build import button, label, row
from ui.sign_in import sketches
from ui.sign_in.check_line import Check, CheckLine
from ui.sign_in.step_page import StepPage, to_do
from ui.theme import MEASURES
from widgets.isolates import held, left_to_right


class AppPage(StepPage):
    console_asked = Signal()
    copy_asked = Signal(str)
    check_asked = Signal()

    def __init__(self, callbacks: Sequence[str]) -> None:
        super().__init__(
            self.tr("Make your app on X"),
            self.tr(
                "X gives keys to apps; yours is one that only you use. X's pages may look a "
                "little different."
            ),
            sketches.app(callbacks),
        )
        self.callbacks = tuple(callbacks)
        self.console_button = button(
            self.tr("Open {address}").format(address=sketches.CONSOLE),
            icon="external-link",
            in_row=True,
        )
        self.console_button.clicked.connect(self.console_asked)
        self.copy_buttons = [self._copy_button(address) for address in self.callbacks]
        self.copy_all = button(self.tr("Copy all"), icon="copy", in_row=True)
        self.copy_all.clicked.connect(self._on_copy_all)
        self.check_button = button(self.tr("Check again"), in_row=True)
        self.check_button.clicked.connect(self.check_asked)
        self.check = CheckLine(self.check_button, parent=self, flat=True)
        self.next_button = button(self.tr("Next"), kind="primary")
        self.next_button.clicked.connect(self.next_asked)
        self.lay(
            [
                to_do(
                    1,
                    self.tr("Open X's console, sign in, and make an app; any name will do."),
                    row(self.console_button, None),
                ),
                to_do(
                    2,
                    self.tr("{settings}: press {button}.").format(
                        settings=held(sketches.USER_SETTINGS), button=held(sketches.SET_UP)
                    ),
                ),
                to_do(
                    3,
                    self.tr("App permissions: {choice}.").format(choice=held(sketches.PERMISSIONS)),
                ),
                to_do(4, self.tr("Type of App: {choice}.").format(choice=held(sketches.NATIVE))),
                to_do(5, self._addresses(), self.check),
                to_do(
                    6,
                    self.tr("{field}: any page of yours.").format(field=held(sketches.WEBSITE)),
                ),
                to_do(
                    7,
                    self.tr("Press {button}: nothing of it counts before.").format(
                        button=held(sketches.SAVE)
                    ),
                ),
            ],
            [self.next_button],
        )
        self.set_looking()

    def take_focus(self) -> None:
        self.console_button.setFocus()

    def set_looking(self) -> None:
        self.check.set(Check.LOOKING, self.tr("Looking whether these addresses are free here."))
        self.check_button.hide()

    def set_taken(self, taken: Sequence[int], ports: Sequence[int]) -> None:
        """`taken`: those of `ports` on which another program of this computer listens."""
        free = [port for port in ports if port not in taken]
        self.check_button.setVisible(bool(taken))
        named = ", ".join(held(str(port)) for port in taken)
        if not taken:
            self.check.set(Check.GOOD, self.tr("The addresses are free on this computer."))
        elif free:
            self.check.set(
                Check.NOTE,
                self.tr(
                    "Another program uses {ports} now. That is fine: Shoplark uses {free} instead."
                ).format(ports=named, free=held(str(free[0]))),
            )
        else:
            self.check.set(
                Check.WARN,
                self.tr(
                    "Another program uses all of these now, perhaps a second Shoplark. Close it "
                    "before step 4."
                ),
            )

    def show_copied(self, what: str) -> None:
        """The button that copied says so, until another one does."""
        for each, address in zip(self.copy_buttons, self.callbacks, strict=True):
            each.setText(self.tr("Copied") if address == what else self.tr("Copy"))
        whole = what == self._all()
        self.copy_all.setText(self.tr("Copied") if whole else self.tr("Copy all"))

    def _addresses(self) -> QWidget:
        result = QWidget()
        grid = QGridLayout(result)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEASURES.s8)
        grid.setVerticalSpacing(MEASURES.s4)
        grid.setColumnStretch(0, 1)
        said = label(self.tr("Callback URI: exactly these."), wrap=True)
        grid.addWidget(said, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.copy_all, 0, 1)
        for place, (address, copy) in enumerate(
            zip(self.callbacks, self.copy_buttons, strict=True), start=1
        ):
            grid.addWidget(label(left_to_right(address)), place, 0)
            grid.addWidget(copy, place, 1)
        return result

    def _copy_button(self, address: str) -> QPushButton:
        result = button(self.tr("Copy"), in_row=True)
        result.setAccessibleName(self.tr("Copy {address}").format(address=address))
        result.clicked.connect(partial(self.copy_asked.emit, address))
        return result

    def _all(self) -> str:
        return "\n".join(self.callbacks)

    def _on_copy_all(self) -> None:
        self.copy_asked.emit(self._all())
