"""The last three drafts under an empty sheet: one press goes on with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from services.publishing.posts import Post
from ui.build import label, row
from ui.compose.drafts_pane import short_when
from ui.theme import MEASURES
from widgets.pressable import Pressable
from widgets.text_block import direction_of, draw_lines, line_height
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, CAPTION, sized

MOST = 3
_LINES = 2
_SHOWN_CHARACTERS = 140


class LastDrafts(QWidget):
    """Hidden while there is nothing to offer. Made and filled after the first frame."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(_Card(self) for _ in range(MOST))
        for each in self._cards:
            each.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s8)
        layout.addWidget(label(self.tr("Go on with"), kind="caption"))
        cards = row(*self._cards, gap=MEASURES.s12)
        for place in range(MOST):
            cards.setStretch(place, 1)
        layout.addLayout(cards)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def cards(self) -> tuple[_Card, ...]:
        """Those that are shown."""
        return tuple(card for card in self._cards if not card.isHidden())

    def show_posts(self, posts: Sequence[Post], *, zone: str, now: int) -> None:
        """The newest come first. None hides the whole row."""
        shown = list(posts[:MOST])
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(shown))
            if place < len(shown):
                post = shown[place]
                when = short_when(self.locale(), post.changed_at, zone=zone, now=now)
                card.show_draft(post.id, " ".join(post.text[:_SHOWN_CHARACTERS].split()), when)
        self.setVisible(bool(shown))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _Card):
            self.chosen.emit(pressed.post_id)


class _Card(Pressable):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.post_id = ""
        self._words = ""
        self._when = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_draft(self, post_id: str, words: str, when: str) -> None:
        self.post_id = post_id
        self._words = words or self.tr("Pictures without text")
        self._when = when
        self.setAccessibleName(f"{self._words}, {when}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = _LINES * line_height(self._words, sized(self.font(), BASE))
        caption = QFontMetrics(sized(self.font(), CAPTION)).height()
        return QSize(180, round(lines + caption + 2 * MEASURES.s12 + MEASURES.s4))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() or self.isDown()
        painter.setPen(QPen(tones.line, 1))
        painter.setBrush(mix(tones.surface, tones.text, 0.04) if hovered else tones.surface)
        radius = MEASURES.card_radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        pad = MEASURES.s12
        area = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        painter.setPen(tones.text)
        draw_lines(
            painter,
            area,
            self._words,
            font=sized(self.font(), BASE),
            most=_LINES,
            direction=direction_of(self._words, self.layoutDirection()),
        )
        font = sized(self.font(), CAPTION)
        painter.setFont(font)
        painter.setPen(tones.quiet)
        below = QRectF(area)
        below.setTop(area.bottom() - QFontMetrics(font).height())
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            below, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, self._when
        )
