"""One word of a conversation: theirs at the start, ours at the end, with its state under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.own_words import OwnWords
from widgets.post_card import StateTone
from widgets.sign import Sign
from widgets.start_label import StartLabel

_PADDING = 12
_ICON = 14
_TONES = {
    StateTone.QUIET: "quiet",
    StateTone.BUSY: "blue",
    StateTone.GOOD: "green",
    StateTone.WARNING: "amber",
    StateTone.TROUBLE: "red",
}


@dataclass(frozen=True, slots=True)
class WordValue:
    """`day` is the name of its day. Under ours: `state`, `note` (a sentence) and the buttons."""

    id: str
    theirs: bool
    author: str
    text: str
    time: str
    day: str
    state: str = ""
    tone: StateTone = StateTone.QUIET
    icon: QIcon = field(default_factory=QIcon, compare=False)
    note: str = ""
    button: str = ""
    other: str = ""
    """A second button, where the note is a question."""


class MessageBubble(QWidget):
    pressed = Signal(str)
    """The button under it, with the word's id."""
    other_pressed = Signal(str)

    def __init__(self, value: WordValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._note: QLabel | None = None
        self.setAccessibleName(f"{value.author}, {value.time}: {value.text}")
        self._text = OwnWords(value.text, self)
        self._frame = QFrame(self)
        self._frame.setProperty("kind", "bubble-theirs" if value.theirs else "bubble-ours")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(_PADDING, 8, _PADDING, 8)
        inside.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        side = Qt.AlignmentFlag.AlignLeft if value.theirs else Qt.AlignmentFlag.AlignRight
        # Qt mirrors these two with the layout.
        column.addWidget(self._frame, 0, side)
        column.addLayout(self._foot())
        if value.note:
            column.addLayout(self._row([self._note_label()]))
        if value.button:
            column.addLayout(self._row(self._buttons()))

    @property
    def value(self) -> WordValue:
        return self._value

    def fit(self, width: int) -> None:
        """Makes the bubble as wide as its words, at most `width`."""
        room = max(width - 2 * _PADDING, 80)
        metrics = QFontMetricsF(self._text.font())
        lines = self._value.text.split("\n")
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        _fix(self._text, min(round(widest) + 4, room))
        if self._note is not None:
            wide = QFontMetricsF(self._note.font()).horizontalAdvance(self._value.note)
            _fix(self._note, min(round(wide) + 4, width))
        for part in (self._frame, self):
            # A layout that was asked while out of sight does not ask its parent again.
            if (layout := part.layout()) is not None:
                layout.invalidate()
                layout.activate()
            part.updateGeometry()

    def _foot(self) -> QHBoxLayout:
        parts: list[QWidget] = [_caption(self._value.time, "quiet", self)]
        if self._value.state:
            parts.append(_caption("·", "quiet", self))
            if not self._value.icon.isNull():
                parts.append(Sign(self._value.icon, size=_ICON, parent=self))
            parts.append(_caption(self._value.state, _TONES[self._value.tone], self))
        return self._row(parts)

    def _row(self, parts: list[QWidget]) -> QHBoxLayout:
        """On the side of the bubble."""
        row = QHBoxLayout()
        row.setSpacing(6)
        row.setContentsMargins(4, 0, 4, 0)
        if not self._value.theirs:
            row.addStretch(1)
        for part in parts:
            row.addWidget(part)
        if self._value.theirs:
            row.addStretch(1)
        return row

    def _note_label(self) -> QLabel:
        note = _caption(self._value.note, "quiet", self)
        note.setWordWrap(True)
        self._note = note
        return note

    def _buttons(self) -> list[QWidget]:
        made: list[QWidget] = []
        for text, pressed in (
            (self._value.button, self._on_pressed),
            (self._value.other, self._on_other_pressed),
        ):
            if text:
                button = QPushButton(text, self)
                button.setProperty("dense", True)
                button.setAutoDefault(False)
                button.clicked.connect(pressed)
                made.append(button)
        return made

    def _on_pressed(self) -> None:
        self.pressed.emit(self._value.id)

    def _on_other_pressed(self) -> None:
        self.other_pressed.emit(self._value.id)


def _fix(label: QLabel, width: int) -> None:
    """A layout that aligns a label asks it for a height at another width, and cuts a line off."""
    label.ensurePolished()
    # QLabel answers for no less than the size it had to keep so far.
    label.setMinimumSize(0, 0)
    label.setFixedSize(width, label.heightForWidth(width))


def _caption(text: str, tone: str, parent: QWidget) -> QLabel:
    label = StartLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "caption")
    label.setProperty("tone", tone)
    return label
