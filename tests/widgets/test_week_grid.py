from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from widgets.post_card import LEAST_HEIGHT, PostCard, PostValue, StateTone
from widgets.slot_button import SlotButton
from widgets.week_grid import GAP, DayValue, SlotValue, WeekGrid


def a_week() -> tuple[DayValue, ...]:
    days = [DayValue(f"Day {n}", f"Day {n} in full", nothing="Nothing planned") for n in range(7)]
    days[1] = DayValue(
        "Tue 24",
        "Tuesday, 24 November",
        entries=(
            PostValue("one", "09:00", "Celadon cups", spoken="Tuesday, 09:00, Celadon cups"),
            SlotValue("slot:7", "17:30", "Free: Tuesday, 17:30"),
        ),
        today=True,
    )
    days[4] = DayValue(
        "Fri 27",
        "Friday, 27 November",
        entries=(
            PostValue("two", "12:00", "أكواب جديدة", state="Needs you", tone=StateTone.TROUBLE),
        ),
    )
    return tuple(days)


@pytest.fixture
def grid(qtbot: QtBot, themed: object) -> WeekGrid:
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.resize(1200, 500)
    grid.set(a_week())
    grid.show()
    return grid


def test_a_click_opens_the_post_and_a_free_place_asks_for_its_time(
    grid: WeekGrid, qtbot: QtBot
) -> None:
    card, slot, _ = grid.buttons()
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert opened.args == ["one"]
    with qtbot.waitSignal(grid.slot_chosen) as chosen:
        qtbot.mouseClick(slot, Qt.MouseButton.LeftButton)
    assert chosen.args == ["slot:7"]


def test_every_button_says_what_it_is(grid: WeekGrid) -> None:
    assert [button.accessibleName() for button in grid.buttons()] == [
        "Tuesday, 09:00, Celadon cups",
        "Free: Tuesday, 17:30",
        "12:00 Needs you أكواب جديدة",
    ]


def test_cards_are_high_enough(grid: WeekGrid) -> None:
    cards = [button for button in grid.buttons() if isinstance(button, PostCard)]
    assert all(card.height() >= LEAST_HEIGHT for card in cards)


def test_columns_are_equally_wide(grid: WeekGrid, qtbot: QtBot) -> None:
    card, slot, other = grid.buttons()
    assert abs(card.width() - other.width()) <= 1
    assert card.width() == slot.width()


def test_arrows_go_along_a_day_and_across_days(grid: WeekGrid, qtbot: QtBot) -> None:
    card, slot, other = grid.buttons()
    card.setFocus()
    grid._move_focus(0, 1)
    assert slot.hasFocus()
    grid._move_focus(1, 0)
    assert other.hasFocus()
    grid._move_focus(-1, 0)
    assert card.hasFocus()


def test_focus_stays_on_the_same_post_when_the_week_is_read_again(grid: WeekGrid) -> None:
    grid.buttons()[2].setFocus()
    kept = grid.buttons()
    grid.set(a_week())
    assert grid.buttons() == kept
    days = list(a_week())
    there = next(n for n, day in enumerate(days) for each in day.entries if _is(each, "two"))
    days[there] = replace(days[there], spoken="Said anew")
    grid.set(tuple(days))
    assert grid.buttons()[:2] == kept[:2]
    assert grid.buttons()[2] is not kept[2]
    focused = [button for button in grid.buttons() if button.hasFocus()]
    assert [button.value.id for button in focused if isinstance(button, PostCard)] == ["two"]


def _is(entry: object, key: str) -> bool:
    return isinstance(entry, PostValue) and entry.id == key


def test_right_to_left_starts_at_the_right(grid: WeekGrid, qtbot: QtBot) -> None:
    card, _, other = grid.buttons()
    assert (
        card.mapTo(grid, card.rect().topLeft()).x() < other.mapTo(grid, other.rect().topLeft()).x()
    )
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(
        lambda: (
            card.mapTo(grid, card.rect().topLeft()).x()
            > other.mapTo(grid, other.rect().topLeft()).x()
        )
    )


def test_the_space_key_on_a_free_place_chooses_it(grid: WeekGrid, qtbot: QtBot) -> None:
    slot = next(button for button in grid.buttons() if isinstance(button, SlotButton))
    with qtbot.waitSignal(grid.slot_chosen):
        qtbot.keyClick(slot, Qt.Key.Key_Space)


