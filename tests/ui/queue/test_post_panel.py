"""A post opened beside the week, and what can be done with it there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTime
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock, from_wall
from services.publishing.drafts import DraftPart
from services.publishing.posts import LateRule, Post
from services.publishing.states import State
from services.shop import Shop
from tests.ui.queue.reading import cards
from ui.page import Undo
from ui.queue.queue_page import QueuePage

Queued = Callable[..., Post]


def test_the_drawer_shows_the_post(page: QueuePage, queued: Queued, qtbot: QtBot) -> None:
    queued("Celadon cups #tea", "2026-11-21T09:00")
    page.refresh()
    qtbot.mouseClick(cards(page)[0], Qt.MouseButton.LeftButton)
    assert page.drawer.is_open
    value = page.drawer.panel.preview.value()
    assert value.text == "Celadon cups #tea"
    assert value.spans == ((13, 17),)
    assert page.drawer.panel.send.text() == "Send now (sample)"
    page.drawer.close_drawer()
    page.refresh()
    assert not page.drawer.is_open


def test_edit_makes_it_a_draft_in_compose(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-21T09:00")
    page.open_item(post.id)
    with qtbot.waitSignal(page.go) as go, qtbot.waitSignal(page.changed):
        page.drawer.panel.edit.click()
    assert shop.outbox.get(post.id).state is State.DRAFT
    assert go.args == ["compose", post.id]
    assert not page.drawer.is_open


def test_edit_is_taken_back_with_its_time_and_words(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = shop.outbox.set_late_rule(queued("شاي 🍵", "2026-11-21T09:00").id, LateRule.ASK)
    page.open_item(post.id)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.drawer.panel.edit.click()
    undo = offered.args[0]
    assert undo.sentence == "Taken out of the queue"
    assert shop.slots.kept(post.id) is not None
    shop.drafts.save(post.id, parts=(DraftPart("half writ"),))
    with qtbot.waitSignal(page.go) as go:
        undo.undo()
    back = shop.outbox.get(post.id)
    assert go.args == ["queue", post.id]
    assert (back.state, back.text, back.due_at) == (State.QUEUED, post.text, post.due_at)
    assert (back.due_wall, back.due_zone) == (post.due_wall, post.due_zone)
    assert back.late_rule is LateRule.ASK
    assert [draft.text for draft in shop.drafts.all(post.account_id)] == ["half writ"]


def test_move_changes_the_time_and_undo_brings_it_back(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-21T09:00")
    page.open_item(post.id)
    page.drawer.panel.move_button.click()
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.drawer.panel.form.chosen.emit(
            from_wall("2026-11-22T18:15", "Europe/Helsinki"), "2026-11-22T18:15", None
        )
    moved = shop.outbox.get(post.id)
    assert (moved.due_wall, moved.due_zone) == ("2026-11-22T18:15", "Europe/Helsinki")
    assert [card.value.time for card in cards(page)] == ["18:15"]
    undo: Undo = offered.args[0]
    undo.undo()
    assert shop.outbox.get(post.id).due_at == post.due_at


def test_the_move_form_says_beforehand_that_a_day_is_closed(
    page: QueuePage, queued: Queued, shop: Shop
) -> None:
    post = queued("شاي", "2026-11-24T09:00")
    shop.closed_days.close(post.account_id, date(2026, 11, 25), date(2026, 11, 25), "Fair")
    page.open_item(post.id)
    panel = page.drawer.panel
    panel.move_button.click()
    assert not panel.form._odd.isVisible()
    panel.form._day.setCurrentIndex(panel.form._day.currentIndex() + 1)
    assert panel.form._odd.text().startswith("The shop is closed on that day.")
    assert panel.form._move.isEnabled()


def test_the_move_form_refuses_the_past(page: QueuePage, queued: Queued) -> None:
    post = queued("Tea", "2026-11-20T15:00")
    page.open_item(post.id)
    form = page.drawer.panel.form
    assert form.wall() == "2026-11-20T15:00"
    form._time.setTime(form._time.time().addSecs(-4 * 3_600))
    assert not form._move.isEnabled()
    form._day.setCurrentIndex(1)
    assert form._move.isEnabled()
    assert form.wall() == "2026-11-21T11:00"


def test_send_now_waits_for_the_undo_window(
    page: QueuePage, queued: Queued, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-21T09:00")
    page.open_item(post.id)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.drawer.panel.send.click()
    assert shop.outbox.get(post.id).due_at == clock.now() + 10
    undo: Undo = offered.args[0]
    undo.undo()
    assert shop.outbox.get(post.id).due_at == post.due_at


def test_delete_can_be_taken_back(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-21T09:00")
    page.open_item(post.id)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.drawer.panel.delete.click()
    assert shop.outbox.get(post.id).state is State.DELETED
    assert cards(page) == []
    undo: Undo = offered.args[0]
    undo.undo()
    assert shop.outbox.get(post.id).state is State.QUEUED


def test_a_sent_post_offers_nothing_that_is_too_late(page: QueuePage, queued: Queued) -> None:
    post = queued("Tea", "2026-11-17T09:00", state="sent")
    page.open_item(post.id)
    panel = page.drawer.panel
    for button in (panel.edit, panel.move_button, panel.send, panel.delete):
        assert not button.isVisibleTo(panel)


def test_a_time_that_passed_while_the_form_stood_open_is_refused(
    page: QueuePage, queued: Queued, shop: Shop, clock: SteppedClock
) -> None:
    post = queued("Tea", "2026-11-20T15:00")
    page.open_item(post.id)
    page.drawer.panel.move_button.click()
    form = page.drawer.panel.form
    form._time.setTime(form._time.time().addSecs(-2 * 3_600))
    assert form._move.isEnabled()
    clock.advance(2 * 3_600)
    form._move.click()
    assert form.isVisible()
    assert form._past.isVisible()
    assert not form._move.isEnabled()
    assert shop.outbox.get(post.id).due_at == post.due_at


@pytest.mark.parametrize(
    ("reason", "detail", "send"),
    [
        ("Rejected", "duplicate", ""),
        ("Rejected", "too_long", ""),
        ("BadImage", "", ""),
        ("Rejected", "quote_not_allowed", "Open in X · free"),
        ("Late", "", "Send now (sample)"),
        ("SomethingNew", "", "Try again (sample)"),
    ],
)
def test_what_could_only_be_refused_again_is_not_offered(
    page: QueuePage, queued: Queued, reason: str, detail: str, send: str
) -> None:
    post = queued("Same words", "2026-11-20T09:00", state="needs_you", reason=reason, detail=detail)
    page.open_item(post.id)
    panel = page.drawer.panel
    assert panel.edit.isVisible()
    assert (panel.send.text() if panel.send.isVisible() else "") == send


def test_a_post_behind_a_held_one_says_that_it_waits(
    page: QueuePage, queued: Queued, shop: Shop, clock: SteppedClock
) -> None:
    first = queued("Held", "2026-11-20T09:00", reason="Offline")
    behind = queued("Behind it", "2026-11-20T09:30")
    later = queued("Not due", "2026-11-20T18:00")
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET next_try_at = ? WHERE id = ?", (clock.now() + 15, first.id)
        )
    page.open_item(behind.id)
    states = {card.value.id: card.value.state for card in cards(page)}
    assert states == {first.id: "Waits", behind.id: "Waits", later.id: ""}
    assert page.drawer.panel.says().startswith("It waits for the post before it")


def test_each_post_has_its_rule_for_being_late(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot
) -> None:
    post = queued("Tea", "2026-11-21T09:00")
    page.open_item(post.id)
    form = page.drawer.panel.form
    page.drawer.panel.move_button.click()
    assert form.late is not None
    assert form.late.rule is LateRule.USUAL
    form.late.box.setCurrentIndex(form.late.box.findData(LateRule.ASK))
    form.late.box.activated.emit(form.late.box.currentIndex())
    assert shop.outbox.get(post.id).late_rule is LateRule.USUAL
    with qtbot.waitSignal(page.undo_offered) as offered:
        form._move.click()
    kept = shop.outbox.get(post.id)
    assert (kept.due_wall, kept.late_rule) == ("2026-11-21T09:00", LateRule.ASK)
    assert offered.args[0].sentence == "Changed what happens if it is late"
    offered.args[0].undo()
    assert shop.outbox.get(post.id).late_rule is LateRule.USUAL
    form.late.box.setCurrentIndex(form.late.box.findData(LateRule.SEND))
    form._time.setTime(QTime(18, 15))
    form._move.click()
    moved = shop.outbox.get(post.id)
    assert (moved.due_wall, moved.late_rule) == ("2026-11-21T18:15", LateRule.SEND)


def test_by_hand_nothing_is_late(page: QueuePage, queued: Queued, shop: Shop) -> None:
    post = queued("Tea", "2026-11-21T09:00")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (post.account_id,))
    page.show_account(shop.accounts.get(post.account_id))
    page.open_item(post.id)
    page.drawer.panel.move_button.click()
    late = page.drawer.panel.form.late
    assert late is None or not late.isVisible()


def test_a_time_that_does_not_exist_says_where_it_goes(page: QueuePage, queued: Queued) -> None:
    """The form is Helsinki's; its clocks go forward on 2027-03-28 at 03:00."""
    post = queued("Tea", "2027-03-28T09:00")
    page.open_item(post.id)
    form = page.drawer.panel.form
    page.drawer.panel.move_button.click()
    assert not form._odd.isVisible()
    form._time.setTime(QTime(3, 30))
    assert form._odd.text() == "03:30 does not exist that night; it goes at 04:30."
    assert form._odd.isVisible()
