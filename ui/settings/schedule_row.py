"""Sending while Shoplark is closed: what would be installed, told before it is, and its removal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.build import column, label
from ui.settings.setting_row import SettingRow
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.fold_section import FoldSection
from widgets.isolates import held

if TYPE_CHECKING:
    from services.errors import AppError
    from services.schedule import Scheduler

Ask = Callable[[], "Scheduler | None"]
_LINES = 11


@dataclass(frozen=True, slots=True)
class _Found:
    """What this computer has, and whether it does it already."""

    scheduler: Scheduler | None
    installed: bool = False
    details: str = ""


class ScheduleRow(QWidget):
    resized = Signal()

    def __init__(self, ask: Ask, tasks: Tasks, parent: QWidget | None = None) -> None:
        """`ask` asks the system, in a lane, when the row is first seen."""
        super().__init__(parent)
        self.ask = ask
        self._tasks = tasks
        self._asked = False
        self._found = _Found(None)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._on_turned_soon)
        self._says = label(kind="caption", wrap=True)
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        self.press = BusyButton(self.tr("Install"))
        self.press.setAutoDefault(False)
        self.press.setProperty("dense", True)
        self.press.setEnabled(False)
        self.press.clicked.connect(self._on_press)
        self.text = _Details()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What is installed, word for word"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # Paths and commands run one way in every language.
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.fold = FoldSection(self.tr("Show the details"))
        self.fold.set_content(self.text)
        self.fold.turned.connect(self._on_turned)
        self.fold.hide()
        self._row = SettingRow(self._name(), self.press, below=self._says)
        self.setLayout(column(self._row, self.trouble, self.fold, gap=MEASURES.s8))

    def fit(self, width: int) -> None:
        self._row.fit(width)

    def says(self) -> str:
        return self._says.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            self._says.setText(self.tr("Looking at what this computer has."))
            self._start(self._look)

    def _look(self) -> _Found:
        """In the lane."""
        scheduler = self.ask()
        if scheduler is None:
            return _Found(None)
        return _Found(scheduler, scheduler.is_installed(), scheduler.details())

    def _install(self) -> _Found:
        if self._found.scheduler is not None:
            self._found.scheduler.install()
        return self._look()

    def _remove(self) -> _Found:
        if self._found.scheduler is not None:
            self._found.scheduler.remove()
        return self._look()

    def _start(self, call: Callable[[], _Found]) -> None:
        self.trouble.hide()
        self._tasks.run(
            call, lane=Lane.WORK, owner=self, done=self._on_found, failed=self._on_failed
        )

    def _on_press(self) -> None:
        installed = self._found.installed
        self.press.set_busy(True, self.tr("Removing") if installed else self.tr("Installing"))
        self._start(self._remove if installed else self._install)

    def _on_found(self, found: _Found) -> None:
        self.press.set_busy(False)
        self._found = found
        self.press.setEnabled(found.scheduler is not None)
        self.press.setText(self.tr("Remove") if found.installed else self.tr("Install"))
        self.press.setAccessibleName(f"{self._name()}: {self.press.text()}")
        self._says.setText(self._words(found))
        self._says.updateGeometry()
        self.text.setPlainText(found.details)
        self.fold.setVisible(found.scheduler is not None)
        self._soon.start()

    def _on_failed(self, error: AppError) -> None:
        self.press.set_busy(False)
        self.trouble.setText(
            self.tr("This computer did not do it. It says: {words}").format(
                words=held(error.detail)
            )
        )
        self.trouble.show()
        self._says.setText(self._words(self._found) if self._found.scheduler else "")
        self._soon.start()

    def _words(self, found: _Found) -> str:
        if found.scheduler is None:
            return self.tr("This computer has nothing that could start Shoplark by itself.")
        if found.installed:
            return self.tr(
                "On: while you are logged in, this computer sends what is due every 5 minutes. "
                "Press Remove to end it; nothing of it stays."
            )
        return self.tr(
            "Every 5 minutes this computer's own timer starts Shoplark without a window and sends "
            "what is due. It needs no password and changes nothing else, and you can remove it "
            "here at any time."
        )

    def _name(self) -> str:
        return self.tr("Send when Shoplark is closed")

    def _on_turned(self, _open: bool) -> None:
        self._soon.start()

    def _on_turned_soon(self) -> None:
        self.resized.emit()


class _Details(QPlainTextEdit):
    """So many of its lines are in sight, however large the words are."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
