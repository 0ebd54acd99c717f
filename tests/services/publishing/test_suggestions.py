"""What is offered for a tag or a name, from what this computer knows."""

from __future__ import annotations

import pytest

from services.publishing.suggestions import Known, Person, Suggestions, TagUse
from services.store.database import Database
from tests.work import statements

HERE = "a"


@pytest.fixture
def suggestions(database: Database) -> Suggestions:
    with database.transaction() as rows:
        rows.execute(
            "INSERT INTO account (id, way, zone, colour, created_at) "
            "VALUES ('a', 'by_hand', 'UTC', 'x', 0), ('b', 'by_hand', 'UTC', 'x', 0)"
        )
    return Suggestions(database)


def post(database: Database, number: int, text: str, *seen: int, account: str = HERE) -> None:
    """`seen`: its impressions on one day after the other."""
    with database.transaction() as rows:
        rows.execute(
            "INSERT INTO own_post (account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (account, str(number), str(number), text, number),
        )
        for day, impressions in enumerate(seen):
            rows.execute(
                "INSERT INTO post_snapshot VALUES (?, ?, ?, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0)",
                (account, str(number), day, impressions),
            )


def customer(
    database: Database, handle: str, name: str, *, said_at: int | None, account: str = HERE
) -> None:
    with database.transaction() as rows:
        rows.execute(
            "INSERT INTO customer (id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
            (account + handle, account, handle, handle, name),
        )
        if said_at is not None:
            rows.execute(
                "INSERT INTO inbox_item (id, account_id, kind, x_id, x_conversation_id, "
                "customer_id, text, created_at, received_at) "
                "VALUES (?, ?, 'mention', ?, '1', ?, 'hello', ?, ?)",
                (account + handle, account, handle, account + handle, said_at, said_at),
            )


def test_tags_that_did_well_come_first(database: Database, suggestions: Suggestions) -> None:
    for number, seen in enumerate((10, 900, 30)):
        post(database, number, "cup #tea #Cup", 1, seen)
    for number, seen in enumerate((200, 400, 300), start=10):
        post(database, number, "bowl #Kiln", seen)
    post(database, 20, "once #luck", 99_999)
    assert suggestions.read(HERE).tags == (
        TagUse("Kiln", 3, 300),
        TagUse("tea", 3, 30),
        TagUse("Cup", 3, 30),
        TagUse("luck", 1, None),
    )


def test_a_tag_is_one_whatever_its_case_and_letters(
    database: Database, suggestions: Suggestions
) -> None:
    post(database, 1, "#TEA #شاي #茶")
    post(database, 2, "#tea #شای #茶")
    uses = suggestions.read(HERE).tags
    assert {use.tag: use.posts for use in uses} == {"tea": 2, "شای": 2, "茶": 2}


def test_own_tags_stand_first_and_the_word_itself_is_not_offered() -> None:
    known = Known(tags=(TagUse("teapot", 9, 500), TagUse("tea", 3, 100), TagUse("kiln", 2, None)))
    assert known.tags_like("", first=("LeafAndKiln", "tea")) == (
        TagUse("LeafAndKiln", 0, None),
        TagUse("tea", 3, 100),
        TagUse("teapot", 9, 500),
        TagUse("kiln", 2, None),
    )
    assert known.tags_like("Te", most=1) == (TagUse("teapot", 9, 500),)
    assert known.tags_like("tea") == (TagUse("teapot", 9, 500),)
    assert known.tags_like("x") == ()


def test_customers_are_found_by_handle_and_name_the_latest_first(
    database: Database, suggestions: Suggestions
) -> None:
    customer(database, "mia_k", "Mia Kask", said_at=10)
    customer(database, "leaf", "José Mía", said_at=30)
    customer(database, "sara", "سارة", said_at=20)
    customer(database, "quiet", "Amia", said_at=None)
    customer(database, "mia_other", "Mia", said_at=40, account="b")
    known = suggestions.read(HERE)
    assert [one.handle for one in known.people_like("")] == ["leaf", "sara", "mia_k", "quiet"]
    assert [one.handle for one in known.people_like("mia")] == ["leaf", "mia_k", "quiet"]
    assert known.people_like("ساره") == (Person("sara", "سارة"),)
    assert known.people_like("nobody") == ()


def test_what_changed_is_noticed(database: Database, suggestions: Suggestions) -> None:
    known = suggestions.read(HERE)
    assert not suggestions.has_changed(HERE, known)
    post(database, 5, "new #tea")
    assert suggestions.has_changed(HERE, known)
    known = suggestions.read(HERE)
    customer(database, "mia", "Mia", said_at=None)
    assert suggestions.has_changed(HERE, known)


def test_a_key_reads_no_table_of_a_large_shop(database: Database, suggestions: Suggestions) -> None:
    with database.transaction() as rows:
        rows.executemany(
            "INSERT INTO own_post (account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES ('a', ?, ?, ?, ?)",
            [(str(n), str(n), f"New #tea{n % 50} and #cup", n) for n in range(5_000)],
        )
        rows.executemany(
            "INSERT INTO customer (id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES (?, 'a', ?, ?, ?, 0, 0)",
            [(str(n), str(n), f"mia_{n}", f"Mia Kask {n}") for n in range(2_000)],
        )
    known = suggestions.read(HERE)

    def key() -> None:
        assert not suggestions.has_changed(HERE, known)
        assert len(known.tags_like("te", first=("yunomi",))) == 6
        assert known.people_like("zz") == ()

    (asked,) = statements(database.connection, key)
    plan = [row["detail"] for row in database.connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert not [step for step in plan if step.startswith("SCAN") and "CONSTANT" not in step]
    assert sum("INDEX" in step for step in plan if step.startswith("SEARCH")) == 4
