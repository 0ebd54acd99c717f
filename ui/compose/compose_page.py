"""Compose: drafts at the start, the sheet in the middle, the preview at the end, one bar below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.errors import AppError
from services.publishing.lengths import config_for
from services.publishing.states import State
from services.shop import Shop
from services.text.measure import load_tables
from ui.build import column, row
from ui.compose.asks import NEW_POST, OWN_SHOP, begun_of, slot_of
from ui.compose.beginning import Beginning
from ui.compose.bottom_bar import BottomBar
from ui.compose.centre import Centre
from ui.compose.composer import Composer
from ui.compose.desk import Desk
from ui.compose.drafts_drawer import DraftsDrawer
from ui.compose.drafts_pane import DraftsPane, load_rows
from ui.compose.guarding import Guarding
from ui.compose.keeper import DraftKeeper
from ui.compose.picture_drops import PictureDrops
from ui.compose.posting import Posting
from ui.compose.preview import Preview
from ui.compose.tab_order import lay_tab_order
from ui.compose.thumbs import SMALL, Thumbs
from ui.compose.toolbox import Toolbox
from ui.page import OwnTrouble, Page
from ui.tasks import Tasks
from ui.theme import MEASURES
from widgets.speech import announce
from widgets.speech import load as load_speech

_AFTER_FIRST_FRAME_MS = 120


class ComposePage(Page):
    own_shop_started = Signal(object)
    """The owner answered the four questions: the Account is active now."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account: Account | None = None
        self._trouble = OwnTrouble(self.message.emit)
        self._thumbs = Thumbs(shop.pictures, tasks, self, asleep=True)
        self.drafts = DraftsPane(shop.settings, self._thumbs)
        self._room = QWidget()
        self.drawer = DraftsDrawer(self._room, self.drafts)
        self.guarding = Guarding(shop, tasks, self)
        self.composer = Composer(shop, tasks, self._thumbs, self.guarding)
        self.preview = Preview(self._room, shop.settings, self._thumbs, tasks)
        self.bar = BottomBar()
        self.beginning = Beginning(shop, self, save_first=self._save_first)
        self.keeper = DraftKeeper(shop, self)
        self.posting = Posting(
            shop, tasks, bar=self.bar, composer=self.composer, keeper=self.keeper
        )
        self.desk = Desk(
            shop,
            pane=self.drafts,
            composer=self.composer,
            keeper=self.keeper,
            posting=self.posting,
        )
        self.tools = Toolbox(
            shop,
            tasks,
            self,
            guarding=self.guarding,
            composer=self.composer,
            keeper=self.keeper,
            desk=self.desk,
            preview=self.preview,
        )
        self.centre = Centre(
            self.composer, above=self.beginning.place, below=self.tools.going_on.place
        )
        self._drops = PictureDrops(self)
        self._build()
        self._connect()
        for load in (load_tables, load_speech, load_rows):
            tasks.after_first_frame(load)

    def _build(self) -> None:
        panes = row(self.drafts, self.centre, self.preview.pane, gap=0)
        panes.setStretch(1, 1)
        self._room.setLayout(panes)
        whole = column(self._room, self.bar, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._drops.offered.connect(self.composer.attach)
        self._drops.hovering.connect(self._on_dropping)
        self.composer.changed.connect(self._on_composed)
        self.composer.undo_offered.connect(self.undo_offered)
        self.composer.undo_over.connect(self.undo_over)
        self.composer.failed.connect(self._on_trouble)
        self.tools.go.connect(self.go)
        self.tools.undo_offered.connect(self.undo_offered)
        self.tools.undo_over.connect(self.undo_over)
        self.tools.failed.connect(self._on_trouble)
        self.composer.adviser.stopped.connect(self._on_stopped)
        self.composer.preview_asked.connect(self.preview.open_drawer)
        self.composer.parts.turned.connect(self.preview.show_current)
        self.composer.drafts_asked.connect(self.drawer.open)
        self.drafts.left.connect(self.take_focus)
        self.desk.turned.connect(self._on_composed)
        self.desk.undo_offered.connect(self.undo_offered)
        self.desk.failed.connect(self._on_trouble)
        self.desk.message.connect(self.message)
        self.desk.queue_asked.connect(partial(self.go.emit, "queue"))
        self.keeper.saved.connect(self._on_saved)
        self.keeper.saved.connect(self.saved)
        self.keeper.trouble.connect(self._on_save_trouble)
        self.bar.post_asked.connect(self.post)
        self.bar.queue_asked.connect(self.queue)
        self.guarding.found.connect(self.posting.show_kind)
        self.posting.returned.connect(self.changed)
        self.posting.left.connect(self.beginning.over)
        self.posting.changed.connect(self.changed)
        self.posting.undo_offered.connect(self.undo_offered)
        self.posting.message.connect(self.message)
        self.posting.go.connect(self.go)
        self.beginning.own_shop_started.connect(self._on_own_shop)
        self.beginning.finished.connect(self.take_focus)
        self.beginning.failed.connect(self._on_trouble)

    def show_account(self, account: Account) -> None:
        """Opens the draft that was in hand, with the caret where it was."""
        self._account = account
        self.composer.parts.set_config(config_for(account))
        self.posting.show_account(account)
        self.beginning.show_account(account)
        self.desk.show_account(account)
        self._show(account)

    def refresh(self) -> None:
        if self._account is not None:
            self._account = self._shop.accounts.get(self._account.id)
            self._show(self._account)

    def _show(self, account: Account) -> None:
        self.desk.let_go()
        self.composer.parts.set_config(config_for(account))
        self.posting.show_account(account)
        self._show_shop(account)
        self.tools.show_account(account)
        self.tools.show_sheet(may_offer=self.beginning.place.isHidden())
        self._tasks.after_first_frame(self.desk.show_drafts)
        self.posting.show()

    def open_item(self, item_id: str) -> None:
        """A draft, a queued post (it becomes a draft again), the four questions, an empty
        sheet, a free time of the queue for whatever is on the sheet, or a draft begun for one."""
        if item_id == OWN_SHOP:
            self.beginning.ask_own_shop()
            return
        if item_id == NEW_POST:
            self.new_draft()
            return
        if (due_at := slot_of(item_id)) is not None:
            self.posting.choose_time(due_at)
            self.take_focus()
            return
        begun = begun_of(item_id)
        post = self._shop.drafts.get(item_id if begun is None else begun.post_id)
        if self._account is None or post.account_id != self._account.id:
            return
        if post.state is State.DRAFT:
            self.desk.open(post)
            if begun is not None:
                self.posting.choose_time(begun.due_at)
        else:
            self.posting.take_back(item_id, len(post.text))

    def save_now(self) -> None:
        self.desk.save_now()

    def is_saved(self) -> bool:
        return self.keeper.is_saved

    def save_trouble(self) -> AppError | None:
        return self.keeper.met

    def undo_place(self) -> QWidget:
        return self.centre.area

    def post(self) -> None:
        """Sends what is on the sheet, after the seconds for Undo, or as whom is settled first."""
        if self.bar.signs_in:
            self.connect_asked.emit()
        else:
            self._send(queued=False)

    def queue(self) -> None:
        """Puts it in the queue at the time the button names."""
        self._send(queued=True)

    def new_draft(self) -> None:
        self.desk.open_new()

    def search(self) -> None:
        self.drawer.open()
        self.drafts.search.setFocus()
        self.drafts.search.selectAll()

    def take_focus(self) -> None:
        self.composer.take_focus()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 (Qt's name)
        drawers = (self.drawer.drawer, self.preview.drawer)
        panes = (self.drafts, self.preview.pane, *(each for each in drawers if each))
        lay_tab_order((*self.centre.stops(), *panes, self.bar))
        return super().focusNextPrevChild(forwards)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_AFTER_FIRST_FRAME_MS, self._thumbs.wake)
        if not self.beginning.has_focus:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < MEASURES.panes_above
        self.drawer.set_narrow(narrow)
        self.preview.set_narrow(narrow)
        self.composer.parts.set_narrow(narrow)
        self.centre.set_beside_pane(not narrow)

    def _send(self, *, queued: bool) -> None:
        """Why it cannot go stands in the line of advice; whoever does not see it is told."""
        why_not = self.composer.adviser.hindrance
        self.posting.send(queued=queued)
        poll = self.composer.extras.poll
        if why_not and (poll is None or not poll.trouble_shown()):
            announce(self.bar, why_not)

    def _show_shop(self, account: Account) -> None:
        profile = self._shop.profiles.get(account.id)
        handle = account.handle or ""
        logo = self._thumbs.get(profile.logo, SMALL) if profile.logo else None
        self.composer.parts.show_shop(profile.name, handle, logo)
        self.preview.show_shop(profile.name, handle, logo)

    def _show_saved(self) -> None:
        anything = bool(self.keeper.post_id) or not self.composer.content.is_empty
        self.bar.show_saved(saved=self.keeper.is_saved, anything=anything)
        self.drafts.offer_new(anything)

    def _on_composed(self) -> None:
        if not self.composer.content.is_empty:
            self.beginning.make_room()
        self.keeper.note(self.composer.content, self.composer.caret())
        self.preview.show_content(self.composer.content, self.composer.measured)
        self.tools.show_sheet(may_offer=self.beginning.place.isHidden())
        self._show_saved()
        self.posting.show_sheet()

    def _on_dropping(self, on: bool) -> None:
        self.composer.sheet.show_dropping(on)

    def _on_stopped(self) -> None:
        self.composer.advice.take_focus()

    def _on_saved(self) -> None:
        self.tools.show_sheet(may_offer=self.beginning.place.isHidden())
        self._trouble.over()
        self._show_saved()

    def _on_save_trouble(self, error: AppError) -> None:
        self.bar.show_not_saved()
        self._on_trouble(error)

    def _on_trouble(self, error: AppError) -> None:
        self._trouble.tell(error)

    def _save_first(self) -> bool:
        """True when all is on disk; else it is told, once more if need be."""
        self.save_now()
        trouble = self.save_trouble()
        if trouble is not None:
            self._on_trouble(trouble)
        return trouble is None

    def _on_own_shop(self, account: Account) -> None:
        """What was being written in the sample shop came along, under another id."""
        self.save_now()
        written = self.composer.content
        self.show_account(account)
        self.desk.open_same(written)
        self.own_shop_started.emit(account)
