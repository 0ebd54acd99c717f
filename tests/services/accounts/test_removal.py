from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts import removal
from services.accounts.accounts import Account, Way
from services.accounts.keychain import Keychain
from services.accounts.removal import APART, KEPT
from services.clock import DAY, SteppedClock
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.settings import ACTIVE_ACCOUNT
from services.shop import Shop, open_shop
from tests.services.accounts.shop_rows import fill, owners, tables
from tests.services.accounts.token_shop import Keyring

RARE = "quixotzelmor"
WORDS = st.text(min_size=1).filter(lambda text: "\x00" not in text)


@pytest.fixture
def tea(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="tea", zone="Asia/Tokyo")


@pytest.fixture
def kiln(shop: Shop) -> Account:
    return shop.accounts.add("kiln", "Europe/Lisbon")


def queue(shop: Shop, account: Account, text: str, due_at: int) -> str:
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart(text),))
    return shop.outbox.enqueue(draft.id, due_at=due_at).id


def add_picture(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO picture(hash, mime, width, height, bytes, name, created_at) "
        "VALUES (?, 'image/png', 1, 1, 1, 'a.png', 1)",
        ("0" * 64,),
    )


class Awake:
    """This run's own time."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def awake(monkeypatch: pytest.MonkeyPatch) -> Awake:
    made = Awake()
    monkeypatch.setattr(removal, "monotonic", made)
    return made


def purge(shop: Shop, awake: Awake) -> tuple[str, ...]:
    """Two looks that are an hour apart."""
    assert shop.removal.purge() == ()
    awake.seconds += APART
    return shop.removal.purge()


def same(text: str) -> Callable[[], str]:
    return lambda: text


def test_what_goes_is_counted_first(shop: Shop, tea: Account, kiln: Account) -> None:
    shop.drafts.save(shop.drafts.new(tea.id).id, parts=(DraftPart("شاي"),))
    queue(shop, tea, "茶", shop.clock.now() + 60)
    shop.outbox.mark_posted_by_hand(queue(shop, tea, "新しい茶 🍵", 1))
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO customer VALUES ('c', ?, '7', 'ana', 'Ana', '', 0, 1, 1)", (tea.id,)
        )
        for number in range(3):
            connection.execute(
                "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, "
                "customer_id, text, created_at, received_at) "
                "VALUES (?, ?, 'mention', ?, '1', 'c', 'hi', 1, 1)",
                (f"i{number}", tea.id, str(number)),
            )
        connection.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, '9', '9', 'from X', 1)",
            (tea.id,),
        )
    goes = shop.removal.count(tea.id)
    assert (goes.drafts, goes.waiting, goes.sent) == (1, 1, 2)
    assert (goes.customers, goes.words, goes.days, goes.campaigns) == (1, 3, 0, 0)
    assert set(shop.removal.count(kiln.id).__slots__) == set(goes.__slots__)
    assert shop.removal.count(kiln.id).words == 0


def test_it_is_in_no_list_from_then_on(shop: Shop, tea: Account, kiln: Account) -> None:
    due = queue(shop, kiln, "kiln is open", 1)
    assert shop.outbox.has_due(shop.clock.now())
    gone = shop.removal.remove(kiln.id)
    assert gone.removed_at == shop.clock.now()
    accounts = shop.accounts
    assert kiln.id not in {one.id for one in (*accounts.all(), *accounts.of_this_run())}
    assert accounts.by_handle("@kiln") is None
    assert accounts.own() == tea
    assert not shop.outbox.has_due(shop.clock.now())
    assert shop.publisher.publish_due() == ()
    assert shop.publisher.publish_due(account_id=kiln.id) == ()
    assert shop.put_off.tidy() == ()
    assert shop.outbox.get(due).state is State.QUEUED
    with pytest.raises(KeyError):
        accounts.activate(kiln.id)


def test_the_one_in_view_gives_way_to_another(shop: Shop, tea: Account, kiln: Account) -> None:
    shop.accounts.activate(kiln.id)
    shop.removal.remove(kiln.id)
    assert shop.settings.get(ACTIVE_ACCOUNT) == ""
    assert shop.accounts.active().way is Way.PRACTICE
    assert shop.accounts.own() == tea


def test_the_sample_shop_and_a_scripts_account_stay(shop: Shop) -> None:
    for account in (shop.accounts.practice(), shop.accounts.script_account("http://127.0.0.1:1")):
        with pytest.raises(ValueError, match="cannot be removed"):
            shop.removal.remove(account.id)
        assert shop.accounts.get(account.id) == account


def test_a_day_long_it_can_be_put_back(
    shop: Shop, tea: Account, kiln: Account, clock: SteppedClock
) -> None:
    gone = shop.removal.remove(tea.id)
    clock.advance(60)
    shop.removal.remove(kiln.id)
    assert [one.handle for one in shop.removal.removed()] == ["kiln", "tea"]
    assert shop.removal.remove(tea.id).removed_at == gone.removed_at
    clock.advance(KEPT - 61)
    assert shop.removal.put_back(tea.id) == tea
    assert shop.accounts.by_handle("tea") == tea
    clock.advance(61)
    with pytest.raises(KeyError):
        shop.removal.put_back(kiln.id)
    assert shop.removal.removed() == ()


def test_after_a_day_its_words_are_gone(
    shop: Shop, tea: Account, kiln: Account, clock: SteppedClock, awake: Awake
) -> None:
    for account in (tea, kiln):
        with shop.database.transaction() as connection:
            add_picture(connection)
            fill(connection, account.id, same(f"{RARE} {account.handle}"))
    shop.removal.remove(kiln.id)
    clock.advance(KEPT - 1)
    assert purge(shop, awake) == ()
    clock.advance(1)
    assert purge(shop, awake) == (kiln.id,)
    with pytest.raises(KeyError):
        shop.accounts.get(kiln.id)
    left = owners(shop.database.connection)
    assert not [table for table, rows in left.items() if kiln.id in rows]
    assert purge(shop, awake) == ()


@pytest.mark.parametrize("jumps", [1, 2])
def test_a_clock_that_was_wrong_for_a_while_ends_no_undo(
    shop: Shop, tea: Account, clock: SteppedClock, awake: Awake, jumps: int
) -> None:
    """A wrong year in the settings, and the wrong month after it; both are mended in a minute."""
    shop.removal.remove(tea.id)
    for _ in range(jumps):
        clock.advance(3_650 * DAY)
        assert shop.removal.purge() == ()
        awake.seconds += 60
    clock.advance(-3_650 * DAY * jumps)
    assert shop.removal.purge() == ()
    assert shop.removal.removed() == (shop.accounts.get(tea.id),)
    awake.seconds += KEPT
    clock.advance(KEPT)
    assert shop.removal.purge() == ()
    assert purge(shop, awake) == (tea.id,)


def test_put_back_and_removed_again_it_has_its_day_again(
    shop: Shop, tea: Account, clock: SteppedClock, awake: Awake
) -> None:
    shop.removal.remove(tea.id)
    clock.advance(KEPT)
    assert shop.removal.purge() == ()
    clock.advance(-KEPT)
    assert shop.removal.put_back(tea.id) == tea
    shop.removal.remove(tea.id)
    awake.seconds += APART
    clock.advance(KEPT)
    assert purge(shop, awake) == (tea.id,)


@pytest.mark.parametrize(("later", "gone"), [(60, False), (APART, True)])
def test_a_look_of_the_run_before_counts(
    shop: Shop, tea: Account, clock: SteppedClock, awake: Awake, later: int, gone: bool
) -> None:
    """Who has it open for some minutes a day: its words go at the second start after."""
    shop.removal.remove(tea.id)
    clock.advance(KEPT)
    assert shop.removal.purge() == ()
    clock.advance(later)
    again = open_shop(shop.paths, clock)
    awake.seconds = 0
    assert again.removal.purge() == ((tea.id,) if gone else ())
    again.close()


@pytest.mark.parametrize("locked", [False, True])
def test_a_key_that_was_left_goes_with_it(
    shop: Shop, tea: Account, kiln: Account, clock: SteppedClock, awake: Awake, locked: bool
) -> None:
    """Only of one that was signed in: nobody else's keyring is asked for anything."""
    keyring = Keyring()
    shop.__dict__["keychain"] = Keychain("Shoplark", backend=keyring)  # type: ignore[arg-type]  # a stand-in
    shop.accounts.set_client_id(kiln.id, "client")
    for account in (tea, kiln):
        keyring.kept[f"{account.id}/refresh_token"] = "secret"
        shop.removal.remove(account.id)
    keyring.refuses = lambda _name, _secret: locked
    clock.advance(KEPT)
    assert set(purge(shop, awake)) == {tea.id, kiln.id}
    left = {name.partition("/")[0] for name in keyring.kept}
    assert left == ({tea.id, kiln.id} if locked else {tea.id})


