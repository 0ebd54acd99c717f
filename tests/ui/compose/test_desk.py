"""Which draft lies on the sheet, and what becomes of one that is no longer a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import UNDO_SECONDS
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.tour.hand import type_text


@pytest.fixture
def slow(shop: Shop, busy_lane: Any, themed: Any, qtbot: QtBot) -> Iterator[ComposePage]:
    """What is sent waits: the lane is busy with another post's picture."""
    page = ComposePage(shop, busy_lane.tasks)
    qtbot.addWidget(page)
    page.resize(1280, 716)
    page.show_account(shop.accounts.active())
    page.show()
    page.beginning.card.sample.click()
    page.new_draft()
    yield page
    page.close()


def write(shop: Shop, words: str, account_id: str = "") -> Post:
    made = shop.drafts.new(account_id or shop.accounts.active().id)
    return shop.drafts.save(made.id, parts=(DraftPart(words),))


def sent(shop: Shop, clock: SteppedClock, words: str) -> Post:
    post = write(shop, words)
    shop.outbox.enqueue(post.id, due_at=clock.now())
    shop.publisher.publish_due()
    found = shop.drafts.get(post.id)
    assert found.state is State.SENT
    return found


def later_version(page: ComposePage, shop: Shop, clock: SteppedClock) -> None:
    """What was written first is brought back, by the window."""
    type_text(page, "新しい湯呑みが入りました 🍵")
    page.save_now()
    clock.advance(600)
    page.composer.sheet.edit.selectAll()
    page.composer.insert("كلمات أخرى")
    page.save_now()
    page.tools.kept.show_versions()
    versions = page.tools.kept.versions
    assert versions is not None
    versions.back_button.click()
    assert page.composer.content.text == "新しい湯呑みが入りました 🍵"


def test_a_post_on_its_way_is_not_offered_to_go_on_with(
    slow: ComposePage, shop: Shop, busy_lane: Any, qtbot: QtBot
) -> None:
    other = write(shop, "Another draft")
    type_text(slow, "This one goes out")
    slow.post()
    (leaving,) = slow.posting.leaving
    row = slow.tools.going_on
    qtbot.waitUntil(lambda: not row.place.isHidden())
    assert row._row is not None
    offered = [card.post_id for card in row._row.cards]
    assert other.id in offered
    assert leaving not in offered
    busy_lane.free()
    assert shop.drafts.get(leaving).state is State.QUEUED


def test_a_post_on_its_way_does_not_come_to_the_sheet(slow: ComposePage, shop: Shop) -> None:
    type_text(slow, "This one goes out")
    slow.post()
    (leaving,) = slow.posting.leaving
    slow.desk.open(shop.drafts.get(leaving))
    assert slow.keeper.post_id == ""
    assert slow.composer.content.is_empty


