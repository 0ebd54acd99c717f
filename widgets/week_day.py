"""One day of the week: its name, and under it a short stack of posts and free places."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.day_paint import ROUND, draw_hatch, draw_target, hatch_tone
from widgets.post_card import PostCard, PostValue
from widgets.pressable import Pressable
from widgets.slot_button import SlotButton
from widgets.start_label import StartLabel
from widgets.text_block import direction_of_ours
from widgets.tones import tones_of
from widgets.type_scale import BASE, CAPTION, grown, sized

GAP = 8
_LEAST_WIDE = 92


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A free place: `key` comes back with `slot_chosen`. `kind`: what it is kept for, in a word,
    and `tone` that kind's colour of the palette (widgets/tones.py)."""

    key: str
    time: str
    spoken: str
    kind: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class DayValue:
    """`entries` stand in order of time; `nothing` is said when there are none.

    `closed` hatches the day: the words for it stand in `nothing` and `spoken`. `more` says how many
    entries are not shown; `fold` is the line, above the others, that shows or hides what is over,
    and `fold_spoken` its name.
    """

    head: str
    spoken: str
    entries: tuple[PostValue | SlotValue, ...] = ()
    today: bool = False
    over: bool = False
    closed: bool = False
    nothing: str = ""
    more: str = ""
    fold: str = ""
    fold_spoken: str = ""


class DayColumn(QWidget):
    """Today is tinted, a closed day hatched: as far down as the day has something to show."""

    def __init__(self, value: DayValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QAbstractButton] = []
        self.setAccessibleName(value.spoken)
        self._value = value
        self._landing: _Landing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP // 2, GAP, GAP // 2, GAP)
        self._column.setSpacing(GAP)
        self._last: QWidget = _DayHead(value, self)
        self._column.addWidget(self._last)
        if value.nothing and (value.closed or not value.entries):
            self._last = _quiet(value.nothing, self)
            self._column.addWidget(self._last)
        self.fold: QAbstractButton | None = None
        if value.fold:
            self._last = self.fold = _Fold(value.fold, self)
            self.fold.setAccessibleName(value.fold_spoken)
            self.fold.setToolTip(value.fold_spoken)
            self._column.addWidget(self.fold)
        for entry in value.entries:
            self._last = button = _button(entry, self)
            self.buttons.append(button)
            self._column.addWidget(button)
        self.more: QPushButton | None = None
        if value.more:
            self._last = self.more = QPushButton(value.more, self)
            self.more.setProperty("kind", "quiet")
            self._column.addWidget(self.more)
        self._column.addStretch(1)
        self._keep_width()

    @property
    def value(self) -> DayValue:
        return self._value

    @property
    def landing(self) -> QRect | None:
        """Where the outline of a drop stands."""
        shown = self._landing is not None and not self._landing.isHidden()
        return self._landing.geometry() if shown and self._landing is not None else None

    @property
    def stops(self) -> tuple[QAbstractButton, ...]:
        """What Tab goes to, from top to bottom."""
        above = () if self.fold is None else (self.fold,)
        return (*above, *self.buttons, *(() if self.more is None else (self.more,)))

    def focused(self) -> int | None:
        for number, button in enumerate(self.buttons):
            if button.hasFocus():
                return number
        return None

    def slot_near(self, y: int) -> SlotButton | None:
        """The free place under this height, or the nearest one."""
        slots = [button for button in self.buttons if isinstance(button, SlotButton)]
        return min(slots, key=lambda slot: _away(slot.geometry(), y), default=None)

    def show_landing(self, before: int, time: str) -> None:
        """The outline of a post that would come before this button of the day."""
        if self._landing is None:
            self._landing = _Landing(self)
        self._landing.setText(time)
        self._column.removeWidget(self._landing)
        # Behind all of them stands the stretch, and perhaps the words for more.
        place = self._column.count() - (1 if self.more is None else 2)
        if before < len(self.buttons):
            place = self._column.indexOf(self.buttons[before])
        self._column.insertWidget(place, self._landing)
        self._landing.show()

    def clear_landing(self) -> None:
        if self._landing is not None and not self._landing.isHidden():
            self._column.removeWidget(self._landing)
            self._landing.hide()
        for button in self.buttons:
            if isinstance(button, SlotButton):
                button.set_target(False)

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
        last = self.landing or QRect()
        ground.setBottom(max(self._last.geometry().bottom(), last.bottom()) + GAP)
        if self._value.today:
            painter.setBrush(tones.tint)
            painter.drawRoundedRect(ground, ROUND, ROUND)
        if self._value.closed:
            but = [button.geometry() for button in self.buttons]
            draw_hatch(painter, ground, hatch_tone(tones), but=but, seen=event.rect())
        painter.end()

    def _keep_width(self) -> None:
        """A time and its state can be read whole."""
        self.setMinimumWidth(round(_LEAST_WIDE * grown(self.font())))


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


class _Fold(Pressable):
    """One quiet line under the day's name."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(72, round(sized(self.font(), CAPTION).pixelSize() * 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setFont(sized(self.font(), CAPTION))
        painter.setPen(tones.text if self.underMouse() or self.hasFocus() else tones.quiet)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        room = self.rect().adjusted(4, 0, -4, 0)
        ends = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self.text(), ends, room.width())
        painter.setLayoutDirection(direction_of_ours(shown, self.layoutDirection()))
        painter.drawText(room, int(flags), shown)
        painter.end()


class _Landing(QLabel):
    """The outline of a post that is about to be dropped, with its time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(72, round(sized(self.font(), BASE).pixelSize() * 2.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_target(painter, QRectF(self.rect()), tones_of(self).accent, tones_of(self).tint)
        painter.setPen(tones_of(self).accent)
        painter.setFont(sized(self.font(), BASE, strong=True))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(12, 0, -12, 0), int(flags), self.text())
        painter.end()


def _button(entry: PostValue | SlotValue, parent: QWidget) -> QAbstractButton:
    if isinstance(entry, PostValue):
        return PostCard(entry, parent)
    return SlotButton(
        entry.key,
        entry.time,
        spoken=entry.spoken,
        kind=entry.kind,
        tone=entry.tone,
        parent=parent,
    )


def _away(place: QRect, y: int) -> int:
    return max(place.top() - y, y - place.bottom(), 0)


def _quiet(text: str, parent: QWidget) -> QLabel:
    label = StartLabel(text, parent)
    label.setProperty("kind", "caption")
    label.setWordWrap(True)
    label.setContentsMargins(4, 0, 4, 0)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
