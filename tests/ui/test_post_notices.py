"""A post by hand is told of at its time: once, in one notice, and a click opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.settings import NOTICES_WITH_TEXT
from services.shop import Shop
from ui.notices import Notices
from ui.post_notices import PostNotices
from ui.tasks import InlineTasks
from ui.tray import PAUSE_SECONDS, QUIET_SECONDS, Tray

Told = list[tuple[str, str, str]]
Due = Callable[..., Post]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def tray(
    clock: SteppedClock, inline_tasks: InlineTasks, told: Told, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Tray]:
    made = Tray(clock, inline_tasks)
    monkeypatch.setattr(made, "_show", lambda *words: told.append(words))
    yield made
    made.close()


@pytest.fixture
def due(shop: Shop, clock: SteppedClock) -> Due:
    """`due("words", 60)`: a post by hand, queued for that many seconds from now."""
    account = shop.accounts.start_own_shop(handle="", zone="Europe/Helsinki")

    def make(text: str, seconds: int = 0) -> Post:
        post = shop.drafts.new(account.id)
        shop.drafts.save(post.id, parts=(DraftPart(text),))
        return shop.outbox.enqueue(post.id, due_at=clock.now() + seconds)

    return make


@pytest.mark.parametrize("words", ["شاي اليوم 🍵", "چای تازه‌دم", "新しいお茶", "新茶到店"])
def test_at_its_time_it_is_told_of_once_with_the_window_out_of_view(
    shop: Shop, tray: Tray, told: Told, due: Due, clock: SteppedClock, words: str
) -> None:
    post = due(words, 60)
    notices = PostNotices(shop, tray)
    notices.tell(in_view=False)
    assert told == []
    clock.advance(60)
    shop.publisher.publish_due()
    for _ in range(3):
        notices.tell(in_view=False)
        clock.advance(QUIET_SECONDS)
    assert told == [("It is time to post on X", words, f"post:{post.id}")]


def test_several_are_one_notice_and_those_of_the_quiet_time_the_next(
    shop: Shop, tray: Tray, told: Told, due: Due, clock: SteppedClock
) -> None:
    notices = PostNotices(shop, tray)
    first, _second = due("One"), due("Two")
    shop.publisher.publish_due()
    notices.tell(in_view=False)
    third = due("Three")
    shop.publisher.publish_due()
    notices.tell(in_view=False)
    assert told == [("It is time: 2 posts wait to be posted", "One", f"post:{first.id}")]
    clock.advance(QUIET_SECONDS)
    notices.tell(in_view=False)
    assert told[1:] == [("It is time to post on X", "Three", f"post:{third.id}")]


def test_a_notice_of_new_words_does_not_keep_a_posts_time_waiting(
    shop: Shop, tray: Tray, told: Told, due: Due
) -> None:
    tray.notify("1 new to answer", "", "item")
    post = due("Tea")
    shop.publisher.publish_due()
    Notices(shop, tray).tell(in_view=False)
    assert [one[2] for one in told] == ["item", f"post:{post.id}"]


def test_in_a_pause_nothing_is_told_and_after_it_all_that_still_waits(
    shop: Shop, tray: Tray, told: Told, due: Due, clock: SteppedClock
) -> None:
    notices = PostNotices(shop, tray)
    tray._on_pause(True)
    done, waits = due("Done"), due("Waits")
    shop.publisher.publish_due()
    notices.tell(in_view=False)
    shop.outbox.mark_posted_by_hand(done.id)
    assert told == []
    clock.advance(PAUSE_SECONDS)
    notices.tell(in_view=False)
    assert [one[2] for one in told] == [f"post:{waits.id}"]


def test_what_waited_before_or_lies_open_on_x_is_not_told_of(
    shop: Shop, tray: Tray, told: Told, due: Due
) -> None:
    notices = PostNotices(shop, tray)
    due("Before")
    shop.publisher.publish_due()
    notices.know()
    shop.outbox.opened_on_x(due("Open", 60).id)
    notices.tell(in_view=True)
    assert told == []


def test_what_is_in_sight_of_one_shop_says_nothing_of_another(
    shop: Shop, tray: Tray, told: Told, due: Due
) -> None:
    notices = PostNotices(shop, tray)
    post = due("Tea")
    shop.publisher.publish_due()
    notices.know(shop.accounts.practice())
    notices.tell(in_view=True)
    assert [one[2] for one in told] == [f"post:{post.id}"]


def test_a_post_whose_time_comes_again_is_told_of_again(
    shop: Shop, tray: Tray, told: Told, due: Due, clock: SteppedClock
) -> None:
    notices = PostNotices(shop, tray)
    post = due("Tea")
    shop.publisher.publish_due()
    notices.tell(in_view=False)
    shop.outbox.move_back_to_draft(post.id)
    notices.tell(in_view=False)
    shop.outbox.enqueue(post.id, due_at=clock.now() + QUIET_SECONDS)
    clock.advance(QUIET_SECONDS)
    shop.publisher.publish_due()
    notices.tell(in_view=False)
    assert len(told) == 2


def test_the_words_stay_out_of_it_when_the_owner_says_so(
    shop: Shop, tray: Tray, told: Told, due: Due
) -> None:
    shop.settings.set(NOTICES_WITH_TEXT, False)
    due("secret")
    shop.publisher.publish_due()
    PostNotices(shop, tray).tell(in_view=False)
    assert [one[:2] for one in told] == [("It is time to post on X", "")]


def test_the_sample_shop_is_silent_while_hidden(
    shop: Shop, tray: Tray, told: Told, clock: SteppedClock
) -> None:
    def needy(text: str) -> None:
        post = shop.drafts.new(shop.accounts.active().id)
        shop.drafts.save(post.id, parts=(DraftPart(text),))
        shop.outbox.enqueue(post.id, due_at=clock.now())
        with shop.database.transaction() as connection:
            connection.execute(
                "UPDATE post SET state = 'needs_you', reason = 'Rejected' WHERE id = ?", (post.id,)
            )

    notices = PostNotices(shop, tray)
    needy("Refused")
    notices.tell(in_view=False)
    notices.tell(in_view=True)
    assert told == []
    needy("Refused too")
    notices.tell(in_view=True)
    assert [one[0] for one in told] == ["Sample: 1 post needs you"]


def test_a_click_says_which_post(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.post_asked) as post:
        tray._on_notice_clicked("post:7")
    with qtbot.waitSignal(tray.item_asked) as item:
        tray._on_notice_clicked("9")
    assert (post.args, item.args) == (["7"], ["9"])
