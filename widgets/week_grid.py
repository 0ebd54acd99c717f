"""Seven days side by side, each a short stack of posts and free places. No hour ruler."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.post_card import PostCard, PostValue
from widgets.slot_button import SlotButton
from widgets.start_label import StartLabel
from widgets.tones import tones_of
from widgets.type_scale import BASE, grown, sized

GAP = 8
_ROUND = 12
_HATCH = 8
_LEAST_WIDE = 92


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A free place: `key` comes back with `slot_chosen`."""

    key: str
    time: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DayValue:
    """`entries` stand in order of time; `nothing` is said when there are none.

    `closed` hatches the day: the words for it stand in `nothing` and `spoken`.
    """

    head: str
    spoken: str
    entries: tuple[PostValue | SlotValue, ...] = ()
    today: bool = False
    over: bool = False
    closed: bool = False
    nothing: str = ""


class WeekGrid(QScrollArea):
    """Scrolls sideways only where large words leave no room. Arrow keys go between days too."""

    opened = Signal(str)
    slot_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._values: tuple[DayValue, ...] = ()
        self._days: list[_Day] = []
        self._body = QWidget()
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.setWidget(self._body)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)

    def set(self, days: tuple[DayValue, ...]) -> None:
        """Shows these days; the focus stays on the same post or place when it is still there."""
        if days == self._values:
            return
        self._values = days
        kept = self._focused_key()
        for day in self._days:
            self._row.removeWidget(day)
            day.hide()
            day.deleteLater()
        self._days = [_Day(value, self._body) for value in days]
        for day in self._days:
            self._row.addWidget(day, 1)
            for button in day.buttons:
                button.clicked.connect(self._on_clicked)
        for button in self.buttons():
            if kept is not None and _key_of(button) == kept:
                button.setFocus()

    def buttons(self) -> tuple[QAbstractButton, ...]:
        return tuple(button for day in self._days for button in day.buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        along = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not across and not along:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft():
            across = -across
        self._move_focus(across, along)

    def _move_focus(self, across: int, along: int) -> None:
        column = next((n for n, day in enumerate(self._days) if day.focused() is not None), None)
        if column is None:
            return
        row = self._days[column].focused() or 0
        if along:
            buttons = self._days[column].buttons
            target = min(max(row + along, 0), len(buttons) - 1)
            self._focus(buttons[target])
            return
        column += across
        while 0 <= column < len(self._days):
            if buttons := self._days[column].buttons:
                self._focus(buttons[min(row, len(buttons) - 1)])
                return
            column += across

    def _focus(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(button, GAP, GAP)

    def _focused_key(self) -> str | None:
        for button in self.buttons():
            if button.hasFocus():
                return _key_of(button)
        return None

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PostCard):
            self.opened.emit(button.value.id)
        elif isinstance(button, SlotButton):
            self.slot_chosen.emit(button.key)


def _key_of(button: QAbstractButton) -> str:
    if isinstance(button, SlotButton):
        return button.key
    return button.value.id if isinstance(button, PostCard) else ""


class _Day(QWidget):
    """Today is tinted, a closed day hatched: as far down as the day has something to show."""

    def __init__(self, value: DayValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QAbstractButton] = []
        self.setAccessibleName(value.spoken)
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP // 2, GAP, GAP // 2, GAP)
        column.setSpacing(GAP)
        self._last: QWidget = _DayHead(value, self)
        column.addWidget(self._last)
        if value.nothing and (value.closed or not value.entries):
            self._last = _quiet(value.nothing, self)
            column.addWidget(self._last)
        for entry in value.entries:
            self._last = button = self._button(entry)
            self.buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        self._keep_width()

    def focused(self) -> int | None:
        for number, button in enumerate(self.buttons):
            if button.hasFocus():
                return number
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._keep_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._value.today or self._value.closed):
            return
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(self.rect())
        ground.setBottom(self._last.geometry().bottom() + GAP)
        if self._value.today:
            painter.setBrush(tones.tint)
            painter.drawRoundedRect(ground, _ROUND, _ROUND)
        if self._value.closed:
            _hatch(painter, ground, tones.line, but=[b.geometry() for b in self.buttons])
        painter.end()

    def _keep_width(self) -> None:
        """A time and its state can be read whole."""
        self.setMinimumWidth(round(_LEAST_WIDE * grown(self.font())))

    def _button(self, entry: PostValue | SlotValue) -> QAbstractButton:
        if isinstance(entry, PostValue):
            return PostCard(entry, self)
        return SlotButton(entry.key, entry.time, spoken=entry.spoken, parent=self)


class _DayHead(QWidget):
    """The day's name over its column: strong today, quiet when it is past."""

    def __init__(self, value: DayValue, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = value
        self.setAccessibleName(value.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(72, round(sized(self.font(), BASE).pixelSize() * 1.7))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setFont(sized(self.font(), BASE, strong=not self._value.over))
        painter.setPen(
            tones.accent if self._value.today else tones.quiet if self._value.over else tones.text
        )
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(4, 0, -4, 0), int(flags), self._value.head)
        painter.end()


def _hatch(painter: QPainter, ground: QRectF, colour: QColor, *, but: list[QRect]) -> None:
    """Lines from the lower left to the upper right, in both directions of reading.

    None runs through the words of a card.
    """
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(ground, _ROUND, _ROUND)
    for place in but:
        card = QPainterPath()
        card.addRoundedRect(QRectF(place), _ROUND, _ROUND)
        clip -= card
    painter.setClipPath(clip)
    painter.setPen(QPen(colour, 1))
    high = ground.height()
    across = ground.left() - high
    while across < ground.right():
        painter.drawLine(QPointF(across, ground.bottom()), QPointF(across + high, ground.top()))
        across += _HATCH
    painter.restore()


def _quiet(text: str, parent: QWidget) -> QLabel:
    label = StartLabel(text, parent)
    label.setProperty("kind", "caption")
    label.setWordWrap(True)
    label.setContentsMargins(4, 0, 4, 0)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
