"""Post, Queue and Undo: once, at the right time, and back exactly."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from services.accounts.accounts import SignedIn
from services.clock import SteppedClock, from_wall, in_zone
from services.errors import StorageProblem, StorageTrouble
from services.publishing.drafts import DraftPart, as_draft
from services.publishing.post_options import PostKind
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.settings import UNDO_SECONDS
from services.shop import Shop
from ui.compose.advice import Act, Weight
from ui.compose.compose_page import ComposePage
from ui.status import dollars
from ui.tour.hand import paste_pictures, type_text

LEFT = Qt.MouseButton.LeftButton


def waiting(shop: Shop) -> tuple[Post, ...]:
    return shop.outbox.list(shop.accounts.active().id)


def test_post_waits_for_the_seconds_of_undo(
    page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any
) -> None:
    type_text(page, "New bowls")
    page.bar.post_button.click()
    (post,) = waiting(shop)
    assert (post.state, post.due_at) == (State.QUEUED, clock.now() + 10)
    assert post.text == "New bowls"
    assert heard.undos[-1].seconds == 10
    assert heard.changes == 1
    assert page.composer.content.is_empty
    assert page.drafts.list.count() == 0


def test_undo_brings_the_draft_back_exactly(
    page: ComposePage, shop: Shop, heard: Any, pictures: tuple[Path, ...]
) -> None:
    type_text(page, "New bowls 🍵\nشاي")
    paste_pictures(page, pictures[:2])
    for one in page.composer.content.pictures:
        page.composer._on_described(one.hash, f"About {one.name}")
    page.composer.sheet.edit.place_caret(3)
    page.post()
    (queued,) = waiting(shop)
    heard.undos[-1].undo()
    assert waiting(shop) == ()
    back = shop.drafts.get(queued.id)
    assert back.state is State.DRAFT
    assert [as_draft(part) for part in back.parts] == [as_draft(part) for part in queued.parts]
    assert page.keeper.post_id == queued.id
    assert page.composer.content.text == "New bowls 🍵\nشاي"
    assert [one.alt_text for one in page.composer.content.pictures] == [
        "About teal.png",
        "About orange.png",
    ]
    assert page.composer.caret() == 3


def test_undo_keeps_what_was_begun_meanwhile(page: ComposePage, shop: Shop, heard: Any) -> None:
    type_text(page, "first")
    page.post()
    type_text(page, "second")
    heard.undos[-1].undo()
    assert page.composer.content.text == "first"
    texts = {draft.text for draft in shop.drafts.all(shop.accounts.active().id)}
    assert texts == {"first", "second"}


def test_no_seconds_no_undo(page: ComposePage, shop: Shop, clock: SteppedClock, heard: Any) -> None:
    shop.settings.set(UNDO_SECONDS, 0)
    type_text(page, "at once")
    page.post()
    assert [post.due_at for post in waiting(shop)] == [clock.now()]
    assert heard.undos == []


def test_undo_too_late_says_so(page: ComposePage, shop: Shop, heard: Any) -> None:
    type_text(page, "gone")
    page.post()
    (post,) = waiting(shop)
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'sending' WHERE id = ?", (post.id,))
    heard.undos[-1].undo()
    assert heard.messages[-1].sentence.startswith("Too late")
    assert page.composer.content.is_empty


def test_queue_takes_the_time_on_its_button(page: ComposePage, shop: Shop, heard: Any) -> None:
    account = shop.accounts.active()
    slot = shop.slots.next_free(account.id)
    assert slot is not None
    type_text(page, "for later")
    named = page.bar.queue_button.text()
    page.bar.queue_button.click()
    (post,) = waiting(shop)
    assert (post.due_at, post.due_wall, post.due_zone) == (slot.due_at, slot.wall, slot.zone)
    type_text(page, "and another")
    assert page.bar.queue_button.text() != named
    assert heard.undos[-1].sentence.startswith("In the queue for ")
    heard.undos[-1].undo()
    assert page.composer.content.text == "for later"


def test_a_post_of_a_known_kind_takes_a_slot_kept_for_it(
    page: ComposePage, shop: Shop, heard: Any
) -> None:
    """The button names the time as soon as the words tell what the post is for."""
    account = shop.accounts.active()
    first = shop.slots.next_free(account.id)
    assert first is not None
    weekday = in_zone(first.due_at, first.zone).weekday()
    other = (weekday + 1) % 7
    shop.slots.save(
        account.id,
        [(weekday, first.wall[11:], PostKind.HELP), (other, first.wall[11:], PostKind.SELL)],
    )
    page.posting.show()
    named = page.bar.queue_button.text()
    type_text(page, "Tea bowls, $24 each, in the shop now")
    page.guarding.look_now()
    assert page.posting.slot() == shop.slots.next_free(account.id, kind=PostKind.SELL)
    assert page.bar.queue_button.text() != named
    page.bar.queue_button.click()
    (post,) = waiting(shop)
    assert in_zone(post.due_at or 0, first.zone).weekday() == other


def test_another_time_is_chosen_on_the_shops_clock(
    page: ComposePage, shop: Shop, qtbot: QtBot
) -> None:
    account = shop.accounts.set_zone(shop.accounts.active().id, "Asia/Tokyo")
    page.show_account(account)
    type_text(page, "明日の朝")
    qtbot.mouseClick(page.bar.time_button, LEFT)
    times = page.posting._times
    assert times is not None
    assert len(times.slot_buttons) == 4
    times.day.setCurrentIndex(2)
    times.time.setTime(QTime(7, 45))
    qtbot.mouseClick(times.use, LEFT)
    assert not times.isVisible()
    page.queue()
    (post,) = waiting(shop)
    assert post.due_wall == "2026-11-22T07:45"
    assert post.due_at == from_wall("2026-11-22T07:45", "Asia/Tokyo")


def test_a_closed_day_is_told_and_kept(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    account = shop.accounts.active()
    tomorrow = in_zone(shop.clock.now(), account.zone).date() + timedelta(days=1)
    shop.closed_days.close(account.id, tomorrow, tomorrow, "Feria")
    type_text(page, "We open at noon")
    qtbot.mouseClick(page.bar.time_button, LEFT)
    times = page.posting._times
    assert times is not None
    assert "closed" not in times._note.text()
    times.day.setCurrentIndex(1)
    assert "The shop is closed on that day" in times._note.text()
    times.use.click()
    page.bar.queue_button.click()
    (post,) = waiting(shop)
    assert post.even_closed
    assert in_zone(post.due_at or 0, account.zone).date() == tomorrow


def test_a_post_may_have_its_own_rule_for_being_late(
    page: ComposePage, shop: Shop, qtbot: QtBot
) -> None:
    type_text(page, "Only on the day")
    qtbot.mouseClick(page.bar.time_button, LEFT)
    times = page.posting._times
    assert times is not None
    times.late.box.setCurrentIndex(times.late.box.findData(LateRule.ASK))
    times.late.box.activated.emit(times.late.box.currentIndex())
    qtbot.mouseClick(times.slot_buttons[0], LEFT)
    page.queue()
    type_text(page, "The next one")
    page.queue()
    assert [post.late_rule for post in waiting(shop)] == [LateRule.ASK, LateRule.USUAL]


def test_a_time_that_is_over_cannot_be_chosen(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    type_text(page, "x")
    qtbot.mouseClick(page.bar.time_button, LEFT)
    times = page.posting._times
    assert times is not None
    times.day.setCurrentIndex(0)
    times.time.setTime(QTime(0, 1))
    assert not times.use.isEnabled()
    times.hide()


def test_a_free_time_of_the_list_is_one_click(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    type_text(page, "third slot")
    qtbot.mouseClick(page.bar.time_button, LEFT)
    times = page.posting._times
    assert times is not None
    qtbot.mouseClick(times.slot_buttons[2], LEFT)
    page.queue()
    account = shop.accounts.active()
    free = shop.slots.next_free(account.id)
    (post,) = waiting(shop)
    assert free is not None
    assert post.due_at is not None
    assert post.due_at > free.due_at


def test_the_same_words_are_stopped_with_a_sentence(
    page: ComposePage, shop: Shop, heard: Any
) -> None:
    type_text(page, "Same words 🍵")
    page.queue()
    (first,) = waiting(shop)
    type_text(page, "Same words 🍵")
    page.post()
    assert waiting(shop) == (shop.outbox.get(first.id),)
    assert page.composer.content.text == "Same words 🍵"
    assert page.composer.advice.advice.weight is Weight.TROUBLE
    show = page.composer.advice.button_for(Act.SHOW_SAME)
    assert show is not None
    show.click()
    assert heard.went == [("queue", first.id)]
    type_text(page, "!")
    assert page.composer.advice.advice.weight is Weight.GOOD
    page.post()
    assert len(waiting(shop)) == 2


def test_pictures_without_description_are_asked_about_once(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    type_text(page, "Look")
    paste_pictures(page, pictures[:2])
    page.post()
    assert waiting(shop) == ()
    line = page.composer.advice
    assert line.advice.sentence.startswith("2 pictures have no description.")
    assert line.button_for(Act.DESCRIBE) is not None
    anyway = line.button_for(Act.POST_ANYWAY)
    assert anyway is not None
    anyway.click()
    assert [post.text for post in waiting(shop)] == ["Look"]


def test_anyway_after_queue_queues(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    paste_pictures(page, pictures[:1])
    page.queue()
    anyway = page.composer.advice.button_for(Act.POST_ANYWAY)
    assert anyway is not None
    anyway.click()
    assert [post.due_wall is not None for post in waiting(shop)] == [True]


def test_a_refused_move_brings_the_draft_back_with_the_reason(
    page: ComposePage, shop: Shop, heard: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    type_text(page, "no room")
    monkeypatch.setattr(type(shop.outbox), "enqueue", full)
    page.post()
    assert page.composer.content.text == "no room"
    assert heard.messages[-1].sentence.startswith("The disk is full")
    assert waiting(shop) == ()


def test_by_hand_is_free_and_opens_x(
    page: ComposePage, shop: Shop, heard: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    account = shop.accounts.start_own_shop(handle="kiln", zone="Europe/Madrid")
    page.show_account(account)
    type_text(page, "By hand #tea")
    assert page.bar.post_button.text() == "Open in X · free"
    page.post()
    assert len(opened) == 1
    assert opened[0].startswith("https://x.com/intent/post?text=By")
    assert heard.undos == []
    assert heard.went[-1][0] == "queue"


def test_connected_the_button_names_the_account_and_the_price(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    account = shop.accounts.start_own_shop(handle="kiln", zone="Europe/Madrid")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (account.id,))
    shop.accounts.set_signed_in(account.id, SignedIn.YES)
    page.show_account(shop.accounts.get(account.id))
    type_text(page, "Bowls")
    assert page.bar.post_button.text() == f"Post as @kiln · {dollars(15_000)}"
    paste_pictures(page, pictures[:1])
    page.composer._on_described(page.composer.content.pictures[0].hash, "A bowl")
    assert page.bar.post_button.text() == f"Post as @kiln · {dollars(20_000)}"
    type_text(page, " https://kiln.example.com")
    assert page.bar.post_button.text() == f"Post as @kiln · {dollars(205_000)}"


def test_a_queued_post_is_opened_for_editing(page: ComposePage, shop: Shop) -> None:
    type_text(page, "to be changed")
    page.queue()
    (post,) = waiting(shop)
    page.open_item(post.id)
    assert waiting(shop) == ()
    assert page.composer.content.text == "to be changed"
    assert page.keeper.post_id == post.id


def edited(page: ComposePage, shop: Shop, wall: str, text: str = "Plums 🍑 شاي") -> Post:
    """A post that was queued for this time and lies on the sheet again."""
    account = shop.accounts.active()
    post = shop.drafts.begin(account.id, (DraftPart(text),))
    due_at = from_wall(wall, account.zone)
    queued = shop.outbox.enqueue(
        post.id, due_at=due_at, due_wall=wall, due_zone=account.zone, late_rule=LateRule.SEND
    )
    shop.outbox.move_back_to_draft(post.id)
    page.open_item(post.id)
    return queued


def test_a_queued_post_that_is_edited_keeps_its_time(page: ComposePage, shop: Shop) -> None:
    queued = edited(page, shop, "2026-11-25T10:45")
    assert page.bar.queue_button.text().startswith("Queue · Wed 10:45")
    type_text(page, "!")
    page.bar.queue_button.click()
    (post,) = waiting(shop)
    assert post.text != queued.text
    assert (post.due_at, post.due_wall) == (queued.due_at, "2026-11-25T10:45")
    assert post.late_rule is LateRule.SEND
    assert not page.bar.queue_button.text().startswith("Queue · Wed 10:45")


def test_its_time_is_offered_until_it_is_over_or_another_has_it(
    page: ComposePage, shop: Shop, clock: SteppedClock
) -> None:
    queued = edited(page, shop, "2026-11-25T10:45")
    account = shop.accounts.active()
    other = shop.drafts.begin(account.id, (DraftPart("茶"),))
    shop.outbox.enqueue(
        other.id, due_at=queued.due_at or 0, due_wall=queued.due_wall, due_zone=account.zone
    )
    page.refresh()
    assert "10:45" not in page.bar.queue_button.text()
    shop.outbox.delete(other.id)
    page.refresh()
    assert "10:45" in page.bar.queue_button.text()
    clock.advance(6 * 86_400)
    page.refresh()
    slot = shop.slots.next_free(account.id)
    assert slot is not None
    assert page.posting.slot() == slot


def test_another_draft_does_not_get_its_time(page: ComposePage, shop: Shop) -> None:
    edited(page, shop, "2026-11-25T10:45")
    page.new_draft()
    type_text(page, "another")
    assert "10:45" not in page.bar.queue_button.text()


def test_without_any_free_time_one_is_chosen(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    account = shop.accounts.active()
    today = in_zone(shop.clock.now(), account.zone).date()
    for days in (0, 300):
        first = today + timedelta(days=days)
        shop.closed_days.close(account.id, first, first + timedelta(days=300))
    type_text(page, "Closed all year")
    page.refresh()
    assert page.bar.queue_button.text() == "Choose a time"
    assert page.bar.time_button.isHidden()
    page.bar.queue_button.click()
    assert page.posting._times is not None
    assert page.posting._times.isVisible()
    page.posting._times.hide()


def test_the_sheet_lets_go_of_what_was_put_back_in_the_queue(page: ComposePage, shop: Shop) -> None:
    queued = edited(page, shop, "2026-11-25T10:45")
    shop.queue_moves.put_back(queued)
    page.refresh()
    assert page.composer.content.is_empty
    assert [post.text for post in waiting(shop)] == [queued.text]
    type_text(page, "new")
    page.save_now()
    assert [post.text for post in shop.drafts.all(queued.account_id)] == ["new"]
