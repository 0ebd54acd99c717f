from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import from_wall
from services.errors import StorageProblem, StorageTrouble
from services.publishing.post_options import PostKind
from services.publishing.posts import Post
from services.shop import Shop
from services.text.fill_ins import read
from services.text.measure import parse
from ui.compose.asks import begun_of, slot_key
from ui.queue.fill_popover import FillPopover
from ui.queue.queue_page import QueuePage
from ui.queue.starters import starter

Queued = Callable[..., Post]
SUNDAY = from_wall("2026-11-22T10:00", "Europe/Helsinki")


@pytest.fixture
def for_sunday(
    page: QueuePage, queued: Queued, shop: Shop, account: Account
) -> Iterator[FillPopover]:
    """The offer for the first free day."""
    shop.slots.save(account.id, ((5, "11:00"), (6, "10:00"), (6, "12:00")))
    queued("Tomorrow", "2026-11-21T11:00")
    page.refresh()
    assert page.header.rhythm.text() == "1 post planned · nothing planned Sunday"
    page.header.fill.click()
    popover = page.filling.popover
    assert popover is not None
    yield popover
    popover.hide()


def test_a_picture_not_shown_lately_begins_a_draft_for_that_day(
    page: QueuePage, for_sunday: FillPopover, shop: Shop, account: Account, qtbot: QtBot
) -> None:
    assert for_sunday.isVisible()
    assert for_sunday.accessibleName() == "For Sunday"
    words = [each.text() for each in for_sunday.buttons]
    assert words[0] == "A picture not shown lately: Moss teapot"
    assert words[-1] == "An empty sheet"
    assert len(words) <= 4
    with qtbot.waitSignal(page.go) as go:
        for_sunday.buttons[0].click()
    tab, key = go.args
    begun = begun_of(key)
    assert tab == "compose"
    assert begun is not None
    assert begun.due_at == SUNDAY
    (draft,) = shop.drafts.all(account.id)
    assert draft.id == begun.post_id
    assert draft.pictures == (shop.products.all(account.id)[0].picture,)
    assert not for_sunday.isVisible()


def test_an_empty_sheet_is_always_there(
    page: QueuePage, for_sunday: FillPopover, shop: Shop, account: Account, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.go) as go:
        for_sunday.buttons[-1].click()
    assert go.args == ["compose", slot_key(SUNDAY)]
    assert shop.drafts.all(account.id) == ()


def test_the_keys_walk_through_the_offer(for_sunday: FillPopover, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() in (None, for_sunday.buttons[0])
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in for_sunday.buttons)
    qtbot.keyClick(for_sunday.buttons[0], Qt.Key.Key_Escape)
    assert not for_sunday.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_takes_the_row_in_focus(
    page: QueuePage, for_sunday: FillPopover, qtbot: QtBot, key: Qt.Key
) -> None:
    first, *_, last = for_sunday.buttons
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert for_sunday.focusWidget() is last
    with qtbot.waitSignal(page.go) as go:
        qtbot.keyClick(last, key)
    assert go.args == ["compose", slot_key(SUNDAY)]
    assert not for_sunday.isVisible()


def test_the_arrows_go_round(for_sunday: FillPopover, qtbot: QtBot) -> None:
    buttons = for_sunday.buttons
    buttons[0].setFocus()
    for each in (*buttons[1:], buttons[0]):
        focused = for_sunday.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Down)
        assert for_sunday.focusWidget() is each
    qtbot.keyClick(buttons[0], Qt.Key.Key_End)
    assert for_sunday.focusWidget() is buttons[-1]
    qtbot.keyClick(buttons[-1], Qt.Key.Key_Home)
    assert for_sunday.focusWidget() is buttons[0]


def test_each_kind_has_a_sentence_to_begin_with() -> None:
    said = {kind: starter(kind) for kind in PostKind}
    assert said.pop(PostKind.GUESSED) == ""
    assert len(set(said.values())) == len(said)
    for words in said.values():
        found = read(words)
        assert found.fill_ins
        assert not found.broken
        assert parse(words).valid
    assert said[PostKind.ASK].endswith("?")


def test_a_lesson_begins_a_thread(
    page: QueuePage, for_sunday: FillPopover, shop: Shop, account: Account, qtbot: QtBot
) -> None:
    assert for_sunday.buttons[1].text().startswith("Teach in a thread: ")
    with qtbot.waitSignal(page.go):
        for_sunday.buttons[1].click()
    (draft,) = shop.drafts.all(account.id)
    assert len(draft.parts) >= 4
    assert any("{product}" in part.text for part in draft.parts)
    assert draft.options.kind is PostKind.HELP


def test_a_kind_that_is_short_is_offered(
    page: QueuePage, queued: Queued, shop: Shop, account: Account, qtbot: QtBot
) -> None:
    for number in range(8):
        queued(f"Cups for sale, $24, number {number}", f"2026-11-{11 + number}T09:00", state="sent")
    page.refresh()
    page.header.fill.click()
    popover = page.filling.popover
    assert popover is not None
    assert popover.buttons[0].text() == "Something that helps: few of your last posts do"
    with qtbot.waitSignal(page.go) as go:
        popover.buttons[0].click()
    begun = begun_of(go.args[1])
    assert begun is not None
    draft = shop.drafts.get(begun.post_id)
    assert draft.options.kind is PostKind.HELP
    assert draft.text == starter(PostKind.HELP)


def test_when_nothing_can_be_read_the_empty_sheet_opens(
    page: QueuePage, queued: Queued, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageTrouble(StorageProblem.DAMAGED, shop.paths.data)

    monkeypatch.setattr(type(shop.fill), "ideas", fail)
    queued("Tomorrow", "2026-11-21T11:00")
    page.refresh()
    with qtbot.waitSignal(page.go) as go:
        page.header.fill.click()
    assert go.args[1].startswith("slot:")


def test_another_week_asks_nothing(page: QueuePage, queued: Queued) -> None:
    queued("Tomorrow", "2026-11-21T11:00")
    page.refresh()
    assert page.header.fill.isVisible()
    page.header.onward.click()
    assert not page.header.fill.isVisible()
    assert page.header.rhythm.text() == "1 post planned"


def test_a_day_of_the_week_after_has_its_date(
    page: QueuePage, queued: Queued, shop: Shop, account: Account
) -> None:
    """A shop that posts on Fridays."""
    shop.slots.save(account.id, ((4, "10:00"),))
    queued("Next Friday", "2026-11-27T12:00")
    page.refresh()
    assert page.header.rhythm.text() == "1 post planned"
    page.setLocale(QLocale("ar_EG"))
    shop.slots.save(account.id, ((3, "10:00"), (4, "10:00")))
    page.refresh()
    assert page.filling.day == "الخميس"


def test_a_picture_that_is_read_late_still_comes(
    page: QueuePage, for_sunday: FillPopover, themed: object
) -> None:
    before = for_sunday.buttons[0].icon().cacheKey()
    picture = page._shop.fill.picture(page._account.id)
    assert picture is not None
    page._thumbs.came.emit(picture.picture)
    assert for_sunday.buttons[0].icon().cacheKey() != before
