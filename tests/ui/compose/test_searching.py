"""The drafts pane finds drafts, queued and sent posts, and says which is which."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.tour.hand import type_text


def write(shop: Shop, *texts: str) -> Post:
    made = shop.drafts.new(shop.accounts.active().id)
    return shop.drafts.save(made.id, parts=tuple(map(DraftPart, texts)))


def sent(shop: Shop, *texts: str) -> Post:
    post = write(shop, *texts)
    shop.outbox.enqueue(post.id, due_at=shop.clock.now())
    return shop.outbox.mark_posted_by_hand(post.id)


def look_for(page: ComposePage, words: str, qtbot: QtBot) -> list[str]:
    page.drafts.search.setText(words)
    page.drafts._on_search()
    model = page.drafts.list.model()
    return [
        model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())
    ]


def test_each_row_says_what_it_is(
    page: ComposePage, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    sent(shop, "celadon one")
    queued = write(shop, "celadon two", "b", "c")
    shop.outbox.enqueue(queued.id, due_at=clock.now() + 9_000)
    write(shop, "celadon three")
    rows = look_for(page, "CELAD", qtbot)
    assert [row.split(", ")[0] for row in rows] == ["celadon three", "celadon two", "celadon one"]
    assert "Queued · " in rows[1]
    assert rows[1].endswith(" · 3 parts")
    assert "Sent · " in rows[2]
    assert look_for(page, "", qtbot) != rows


@pytest.mark.parametrize(
    ("text", "query"), [("新しい湯呑みです", "湯呑"), ("كتاب جديد", "کتاب"), ("Crème 🍵", "creme")]
)
def test_any_script_is_found(
    page: ComposePage, shop: Shop, qtbot: QtBot, text: str, query: str
) -> None:
    write(shop, text)
    assert len(look_for(page, query, qtbot)) == 1


def test_a_queued_one_is_shown_in_the_queue(
    page: ComposePage, shop: Shop, heard: Any, clock: SteppedClock, qtbot: QtBot
) -> None:
    queued = write(shop, "celadon")
    shop.outbox.enqueue(queued.id, due_at=clock.now() + 9_000)
    look_for(page, "celadon", qtbot)
    page.drafts.chosen.emit(queued.id)
    assert heard.went == [("queue", queued.id)]
    assert page.composer.content.is_empty


def test_a_sent_one_is_written_again_as_a_new_draft(
    page: ComposePage, shop: Shop, heard: Any, qtbot: QtBot
) -> None:
    type_text(page, "in the hand")
    old = sent(shop, "celadon", "second part")
    page.drafts.chosen.emit(old.id)
    assert page.composer.content.texts == ("celadon", "second part")
    copied = page.keeper.post_id
    assert copied != old.id
    assert shop.drafts.get(old.id).state is State.SENT
    assert "in the hand" in [one.text for one in shop.drafts.all(shop.accounts.active().id)]
    heard.undos[-1].undo()
    assert shop.drafts.get(copied).state is State.DELETED
    assert page.composer.content.is_empty


def test_only_drafts_are_deleted_from_the_rows(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    old = sent(shop, "celadon")
    look_for(page, "celadon", qtbot)
    asked: list[str] = []
    page.drafts.delete_asked.connect(asked.append)
    page.drafts.list.setCurrentIndex(page.drafts.list.model().index(0, 0))
    qtbot.keyClick(page.drafts.list, Qt.Key.Key_Delete)
    assert asked == []
    assert shop.drafts.get(old.id).state is State.SENT


def test_an_earlier_version_brought_back_is_not_saved_over(
    page: ComposePage, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    type_text(page, "one")
    page.save_now()
    clock.advance(3_600)
    type_text(page, " two")
    page.save_now()
    (kept,) = shop.versions.all(page.keeper.post_id)
    post = shop.versions.restore(kept.id)
    page.desk.lay_again(post)
    assert page.composer.content.text == "one"
    page.save_now()
    assert shop.drafts.get(post.id).text == "one"
    assert page.keeper.post_id == post.id


def found(page: ComposePage, shop: Shop, words: str, qtbot: QtBot) -> tuple[Post, ...]:
    """Two drafts, both found, with the caret in the search."""
    write(shop, "moss, the older")
    write(shop, "moss 苔, the newer")
    page.search()
    qtbot.keyClicks(page.drafts.search, words)
    return shop.drafts.all(shop.accounts.active().id)


def test_enter_opens_the_first_at_once(page: ComposePage, shop: Shop, qtbot: QtBot) -> None:
    newest = found(page, shop, "moss", qtbot)[0]
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Return)
    assert page.keeper.post_id == newest.id
    assert page.focusWidget() is page.composer.sheet.edit


def test_the_arrows_go_into_what_was_found_and_back(
    page: ComposePage, shop: Shop, qtbot: QtBot
) -> None:
    older = found(page, shop, "moss", qtbot)[1]
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Down)
    assert page.focusWidget() is page.drafts.list
    assert page.drafts.list.currentIndex().row() == 0
    qtbot.keyClick(page.drafts.list, Qt.Key.Key_Up)
    assert page.focusWidget() is page.drafts.search
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.drafts.list
    qtbot.keyClick(page.drafts.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.drafts.list, Qt.Key.Key_Return)
    assert page.keeper.post_id == older.id


def test_nothing_found_leaves_the_keyboard_in_the_search(
    page: ComposePage, shop: Shop, qtbot: QtBot
) -> None:
    found(page, shop, "celadon", qtbot)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(page.drafts.search, key)
        assert page.focusWidget() is page.drafts.search
    assert page.keeper.post_id == ""


@pytest.mark.parametrize("from_list", [False, True])
def test_escape_ends_the_search_and_then_leaves(
    page: ComposePage, shop: Shop, qtbot: QtBot, from_list: bool
) -> None:
    found(page, shop, "newer", qtbot)
    if from_list:
        qtbot.keyClick(page.drafts.search, Qt.Key.Key_Down)
        assert page.drafts.list.count() == 1
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.drafts.search.text() == ""
    assert page.drafts.list.count() == 2
    assert page.focusWidget() is page.drafts.search
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.composer.sheet.edit


def test_a_search_ends_with_the_place_it_stands_in(
    page: ComposePage, shop: Shop, qtbot: QtBot
) -> None:
    page.resize(960, 556)
    found(page, shop, "newer", qtbot)
    drawer = page.drawer.drawer
    assert drawer is not None
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Escape)
    assert drawer.is_open
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Escape)
    assert not drawer.is_open
    page.search()
    qtbot.keyClicks(page.drafts.search, "older")
    qtbot.keyClick(page.drafts.search, Qt.Key.Key_Return)
    assert not drawer.is_open
    assert (page.drafts.search.text(), page.drafts.list.count()) == ("", 2)
    page.resize(1280, 716)
    page.search()
    qtbot.keyClicks(page.drafts.search, "older")
    page.drafts.fold_button.click()
    page.drafts.fold_button.click()
    assert (page.drafts.search.text(), page.drafts.list.count()) == ("", 2)
