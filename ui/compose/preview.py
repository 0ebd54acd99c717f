"""Where the preview stands: a pane at the end, or a drawer when the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.settings import Settings
from services.text.measure import Parsed, parse
from ui.compose.content import Content
from ui.compose.preview_pane import WIDE, PreviewPane
from ui.compose.thumbs import LARGE, Thumbs
from ui.icons import icon
from ui.tasks import Tasks
from ui.theme import MEASURES

if TYPE_CHECKING:
    from widgets.drawer import Drawer
    from widgets.preview_card import PreviewCard, PreviewValue


class Preview(QObject):
    def __init__(self, room: QWidget, settings: Settings, thumbs: Thumbs, tasks: Tasks) -> None:
        """`room` is what the drawer lies over. Drawn when the window's first frame stands."""
        super().__init__(room)
        self._room = room
        self._thumbs = thumbs
        self._who: tuple[str, str, QImage | None] = ("", "", None)
        self._content = Content()
        self._measured = parse("")
        self._begun = False
        self._drawer: Drawer | None = None
        self._card: PreviewCard | None = None
        self.pane = PreviewPane(settings)
        tasks.after_first_frame(self._begin)

    def show_shop(self, name: str, handle: str, logo: QImage | None) -> None:
        self._who = (name, handle, logo)
        self._show()

    def show_content(self, content: Content, measured: tuple[Parsed, ...]) -> None:
        self._content, self._measured = content, measured[0]
        self._show()

    @property
    def value(self) -> PreviewValue:
        from ui.compose.preview_value import preview_of

        name, handle, logo = self._who
        images = [self._thumbs.get(one.hash, LARGE) for one in self._content.pictures]
        return preview_of(
            self._content.text,
            self._measured,
            name=name,
            handle=handle,
            logo=logo,
            images=[image for image in images if image is not None],
        )

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

    def _begin(self) -> None:
        self._begun = True
        self._show()

    def _show(self) -> None:
        if not self._begun:
            return
        value = self.value
        self.pane.card.show_post(value)
        if self._card is not None:
            self._card.show_post(value)

    def _make_drawer(self) -> None:
        from widgets.drawer import Drawer

        self._drawer = Drawer(
            self._room,
            width=WIDE + MEASURES.s16,
            title=self.tr("As on X"),
            close_icon=icon("x"),
            close_name=self.tr("Close the preview"),
        )
        self._card = self.pane.new_card(outlined=True)
        self._card.show_post(self.value)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(MEASURES.s16, 0, MEASURES.s16, MEASURES.s16)
        layout.addWidget(self._card)
        layout.addStretch(1)
        self._drawer.set_content(inner)
