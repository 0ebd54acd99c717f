"""A post by hand whose time has come: put off, said to be posted, and either taken back."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import SteppedClock, from_wall
from services.publishing.drafts import DraftPart
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.settings import THREAD_BY_PART
from services.shop import Shop
from ui.page import Undo
from ui.queue import by_hand, hand_actions
from ui.queue.page_steps_form import BY_PART
from ui.queue.queue_page import QueuePage
from ui.theme import Theme

Queued = Callable[..., Post]
LINK = "https://x.com/tea/status/186000000000000000"


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(by_hand, hand_actions)


@pytest.fixture
def hand_page(page: QueuePage, shop: Shop, account: Account, opened: list[str]) -> QueuePage:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (account.id,))
    page.show_account(shop.accounts.get(account.id))
    QGuiApplication.clipboard().clear()
    return page


@pytest.fixture
def offered(hand_page: QueuePage) -> list[Undo]:
    undos: list[Undo] = []
    hand_page.undo_offered.connect(undos.append)
    return undos


def due(queued: Queued, text: str = "چای 🍵", reason: str = "ByHand") -> Post:
    return queued(text, "2026-11-20T09:00", state="needs_you", reason=reason)


def connected(page: QueuePage, shop: Shop, account: Account) -> None:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (account.id,))
    page.show_account(shop.accounts.get(account.id))


def test_posted_is_taken_back_from_the_drawer_and_asked_again(
    hand_page: QueuePage, queued: Queued, shop: Shop, offered: list[Undo]
) -> None:
    post = due(queued)
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    panel.send.click()
    before = shop.outbox.get(post.id)
    panel.fate.link.setText(f"{LINK}1")
    panel.fate.yes.click()
    assert shop.outbox.get(post.id).state is State.SENT
    (undo,) = offered
    assert undo.sentence == "Filed as posted"
    assert undo.seconds == 10
    undo.undo()
    after = shop.outbox.get(post.id)
    assert (after.state, after.opened_at, after.parts) == (
        State.NEEDS_YOU,
        before.opened_at,
        before.parts,
    )
    assert panel.says() == "Did you post it on X?"
    assert hand_page.band.isVisible()


def test_posted_is_taken_back_from_the_band(
    hand_page: QueuePage, queued: Queued, shop: Shop, offered: list[Undo], clock: SteppedClock
) -> None:
    post = due(queued)
    shop.outbox.opened_on_x(post.id)
    hand_page.refresh()
    hand_page.band.rows[0].buttons[0].click()
    assert shop.outbox.get(post.id).state is State.SENT
    clock.advance(60)
    offered[0].undo()
    assert shop.outbox.get(post.id).state is State.SENT


def test_a_part_too_soon_said_to_be_posted_is_asked_about_again(
    hand_page: QueuePage, shop: Shop, account: Account, offered: list[Undo]
) -> None:
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=tuple(map(DraftPart, ("واحد", "二", "3 🍵"))))
    post = shop.outbox.enqueue(draft.id, due_at=shop.clock.now() + 60)
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    panel.page_steps.road_chosen.emit(BY_PART)
    panel.send.click()
    panel.fate.link.setText(f"{LINK}1")
    panel.fate.yes.click()
    assert offered[-1].sentence == "Part 1 filed as posted"
    offered[-1].undo()
    after = shop.outbox.get(post.id)
    assert (len(after.left), after.state) == (3, State.NEEDS_YOU)
    assert panel.says() == "Part 1 of 3: did you post it on X?"


@pytest.mark.parametrize("reason", ["ByHand", "Late", "ClosedDay"])
def test_a_post_whose_time_has_come_is_put_off_to_the_next_free_time(
    hand_page: QueuePage, queued: Queued, shop: Shop, offered: list[Undo], reason: str
) -> None:
    post = shop.outbox.get(due(queued, reason=reason).id)
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    slot = shop.slots.next_free(post.account_id)
    assert slot is not None
    assert panel.later.isVisible()
    assert panel.later.text() == "Later · Today 17:30"
    panel.later.click()
    later = shop.outbox.get(post.id)
    assert (later.state, later.reason, later.due_at) == (State.QUEUED, None, slot.due_at)
    assert (later.due_wall, later.due_zone) == (slot.wall, slot.zone)
    assert not panel.later.isVisible()
    assert not hand_page.band.isVisible()
    offered[-1].undo()
    back = shop.outbox.get(post.id)
    assert (back.state, back.reason, back.due_at) == (State.NEEDS_YOU, reason, post.due_at)
    assert (back.due_wall, back.due_zone) == (post.due_wall, post.due_zone)


def test_it_is_moved_to_any_time_too(
    hand_page: QueuePage, queued: Queued, shop: Shop, account: Account
) -> None:
    post = due(queued)
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    assert panel.move_button.isVisible()
    panel.move_button.click()
    assert panel.form.isVisible()
    wall = "2026-11-24T11:15"
    panel.move_asked.emit(from_wall(wall, account.zone), wall, None)
    moved = shop.outbox.get(post.id)
    assert (moved.state, moved.due_wall, moved.late_rule) == (State.QUEUED, wall, LateRule.USUAL)


def test_while_its_page_is_open_it_is_asked_about_and_not_put_off(
    hand_page: QueuePage, queued: Queued
) -> None:
    post = due(queued)
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    panel.send.click()
    assert not panel.later.isVisible()
    assert not panel.move_button.isVisible()
    panel.fate.no.click()
    assert panel.later.isVisible()


def test_choose_a_time_opens_the_times_and_keeps_the_post(
    page: QueuePage, queued: Queued, shop: Shop
) -> None:
    post = due(queued, reason="Late")
    page.refresh()
    page.band.rows[0].buttons[0].click()
    assert page.drawer.is_open
    assert page.drawer.panel.form.isVisible()
    assert shop.outbox.get(post.id).state is State.NEEDS_YOU


def test_by_hand_no_rule_for_being_late_is_offered(hand_page: QueuePage, queued: Queued) -> None:
    hand_page.open_item(queued("Tea", "2026-11-21T09:00").id)
    form = hand_page.drawer.panel.form
    hand_page.drawer.panel.move_button.click()
    assert form.late is None or not form.late.isVisible()


def test_the_link_of_another_part_of_it_is_refused_aloud(
    hand_page: QueuePage, shop: Shop, account: Account
) -> None:
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=tuple(map(DraftPart, ("One", "Two", "Three"))))
    post = shop.outbox.enqueue(draft.id, due_at=shop.clock.now() + 60)
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    panel.page_steps.road_chosen.emit(BY_PART)
    panel.send.click()
    for _ in range(2):
        panel.fate.link.setText(f"{LINK}1")
        panel.fate.yes.click()
    assert panel.fate.field.note.isVisible()
    assert len(shop.outbox.get(post.id).left) == 2


@pytest.mark.parametrize("by_part", [True, False])
def test_band_and_drawer_ask_the_same(
    hand_page: QueuePage, shop: Shop, account: Account, by_part: bool
) -> None:
    shop.settings.set(THREAD_BY_PART, by_part)
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=tuple(map(DraftPart, ("One", "Two", "Three"))))
    shop.outbox.enqueue(draft.id, due_at=shop.clock.now())
    shop.outbox.opened_on_x(draft.id)
    post = shop.hand_parts.posted(draft.id, "71")
    shop.outbox.opened_on_x(post.id)
    hand_page.refresh()
    (row,) = hand_page.band.rows
    asked = row.sentence.text()
    hand_page.open_item(post.id)
    assert hand_page.drawer.panel.says() == asked
    previews = hand_page.drawer.panel.preview.posts()
    assert [[note.text for note in one.value().notes] for one in previews] == [["On X"], [], []]
    assert {one.value().when for one in previews} == {""}


def test_the_rest_of_a_thread_says_what_is_there(
    page: QueuePage, queued: Queued, shop: Shop, account: Account
) -> None:
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=tuple(map(DraftPart, ("One", "Two", "Three"))))
    shop.outbox.enqueue(draft.id, due_at=shop.clock.now())
    with shop.database.transaction() as connection:
        connection.execute("UPDATE part SET x_post_id = '71' WHERE position = 0")
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Rejected', reason_detail = 'too_long'"
        )
    page.open_item(draft.id)
    said = page.drawer.panel.rest._said
    assert said.text() == "Part 1 is on X. Change part 2 of 3:"
    with shop.database.transaction() as connection:
        connection.execute("UPDATE part SET x_post_id = '72' WHERE position = 1")
    page.refresh()
    assert said.text() == "Parts 1 to 2 are on X. Change part 3 of 3:"


def test_in_doubt_it_is_deleted_here_alone(page: QueuePage, queued: Queued) -> None:
    panel = page.drawer.panel
    page.open_item(due(queued, reason="Unclear").id)
    assert panel.delete.text() == "Delete here"
    assert panel._delete_note.isVisible()
    page.open_item(queued("Other", "2026-11-21T09:00").id)
    assert panel.delete.text() == "Delete"
    assert not panel._delete_note.isVisible()


@pytest.mark.parametrize(
    ("reason", "detail", "offered"),
    [
        ("BudgetReached", "1796083200 200000 1000", False),
        ("OutOfCredit", "", False),
        ("MonthlyCap", "", False),
        ("SpendCap", "1796083200", False),
        ("RateLimited", "1795255200", False),
        ("RateLimited", "1795255200 50", False),
        ("Offline", "", True),
        ("SignInNeeded", "", True),
    ],
)
def test_send_now_is_not_offered_where_it_would_only_be_held(
    page: QueuePage,
    queued: Queued,
    shop: Shop,
    account: Account,
    reason: str,
    detail: str,
    offered: bool,
) -> None:
    post = queued("Tea", "2026-11-20T09:00", reason=reason, detail=detail)
    connected(page, shop, account)
    page.open_item(post.id)
    panel = page.drawer.panel
    assert panel.send.isVisible() is offered
    assert panel.by_hand.isVisible()
    assert panel.by_hand.text() == "Open in X · free"
    assert panel.says()


def test_a_post_behind_a_held_one_is_not_sent_now(
    page: QueuePage, queued: Queued, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    first = queued("Held", "2026-11-20T09:00", reason="BudgetReached")
    behind = queued("Behind it", "2026-11-20T09:30")
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET next_try_at = ? WHERE id = ?", (clock.now() + 60, first.id)
        )
    page.open_item(behind.id)
    assert page.drawer.panel.says().startswith("It waits for the post before it")
    assert not page.drawer.panel.send.isVisible()


def test_send_now_says_that_the_queue_is_held(
    page: QueuePage, queued: Queued, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    first = queued("Held", "2026-11-20T09:00", reason="BudgetReached")
    later = queued("Tomorrow's", "2026-11-21T09:00")
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET next_try_at = ? WHERE id = ?", (clock.now() + 60, first.id)
        )
    page.open_item(later.id)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.drawer.panel.send.click()
    assert offered.args[0].sentence == "It goes out when the queue goes on"
    offered.args[0].undo()
    assert shop.outbox.get(later.id).due_at == later.due_at


def test_a_late_post_sent_now_is_called_back(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    late = shop.outbox.get(due(queued, reason="Late").id)
    page.open_item(late.id)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.drawer.panel.send.click()
    assert offered.args[0].sentence == "Sending now"
    assert shop.outbox.get(late.id).state is State.QUEUED
    offered.args[0].undo()
    back = shop.outbox.get(late.id)
    assert (back.state, back.reason, back.due_at) == (State.NEEDS_YOU, "Late", late.due_at)


@pytest.mark.parametrize("words", [100, 200])
def test_the_links_of_the_drawer_stand_below_each_other(
    hand_page: QueuePage, queued: Queued, themed: Theme, words: int
) -> None:
    post = due(queued)
    hand_page.open_item(post.id)
    hand_page.drawer.panel.send.click()
    themed.choose_text(words)
    note = hand_page.drawer.panel.fate.clipboard
    note.set(post.id, words=True, pictures=True, folder=True)
    QGuiApplication.processEvents()
    places = [one.geometry() for one in (note.copy_words, note.copy_pictures, note.show_folder)]
    assert len({place.left() for place in places}) == 1
    steps = [low.top() - high.top() for high, low in itertools.pairwise(places)]
    assert steps[0] == steps[1] > 0
    themed.choose_text(100)
