"""The same account of X in two rows here: kept twice, or removed and connected anew within its day.

What the other row sent is, for the one in view, a post known from X alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from services.analytics.coverage import Calendar
from services.analytics.figures import Period
from services.analytics.people import first_answer_items
from services.analytics.readings import readings
from services.campaigns.campaigns import Campaign
from services.clock import DAY, SteppedClock
from services.errors import OutcomeUnknown
from services.inbox.values import Lane
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.publishing.duplicates import same_on_x
from services.publishing.filed import part_of
from services.publishing.from_x import index_own_posts
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop, open_shop
from services.store.database import Database
from tests.conftest import TEN_O_CLOCK
from tests.services.publishing.conftest import Desk
from tests.work import hundreds, statements

WORDS = "The quixotic lamp is back 🍵 #TeaWeek"
EVER = 1 << 60
MANY = 5_000


@dataclass
class Twice:
    """`here` is in view; `there` is the other row. Both have X's post "71", sent from `there`."""

    shop: Shop
    here: str
    there: str
    sent: Post

    def on_x(self, account_id: str, x_post_id: str, *, at: int, parent: str | None = None) -> None:
        self.shop.database.connection.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text, "
            "created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (account_id, x_post_id, parent or x_post_id, parent, WORDS, at),
        )

    def send(self, account_id: str, x_post_id: str, *, at: int) -> Post:
        draft = self.shop.drafts.begin(account_id, (DraftPart(WORDS),))
        connection = self.shop.database.connection
        connection.execute(
            "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (at, draft.id)
        )
        connection.execute(
            "UPDATE part SET x_post_id = ?, sent_at = ? WHERE post_id = ?",
            (x_post_id, at, draft.id),
        )
        return self.shop.outbox.get(draft.id)

    def heard(self, account_id: str, x_id: str, *, at: int) -> None:
        connection = self.shop.database.connection
        connection.execute(
            "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES (?, ?, ?, 'mina', 'Mina', 0, 0)",
            (f"mina-{account_id}", account_id, x_id),
        )
        connection.execute(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, created_at, received_at) VALUES (?, ?, 'mention', ?, ?, ?, 'Open?', ?, ?)",
            (f"{x_id}-{account_id}", account_id, x_id, x_id, f"mina-{account_id}", at, at),
        )


@pytest.fixture
def twice(shop: Shop, clock: SteppedClock) -> Twice:
    there = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    here = shop.accounts.add("tea", "UTC")
    made = Twice(shop, here.id, there.id, shop.outbox.get(shop.drafts.new(there.id).id))
    at = clock.now() - 3_600
    made.sent = made.send(there.id, "71", at=at)
    for account_id in (here.id, there.id):
        made.on_x(account_id, "71", at=at)
    return made


def test_it_is_found_and_known_for_the_same_words(twice: Twice) -> None:
    shop = twice.shop
    index_own_posts(shop.database, twice.here)
    (found,) = shop.post_search.search(twice.here, "quixotic")
    assert (found.id, found.parts[0].text) == ("x:71", WORDS)
    assert same_on_x(shop.database.connection, twice.here, WORDS, since=0) == "71"
    assert shop.guards.mix(twice.here).total == 1
    assert [post.parts[0].x_post_id for post in _from_x(twice, twice.here)] == ["71"]


def test_where_it_was_sent_from_it_is_there_once(twice: Twice) -> None:
    shop = twice.shop
    index_own_posts(shop.database, twice.there)
    assert [post.id for post in shop.post_search.search(twice.there, "quixotic")] == [twice.sent.id]
    assert same_on_x(shop.database.connection, twice.there, WORDS, since=0) is None
    assert shop.guards.mix(twice.there).total == 1
    assert _from_x(twice, twice.there) == ()


def _from_x(twice: Twice, account_id: str) -> tuple[Any, ...]:
    return twice.shop.report.posts_from_x(account_id, since=0, until=EVER)


def test_figures_speak_of_it_as_of_a_post_made_on_x(twice: Twice, clock: SteppedClock) -> None:
    twice.on_x(twice.here, "72", at=clock.now() - 60, parent="70")
    twice.on_x(twice.here, "73", at=clock.now() - 50, parent="69")
    twice.send(twice.there, "70", at=clock.now() - 90)
    today = clock.now() // DAY
    found = readings(
        twice.shop.database.connection,
        twice.here,
        Period(today, today),
        Calendar("UTC", clock.now()),
    )
    assert [(one.x_post_id, one.post_id, one.answer) for one in found] == [
        ("71", None, False),
        ("72", None, True),
        ("73", None, True),
    ]
    assert [post.parts[0].x_post_id for post in _from_x(twice, twice.here)] == ["71"]


