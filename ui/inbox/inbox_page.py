"""Inbox: what customers said, who still waits for an answer, and where it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.accounts.accounts import Account, Way
from services.errors import AppError
from services.inbox.items import Item, Lane
from services.settings import SINGLE_KEYS, STAYS_FREE
from ui import build
from ui.icons import icon
from ui.inbox.answering import Answering
from ui.inbox.conversation_pane import ConversationPane
from ui.inbox.customer_place import CustomerPlace
from ui.inbox.inbox_keys import InboxKeys
from ui.inbox.item_actions import ItemActions
from ui.inbox.lane_rows import LaneRows
from ui.inbox.lanes_view import SNOOZED, LanesView
from ui.inbox.opened import show_opened
from ui.page import OwnTrouble, Page
from ui.theme import MEASURES
from widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks


class InboxPage(Page):
    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__()
        self._shop = shop
        self._account = shop.accounts.active()
        self._item: Item | None = None
        self._trouble = OwnTrouble(self.message.emit)
        self._actions = ItemActions(shop, tasks, self)
        self._keys = InboxKeys(self)
        self.lanes = LanesView()
        self._rows = LaneRows(shop, self.lanes)
        self.pane = ConversationPane()
        self._answering = Answering(self.pane.box, shop.answer_drafts, self)
        self.first = EmptyState(
            icon("inbox"),
            self.tr("Nothing to answer yet. What customers say to you on X arrives here."),
            self.tr("Check now"),
        )
        self.by_hand = EmptyState(
            icon("at-sign"),
            self.tr("By hand, customers' words stay on X, and you read and answer them there."),
            self.tr("Open your mentions"),
            second=self.tr("What a connection brings"),
        )
        self.blank = QWidget()
        self._side = QStackedWidget()
        for side in (self.pane, self.blank, self.first):
            self._side.addWidget(side)
        inside = build.frame("pane")
        # The conversation is a step of surface; what is empty needs the line.
        self._edge = build.line(vertical=True)
        self._side.currentChanged.connect(self._on_side_changed)
        row = build.row(self.lanes, self._edge, self._side, gap=0)
        row.setStretchFactor(self._side, 1)
        self._on_side_changed()
        inside.setLayout(row)
        self._stack = QStackedWidget()
        self._stack.addWidget(inside)
        self._stack.addWidget(self.by_hand)
        whole = build.row(self._stack, gap=0)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)
        # By Tab the card comes after all it stands beside.
        self._place = CustomerPlace(self, shop.customers)
        whole.addWidget(self._place)
        self.customer, self.drawer = self._place.card, self._place.drawer
        self._notes = self._place.notes
        self._connect()

    def refresh(self) -> None:
        """A page nobody sees reads again when it is shown."""
        if not self.isVisible():
            return
        self._keys.set_on(self._shop.settings.get(SINGLE_KEYS))
        self._account = self._shop.accounts.get(self._account.id)
        counts = self._shop.inbox.counts(self._account.id)
        self.lanes.set_counts(counts)
        any_word = counts.to_answer + counts.waiting + counts.done + counts.snoozed
        if self._account.way is Way.BY_HAND and not any_word:
            self._stack.setCurrentWidget(self.by_hand)
            self.by_hand.offer_second(not self._shop.settings.get(STAYS_FREE))
            return
        self._stack.setCurrentIndex(0)
        self.lanes.show_list(bool(any_word))
        if not any_word:
            self._side.setCurrentWidget(self.first)
            return
        if self._item is not None:
            self._item = self._shop.inbox.row(self._item.id)
        self._show_rows()
        if self._item is None and self.lanes.list.first_id():
            # Shown, not opened: it stays new until the owner chooses it.
            self._item = self._shop.inbox.row(self.lanes.list.first_id())
            self.lanes.list.choose(self._item.id)
            self._answering.turn_to(self._item, self._account)
        self._show_conversation()

    def show_account(self, account: Account) -> None:
        self._account = account
        self._item = None
        self.drawer.close_drawer()
        self.lanes.lanes.choose(Lane.TO_ANSWER)
        self.refresh()

    def open_item(self, item_id: str) -> None:
        """Opens the conversation of a word, in its lane, with the answer box ready."""
        item = self._shop.inbox.row(item_id)
        self.lanes.lanes.choose(SNOOZED if item.snoozed_until is not None else item.lane)
        self._open(item_id)
        self.pane.box.take_focus()

    def undo_place(self) -> QWidget:
        return self.pane.view

    def count(self) -> int:
        """Conversations to answer."""
        return self._shop.inbox.counts(self._account.id).to_answer

    def save_now(self) -> None:
        self._notes.save_now()
        self._answering.save_now()

    def is_saved(self) -> bool:
        return not (self._answering.waits or self._notes.waits)

    def save_trouble(self) -> AppError | None:
        return self._answering.save_trouble or self._notes.save_trouble

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        needed = self.lanes.least_width() + self.pane.wished_width()
        rest = self._place.share(self.width(), needed=needed)
        self.lanes.set_narrow(narrow=rest < MEASURES.panes_above)

    def _connect(self) -> None:
        self.lanes.lane_chosen.connect(self._on_lane_chosen)
        self.lanes.list.opened.connect(self._open)
        self.lanes.check_asked.connect(self._on_check)
        self.first.pressed.connect(self._on_check)
        self.by_hand.pressed.connect(self._actions.open_mentions)
        self.by_hand.second_pressed.connect(self.connect_asked)
        self.pane.done_asked.connect(self._on_done)
        self.pane.reopen_asked.connect(self._on_reopen)
        self.pane.snooze_asked.connect(self._on_snooze)
        self.pane.customer_asked.connect(self._place.open)
        self._place.turned.connect(self._make_room)
        self.pane.view.pressed.connect(self._on_word_pressed)
        self.pane.view.other_pressed.connect(self._actions.press_other)
        self.pane.box.answer_asked.connect(self._on_answer)
        self._keys.next_asked.connect(partial(self.lanes.list.step, 1))
        self._keys.previous_asked.connect(partial(self.lanes.list.step, -1))
        self._keys.answer_asked.connect(self.pane.box.take_focus)
        self._keys.done_asked.connect(self._on_done)
        self._keys.snooze_asked.connect(self.pane.pop_up_snooze)
        self._actions.message.connect(self.message)
        self._actions.undo_offered.connect(self.undo_offered)
        self._actions.changed.connect(self._on_changed)
        self._actions.answered.connect(self._answering.queued)
        self._actions.refused.connect(self._answering.refused)
        self._actions.taken_back.connect(self._on_taken_back)
        self._answering.begun_changed.connect(self._on_begun_changed)
        for kept in (self._answering, self._notes):
            kept.trouble.connect(self._trouble.tell)
            kept.saved.connect(self._on_saved)

    def _show_rows(self) -> None:
        self._rows.show(self._account, self._item, locale=self.locale())

    def _open(self, item_id: str) -> None:
        """Opening marks read and nothing else."""
        self._item = self._shop.inbox.row(item_id)
        if self._actions.mark_read(self._item):
            self._item = self._shop.inbox.row(item_id)
        self._answering.turn_to(self._item, self._account)
        self.refresh()

    def _show_conversation(self) -> None:
        self._side.setCurrentWidget(self.blank if self._item is None else self.pane)
        if self._item is None:
            return
        show_opened(
            self._item,
            self._account.zone,
            shop=self._shop,
            pane=self.pane,
            card=self.customer,
            notes=self._notes,
            locale=self.locale(),
        )

    def _on_lane_chosen(self, _lane: str) -> None:
        self._rows.forget()
        self._show_rows()
        if self._item is None or not self._rows.has(self._item):
            # Beside a lane stands a conversation of that lane.
            self._item = None
            self.refresh()

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_answer(self) -> None:
        text = self.pane.box.text().strip()
        if self._item is None or not text:
            return
        if not self._answering.let_go(self._item):
            return
        if self._account.way is Way.BY_HAND:
            self._actions.answer_by_hand(self._item, text)
        else:
            self._actions.answer(self._item, text)

    def _on_begun_changed(self) -> None:
        if self.isVisible():
            self._show_rows()

    def _on_saved(self) -> None:
        """Of the answers or the notes: what was told holds until the others are on disk too."""
        if self.is_saved():
            self._trouble.over()
        self.saved.emit()

    def _on_taken_back(self, item_id: str, text: str) -> None:
        self._answering.give_back(self._shop.inbox.row(item_id), text)
        self.open_item(item_id)

    def _on_done(self) -> None:
        if self._item is None or self._item.lane is Lane.DONE:
            return
        item = self._item
        if self.lanes.lane == item.lane:
            self._go_on()
        self._actions.mark_done(item)

    def _on_reopen(self) -> None:
        if self._item is not None:
            self.lanes.lanes.choose(Lane.TO_ANSWER)
            self._actions.reopen(self._item)

    def _on_snooze(self, until: int) -> None:
        if self._item is None:
            return
        item = self._item
        self._go_on()
        self._actions.snooze(item, until=until, zone=self._account.zone, locale=self.locale())

    def _go_on(self) -> None:
        """To the next conversation, where the open one leaves its lane; to none after the last."""
        onward = self.lanes.list.next_id()
        if onward:
            self._open(onward)
        else:
            self._item = None

    def _on_side_changed(self) -> None:
        self._edge.setVisible(self._side.currentWidget() is not self.pane)

    def _on_word_pressed(self, post_id: str) -> None:
        if self._item is not None:
            self._actions.press(self._shop.outbox.get(post_id), self._item.id)

    def _on_check(self) -> None:
        self._actions.check(self._account.id)
