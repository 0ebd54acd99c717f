"""Where the drafts lie when the window is narrow: in a drawer at the start of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.build import column, row, tool_button
from ui.compose.drafts_pane import DraftsPane
from ui.icons import icon
from ui.theme import MEASURES

if TYPE_CHECKING:
    from widgets.drawer import Drawer

_WIDE = 300


class DraftsDrawer(QObject):
    """Shows what the pane holds, and gives it back when there is room for the pane again."""

    def __init__(self, room: QWidget, pane: DraftsPane) -> None:
        """`room` is what the drawer lies over."""
        super().__init__(room)
        self._room = room
        self._pane = pane
        self._narrow = False
        self.drawer: Drawer | None = None
        pane.chosen.connect(self._close)
        pane.new_asked.connect(self._close)

    def set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._pane.setVisible(not narrow)
        if not narrow:
            self._close()
            self._pane.take_body_back()

    def open(self) -> None:
        """The drawer, or the pane unfolded where there is room for it."""
        if not self._narrow:
            self._pane.set_folded(False)
            return
        from widgets.drawer import Drawer

        if self.drawer is None:
            self.drawer = Drawer(
                self._room,
                width=_WIDE,
                title=self.tr("Drafts"),
                close_icon=icon("x"),
                close_name=self.tr("Close the drafts"),
                at_start=True,
            )
            self.drawer.closed.connect(self._pane.end_search)
        if not self.drawer.is_open:
            self.drawer.set_content(self._content())
            self.drawer.open()

    def _content(self) -> QWidget:
        new = tool_button(self.tr("New draft"), icon="square-pen")
        new.clicked.connect(self._pane.new_asked)
        inner = QWidget()
        side = MEASURES.s16
        inner.setLayout(
            column(row(new, None), self._pane.lend_body(), margins=(side, 0, side, side))
        )
        return inner

    def _close(self) -> None:
        if self.drawer is not None:
            self.drawer.close_drawer()