def test_a_queued_post_and_one_of_another_shop_do_not_come_to_the_sheet(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    queued = write(shop, "Waits")
    shop.outbox.enqueue(queued.id, due_at=clock.now() + 3_600)
    mine = write(shop, "Words of the sample shop")
    type_text(page, "Mine")
    page.save_now()
    before = page.keeper.post_id
    page.desk.open(shop.drafts.get(queued.id))
    assert page.keeper.post_id == before
    page.tools._on_same(queued.id)
    assert heard.went == [("queue", queued.id)]
    page.show_account(shop.accounts.start_own_shop(handle="kiln", zone="Europe/Helsinki"))
    page.desk.open(mine)
    page.tools._on_same(mine.id)
    assert page.keeper.post_id == ""
    assert heard.went == [("queue", queued.id)]


def test_words_just_typed_stay_when_their_draft_is_opened_again(
    page: ComposePage, shop: Shop
) -> None:
    type_text(page, "Saved")
    page.save_now()
    stale = shop.drafts.get(page.keeper.post_id)
    type_text(page, " and typed since")
    page.desk.open(stale)
    assert page.composer.content.text == "Saved and typed since"


@pytest.mark.parametrize("target", [State.QUEUED, State.SENT, State.DELETED])
def test_words_go_on_as_a_new_draft_when_theirs_is_none_any_more(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any, target: State
) -> None:
    """As by another process, which asks nobody."""
    type_text(page, "شاي جديد")
    page.save_now()
    first = page.keeper.post_id
    if target is State.DELETED:
        shop.drafts.delete(first)
    else:
        shop.outbox.enqueue(first, due_at=clock.now())
        if target is State.SENT:
            shop.publisher.publish_due()
    assert shop.drafts.get(first).state is target
    type_text(page, " 🍵 茶")
    page.save_now()
    assert shop.drafts.get(first).text == "شاي جديد"
    assert page.keeper.is_saved
    assert page.keeper.post_id not in ("", first)
    assert shop.drafts.get(page.keeper.post_id).text == "شاي جديد 🍵 茶"
    told = [message.sentence for message in heard.messages if message is not None]
    assert told == ["That post is no longer a draft. What stands here goes on as a new one."]
    page.save_now()
    type_text(page, "!")
    page.save_now()
    assert len([one for one in heard.messages if one is not None]) == 1
    assert page.keeper.remembered(shop.accounts.active())[0] is not None


def test_an_emptied_sheet_of_a_post_that_is_gone_begins_nothing(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    type_text(page, "Goes out")
    page.save_now()
    first = page.keeper.post_id
    shop.outbox.enqueue(first, due_at=clock.now() + 3_600)
    page.composer.sheet.edit.selectAll()
    QTest.keyClick(page.composer.sheet.edit, Qt.Key.Key_Delete)
    page.save_now()
    assert shop.drafts.get(first).text == "Goes out"
    assert page.keeper.post_id == ""
    assert [one for one in heard.messages if one is not None] == []


def test_undo_of_writing_again_takes_an_untouched_copy_away(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    page.desk._on_chosen(sent(shop, clock, "Sent words").id)
    copied = page.keeper.post_id
    type_text(page, "x")
    QTest.keyClick(page.composer.sheet.edit, Qt.Key.Key_Backspace)
    assert page.composer.content.text == "Sent words"
    heard.undos[-1].undo()
    assert shop.drafts.get(copied).state is State.DELETED
    assert page.composer.content.is_empty


def test_undo_of_writing_again_leaves_a_copy_that_was_written_in(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    page.desk._on_chosen(sent(shop, clock, "Sent words").id)
    copied, offer = page.keeper.post_id, heard.undos[-1]
    type_text(page, " and new ones 茶")
    offer.undo()
    assert shop.drafts.get(copied).state is State.DRAFT
    assert page.composer.content.text == "Sent words and new ones 茶"
    assert shop.drafts.get(copied).text == "Sent words and new ones 茶"
    assert heard.messages[-1].sentence == (
        "You have changed the new draft since then, so it stays."
    )


def test_a_queued_post_is_not_deleted_as_a_draft(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    post = write(shop, "Waits since")
    shop.outbox.enqueue(post.id, due_at=clock.now() + 3_600)
    page.desk._on_delete(post.id)
    assert shop.drafts.get(post.id).state is State.QUEUED
    assert heard.undos == []


def test_undo_of_a_version_keeps_words_typed_since(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    later_version(page, shop, clock)
    offer = heard.undos[-1]
    type_text(page, " and these since")
    offer.undo()
    assert page.composer.content.text == "كلمات أخرى"
    kept = [one.text for one in shop.versions.all(page.keeper.post_id)]
    assert "新しい湯呑みが入りました 🍵 and these since" in kept


def test_the_offer_of_a_version_ends_when_its_draft_leaves_the_sheet(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    over: list[object] = []
    page.undo_over.connect(over.append)
    later_version(page, shop, clock)
    offer = heard.undos[-1]
    page.desk.lay_again(shop.drafts.get(page.keeper.post_id))
    assert over == []
    page.new_draft()
    assert over == [offer]


def test_undo_of_a_version_leaves_the_queue_alone(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    shop.settings.set(UNDO_SECONDS, 0)
    later_version(page, shop, clock)
    post_id, offer = page.keeper.post_id, heard.undos[-1]
    page.post()
    assert shop.drafts.get(post_id).state is State.QUEUED
    offer.undo()
    assert shop.drafts.get(post_id).text == "新しい湯呑みが入りました 🍵"
    clock.advance(1)
    shop.publisher.publish_due()
    offer.undo()
    assert page.composer.content.is_empty
