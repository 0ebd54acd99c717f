"""A thread that X refused half-way: its next part is changed in the drawer, and the rest goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from services.x_api.practice import Sort, Trouble, inspection
from ui.queue.queue_page import QueuePage
from ui.theme import Theme
from ui.tour.faults import clipped

Stopped = Callable[..., Post]


@pytest.fixture
def stopped(shop: Shop, account: Account, clock: SteppedClock) -> Stopped:
    """The first of three parts is on X; the second was refused."""

    def make(refusal: str = "invalid", *, pictured: bool = False) -> Post:
        from io import BytesIO

        from PIL import Image

        out = BytesIO()
        Image.new("RGB", (8, 6), "#335577").save(out, "PNG")
        picture = shop.pictures.add_known(
            out.getvalue(), name="a.png", mime="image/png", width=8, height=6
        )
        pictures = ((picture.hash, ""),) if pictured else ()
        draft = shop.drafts.new(account.id)
        parts = (DraftPart("One"), DraftPart("الثاني", pictures), DraftPart("三"))
        shop.drafts.save(draft.id, parts=parts)
        shop.outbox.enqueue(draft.id, due_at=clock.now())
        x = shop.clients.practice_x()
        for sort, name in ((Sort.LATE, ""), (Sort.REFUSE, refusal)):
            x.script(Trouble(sort=sort, method="POST", path="/2/tweets", name=name))
        shop.publisher.publish_due(account_id=account.id)
        post = shop.outbox.get(draft.id)
        assert (post.state, len(post.x_ids)) == (State.NEEDS_YOU, 1)
        return post

    return make


def on_x(shop: Shop) -> list[str]:
    held = inspection.own_posts(shop.clients.practice_x().state)[:3]
    return [post.text for post in reversed(held)]


def go_on(shop: Shop, clock: SteppedClock) -> None:
    clock.advance(60)
    shop.publisher.publish_due()


def test_edit_leads_to_the_part_and_the_rest_goes_out(
    page: QueuePage, stopped: Stopped, shop: Shop, clock: SteppedClock
) -> None:
    post = stopped()
    page.refresh()
    (row,) = page.band.rows
    row.answered.emit(row._post_id)
    form = page.drawer.panel.rest
    assert page.drawer.is_open
    assert form.isVisible()
    assert "Change part 2 of 3" in form._said.text()
    assert form.edit.text() == "الثاني"
    assert form.edit.accessibleName() == "Words of part 2"
    assert form.send.text() == "Send the rest (sample)"

    form.edit.setPlainText("In other words")
    form.send.click()

    assert shop.outbox.get(post.id).state is State.QUEUED
    assert not form.isVisible()
    go_on(shop, clock)
    assert shop.outbox.get(post.id).state is State.SENT
    assert on_x(shop) == ["One", "In other words", "三"]


def test_words_are_kept_as_they_are_written(
    page: QueuePage, stopped: Stopped, shop: Shop, qtbot: QtBot
) -> None:
    post = stopped()
    page.open_item(post.id)
    form = page.drawer.panel.rest
    with qtbot.waitSignal(form.written):
        form.edit.setPlainText("Half a senten")
    assert [part.text for part in shop.outbox.get(post.id).parts] == ["One", "Half a senten", "三"]
    cursor = form.edit.textCursor()
    cursor.setPosition(4)
    form.edit.setTextCursor(cursor)
    page.refresh()
    assert form.edit.textCursor().position() == 4


def test_words_not_kept_yet_are_kept_when_another_post_is_opened(
    page: QueuePage, stopped: Stopped, shop: Shop, queued: Callable[..., Post]
) -> None:
    post = stopped()
    other = queued("Another", "2026-11-21T09:00")
    page.open_item(post.id)
    page.drawer.panel.rest.edit.setPlainText("Typed at the last moment")
    page.open_item(other.id)
    assert not page.drawer.panel.rest.isVisible()
    assert shop.outbox.get(post.id).parts[1].text == "Typed at the last moment"
    assert shop.outbox.get(other.id).text == "Another"


def test_a_part_without_the_picture_that_x_refused(
    page: QueuePage, stopped: Stopped, shop: Shop, clock: SteppedClock
) -> None:
    post = stopped("invalid", pictured=True)
    page.open_item(post.id)
    form = page.drawer.panel.rest
    form.edit.setPlainText("")
    assert form.send.isEnabled()
    form.pictures.setChecked(False)
    assert not form.send.isEnabled()
    form.edit.setPlainText("Words alone")
    form.send.click()
    go_on(shop, clock)
    assert shop.outbox.get(post.id).pictures == ()
    assert on_x(shop) == ["One", "Words alone", "三"]


def test_what_is_too_long_cannot_go(page: QueuePage, stopped: Stopped) -> None:
    page.open_item(stopped().id)
    form = page.drawer.panel.rest
    form.edit.setPlainText("茶" * 141)
    assert not form.send.isEnabled()
    assert form.ring.left() == -2


def test_a_post_that_is_whole_has_no_such_form(
    page: QueuePage, queued: Callable[..., Post]
) -> None:
    post = queued("Tea", "2026-11-20T09:00", state="needs_you", reason="Rejected", detail="invalid")
    page.open_item(post.id)
    assert not page.drawer.panel.rest.isVisible()
    assert page.drawer.panel.edit.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_it_is_cut(
    page: QueuePage, stopped: Stopped, themed: Theme, percent: int, qtbot: QtBot
) -> None:
    page.open_item(stopped(pictured=True).id)
    themed.choose_text(percent)
    qtbot.wait(0)
    assert list(clipped(page.drawer.panel.rest)) == []
    themed.choose_text(100)
