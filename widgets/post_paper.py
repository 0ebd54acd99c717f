"""The sheet's field as it looks: lines no lower than the post's, colours, what stands in it empty.

Positions in its methods are code points of `text()`; Qt's UTF-16 stays inside.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from widgets.document_text import DocumentText
from widgets.measures import MEASURES
from widgets.post_highlighter import LONG, SOON_MS, PostHighlighter
from widgets.text_block import direction_of
from widgets.tones import tones_of

_FEWEST_LINES = 6
_MOST_LINES = 18
_FLAG = 3
MOST_MARKED = 200
"""Signs that turn the order of words are shown; not every one of a text made of them."""


class PostPaper(QTextEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = DocumentText()
        self._overrides: list[int] = []
        self._hint = ""
        self._overflow_from: int | None = None
        self._fewest_lines = _FEWEST_LINES
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "post")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self._highlighter = PostHighlighter(self.document())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._tint)
        self._take_look()
        self._space_lines()
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._on_size_changed()

    def set_hint(self, hint: str) -> None:
        """What stands in the empty field."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        # Asked for the first time, PySide reads in every class the viewport might be.
        if self.isVisible():
            self.viewport().update()

    def set_fewest_lines(self, lines: int) -> None:
        """How tall it is with few words."""
        self._fewest_lines = lines
        self._on_size_changed()

    def text(self) -> str:
        return self._written.text

    def set_spans(
        self, spans: Iterable[tuple[int, int]], *, overflow_from: int | None = None
    ) -> None:
        """Colours links, hashtags and mentions; tints all from `overflow_from` on.

        What is tinted has no other colours: a paste of 20,000 hashtags is as quick as any.
        """
        if overflow_from is not None:
            spans = [span for span in spans if span[0] < overflow_from]
        self._highlighter.set_colours(self._written.runs(sorted(spans)))
        self._overflow_from = overflow_from
        if self._tinted_long() and overflow_from is not None:
            if not self._soon.isActive():
                self._soon.start()
        else:
            self._tint()

    def set_underlined(self, spans: Iterable[tuple[int, int]]) -> None:
        """Draws a wavy amber line under words to avoid; they keep their colours."""
        self._highlighter.set_underlined(self._written.runs(sorted(spans)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._overrides:
            self._mark_overrides(event.rect().top(), event.rect().bottom())
        if self.text() or not self._hint or not self.document().isEmpty():
            return
        if self.textCursor().block().layout().preeditAreaText():
            return
        # Qt's own placeholder stands at the paragraph's top, not on its tall first line.
        painter = QPainter(self.viewport())
        painter.setPen(tones_of(self).quiet)
        painter.setFont(self.font())
        area = QRectF(self.viewport().rect()).adjusted(1, self.cursorRect().top(), -1, 0)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        option.setTextDirection(direction_of(self._hint, self.layoutDirection()))
        painter.drawText(area, self._hint, option)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._take_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    def _take_look(self) -> None:
        if hasattr(self, "_highlighter"):
            self._highlighter.set_tones(tones_of(self))
            self._tint()

    def _tinted_long(self) -> bool:
        """Whether the tint begins in a very long paragraph: to find a place there takes a while,
        and meanwhile the tint goes along with its words.
        """
        return any(each.cursor.block().length() > LONG for each in self.extraSelections())

    def _tint(self) -> None:
        """A selection of its own: it costs nothing to lay out, however long a paste was."""
        self._soon.stop()
        if self._overflow_from is None:
            if self.extraSelections():
                self.setExtraSelections([])
            return
        tones = tones_of(self)
        beyond = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._written.ruler.to_units(self._overflow_from))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        beyond.cursor = cursor
        beyond.format.setBackground(tones.red_tint)
        beyond.format.setForeground(tones.red)
        self.setExtraSelections([beyond])

    def _mark_overrides(self, top: int, bottom: int) -> None:
        """They have no width of their own: a small amber flag stands where each one does."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tones_of(self).amber)
        painter.setBrush(tones_of(self).amber)
        cursor = QTextCursor(self.document())
        for place in self._overrides:
            cursor.setPosition(place)
            box = QRectF(self.cursorRect(cursor))
            if box.bottom() < top or box.top() > bottom:
                continue
            at = QPointF(box.center().x(), box.top())
            painter.drawLine(at, QPointF(at.x(), box.bottom()))
            sides = (QPointF(-_FLAG, 0), QPointF(_FLAG, 0), QPointF(0, _FLAG))
            painter.drawPolygon(QPolygonF([at + side for side in sides]))

    def _space_lines(self) -> None:
        """No line is lower than `post_line`; some scripts need it higher."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            MEASURES.post_line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        cursor.mergeBlockFormat(spacing)

    def _tall(self) -> int:
        lines = self.document().size().height() + self.contentsMargins().top() * 2
        line = max(MEASURES.post_line, self.fontMetrics().height())
        return round(min(max(lines, self._fewest_lines * line), _MOST_LINES * line))

    def _on_size_changed(self) -> None:
        tall = self._tall()
        if tall != self.height():
            self.setFixedHeight(tall)
