"""Undo in time is in time, however long another post takes on its way."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.sender import Sender
from services.publishing.states import State
from services.shop import Shop
from ui.compose.sender import Sender as Leaving
from ui.program import Program


def queue(shop: Shop, text: str, *, due_in: int) -> Post:
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart(text),))
    return shop.outbox.enqueue(draft.id, due_at=shop.clock.now() + due_in)


def test_a_post_taken_back_before_its_time_is_not_sent_behind_a_slow_one(
    start: Callable[[], Program],
    qtbot: QtBot,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = start()
    shop = program.shop
    slow, regretted = queue(shop, "four large pictures", due_in=0), queue(shop, "no", due_in=10)
    after = queue(shop, "باقی می‌ماند 🍵", due_in=12)
    began, go_on = Event(), Event()
    send = Sender.send

    def send_slowly(sender: Sender, account: Account, post: Post) -> Post:
        if post.id == slow.id:
            began.set()
            assert go_on.wait(20)
        return send(sender, account, post)

    monkeypatch.setattr(Sender, "send", send_slowly)
    program.background.send_due()
    assert began.wait(10)
    clock.advance(5)
    late: list[bool] = []
    leaving = Leaving(shop, program.tasks, program)
    leaving.came_late.connect(lambda: late.append(True))
    leaving.take_back(regretted.id, 0)
    clock.advance(20)
    go_on.set()
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    states = [shop.outbox.get(post.id).state for post in (slow, regretted, after)]
    assert states == [State.SENT, State.DRAFT, State.SENT]
    assert not late
