from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock
from services.errors import Offline
from services.inbox.arrivals import plain_text
from services.inbox.feeds import CUSTOMER_KEPT, HISTORY, Feeds
from services.inbox.items import Inbox, Lane
from services.store.database import Database
from tests.own_account import OWN_ID


def id_at(seconds: int) -> int:
    """The lowest id X gives in that second."""
    return (seconds * 1000 - 1_288_834_974_657) << 22


def texts(found: Any) -> list[str]:
    return [item.text for item in found]


def test_new_words_come_back_once_and_oldest_first(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock
) -> None:
    now = clock.now()
    x.says(20, "second", at=now - 10)
    x.says(10, "first", at=now - 20)
    checked = feeds.check(account.id)
    assert texts(checked.new) == ["first", "second"]
    assert checked.first
    assert feeds.check(account.id).new == ()
    x.says(30, "third", at=now)
    checked = feeds.check(account.id)
    assert (texts(checked.new), checked.first) == (["third"], False)


def test_first_run_asks_for_the_newest_hundred_then_all_since(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock
) -> None:
    for second in range(250):
        at = clock.now() - 2 * DAY + second
        x.says(id_at(at), f"word {second}", at=at)
    assert len(feeds.check(account.id).new) == 100
    for second in range(300):
        at = clock.now() - 300 + second
        x.says(id_at(at), f"later word {second}", at=at)
    assert len(feeds.check(account.id).new) == 300
    assert feeds.check(account.id).new == ()
    assert [limit for _, limit, _ in x.asked] == [100, 800, 800]
    assert x.asked[0][0] is None
    assert x.asked[1][0] is not None


def test_nothing_yet_is_no_first_run_twice(feeds: Feeds, x: Any, account: Account) -> None:
    assert feeds.check(account.id).new == ()
    feeds.check(account.id)
    assert [limit for _, limit, _ in x.asked] == [100, 800]


def test_a_cut_first_read_is_marked_as_not_whole(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock, database: Database
) -> None:
    for number in range(1, 151):
        x.says(number, "word", at=clock.now() - 10_000 + number)
    feeds.check(account.id)
    row = database.connection.execute("SELECT whole_since FROM feed_cursor").fetchone()
    assert row["whole_since"] == clock.now() - 10_000 + 51


def test_own_posts_never_appear(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock, inbox: Inbox
) -> None:
    x.says(1, "@tea talking to ourselves", at=clock.now(), author=OWN_ID)
    assert feeds.check(account.id).new == ()
    assert inbox.counts(account.id).to_answer == 0


def test_what_x_escaped_is_shown_as_it_was_written(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock
) -> None:
    x.says(1, "Tea &amp; cups &lt;3 and &amp;lt; \ud83c\udf75\x00", at=clock.now())
    assert texts(feeds.check(account.id).new) == ["Tea & cups <3 and &lt; 🍵"]


def test_old_words_of_the_first_read_are_history(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock, inbox: Inbox
) -> None:
    x.says(1, "long ago", at=clock.now() - HISTORY - 1)
    x.says(2, "lately", at=clock.now() - HISTORY)
    assert texts(feeds.check(account.id).new) == ["long ago", "lately"]
    assert texts(inbox.lane(account.id, Lane.TO_ANSWER)) == ["lately"]
    assert texts(inbox.lane(account.id, Lane.DONE)) == ["long ago"]
    assert inbox.counts(account.id).unread == 1
    clock.advance(3_600)
    x.says(3, "listed very late", at=clock.now() - HISTORY - 1)
    feeds.check(account.id)
    assert "listed very late" in texts(inbox.lane(account.id, Lane.TO_ANSWER))


