from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account, Way
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from tests.ui.queue.reading import cards
from ui.queue import by_hand, hand_actions
from ui.queue.queue_page import QueuePage
from widgets.post_card import StateTone

Queued = Callable[..., Post]


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(by_hand, hand_actions)


def needy(queued: Queued, reason: str, detail: str = "") -> Post:
    return queued("Tea 🍵", "2026-11-20T09:00", state="needs_you", reason=reason, detail=detail)


def test_no_band_where_nothing_needs_the_owner(page: QueuePage, queued: Queued) -> None:
    queued("Tea", "2026-11-21T09:00")
    page.refresh()
    assert not page.band.isVisible()
    assert page.count() == 0


@pytest.mark.parametrize(
    ("reason", "detail", "button"),
    [
        ("Rejected", "duplicate", "Edit"),
        ("Rejected", "not_allowed_to_answer", "Open in X"),
        ("ByHand", "", "Open in X"),
        ("Unclear", "", "Look on X"),
        ("Late", "", "Choose a time"),
        ("BadImage", "", "Choose another picture"),
        ("KeychainTrouble", "locked", "Try again"),
        ("SomethingNew", "", "Try again"),
    ],
)
def test_one_sentence_and_one_button(
    page: QueuePage, queued: Queued, reason: str, detail: str, button: str
) -> None:
    needy(queued, reason, detail)
    page.refresh()
    (row,) = page.band.rows
    assert page.band.isVisible()
    assert page.count() == 1
    assert [each.text() for each in row.buttons] == [button]
    assert row.sentence.text().endswith(".")
    assert "Tea 🍵" in row.accessibleName()


@pytest.mark.parametrize(
    ("reason", "tone", "card"),
    [
        ("ByHand", "amber", StateTone.WARNING),
        ("Late", "amber", StateTone.WARNING),
        ("Unclear", "red", StateTone.TROUBLE),
        ("BadImage", "red", StateTone.TROUBLE),
    ],
)
def test_red_is_for_trouble_and_words_say_the_same(
    page: QueuePage, queued: Queued, reason: str, tone: str, card: StateTone
) -> None:
    needy(queued, reason)
    page.refresh()
    assert page.band.property("kind") == f"band-{tone}"
    assert page.band.accessibleName() == "Needs you"
    (shown,) = cards(page)
    assert (shown.value.state, shown.value.tone) == ("Needs you", card)


def test_one_trouble_among_others_is_not_painted_over(page: QueuePage, queued: Queued) -> None:
    for words in ("Tea", "شاي"):
        queued(words, "2026-11-20T09:00", state="needs_you", reason="ByHand")
    page.refresh()
    assert page.band.property("kind") == "band-amber"
    kinds = [row.buttons[0].property("kind") for row in page.band.rows]
    assert kinds == ["primary", ""]
    needy(queued, "Rejected", "duplicate")
    page.refresh()
    assert page.band.property("kind") == "band-red"


def test_edit_opens_the_draft(page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot) -> None:
    post = needy(queued, "Rejected", "duplicate")
    page.refresh()
    with qtbot.waitSignal(page.go) as go:
        page.band.rows[0].buttons[0].click()
    assert go.args == ["compose", post.id]
    assert shop.outbox.get(post.id).state is State.DRAFT
    assert not page.band.isVisible()


def test_try_again_puts_it_back_in_the_queue(
    page: QueuePage, queued: Queued, shop: Shop, clock: SteppedClock
) -> None:
    post = needy(queued, "SomethingNew")
    page.refresh()
    page.band.rows[0].buttons[0].click()
    again = shop.outbox.get(post.id)
    assert again.state is State.QUEUED
    assert again.due_at == clock.now() + 10
    assert not page.band.isVisible()


def test_by_hand_asks_what_became_of_it(
    page: QueuePage, queued: Queued, shop: Shop, opened: list[str]
) -> None:
    post = needy(queued, "ByHand")
    page.refresh()
    page.band.rows[0].buttons[0].click()
    assert opened == ["https://x.com/intent/post?text=Tea%20%F0%9F%8D%B5"]
    (row,) = page.band.rows
    assert [each.text() for each in row.buttons] == ["Posted", "Not yet"]
    row.buttons[1].click()
    assert [each.text() for each in page.band.rows[0].buttons] == ["Open in X"]
    page.band.rows[0].buttons[0].click()
    page.band.rows[0].buttons[0].click()
    assert shop.outbox.get(post.id).state is State.SENT
    assert page.count() == 0


def test_the_question_outlives_the_program(
    page: QueuePage,
    queued: Queued,
    shop: Shop,
    account: Account,
    inline_tasks: Any,
    qtbot: QtBot,
    opened: list[str],
) -> None:
    post = needy(queued, "ByHand")
    page.refresh()
    page.band.rows[0].buttons[0].click()
    page.close()
    again = QueuePage(shop, inline_tasks)
    qtbot.addWidget(again)
    again.show_account(account)
    again.show()
    (row,) = again.band.rows
    assert [each.text() for each in row.buttons] == ["Posted", "Not yet"]
    again.open_item(post.id)
    assert "Did you post it" in again.drawer.panel.says()
    row.buttons[1].click()
    assert [each.text() for each in again.band.rows[0].buttons] == ["Open in X"]
    assert "Did you post it" not in again.drawer.panel.says()
    assert len(opened) == 1


