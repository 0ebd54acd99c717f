"""The tray icon with its count, its menu, and the grouped notices: of new words, and of posts.

Where there is no tray, closing the window quits: the program never hides where it cannot be found.
"""

from __future__ import annotations

import sys
from enum import Enum

from PySide6.QtCore import QDateTime, QLocale, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from services.clock import Clock
from ui.icons import RESOURCES, app_icon
from ui.notices_linux import LinuxNotices
from ui.tasks import Tasks

QUIET_SECONDS = 300
"""At most one notice of a kind in five minutes."""
PAUSE_SECONDS = 3600
BADGE = QColor("#B3261E")


class About(Enum):
    """What a notice is about, and how the id of such a thing begins where it is clicked."""

    WORDS = ""
    POSTS = "post:"


class Tray(QObject):
    open_asked = Signal()
    quit_asked = Signal()
    item_asked = Signal(str)
    """A notice was clicked: open this inbox item."""
    post_asked = Signal(str)
    """The same for a post."""

    def __init__(self, clock: Clock, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._count = 0
        self._quiet_until = dict.fromkeys(About, 0)
        self._paused_until = 0
        self._clicked_item = ""
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self._on_message_clicked)
        self._menu = QMenu()
        self._unread = self._menu.addAction("")
        self._unread.triggered.connect(self.open_asked)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Open Shoplark")).triggered.connect(self.open_asked)
        self._pause = self._menu.addAction("")
        self._pause.setCheckable(True)
        self._pause.triggered.connect(self._on_pause)
        self._menu.aboutToShow.connect(self.look_at_clock)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit Shoplark")).triggered.connect(self.quit_asked)
        self._icon.setContextMenu(self._menu)
        self._linux: LinuxNotices | None = None
        if sys.platform == "linux":
            self._linux = LinuxNotices(tasks, str(RESOURCES / "app.png"), self)
            self._linux.clicked.connect(self._on_notice_clicked)
        self.set_count(0)
        self.look_at_clock()

    def show(self) -> bool:
        """Shows the icon; False where the desktop has no tray. May be asked again later."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self._icon.show()
        return True

    @property
    def shown(self) -> bool:
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        return self._menu

    @property
    def quiet(self) -> bool:
        """Just now a notice of new words would be one too many, or is not wanted."""
        return self.is_quiet(About.WORDS)

    def is_quiet(self, about: About) -> bool:
        return self._clock.now() < max(self._quiet_until[about], self._paused_until)

    @property
    def icon(self) -> QIcon:
        return self._icon.icon()

    @property
    def tool_tip(self) -> str:
        return self._icon.toolTip()

    def set_count(self, unanswered: int) -> None:
        self._count = unanswered
        words = (
            self.tr("%n to answer", "", unanswered) if unanswered else self.tr("Nothing to answer")
        )
        self._icon.setIcon(with_badge(app_icon(), unanswered))
        self._icon.setToolTip(self.tr("Shoplark: {words}").format(words=words))
        self._unread.setText(words)

    def notify(self, title: str, body: str, item_id: str, *, about: About = About.WORDS) -> bool:
        """One notice for all that came since the last; False while it is quiet.

        `item_id` is opened by a click: an inbox item, or a post.
        """
        if self.is_quiet(about):
            return False
        self._quiet_until[about] = self._clock.now() + QUIET_SECONDS
        self._show(title, body, about.value + item_id)
        return True

    def look_at_clock(self) -> None:
        """Ends a pause whose hour is over, and says until when one lasts."""
        paused = self._clock.now() < self._paused_until
        self._pause.setChecked(paused)
        if not paused:
            self._pause.setText(self.tr("Pause notices for an hour"))
            return
        until = QDateTime.fromSecsSinceEpoch(self._paused_until).time()
        time = QLocale().toString(until, QLocale.FormatType.ShortFormat)
        self._pause.setText(self.tr("Notices are paused until {time}").format(time=time))

    def close(self) -> None:
        self._icon.hide()
        if self._linux is not None:
            self._linux.close()

    def _show(self, title: str, body: str, item_id: str) -> None:
        if self._linux is not None:
            self._linux.show(title, body, item_id)
        elif self._icon.isVisible():
            self._clicked_item = item_id
            self._icon.showMessage(title, body, app_icon())

    def _on_pause(self, paused: bool) -> None:
        """A pause that is ended lets the next notice come at once."""
        self._paused_until = self._clock.now() + PAUSE_SECONDS if paused else 0
        self.look_at_clock()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.open_asked.emit()

    def _on_message_clicked(self) -> None:
        self._on_notice_clicked(self._clicked_item)

    def _on_notice_clicked(self, key: str) -> None:
        if key.startswith(About.POSTS.value):
            self.post_asked.emit(key.removeprefix(About.POSTS.value))
        else:
            self.item_asked.emit(key)


def with_badge(icon: QIcon, count: int) -> QIcon:
    """The icon with `count` in a red disc at its lower end; without one for 0."""
    if count == 0:
        return icon
    drawn = QIcon()
    for side in (22, 32, 48, 64):
        pixmap = icon.pixmap(QSize(side, side), 1.0).scaled(side, side)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRect(side * 2 // 5, side * 2 // 5, side * 3 // 5, side * 3 // 5)
        painter.setBrush(BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(disc)
        font = painter.font()
        font.setPixelSize(max(disc.height() * 2 // 3, 8))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, _short(count))
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


def _short(count: int) -> str:
    return QLocale().toString(count) if count < 10 else QLocale().toString(9) + "+"
