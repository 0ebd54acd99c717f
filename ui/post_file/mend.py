"""Saves the rows that were left out as a file to mend, with what is wrong beside each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services.post_file.mend import to_mend
from services.post_file.values import CheckedRow, Table
from ui.post_file.job import FileRead
from ui.post_file.row_words import RowWords


class MendFile(QObject):
    told = Signal(str)
    """A sentence: where it could not be saved."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over

    def ask(self, file: FileRead, rows: Sequence[CheckedRow], words: RowWords) -> None:
        dialog = QFileDialog(self._over, self.tr("Save the rows left out"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.selectFile(str(file.path.parent / self._name(file.path)))
        dialog.fileSelected.connect(partial(self.save, file.table, tuple(rows), words))
        dialog.open()

    def save(self, table: Table, rows: Sequence[CheckedRow], words: RowWords, name: str) -> None:
        data = to_mend(table, rows, column=self.tr("What is wrong"), say=words.wrong)
        try:
            Path(name).write_bytes(data)
        except OSError:
            self.told.emit(self.tr("The file could not be saved there. Choose another folder."))
        else:
            self.told.emit("")

    def _name(self, path: Path) -> str:
        return self.tr("{name} to mend.csv").format(name=path.stem)
