"""Earlier versions: when one is made, that at most twenty are, and that nothing is ever lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.publishing.drafts import DraftPart, NotEditable
from services.publishing.post_options import PLAIN, Poll, PostKind, PostOptions, WhoCanReply
from services.publishing.versions import APART, MOST, Versions
from tests.work import steps

if TYPE_CHECKING:
    from typing import Any

    from services.publishing.posts import Post

    Desk = Any


@pytest.fixture
def versions(desk: Desk) -> Versions:
    return Versions(desk.database, desk.clock, desk.drafts)


def write(desk: Desk, post: Post, *texts: str, **asked: Any) -> Post:
    saved: Post = desk.drafts.save(post.id, parts=tuple(map(DraftPart, texts)), **asked)
    return saved


def texts(versions: Versions, post: Post) -> list[str]:
    return [one.text for one in versions.all(post.id)]


def test_writing_on_makes_one_each_five_minutes(desk: Desk, versions: Versions) -> None:
    post = desk.drafts.new(desk.account.id)
    for second in range(APART * 2 + 10):
        desk.clock.advance(1)
        write(desk, post, "x" * (second + 1))
    assert texts(versions, post) == ["x" * (APART * 2 - 1), "x" * (APART - 1)]


def test_the_first_change_of_a_new_sitting_keeps_what_stood_there(
    desk: Desk, versions: Versions
) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "yesterday's words 🍵")
    desk.clock.advance(86_400)
    write(desk, post, "yesterday's words 🍵!")
    write(desk, post, "yesterday's words 🍵!!")
    (kept,) = versions.all(post.id)
    assert kept.text == "yesterday's words 🍵"
    assert kept.saved_at == post.changed_at


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("w" * 40 + " end",), (" end",)),
        (("شاي جديد وصل إلى المتجر اليوم بالنعناع والليمون",), ("س",)),
        (("a", "b"), ("a b",)),
        (("keep " + "茶" * 60,), ("keep " + "湯" * 60,)),
    ],
)
def test_a_save_that_takes_much_away_keeps_what_stood_there(
    desk: Desk, versions: Versions, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), *before)
    write(desk, post, *after)
    assert texts(versions, post) == ["\n\n".join(before)]


def test_keeping_a_version_reads_none_of_the_others(desk: Desk, versions: Versions) -> None:
    """The save that takes the 20th makes no more steps than the one that takes the third."""
    post = desk.drafts.new(desk.account.id)
    taken = []
    for number in range(20):
        desk.clock.advance(APART)
        taken.append(steps(partial(write, desk, post, "茶" * 1_000 + f"{number:02}")))
    assert len(versions.all(post.id)) == 19
    assert taken[19] < 1.1 * taken[3]


def test_small_changes_and_additions_within_minutes_keep_nothing(
    desk: Desk, versions: Versions
) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "one two three " * 30)
    write(desk, post, "one two three " * 29)
    write(desk, post, "one two three " * 29 + "more" * 100)
    assert versions.all(post.id) == ()


def test_a_picture_taken_out_keeps_it(desk: Desk, versions: Versions) -> None:
    picture = desk.picture()
    post = desk.drafts.new(desk.account.id)
    parts = (DraftPart("tea", ((picture.hash, "A cup"),)),)
    desk.drafts.save(post.id, parts=parts)
    write(desk, post, "tea")
    (kept,) = versions.all(post.id)
    assert kept.parts == parts
    restored = versions.restore(kept.id)
    assert restored.parts[0].attachments[0].alt_text == "A cup"


def test_as_it_was_queued_is_kept_when_it_is_changed(desk: Desk, versions: Versions) -> None:
    post = desk.queue("as it was to go out", due_in=900)
    desk.clock.advance(10)
    desk.outbox.move_back_to_draft(post.id)
    for tail in "abc":
        desk.clock.advance(1)
        write(desk, post, "as it was to go out" + tail)
    assert texts(versions, post) == ["as it was to go out"]
    desk.outbox.enqueue(post.id, due_at=desk.clock.now() + 900)
    desk.clock.advance(1)
    write(desk, post, "as it was to go out")
    assert texts(versions, post) == ["as it was to go outc", "as it was to go out"]


def test_the_twenty_newest_are_kept(desk: Desk, versions: Versions) -> None:
    post = desk.drafts.new(desk.account.id)
    for number in range(MOST + 6):
        desk.clock.advance(APART)
        write(desk, post, f"version {number}")
    wanted = [f"version {number}" for number in range(MOST + 4, 4, -1)]
    assert texts(versions, post) == wanted
    assert len(wanted) == MOST


def test_a_clock_set_back_does_not_stop_versions(desk: Desk, versions: Versions) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "before")
    desk.clock.advance(-7 * 86_400)
    write(desk, post, "after")
    assert texts(versions, post) == ["before"]
    desk.clock.advance(APART)
    write(desk, post, "long after")
    assert texts(versions, post) == ["after", "before"]


def test_bringing_back_makes_a_version_of_what_stood_there(desk: Desk, versions: Versions) -> None:
    options = PostOptions(
        poll=Poll(("sí", "ノー"), 60),
        who_can_reply=WhoCanReply.FOLLOWING,
        paid_partnership=True,
        kind=PostKind.HELP,
    )
    post = write(desk, desk.drafts.new(desk.account.id), "one", "two", options=options)
    desk.clock.advance(APART)
    now = write(desk, post, "three", options=PLAIN)
    (kept,) = versions.all(post.id)
    back = versions.restore(kept.id)
    assert [part.text for part in back.parts] == ["one", "two"]
    assert back.options == options
    assert back.id == post.id
    newest = versions.all(post.id)[0]
    assert newest.says(now)
    again = versions.restore(newest.id)
    assert newest.says(again)
    assert versions.restore(newest.id) == again


def test_a_board_or_campaign_that_is_gone_stays_away(desk: Desk, versions: Versions) -> None:
    connection = desk.database.connection
    connection.execute(
        "INSERT INTO campaign(id, account_id, name, tag, first_day, last_day, created_at, "
        "changed_at) VALUES ('c', ?, 'Spring', 'spring', '2026-11-01', '2026-11-30', 0, 0)",
        (desk.account.id,),
    )
    post = write(
        desk, desk.drafts.new(desk.account.id), "words", options=PostOptions(campaign_id="c")
    )
    desk.clock.advance(APART)
    write(desk, post, "other words")
    connection.execute("DELETE FROM campaign")
    back = versions.restore(versions.all(post.id)[0].id)
    assert (back.text, back.options.campaign_id) == ("words", None)


def test_a_sent_post_is_not_brought_back(desk: Desk, versions: Versions) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "first")
    desk.clock.advance(APART)
    write(desk, post, "second")
    (kept,) = versions.all(post.id)
    desk.outbox.enqueue(post.id, due_at=desk.clock.now())
    desk.publish()
    with pytest.raises(NotEditable):
        versions.restore(kept.id)
    assert texts(versions, post) == ["first"]


def test_what_waits_in_the_queue_is_not_brought_back(desk: Desk, versions: Versions) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "first")
    desk.clock.advance(APART)
    write(desk, post, "second")
    (kept,) = versions.all(post.id)
    desk.outbox.enqueue(post.id, due_at=desk.clock.now() + 3_600)
    with pytest.raises(NotEditable):
        versions.restore(kept.id)
    assert desk.drafts.get(post.id).text == "second"


def test_words_of_another_shoplark_are_passed_over(desk: Desk, versions: Versions) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "first")
    for number, content in enumerate(("", "[]", "{}", '{"parts": 1, "options": 2}', "\ud83c")):
        desk.database.connection.execute(
            "INSERT INTO draft_version(id, post_id, saved_at, kept_at, content) "
            "VALUES (?, ?, 1, 1, ?)",
            (str(number), post.id, content.encode("utf-8", "replace").decode()),
        )
    assert versions.all(post.id) == ()
    with pytest.raises(KeyError):
        versions.restore("0")
    with pytest.raises(KeyError):
        versions.restore("nobody")


def test_a_save_that_fails_makes_no_version(desk: Desk, versions: Versions) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "first")
    desk.clock.advance(APART)
    with pytest.raises(KeyboardInterrupt), desk.database.transaction():
        write(desk, post, "second")
        raise KeyboardInterrupt
    assert versions.all(post.id) == ()
    assert desk.drafts.get(post.id).text == "first"


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.text(alphabet="ab ش茶🍵\n", max_size=80)),
        st.tuples(st.just("wait"), st.integers(1, APART * 2)),
        st.tuples(st.just("queue"), st.none()),
        st.tuples(st.just("bring back"), st.integers(0, MOST)),
    ),
    max_size=30,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_nothing_that_stood_a_while_is_lost(
    desk: Desk, versions: Versions, steps: list[tuple[str, Any]]
) -> None:
    """At most twenty, no two alike, newest first; bringing back never loses a word."""
    post = write(desk, desk.drafts.new(desk.account.id), "begun")
    for step, value in steps:
        before = desk.drafts.get(post.id)
        if step == "write":
            write(desk, post, value)
        elif step == "wait":
            desk.clock.advance(value)
        elif step == "queue":
            if not before.is_empty and not desk.outbox.duplicates(
                desk.account.id, before.text, but=post.id
            ):
                desk.outbox.enqueue(post.id, due_at=desk.clock.now() + 9_000)
                desk.outbox.move_back_to_draft(post.id)
        elif value < len(kept := versions.all(post.id)):
            back = versions.restore(kept[value].id)
            assert kept[value].says(back)
            assert before.is_empty or any(one.says(before) for one in versions.all(post.id))
        kept = versions.all(post.id)
        assert len(kept) <= MOST
        assert len({one.id for one in kept}) == len(kept)
        assert len({one.parts for one in kept}) == len(kept)
        times = [one.saved_at for one in kept]
        assert times == sorted(times, reverse=True)


def test_what_is_asked_for_is_kept_once(desk: Desk, versions: Versions) -> None:
    post = write(desk, desk.drafts.new(desk.account.id), "شاي 🍵")
    versions.keep(post.id)
    versions.keep(post.id)
    assert texts(versions, post) == ["شاي 🍵"]
    write(desk, post, "other words")
    versions.keep(post.id)
    assert texts(versions, post) == ["other words", "شاي 🍵"]
    write(desk, post, "شاي 🍵")
    versions.keep(post.id)
    assert texts(versions, post) == ["شاي 🍵", "other words"]


def test_nothing_is_not_kept(desk: Desk, versions: Versions) -> None:
    post = desk.drafts.new(desk.account.id)
    versions.keep(post.id)
    assert versions.all(post.id) == ()
    with pytest.raises(KeyError):
        versions.keep("gone")
