"""What the drawer asks once X's page was opened for a post, and what the owner answers there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from ui.queue import by_hand, hand_actions
from ui.queue.queue_page import QueuePage
from ui.theme import Theme

Queued = Callable[..., Post]


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(by_hand, hand_actions)


@pytest.fixture
def by_hand_page(page: QueuePage, shop: Shop, account: Account) -> QueuePage:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (account.id,))
    page.show_account(shop.accounts.get(account.id))
    return page


@pytest.fixture
def asked(by_hand_page: QueuePage, queued: Queued, opened: list[str]) -> Post:
    """A post whose page on X was opened."""
    post = queued("چای 🍵", "2026-11-20T09:00", state="needs_you", reason="ByHand")
    by_hand_page.open_item(post.id)
    by_hand_page.drawer.panel.send.click()
    return post


def test_nothing_is_asked_before_the_page_was_opened(
    by_hand_page: QueuePage, queued: Queued
) -> None:
    post = queued("Tea", "2026-11-20T09:00", state="needs_you", reason="ByHand")
    by_hand_page.open_item(post.id)
    panel = by_hand_page.drawer.panel
    assert panel.send.text() == "Open in X · free"
    assert panel._fate is None


def test_what_lies_open_is_asked_in_the_drawer_alone(
    by_hand_page: QueuePage, asked: Post, queued: Queued
) -> None:
    queued("Another", "2026-11-20T09:10", state="needs_you", reason="ByHand")
    by_hand_page.refresh()
    own, other = by_hand_page.band.rows
    assert all(button.isHidden() for button in own.buttons)
    assert not own.sentence.isHidden()
    assert by_hand_page.drawer.panel.fate.yes.property("kind") == "primary"
    assert not any(button.property("kind") == "primary" for button in other.buttons)
    by_hand_page.drawer.close_drawer()
    own, other = by_hand_page.band.rows
    assert not any(button.isHidden() for button in own.buttons)
    assert [button.property("kind") for button in other.buttons] == ["primary"]


def test_posted_with_its_link(by_hand_page: QueuePage, asked: Post, shop: Shop) -> None:
    panel = by_hand_page.drawer.panel
    fate = panel.fate
    assert (fate.yes.text(), fate.no.text()) == ("Posted", "Not yet")
    assert panel.says() == "Did you post it on X?"
    fate.link.setText(" https://x.com/tea/status/1860000000000000001?s=20 ")
    fate.yes.click()
    post = shop.outbox.get(asked.id)
    assert (post.state, post.x_ids) == (State.SENT, ("1860000000000000001",))
    assert not fate.isVisible()
    assert panel.look.isVisible()


def test_posted_without_a_link_offers_no_way_to_it(
    by_hand_page: QueuePage, asked: Post, shop: Shop
) -> None:
    panel = by_hand_page.drawer.panel
    panel.fate.yes.click()
    assert shop.outbox.get(asked.id).state is State.SENT
    assert not panel.look.isVisible()


@pytest.mark.parametrize("typed", ["x", "https://x.com/tea", "https://example.com/status/12"])
def test_what_is_no_link_to_a_post_is_told_and_can_be_left_out(
    by_hand_page: QueuePage, asked: Post, shop: Shop, qtbot: QtBot, typed: str
) -> None:
    fate = by_hand_page.drawer.panel.fate
    fate.link.setText(typed)
    qtbot.keyClick(fate.link, Qt.Key.Key_Return)
    assert fate.field.note.isVisible()
    assert shop.outbox.get(asked.id).state is State.NEEDS_YOU
    fate.link.clear()
    assert not fate.field.note.isVisible()
    qtbot.keyClick(fate.link, Qt.Key.Key_Return)
    assert shop.outbox.get(asked.id).state is State.SENT


def test_not_yet_waits_on(by_hand_page: QueuePage, asked: Post, shop: Shop) -> None:
    panel = by_hand_page.drawer.panel
    panel.fate.no.click()
    post = shop.outbox.get(asked.id)
    assert (post.state, post.opened_at) == (State.NEEDS_YOU, None)
    assert not panel.fate.isVisible()
    assert panel.send.isVisible()


def test_the_link_of_one_post_is_not_anothers(
    by_hand_page: QueuePage, asked: Post, queued: Queued
) -> None:
    panel = by_hand_page.drawer.panel
    panel.fate.link.setText("https://x.com/tea/status/1")
    by_hand_page.refresh()
    assert panel.fate.link.text()
    other = queued("抹茶", "2026-11-20T10:00", state="needs_you", reason="ByHand")
    by_hand_page.open_item(other.id)
    panel.send.click()
    assert panel.fate.link.text() == ""


def test_the_pictures_can_be_shown_again(
    by_hand_page: QueuePage, shop: Shop, account: Account, clock: SteppedClock, opened: list[str]
) -> None:
    picture = shop.pictures.add_known(b"1", name="a.png", mime="image/png", width=1, height=1)
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("Cup", ((picture.hash, "A cup"),)),))
    shop.outbox.enqueue(draft.id, due_at=clock.now() + 60)
    by_hand_page.open_item(draft.id)
    panel = by_hand_page.drawer.panel
    panel.send.click()
    note = panel.fate.clipboard
    assert note.said.text().startswith("The pictures are on the clipboard")
    assert not note.copy_pictures.isVisible()
    opened.clear()
    note.copy_words.click()
    assert QGuiApplication.clipboard().text() == "Cup"
    assert note.said.text().startswith("The words are on the clipboard")
    note.copy_pictures.click()
    (laid_out,) = QGuiApplication.clipboard().mimeData().urls()
    assert Path(laid_out.toLocalFile()).read_bytes() == b"1"
    note.show_folder.click()
    (folder,) = opened
    assert laid_out.toString().startswith(folder)
    QGuiApplication.clipboard().setText("mine")
    assert note.said.text() == "The pictures are in a folder."
    QGuiApplication.clipboard().clear()


def test_in_doubt_the_drawer_asks_too(
    page: QueuePage, queued: Queued, shop: Shop, opened: list[str], clock: SteppedClock
) -> None:
    post = queued("Tea", "2026-11-20T09:00", state="needs_you", reason="Unclear")
    page.refresh()
    page.band.rows[0].buttons[0].click()
    page.open_item(post.id)
    fate = page.drawer.panel.fate
    assert (fate.yes.text(), fate.no.text()) == ("It is there", "Send again")
    assert not page.drawer.panel.send.isVisible()
    fate.no.click()
    again = shop.outbox.get(post.id)
    assert (again.state, again.due_at) == (State.QUEUED, clock.now() + 10)


def test_large_words_lose_nothing_in_the_drawer(
    page: QueuePage, queued: Queued, themed: Theme, opened: list[str]
) -> None:
    post = queued("Tea", "2026-11-20T09:00", state="needs_you", reason="Unclear")
    themed.choose_text(200)
    page.refresh()
    page.band.rows[0].buttons[0].click()
    page.open_item(post.id)
    panel = page.drawer.panel
    for part in (panel.fate.yes, panel.fate.no, panel.fate.link, panel.edit, panel.delete):
        end = part.mapTo(page.drawer, part.rect().topRight()).x()
        assert end <= page.drawer.width(), part
    themed.choose_text(100)
