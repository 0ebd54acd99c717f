"""What the menu, its keys and the banner's button do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from services.errors import NextStep
from ui.background import Background
from ui.last_words import LastWords
from ui.rooms import Rooms
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.shop import Shop
    from ui.main_window import MainWindow
    from ui.settings.settings_dialog import SettingsDialog

CONSOLE = "https://console.x.com"
"""Where X sells credit to the owner of an app, and keeps the app's settings and its spending."""
_ON_THE_CONSOLE = (NextStep.ADD_CREDIT, NextStep.SPENDING_ON_X, NextStep.APP_SETTINGS)
_AGAIN_MS = 200


class Commands(QObject):
    quit_asked = Signal()
    again_asked = Signal()
    """Close everything and begin as at a start."""
    account_changed = Signal(object)
    """`Account` to show from now on."""
    account_added = Signal(object)
    accounts_changed = Signal(object)
    """`Account` that is another one now, came, or went."""
    budget_changed = Signal()
    budget_seen = Signal()
    """The owner was told how the budget stands, or a price is another one."""

    def __init__(
        self,
        window: MainWindow,
        rooms: Rooms,
        background: Background,
        last_words: LastWords,
        shop: Shop,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._shop = shop
        self._background = background
        self._last_words = last_words
        self._tasks = tasks
        for name, slot in {
            "new_draft": self._on_new_draft,
            "post": self._on_post,
            "queue": self._on_queue,
            "bring_in": self._on_bring_in,
            "find": self._on_find,
            "check_now": self._on_check_now,
            "settings": self._on_settings,
            "health": self.open_health,
            "keys": self._on_keys,
            "about": self._on_about,
            "reset_practice": self._on_reset_practice,
            "quit": self.quit_asked,
        }.items():
            window.actions_by_name[name].triggered.connect(slot)
        window.spend_asked.connect(self.show_ledger)

    def follow(self, step: NextStep) -> None:
        """Does what a message's button offers. What is in the hand has been saved."""
        from ui import links

        if step in _ON_THE_CONSOLE:
            links.open_page(CONSOLE, over=self._window)
        elif step is NextStep.CHOOSE_FOLDER:
            links.open_folder(self._shop.paths.data)
        elif step is NextStep.SEND_FROM_HERE:
            self._tasks.run(
                self._shop.may_send.send_from_here,
                lane=Lane.SEND,
                owner=self,
                done=self._on_sent_from_here,
                failed=partial(self._background.trouble.emit, "computer"),
            )
        elif step is NextStep.CHANGE_BUDGET:
            self._raise_budget()
        elif step is NextStep.SIGN_IN:
            self.open_wizard(self._shop.accounts.active().id, again=True)
        elif step is NextStep.EDIT:
            self._window.show_tab("compose")
        elif step in (NextStep.LOOK_ON_X, NextStep.SHOW_QUEUE):
            self._show_what_waits()
        elif step is NextStep.CHOOSE_PICTURE:
            self._rooms.get(self._window.current_tab).choose_picture()
        elif step is NextStep.RESTORE_COPY:
            self.again_asked.emit()
        else:
            self._background.beat(asked=True)

    def connect_active(self) -> None:
        self.open_wizard(self._shop.accounts.active().id)

    def open_wizard(self, account_id: str, *, again: bool = False) -> None:
        """Connects the account to X. `again`: its sign-in is over."""
        from ui.sign_in.wizard import SignInWizard

        wizard = SignInWizard(self._shop, self._tasks, account_id, self._window, again=again)
        wizard.connected.connect(self._on_connected)
        wizard.stayed_free.connect(self._refresh_pages)
        wizard.open()

    def go(self, tab: str, item_id: str) -> None:
        self._window.show_tab(tab)
        if item_id:
            self._rooms.get(tab).open_item(item_id)

    def show_post(self, post_id: str) -> None:
        """Opens a post of the queue with its button focused: what a notice's click does."""
        try:
            post = self._shop.outbox.get(post_id)
        except KeyError:
            # Its shop was taken away since.
            return
        if self._turned_to(post.account_id):
            self._window.show_tab("queue")
            self._rooms.get("queue").open_item(post_id)
            self._rooms.take_up_post()

    def show_word(self, item_id: str) -> None:
        """Opens a customer's word with the answer box focused."""
        try:
            item = self._shop.inbox.item(item_id)
        except KeyError:
            return
        if self._turned_to(item.account_id):
            self.go("inbox", item_id)

    def _turned_to(self, account_id: str) -> bool:
        """Whether this account is in view now: not where it was taken away, or the disk refuses."""
        account = self._shop.accounts.get(account_id)
        if account.removed_at is None and account.id != self._shop.accounts.active().id:
            self.account_changed.emit(account)
        return account.id == self._shop.accounts.active().id

    def _on_connected(self, account: Account) -> None:
        """Prices, the month's spending, and what waited: all of it goes on from here."""
        # Another name on X was told of by the proof.
        self._shop.accounts.told_of_name()
        if account.id == self._shop.accounts.active().id:
            self.account_changed.emit(account)
        self._background.beat(asked=True)

    def _on_sent_from_here(self, _nothing: None) -> None:
        self._background.beat(asked=True)

    def _show_what_waits(self) -> None:
        """The queue, with the first post that something holds back lying open."""
        self._window.show_tab("queue")
        account = self._shop.accounts.active()
        held = next((post for post in self._shop.outbox.list(account.id) if post.reason), None)
        if held is not None:
            self._rooms.get("queue").open_item(held.id)

    def _on_new_draft(self) -> None:
        self._window.show_tab("compose")
        self._rooms.compose.new_draft()

    def _on_post(self) -> None:
        """Ctrl+Enter: sends what the tab in view has at hand."""
        self._rooms.get(self._window.current_tab).post()

    def _on_queue(self) -> None:
        if self._window.current_tab == "compose":
            self._rooms.compose.queue()

    def _on_bring_in(self) -> None:
        from ui.queue.queue_page import QueuePage

        self._window.show_tab("queue")
        page = self._rooms.get("queue")
        if isinstance(page, QueuePage):
            page.bring_in()

    def _on_find(self) -> None:
        self._rooms.get(self._window.current_tab).search()

    def _on_check_now(self) -> None:
        self._background.beat(asked=True)

    def _on_settings(self) -> None:
        self.open_settings()

    def manage_accounts(self) -> None:
        self.open_settings("accounts")

    def connect_account(self, account_id: str, again: bool) -> None:
        self.open_wizard(account_id, again=again)

    def open_settings(self, section: str = "general") -> SettingsDialog:
        from ui.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._shop, self._tasks, self._window)
        dialog.show_section(section)
        dialog.theme_chosen.connect(self._window.theme_chosen)
        dialog.text_chosen.connect(self._window.text_chosen)
        dialog.single_keys_chosen.connect(self._on_single_keys)
        dialog.long_posts_chosen.connect(self._refresh_pages)
        dialog.budget_changed.connect(self.budget_changed)
        dialog.prices_changed.connect(self._on_prices)
        dialog.ledger_asked.connect(self.show_ledger)
        dialog.health_asked.connect(self.open_health)
        dialog.account_asked.connect(self.account_changed)
        dialog.account_added.connect(self.account_added)
        dialog.spending_asked.connect(partial(self.open_settings, "spending"))
        dialog.accounts_changed.connect(self.accounts_changed)
        dialog.again_asked.connect(self.manage_accounts)
        dialog.connect_asked.connect(self.connect_account)
        dialog.open()
        return dialog

    def open_health(self) -> None:
        from ui.health.health_dialog import HealthDialog

        dialog = HealthDialog(self._shop, self._tasks, self._window)
        dialog.step_asked.connect(self.follow)
        dialog.sign_in_asked.connect(partial(self.open_wizard, again=True))
        dialog.open()

    def show_ledger(self) -> None:
        from ui.money.ledger_dialog import LedgerDialog

        dialog = LedgerDialog(self._shop, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settings_asked.connect(partial(self.open_settings, "spending"))
        dialog.post_asked.connect(self.show_post)
        dialog.open()

    def _raise_budget(self) -> None:
        from ui.money.budget_dialog import BudgetDialog
        from ui.money.budget_warning import told

        told(self._shop, self._shop.accounts.active())
        dialog = BudgetDialog(self._shop, self._window)
        dialog.finished.connect(self.budget_seen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self.budget_changed)
        dialog.open()

    def _on_prices(self) -> None:
        """These two keep the prices of the account they show."""
        account = self._shop.accounts.active()
        self._last_words.save()
        for name, page in self._rooms.built_by_name().items():
            if name in ("queue", "inbox"):
                page.show_account(account)
            page.refresh()
        self.budget_seen.emit()

    def _on_single_keys(self, on: bool) -> None:
        self._window.set_single_keys(on)
        self._refresh_pages()

    def _refresh_pages(self) -> None:
        for page in self._rooms.built():
            page.refresh()

    def _on_keys(self) -> None:
        from ui.help_dialogs import KeysDialog

        KeysDialog(self._window.actions_by_name, self._window).open()

    def _on_about(self) -> None:
        from ui.help_dialogs import AboutDialog

        AboutDialog(self._shop.paths, self._window).open()

    def _on_reset_practice(self) -> None:
        """Waits until no lane is asking the practice X that goes away."""
        # What could be taken back goes away with it.
        self._window.undo_bar.settle()
        if not self._tasks.idle():
            QTimer.singleShot(_AGAIN_MS, self, self._on_reset_practice)
            return
        if not self._last_words.may_turn():
            return
        from services.accounts.reset_practice import reset_practice

        shop = self._shop
        new = reset_practice(shop.paths, shop.clock, shop.database, shop.accounts, shop.clients)
        self.account_changed.emit(new)
