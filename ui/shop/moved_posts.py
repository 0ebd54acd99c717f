"""Which posts have another time now that days were closed or opened, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import when
from ui.build import button, column, label, row
from ui.theme import MEASURES
from widgets.isolates import held

if TYPE_CHECKING:
    from services.publishing.posts import Post

_NAMED = 3
_WORDS = 32
"""Characters of a post that name it."""


class MovedPosts(QWidget):
    """Hidden while none was moved."""

    show_asked = Signal(str)
    """The first of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = ""
        self._said = label(kind="caption", wrap=True)
        self.show_them = button(self.tr("Show in the queue"), kind="link", icon="calendar-clock")
        self.show_them.setProperty("dense", True)
        self.show_them.setProperty("flush", True)
        self.show_them.clicked.connect(self._on_show)
        self.setLayout(column(self._said, row(self.show_them, None), gap=MEASURES.s4))
        self.hide()

    def says(self) -> str:
        return self._said.text()

    def tell(self, posts: Sequence[Post], *, now: int, zone: str) -> None:
        """`posts` in time; `zone` is the shop's."""
        self._first = posts[0].id if posts else ""
        lines = [self.tr("%n posts have another time now.", "", len(posts))] if posts else []
        lines += [self._line(post, now, zone) for post in posts[:_NAMED]]
        if len(posts) > _NAMED:
            lines.append(self.tr("and %n more", "", len(posts) - _NAMED))
        self._said.setText("\n".join(lines))
        self.setVisible(bool(posts))

    def forget(self) -> None:
        self.tell((), now=0, zone="UTC")

    def _line(self, post: Post, now: int, zone: str) -> str:
        words = " ".join(post.text.split())
        words = words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"
        if post.due_at is None:
            return held(words)
        locale = self.locale()
        day = when.named_day(locale, when.date_of(post.due_at, zone), when.date_of(now, zone))
        return self.tr("{post}: {day}, {time}").format(
            post=held(words), day=day, time=when.clock_time(locale, post.due_at, zone)
        )

    def _on_show(self) -> None:
        self.show_asked.emit(self._first)
