"""One running window: pages, background work, tray and banner, wired together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from services.accounts.accounts import Account
from services.errors import NextStep
from services.settings import SINGLE_KEYS, TAB, THEME, WINDOW_GEOMETRY
from ui.account_shown import AccountShown
from ui.background import Background
from ui.commands import Commands
from ui.first_frame import FirstFrame
from ui.heartbeat import Heartbeat
from ui.last_words import LastWords
from ui.main_window import MainWindow
from ui.messages import Message
from ui.page import Page
from ui.rooms import Rooms
from ui.strip import Strip
from ui.switching import Switching
from ui.tasks import Tasks
from ui.theme import Theme
from ui.undoing import Undoing

if TYPE_CHECKING:
    from services.inbox.feeds import Checked
    from services.publishing.posts import Post
    from services.shop import Shop
    from ui.account_menu import AccountMenu
    from ui.leaving import Leaving
    from ui.outside import Outside


START_AGAIN = 75
"""The event loop's code for: close everything, and begin as at a start."""


class Program(QObject):
    ready = Signal()
    """What comes after the first frame has begun: tray, timers, the first look at X."""

    def __init__(self, shop: Shop, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.shop = shop
        self.tasks = tasks
        self._theme = theme
        self.background = Background(shop, tasks, self)
        self.heartbeat = Heartbeat(shop.clock, self)
        self.outside: Outside | None = None
        self._leaving: Leaving | None = None
        self.rooms = Rooms(shop, tasks, self._on_built)
        self.window = MainWindow(self.rooms.for_window())
        self.undoing = Undoing(self.window)
        self.strip = Strip(self.window)
        self.last_words = LastWords(self.rooms, self.strip)
        self.switching = Switching(shop, self.window, self.rooms, self.last_words, self.strip)
        self.window.set_theme_choice(shop.settings.get(THEME))
        self.window.set_single_keys(shop.settings.get(SINGLE_KEYS))
        self._shown = AccountShown(shop, self.window, self.strip, tasks)
        self.commands = Commands(
            self.window, self.rooms, self.background, self.last_words, shop, tasks
        )
        self._connect()
        self._show_account(shop.accounts.active())

    def choose_tab(self) -> None:
        """The tab it was left on, built and ready to be shown."""
        self.window.show_tab(self.shop.settings.get(TAB))

    def show(self, *, hidden: bool = False) -> None:
        """Shows the window (or only the tray) and starts everything else after its first frame."""
        self.window.put_back(self.shop.settings.get(WINDOW_GEOMETRY))
        if hidden:
            QTimer.singleShot(0, self, self.start)
            return
        frame = FirstFrame(self.window)
        frame.stood.connect(self.start)
        self.window.show()

    def start(self) -> None:
        """Tray, timers and the first look at X."""
        from ui.account_changes import AccountChanges
        from ui.motion_wish import MotionWish
        from ui.outside import Outside

        self.tasks.release()
        self._shown.logo.wake()
        MotionWish(self.tasks, self).ask()
        self.outside = Outside(self.shop, self.tasks, self.window)
        self.outside.open_asked.connect(self.show_window)
        self.outside.quit_asked.connect(self.end)
        self.outside.item_asked.connect(self.show_word)
        self.outside.post_asked.connect(self._on_post_asked)
        self.background.arrived_elsewhere.connect(self.outside.arrived)
        self.background.arrived_elsewhere.connect(self._show_counts)
        self.background.trouble_elsewhere.connect(self._show_counts)
        if not self.outside.tray.show() and not self.window.isVisible():
            # --hidden where there is no tray: never hide where nobody can find us.
            self.window.show()
        if self.window.isVisible():
            self.outside.notices.posts.know()
        AccountChanges(
            self.shop, self.commands, self.accounts, self._shown, self.switching, self.background
        )
        self.heartbeat.start()
        self.background.beat()
        self._arm()
        self._show_counts()
        self.ready.emit()

    def show_window(self) -> None:
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def put_away(self) -> None:
        """Saves what is in the hand. Called once, before the database is closed."""
        self.heartbeat.stop()
        self.last_words.save()
        self._remember_place()
        if self.outside is not None:
            self.outside.tray.close()
        self.window.hide()

    def quit(self) -> None:
        QApplication.quit()

    def end(self) -> bool:
        """The owner wants to end; False while the window stays for what has to be settled first."""
        self._remember_place()
        if not self.last_words.may_go():
            self.show_window()
            return False
        if self._asks_of_what_goes():
            return False
        self.quit()
        return True

    def _asks_of_what_goes(self) -> bool:
        """Of posts that can still be taken back: nothing goes until it is answered."""
        if self._leaving is None:
            from ui.leaving import Leaving

            self._leaving = Leaving(self.shop, self.tasks, self.window)
            self._leaving.over.connect(self.quit)
            self._leaving.stayed.connect(self._on_stayed)
        if not self._leaving.asks():
            return False
        self.heartbeat.stop()
        self.background.hold(True)
        self.show_window()
        return True

    def _on_stayed(self) -> None:
        """The seconds for Undo begin anew: they may have run out while it was asked."""
        self.undoing.offer_again()
        self.background.hold(False)
        self.heartbeat.start()
        self._on_changed()

    def _connect(self) -> None:
        self.background.posts_moved.connect(self._on_posts_moved)
        self.background.arrived.connect(self._on_arrived)
        self.background.figures_read.connect(self._refresh_pages)
        self.background.trouble.connect(self.strip.tell)
        self.background.uploading.connect(self.strip.tell_upload)
        self.heartbeat.beat.connect(self._on_beat)
        self.window.tab_changed.connect(self._on_tab_changed)
        self.strip.pressed.connect(self._on_strip_pressed)
        self.window.theme_chosen.connect(self._on_theme_chosen)
        self.window.closing.connect(self._on_closing)
        self.switching.turned.connect(self._on_turned)
        self.commands.quit_asked.connect(self.end)
        self.commands.again_asked.connect(self._on_again)
        self.commands.account_changed.connect(self.use_account)
        self.commands.accounts_changed.connect(self._on_changed)
        self.commands.budget_changed.connect(self._on_budget_changed)
        self.commands.budget_seen.connect(self._shown.show_spend)

    def _on_built(self, page: Page) -> None:
        page.message.connect(self.strip.say)
        page.saved.connect(self.last_words.look_again)
        page.undo_offered.connect(self.undoing.offer)
        page.undo_over.connect(self.undoing.end)
        page.changed.connect(self._on_changed)
        page.go.connect(self.commands.go)
        page.account_chosen.connect(self.use_account)
        page.connect_asked.connect(self.commands.connect_active)
        page.show_account(self.shop.accounts.active())

    def use_account(self, account: Account) -> None:
        """Shows this account from now on, if the disk lets go of the other."""
        self.switching.to(account)

    def _on_turned(self, account: Account) -> None:
        if self.outside is not None:
            self.outside.turned(account)
        self._show_account(account)
        self._show_counts()
        self.background.account_changed()
        self._arm()

    def _show_account(self, account: Account) -> None:
        self._shown.show_account(account)
        for page in self.rooms.built():
            page.show_account(account)

    def _on_beat(self, slept: bool) -> None:
        self.background.beat(slept)
        if self.outside is not None:
            self.outside.beat()
        self._shown.time_goes_on()
        self._arm()

    def _arm(self) -> None:
        self.heartbeat.arm(self.shop.outbox.next_due())

    def _on_changed(self) -> None:
        self._refresh_pages()
        self._arm()

    def _on_posts_moved(self, posts: tuple[Post, ...]) -> None:
        if posts:
            self._refresh_pages()
        if self.outside is not None:
            self.outside.tell()
        self._arm()

    def _on_arrived(self, checked: Checked) -> None:
        self._shown.checked()
        if checked.new:
            self._refresh_pages()
        if self.outside is not None:
            self.outside.arrived(checked)

    def _refresh_pages(self) -> None:
        for page in self.rooms.built():
            page.refresh()
        self._show_counts()

    def _show_counts(self) -> None:
        to_answer = self._shown.show_counts()
        if self.outside is not None:
            self.outside.tray.set_count(to_answer)

    def _on_strip_pressed(self, message: Message) -> None:
        if not self.last_words.save():
            self.strip.say(message)
        self.commands.follow(message.action)
        if message.action in (NextStep.ADD_CREDIT, NextStep.SPENDING_ON_X):
            from ui.money.stop_words import when_it_is_there

            self.strip.say(when_it_is_there())

    def _on_budget_changed(self) -> None:
        """What it held back may go on."""
        self._refresh_pages()
        self.background.beat(asked=True)
        self._arm()

    def _on_again(self) -> None:
        QApplication.exit(START_AGAIN)

    def show_word(self, item_id: str) -> None:
        """Opens a customer's word with the answer box focused: what a notice's click does."""
        self.show_window()
        self.commands.show_word(item_id)

    def _on_post_asked(self, post_id: str) -> None:
        self.show_window()
        self.commands.show_post(post_id)

    def _on_tab_changed(self, name: str) -> None:
        self.shop.settings.remember(TAB, name)
        self.rooms.get(name).refresh()

    def _on_theme_chosen(self, scheme: str) -> None:
        self.shop.settings.remember(THEME, scheme)
        self.window.set_theme_choice(scheme)
        self._theme.choose(scheme)

    def _on_closing(self, event: QCloseEvent) -> None:
        """Closing leaves the program in the tray; where there is none, it ends."""
        if self.outside is not None and self.outside.tray.shown:
            self.last_words.save()
            self._remember_place()
        elif not self.end():
            event.ignore()

    def _remember_place(self) -> None:
        self.shop.settings.remember(WINDOW_GEOMETRY, self.window.place())

    @cached_property
    def accounts(self) -> AccountMenu:
        from ui.account_menu import AccountMenu

        return AccountMenu(self.shop, self.window)
