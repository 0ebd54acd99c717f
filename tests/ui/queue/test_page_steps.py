"""By hand, X's page is told by the owner what a link cannot carry: it is said, and copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from ui.queue import by_hand, hand_actions
from ui.queue.page_steps import steps_of
from ui.queue.queue_page import QueuePage
from widgets.isolates import CLOSE, OPEN
from widgets.preview_card import PreviewPoll

FULL = PostOptions(
    poll=Poll(("tea", " coffee & cake "), 1_440),
    who_can_reply=WhoCanReply.FOLLOWING,
    paid_partnership=True,
    made_with_ai=True,
)
Made = Callable[..., Post]


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
def made(shop: Shop, account: Account, clock: SteppedClock) -> Made:
    def make(*texts: str, pictured: int = -1, options: PostOptions = FULL) -> Post:
        """`pictured`: which part shows two pictures."""
        pictures = tuple(
            (shop.pictures.add_known(b, name="a.png", mime="image/png", width=1, height=1).hash, "")
            for b in (b"1", b"2")
        )
        parts = tuple(
            DraftPart(text, pictures if place == pictured else ())
            for place, text in enumerate(texts)
        )
        draft = shop.drafts.new(account.id)
        shop.drafts.save(draft.id, parts=parts, options=options)
        return shop.outbox.enqueue(draft.id, due_at=clock.now() + 3_600)

    return make


def said(page: QueuePage) -> list[str]:
    steps = page.drawer.panel.page_steps
    if not steps.isVisible():
        return []
    return [one.replace(OPEN, "").replace(CLOSE, "") for one in steps.says()]


def button(page: QueuePage, name: str) -> QPushButton:
    plain = {
        one.accessibleName().replace(OPEN, "").replace(CLOSE, ""): one
        for one in page.drawer.panel.page_steps.buttons
    }
    return plain[name]


def test_all_that_a_link_cannot_carry_is_said(by_hand_page: QueuePage, made: Made) -> None:
    by_hand_page.open_item(made("Which one?").id)

    assert said(by_hand_page) == [
        "Add the poll there: tea / coffee & cake, 1 day.",
        "Set who can reply there: People you follow.",
        "Mark it there as a paid partnership.",
        "Mark it there as made with AI.",
    ]


def test_an_option_is_copied_with_one_click(by_hand_page: QueuePage, made: Made) -> None:
    by_hand_page.open_item(made("Which one?").id)
    coffee = button(by_hand_page, "Copy coffee & cake")

    coffee.click()

    assert QGuiApplication.clipboard().text() == "coffee & cake"
    assert coffee.text() == "coffee && cake"


def test_a_plain_post_has_no_steps(by_hand_page: QueuePage, made: Made) -> None:
    by_hand_page.open_item(made("Tea", options=PostOptions()).id)
    assert said(by_hand_page) == []


def test_the_drawer_shows_the_whole_thread_and_what_goes_along(page: QueuePage, made: Made) -> None:
    page.open_item(made("Which one?", "ثانيًا", pictured=1).id)

    assert said(page) == []
    first, second = (one.value() for one in page.drawer.panel.preview.posts())
    assert first.poll == PreviewPoll(("tea", "coffee & cake"), "1 day")
    assert [note.text for note in first.notes] == [
        "Paid partnership",
        "Only people you follow can reply",
    ]
    assert (second.text, second.poll) == ("ثانيًا", None)
    assert [note.text for note in second.notes] == ["Paid partnership", "Made with AI"]
    assert len(second.images) == 2


def test_the_parts_of_a_thread_are_copied_one_by_one(
    by_hand_page: QueuePage, made: Made, opened: list[str]
) -> None:
    post = made("One", "ثانيًا", "三", options=PostOptions())
    by_hand_page.open_item(post.id)
    by_hand_page.drawer.panel.send.click()

    (sentence,) = said(by_hand_page)
    assert sentence == "Press + there for each further part and paste it."
    assert parse_qs(urlsplit(opened[-1]).query) == {"text": ["One"]}
    for name, text in (("Copy part 2", "ثانيًا"), ("Copy part 3", "三")):
        button(by_hand_page, name).click()
        assert QGuiApplication.clipboard().text() == text


def test_the_pictures_of_a_later_part_are_in_the_folder_and_not_on_the_clipboard(
    by_hand_page: QueuePage, made: Made, shop: Shop, opened: list[str]
) -> None:
    QGuiApplication.clipboard().setText("mine")
    post = made("One", "Two", pictured=1, options=PostOptions())
    by_hand_page.open_item(post.id)
    by_hand_page.drawer.panel.send.click()

    folder = shop.paths.data / by_hand.FOLDER / post.id
    assert sorted(path.name for path in Path(folder).iterdir()) == ["2-1.png", "2-2.png"]
    assert QGuiApplication.clipboard().text() == "mine"
    assert opened[0].endswith(post.id)
    assert "begin with its number" in said(by_hand_page)[0]
    note = by_hand_page.drawer.panel.fate.clipboard
    assert note.said.text() == "The pictures are in a folder."
    assert not note.copy_pictures.isVisible()


def test_the_rest_of_a_thread_is_an_answer_to_what_is_there(shop: Shop, made: Made) -> None:
    post = made("One", "Two", "Three")
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE part SET x_post_id = '77' WHERE post_id = ? AND position = 0", (post.id,)
        )
    post = shop.outbox.get(post.id)

    query = parse_qs(urlsplit(by_hand.page_of(post)).query)

    assert query == {"in_reply_to": ["77"], "text": ["Two"]}
    sentences = [step.sentence for step in steps_of(post)]
    assert not any("poll" in one or "reply" in one for one in sentences)
    (parts,) = [step for step in steps_of(post) if step.copies]
    assert [one.text for one in parts.copies] == ["Three"]


def test_words_too_long_for_a_link_are_on_the_clipboard(
    by_hand_page: QueuePage, made: Made, opened: list[str]
) -> None:
    words = "The glaze, step by step. " * 200
    by_hand_page.open_item(made(words, options=PostOptions()).id)
    assert said(by_hand_page)[0].startswith("These words are too long")

    by_hand_page.drawer.panel.send.click()

    assert opened == ["https://x.com/intent/post"]
    assert QGuiApplication.clipboard().text() == words
    QGuiApplication.clipboard().clear()
    button(by_hand_page, "Copy the words").click()
    assert QGuiApplication.clipboard().text() == words


@pytest.mark.parametrize("text", ["茶" * 140, "ش" * 280, "🍵" * 140, "x" * 280])
def test_every_usual_post_goes_in_the_link(shop: Shop, made: Made, text: str) -> None:
    post = made(text, options=PostOptions())
    assert parse_qs(urlsplit(by_hand.page_of(post)).query) == {"text": [text]}


def test_the_row_that_needs_the_owner_opens_the_drawer_with_the_steps(
    by_hand_page: QueuePage, made: Made, shop: Shop, opened: list[str], clock: SteppedClock
) -> None:
    made("Which one?")
    clock.advance(3_600)
    shop.publisher.publish_due()
    by_hand_page.refresh()
    assert not by_hand_page.drawer.is_open
    (row,) = by_hand_page.band.rows

    row.answered.emit(row._post_id)

    assert by_hand_page.drawer.is_open
    assert len(said(by_hand_page)) == 4
    assert len(opened) == 1


def test_after_it_was_posted_nothing_is_left_to_do(
    by_hand_page: QueuePage, made: Made, shop: Shop, opened: list[str]
) -> None:
    post = made("One", "Two")
    by_hand_page.open_item(post.id)
    by_hand_page.drawer.panel.send.click()
    by_hand_page.drawer.panel.fate.yes.click()

    assert shop.outbox.get(post.id).state is State.SENT
    by_hand_page.open_item(post.id)
    assert said(by_hand_page) == []
