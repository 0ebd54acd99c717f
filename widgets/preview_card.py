"""A post as X shows it: who, when, the words with their links in blue, and the pictures cropped.

One picture keeps its shape between 16:9 and 3:4, two stand side by side, three are one tall and
two, four are a grid; the whole is 16:9 from two on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QIcon,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.avatar import Avatar
from widgets.cropped import draw_cropped
from widgets.picture_frames import picture_frames
from widgets.post_words import PostWords
from widgets.thumbnail import draw_place
from widgets.tones import tones_of
from widgets.type_scale import BASE, sized

_PAD = 16
_FACE = 40
_GAP = 12
_WIDTHS_KEPT = 8
_BETWEEN = 5
"""Between the parts of the first line."""
_NAME_SHARE = 0.4
"""So much of the line a long name keeps beside a long handle."""
_CUT = "…"
_ROUND = 14
_WIDEST = 9 / 16
_TALLEST = 4 / 3


@dataclass(frozen=True, slots=True)
class PreviewValue:
    name: str
    handle: str
    """Without its @; empty when the shop has none yet."""
    when: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """What X turns into links, in code points."""
    images: tuple[QImage | None, ...] = ()
    """None keeps the place of one that is not at hand."""
    logo: QImage | None = None


class PreviewCard(QWidget):
    def __init__(self, parent: QWidget | None = None, *, outlined: bool = False) -> None:
        """`outlined`: on a ground of its own colour, where only a line can part them."""
        super().__init__(parent)
        self._outlined = outlined
        self._value = PreviewValue("", "", "", "")
        self._hint = ""
        self._icons: tuple[QIcon, ...] = ()
        self._words: PostWords | None = None
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
        self.setAccessibleName(
            self.tr("Preview: {name}, {text}").format(name=value.name, text=value.text)
        )
        self._tell_whole_head()
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """What stands in the place of the words while there are none."""
        self._hint = hint
        self._laid_out.clear()
        self.update()

    def set_icons(self, icons: Sequence[QIcon]) -> None:
        """The row under a post on X: answers, reposts, likes, views."""
        self._icons = tuple(icons)
        self.updateGeometry()

    def value(self) -> PreviewValue:
        return self._value

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        height = _PAD * 2 + self._head_height() + 4 + self._words_height()
        if self._value.images:
            height += _GAP + self._pictures_height(self._content_width(width))
        if self._icons:
            height += _GAP + 18
        return round(height)

    def sizeHint(self) -> QSize:
        return QSize(288, self.heightForWidth(288))

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
        self._lay_out(self.width())
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.line if self._outlined else tones.surface, 1))
        painter.setBrush(tones.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        area = self._content()
        self._draw_head(painter, QRectF(area.left(), area.top(), area.width(), self._head_height()))
        top = area.top() + self._head_height() + 4
        painter.setPen(tones.text if self._value.text else tones.quiet)
        if self._words is not None:
            self._words.draw(painter, QPointF(area.left(), top))
        top += self._words_height()
        if self._value.images:
            top += _GAP
            height = self._pictures_height(area.width())
            self._draw_pictures(painter, QRectF(area.left(), top, area.width(), height))
            top += height
        self._draw_icons(painter, QRectF(area.left(), top + _GAP, area.width(), 18))

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _content_width(self, width: int) -> float:
        return float(width - _PAD * 2 - _FACE - _GAP)

    def _content(self) -> QRectF:
        left = _PAD if self._mirrored() else _PAD + _FACE + _GAP
        return QRectF(left, _PAD, self._content_width(self.width()), self.height() - _PAD * 2)

    def _head_height(self) -> float:
        return QFontMetricsF(sized(self.font(), BASE, strong=True)).height()

    def _words_height(self) -> float:
        return self._words.height if self._words is not None else 0.0

    def _lay_out(self, width: int) -> None:
        """Breaks the words into lines. A layout asks for several widths again and again."""
        wanted = (width, self.font().key())
        words = self._laid_out.get(wanted)
        if words is None:
            if len(self._laid_out) >= _WIDTHS_KEPT:
                self._laid_out.clear()
            text = self._value.text or self._hint
            words = self._laid_out[wanted] = PostWords(
                text,
                spans=self._value.spans if self._value.text else (),
                font=sized(self.font(), BASE + 1),
                width=self._content_width(width),
                colour=tones_of(self).blue,
                otherwise=self.layoutDirection(),
            )
        self._words = words

    def _place_face(self) -> None:
        left = self.width() - _PAD - _FACE if self._mirrored() else _PAD
        self._face.setGeometry(left, _PAD, _FACE, _FACE)

    def _draw_head(self, painter: QPainter, area: QRectF) -> None:
        tones = tones_of(self)
        strong, plain = sized(self.font(), BASE, strong=True), sized(self.font(), BASE)
        side = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for number, part in enumerate(self._head(area.width())):
            painter.setFont(plain if number else strong)
            painter.setPen(tones.quiet if number else tones.text)
            painter.drawText(area, flags, part)
            used = QFontMetricsF(painter.font()).horizontalAdvance(part) + _BETWEEN if part else 0.0
            area.adjust(*((0, 0, -used, 0) if self._mirrored() else (used, 0, 0, 0)))

    def _head(self, width: float) -> tuple[str, str, str, str]:
        """Name, handle, dot and time; of a long line the name gives way, then the handle."""
        strong = QFontMetricsF(sized(self.font(), BASE, strong=True))
        plain = QFontMetricsF(sized(self.font(), BASE))
        # A left-to-right mark on either side keeps the @ before the name in right-to-left lines.
        handle = f"\u200e@{self._value.handle}\u200e" if self._value.handle else ""
        when = self._value.when
        dot = "·" if when and (handle or self._value.name) else ""
        for part in (dot, when):
            width -= plain.horizontalAdvance(part) + _BETWEEN if part else 0.0
        beside = plain.horizontalAdvance(handle) + _BETWEEN if handle else 0.0
        most = max(width - beside, width * _NAME_SHARE)
        end = Qt.TextElideMode.ElideRight
        name = strong.elidedText(self._value.name, end, most)
        room = width - (strong.horizontalAdvance(name) + _BETWEEN if name else 0.0)
        return name, plain.elidedText(handle, end, max(room, 0.0)), dot, when

    def _tell_whole_head(self) -> None:
        """A name that is cut can be read by pointing at it."""
        name, handle, _dot, _when = self._head(self._content_width(self.width()))
        cut = name != self._value.name or _CUT in handle
        own = f"@{self._value.handle}" if self._value.handle else ""
        whole = " · ".join(part for part in (self._value.name, own) if part)
        self.setToolTip(whole if cut else "")

    def _pictures_height(self, width: float) -> float:
        if len(self._value.images) == 1:
            image = self._value.images[0]
            if image is None or not image.width():
                return width * _WIDEST
            shape = image.height() / image.width()
            return width * min(max(shape, _WIDEST), _TALLEST)
        return width * _WIDEST

    def _draw_pictures(self, painter: QPainter, area: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(area, _ROUND, _ROUND)
        images = self._value.images[:4]
        frames = picture_frames(len(images), area, mirrored=self._mirrored())
        for image, frame in zip(images, frames, strict=True):
            if image is not None:
                draw_cropped(painter, frame, image, clip=clip)
                continue
            painter.save()
            painter.setClipPath(clip)
            draw_place(painter, frame, tones_of(self))
            painter.restore()
        painter.setPen(QPen(tones_of(self).line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(clip)

    def _draw_icons(self, painter: QPainter, area: QRectF) -> None:
        if not self._icons:
            return
        step = (area.width() - 18) / max(len(self._icons) - 1, 1)
        for place, icon in enumerate(self._icons):
            left = area.left() + step * place
            if self._mirrored():
                left = area.right() - 18 - step * place
            icon.paint(painter, QRectF(left, area.top(), 18, 18).toRect())
