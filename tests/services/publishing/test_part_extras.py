from __future__ import annotations

import pytest

from services.publishing.part_extras import extras_of
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.publishing.posts import Attachment, Part, Post
from services.publishing.states import State
from services.x_api.client import NO_EXTRAS, Extras, NewPoll


def thread(
    options: PostOptions, *pictures: int, parts: int = 3, reply_to: str | None = None
) -> Post:
    """`pictures`: the numbers of the parts that show one."""
    made = tuple(
        Part(f"p{n}", "words", (Attachment("a", "hash"),) if n in pictures else ())
        for n in range(parts)
    )
    return Post(
        id="1",
        account_id="a",
        state=State.SENDING,
        parts=made,
        options=options,
        reply_to_x_id=reply_to,
        created_at=0,
        changed_at=0,
    )


def carried(post: Post) -> list[Extras]:
    return [extras_of(post, part) for part in post.parts]


def test_a_plain_post_carries_nothing() -> None:
    assert carried(thread(PostOptions())) == [NO_EXTRAS] * 3


def test_the_poll_and_who_can_reply_go_with_the_first_part() -> None:
    options = PostOptions(Poll((" tea ", "cafe\u0301"), 60), WhoCanReply.VERIFIED)
    first = Extras(NewPoll(("tea", "café"), 60), "verified")
    assert carried(thread(options)) == [first, NO_EXTRAS, NO_EXTRAS]


@pytest.mark.parametrize(
    ("who", "word"),
    [
        (WhoCanReply.EVERYONE, ""),
        (WhoCanReply.FOLLOWING, "following"),
        (WhoCanReply.MENTIONED, "mentionedUsers"),
        (WhoCanReply.SUBSCRIBERS, "subscribers"),
        (WhoCanReply.VERIFIED, "verified"),
    ],
)
def test_who_can_reply_in_xs_words(who: WhoCanReply, word: str) -> None:
    assert carried(thread(PostOptions(who_can_reply=who), parts=1)) == [Extras(reply_settings=word)]


def test_an_answer_does_not_say_who_can_reply() -> None:
    post = thread(PostOptions(who_can_reply=WhoCanReply.FOLLOWING), parts=1, reply_to="9")
    assert carried(post) == [NO_EXTRAS]


def test_a_paid_partnership_is_marked_on_every_part() -> None:
    options = PostOptions(paid_partnership=True)
    assert carried(thread(options)) == [Extras(paid_partnership=True)] * 3


def test_made_with_ai_is_marked_where_the_pictures_are() -> None:
    marks = [one.made_with_ai for one in carried(thread(PostOptions(made_with_ai=True), 1))]
    assert marks == [False, True, False]


def test_made_with_ai_without_pictures_is_marked_everywhere() -> None:
    assert all(one.made_with_ai for one in carried(thread(PostOptions(made_with_ai=True))))
