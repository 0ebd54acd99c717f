"""The field a post is written in: plain text only, each paragraph in its own direction.

Positions in its methods are code points of `text()`; Qt's UTF-16 stays inside. Pictures that are
pasted or dropped are offered by a signal, never put into the text. It is a QTextEdit because a
QPlainTextEdit knows no line height.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from widgets.document_text import text_of
from widgets.measures import MEASURES
from widgets.post_highlighter import PostHighlighter, runs_of
from widgets.text_block import direction_of, reads_rightwards
from widgets.tones import tones_of
from widgets.utf16 import to_points, to_units

_FEWEST_LINES = 6
_MOST_LINES = 18
# Half pairs and the first row cannot be kept or sent; U+FDD0 and U+FDD1 are Qt's own marks inside
# a document.
_UNUSABLE = re.compile("[\x00\ufeff\ufffe\uffff\ud800-\udfff\ufdd0\ufdd1]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class PostEdit(QTextEdit):
    changed = Signal(str)
    """The text, after each change that changed it."""
    pictures_offered = Signal(object)
    """A tuple of Path (files, pictures or not) or bytes (a picture from the clipboard)."""
    cleaned = Signal(int)
    """How many signs of a paste were dropped because no post can hold them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._hint = ""
        self._overflow_from: int | None = None
        self._fewest_lines = _FEWEST_LINES
        self._directing = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "post")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self._highlighter = PostHighlighter(self.document())
        self._take_look()
        self._space_lines()
        self.textChanged.connect(self._on_text_changed)
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
        return self._text

    def set_text(self, text: str) -> None:
        """Another text: nothing of the one before can be undone into it."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(_clean(text)[0])
        self._space_lines()
        self.document().setUndoRedoEnabled(True)

    def insert(self, text: str) -> None:
        """Types `text` at the caret, as one step of undo."""
        kept, dropped = _clean(text)
        self.textCursor().insertText(kept)
        if dropped:
            self.cleaned.emit(dropped)

    def set_spans(
        self, spans: Iterable[tuple[int, int]], *, overflow_from: int | None = None
    ) -> None:
        """Colours links, hashtags and mentions; tints all from `overflow_from` on.

        What is tinted has no other colours: a paste of 20,000 hashtags is as quick as any.
        """
        if overflow_from is not None:
            spans = [span for span in spans if span[0] < overflow_from]
        flat = [position for span in sorted(spans) for position in span]
        at = to_units(self._text, flat)
        pairs = tuple(zip(at[::2], at[1::2], strict=True))
        self._highlighter.set_runs(runs_of(self.document().firstBlock(), pairs))
        self._overflow_from = overflow_from
        self._tint()

    def caret(self) -> int:
        return to_points(self._text, self.textCursor().position())

    def place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(to_units(self._text, (position,))[0])
        self.setTextCursor(cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts `text` in place of a stretch, as one step of undo."""
        at = to_units(self._text, (start, end))
        cursor = QTextCursor(self.document())
        cursor.setPosition(at[0])
        cursor.setPosition(at[1], QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        offered = pictures_in(source)
        if offered:
            self.pictures_offered.emit(offered)
        elif source.hasText():
            self.insert(source.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._text or not self._hint or not self.document().isEmpty():
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

    def _tint(self) -> None:
        """A selection of its own: it costs nothing to lay out, however long a paste was."""
        if self._overflow_from is None:
            self.setExtraSelections([])
            return
        tones = tones_of(self)
        beyond = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(self._text, (self._overflow_from,))[0])
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        beyond.cursor = cursor
        beyond.format.setBackground(tones.red_tint)
        beyond.format.setForeground(tones.red)
        self.setExtraSelections([beyond])

    def _space_lines(self) -> None:
        """No line is lower than `post_line`; some scripts need it higher."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            MEASURES.post_line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        cursor.mergeBlockFormat(spacing)

    def _on_text_changed(self) -> None:
        if self._directing:
            return
        text = text_of(self.document())
        if text == self._text:
            return
        self._text = text
        self._direct(self.textCursor().block())
        self.changed.emit(text)

    def _direct(self, block: QTextBlock) -> None:
        """A paragraph without any letter goes on in the direction of the one above it.

        Qt finds the direction of the others, by their first strong letter.
        """
        above = block.previous()
        otherwise = above.textDirection() if above.isValid() else self.layoutDirection()
        text = block.text()
        wanted = Qt.LayoutDirection.LayoutDirectionAuto
        if reads_rightwards(text) is None:
            wanted = direction_of(text, otherwise)
        form = block.blockFormat()
        if form.layoutDirection() == wanted or block.textDirection() == wanted:
            return
        self._directing = True
        cursor = QTextCursor(block)
        cursor.joinPreviousEditBlock()
        form = QTextBlockFormat()
        form.setLayoutDirection(wanted)
        cursor.mergeBlockFormat(form)
        cursor.endEditBlock()
        self._directing = False

    def _tall(self) -> int:
        lines = self.document().size().height() + self.contentsMargins().top() * 2
        line = max(MEASURES.post_line, self.fontMetrics().height())
        return round(min(max(lines, self._fewest_lines * line), _MOST_LINES * line))

    def _on_size_changed(self) -> None:
        tall = self._tall()
        if tall != self.height():
            self.setFixedHeight(tall)


def pictures_in(source: QMimeData) -> tuple[Path | bytes, ...]:
    """Files of this computer, or the picture of a clipboard that holds no words.

    Whether a file is a picture is not told by its name: whoever opens it says so.
    """
    files = tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
    if files:
        return files
    if source.hasFormat("text/plain") or not source.hasImage():
        return ()
    ready = source.data("image/png")
    return (bytes(ready.data()),) if ready.size() else _as_png(source.imageData())


def _as_png(image: object) -> tuple[bytes, ...]:
    if not isinstance(image, QImage) or image.isNull():
        return ()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Not QImage.save: PySide6 refuses bytes there as a format, against its own stubs.
    QImageWriter(buffer, b"png").write(image)
    return (bytes(buffer.data().data()),)


def _clean(text: str) -> tuple[str, int]:
    """The text without what no post can hold, and how much that was."""
    joined = _PAIR.sub(_join, text)
    return _UNUSABLE.subn("", joined)


def _join(match: re.Match[str]) -> str:
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
