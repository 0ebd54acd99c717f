"""Answers from the inbox: sent, refused, edited, by hand, and the words begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.outbox import Outbox
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from tests.ui.inbox.conftest import Says
from tests.ui.inbox.reading import answer, counts, rows
from ui.inbox import item_actions
from ui.inbox.inbox_page import InboxPage


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(item_actions)


def test_answering_moves_to_waiting_and_undo_brings_it_back(
    page: InboxPage, says: Says, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    item_id = says("Maya", "Do you ship?")
    page.show()
    undo = answer(page, "Yes, on Mondays 🍵", qtbot)
    assert counts(page) == [0, 1, 0, 0]
    assert page.pane.box.text() == ""
    assert [bubble.value.state for bubble in page.pane.view.bubbles] == [
        "",
        "Sending in a moment",
    ]
    (post,) = shop.outbox.list(shop.accounts.active().id)
    assert (post.answers_item, post.due_at) == (item_id, clock.now() + 10)
    undo.undo()
    assert counts(page) == [1, 0, 0, 0]
    assert page.pane.box.text() == "Yes, on Mondays 🍵"
    assert shop.outbox.get(post.id).state is State.DELETED


def test_an_answer_goes_out_to_the_practice_x(
    page: InboxPage, shop: Shop, clock: SteppedClock, qtbot: QtBot
) -> None:
    shop.feeds.check(shop.accounts.active().id)
    page.show()
    before = counts(page)
    answer(page, "Thank you for writing", qtbot)
    clock.advance(11)
    (sent,) = shop.publisher.publish_due()
    assert sent.state is State.SENT
    page.refresh()
    assert page.pane.view.bubbles[-1].value.state == "Sent"
    assert counts(page)[:2] == [before[0] - 1, before[1] + 1]


def test_an_answer_x_refuses_is_opened_there_with_the_words_ready(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot, opened: list[str]
) -> None:
    says("Maya", "Do you ship?")
    page.show()
    answer(page, "Yes we do", qtbot)
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Rejected', "
            "reason_detail = 'not_allowed_to_answer'"
        )
    page.refresh()
    bubble = page.pane.view.bubbles[-1]
    assert bubble.value.state == "Needs you"
    assert "only on x.com" in bubble.value.note
    button = bubble.findChild(QPushButton)
    assert button is not None
    button.click()
    (link,) = opened
    assert link.startswith("https://x.com/intent/post?in_reply_to=5000&text=Yes%20we%20do")


def test_an_answer_too_long_for_a_link_is_on_the_clipboard_and_it_is_said(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot, opened: list[str]
) -> None:
    shop.accounts.set_long_posts(shop.accounts.active().id, True)
    said: list[Any] = []
    page.message.connect(said.append)
    says("Maya", "Do you ship?")
    page.show()
    text = "نعم، بكل سرور. " * 100
    answer(page, text, qtbot)
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Rejected', "
            "reason_detail = 'not_allowed_to_answer'"
        )
    page.refresh()
    button = page.pane.view.bubbles[-1].findChild(QPushButton)
    assert button is not None
    button.click()
    assert opened == ["https://x.com/intent/post?in_reply_to=5000"]
    assert QGuiApplication.clipboard().text().strip() == text.strip()
    assert any("Paste them there" in one.sentence for one in said if one is not None)


def test_a_refused_answer_can_be_edited(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    says("Maya", "Do you ship?")
    page.show()
    answer(page, "Same words", qtbot)
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = 'Rejected', reason_detail = 'duplicate'"
        )
    page.refresh()
    page.pane.view.pressed.emit(page.pane.view.bubbles[-1].value.id)
    assert page.pane.box.text() == "Same words"
    assert counts(page) == [1, 0, 0, 0]


def test_words_begun_stay_with_their_conversation(
    page: InboxPage, says: Says, qtbot: QtBot
) -> None:
    says("Maya", "First", ago=120)
    says("Tom", "Second", ago=60)
    page.show()
    page.pane.box.set_text("For Maya")
    page.lanes.list.step(1)
    assert page.pane.box.text() == ""
    page.pane.box.set_text("For Tom")
    page.lanes.list.step(-1)
    assert page.pane.box.text() == "For Maya"


def test_the_button_waits_for_words_that_fit(page: InboxPage, says: Says) -> None:
    says("Maya", "First")
    page.show()
    box = page.pane.box
    assert box.button.text() == "Answer (sample)"
    assert not box.button.isEnabled()
    box.set_text("あ" * 140)
    assert box.button.isEnabled()
    box.set_text("あ" * 141)
    assert not box.button.isEnabled()
    box.set_text("   ")
    assert not box.button.isEnabled()


def test_an_answer_that_is_too_long_is_cut_at_a_word(page: InboxPage, says: Says) -> None:
    says("Maya", "First")
    page.show()
    box = page.pane.box
    box.set_text("سلام مايا 🍵 " * 30)
    (trim,) = (b for b in box.findChildren(QPushButton) if b.text() == "Trim")
    assert trim.isVisible()
    trim.click()
    assert not trim.isVisible()
    assert box.button.isEnabled()
    assert box.text().endswith(("سلام", "مايا", "🍵"))


def test_what_was_answered_stays_in_its_place_until_one_goes_on(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    for number, name in enumerate(("Maya", "Tom", "Ana")):
        says(name, f"Word {number}", ago=300 - number * 60)
    page.show()
    page.lanes.list.step(1)
    undo = answer(page, "Yes 🍵", qtbot)
    assert "Tom" in undo.sentence
    assert counts(page) == [2, 1, 0, 0]
    assert rows(page) == ["Word 0", "Word 1", "Word 2"]
    assert page.lanes.list.currentIndex().row() == 1
    page.refresh()
    assert page.lanes.list.currentIndex().row() == 1
    page.lanes.list.step(1)
    assert rows(page) == ["Word 0", "Word 2"]
    assert page.pane.name.text() == "Ana"


def test_by_hand_nothing_is_hidden(
    shop: Shop, inline_tasks: Any, themed: Any, qtbot: QtBot, says: Says, opened: list[str]
) -> None:
    own = shop.accounts.start_own_shop(handle="leaf", zone="Europe/Helsinki")
    page = InboxPage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.show()
    assert page.by_hand.isVisible()
    for word in ("key", "API", "token", "credit", "sync"):
        assert word.casefold() not in page.by_hand.sentence.casefold()
    page.by_hand.button.click()
    assert opened == ["https://x.com/notifications/mentions"]
    says("Maya", "Caught by hand", to=own.id)
    page.refresh()
    page.pane.box.set_text("Yes")
    assert page.pane.box.button.text() == "Open on X · free"
    page.pane.box.button.click()
    assert opened[1].startswith("https://x.com/intent/post?in_reply_to=")
    assert page.pane.box.text() == ""
    word = page.pane.view.bubbles[-1].value
    assert (word.text, word.note) == ("Yes", "Did you post it on X?")
    assert (word.button, word.other) == ("Posted", "Not yet")
    page.pane.view.other_pressed.emit(word.id)
    assert page.pane.view.bubbles[-1].value.button == "Open in X"
    page.pane.view.pressed.emit(word.id)
    assert opened[2] == opened[1]
    page.pane.view.pressed.emit(word.id)
    assert shop.outbox.get(word.id).state is State.SENT


@pytest.fixture
def doubtful(page: InboxPage, says: Says, shop: Shop, qtbot: QtBot) -> Callable[..., None]:
    """`doubtful("Unclear")`: an answer that needs the owner for this reason."""

    def make(reason: str, detail: str = "") -> None:
        says("Maya", "هل تشحنون؟")
        page.show()
        answer(page, "نعم 🍵", qtbot)
        with shop.database.transaction() as connection:
            connection.execute(
                "UPDATE post SET state = 'needs_you', reason = ?, reason_detail = ?",
                (reason, detail or None),
            )
        page.refresh()

    return make


def press(page: InboxPage, words: str) -> None:
    bubble = page.pane.view.bubbles[-1]
    (button,) = (b for b in bubble.findChildren(QPushButton) if b.text() == words)
    button.click()


def offered(page: InboxPage) -> list[str]:
    return [b.text() for b in page.pane.view.bubbles[-1].findChildren(QPushButton)]


def test_a_doubtful_answer_is_looked_for_and_sent_again(
    page: InboxPage, shop: Shop, doubtful: Callable[..., None], opened: list[str]
) -> None:
    doubtful("Unclear")
    assert offered(page) == ["Look on X"]
    press(page, "Look on X")
    assert len(opened) == 1
    assert page.pane.view.bubbles[-1].value.note.startswith("Is it on X?")
    assert offered(page) == ["It is there", "Send again"]
    press(page, "Send again")
    (post,) = shop.outbox.list(shop.accounts.active().id)
    assert (post.state, post.opened_at) == (State.QUEUED, None)
    assert offered(page) == []


def test_a_doubtful_answer_that_is_there_is_filed_as_sent(
    page: InboxPage, shop: Shop, doubtful: Callable[..., None], opened: list[str]
) -> None:
    doubtful("Unclear")
    press(page, "Look on X")
    press(page, "It is there")
    assert shop.outbox.list(shop.accounts.active().id) == ()
    assert counts(page) == [0, 1, 0, 0]


def test_an_answer_opened_on_x_is_asked_about(
    page: InboxPage, shop: Shop, doubtful: Callable[..., None], opened: list[str]
) -> None:
    doubtful("Rejected", "not_allowed_to_answer")
    press(page, "Open in X")
    assert offered(page) == ["Posted", "Not yet"]
    press(page, "Not yet")
    assert offered(page) == ["Open in X"]
    press(page, "Open in X")
    press(page, "Posted")
    assert len(opened) == 2
    assert counts(page) == [0, 1, 0, 0]


def test_a_no_break_space_goes_out_as_one(
    page: InboxPage, says: Says, shop: Shop, qtbot: QtBot
) -> None:
    says("Zoé", "Vous livrez ?")
    page.show()
    answer(page, "Oui\u00a0! 12\u00a0€", qtbot)
    (post,) = shop.outbox.list(shop.accounts.active().id)
    assert post.text == "Oui\u00a0! 12\u00a0€"


def test_xs_page_does_not_open_for_an_answer_that_was_sent_meanwhile(
    page: InboxPage,
    shop: Shop,
    doubtful: Callable[..., None],
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    doubtful("ByHand")
    note_opened = Outbox.opened_on_x

    def too_late(outbox: Outbox, post_id: str) -> Post:
        outbox.mark_posted_by_hand(post_id)
        return note_opened(outbox, post_id)

    monkeypatch.setattr(Outbox, "opened_on_x", too_late)
    (post,) = shop.outbox.list(shop.accounts.active().id)
    (words,) = offered(page)
    press(page, words)
    assert shop.outbox.get(post.id).state is State.SENT
    assert opened == []
