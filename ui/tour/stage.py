"""The real program on a fresh practice account, with a clock moved by hand and no network."""

from __future__ import annotations

import gc
import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QThread
from PySide6.QtWidgets import QApplication, QWidget

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.inbox.values import Item, Lane
from services.options import RunOptions
from services.publishing.drafts import DraftPart
from services.settings import TEXT_PERCENT
from services.shop import open_shop
from services.text.measure import Parsed, parse
from services.x_api.practice import inspection
from ui.analytics.analytics_page import AnalyticsPage
from ui.compose.compose_page import ComposePage
from ui.inbox.inbox_page import InboxPage
from ui.languages import speak
from ui.program import Program
from ui.queue.queue_page import QueuePage
from ui.settings.settings_dialog import SettingsDialog
from ui.tasks import LaneTasks
from ui.theme import Theme
from ui.tour.camera import Camera
from ui.tour.connected import ConnectedX
from ui.tour.stillness import Hurry, count_ids, hold_still
from widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from services.publishing.posts import Post
    from services.x_api.practice.inspection import HeldPost

P = TypeVar("P")
W = TypeVar("W", bound=QWidget)

TUESDAY = 1_794_906_000
"""2026-11-17 09:00 UTC: a fixed day, so that a tour can be repeated."""
LONGEST_WAIT_MS = 30_000
PICTURES_WAKE_MS = 200
"""Compose reads its pictures that long after its first frame, and a little."""
WIDTH, HEIGHT = 1280, 800
FOLDER = "/home/ines/.local/share/Shoplark"


class TourFailed(Exception):
    """A step did not do what the story says."""