def test_a_narrow_card_puts_its_picture_below_the_state(themed: object, qtbot: QtBot) -> None:
    from PySide6.QtGui import QImage

    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    card = PostCard(PostValue("a", "09:00", "Tea", state="Checking", picture=picture))
    qtbot.addWidget(card)
    assert card.heightForWidth(110) > card.heightForWidth(200)


def test_today_is_tinted_no_further_than_its_cards(grid: WeekGrid) -> None:
    grid.set(a_week())
    picture = grid.grab().toImage()
    today = grid._days[1]
    middle = today.mapTo(grid, today.rect().center()).x()
    last = today.buttons[-1]
    below = last.mapTo(grid, last.rect().bottomLeft()).y()
    edge = today.mapTo(grid, today.rect().topLeft()).x() + 1
    tint = picture.pixelColor(edge, below - 4)
    assert tint != picture.pixelColor(edge, picture.height() - 4)
    assert picture.pixelColor(middle, picture.height() - 4) == picture.pixelColor(
        middle, below + 2 * GAP
    )


def test_a_closed_day_is_hatched_and_says_so(grid: WeekGrid) -> None:
    def colours(day: int) -> int:
        picture = grid._days[day].grab().toImage()
        return len({picture.pixel(x, 60) for x in range(picture.width())})

    plain = colours(6)
    days = list(a_week())
    days[6] = DayValue("Sun 29", "Sunday, closed", closed=True, nothing="Closed")
    days[4] = replace(days[4], closed=True, nothing="Closed")
    grid.set(tuple(days))
    assert colours(6) > plain
    assert [label.text() for label in grid._days[6].findChildren(QLabel)] == ["Closed"]
    assert [label.text() for label in grid._days[4].findChildren(QLabel)] == ["Closed"]
    assert len(grid._days[4].buttons) == 1


def test_large_words_scroll_sideways_and_lose_no_day(
    grid: WeekGrid, themed: Theme, qtbot: QtBot
) -> None:
    assert not grid.horizontalScrollBar().isVisible()
    themed.choose_text(200)
    grid.resize(900, 500)
    qtbot.waitUntil(grid.horizontalScrollBar().isVisible)
    button = grid.buttons()[-1]
    grid._focus(button)
    assert button.visibleRegion().boundingRect().width() == button.width()
    themed.choose_text(100)


def test_a_time_is_never_cut_for_a_picture(themed: object, qtbot: QtBot) -> None:
    from PySide6.QtGui import QImage

    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    cards = [PostCard(PostValue("a", time, "Tea", picture=picture)) for time in ("9:00", "١٢:٣٠ م")]
    for card in cards:
        qtbot.addWidget(card)
        plain = PostCard(PostValue("a", card.value.time, "Tea"))
        qtbot.addWidget(plain)
        assert card.heightForWidth(96) >= plain.heightForWidth(96) + 48
        assert card.heightForWidth(240) < plain.heightForWidth(240) + 48


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_does_what_space_does(grid: WeekGrid, qtbot: QtBot, key: Qt.Key) -> None:
    card, slot, _ = grid.buttons()
    card.setFocus()
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(card, key)
    assert opened.args == ["one"]
    slot.setFocus()
    with qtbot.waitSignal(grid.slot_chosen) as chosen:
        qtbot.keyClick(slot, key)
    assert chosen.args == ["slot:7"]


def test_what_lies_open_is_outlined_and_brought_into_view(grid: WeekGrid, qtbot: QtBot) -> None:
    days = list(a_week())
    days[3] = replace(
        days[3], entries=tuple(PostValue(f"p{n}", f"{n + 8}:00", "Cups") for n in range(12))
    )
    grid.set(tuple(days))
    last = next(b for b in grid.buttons() if isinstance(b, PostCard) and b.value.id == "p11")
    assert last.visibleRegion().isEmpty()
    grid.choose("p11")
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    assert last.is_chosen
    days[3] = replace(days[3], head="Another")
    grid.set(tuple(days))
    (chosen,) = [b for b in grid.buttons() if isinstance(b, PostCard) and b.is_chosen]
    assert chosen.value.id == "p11"
    grid.choose("")
    assert not chosen.is_chosen
