"""The opened conversation: reads it from the store, and fills its pane and the customer's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from services.inbox.items import Item, Lane
from services.publishing.states import State
from ui import when
from ui.inbox.conversation_pane import ConversationPane
from ui.inbox.customer_card import CustomerCard
from ui.inbox.customer_notes import CustomerNotes
from ui.inbox.item_values import handle_of
from ui.inbox.snooze import snooze_times
from ui.inbox.word_values import word_values

if TYPE_CHECKING:
    from services.shop import Shop

_UNDO = 56
"""Free below an answer that can be taken back: Undo lies over the foot of the words."""


def show_opened(
    item: Item,
    zone: str,
    *,
    shop: Shop,
    pane: ConversationPane,
    card: CustomerCard,
    notes: CustomerNotes,
    locale: QLocale,
) -> None:
    now, customer = shop.clock.now(), item.customer
    handle = handle_of(item)
    pane.show_person(customer.name or handle, handle if customer.name else "")
    pane.show_marks(done=item.lane is Lane.DONE)
    pane.on_x.set(item)
    conversation = shop.inbox.conversation(item.id)
    account = shop.accounts.get(item.account_id)
    values = word_values(
        conversation,
        post=shop.outbox.get,
        way=account.way,
        now=now,
        zone=zone,
        locale=locale,
        prices=account.prices,
    )
    last = conversation[-1] if conversation else None
    queued = last is not None and last.state is State.QUEUED
    pane.view.set(values, below=_UNDO if queued else 0)
    pane.set_wakes(
        tuple(
            (time.wake, time.at, when.clock_time(locale, time.at, zone))
            for time in snooze_times(now, zone)
        )
    )
    history = shop.customers.history(customer.id)
    card.show_customer(customer, history, zone=zone, locale=locale)
    notes.turn_to(customer)
