from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.publishing.drafts import DraftPart
from services.publishing.post_options import Poll, PostOptions
from services.publishing.search import PostSearch

if TYPE_CHECKING:
    from typing import Any

    from services.publishing.posts import Post

    Desk = Any


def draft(desk: Desk, *texts: str, **asked: Any) -> Post:
    made = desk.drafts.new(desk.account.id)
    saved: Post = desk.drafts.save(made.id, parts=tuple(map(DraftPart, texts)), **asked)
    return saved


@pytest.fixture
def find(desk: Desk) -> Any:
    search = PostSearch(desk.database)
    return lambda query, **asked: [one.id for one in search.search(desk.account.id, query, **asked)]


def test_drafts_come_newest_change_first_and_are_searched(desk: Desk, find: Any) -> None:
    ids = []
    for text in ("Straße im Regen", "New tea from Uji", "جديد: شاي بالنعناع", "新しい湯呑み"):
        ids.append(draft(desk, text).id)
        desk.clock.advance(1)
    assert [one.id for one in desk.drafts.all(desk.account.id)] == ids[::-1]
    assert find("STRASSE") == ids[:1]
    assert find("uji TEA") == ids[1:2]
    assert find("شای") == ids[2:3]
    assert find("湯呑") == ids[3:]
    assert find("呑") == ids[3:]
    assert find("nothing of the kind") == []


def test_all_states_are_searched_but_the_deleted(desk: Desk, find: Any) -> None:
    sent = desk.queue("bowls one")
    desk.publish()
    desk.clock.advance(1)
    waits = desk.queue("bowls two", due_in=900)
    desk.clock.advance(1)
    kept = draft(desk, "bowls three")
    gone = draft(desk, "bowls four")
    assert find("bowls") == [gone.id, kept.id, waits.id, sent.id]
    desk.drafts.delete(gone.id)
    assert find("bowls") == [kept.id, waits.id, sent.id]
    desk.drafts.undelete(gone.id)
    assert find("four") == [gone.id]


def test_parts_descriptions_and_poll_options_are_found(desk: Desk, find: Any) -> None:
    picture = desk.picture()
    made = desk.drafts.new(desk.account.id)
    parts = (DraftPart("first"), DraftPart("second", ((picture.hash, "A moss green teapot"),)))
    desk.drafts.save(made.id, parts=parts, options=PostOptions(poll=Poll(("Sencha", "玄米茶"))))
    for query in ("second", "moss", "sencha", "玄米"):
        assert find(query) == [made.id]
    desk.drafts.save(made.id, parts=parts[:1], options=PostOptions())
    assert find("first") == [made.id]
    for query in ("second", "moss", "sencha", "玄米"):
        assert find(query) == []


def test_a_saved_change_is_found_by_its_new_words_only(desk: Desk, find: Any) -> None:
    post = draft(desk, "old words")
    desk.drafts.save(post.id, parts=(DraftPart("new words"),))
    assert find("old") == []
    assert find("new") == [post.id]


def test_a_save_that_fails_leaves_the_index_as_it_was(desk: Desk, find: Any) -> None:
    post = draft(desk, "old words")
    with pytest.raises(KeyboardInterrupt), desk.database.transaction():
        desk.drafts.save(post.id, parts=(DraftPart("new words"),))
        raise KeyboardInterrupt
    assert find("old") == [post.id]
    assert find("new") == []


def test_another_account_finds_nothing(desk: Desk, find: Any) -> None:
    draft(desk, "ours alone")
    other = desk.accounts.script_account("http://127.0.0.1:1")
    assert PostSearch(desk.database).search(other.id, "ours") == ()


def test_a_copy_in_another_account_is_found_there(desk: Desk) -> None:
    from services.publishing.drafts import copy_post

    post = draft(desk, "carried along")
    other = desk.accounts.script_account("http://127.0.0.1:1")
    with desk.database.transaction() as connection:
        copied = copy_post(connection, post, other.id, now=desk.clock.now())
    found = PostSearch(desk.database).search(other.id, "carried")
    assert [one.id for one in found] == [copied]


def test_no_more_than_asked_for(desk: Desk, find: Any) -> None:
    for _ in range(4):
        draft(desk, "many bowls")
    assert len(find("bowls", limit=3)) == 3


@pytest.mark.parametrize("query", ["", "  ", "…!?", '"', "*", "\u200d", "\x00", "\ud800"])
def test_a_query_without_a_word_finds_nothing(desk: Desk, find: Any, query: str) -> None:
    draft(desk, "many bowls")
    assert find(query) == []


def test_posts_without_words_do_no_harm(desk: Desk, find: Any) -> None:
    post = draft(desk, "bowls")
    desk.database.connection.execute("DELETE FROM post_words")
    assert find("bowls") == []
    desk.drafts.save(post.id, parts=(DraftPart("bowls again"),))
    assert find("again") == [post.id]
    desk.database.connection.execute("DELETE FROM post WHERE id = ?", (post.id,))
    assert find("again") == []
