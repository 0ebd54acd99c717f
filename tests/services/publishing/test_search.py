from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from services.publishing.drafts import DraftPart
from services.publishing.from_x import index_own_posts
from services.publishing.post_options import Poll, PostOptions
from services.publishing.search import PostSearch
from services.publishing.states import State

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


def on_x(desk: Desk, x_post_id: str, text: str, **row: Any) -> None:
    values = {
        "account_id": desk.account.id,
        "x_post_id": x_post_id,
        "x_conversation_id": x_post_id,
        "text": text,
        "created_at": desk.clock.now(),
        **row,
    }
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    with desk.database.transaction() as connection:
        connection.execute(
            f"INSERT INTO own_post({names}) VALUES ({marks})",
            tuple(values.values()),
        )


@pytest.fixture
def find_all(desk: Desk) -> Any:
    search = PostSearch(desk.database)

    def found(query: str) -> list[str]:
        index_own_posts(desk.database, desk.account.id)
        return [one.id for one in search.search(desk.account.id, query)]

    return found


def test_posts_made_on_x_are_found_among_the_others(desk: Desk, find_all: Any) -> None:
    on_x(desk, "70", "The kiln is hot https://t.co/picture", pictures=1)
    desk.clock.advance(1)
    ours = draft(desk, "Kiln diary")
    desk.clock.advance(1)
    on_x(desk, "71", "وصلت بالأكواب من kiln 🍵")
    assert find_all("kiln") == ["x:71", ours.id, "x:70"]
    assert find_all("اكواب") == ["x:71"]
    assert find_all("picture") == []
    (post,) = PostSearch(desk.database).search(desk.account.id, "hot kiln")
    assert (post.state, post.text, post.x_ids) == (State.SENT, "The kiln is hot", ("70",))


def test_what_went_out_from_here_is_found_once(desk: Desk, find_all: Any) -> None:
    sent = desk.queue("Porcelain, again")
    on_x(desk, "72", "Porcelain 茶")
    assert set(find_all("porcelain")) == {"x:72", sent.id}
    desk.publish()
    assert sorted(find_all("porcelain")) == sorted(["x:72", sent.id])
    (made,) = desk.database.connection.execute("SELECT x_post_id FROM own_words")
    assert made["x_post_id"] == "72"


def test_a_thread_made_on_x_is_one_post_with_its_links(desk: Desk, find_all: Any) -> None:
    on_x(desk, "80", "First: https://t.co/aaa", links="https://leafandkiln.com/cups")
    on_x(desk, "81", "Second of it", x_conversation_id="80", x_parent_id="80")
    on_x(desk, "82", "Thank you, Mina", x_conversation_id="80", x_parent_id="555")
    assert find_all("second") == ["x:80"]
    assert find_all("leafandkiln") == ["x:80"]
    assert find_all("mina") == []
    post = PostSearch(desk.database).made_on_x(desk.account.id, "x:80")
    assert [part.text for part in post.parts] == [
        "First: https://leafandkiln.com/cups",
        "Second of it",
    ]
    with pytest.raises(KeyError):
        PostSearch(desk.database).made_on_x(desk.account.id, "x:9")


def test_words_that_x_gives_back_otherwise_are_folded_again(desk: Desk, find_all: Any) -> None:
    on_x(desk, "70", "The kiln")
    assert find_all("kiln") == ["x:70"]
    with desk.database.transaction() as connection:
        connection.execute("UPDATE own_post SET text = 'The oven' WHERE x_post_id = '70'")
    assert find_all("kiln") == []
    assert find_all("oven") == ["x:70"]
    with desk.database.transaction() as connection:
        connection.execute("DELETE FROM own_post")
    assert find_all("oven") == []
    connection.execute("INSERT INTO own_search(own_search) VALUES ('integrity-check')")


def test_many_are_folded_some_at_a_time(desk: Desk, find_all: Any) -> None:
    for number in range(230):
        on_x(desk, f"9{number:03}", f"Bowl number{number}")
    began: list[int] = []

    class Watched:
        connection = desk.database.connection

        @contextmanager
        def transaction(self) -> Iterator[Any]:
            with desk.database.transaction() as connection:
                before = connection.total_changes
                yield connection
                began.append(connection.total_changes - before)

    watched: Any = Watched()
    index_own_posts(watched, desk.account.id)
    index_own_posts(watched, desk.account.id)
    assert len(began) == 3
    assert find_all("number229") == ["x:9229"]
    rows = desk.database.connection.execute("SELECT count(*) FROM own_words").fetchone()
    assert rows[0] == 230


def test_the_sample_shops_week_is_found(shop: Any) -> None:
    account = shop.accounts.practice().id
    assert shop.post_search.search(account, "kiln") == ()
    shop.archive.sample(account)
    found = shop.post_search.search(account, "kiln")
    assert len(found) > 5
    assert all(post.id.startswith("x:") and "kiln" in _folded(post) for post in found)


def _folded(post: Post) -> str:
    return "\n".join(part.text for part in post.parts).casefold()
