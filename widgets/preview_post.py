"""One post as X shows it, on whatever ground it lies: alone, or a part of a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.avatar import Avatar
from widgets.post_words import PostWords
from widgets.preview_head import draw_head, head_height, whole_head
from widgets.preview_parts import PreviewNote, PreviewValue
from widgets.preview_pictures import draw_pictures, pictures_height
from widgets.preview_poll import draw_poll, poll_height
from widgets.text_block import draw_lines, fit_lines, line_height
from widgets.tones import tones_of
from widgets.type_scale import BASE, CAPTION, icon_times, sized

PAD = 16
_JOINED = 8
"""Above and below where a line goes on to the next part."""
_WIDE = 288
_FACE = 40
_GAP = 12
_ICON = 18
_NOTE_ICON = 14
_WIDTHS_KEPT = 8
_MOST_NOTE_LINES = 3

_Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class _Block:
    """Something that stands below what is before it, so far away."""

    draw: _Draw
    height: float
    away: float


class PreviewPost(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = PreviewValue("", "", "", "")
        self._hint = ""
        self._icons: tuple[QIcon, ...] = ()
        self._above = self._below = False
        self._laid_out: dict[tuple[int, str], PostWords] = {}
        self._face = Avatar(self, size=_FACE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_post(self, value: PreviewValue) -> None:
        if value == self._value:
            return
        self._value = value
        self._laid_out.clear()
        self._face.set(value.name, image=value.logo)
        self._tell_whole_head()
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """What stands in the place of the words while there is nothing at all."""
        self._hint = hint
        self._laid_out.clear()
        self.update()

    def set_icons(self, icons: Sequence[QIcon]) -> None:
        self._icons = tuple(icons)
        self.updateGeometry()

    def join(self, *, above: bool, below: bool) -> None:
        """Whether a line comes from the part before it, and goes on to the next."""
        if (above, below) != (self._above, self._below):
            self._above, self._below = above, below
            self._place_face()
            self.updateGeometry()
            self.update()

    def value(self) -> PreviewValue:
        return self._value

    def content_width(self, width: int) -> float:
        """Beside the face."""
        return float(width - PAD * 2 - _FACE - _GAP)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        blocks = self._blocks(width)
        used = sum(block.height + block.away for block in blocks)
        least = _FACE if self._below else 0
        return round(self._top() + max(used, least) + (_JOINED if self._below else PAD))

    def sizeHint(self) -> QSize:
        # Its own width once it has one: each other costs a layout of the words.
        return QSize(_WIDE, self.heightForWidth(self.width() if self.isVisible() else _WIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 100)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._laid_out.clear()
        self._place_face()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_face()
        self._tell_whole_head()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_joins(painter)
        wide = self.content_width(self.width())
        left = PAD if self._mirrored() else PAD + _FACE + _GAP
        top = self._top()
        for block in self._blocks(self.width()):
            top += block.away
            block.draw(painter, QRectF(left, top, wide, block.height))
            top += block.height
        painter.end()

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _top(self) -> float:
        return _JOINED if self._above else PAD

    def _blocks(self, width: int) -> list[_Block]:
        """From the first line to the last, for a width of the whole."""
        value, wide = self._value, self.content_width(width)
        blocks = [_Block(self._draw_head, head_height(self.font()), 0)]
        if self._shown_text():
            blocks.append(_Block(self._draw_words, self._words(width).height, 4))
        if value.more:
            blocks.append(_Block(self._draw_more, self._line(value.more, BASE), 2))
        if value.images:
            blocks.append(_Block(self._draw_pictures, pictures_height(value.images, wide), _GAP))
        if value.poll is not None:
            blocks.append(_Block(self._draw_poll, poll_height(value.poll, self.font(), wide), _GAP))
        for number, note in enumerate(value.notes):
            away = 4 if number else 10
            blocks.append(_Block(self._note_drawer(note), self._note_height(note, wide), away))
        if self._icons:
            blocks.append(_Block(self._draw_icons, _ICON, _GAP))
        return blocks

    def _shown_text(self) -> str:
        value = self._value
        nothing = not (value.images or value.poll)
        return value.text or (self._hint if nothing else "")

    def _words(self, width: int) -> PostWords:
        """Broken into lines. A layout asks for several widths again and again."""
        wanted = (width, self.font().key())
        words = self._laid_out.get(wanted)
        if words is None:
            if len(self._laid_out) >= _WIDTHS_KEPT:
                self._laid_out.clear()
            words = self._laid_out[wanted] = PostWords(
                self._shown_text(),
                spans=self._value.spans if self._value.text else (),
                font=sized(self.font(), BASE + 1),
                width=self.content_width(width),
                colour=tones_of(self).blue,
                otherwise=self.layoutDirection(),
            )
        return words

    def _line(self, words: str, size: int) -> float:
        return line_height(words, sized(self.font(), size))

    def _note_room(self, wide: float) -> float:
        return wide - _NOTE_ICON * icon_times(self.font()) - 6

    def _note_height(self, note: PreviewNote, wide: float) -> float:
        font = sized(self.font(), CAPTION)
        lines = fit_lines(note.text, font, self._note_room(wide), _MOST_NOTE_LINES)
        return max(len(lines), 1) * line_height(note.text, font)

    def _place_face(self) -> None:
        left = self.width() - PAD - _FACE if self._mirrored() else PAD
        self._face.setGeometry(left, round(self._top()), _FACE, _FACE)

    def _tell_whole_head(self) -> None:
        """A name that is cut can be read by pointing at it."""
        wide = self.content_width(self.width())
        self.setToolTip(whole_head(self._value, self.font(), wide))

    def _draw_joins(self, painter: QPainter) -> None:
        face = QRectF(self._face.geometry())
        painter.setPen(QPen(tones_of(self).line, 2))
        if self._above:
            painter.drawLine(
                QPointF(face.center().x(), 0), QPointF(face.center().x(), face.top() - 4)
            )
        if self._below:
            painter.drawLine(
                QPointF(face.center().x(), face.bottom() + 4),
                QPointF(face.center().x(), self.height()),
            )

    def _draw_head(self, painter: QPainter, area: QRectF) -> None:
        draw_head(
            painter,
            area,
            self._value,
            font=self.font(),
            tones=tones_of(self),
            mirrored=self._mirrored(),
        )

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        tones = tones_of(self)
        painter.setPen(tones.text if self._value.text else tones.quiet)
        self._words(self.width()).draw(painter, area.topLeft())

    def _draw_more(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(tones_of(self).blue)
        self._draw_ours(painter, area, self._value.more, BASE)

    def _draw_pictures(self, painter: QPainter, area: QRectF) -> None:
        draw_pictures(
            painter,
            area,
            self._value.images,
            described=self._value.described,
            lengths=self._value.lengths,
            tones=tones_of(self),
            font=self.font(),
            mirrored=self._mirrored(),
        )

    def _draw_poll(self, painter: QPainter, area: QRectF) -> None:
        if self._value.poll is not None:
            draw_poll(
                painter,
                area,
                self._value.poll,
                font=self.font(),
                tones=tones_of(self),
                mirrored=self._mirrored(),
            )

    def _note_drawer(self, note: PreviewNote) -> _Draw:
        def draw(painter: QPainter, area: QRectF) -> None:
            side = _NOTE_ICON * icon_times(self.font())
            line = self._line(note.text, CAPTION)
            spot = QRectF(0, area.top() + (line - side) / 2, side, side)
            if self._mirrored():
                spot.moveRight(area.right())
            else:
                spot.moveLeft(area.left())
            note.icon.paint(painter, spot.toRect())
            before = area.width() - self._note_room(area.width())
            rest = (0, 0, -before, 0) if self._mirrored() else (before, 0, 0, 0)
            painter.setPen(tones_of(self).quiet)
            self._draw_ours(
                painter, area.adjusted(*rest), note.text, CAPTION, most=_MOST_NOTE_LINES
            )

        return draw

    def _draw_ours(
        self, painter: QPainter, area: QRectF, words: str, size: int, *, most: int = 1
    ) -> None:
        font = sized(self.font(), size)
        way = self.layoutDirection()
        draw_lines(painter, area, words, font=font, most=most, direction=way, ours=True)

    def _draw_icons(self, painter: QPainter, area: QRectF) -> None:
        step = (area.width() - _ICON) / max(len(self._icons) - 1, 1)
        for place, icon in enumerate(self._icons):
            left = area.left() + step * place
            if self._mirrored():
                left = area.right() - _ICON - step * place
            icon.paint(painter, QRectF(left, area.top(), _ICON, _ICON).toRect())
