"""The posts seen most in the period."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from services.analytics.figures import TopPost
from ui import build, when
from ui.queue.values import Picture
from ui.shown_text import shown_text
from widgets.post_row import PostRow, RowValue


class TopPosts(QFrame):
    opened = Signal(str)
    """A post's id on X."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        self._rows: list[PostRow] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        title = build.label(self.tr("Seen most"), kind="strong")
        title.setContentsMargins(8, 0, 8, 0)
        self._none = build.label(
            self.tr("No post was seen in these days."), kind="quiet", wrap=True
        )
        self._none.setContentsMargins(8, 0, 8, 0)
        self.setLayout(build.column(title, self._none, self._body, None, margins=(8, 16, 8, 8)))

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    def set(
        self, posts: tuple[TopPost, ...], *, locale: QLocale, zone: str, picture: Picture
    ) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [PostRow(self._value(post, locale, zone, picture)) for post in posts]
        for row in self._rows:
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
        self._none.setVisible(not posts)

    def _value(self, post: TopPost, locale: QLocale, zone: str, picture: Picture) -> RowValue:
        day = when.day_month(locale, when.date_of(post.at, zone))
        reactions = self.tr("{day} · reactions: {count}").format(
            day=day, count=locale.toString(post.engagements)
        )
        return RowValue(
            id=post.x_post_id,
            text=shown_text(post.text),
            caption=reactions,
            figure=locale.toString(post.seen),
            picture=picture(post.picture) if post.picture else None,
            pictured=post.pictured,
        )

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PostRow):
            self.opened.emit(row.value.id)
