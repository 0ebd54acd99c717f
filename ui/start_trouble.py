"""What is asked when the data cannot be opened: one sentence, what was kept, what to press."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QEventLoop, QLocale
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from services.errors import NextStep, StorageProblem, StorageTrouble
from services.paths import Paths
from services.store import backup
from ui import links
from ui.build import button, label
from ui.messages import words

_WORDS = 472


class StartTroubleDialog(QDialog):
    """Accepted: try to open the data again (a copy was put in its place if one was chosen)."""

    def __init__(self, trouble: StorageTrouble, paths: Paths, now: int) -> None:
        super().__init__()
        self.setWindowTitle("Shoplark")
        self._trouble = trouble
        self._paths = paths
        self._now = now
        self._damaged = trouble.problem is StorageProblem.DAMAGED
        self._copy = backup.newest_good_copy(paths) if self._damaged else None
        self._sentence = label(self._what_happened())
        self._sentence.setWordWrap(True)
        # Not of the dialog: then its buttons would no longer push it wider.
        self._sentence.setMinimumWidth(_WORDS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Shoplark cannot open its data"), kind="section"))
        layout.addWidget(self._sentence)
        layout.addLayout(self._buttons())

    def _what_happened(self) -> str:
        if not self._damaged:
            return words(self._trouble).sentence
        if self._copy is None:
            return self.tr(
                "The data file is damaged and there is no copy of it yet. "
                "It is kept aside if you start empty."
            )
        day = QDateTime.fromSecsSinceEpoch(int(self._copy.stat().st_mtime)).date()
        return self.tr(
            "The data file is damaged. It is kept aside, and a good copy of {day} can take its "
            "place."
        ).format(day=QLocale().toString(day, QLocale.FormatType.LongFormat))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        end = button(self.tr("Quit"))
        end.clicked.connect(self.reject)
        row.addWidget(end)
        row.addStretch()
        if self._damaged:
            start_empty = button(self.tr("Start empty"))
            start_empty.clicked.connect(self._on_start_empty)
            row.addWidget(start_empty)
        if self._trouble.next_step is NextStep.CHOOSE_FOLDER:
            show = button(self.tr("Show the folder"))
            show.clicked.connect(self._on_show_folder)
            row.addWidget(show)
        main = self._main_button()
        if main is not None:
            row.addWidget(main)
            main.setFocus()
        return row

    def _main_button(self) -> QPushButton | None:
        """None where Shoplark can do nothing by itself."""
        if self._trouble.next_step is NextStep.UPDATE:
            return None
        if not self._damaged:
            again = button(self.tr("Try again"), kind="primary")
            again.clicked.connect(self.accept)
            return again
        if self._copy is None:
            return None
        restore = button(self.tr("Open the newest good copy"), kind="primary")
        restore.clicked.connect(self._on_restore)
        return restore

    def _on_start_empty(self) -> None:
        try:
            backup.set_aside(self._paths.database, self._now)
        except StorageTrouble as trouble:
            self._sentence.setText(words(trouble).sentence)
            return
        self.accept()

    def _on_restore(self) -> None:
        if self._copy is None:
            return
        try:
            backup.restore(self._paths, self._copy, self._now)
        except StorageTrouble as trouble:
            self._sentence.setText(words(trouble).sentence)
            return
        self.accept()

    def _on_show_folder(self) -> None:
        links.open_folder(_existing(self._trouble.path))


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
