"""The posts seen most in the period."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QWidget

from services.analytics.figures import TopPost
from ui import build, when
from ui.analytics.rows import Rows, apart
from ui.queue.values import Picture
from ui.shown_text import shown_text
from widgets.post_row import PostRow, RowValue


class TopPosts(QFrame):
    opened = Signal(str)
    """A post's id on X."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        self._rows = Rows()
        title = build.label(self.tr("Seen most"), kind="strong")
        title.setContentsMargins(8, 0, 8, 0)
        self._none = build.label(
            self.tr("No post was seen in these days."), kind="quiet", wrap=True
        )
        self._none.setContentsMargins(8, 0, 8, 0)
        self.setLayout(build.column(title, self._none, self._rows, None, margins=(8, 16, 8, 8)))
        self._rows.chosen.connect(self.opened)

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return self._rows.rows

    def set(
        self, posts: tuple[TopPost, ...], *, locale: QLocale, zone: str, picture: Picture
    ) -> None:
        self._rows.set(self._value(post, locale, zone, picture) for post in posts)
        self._none.setVisible(not posts)

    def _value(self, post: TopPost, locale: QLocale, zone: str, picture: Picture) -> RowValue:
        day = when.day_month(locale, when.date_of(post.at, zone))
        reactions = apart(self.tr("%Ln reactions", "", post.engagements))
        return RowValue(
            id=post.x_post_id,
            text=shown_text(post.text),
            caption=self.tr("{day} · {reactions}").format(day=day, reactions=reactions),
            figure=locale.toString(post.seen),
            picture=picture(post.picture) if post.picture else None,
            pictured=post.pictured,
        )
