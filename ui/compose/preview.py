"""Where the preview stands: a pane at the end, or a drawer when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.compose.preview_pane import WIDE, PreviewPane
from ui.icons import icon
from ui.theme import MEASURES
from widgets.drawer import Drawer
from widgets.preview_card import PreviewCard, PreviewValue


class Preview(QObject):
    def __init__(self, room: QWidget) -> None:
        """`room` is what the drawer lies over."""
        super().__init__(room)
        self._room = room
        self._value = PreviewValue("", "", "", "")
        self._drawer: Drawer | None = None
        self._card: PreviewCard | None = None
        self.pane = PreviewPane()

    def show_post(self, value: PreviewValue) -> None:
        self._value = value
        self.pane.show_post(value)
        if self._card is not None:
            self._card.show_post(value)

    def set_narrow(self, narrow: bool) -> None:
        self.pane.setVisible(not narrow)
        if not narrow and self._drawer is not None:
            self._drawer.close_drawer()

    def open_drawer(self) -> None:
        if self._drawer is None:
            self._make_drawer()
        if self._drawer is not None:
            self._drawer.open()

    @property
    def drawer(self) -> Drawer | None:
        return self._drawer

    def _make_drawer(self) -> None:
        self._drawer = Drawer(
            self._room,
            width=WIDE + MEASURES.s16,
            title=self.tr("As on X"),
            close_icon=icon("x"),
            close_name=self.tr("Close the preview"),
        )
        self._card = self.pane.new_card()
        self._card.show_post(self._value)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(MEASURES.s16, 0, MEASURES.s16, MEASURES.s16)
        layout.addWidget(self._card)
        layout.addStretch(1)
        self._drawer.set_content(inner)