def test_what_cannot_be_written_down_is_not_opened(
    page: QueuePage, queued: Queued, opened: list[str], qtbot: QtBot, monkeypatch: Any
) -> None:
    from services.errors import StorageProblem, StorageTrouble
    from services.publishing.outbox import Outbox

    def full(*_args: object) -> Post:
        raise StorageTrouble(StorageProblem.FULL, Path("/full"))

    needy(queued, "ByHand")
    page.refresh()
    monkeypatch.setattr(Outbox, "opened_on_x", full)
    with qtbot.waitSignal(page.message):
        page.band.rows[0].buttons[0].click()
    assert opened == []


def test_a_doubtful_post_is_looked_for_on_x(
    page: QueuePage, queued: Queued, shop: Shop, opened: list[str]
) -> None:
    post = needy(queued, "Unclear")
    page.refresh()
    page.band.rows[0].buttons[0].click()
    assert opened == ["https://x.com/tea"]
    (row,) = page.band.rows
    assert row.sentence.text().startswith("Is it on X?")
    assert [each.text() for each in row.buttons] == ["It is there", "Send again"]
    row.buttons[0].click()
    assert shop.outbox.get(post.id).state is State.SENT


def test_a_doubtful_post_that_is_not_there_is_sent_again(
    page: QueuePage, queued: Queued, shop: Shop, opened: list[str], clock: SteppedClock
) -> None:
    post = needy(queued, "Unclear")
    page.open_item(post.id)
    assert page.drawer.panel.send.text() == "Send again (sample)"
    assert "before sending it again" in page.drawer.panel.says()
    page.band.rows[0].buttons[0].click()
    page.band.rows[0].buttons[1].click()
    again = shop.outbox.get(post.id)
    assert (again.state, again.opened_at) == (State.QUEUED, None)
    assert again.due_at == clock.now() + 10
    assert not page.band.isVisible()


@pytest.mark.parametrize(
    ("reason", "detail", "words"),
    [
        ("Unclear", "", "Look on X"),
        ("SomethingNew", "", "Try again · $0.015"),
        ("Rejected", "duplicate", "Edit"),
    ],
)
def test_a_click_that_costs_shows_its_price(
    page: QueuePage, queued: Queued, reason: str, detail: str, words: str
) -> None:
    page.band.set((needy(queued, reason, detail),), Way.CONNECTED)
    assert [each.text() for each in page.band.rows[0].buttons] == [words]


def test_sending_a_doubtful_post_again_shows_its_price(page: QueuePage, queued: Queued) -> None:
    looked_for = replace(needy(queued, "Unclear"), opened_at=1)
    page.band.set((looked_for,), Way.CONNECTED)
    assert [each.text() for each in page.band.rows[0].buttons] == [
        "It is there",
        "Send again · $0.015",
    ]


def test_a_post_by_hand_opens_early_and_is_due_now(
    shop: Shop,
    clock: SteppedClock,
    inline_tasks: Any,
    themed: Any,
    qtbot: QtBot,
    opened: list[str],
) -> None:
    account = shop.accounts.start_own_shop(handle="tea_shop", zone="Europe/Helsinki")
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=(DraftPart("By hand"),))
    shop.outbox.enqueue(post.id, due_at=clock.now() + 3_600)
    page = QueuePage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    page.open_item(post.id)
    assert page.drawer.panel.send.text() == "Open in X · free"
    page.drawer.panel.send.click()
    assert opened == ["https://x.com/intent/post?text=By%20hand"]
    now = shop.outbox.get(post.id)
    assert (now.state, now.due_at, now.reason) == (State.NEEDS_YOU, clock.now(), "ByHand")
    assert [each.text() for each in page.band.rows[0].buttons] == ["Posted", "Not yet"]


def test_storage_trouble_is_told_and_nothing_is_lost(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.errors import StorageProblem, StorageTrouble
    from services.publishing.outbox import Outbox

    post = queued("Tea", "2026-11-21T09:00")
    page.open_item(post.id)

    def full(*_args: object, **_more: object) -> Post:
        raise StorageTrouble(StorageProblem.FULL, Path("/full"))

    monkeypatch.setattr(Outbox, "delete", full)
    with qtbot.waitSignal(page.message) as told:
        page.drawer.panel.delete.click()
    assert "disk is full" in told.args[0].sentence
    assert shop.outbox.get(post.id).state is State.QUEUED


def test_the_focus_and_the_rows_stay_where_nothing_changed(
    page: QueuePage, queued: Queued, qtbot: QtBot
) -> None:
    for words in ("One", "二", "ثلاثة"):
        queued(words, "2026-11-20T09:00", state="needs_you", reason="Rejected", detail="duplicate")
    page.refresh()
    page.window().activateWindow()
    rows = page.band.rows
    rows[1].buttons[0].setFocus()
    page.refresh()
    assert page.band.rows == rows
    assert rows[1].buttons[0].hasFocus()
    queued("四", "2026-11-20T09:00", state="needs_you", reason="Rejected", detail="duplicate")
    page.refresh()
    assert len(page.band.rows) == 4
    assert page.band.rows[1].has_focus()


def test_of_very_many_the_first_are_shown_and_the_rest_counted(
    page: QueuePage, queued: Queued
) -> None:
    for number in range(23):
        queued(f"Tea {number}", "2026-11-20T09:00", state="needs_you", reason="ByHand")
    page.refresh()
    assert len(page.band.rows) == 20
    assert page.band._more.text() == "and 3 more"
    assert page.band._area.height() < page.height() / 2
