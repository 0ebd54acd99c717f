"""Closed days on the Shop tab: closing, opening again, holidays, and what it does to the queue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from services.clock import from_wall
from services.my_shop.closed_days import Closure
from services.my_shop.profiles import DayHours
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.shop import Shop
from tests.ui.shop.reading import own
from ui.page import Undo
from ui.shop.shop_page import ShopPage

MONDAY = date(2026, 11, 23)
WALL = "2026-11-23T09:00"


def _plain(text: str) -> str:
    """Without the signs that keep names apart."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u202f", " ")


@pytest.fixture
def planned(shop: Shop, page: ShopPage) -> Post:
    """A post for Monday at nine, in Madrid."""
    draft = shop.drafts.new(own(shop))
    shop.drafts.save(draft.id, parts=(DraftPart("Fresh from the kiln"),))
    zone = "Europe/Madrid"
    return shop.outbox.enqueue(draft.id, due_at=from_wall(WALL, zone), due_wall=WALL, due_zone=zone)


def _close(page: ShopPage, first: date, last: date, name: str, qtbot: QtBot) -> None:
    part = page.closed_days
    qtbot.mouseClick(part.close_some, Qt.MouseButton.LeftButton)
    part.form.first.setDate(QDate(first.year, first.month, first.day))
    part.form.last.setDate(QDate(last.year, last.month, last.day))
    part.form.name.setText(name)
    qtbot.mouseClick(part.form.close_days, Qt.MouseButton.LeftButton)


def _choose_country(page: ShopPage, code: str) -> None:
    page.who.country.setCurrentIndex(page.who.country.findData(code))
    page.who.country.activated.emit(page.who.country.currentIndex())
    page.save_now()


@pytest.mark.parametrize("name", ["", "Feria 🎪", "تعطیلات نوروز", "正月休み"])
def test_closing_days_moves_what_was_planned(
    page: ShopPage, shop: Shop, planned: Post, qtbot: QtBot, name: str
) -> None:
    changed: list[None] = []
    page.changed.connect(lambda: changed.append(None))
    _close(page, MONDAY, MONDAY, name, qtbot)
    assert shop.closed_days.closures(own(shop), MONDAY) == (Closure(MONDAY, MONDAY, name),)
    assert shop.outbox.get(planned.id).due_wall == "2026-11-24T09:00"
    assert [line[1] for line in page.closed_days.closures.words()] == [name]
    assert _plain(page.closed_days.moved.says()) == (
        "1 post has another time now.\nFresh from the kiln: Tuesday, November 24, 9:00 AM"
    )
    assert not page.closed_days.form.isVisible()
    assert changed


def test_closing_can_be_undone_and_what_moved_is_shown(
    page: ShopPage, shop: Shop, planned: Post, qtbot: QtBot
) -> None:
    offered: list[Undo] = []
    page.undo_offered.connect(offered.append)
    _close(page, MONDAY, MONDAY, "Feria", qtbot)
    assert offered[0].sentence == "Closed on these days"
    with qtbot.waitSignal(page.go) as go:
        qtbot.mouseClick(page.closed_days.moved.show_them, Qt.MouseButton.LeftButton)
    assert go.args == ["queue", planned.id]
    offered[0].undo()
    assert shop.closed_days.closures(own(shop), MONDAY) == ()
    assert shop.outbox.get(planned.id).due_wall == WALL
    assert page.closed_days.closures.words() == []


