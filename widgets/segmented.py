"""A few choices side by side, one of them chosen: Week, Month, List."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from widgets.measures import MEASURES


class Segmented(QFrame):
    """One stop for Tab; the arrow keys choose."""

    chosen = Signal(str)
    """The key of the choice, only when the owner chose."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)

    def add(self, key: str, text: str, *, icon: QIcon | None = None) -> None:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("kind", "segment")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # They share the width where the whole is given more than it needs.
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if icon is not None:
            button.setIcon(icon)
            # Four pixels more than the icon: the gap before the word.
            button.setIconSize(QSize(MEASURES.icon + 4, MEASURES.icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setChecked(not self._buttons)
        self._buttons[key] = button
        self._group.addButton(button)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)

    def choose(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    @property
    def choice(self) -> str:
        return next((key for key, each in self._buttons.items() if each.isChecked()), "")

    def button(self, key: str) -> QToolButton:
        return self._buttons[key]

    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice)