def test_an_answer_given_there_is_an_answer(twice: Twice, clock: SteppedClock) -> None:
    for account_id in (twice.here, twice.there):
        twice.heard(account_id, "60", at=clock.now() - 600)
        twice.on_x(account_id, "74", at=clock.now() - 60, parent="60")
    twice.send(twice.there, "74", at=clock.now() - 60)
    today = clock.now() // DAY
    (wait,) = first_answer_items(
        twice.shop.database.connection,
        twice.here,
        Period(today, today),
        Calendar("UTC", clock.now()),
    )
    assert wait.value == 540
    assert twice.shop.inbox.counts(twice.here).to_answer == 0
    assert [item.x_id for item in twice.shop.inbox.lane(twice.here, Lane.WAITING)] == ["60"]


def test_a_campaign_has_its_own_posts_alone(twice: Twice) -> None:
    campaign = _campaign(twice.shop, twice.here)
    (word,) = twice.shop.reach.own_words(campaign, "UTC")
    assert (word.x_post_id, word.post_id, word.text) == ("71", None, WORDS)
    (word,) = twice.shop.reach.own_words(_campaign(twice.shop, twice.there), "UTC")
    assert word.post_id == twice.sent.id


def _campaign(shop: Shop, account_id: str) -> Campaign:
    first, last = date(2026, 11, 18), date(2026, 11, 20)
    return shop.campaigns.add(account_id, name="Tea", tag="TeaWeek", first_day=first, last_day=last)


def test_what_was_paid_names_the_own_post_alone(twice: Twice, clock: SteppedClock) -> None:
    for account_id in (twice.here, twice.there):
        twice.shop.ledger.book_post(account_id, WORDS, None, x_post_id="71", at=clock.now())
    (call,) = twice.shop.spending.month(twice.here).calls
    assert (call.post_id, call.words) == (None, "")
    (call,) = twice.shop.spending.month(twice.there).calls
    assert (call.post_id, call.words) == (twice.sent.id, WORDS)


def test_a_link_may_stand_with_a_post_of_each(twice: Twice) -> None:
    """But with one alone of the same account."""
    shop = twice.shop
    for account_id, taken in ((twice.here, False), (twice.there, True)):
        draft = shop.drafts.begin(account_id, (DraftPart("By hand"),))
        assert (shop.hand_parts.filed_with("71", account_id) is not None) is taken
        shop.outbox.enqueue(draft.id, due_at=0)
        post = shop.hand_parts.posted(draft.id, "71")
        assert (post.state, post.x_ids) == (State.SENT, () if taken else ("71",))
    draft = shop.drafts.begin(twice.here, (DraftPart("By hand again"),))
    shop.outbox.enqueue(draft.id, due_at=0)
    marked = shop.outbox.mark_posted_by_hand(draft.id, "https://x.com/tea/status/71")
    assert (marked.state, marked.x_ids) == (State.SENT, ())


@pytest.fixture
def beside(desk: Desk, database: Database) -> Desk:
    """The desk's account is kept twice, and the other row has sent a post with the same words."""
    connection = database.connection
    connection.execute("UPDATE account SET x_user_id = '42' WHERE id = ?", (desk.account.id,))
    other = desk.accounts.add("tea", "UTC")
    connection.execute("UPDATE account SET x_user_id = '42' WHERE id = ?", (other.id,))
    return desk


def _sent_by_the_other(desk: Desk, database: Database, x_post_id: str) -> None:
    (other,) = (one for one in desk.accounts.all() if one.handle == "tea")
    draft = desk.drafts.begin(other.id, (DraftPart("words"),))
    database.connection.execute(
        "UPDATE part SET x_post_id = ?, sent_at = 1 WHERE post_id = ?", (x_post_id, draft.id)
    )


def test_a_doubt_is_not_settled_with_what_the_other_row_sent(
    beside: Desk, database: Database
) -> None:
    """X keeps one post a call: what stands with a part is not what came of another's call."""
    beside.x.create_post("words")
    _sent_by_the_other(beside, database, "9000")
    beside.x.trouble["create"] = [OutcomeUnknown()]
    post = beside.queue("words")
    for _ in range(30):
        beside.clock.advance(5)
        beside.publish()
    found = beside.outbox.get(post.id)
    assert (found.state, found.x_ids) == (State.SENT, ("9001",))


