"""What an account kept by hand can see: its posts, and the way to X's own Analytics."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QWidget

from services.analytics.figures import FigureItem
from ui import build
from ui.analytics.rows import Rows, moment, opens, words_of
from ui.queue.values import Picture
from widgets.post_row import PostRow, RowValue

_SHOWN = 100


class OwnPosts(QFrame):
    """The posts of the period, newest first: as many as the tile says, up to a hundred rows."""

    opened = Signal(object)
    """The `FigureItem` of a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        self._items: tuple[FigureItem, ...] = ()
        self._rows = Rows()
        title = build.label(self.tr("Your posts"), kind="strong")
        title.setContentsMargins(8, 0, 8, 0)
        self._none = build.label(self.tr("No post in these days."), kind="quiet", wrap=True)
        self._none.setContentsMargins(8, 0, 8, 8)
        self.setLayout(build.column(title, self._none, self._rows, None, margins=(8, 16, 8, 8)))
        self._rows.chosen.connect(self._on_chosen)

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return self._rows.rows

    def set(
        self, items: tuple[FigureItem, ...], *, locale: QLocale, zone: str, picture: Picture
    ) -> None:
        """`items` come oldest first."""
        self._items = tuple(reversed(items))[:_SHOWN]
        values = []
        for number, item in enumerate(self._items):
            said = moment(locale, item.at, zone, self.tr("{day}, {time}"))
            text, caption = words_of(item, said)
            values.append(
                RowValue(
                    id=str(number),
                    text=text,
                    caption=caption,
                    picture=picture(item.picture) if item.picture else None,
                    pictured=item.pictured,
                )
            )
        shut = frozenset(str(n) for n, item in enumerate(self._items) if not opens(item))
        self._rows.set(values, closed=shut)
        self._none.setVisible(not items)

    def _on_chosen(self, number: str) -> None:
        self.opened.emit(self._items[int(number)])


class OnX(QFrame):
    """What only X knows, and the button that opens it there."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "card")
        title = build.label(self.tr("Seen, clicks and followers"), kind="strong", wrap=True)
        self.words = build.label(
            self.tr("X shows this only in its own Analytics"), kind="quiet", wrap=True
        )
        self.button = build.button(self.tr("Open X Analytics"), icon="external-link")
        self.setLayout(
            build.column(
                title, self.words, build.row(self.button, None), None, margins=(16, 16, 16, 16)
            )
        )
        self.button.clicked.connect(self.pressed)