def test_what_was_deleted_is_not_left_in_the_file(
    shop: Shop, tea: Account, kiln: Account, clock: SteppedClock, awake: Awake
) -> None:
    for account, word in ((tea, "kept" + RARE), (kiln, "gone" + RARE)):
        for number in range(400):
            queue(shop, account, f"{word} {number}", clock.now() + 60 * number)
    shop.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert hits(shop, "gone")
    shop.removal.remove(kiln.id)
    clock.advance(KEPT)
    purge(shop, awake)
    assert not hits(shop, "gone")
    assert hits(shop, "kept")
    assert len(shop.post_search.search(tea.id, "kept" + RARE)) > 0


def hits(shop: Shop, word: str) -> list[str]:
    """Files of the data folder that have these words, or the beginning of an index's word."""
    return [
        path.name
        for path in shop.paths.data.iterdir()
        if path.is_file() and (word + RARE).encode() in path.read_bytes()
    ]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder: Path = tmp_path_factory.mktemp("removal")
    opened = open_shop(paths_under(folder / "data"), SteppedClock(1_795_168_800))
    opened.accounts.practice()
    with opened.database.transaction() as connection:
        add_picture(connection)
    yield opened
    opened.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(WORDS, min_size=1, max_size=40), rounds=st.integers(1, 3))
