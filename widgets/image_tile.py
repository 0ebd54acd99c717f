"""One picture of a post: cropped to a square, with its ALT badge and its ×."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from widgets.cropped import draw_cropped
from widgets.strokes import draw_cross
from widgets.tones import tones_of
from widgets.type_scale import CAPTION, sized

TILE = 96
_BADGE = 20
_RADIUS = 8


class ImageTile(QAbstractButton):
    alt_asked = Signal(str)
    remove_asked = Signal(str)
    step_asked = Signal(str, int)
    """The id, and +1 for one place nearer to the end of the row or -1 for the start."""
    dropped = Signal(str, QPoint)
    """Dragged: its middle, in the row's coordinates."""

    def __init__(self, tile_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = tile_id
        self.described = False
        self._image: QImage | None = None
        self._name = ""
        self._length = ""
        self._moves = False
        self._pressed_at: QPoint | None = None
        self._dragged = False
        self.setFixedSize(TILE, TILE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.close_button = _Close(self)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.clicked.connect(self._on_clicked)
        self.setAccessibleDescription(
            self.tr("Enter describes it, Delete takes it out, Ctrl and an arrow key moves it")
        )

    def show_value(
        self,
        image: QImage | None,
        described: bool,
        name: str,
        length: str = "",
        *,
        moves: bool = False,
    ) -> None:
        """`length`: how long it runs, for a video, which has no description on X."""
        self._image = image
        self.described = described
        self._name = name
        self._length = length
        self._moves = moves
        asks = self.tr("No description yet. Click to write one.")
        self.setToolTip(name if described or length else asks)
        self.update()

    def set_place(self, place: int, count: int) -> None:
        if self._length:
            words = self.tr("Video {name}, {length}").format(name=self._name, length=self._length)
            self.setAccessibleName(words)
            self.close_button.setAccessibleName(self.tr("Take out the video"))
            return
        state = self.tr("described") if self.described else self.tr("no description")
        said = (
            self.tr("Moving picture {name}, {state}")
            if self._moves
            else self.tr("Picture {place} of {count}: {name}, {state}")
        )
        self.setAccessibleName(said.format(place=place, count=count, name=self._name, state=state))
        self.close_button.setAccessibleName(self.tr("Take out picture {place}").format(place=place))

    def sizeHint(self) -> QSize:
        return QSize(TILE, TILE)

    def resizeEvent(self, event: object) -> None:
        place = QRect(self.width() - _BADGE - 4, 4, _BADGE, _BADGE)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(4)
        self.close_button.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rightwards = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        arrows = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = arrows.get(Qt.Key(event.key()), 0)
        if step and control:
            self.step_asked.emit(self.id, step if rightwards else -step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(self.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.alt_asked.emit(self.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._dragged = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed_at
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.raise_()
            self.move(self.pos().x() + way.x(), self.pos().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._dragged:
            self._dragged = False
            self.setDown(False)
            self.dropped.emit(self.id, self.geometry().center())
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.line)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        if self._image is not None:
            draw_cropped(painter, frame, self._image, radius=_RADIUS)
        if self._length:
            self._draw_length(painter, frame)
        else:
            self._draw_badge(painter)
        if self._moves:
            self._draw_moves(painter)
        if self.hasFocus():
            painter.setPen(QPen(tones.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _draw_length(self, painter: QPainter, frame: QRectF) -> None:
        # Few posts have a video.
        from widgets.play_sign import draw_length

        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        draw_length(painter, frame, self._length, self.font(), mirrored=mirrored)

    def _draw_moves(self, painter: QPainter) -> None:
        """In the upper corner at the start: the lower ones have no room for two at large words."""
        from widgets.play_sign import draw_length

        strong = sized(self.font(), CAPTION, strong=True)
        frame = QRectF(0, 0, self.width(), QFontMetrics(strong).height() + 2 + 2 * 5)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # "GIF" is what X itself calls it, in every language.
        draw_length(painter, frame, "GIF", self.font(), mirrored=not mirrored)

    def _draw_badge(self, painter: QPainter) -> None:
        tones = tones_of(self)
        font = sized(self.font(), CAPTION, strong=True)
        # "ALT" is what X itself calls it, in every language.
        words = "ALT" if self.described else "ALT +"
        metrics = QFontMetrics(font)
        wide, high = metrics.horizontalAdvance(words) + 12, max(_BADGE, metrics.height() + 3)
        box = QRectF(5, self.height() - high - 5, wide, high)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.surface if self.described else tones.amber_tint)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(tones.text if self.described else tones.amber)
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _on_clicked(self) -> None:
        self.alt_asked.emit(self.id)

    def _on_close_clicked(self) -> None:
        self.remove_asked.emit(self.id)


class _Close(QAbstractButton):
    """A round × on the picture's corner; Delete on the tile does the same by keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tr("Take out"))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.line, 1))
        painter.setBrush(tones.window if self.underMouse() else tones.surface)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        draw_cross(painter, QRectF(self.rect()).center(), tones.text)
