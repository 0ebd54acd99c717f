"""A clock in 1970, and a data folder that was copied to a second computer."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from services import headless, machine
from services.clock import SteppedClock
from services.headless_options import HeadlessOptions
from services.options import RunOptions
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.shop import open_shop
from tests.stories.bad_input.conftest import Owner

OTHER = "Another computer sends the posts of this data folder. Nothing is sent from here."


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda mark: monkeypatch.setattr(machine, "mark", lambda: mark)


@pytest.fixture
def own(folder: Paths, clock: SteppedClock, computer: Callable[[str], None]) -> str:
    """A post by hand whose time has come, in a folder that the first computer sent from."""
    computer("first")
    shop = open_shop(folder, clock)
    account = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("お茶の時間です"),))
    shop.outbox.enqueue(draft.id, due_at=clock.now() - 60)
    assert shop.may_send.any_trouble() is None
    shop.close()
    return draft.id


def test_a_clock_in_1970_is_told_and_waited_for(
    owner: Callable[[], Owner], clock: SteppedClock
) -> None:
    right = clock.now()
    him = owner()
    outbox, drafts = him.program.shop.outbox, him.program.shop.drafts
    account = him.program.shop.accounts.active()
    draft = drafts.new(account.id)
    drafts.save(draft.id, parts=(DraftPart("مرحبا 🌿"),))
    waiting = outbox.enqueue(draft.id, due_at=right + 10)
    clock.advance(-right)
    him.program.background.beat(slept=True)
    him.settle()
    assert "January 1, 1970" in him.told
    assert him.offered == ""
    clock.advance(60)
    him.program.background.beat(asked=True)
    him.settle()
    assert outbox.list(account.id) == (waiting,)
    clock.advance(right - 40)
    him.program.background.beat(slept=True)
    him.settle()
    assert him.told == ""
    assert outbox.list(account.id) == ()


def test_the_second_computer_says_so_and_sends_after_one_press(
    own: str, owner: Callable[[], Owner], computer: Callable[[str], None]
) -> None:
    computer("second")
    him = owner()
    outbox = him.program.shop.outbox
    assert (him.told, him.offered) == (OTHER, "Send from this computer")
    assert outbox.get(own).state is State.QUEUED
    him.press()
    assert him.told == ""
    assert outbox.get(own).state is State.NEEDS_YOU


def test_without_a_window_it_is_exit_3_until_told(
    own: str, folder: Paths, computer: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    computer("second")
    run, out = RunOptions(data_dir=folder.data), io.StringIO()
    assert headless.run(HeadlessOptions(run=run, publish_due=True), out=out) == 3
    assert capsys.readouterr().err.startswith("OtherComputer: ")
    assert own in out.getvalue()
    told = HeadlessOptions(run=run, publish_due=True, send_from_here=True)
    assert headless.run(told, out=out) == 4
    assert capsys.readouterr().err.startswith("ByHand: ")
