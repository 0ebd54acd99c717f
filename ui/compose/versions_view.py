"""An earlier version beside now: what comes back underlined, what goes struck through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from services.text.differ import Change, Piece
from ui.build import label, row
from ui.theme import MEASURES
from widgets.text_block import direction_of
from widgets.tones import tones_of

_LINE = 150.0
"""Of a line's height, in percent."""


class VersionView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._back = label(self.tr("comes back"), kind="chip", tone="green")
        self._gone = label(self.tr("goes"), kind="chip", tone="red")
        _mark(self._back, underline=True)
        _mark(self._gone, strike=True)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What differs from now"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._note = label(kind="caption", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s8)
        heading = label(self.tr("Compared with now"), kind="strong")
        layout.addLayout(row(heading, None, self._back, self._gone))
        layout.addWidget(self.text, 1)
        layout.addWidget(self._note)

    def show_waiting(self) -> None:
        """While long texts are compared."""
        self._pieces = ()
        for each in (self._back, self._gone, self._note):
            each.hide()
        self.text.setPlainText(self.tr("Being compared with now…"))
        self.text.setAccessibleDescription("")

    def show_pieces(self, pieces: Sequence[Piece], note: str = "") -> None:
        """`note` says what differs besides the words."""
        self._pieces = tuple(pieces)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        kinds = {piece.change for piece in pieces}
        self._back.setVisible(Change.ADDED in kinds)
        self._gone.setVisible(Change.REMOVED in kinds)
        self.text.setAccessibleDescription(self._spoken())
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        for piece in pieces:
            cursor.insertText(piece.text, self._look(piece.change))
        cursor.endEditBlock()
        self._turn_paragraphs()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, change: Change) -> QTextCharFormat:
        tones, look = tones_of(self), QTextCharFormat()
        look.setForeground(tones.text)
        if change is Change.ADDED:
            look.setForeground(tones.green)
            look.setFontUnderline(True)
        elif change is Change.REMOVED:
            look.setForeground(tones.red)
            look.setFontStrikeOut(True)
        return look

    def _turn_paragraphs(self) -> None:
        """Each by its own first strong letter; in a right-to-left window all begin at the right."""
        block = self.text.document().firstBlock()
        cursor = QTextCursor(self.text.document())
        while block.isValid():
            way = direction_of(block.text(), self.layoutDirection())
            shape = QTextBlockFormat()
            shape.setLayoutDirection(way)
            right = self.isRightToLeft() or way is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            shape.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            block = block.next()

    def _spoken(self) -> str:
        """For whoever hears no colour: the changes alone, in their order."""
        said = []
        for piece in self._pieces:
            words = " ".join(piece.text.split())
            if words and piece.change is Change.ADDED:
                said.append(self.tr("comes back: {words}").format(words=words))
            elif words and piece.change is Change.REMOVED:
                said.append(self.tr("goes: {words}").format(words=words))
        return "; ".join(said)


def _mark(of: QLabel, *, underline: bool = False, strike: bool = False) -> None:
    font = of.font()
    font.setUnderline(underline)
    font.setStrikeOut(strike)
    of.setFont(font)
