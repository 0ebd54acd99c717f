"""The program's rooms: icon and word, a line under the one shown, a count where something waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from widgets.count_pill import paint_pill, pill_font, pill_size, pill_text
from widgets.measures import MEASURES
from widgets.tones import Tones, mix, tones_of

_SIDE = 14
_GAP = 8


class TabBar(QTabBar):
    """Tabs are known by name. The icon's On state is shown on the chosen tab.

    Where the words do not fit, only the chosen tab keeps its word.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, height: int = MEASURES.top_bar) -> None:
        super().__init__(parent)
        self._high = height
        self._names: list[str] = []
        self._counts: dict[str, str] = {}
        self._over = -1
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._on_changed)

    def add(self, name: str, icon: QIcon, title: str) -> None:
        self._names.append(name)
        self.addTab(icon, title)
        self.setAccessibleTabName(self.count() - 1, title)

    def set_current(self, name: str) -> None:
        self.setCurrentIndex(self._names.index(name))

    @property
    def current(self) -> str:
        return self._names[self.currentIndex()] if self._names else ""

    def set_count(self, name: str, count: int, spoken: str = "") -> None:
        """`spoken` is the count in words, for a screen reader and the tooltip."""
        index = self._names.index(name)
        self._counts[name] = pill_text(self, count)
        title = self.tabText(index)
        said = spoken if count else ""
        self.setAccessibleTabName(index, f"{title}, {said}" if said else title)
        self.setTabToolTip(index, said or (title if self._compact else ""))
        self._lay_out_again()
        self.updateGeometry()
        self.update()

    def count_text(self, name: str) -> str:
        return self._counts.get(name, "")

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._width_of(index, word=self._has_word(index)), self._high)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        wide = (self._width_of(i, word=i == self.currentIndex()) for i in range(self.count()))
        return QSize(sum(wide), self._high)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width_of(i, word=True) for i in range(self.count())), self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        compact = event.size().width() < self.sizeHint().width()
        if compact != self._compact:
            self._compact = compact
            self._lay_out_again()
        super().resizeEvent(event)

    def focus_rect(self) -> QRect:
        """The chosen tab, where the ring of the keyboard belongs."""
        return self.tabRect(self.currentIndex()).adjusted(2, 4, -2, -6)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave, QEvent.Type.MouseMove):
            over = self.tabAt(self.mapFromGlobal(self.cursor().pos()))
            if event.type() is QEvent.Type.HoverLeave:
                over = -1
            if over != self._over:
                self._over = over
                self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = tones_of(self)
        for index in range(self.count()):
            self._paint_tab(painter, index, tones)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, tones: Tones) -> None:
        rect = self.tabRect(index)
        chosen = index == self.currentIndex()
        if index == self._over and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(tones.surface, tones.text, 0.05))
            painter.drawRoundedRect(rect.adjusted(3, 9, -3, -9), MEASURES.radius, MEASURES.radius)
        strong = chosen or index == self._over
        state = QIcon.State.On if strong else QIcon.State.Off
        icon = self._spot(rect, _SIDE, MEASURES.icon, MEASURES.icon)
        self.tabIcon(index).paint(
            painter, icon, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal, state
        )
        font = self._font(strong=chosen)
        painter.setFont(font)
        painter.setPen(tones.text if strong else tones.quiet)
        start = _SIDE + MEASURES.icon + _GAP
        words = self._words_width(index) if self._has_word(index) else 0
        if words:
            box = self._spot(rect, start, words + 2, rect.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(index))
        pill = self._count_at(index)
        if pill:
            size = pill_size(self, pill)
            spot = self._spot(
                rect, start + words + (_GAP if words else 0), size.width(), size.height()
            )
            paint_pill(painter, QRectF(spot), pill, pill_font(self), tones)
        if chosen:
            line = QRectF(
                rect.left() + _SIDE - 4, rect.bottom() - 1, rect.width() - 2 * _SIDE + 8, 2
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.accent)
            painter.drawRoundedRect(line, 1, 1)

    def _spot(self, rect: QRect, start: int, wide: int, high: int) -> QRect:
        """A place `start` pixels after the tab's reading start, in its vertical middle."""
        top = rect.top() + (rect.height() - high) // 2
        left = rect.left() + start
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = rect.right() + 1 - start - wide
        return QRect(QPoint(left, top), QSize(wide, high))

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _count_at(self, index: int) -> str:
        return self._counts.get(self._names[index], "") if index < len(self._names) else ""

    def _has_word(self, index: int) -> bool:
        return not self._compact or index == self.currentIndex()

    def _words_width(self, index: int) -> int:
        """As wide as when chosen, so that nothing moves when another tab is chosen."""
        return QFontMetrics(self._font(strong=True)).horizontalAdvance(self.tabText(index))

    def _width_of(self, index: int, *, word: bool) -> int:
        parts = [MEASURES.icon]
        if word:
            parts.append(self._words_width(index))
        pill = pill_size(self, self._count_at(index)).width()
        if pill:
            parts.append(pill)
        return 2 * _SIDE + sum(parts) + _GAP * (len(parts) - 1)

    def _lay_out_again(self) -> None:
        # Qt asks for the sizes of tabs again only when one of them changes.
        if self.count():
            self.setTabText(0, self.tabText(0))

    def _on_changed(self, index: int) -> None:
        if 0 <= index < len(self._names):
            if self._compact:
                self._lay_out_again()
            self.chosen.emit(self._names[index])
