"""A post or a thread as X shows it, on a card: parts below each other, their faces joined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.isolates import held
from widgets.preview_parts import PreviewNote, PreviewPoll, PreviewValue
from widgets.preview_post import PreviewPost
from widgets.tones import tones_of

_WIDE = 288

__all__ = ["PreviewCard", "PreviewNote", "PreviewPoll", "PreviewValue"]


class PreviewCard(QWidget):
    def __init__(self, parent: QWidget | None = None, *, outlined: bool = False) -> None:
        """`outlined`: on a ground of its own colour, where only a line can part them."""
        super().__init__(parent)
        self._outlined = outlined
        self._shown = 1
        self._hint = ""
        self._icons: tuple[QIcon, ...] = ()
        self._posts = [PreviewPost(self)]
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._posts[0])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_post(self, value: PreviewValue) -> None:
        self.show_thread((value,))

    def show_thread(self, values: Sequence[PreviewValue]) -> None:
        """One value a part. What is as it was costs nothing."""
        self._make(len(values))
        last = len(values) - 1
        for number, (post, value) in enumerate(zip(self._posts, values, strict=False)):
            if value != post.value():
                post.show_post(value)
                post.setAccessibleName(_name(value))
                post.setAccessibleDescription(_rest(value))
            post.join(above=number > 0, below=number < last)
        self._name(values)

    def set_hint(self, hint: str) -> None:
        """What stands in the place of the words while there are none."""
        self._hint = hint
        for post in self._posts:
            post.set_hint(hint)

    def set_icons(self, icons: Sequence[QIcon]) -> None:
        """The row under a post on X: answers, reposts, likes, views."""
        self._icons = tuple(icons)
        for post in self._posts:
            post.set_icons(icons)

    def set_outlined(self, on: bool) -> None:
        self._outlined = on
        self.update()

    def value(self) -> PreviewValue:
        """Of the first part."""
        return self._posts[0].value()

    def posts(self) -> tuple[PreviewPost, ...]:
        """The parts that are shown."""
        return tuple(self._posts[: self._shown])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(post.heightForWidth(width) for post in self.posts())

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.heightForWidth(self.width() if self.isVisible() else _WIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.line if self._outlined else tones.surface, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.end()

    def _make(self, count: int) -> None:
        """So many posts are shown; those of a longer thread before wait for the next one."""
        while len(self._posts) < count:
            post = PreviewPost(self)
            post.set_hint(self._hint)
            post.set_icons(self._icons)
            self._posts.append(post)
            self._layout.addWidget(post)
        if count != self._shown:
            self._shown = count
            for number, post in enumerate(self._posts):
                post.setVisible(number < count)
            self.updateGeometry()

    def _name(self, values: Sequence[PreviewValue]) -> None:
        first = values[0]
        # Held together, or a sign in the name would turn the words after it.
        name, text = held(first.name) if _turns(first.name) else first.name, first.text
        words = self.tr("Preview: {name}, {text}").format(name=name, text=text)
        if words != self.accessibleName():
            self.setAccessibleName(words)


def _name(value: PreviewValue) -> str:
    return value.text or value.name


def _rest(value: PreviewValue) -> str:
    """All that stands below the words, for those who do not see it."""
    poll = (*value.poll.options, value.poll.footer) if value.poll is not None else ()
    return ". ".join(part for part in (*poll, *(note.text for note in value.notes)) if part)


def _turns(name: str) -> bool:
    return any("\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069" for sign in name)