def test_undo_leaves_closed_what_was_closed_before(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    offered: list[Undo] = []
    page.undo_offered.connect(offered.append)
    first = Closure(MONDAY, date(2026, 11, 25), "Feria")
    _close(page, first.first, first.last, first.name, qtbot)
    _close(page, date(2026, 11, 25), date(2026, 11, 30), "休み", qtbot)
    assert len(shop.closed_days.closures(own(shop), MONDAY)) == 2
    offered[-1].undo()
    assert shop.closed_days.closures(own(shop), MONDAY) == (first,)


def test_of_many_that_moved_the_first_are_named(
    page: ShopPage, shop: Shop, planned: Post, qtbot: QtBot
) -> None:
    for hour, text in ((10, "新作のカップ"), (11, "فنجان جدید"), (12, "🎪 " * 40), (13, "Tea")):
        draft = shop.drafts.new(own(shop))
        shop.drafts.save(draft.id, parts=(DraftPart(text),))
        wall = f"2026-11-23T{hour}:00"
        due_at = from_wall(wall, "Europe/Madrid")
        shop.outbox.enqueue(draft.id, due_at=due_at, due_wall=wall, due_zone="Europe/Madrid")
    _close(page, MONDAY, MONDAY, "", qtbot)
    lines = _plain(page.closed_days.moved.says()).split("\n")
    assert len(lines) == 5
    assert lines[0] == "5 posts have another time now."
    assert lines[1].startswith("Fresh from the kiln: Tuesday")
    assert lines[4] == "and 2 more"


def test_a_weekday_that_is_closed_moves_its_posts_at_once(
    page: ShopPage, shop: Shop, planned: Post
) -> None:
    hours = list(shop.profiles.get(own(shop)).hours)
    hours[0] = DayHours(0)
    page.hours.set_hours(hours)
    page.hours.changed.emit()
    page.save_now()
    assert shop.outbox.get(planned.id).due_wall == "2026-11-24T09:00"
    assert page.closed_days.moved.isVisible()


def test_removing_a_closure_can_be_undone(
    page: ShopPage, shop: Shop, planned: Post, qtbot: QtBot
) -> None:
    offered: list[Undo] = []
    page.undo_offered.connect(offered.append)
    _close(page, MONDAY, date(2026, 11, 25), "Feria", qtbot)
    qtbot.mouseClick(page.closed_days.closures.buttons[0], Qt.MouseButton.LeftButton)
    assert shop.closed_days.closures(own(shop), MONDAY) == ()
    assert shop.outbox.get(planned.id).due_wall == WALL
    assert page.closed_days.closures.words() == []
    offered[-1].undo()
    assert page.closed_days.closures.words()[0][:2] == ("Nov 23 – Nov 25", "Feria")
    assert shop.outbox.get(planned.id).due_wall == "2026-11-26T09:00"


def test_days_that_end_before_they_begin_are_not_closed(page: ShopPage, qtbot: QtBot) -> None:
    form = page.closed_days.form
    qtbot.mouseClick(page.closed_days.close_some, Qt.MouseButton.LeftButton)
    form.first.setDate(QDate(2026, 12, 10))
    assert form.last.day() == date(2026, 12, 10)
    form.last.setDate(QDate(2026, 12, 9))
    assert not form.close_days.isEnabled()
    assert form._note.text() == "The last day is before the first."
    form.last.setDate(QDate(2027, 12, 11))
    assert form._note.text() == "At most a year at once."
    qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
    assert page.closed_days.close_some.isVisible()


def test_public_holidays_of_the_shops_country(page: ShopPage, shop: Shop, qtbot: QtBot) -> None:
    part = page.closed_days
    part.keeps.setChecked(True)
    qtbot.waitUntil(lambda: "country above" in part._note.text())
    assert not part.region.isVisible()
    _choose_country(page, "ES")
    assert [line[1] for line in part.holidays.words()] == [
        "Immaculate Conception",
        "Christmas Day",
        "New Year's Day",
    ]
    assert part.region.isVisible()
    assert shop.profiles.get(own(shop)).keeps_holidays


def test_a_region_is_kept_and_goes_with_its_country(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    part = page.closed_days
    _choose_country(page, "ES")
    part.keeps.setChecked(True)
    qtbot.waitUntil(lambda: part.region.count() > 1)
    part.region.setCurrentIndex(part.region.findData("CT"))
    part.region.activated.emit(part.region.currentIndex())
    qtbot.waitUntil(lambda: shop.profiles.get(own(shop)).region == "CT")
    assert "Saint Stephen's Day" in [line[1] for line in part.holidays.words()]
    _choose_country(page, "JP")
    assert shop.profiles.get(own(shop)).region == ""
    assert not part.region.isVisible()


def test_a_holiday_can_be_kept_open_and_closed_again(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    part = page.closed_days
    _choose_country(page, "JP")
    part.keeps.setChecked(True)
    qtbot.waitUntil(lambda: len(part.holidays.buttons) == 3)
    labour = MONDAY
    assert shop.closed_days.is_paused(own(shop), labour)
    qtbot.mouseClick(part.holidays.buttons[0], Qt.MouseButton.LeftButton)
    assert not shop.closed_days.is_paused(own(shop), labour)
    assert part.holidays.words()[0][2] == "Close"
    assert part.holidays.words()[0][1].endswith(" · open")
    qtbot.mouseClick(part.holidays.buttons[0], Qt.MouseButton.LeftButton)
    assert shop.closed_days.is_paused(own(shop), labour)


def test_an_unknown_country_says_so(page: ShopPage, qtbot: QtBot) -> None:
    part = page.closed_days
    _choose_country(page, "DG")
    part.keeps.setChecked(True)
    qtbot.waitUntil(lambda: bool(part._note.text()))
    assert part._note.text().startswith("The holidays of this country are not known")
    assert part.holidays.words() == []


def test_every_control_has_a_name(
    page: ShopPage, shop: Shop, qtbot: QtBot, inline_tasks: Any
) -> None:
    part = page.closed_days
    _choose_country(page, "ES")
    part.keeps.setChecked(True)
    _close(page, MONDAY, MONDAY, "Feria", qtbot)
    qtbot.waitUntil(lambda: len(part.holidays.buttons) == 3)
    assert part.closures.buttons[0].accessibleName() == "Open again: Mon Nov 23"
    assert part.holidays.buttons[0].accessibleName().startswith("Keep open on ")
    assert part.region.accessibleName() == "Region"
