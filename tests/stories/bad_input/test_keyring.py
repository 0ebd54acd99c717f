"""A keyring that is missing, locked, or refuses, under an account that is connected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import keyring
import keyring.backends.fail
import keyring.errors
import pytest

from services.clock import SteppedClock
from services.paths import Paths
from services.publishing.states import State
from services.shop import open_shop
from services.x_api import gateway
from services.x_api.practice import TOKEN, PracticeX, inspection, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from tests.stories.bad_input.conftest import Owner
from ui.queue.queue_page import QueuePage
from ui.tour.hand import type_text

FAR_OFF = 9_999_999_999
TEXT = "The Moss teapot is back 🍵 إبريق"
SENTENCES = {
    keyring.errors.NoKeyringError(): (
        "This computer has no password store, so Shoplark cannot sign in to X. The queue is kept "
        "and waits."
    ),
    keyring.errors.KeyringLocked("by the owner"): (
        "The computer's password store is locked. Unlock it; the queue is kept and waits."
    ),
    keyring.errors.KeyringError("D-Bus"): (
        "The computer's password store refused. The queue is kept and waits."
    ),
    OSError("a library's own"): (
        "The computer's password store refused. The queue is kept and waits."
    ),
}


@dataclass
class Backend:
    """The system's keyring; raises `trouble` while there is one."""

    trouble: Exception | None = None
    asked: list[str] = field(default_factory=list)

    def get_password(self, service: str, name: str) -> str | None:
        self.asked.append(service)
        if self.trouble is not None:
            raise self.trouble
        return f"{FAR_OFF} 0 {TOKEN}" if name.endswith("/access_token") else None


@pytest.fixture
def backend() -> Iterator[Backend]:
    before = keyring.get_keyring()
    made: Any = Backend()
    keyring.core._keyring_backend = made
    yield made
    keyring.core._keyring_backend = before


@pytest.fixture
def x(clock: SteppedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[PracticeX]:
    """Stands where the real X would be asked."""
    opened = open_practice(":memory:", clock, sample=False)
    made = gateway.Gateway

    def real(*args: Any, **options: Any) -> gateway.Gateway:
        return made(*args, **options | {"adapter": PracticeAdapter(opened)})

    monkeypatch.setattr(gateway, "Gateway", real)
    yield opened
    opened.close()


@pytest.fixture
def connected(folder: Paths, clock: SteppedClock) -> str:
    """The id of the owner's own, connected account."""
    shop = open_shop(folder, clock)
    shop.accounts.active()
    account = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE account SET way = 'connected', sign_in = 'yes' WHERE id = ?", (account.id,)
        )
    shop.close()
    return account.id


@pytest.mark.parametrize(
    ("trouble", "sentence"), SENTENCES.items(), ids=lambda value: type(value).__name__
)
def test_the_queue_keeps_says_so_and_goes_on_with_one_press(
    connected: str,
    backend: Backend,
    x: PracticeX,
    owner: Callable[[], Owner],
    clock: SteppedClock,
    trouble: Exception,
    sentence: str,
) -> None:
    backend.trouble = trouble
    him = owner()
    shop = him.program.shop
    assert (him.told, him.offered) == (sentence, "Try again")
    him.post(TEXT, clock)
    (post,) = shop.outbox.list(connected)
    assert (post.state, post.text, post.reason) == (State.QUEUED, TEXT, "KeychainTrouble")
    assert (him.told, him.offered) == (sentence, "Try again")
    him.program.window.show_tab("queue")
    queue = him.program.rooms.get("queue")
    assert isinstance(queue, QueuePage)
    queue.open_item(post.id)
    assert him.sees(sentence)

    him.press()
    assert him.told == sentence
    assert inspection.own_posts(x.state) == ()

    backend.trouble = None
    him.press()
    assert him.told == ""
    assert shop.outbox.get(post.id).state is State.SENT
    assert [one.text for one in inspection.own_posts(x.state)] == [TEXT]
    assert shop.outbox.list(connected) == ()


def test_without_any_keyring_at_all(
    connected: str, owner: Callable[[], Owner], clock: SteppedClock
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    him = owner()
    keyring.set_keyring(before)
    assert him.told.startswith("This computer has no password store")
    type_text(him.program.rooms.compose, "お茶")
    him.program.rooms.compose.save_now()
    assert him.program.rooms.compose.is_saved()


def test_a_keyring_that_comes_up_later_is_found(
    connected: str, x: PracticeX, owner: Callable[[], Owner], monkeypatch: pytest.MonkeyPatch
) -> None:
    """keyring chooses once a process; a desktop may start its store after us."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())
    him = owner()
    assert him.offered == "Try again"

    def found() -> None:
        keyring.core._keyring_backend = Backend()  # type: ignore[assignment]  # stands for one

    monkeypatch.setattr(keyring.core, "init_backend", found)
    him.press()
    assert him.told == ""


def test_where_no_token_was_kept_the_account_is_to_be_connected(
    connected: str,
    backend: Backend,
    x: PracticeX,
    owner: Callable[[], Owner],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backend, "get_password", lambda *_names: None)
    him = owner()
    assert him.told
    assert him.offered == "Sign in again"
