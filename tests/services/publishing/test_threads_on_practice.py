"""Threads, polls and marks through the real publisher, over tweepy, on the practice X."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from services.x_api.practice import Sort, Trouble, inspection
from services.x_api.practice.inspection import HeldPost

TEXTS = ("Which glaze? 緑か青か #tea", "Here they are, side by side", "تصويتكم يقرر 🍵")
POLL = Poll(("Celadon", " 青磁\n", "أزرق", "سبز"), 1_440)
OPTIONS = PostOptions(
    poll=POLL, who_can_reply=WhoCanReply.FOLLOWING, paid_partnership=True, made_with_ai=True
)


def at_create(sort: Sort, **more: Any) -> Trouble:
    return Trouble(sort=sort, method="POST", path="/2/tweets", **more)


@dataclass
class Thread:
    """A thread of three in the practice account's queue: poll first, two pictures in the second."""

    shop: Shop
    clock: SteppedClock
    account_id: str
    post_id: str

    def publish(self, times: int = 1) -> Post:
        """Each time a minute later."""
        for _ in range(times):
            self.shop.publisher.publish_due(account_id=self.account_id)
            self.clock.advance(60)
        return self.shop.outbox.get(self.post_id)

    def script(self, *troubles: Trouble) -> None:
        for trouble in troubles:
            self.shop.clients.practice_x().script(trouble)

    def on_x(self) -> list[HeldPost]:
        """Those of this test, oldest first."""
        held = inspection.own_posts(self.shop.clients.practice_x().state)
        return [post for post in reversed(held) if post.created_at >= self.since]

    @property
    def since(self) -> int:
        return self.shop.outbox.get(self.post_id).created_at


def jpeg(colour: str) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def thread(shop: Shop, clock: SteppedClock) -> Thread:
    account = shop.accounts.active()
    pictures = tuple(
        (
            shop.pictures.add_known(
                jpeg(colour), name="cup.jpg", mime="image/jpeg", width=64, height=48
            ).hash,
            alt,
        )
        for colour, alt in (("#224466", "blue فنجان"), ("#446622", ""))
    )
    draft = shop.drafts.new(account.id)
    parts = (DraftPart(TEXTS[0]), DraftPart(TEXTS[1], pictures), DraftPart(TEXTS[2]))
    shop.drafts.save(draft.id, parts=parts, options=OPTIONS)
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    return Thread(shop, clock, account.id, draft.id)


def assert_whole(thread: Thread) -> None:
    """All of it is on X, once, in its order, each thing where it belongs."""
    post = thread.shop.outbox.get(thread.post_id)
    held = thread.on_x()
    assert post.state is State.SENT
    assert [one.text for one in held] == list(TEXTS)
    assert post.x_ids == tuple(one.id for one in held)
    first, second, third = held
    assert (first.parent_id, second.parent_id, third.parent_id) == (None, first.id, second.id)
    assert {one.conversation_id for one in held} == {first.id}
    assert [one.alt_text for one in second.media] == ["blue فنجان", ""]
    assert not first.media
    assert not third.media
    assert first.poll == (("Celadon", "青磁", "أزرق", "سبز"), 1_440)
    assert second.poll is None
    assert third.poll is None
    assert [one.reply_setting for one in held] == ["following", "everyone", "everyone"]
    assert all(one.paid_partnership for one in held)
    assert [one.made_with_ai for one in held] == [False, True, False]


def test_a_thread_goes_out_whole(thread: Thread) -> None:
    thread.publish()
    assert_whole(thread)
    thread.publish(3)
    assert_whole(thread)


@pytest.mark.parametrize("part", [0, 1, 2])
@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize("sort", [Sort.DROP, Sort.HTML, Sort.HALF_JSON, Sort.EMPTY])
def test_an_answer_that_is_lost_sends_no_part_twice(
    thread: Thread, part: int, accepted: bool, sort: Sort
) -> None:
    if part:
        # All goes well up to the part in question: its turn is told by what it answers.
        before = at_create(Sort.LATE, times=part)
        thread.script(before)
    status = 503 if sort in (Sort.HTML, Sort.EMPTY) else 200
    thread.script(at_create(sort, accepted=accepted, status=status))

    post = thread.publish()

    assert post.state is State.CHECKING
    assert len(thread.on_x()) == part + int(accepted)
    thread.publish(6)
    assert_whole(thread)


