"""A thread by hand, part by part, and the links the owner gives, at once or later."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtGui import QGuiApplication

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import THREAD_BY_PART
from services.shop import Shop
from ui.queue import by_hand, hand_actions
from ui.queue.page_steps_form import AT_ONCE, BY_PART
from ui.queue.queue_page import QueuePage

LINK = "https://x.com/tea/status/186000000000000000"
THREAD = ("واحد & 100% 🍵", "二つ目\nline", "Three + four")


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
def made(shop: Shop, account: Account, clock: SteppedClock) -> Callable[..., Post]:
    def make(*texts: str) -> Post:
        draft = shop.drafts.new(account.id)
        shop.drafts.save(draft.id, parts=tuple(map(DraftPart, texts)))
        return shop.outbox.enqueue(draft.id, due_at=clock.now() + 60)

    return make


@pytest.fixture
def thread(hand_page: QueuePage, made: Callable[..., Post]) -> Post:
    """It lies open in the drawer."""
    post = made(*THREAD)
    hand_page.open_item(post.id)
    return post


def asked_of(link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link).query)


def test_each_part_opens_as_an_answer_to_the_one_before(
    hand_page: QueuePage, thread: Post, shop: Shop, opened: list[str]
) -> None:
    panel = hand_page.drawer.panel
    assert panel.page_steps.road.choice == AT_ONCE
    panel.page_steps.road_chosen.emit(BY_PART)
    assert shop.settings.get(THREAD_BY_PART)
    assert panel.page_steps.says() == ()
    panel.send.click()
    assert panel.says() == "Part 1 of 3: did you post it on X?"
    for number in (1, 2, 3):
        last = number == 3
        assert panel.fate.yes.text() == ("Posted" if last else f"Posted, open part {number + 1}")
        panel.fate.link.setText(f"{LINK}{number}")
        panel.fate.yes.click()
    assert [asked_of(link) for link in opened] == [
        {"text": [THREAD[0]]},
        {"in_reply_to": ["1860000000000000001"], "text": [THREAD[1]]},
        {"in_reply_to": ["1860000000000000002"], "text": [THREAD[2]]},
    ]
    post = shop.outbox.get(thread.id)
    assert (post.state, len(post.x_ids)) == (State.SENT, 3)


def test_without_a_link_it_is_said_first_and_the_next_is_no_answer(
    hand_page: QueuePage, thread: Post, shop: Shop, opened: list[str]
) -> None:
    panel = hand_page.drawer.panel
    panel.page_steps.road_chosen.emit(BY_PART)
    panel.send.click()
    panel.fate.yes.click()
    assert panel.fate.field.note.isVisible()
    assert panel.fate.look_for_it.isVisible()
    assert not shop.outbox.get(thread.id).is_begun
    panel.fate.look_for_it.click()
    assert opened[-1] == "https://x.com/tea"
    panel.fate.yes.click()
    post = shop.outbox.get(thread.id)
    assert [part.text for part in post.left] == list(THREAD[1:])
    assert opened[-1] == "https://x.com/tea"
    assert QGuiApplication.clipboard().text() == THREAD[1]
    assert "The link of part 1 is not known" in panel.page_steps.says()[0]


def test_half_of_it_is_told_and_its_next_part_can_be_written_anew(
    hand_page: QueuePage, thread: Post, shop: Shop, opened: list[str]
) -> None:
    panel = hand_page.drawer.panel
    panel.page_steps.road_chosen.emit(BY_PART)
    panel.send.click()
    panel.fate.link.setText(f"{LINK}1")
    panel.fate.yes.click()
    panel.fate.no.click()
    (row,) = hand_page.band.rows
    assert row.sentence.text() == "1 of 3 parts are posted. The next one waits."
    assert [button.text() for button in row.buttons] == ["Open part 2"]  # type: ignore[attr-defined]  # buttons
    assert panel.rest.isVisible()
    assert not panel.rest.send.isVisible()
    panel.rest.edit.setPlainText("Another second")
    panel.send.click()
    assert asked_of(opened[-1])["text"] == ["Another second"]
    assert shop.outbox.get(thread.id).parts[1].text == "Another second"


def test_a_link_that_was_missing_joins_the_rest_to_its_thread(
    hand_page: QueuePage, thread: Post, shop: Shop, opened: list[str]
) -> None:
    panel = hand_page.drawer.panel
    panel.page_steps.road_chosen.emit(BY_PART)
    panel.send.click()
    panel.fate.yes.click()
    panel.fate.yes.click()
    panel.fate.no.click()
    panel.sent_link.open.click()
    panel.sent_link.link.edit.setText(f"{LINK}1")
    panel.sent_link.save.click()
    assert shop.outbox.get(thread.id).parts[0].x_post_id == "1860000000000000001"
    panel.send.click()
    assert asked_of(opened[-1])["in_reply_to"] == ["1860000000000000001"]


def test_all_at_once_one_answer_counts_for_all(
    hand_page: QueuePage, thread: Post, shop: Shop, opened: list[str]
) -> None:
    panel = hand_page.drawer.panel
    panel.send.click()
    assert panel.says() == "Did you post all 3 parts on X?"
    panel.fate.link.setText(f"{LINK}1")
    panel.fate.yes.click()
    post = shop.outbox.get(thread.id)
    assert (post.state, post.left, len(post.x_ids)) == (State.SENT, (), 1)


def test_in_the_band_a_thread_is_answered_in_the_drawer(
    hand_page: QueuePage, thread: Post, shop: Shop
) -> None:
    hand_page.drawer.panel.send.click()
    hand_page.drawer.close_drawer()
    (row,) = hand_page.band.rows
    row.buttons[0].click()  # type: ignore[attr-defined]  # a button
    assert hand_page.drawer.is_open
    assert shop.outbox.get(thread.id).state is State.NEEDS_YOU


def test_a_link_of_somebody_else_is_questioned_once(
    hand_page: QueuePage, made: Callable[..., Post], shop: Shop
) -> None:
    post = made("Tea")
    hand_page.open_item(post.id)
    panel = hand_page.drawer.panel
    panel.send.click()
    panel.fate.link.setText("https://x.com/other/status/186")
    panel.fate.yes.click()
    assert "@other" in panel.fate.field.note.text()
    assert shop.outbox.get(post.id).state is State.NEEDS_YOU
    panel.fate.yes.click()
    assert shop.outbox.get(post.id).x_ids == ("186",)


def test_a_link_that_another_post_has_is_not_taken(
    hand_page: QueuePage, made: Callable[..., Post], shop: Shop
) -> None:
    first, second = made("Tea"), made("茶")
    shop.outbox.mark_posted_by_hand(first.id, f"{LINK}1")
    hand_page.open_item(second.id)
    panel = hand_page.drawer.panel
    panel.send.click()
    panel.fate.link.setText(f"{LINK}1")
    panel.fate.yes.click()
    assert "Another post here has this link" in panel.fate.field.note.text()
    assert shop.outbox.get(second.id).state is State.NEEDS_YOU


def test_a_copied_link_is_offered_when_the_owner_comes_back(
    hand_page: QueuePage, made: Callable[..., Post]
) -> None:
    hand_page.open_item(made("Tea").id)
    panel = hand_page.drawer.panel
    panel.send.click()
    field = panel.fate.field
    assert not field.offer.isVisible()
    QGuiApplication.clipboard().setText("no link at all")
    assert not field.offer.isVisible()
    QGuiApplication.clipboard().setText(f"look: {LINK}7?s=20")
    assert field.offer.isVisible()
    field.offer.click()
    assert field.link() is not None
    assert not field.offer.isVisible()


def test_after_posted_a_link_is_added_and_mended(
    hand_page: QueuePage, made: Callable[..., Post], shop: Shop
) -> None:
    post = made("Tea")
    shop.outbox.mark_posted_by_hand(post.id)
    hand_page.open_item(post.id)
    form = hand_page.drawer.panel.sent_link
    assert form.open.text() == "Add its link"
    form.open.click()
    form.save.click()
    assert shop.outbox.get(post.id).x_ids == ()
    form.link.edit.setText(f"{LINK}1")
    form.save.click()
    assert shop.outbox.get(post.id).x_ids == ("1860000000000000001",)
    assert form.open.text() == "Change its link"
    form.open.click()
    form.link.edit.setText(f"{LINK}2")
    form.save.click()
    assert shop.outbox.get(post.id).x_ids == ("1860000000000000002",)


def test_one_picture_is_on_the_clipboard_as_a_picture_and_a_file(
    hand_page: QueuePage, shop: Shop, account: Account, clock: SteppedClock
) -> None:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (8, 6), "#335577").save(out, "PNG")
    picture = shop.pictures.add_known(
        out.getvalue(), name="a.png", mime="image/png", width=8, height=6
    )
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("Cup", ((picture.hash, "A cup"),)),))
    shop.outbox.enqueue(draft.id, due_at=clock.now() + 60)
    hand_page.open_item(draft.id)
    hand_page.drawer.panel.send.click()
    data = QGuiApplication.clipboard().mimeData()
    assert len(data.urls()) == 1
    assert data.hasImage()
    assert QGuiApplication.clipboard().image().size().width() == 8
    QGuiApplication.clipboard().clear()