def test_the_same_id_from_another_x_is_another_post(desk: Desk, database: Database) -> None:
    """A practice X counts as it likes; what an account sent there bears ids of its own."""
    other = desk.accounts.add("tea", "UTC")
    draft = desk.drafts.begin(other.id, (DraftPart("words"),))
    database.connection.execute(
        "UPDATE part SET x_post_id = '9000', sent_at = 1 WHERE post_id = ?", (draft.id,)
    )
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]
    post = desk.queue("words")
    for _ in range(30):
        desk.clock.advance(5)
        desk.publish()
    found = desk.outbox.get(post.id)
    assert (found.state, found.x_ids) == (State.SENT, ("9000",))


def test_within_an_account_a_post_on_x_stands_with_one_part(twice: Twice) -> None:
    draft = twice.shop.drafts.begin(twice.there, (DraftPart("Other words"),))
    connection = twice.shop.database.connection
    change = "UPDATE part SET x_post_id = '71' WHERE post_id = ?"
    with pytest.raises(sqlite3.IntegrityError, match="stands with another part"):
        connection.execute(change, (draft.id,))
    connection.execute(change, (twice.sent.id,))
    assert part_of(connection, "71", twice.there) == twice.sent.id
    assert part_of(connection, "71", twice.here) is None


READS: dict[str, Callable[[Shop, str], object]] = {
    "same words": lambda shop, own: same_on_x(
        shop.database.connection, own, "Quite other words", since=0
    ),
    "beside a draft": lambda shop, own: shop.guards.mix(own),
    "not yet folded": lambda shop, own: index_own_posts(shop.database, own),
    "made on X": lambda shop, own: shop.report.posts_from_x(own, since=0, until=EVER),
    "figures": lambda shop, own: shop.report.build(own),
    "inbox": lambda shop, own: shop.inbox.counts(own),
    "campaign": lambda shop, own: shop.reach.own_words(_campaign(shop, own), "UTC"),
    "paid": lambda shop, own: shop.spending.month(own),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Five thousand posts on X, each with a part of the account's and a call that was paid."""
    paths = paths_under(tmp_path_factory.mktemp("many") / "data")
    shop = open_shop(paths, SteppedClock(TEN_O_CLOCK))
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC").id
    rows = [(str(n), TEN_O_CLOCK - (MANY - n) * 600) for n in range(MANY)]
    with shop.database.transaction() as connection:
        connection.executemany(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, ?, '1', 'words', ?)",
            [(own, n, at) for n, at in rows],
        )
        connection.executemany(
            "INSERT INTO post(id, account_id, state, created_at, changed_at, sent_at) "
            "VALUES (?, ?, 'sent', ?3, ?3, ?3)",
            [(f"post{n}", own, at) for n, at in rows],
        )
        connection.executemany(
            "INSERT INTO part(id, post_id, position, text, x_post_id) VALUES (?, ?, 0, 'words', ?)",
            [(f"part{n}", f"post{n}", n) for n, _at in rows],
        )
        connection.executemany(
            "INSERT INTO paid_call(id, account_id, at, purpose, kind, count, cost, x_id) "
            "VALUES (?, ?, ?, 'post', 'post', 1, 1, ?)",
            [(f"call{n}", own, at, n) for n, at in rows],
        )
    yield shop
    shop.close()


@pytest.mark.parametrize("what", READS)
def test_with_five_thousand_posts_none_is_looked_for_from_end_to_end(full: Shop, what: str) -> None:
    """A part is found by its id on X, and its post by its key: some 60 steps for each post."""
    own = full.accounts.active().id
    connection = full.database.connection
    asked: list[str] = []
    counted = hundreds(
        connection, lambda: asked.extend(statements(connection, lambda: READS[what](full, own)))
    )
    plans = [
        row["detail"]
        for one in asked
        if "whose" in one and one.startswith(("SELECT", "WITH", "\n"))
        for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")
    ]
    assert any("part USING" in step and "part_on_x" in step for step in plans), plans
    assert not any(step.startswith(("SCAN part", "SCAN whose")) for step in plans), plans
    assert counted < MANY * 3
