"""Whose posts a script at another X sends: never the owner's, unless they are signed in there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import SimpleNamespace

import pytest

from services.accounts.account import SignedIn, Way
from services.clock import SteppedClock
from services.errors import KeychainProblem, KeychainTrouble
from services.headless_account import account_of
from services.headless_enqueue import BadArguments
from services.headless_options import HeadlessOptions
from services.options import RunOptions
from services.paths import Paths
from services.shop import Shop, open_shop
from tests.services.headless_runs import enqueue, run

LOCAL = "http://127.0.0.1:9"

Opened = Callable[..., tuple[Shop, HeadlessOptions]]


@pytest.fixture
def opened(paths: Paths, clock: SteppedClock) -> Iterator[Opened]:
    """A run's shop, whose keyring knows the accounts with these handles at the run's X."""
    with ExitStack() as open_ones:

        def open_one(
            *known: str, account: str | None = None, **options: object
        ) -> tuple[Shop, HeadlessOptions]:
            run_options = RunOptions(data_dir=paths.data, **options)  # type: ignore[arg-type]  # as given
            shop = open_shop(paths, clock, transport=run_options.transport)
            open_ones.callback(shop.close)

            def knows(account_id: str) -> bool:
                return shop.accounts.get(account_id).handle in known

            shop.__dict__["tokens"] = SimpleNamespace(knows=knows)
            return shop, HeadlessOptions(run=run_options, account=account)

        yield open_one


def connect(shop: Shop, handle: str) -> str:
    own = shop.accounts.start_own_shop(handle=handle, zone="UTC")
    shop.accounts.set_way(own.id, Way.CONNECTED)
    shop.accounts.set_signed_in(own.id, SignedIn.YES)
    return own.id


def test_at_the_real_x_nobody_asks_the_keyring(opened: Opened) -> None:
    shop, options = opened()
    own = connect(shop, "茶")
    assert account_of(shop, options).id == own


def test_signed_in_there_it_is_the_owners_own(opened: Opened) -> None:
    shop, options = opened("tea", x_url=LOCAL)
    own = connect(shop, "tea")
    assert account_of(shop, options).id == own
    assert shop.accounts.active().id == own
    _, options = opened("tea", x_url=LOCAL, account="@Tea")
    assert account_of(shop, options).id == own


def test_signed_in_at_the_real_x_alone_it_is_a_scripts(opened: Opened) -> None:
    shop, options = opened(x_url=LOCAL)
    own = connect(shop, "tea")
    account = account_of(shop, options)
    assert account.x_url == LOCAL
    assert account.id != own
    assert shop.accounts.of_this_run() == (account,)
    shop, options = opened(x_url=LOCAL, account="tea")
    with pytest.raises(BadArguments, match="@tea is not signed in at http"):
        account_of(shop, options)


def test_one_that_some_x_signed_out_is_not_taken_for_this_x_s(opened: Opened) -> None:
    shop, options = opened(x_url=LOCAL)
    own = connect(shop, "tea")
    shop.accounts.set_signed_in(own, SignedIn.ENDED)
    assert account_of(shop, options).x_url == LOCAL


@pytest.mark.parametrize("way", [Way.BY_HAND, Way.PRACTICE])
def test_an_account_without_a_key_is_never_taken(opened: Opened, way: Way) -> None:
    shop, options = opened("tea", x_url=LOCAL)
    if way is Way.BY_HAND:
        shop.accounts.start_own_shop(handle="tea", zone="UTC")
    assert account_of(shop, options).x_url == LOCAL


def test_with_the_variable_it_is_the_scripts_whoever_is_signed_in(opened: Opened) -> None:
    shop, _ = opened("tea", x_url=LOCAL)
    connect(shop, "tea")
    shop, options = opened("tea", x_url=LOCAL, token="a-token-of-the-environment")
    assert account_of(shop, options).x_url == LOCAL


def test_practice_stays_practice(opened: Opened) -> None:
    shop, options = opened(x_url=LOCAL, practice=True)
    assert account_of(shop, options).way is Way.PRACTICE


def test_a_keyring_that_cannot_be_asked_ends_in_not_signed_in(
    paths: Paths,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shop, _ = opened(x_url=LOCAL)
    connect(shop, "tea")

    def locked(*_words: object) -> bool:
        raise KeychainTrouble(KeychainProblem.LOCKED)

    monkeypatch.setattr("services.accounts.tokens.Tokens.knows", locked)
    code, lines = run(paths.data, run=RunOptions(data_dir=paths.data, x_url=LOCAL), list_queue=True)
    assert (code, lines) == (6, [])
    assert "KeychainTrouble" in capsys.readouterr().err


def test_what_a_script_puts_into_the_queue_is_not_in_the_owners(
    paths: Paths, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, _ = opened()
    own = connect(shop, "tea")
    monkeypatch.setattr("services.accounts.tokens.Tokens.knows", lambda *_words: False)
    there = RunOptions(data_dir=paths.data, x_url=LOCAL)
    line = enqueue(paths.data, "お茶 🍵", run=there, at="2099-01-01T09:00Z")
    _, lines = run(paths.data, run=there, list_queue=True)
    assert [each["id"] for each in lines] == [line["id"]]
    assert [post.id for post in shop.outbox.list(own)] == []
