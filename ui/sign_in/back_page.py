"""Step 5: what X said, and what to press now."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.build import button, label
from ui.sign_in import sketches
from ui.sign_in.check_line import CheckLine
from ui.sign_in.checklist import Checklist
from ui.sign_in.endings import Ending, View
from ui.sign_in.step_page import StepPage


class BackPage(StepPage):
    pressed = Signal(object)
    """`Press`: what the button of the `Ending` is for."""

    def __init__(self, callbacks: tuple[str, ...]) -> None:
        self._views = {
            View.FINE: sketches.back(),
            View.WENT_WRONG: sketches.went_wrong(),
            View.CONSENT: sketches.consent(),
            View.STORE: sketches.store(),
        }
        super().__init__(
            "",
            "",
            self._views[View.FINE],
        )
        self.lead.hide()
        self._ending: Ending | None = None
        self.check = CheckLine(parent=self)
        self.advice = label(wrap=True)
        self.checklist = Checklist(callbacks)
        self.second_button = button("")
        self.second_button.hide()
        self.second_button.clicked.connect(self._on_second)
        self.next_button = button(self.tr("Next"), kind="primary")
        self.next_button.clicked.connect(self._on_next)
        self.lay([self.check, self.advice, self.checklist], [self.second_button, self.next_button])

    @property
    def ending(self) -> Ending | None:
        return self._ending

    def take_focus(self) -> None:
        self.next_button.setFocus()

    def set(self, ending: Ending) -> None:
        self._ending = ending
        self.title.setText(ending.title)
        self.setAccessibleName(ending.title)
        self.check.set(ending.check, ending.sentence)
        self.advice.setText(ending.advice)
        self.advice.setVisible(bool(ending.advice))
        self.checklist.set(ending.looks)
        self.checklist.setVisible(bool(ending.looks))
        if ending.view in self._views:
            self.picture.set(self._views[ending.view])
        self.picture.setVisible(ending.view is not View.NONE)
        self.next_button.setText(ending.button[0])
        self.second_button.setVisible(ending.second is not None)
        if ending.second is not None:
            self.second_button.setText(ending.second[0])
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        for each in (self.next_button, self.second_button):
            each.setEnabled(not busy)

    def _on_next(self) -> None:
        if self._ending is not None:
            self.pressed.emit(self._ending.button[1])

    def _on_second(self) -> None:
        if self._ending is not None and self._ending.second is not None:
            self.pressed.emit(self._ending.second[1])
