"""What is asked when the data cannot be opened: one sentence, what was kept, what to press."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from services.errors import NextStep, StorageProblem, StorageTrouble
from services.paths import Paths
from services.store import backup
from ui.build import button, label
from ui.messages import words


class StartTroubleDialog(QDialog):
    """Accepted: try to open the data again (a copy was put in its place if one was chosen)."""

    def __init__(self, trouble: StorageTrouble, paths: Paths, now: int) -> None:
        super().__init__()
        self.setWindowTitle("Shoplark")
        self.setMinimumWidth(520)
        self._trouble = trouble
        self._paths = paths
        self._now = now
        damaged = trouble.problem is StorageProblem.DAMAGED
        self._copy = backup.newest_good_copy(paths) if damaged else None
        message = words(trouble)
        sentence = label(message.sentence)
        sentence.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Shoplark cannot open its data"), kind="section"))
        layout.addWidget(sentence)
        layout.addLayout(self._buttons(message.button, damaged))

    def _buttons(self, words_on_main: str, damaged: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        quit_button = button(self.tr("Quit"))
        quit_button.clicked.connect(self.reject)
        row.addWidget(quit_button)
        row.addStretch()
        if damaged:
            start_empty = button(self.tr("Start empty"))
            start_empty.clicked.connect(self._on_start_empty)
            row.addWidget(start_empty)
        nothing_to_press = self._trouble.next_step is NextStep.UPDATE
        if nothing_to_press or (damaged and self._copy is None):
            return row
        main = button(words_on_main or self.tr("Try again"), kind="primary")
        main.clicked.connect(self._on_main)
        row.addWidget(main)
        main.setFocus()
        return row

    def _on_start_empty(self) -> None:
        backup.set_aside(self._paths, self._now)
        self.accept()

    def _on_main(self) -> None:
        step = self._trouble.next_step
        if step is NextStep.RESTORE_COPY and self._copy is not None:
            backup.set_aside(self._paths, self._now)
            backup.restore(self._paths, self._copy)
        elif step is NextStep.CHOOSE_FOLDER:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(_existing(self._paths.data))))
        self.accept()


def ask(trouble: StorageTrouble, paths: Paths, now: int) -> bool:
    """True to try again, False to end. There is no window yet, so this waits by itself."""
    dialog = StartTroubleDialog(trouble, paths, now)
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.open()
    loop.exec()
    return dialog.result() == int(QDialog.DialogCode.Accepted)


def _existing(path: Path) -> Path:
    """The nearest folder of `path` that is there."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())
