"""One part of the settings: rows one below the other, a line between two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import StorageTrouble
from ui.build import line
from ui.settings.setting_row import SettingRow
from ui.theme import MEASURES
from widgets.switch import Switch

if TYPE_CHECKING:
    from services.settings import Field, Settings

T = TypeVar("T", str, int, bool)


class Section(QWidget):
    """Each choice is kept when it is made; what the disk refuses goes to `trouble`."""

    trouble = Signal(object)
    """The StorageTrouble a choice met; None when one was kept."""
    resized = Signal()
    """It has become higher or lower: the dialog fits it anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEASURES.s12)

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Once, when the section is made."""
        self._rows = list(rows)
        for number, each in enumerate(rows):
            if number:
                self._column.addWidget(line())
            self._column.addWidget(each)
        self._column.addStretch(1)

    def fit(self, width: int) -> None:
        """For rows of this width: choices go below their names where words are large."""
        for each in self._rows:
            if isinstance(each, SettingRow):
                each.fit(width)

    def keep(self, settings: Settings, field: Field[T], value: T) -> bool:
        """Whether the disk took it."""
        return self.write(partial(settings.set, field, value))

    def write(self, write: Callable[[], object]) -> bool:
        """As `keep`, for what is no field of the settings."""
        try:
            write()
        except StorageTrouble as error:
            self.trouble.emit(error)
            return False
        self.trouble.emit(None)
        return True


def switch(name: str, *, on: bool) -> Switch:
    result = Switch()
    result.setAccessibleName(name)
    result.setChecked(on)
    return result
