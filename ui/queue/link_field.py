"""Where the link to a post on X is pasted: read without network, and questioned where it is odd."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from services.x_api.post_links import PostLink, read_post_link
from ui import build
from ui.shop.field import line_edit
from ui.theme import MEASURES
from widgets.isolates import held


class LinkField(QWidget):
    entered = Signal()
    """Return was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = self._handle = self._let = ""
        self.edit = line_edit("https://x.com/…/status/…")
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._name = build.label(kind="caption", wrap=True)
        self._name.setBuddy(self.edit)
        self.offer = build.button(
            self.tr("Use the link from the clipboard"), kind="link", icon="link", in_row=True
        )
        self.offer.setProperty("flush", True)
        self.offer.hide()
        self.note = build.label(kind="caption", tone="amber", wrap=True)
        self.note.hide()
        self.setLayout(
            build.column(
                self._name,
                self.edit,
                build.row(self.offer, None),
                self.note,
                gap=MEASURES.s4,
            )
        )
        self.edit.textChanged.connect(self._on_typed)
        self.edit.returnPressed.connect(self.entered)
        self.offer.clicked.connect(self._on_offer)
        QGuiApplication.clipboard().dataChanged.connect(self._look_at_clipboard)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # Elsewhere it is copied; here it is offered when the owner comes back.
            app.applicationStateChanged.connect(self._look_at_clipboard)

    def turn_to(self, key: str, *, name: str, handle: str) -> None:
        """`key` tells one post or part from another: what was pasted for that one goes away."""
        self._handle = handle
        self._name.setText(name)
        self.edit.setAccessibleName(name)
        if key != self._key:
            self._key = key
            self._let = ""
            self.edit.clear()
            self.note.hide()
        self._look_at_clipboard()

    def link(self) -> PostLink | None:
        return read_post_link(self.edit.text())

    def is_given(self) -> bool:
        return bool(self.edit.text().strip())

    def accepts(self) -> bool:
        """What stands here can be taken. Otherwise it is said why; odd, it is taken when asked
        for a second time."""
        if not self.is_given():
            return True
        link = self.link()
        if link is None:
            self.refuse(self.tr("This is no link to a post on X. Paste it again, or clear it."))
            return False
        if link.is_of(self._handle) or self._let == self.edit.text():
            return True
        self._let = self.edit.text()
        self.refuse(
            self.tr("This post is by {other}, not by {handle}. Press again if it is yours.").format(
                other=held(f"@{link.handle}"), handle=held(f"@{self._handle.lstrip('@')}")
            )
        )
        return False

    def is_taken(self) -> None:
        """The link is filed with another post, or another part."""
        self.refuse(self.tr("Another post here has this link already. Copy that of this one."))

    def refuse(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()
        self.edit.setFocus()

    def _on_typed(self) -> None:
        self.note.hide()
        self._look_at_clipboard()

    def _on_offer(self) -> None:
        self.edit.setText(QGuiApplication.clipboard().text().strip())

    def _look_at_clipboard(self) -> None:
        """Out of sight nothing is read: another program's clipboard may be slow to answer."""
        if not self.edit.isVisible():
            self.offer.hide()
            return
        found = read_post_link(QGuiApplication.clipboard().text())
        here = self.link()
        known = found is None or (here is not None and here.x_post_id == found.x_post_id)
        self.offer.setVisible(not known)
