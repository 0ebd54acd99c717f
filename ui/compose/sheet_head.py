"""The first line of a sheet: who speaks, and at the end which part it is or where the panes are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.build import label, row
from ui.theme import MEASURES
from widgets.avatar import Avatar
from widgets.elided_label import ElidedLabel

FACE = 40
_SIGNS_OF_NAME = 10
"""So much of a long name stands there before anything beside it is an icon alone."""


class SheetHead(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = Avatar(size=FACE)
        self.name = ElidedLabel()
        self.name.setProperty("kind", "strong")
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.handle = label(kind="quiet")
        self._beside: list[QWidget] = []
        self._row = row(self._face, MEASURES.s4, self.name, self.handle, None)
        self.setLayout(self._row)

    def show_shop(self, name: str, handle: str, logo: QImage | None) -> None:
        self._face.set(name or handle or "?", image=logo)
        self.name.setText(name)
        # A mark on either side keeps the @ before the name in right-to-left lines.
        self.handle.setText(f"\u200e@{handle}\u200e" if handle else "")
        self.fold()

    def lay(self, beside: QWidget) -> None:
        """At the end of the line, after what was laid there before."""
        self._row.addWidget(beside)
        self._beside.append(beside)

    def beside(self) -> tuple[QWidget, ...]:
        return tuple(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Those beside it hear of it after it.
            QTimer.singleShot(0, self, self.fold)

    def fold(self) -> None:
        """Where there is no room for all words, tools are icons alone, then the handle is gone."""
        tools = [each for each in self._beside if isinstance(each, QToolButton)]
        for named, handled in ((True, True), (False, True), (False, False)):
            for each in tools:
                show_words(each, on=named)
            self.handle.setVisible(handled and bool(self.handle.text()))
            if self._needed() <= self.width():
                break

    def _needed(self) -> int:
        signs = _SIGNS_OF_NAME * self.name.fontMetrics().averageCharWidth()
        wide = FACE + MEASURES.s4 + min(self.name.sizeHint().width(), signs)
        beside = [each for each in (self.handle, *self._beside) if not each.isHidden()]
        # One gap more than they are: a stretch has its own.
        gaps = MEASURES.s8 * (len(beside) + 2)
        return wide + gaps + sum(each.sizeHint().width() for each in beside)


def show_words(button: QToolButton, *, on: bool) -> None:
    """Beside its icon; else they are in its tooltip."""
    styles = Qt.ToolButtonStyle
    wanted = styles.ToolButtonTextBesideIcon if on else styles.ToolButtonIconOnly
    if button.toolButtonStyle() is not wanted:
        button.setToolButtonStyle(wanted)
    button.setToolTip("" if on else button.text())