@given(st.text(alphabet="&<>altmpg; é茶"))
def test_unescaping_gives_back_any_text(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert plain_text(escaped) == text


def test_each_author_is_looked_up_once_a_week(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock
) -> None:
    x.says(1, "one", at=clock.now(), author="ana")
    x.says(2, "two", at=clock.now(), author="ana")
    x.says(3, "three", at=clock.now(), author="bo")
    feeds.check(account.id)
    clock.advance(DAY)
    x.says(4, "four", at=clock.now(), author="ana")
    feeds.check(account.id)
    assert sorted(one for ask in x.looked_up for one in ask) == ["ana", "bo"]
    assert all(not with_users for _, _, with_users in x.asked)
    clock.advance(CUSTOMER_KEPT)
    x.says(5, "five", at=clock.now(), author="ana")
    feeds.check(account.id)
    assert x.looked_up[-1] == ("ana",)


def test_a_new_handle_is_taken_over_and_notes_stay(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock, inbox: Inbox
) -> None:
    x.says(1, "one", at=clock.now())
    (item,) = feeds.check(account.id).new
    inbox.customers.save_notes(item.customer.id, "likes green tea")
    clock.advance(2 * CUSTOMER_KEPT)
    x.people["ana"] = type(x.people["ana"])(id="ana", handle="ana_new", name="Ana N")
    x.says(2, "two", at=clock.now())
    (again,) = feeds.check(account.id).new
    assert again.customer.id == item.customer.id
    assert (again.customer.handle, again.customer.notes) == ("ana_new", "likes green tea")


def test_an_author_gone_from_x_still_has_their_word(
    feeds: Feeds, x: Any, account: Account, clock: SteppedClock
) -> None:
    x.says(1, "hello", at=clock.now(), author="ghost")
    x.people.clear()
    (item,) = feeds.check(account.id).new
    assert (item.customer.handle, item.text) == ("", "hello")


def test_a_failed_look_up_leaves_nothing_behind(
    feeds: Feeds,
    x: Any,
    account: Account,
    clock: SteppedClock,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    x.says(1, "hello", at=clock.now())

    def offline(_ids: tuple[str, ...]) -> None:
        raise Offline

    with monkeypatch.context() as patched:
        patched.setattr(x, "users", offline)
        with pytest.raises(Offline):
            feeds.check(account.id)
    for table in ("inbox_item", "customer", "feed_cursor"):
        assert database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    assert texts(feeds.check(account.id).new) == ["hello"]


def test_no_transaction_is_open_while_x_is_asked(
    feeds: Feeds,
    x: Any,
    account: Account,
    clock: SteppedClock,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    x.says(1, "hello", at=clock.now())
    mentions, users = x.mentions, x.users
    seen: list[bool] = []

    def watched(call: Any) -> Any:
        def asked(*args: Any, **named: Any) -> Any:
            seen.append(database.connection.in_transaction)
            return call(*args, **named)

        return asked

    monkeypatch.setattr(x, "mentions", watched(mentions))
    monkeypatch.setattr(x, "users", watched(users))
    feeds.check(account.id)
    assert seen == [False, False]


def test_two_checks_at_once_give_each_word_to_one_of_them(
    feeds: Feeds,
    x: Any,
    account: Account,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(40):
        x.says(id_at(clock.now()) + number, str(number), at=clock.now(), author=f"by{number % 7}")
    both_have_asked = Barrier(2)
    users = x.users

    def together(ids: tuple[str, ...]) -> Any:
        both_have_asked.wait(timeout=10)
        return users(ids)

    monkeypatch.setattr(x, "users", together)
    with ThreadPoolExecutor(2) as lanes:
        checks = [lanes.submit(feeds.check, account.id) for _ in range(2)]
        new = [text for check in checks for text in texts(check.result().new)]
    assert sorted(new, key=int) == [str(number) for number in range(40)]


ARRIVALS = st.lists(
    st.tuples(
        st.integers(0, 40 * 60),  # written, seconds after the start
        st.integers(0, 50 * 60),  # listed by X, seconds after it was written
        st.sampled_from(["ana", "bo", OWN_ID]),
    ),
    max_size=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(arrivals=ARRIVALS, polls=st.lists(st.integers(0, 90 * 60), max_size=8))
def test_no_order_of_arrival_loses_or_doubles_a_word(
    arrivals: list[tuple[int, int, str]],
    polls: list[int],
    feeds: Feeds,
    x: Any,
    account: Account,
    clock: SteppedClock,
    database: Database,
    inbox: Inbox,
) -> None:
    with database.transaction() as connection:
        connection.execute("DELETE FROM inbox_item")
        connection.execute("DELETE FROM feed_cursor")
    x.posts.clear()
    start = clock.now()
    # Ids rise with the second of writing; in the same second their order is any.
    words = [
        (start + written + late, id_at(start + written) + place * 37 % 100, written, author)
        for place, (written, late, author) in enumerate(arrivals)
    ]
    came: list[str] = []
    for moment in (*sorted(polls), 3 * 3_600):
        x.posts.clear()
        for listed, number, written, author in words:
            if listed <= start + moment:
                x.says(number, str(number), at=start + written, author=author)
        clock.advance(start + moment - clock.now())
        came += texts(feeds.check(account.id).new)
    expected = {str(number) for _, number, _, author in words if author != OWN_ID}
    assert sorted(came) == sorted(expected)
    stored = database.connection.execute("SELECT x_id FROM inbox_item").fetchall()
    assert {row["x_id"] for row in stored} == expected
