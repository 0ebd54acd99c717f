"""What the page and its actions do while the disk is still busy with what was pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.errors import StorageProblem, StorageTrouble
from services.publishing.outbox import Outbox
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from ui.queue import by_hand, hand_actions
from ui.queue.queue_page import QueuePage
from ui.tasks import Lane, LaneTasks

Queued = Callable[..., Post]


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(by_hand, hand_actions)


@pytest.fixture
def tasks() -> Iterator[LaneTasks]:
    tasks = LaneTasks()
    yield tasks
    tasks.stop()
    tasks.join()


@pytest.fixture
def go_on(tasks: LaneTasks, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """Until it is called the sending lane is busy."""
    free, owner = Event(), QObject()
    tasks.run(lambda: free.wait(30), lane=Lane.SEND, owner=owner, done=_nothing, failed=_nothing)

    def go_on() -> None:
        free.set()
        qtbot.waitUntil(tasks.idle, timeout=10_000)

    yield go_on
    free.set()


def _nothing(_outcome: object) -> None:
    pass


@pytest.fixture
def busy(
    shop: Shop,
    account: Account,
    tasks: LaneTasks,
    go_on: Callable[[], None],
    themed: Any,
    qtbot: QtBot,
) -> QueuePage:
    page = QueuePage(shop, tasks)
    qtbot.addWidget(page)
    page.setLocale(QLocale("en_GB"))
    page.show_account(account)
    page.resize(1280, 716)
    page.show()
    return page


@pytest.fixture
def doubtful(busy: QueuePage, queued: Queued, shop: Shop) -> Post:
    post = queued("それ 🍵", "2026-11-20T09:00", state="needs_you", reason="Unclear")
    shop.outbox.opened_on_x(post.id)
    busy.open_item(post.id)
    return shop.outbox.get(post.id)


def answers(page: QueuePage) -> list[QWidget]:
    fate = page.drawer.panel.fate
    return [fate.link, fate.yes, fate.no, *page.band.rows[0].buttons]


def live(page: QueuePage) -> set[bool]:
    return {each.isEnabled() for each in answers(page)}


@pytest.mark.parametrize("first", [1, 2, 3, 4])
def test_one_answer_is_taken(
    busy: QueuePage, doubtful: Post, shop: Shop, go_on: Callable[[], None], first: int
) -> None:
    assert live(busy) == {True}
    answers(busy)[first].click()  # type: ignore[attr-defined]  # a button by its place
    assert live(busy) == {False}
    busy.refresh()
    assert live(busy) == {False}
    go_on()
    there = first in (1, 3)
    assert shop.outbox.get(doubtful.id).state is (State.SENT if there else State.QUEUED)


def test_an_answer_that_failed_can_be_given_again(
    busy: QueuePage,
    doubtful: Post,
    go_on: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def full(*_args: object) -> Post:
        raise StorageTrouble(StorageProblem.FULL, Path("/full"))

    monkeypatch.setattr(Outbox, "mark_posted_by_hand", full)
    fate = busy.drawer.panel.fate
    fate.yes.setFocus()
    fate.yes.click()
    assert live(busy) == {False}
    with qtbot.waitSignal(busy.message):
        go_on()
    assert live(busy) == {True}
    assert busy.focusWidget() is fate.yes


def test_the_answers_of_another_post_stay_live(
    busy: QueuePage, doubtful: Post, queued: Queued, shop: Shop
) -> None:
    other = queued("Other", "2026-11-20T08:00", state="needs_you", reason="Unclear")
    shop.outbox.opened_on_x(other.id)
    busy.drawer.panel.fate.yes.click()
    busy.open_item(other.id)
    assert busy.drawer.panel.fate.yes.isEnabled()
    busy.open_item(doubtful.id)
    assert not busy.drawer.panel.fate.yes.isEnabled()


@pytest.mark.parametrize("state", ["sent", "sending", "checking", "deleted"])
def test_the_page_of_a_post_that_waits_no_more_stays_shut(
    page: QueuePage, queued: Queued, shop: Shop, opened: list[str], state: str
) -> None:
    """It was answered or sent meanwhile: from X's page it would be posted twice."""
    post = queued("Tea", "2026-11-20T09:00", state="needs_you", reason="ByHand")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = ? WHERE id = ?", (state, post.id))
    page._actions.open_in_x(post)
    assert opened == []


def test_answered_and_opened_at_once_it_is_not_opened(
    busy: QueuePage, doubtful: Post, shop: Shop, opened: list[str], go_on: Callable[[], None]
) -> None:
    busy._actions.was_posted(doubtful)
    busy._actions.open_in_x(doubtful)
    go_on()
    assert shop.outbox.get(doubtful.id).state is State.SENT
    assert opened == []
