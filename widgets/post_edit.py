"""The field a post is written in: plain text only, each paragraph in its own direction.

Positions in its methods are code points of `text()`; Qt's UTF-16 stays inside. Pictures that are
pasted or dropped are offered by a signal, never put into the text. It is a QTextEdit because a
QPlainTextEdit knows no line height.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from widgets.document_text import DocumentText
from widgets.pasted import pictures_in, usable
from widgets.post_direction import Direction, choice_of, overrides_in
from widgets.post_paper import MOST_MARKED, PostPaper
from widgets.post_prefix import prefix_at
from widgets.text_block import direction_of, reads_rightwards


class PostEdit(PostPaper):
    changed = Signal(str)
    """The text, after each change that changed it."""
    pictures_offered = Signal(object)
    """A tuple of Path (files, pictures or not) or bytes (a picture from the clipboard)."""
    cleaned = Signal(int)
    """How many signs of a paste were dropped because no post can hold them."""
    direction_changed = Signal(object)
    """The Direction chosen for the paragraph the caret stands in is another."""
    completing = Signal(str)
    """The hashtag or name that is being typed, with its sign; empty when it no longer is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directing = False
        self._direction = Direction.AUTO
        self._prefix = ""
        self._typing = False
        self._caret_before = 0
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def set_text(self, text: str) -> None:
        """Another text: nothing of the one before can be undone into it."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(usable(text)[0])
        self._space_lines()
        self.document().setUndoRedoEnabled(True)

    def insert(self, text: str) -> None:
        """Types `text` at the caret, as one step of undo."""
        kept, dropped = usable(text)
        _put(self.textCursor(), kept)
        if dropped:
            self.cleaned.emit(dropped)

    def caret(self) -> int:
        return self._written.ruler.to_points(self.textCursor().position())

    def place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._written.ruler.to_units(position))
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._written.ruler.to_units(start))
        cursor.setPosition(self._written.ruler.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts `text` in place of a stretch, as one step of undo."""
        to_units = self._written.ruler.to_units
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(start))
        cursor.setPosition(to_units(end), QTextCursor.MoveMode.KeepAnchor)
        _put(cursor, text)

    def direction(self) -> Direction:
        """What was chosen for the paragraph the caret stands in."""
        return choice_of(self.textCursor().block())

    def set_direction(self, direction: Direction) -> None:
        """Chooses for that paragraph, as the mark it begins with: one step of undo."""
        block = self.textCursor().block()
        before = choice_of(block)
        if direction is before:
            return
        cursor = QTextCursor(block)
        if before is not Direction.AUTO:
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
            )
        cursor.insertText(direction.value)

    def turn_round(self) -> None:
        """Lets the paragraph run the other way, with no mark where its words do so already."""
        block = self.textCursor().block()
        was_left = block.textDirection() is Qt.LayoutDirection.RightToLeft
        words = block.text().lstrip(Direction.LTR.value + Direction.RTL.value)
        if reads_rightwards(words) is was_left:
            self.set_direction(Direction.AUTO)
        else:
            self.set_direction(Direction.LTR if was_left else Direction.RTL)

    def complete(self, word: str) -> None:
        """Puts `word` in place of what `completing` told, and a space, as one step of undo."""
        prefix = self._prefix_now()
        if not prefix:
            return
        caret = self.caret()
        after = self.text()[caret : caret + 1]
        self._tell_prefix("")
        self.replace(caret - len(prefix), caret, word if after.isspace() else word + " ")
        if after.isspace():
            self.moveCursor(QTextCursor.MoveOperation.NextCharacter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_X and event.modifiers() == turns:
            self.turn_round()
            return
        before = self._written
        self._typing = True
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            # Qt's own Return in an empty paragraph takes its look from it instead.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
        self._typing = False
        is_offered = self._written is not before or self._prefix_now() == self._prefix
        self._tell_prefix(self._prefix_now() if is_offered else "")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._typing = True
        super().inputMethodEvent(event)
        self._typing = False
        # What an input method still shows is not written yet: its own list stands there.
        self._tell_prefix("" if event.preeditString() else self._prefix_now())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        offered = pictures_in(source)
        if offered:
            self.pictures_offered.emit(offered)
        elif source.hasText():
            self.insert(source.text())

    def _on_text_changed(self) -> None:
        if self._directing:
            return
        written = DocumentText(self.document().toRawText())
        if written.text == self.text():
            return
        self._written = written
        to_units = written.ruler.to_units
        self._overrides = [to_units(at) for at in overrides_in(written.text)[:MOST_MARKED]]
        # After Undo a new step would be the end of Redo.
        if not self.document().isRedoAvailable():
            self._direct(self.textCursor().block())
        self._tell_direction()
        self.changed.emit(written.text)

    def _on_caret_moved(self) -> None:
        self._keep_behind_mark()
        self._caret_before = self.textCursor().position()
        self._tell_direction()
        if self._prefix and not self._typing and self._prefix_now() != self._prefix:
            self._tell_prefix("")

    def _keep_behind_mark(self) -> None:
        """What is typed where a paragraph begins comes behind its mark, or the mark is lost."""
        cursor = self.textCursor()
        block = cursor.block()
        if cursor.hasSelection() or cursor.position() != block.position():
            return
        if choice_of(block) is Direction.AUTO:
            return
        came_from_behind = self._caret_before == block.position() + 1
        if came_from_behind and block.previous().isValid():
            cursor.setPosition(block.position() - 1)
        else:
            cursor.setPosition(block.position() + 1)
        self.setTextCursor(cursor)

    def _tell_direction(self) -> None:
        direction = self.direction()
        if direction is not self._direction:
            self._direction = direction
            self.direction_changed.emit(direction)

    def _prefix_now(self) -> str:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return ""
        block = cursor.block()
        at = cursor.positionInBlock()
        return prefix_at(block.text(), at)

    def _tell_prefix(self, prefix: str) -> None:
        if prefix != self._prefix:
            self._prefix = prefix
            self.completing.emit(prefix)

    def _direct(self, block: QTextBlock) -> None:
        """A paragraph without any letter goes on in the direction of the one above it.

        Qt finds the direction of the others, by their first strong letter.
        """
        above = block.previous()
        otherwise = above.textDirection() if above.isValid() else self.layoutDirection()
        text = block.text()
        wanted = Qt.LayoutDirection.LayoutDirectionAuto
        if reads_rightwards(text) is None and not _has_unknown(text):
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


def _put(cursor: QTextCursor, text: str) -> None:
    """As a step that what follows from it, the paragraph's direction, can be joined to."""
    cursor.beginEditBlock()
    cursor.insertText(text)
    cursor.endEditBlock()


def _has_unknown(text: str) -> bool:
    """Signs newer than Python's tables: Qt's are newer, and know their direction."""
    return any(unicodedata.category(sign) == "Cn" for sign in text)