def test_no_row_of_another_account_is_touched(two: Shop, texts: list[str], rounds: int) -> None:
    shop, connection = two, two.database.connection
    words = iter(texts * 200)
    ours, others = shop.accounts.add("ours", "UTC"), shop.accounts.add("others", "UTC")
    with shop.database.transaction():
        for account in (ours, others):
            fill(connection, account.id, lambda: next(words))
    whole = owners(connection)
    assert {one for one in tables(connection) if len(whole[one].get(ours.id, ())) != 1} <= {
        *("setting", "picture", "holiday_year", "price")
    }
    for _ in range(rounds):
        shop.removal.remove(ours.id)
        assert _but(owners(connection), ours.id) == _but(whole, ours.id)
        shop.removal.put_back(ours.id)
        assert owners(connection) == whole
    shop.removal.remove(ours.id)
    with shop.database.transaction():
        connection.execute(
            "UPDATE account SET removed_at = 0, over_since = 0 WHERE id = ?", (ours.id,)
        )
    assert shop.removal.purge() == (ours.id,)
    left = owners(connection)
    assert left == _but(whole, ours.id)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with shop.database.transaction():
        connection.execute("DELETE FROM account WHERE id = ?", (others.id,))


def _but(rows: dict[str, dict[str, list[object]]], account_id: str) -> dict[str, object]:  # type: ignore[type-arg]
    return {
        table: {owner: some for owner, some in by_owner.items() if owner != account_id}
        for table, by_owner in rows.items()
    }
