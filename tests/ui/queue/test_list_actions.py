"""The list's own moves: dragged or keyed to another place, and many posts as one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from tests.ui.queue.list_reading import lines, words
from ui.page import Undo
from ui.queue.list_filter import ListFilter, Shown, Trait
from ui.queue.queue_page import QueuePage
from widgets.queue_view_values import EntryKind

Queued = Callable[..., Post]


@pytest.fixture
def undos(page: QueuePage) -> list[Undo]:
    found: list[Undo] = []
    page.undo_offered.connect(found.append)
    page.header.views.button("list").click()
    return found


def test_a_row_goes_up_by_keys_and_back_by_undo(
    page: QueuePage, queued: Queued, undos: list[Undo]
) -> None:
    posts = [queued(f"پست {n}", f"2026-11-21T1{n}:00") for n in range(3)]
    page.refresh()
    view = page.list.view
    view.step(1)
    while view.current != posts[2].id:
        view.step(1)
    QTest.keyClick(
        view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert words(page) == ["پست 0", "پست 2", "پست 1"]
    assert [line.time for line in lines(page)] == ["10:00", "11:00", "12:00"]
    assert view.current == posts[2].id
    assert undos[-1].sentence.startswith("Moved to Sat 21 Nov, 11:00 · 1 ")
    undos[-1].undo()
    assert words(page) == ["پست 0", "پست 1", "پست 2"]


def test_a_row_is_dragged_onto_a_free_time(
    page: QueuePage, queued: Queued, undos: list[Undo], shop: Shop
) -> None:
    post = queued("茶器のお手入れ 🍵", "2026-11-21T10:00")
    page.refresh()
    view = page.list.view
    rows = {e.key: n for n, e in enumerate(view.entries)}
    free = next(e for e in view.entries if e.kind is EntryKind.FREE)

    def middle(key: str) -> QPoint:
        return view.visualRect(view.model().index(rows[key], 0)).center()

    _drag(view.viewport(), middle(post.id), middle(free.key))
    moved = shop.outbox.get(post.id)
    assert (moved.due_wall, moved.due_zone) == ("2026-11-20T17:30", "Europe/Helsinki")
    assert undos[-1].sentence == "Moved to Fri 20 Nov, 17:30"
    undos[-1].undo()
    assert shop.outbox.get(post.id).due_wall == "2026-11-21T10:00"


@pytest.mark.usefixtures("undos")
def test_while_it_is_held_between_two_its_time_is_told(
    page: QueuePage, queued: Queued, shop: Shop
) -> None:
    shop.slots.save(shop.accounts.active().id, [(5, "09:00"), (6, "09:00")])
    posts = [
        queued(f"茶 {n}", wall)
        for n, wall in enumerate(("2026-11-21T09:00", "2026-11-22T09:00", "2026-11-28T09:00"))
    ]
    page.refresh()
    view = page.list.view
    rows = {e.key: n for n, e in enumerate(view.entries)}

    def top(key: str) -> QPoint:
        return view.visualRect(view.model().index(rows[key], 0)).topLeft() + QPoint(200, 8)

    start = view.visualRect(view.model().index(rows[posts[2].id], 0)).center()
    view.drag.press(rows[posts[2].id], start)
    assert view.drag.said == ""
    assert view.drag.move(top(posts[1].id))
    # No slot is free between the two: the second one's time is handed on.
    assert view.drag.said == "Sun 22 Nov, 09:00"
    view.grab()
    dropped = view.drag.release()
    assert dropped is not None
    view.moved.emit(*dropped)
    assert shop.outbox.get(posts[2].id).due_wall == "2026-11-22T09:00"


def test_a_drag_that_escape_ends_changes_nothing(
    page: QueuePage, queued: Queued, undos: list[Undo]
) -> None:
    first = queued("One", "2026-11-21T10:00")
    queued("Two", "2026-11-21T11:00")
    page.refresh()
    view = page.list.view
    row = next(n for n, e in enumerate(view.entries) if e.key == first.id)
    start = view.visualRect(view.model().index(row, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 200))
    assert view.drag.active
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.drag.active
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 200))
    assert words(page) == ["One", "Two"]
    assert not undos
    assert not page.drawer.is_open


def test_many_move_on_a_week_as_one_step(
    page: QueuePage, queued: Queued, undos: list[Undo], shop: Shop
) -> None:
    posts = [queued(f"خبر {n}", f"2026-11-2{n}T12:00") for n in (1, 2, 3)]
    page.refresh()
    assert page.list.bar.isHidden()
    page.list.view.choose([post.id for post in posts[:2]])
    assert page.list.bar.count.text() == "2 posts"
    page.list.bar.move_button.click()
    walls = [shop.outbox.get(post.id).due_wall for post in posts]
    assert walls == ["2026-11-28T12:00", "2026-11-29T12:00", "2026-11-23T12:00"]
    assert undos[-1].sentence == "2 posts moved on a week"
    undos[-1].undo()
    assert words(page) == ["خبر 1", "خبر 2", "خبر 3"]


@pytest.mark.parametrize(
    ("button", "state", "said"),
    [
        ("drafts_button", State.DRAFT, "2 posts are drafts again"),
        ("delete_button", State.DELETED, "2 posts deleted"),
    ],
)
def test_many_are_taken_out_and_put_back(
    page: QueuePage,
    queued: Queued,
    undos: list[Undo],
    shop: Shop,
    button: str,
    state: State,
    said: str,
) -> None:
    one = queued("一つ目", "2026-11-21T12:00")
    needs = queued("二つ目", "2026-11-21T13:00", state="needs_you", reason="Rejected")
    page.refresh()
    page.list.view.choose([one.id, needs.id])
    getattr(page.list.bar, button).click()
    assert [shop.outbox.get(post.id).state for post in (one, needs)] == [state, state]
    assert words(page) == []
    assert undos[-1].sentence == said
    undos[-1].undo()
    back = shop.outbox.get(needs.id)
    assert (back.state, back.reason, back.due_at) == (State.NEEDS_YOU, "Rejected", needs.due_at)
    assert shop.outbox.get(one.id).state is State.QUEUED


def test_filters_narrow_and_clear(
    page: QueuePage, queued: Queued, undos: list[Undo], shop: Shop, qtbot: QtBot
) -> None:
    queued("Come by, there is tea", "2026-11-21T12:00")
    queued("شاي بالنعناع https://leaf.example.com/a", "2026-11-22T12:00")
    queued("Stuck", "2026-11-19T12:00", state="needs_you", reason="Rejected")
    page.refresh()
    bar = page.list.filters
    buttons = {shown: bar._states[shown].text() for shown in Shown}
    assert buttons[Shown.ALL] == "All 3"
    assert buttons[Shown.NEEDS_YOU] == "Needs you 1"
    assert bar._states[Shown.CHECKING].isHidden()
    bar._states[Shown.NEEDS_YOU].click()
    assert words(page) == ["Stuck"]
    bar.choose(ListFilter(traits=frozenset({Trait.LINK})))
    assert words(page) == ["شاي بالنعناع https://leaf.example.com/a"]
    assert bar.filter_button.text() == "Filter · 1"
    bar.search.setText("نعناع")
    qtbot.waitUntil(lambda: page.list.asked.words == "نعناع")
    assert len(words(page)) == 1
    bar.choose(ListFilter(words="nothing like this"))
    assert page.list._stack.currentWidget() is page.list.nothing
    page.list.nothing.button.click()
    assert len(words(page)) == 3
    assert bar.search.text() == ""


def test_the_menu_says_how_many_each_filter_would_leave(
    page: QueuePage, queued: Queued, undos: list[Undo]
) -> None:
    queued("How do you make tea? Tell us.", "2026-11-21T12:00")
    queued("https://leaf.example.com/a", "2026-11-22T12:00")
    page.refresh()
    page.list.filters._fill_menu()
    said = [action.text() for action in page.list.filters._menu.actions() if action.text()]
    assert "With a link  ·  1" in said
    assert "With pictures  ·  0" in said


def _drag(viewport: Any, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
