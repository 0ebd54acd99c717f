"""One answer of a poll as it is written: a field with its count, and a button that takes it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from widgets.measures import MEASURES
from widgets.speech import announce
from widgets.start_edit import StartEdit
from widgets.text_block import direction_of
from widgets.tones import tones_of
from widgets.type_scale import CAPTION, fit_icon, sized

_NEAR = 10
_ROOM = 34
"""Kept free of words for the count, at text of 100 %."""
_MINUS = "\u2212"
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class OptionEdit(StartEdit):
    """Begins where its words begin: an Arabic answer at the right, in any window."""

    next_asked = Signal()
    move_asked = Signal(int)
    """-1 up, 1 down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._left = _NEAR + 1
        self._wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._align)

    def show_left(self, left: int) -> None:
        """How many characters it still has room for."""
        before, self._left = self._left, left
        words = ""
        if left < 0:
            words = self.tr("%Ln characters too many", "", -left)
        elif left <= _NEAR:
            words = self.tr("%Ln characters left", "", left)
        self.setAccessibleDescription(words)
        if self.hasFocus() and (left < 0 <= before or before > left in (0, _NEAR)):
            announce(self, words)
        self._align()
        self.update()

    def left(self) -> int:
        return self._left

    def mark(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    @property
    def is_marked(self) -> bool:
        return self._wrong or self._left < 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps and held & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held & ~_PLAIN:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._align()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_marked:
            wide = 2 if self.hasFocus() else 1.5
            painter.setPen(QPen(tones.red, wide))
            inset = wide / 2
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, MEASURES.radius - inset, MEASURES.radius - inset)
        if self._left <= _NEAR:
            painter.setFont(sized(self.font(), CAPTION, strong=self._left < 0))
            painter.setPen(tones.red if self._left < 0 else tones.quiet)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            box = QRectF(self.rect()).adjusted(MEASURES.s12, 0, -MEASURES.s12, 0)
            side = Qt.AlignmentFlag.AlignLeft if self._from_right else Qt.AlignmentFlag.AlignRight
            words = self.locale().toString(self._left).replace("-", _MINUS)
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _align(self) -> None:
        around = self.parentWidget()
        window = around.layoutDirection() if around is not None else self.layoutDirection()
        words = direction_of(self.text(), window)
        rtl = Qt.LayoutDirection.RightToLeft
        self._from_right = rtl in (window, words)
        side = Qt.AlignmentFlag.AlignRight if self._from_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        near = getattr(self, "_left", _NEAR + 1) <= _NEAR
        room = round(_ROOM * self.fontMetrics().height() / 18) if near else 0
        self.setTextMargins(*((room, 0, 0, 0) if self._from_right else (0, 0, room, 0)))


class PollOption(QWidget):
    remove_asked = Signal()

    def __init__(self, cross: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = OptionEdit(self)
        self.remove = QToolButton()
        self.remove.setProperty("kind", "icon")
        self.remove.setAutoRaise(True)
        self.remove.setIcon(cross)
        fit_icon(self.remove, self.remove.iconSize())
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.clicked.connect(self.remove_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s4)
        layout.addWidget(self.edit)
        layout.addWidget(self.remove)

    def set_place(self, number: int, *, may_go: bool, keeps_room: bool) -> None:
        """`number` from 1 on. `keeps_room`: others have the button, and their ends are to meet."""
        shown = self.locale().toString(number)
        name = self.tr("Option {number}").format(number=shown)
        self.edit.setPlaceholderText(name)
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(self.tr("Alt+Up and Alt+Down move it"))
        gone = self.tr("Take option {number} out").format(number=shown)
        self.remove.setAccessibleName(gone)
        self.remove.setToolTip(gone)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_room)
        self.remove.setSizePolicy(policy)
        self.remove.setVisible(may_go)