def test_a_picture_that_does_not_go_up_holds_the_second_part_back(thread: Thread) -> None:
    thread.script(
        Trouble(sort=Sort.REFUSE, method="POST", path="/2/media/*", name="unavailable", times=2)
    )

    post = thread.publish()

    assert post.state is State.QUEUED
    assert [one.text for one in thread.on_x()] == [TEXTS[0]]
    thread.publish(12)
    assert_whole(thread)


def test_a_refused_part_is_changed_and_the_thread_goes_on(thread: Thread) -> None:
    thread.script(at_create(Sort.LATE), at_create(Sort.REFUSE, name="not_permitted"))

    post = thread.publish()

    assert post.state is State.NEEDS_YOU
    assert len(post.x_ids) == 1
    parts = tuple(
        DraftPart(part.text, tuple((one.picture, one.alt_text) for one in part.attachments))
        for part in post.parts
    )
    changed = (parts[0], DraftPart("In other words", parts[1].pictures), parts[2])
    thread.shop.drafts.save(post.id, parts=changed)
    thread.shop.outbox.enqueue(post.id, due_at=thread.clock.now())
    post = thread.publish(2)

    held = thread.on_x()
    assert post.state is State.SENT
    assert [one.text for one in held] == [TEXTS[0], "In other words", TEXTS[2]]
    assert [one.parent_id for one in held] == [None, held[0].id, held[1].id]
    assert len(held[1].media) == 2
    assert [one.poll is None for one in held] == [False, True, True]


def test_offline_between_two_parts_waits_and_goes_on(thread: Thread) -> None:
    thread.script(at_create(Sort.LATE, times=2), at_create(Sort.UNREACHABLE))

    post = thread.publish()

    assert (post.state, len(post.x_ids)) == (State.QUEUED, 2)
    thread.publish(2)
    assert_whole(thread)


def test_a_killed_sender_leaves_no_part_twice(thread: Thread) -> None:
    """What a sender that died after its call leaves behind: `sending`, and no id."""
    thread.script(at_create(Sort.LATE), at_create(Sort.DROP, accepted=True))
    thread.publish()
    with thread.shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'sending', reason = NULL WHERE id = ?", (thread.post_id,)
        )

    thread.publish(6)

    assert_whole(thread)


def test_a_poll_that_slipped_through_is_told_by_its_name(thread: Thread) -> None:
    """Another program may have written it: X's own refusal is understood as well."""
    with thread.shop.database.transaction() as connection:
        connection.execute(
            "UPDATE poll_option SET text = ? WHERE post_id = ? AND position = 0",
            ("x" * 26, thread.post_id),
        )

    post = thread.publish()

    assert (post.state, post.reason, post.reason_detail) == (
        State.NEEDS_YOU,
        "Rejected",
        "bad_poll",
    )
    assert thread.on_x() == []


def test_a_customers_answer_to_a_part_and_ours_to_it_stand_in_the_thread(thread: Thread) -> None:
    thread.publish()
    first, second, _ = thread.on_x()
    shop, clock = thread.shop, thread.clock
    word = inspection.customer_writes(
        shop.clients.practice_x(),
        clock.now(),
        text="@leafandkiln the blue one, please",
        handle="mina_k",
        reply_to=second.id,
    )
    shop.feeds.check(thread.account_id)
    row = shop.database.connection.execute(
        "SELECT * FROM inbox_item WHERE x_id = ?", (word,)
    ).fetchone()
    assert (row["x_conversation_id"], row["x_parent_id"]) == (first.id, second.id)

    answer = shop.outbox.enqueue_answer(thread.account_id, row["id"], "It is yours", clock.now())
    shop.publisher.publish_due(account_id=thread.account_id)

    sent = shop.outbox.get(answer.id)
    ours = thread.on_x()[-1]
    assert (sent.state, ours.parent_id, ours.conversation_id) == (State.SENT, word, first.id)
    assert ours.reply_setting == "everyone"
    assert not ours.paid_partnership
    words = [one.text for one in shop.inbox.conversation(row["id"])]
    assert words[:2] == list(TEXTS[:2])
    assert words[-1] == "It is yours"
    thread.publish(3)
    assert len([one for one in thread.on_x() if one.text.endswith("It is yours")]) == 1