class Stage:
    def __init__(self, app: QApplication, options: RunOptions, folder: Path) -> None:
        refuse_sockets()
        count_ids()
        self._app = app
        self._hurry = Hurry()
        self.clock = SteppedClock(TUESDAY)
        self.language = language = options.language or "en"
        speak(app, language)
        self._theme = theme = Theme(app)
        theme.apply(options.theme or "light", language, text_percent=100)
        self.tasks = LaneTasks(app, held=True)
        self.connected = ConnectedX(self.clock, language)
        self.shop = open_shop(
            options.paths,
            self.clock,
            transport=self.connected.transport(),
            practice_only=False,
        )
        with theme.building():
            self.program = Program(self.shop, self.tasks, theme)
        self.window = self.program.window
        self.window.resize(WIDTH, HEIGHT)
        self.camera = Camera(folder)
        self._story = (folder / "story.jsonl").open("w", encoding="utf-8")
        self._steps = 0

    def open(self) -> None:
        self.window.show_tab("compose")
        self.window.show()
        self.program.start()
        # The tour's clock stands still; the heart must not beat by the computer's.
        self.program.heartbeat.blockSignals(True)
        hold_still(self._app, self.window)
        awake = QDeadlineTimer(PICTURES_WAKE_MS)
        while not awake.hasExpired():
            self.settle()
        gc.freeze()

    def settle(self) -> None:
        """Until no lane works, nothing posted is waiting and nothing is put off for a moment."""
        deadline = QDeadlineTimer(LONGEST_WAIT_MS)
        quiet = 0
        while quiet < 3:
            if deadline.hasExpired():
                raise TourFailed("the program did not come to rest")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            # What was put away is deleted by a running loop alone, and a tour has none.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            quiet += 1
            if not self.tasks.idle():
                quiet = 0
                # The lanes' threads and this one take turns: waiting here lets them work.
                QThread.usleep(200)
            elif quiet == 2 and self._hurry.soon(self.window):
                quiet = 0
        self._hurry.over()

    def pass_time(self, seconds: int) -> None:
        """The clock goes on and the program does what is due then."""
        self.clock.advance(seconds)
        self.window.undo_bar.settle()
        self.program.background.beat(slept=True)
        self.settle()

    def show_tab(self, name: str) -> None:
        self.window.show_tab(name)
        self.settle()

    def resize(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.window.resize(width, height)
        self.settle()

    def size_words(self, percent: int) -> None:
        """As the owner chooses it in the settings."""
        self.shop.settings.set(TEXT_PERCENT, percent)
        self._theme.choose_text(percent)
        self.settle()

    def shoot(self, name: str, **read_back: Any) -> None:
        """A picture, and a line of what was read back from the store and the practice X."""
        if QApplication.activeWindow() is None:
            # Offscreen nobody gives the window the keys back when a dialog has closed.
            self.window.activateWindow()
        self.settle()
        # As the program does by its Collector, which a tour has not.
        gc.collect()
        page = self.window.page(self.window.current_tab)
        picture = self.camera.shoot(name, self.window, page)
        self._steps += 1
        line = {"step": self._steps, "picture": picture.name, **read_back}
        self._story.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._story.flush()

    def expect(self, what: str, shown: object, stored: object) -> None:
        """Fails when a value on screen is not the one in the store."""
        if shown != stored:
            raise TourFailed(f"{what}: shown {shown!r}, stored {stored!r}")

    @property
    def account(self) -> Account:
        return self.shop.accounts.active()

    @property
    def compose(self) -> ComposePage:
        return self.program.rooms.compose

    @property
    def inbox(self) -> InboxPage:
        return self._page(InboxPage)

    @property
    def queue(self) -> QueuePage:
        return self._page(QueuePage)

    @property
    def analytics(self) -> AnalyticsPage:
        return self._page(AnalyticsPage)

    def newest_draft(self) -> Post:
        return self.shop.drafts.all(self.account.id)[0]

    def open_settings(self) -> SettingsDialog:
        self.window.actions_by_name["settings"].trigger()
        self.settle()
        from ui.tour.closed_time import stand_in

        dialog = dialog_of(SettingsDialog)
        for folder in dialog.general.findChildren(ElidedLabel):
            # The one thing in it that every computer has another of.
            folder.setText(FOLDER)
        stand_in(dialog)
        return dialog

    def throw_away_draft(self) -> None:
        """The one on the sheet, by its button, with Undo left to end."""
        self.compose.drafts.delete_asked.emit(self.compose.keeper.post_id)
        self.window.undo_bar.settle()
        self.settle()

    def queued(self) -> tuple[Post, ...]:
        return self.shop.outbox.list(self.account.id)

    def to_answer(self) -> tuple[Item, ...]:
        return self.shop.inbox.lane(self.account.id, Lane.TO_ANSWER)

    def held(self, x_post_id: str | None) -> HeldPost:
        """The post as the practice X holds it."""
        for post in inspection.own_posts(self.shop.clients.practice_x().state):
            if post.id == x_post_id:
                return post
        raise TourFailed(f"the practice X does not hold {x_post_id}")

    def newest_sent(self) -> Post:
        sent = self.shop.outbox.sent_since(self.account.id, 0)
        if not sent:
            raise TourFailed("nothing was sent")
        return max(sent, key=lambda post: post.sent_at or 0)

    def _page(self, kind: type[P]) -> P:
        return next(page for page in self.program.rooms.built() if isinstance(page, kind))

    def tell_changes(self) -> None:
        """What was done past the pages is shown, as after a run in another window."""
        self.program.background.posts_moved.emit(self.queued() or (self.newest_sent(),))

    def part(self, text: str, picture: Path | None = None) -> DraftPart:
        if picture is None:
            return DraftPart(text)
        return DraftPart(text, ((self.shop.pictures.add_file(picture).hash, ""),))

    def measured(self, text: str) -> Parsed:
        return parse(text)

    def close(self) -> None:
        self._story.close()
        self.program.put_away()
        self.tasks.stop()
        self.tasks.join()
        self.shop.close()
        self.connected.close()


def refuse_sockets() -> None:
    """From here on this process reaches no other, not even on this computer."""

    def refuse(_socket: socket.socket, address: object) -> None:
        raise TourFailed(f"the tour tried to reach {address}")

    socket.socket.connect = refuse  # type: ignore[assignment,method-assign]  # on purpose, for good


def dialog_of(kind: type[W]) -> W:
    """The dialog or pop-up of this kind that is open. Raises TourFailed when none is."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, kind) and window.isVisible():
            return window
    raise TourFailed(f"no {kind.__name__} is open")
