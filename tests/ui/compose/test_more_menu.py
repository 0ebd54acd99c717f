from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from services.publishing.post_options import PLAIN, PostOptions, WhoCanReply
from ui.compose.more_menu import CampaignName, MoreMenu, MoreState
from ui.compose.option_chips import OptionChips
from ui.theme import Theme
from widgets.post_direction import Direction

CAMPAIGNS = (CampaignName("c1", "Autumn 🍂"), CampaignName("c2", "نوروز"))


@pytest.fixture
def anchor(qtbot: QtBot, themed: Theme) -> Iterator[QWidget]:
    room = QWidget()
    qtbot.addWidget(room)
    room.setGeometry(0, 0, 760, 640)
    made = QPushButton("More", room)
    made.move(300, 560)
    with qtbot.waitExposed(room):
        room.show()
    yield made
    room.hide()


@pytest.fixture
def menu(qtbot: QtBot, anchor: QWidget) -> Iterator[MoreMenu]:
    made = MoreMenu(anchor.window())
    made.offer(anchor, MoreState(parts=3, campaigns=CAMPAIGNS))
    yield made
    made.hide()


def test_who_can_reply_opens_in_place_and_closes_with_the_choice(menu: MoreMenu) -> None:
    heard: list[PostOptions] = []
    menu.options_chosen.connect(heard.append)
    assert menu.who.head.value() == "Everyone"
    menu.who.head.click()
    menu.who.row("mentioned").click()
    assert heard == [PostOptions(who_can_reply=WhoCanReply.MENTIONED)]
    assert menu.who.head.value() == "Only people you mention"
    assert not menu.who.head.is_open
    assert menu.isVisible()


def test_choices_add_up(menu: MoreMenu) -> None:
    heard: list[PostOptions] = []
    menu.options_chosen.connect(heard.append)
    menu.paid.switch.click()
    menu.ai.switch.click()
    menu.marks.switch.click()
    menu.campaign.head.click()
    menu.campaign.row("c2").click()
    assert heard[-1] == PostOptions(
        paid_partnership=True, made_with_ai=True, link_marks=False, campaign_id="c2"
    )
    menu.campaign.row("").click()
    assert heard[-1].campaign_id is None


def test_showing_another_post_says_nothing(menu: MoreMenu, anchor: QWidget) -> None:
    heard: list[object] = []
    for signal in (menu.options_chosen, menu.direction_chosen, menu.numbering_asked):
        signal.connect(heard.append)
    options = PostOptions(who_can_reply=WhoCanReply.VERIFIED, made_with_ai=True)
    menu.offer(anchor, MoreState(options=options, direction=Direction.RTL, numbered=True))
    assert heard == []
    assert menu.ai.switch.isChecked()
    assert menu.who.head.value() == "Verified accounts"
    assert menu.direction.choice == "RTL"
    # One part, and no campaign that runs.
    assert menu.numbers.isHidden()
    assert menu.campaign.isHidden()


def test_the_direction_and_the_numbers_are_asked_for(menu: MoreMenu) -> None:
    ways: list[Direction] = []
    numbers: list[bool] = []
    menu.direction_chosen.connect(ways.append)
    menu.numbering_asked.connect(numbers.append)
    menu.direction.button("RTL").click()
    menu.direction.button("AUTO").click()
    menu.numbers.switch.click()
    menu.numbers.switch.click()
    assert ways == [Direction.RTL, Direction.AUTO]
    assert numbers == [True, False]


@pytest.mark.parametrize("name", ["snippets", "templates", "versions", "giveaway"])
def test_a_tool_closes_the_menu_and_is_asked_for(qtbot: QtBot, menu: MoreMenu, name: str) -> None:
    with qtbot.waitSignal(getattr(menu, f"{name}_asked")):
        getattr(menu, name).click()
    assert not menu.isVisible()


def test_arrows_go_round_and_enter_presses(qtbot: QtBot, menu: MoreMenu) -> None:
    assert menu.focusWidget() is menu.who.head
    QTest.keyClick(menu.who.head, Qt.Key.Key_Up)
    assert menu.focusWidget() is menu.giveaway
    QTest.keyClick(menu.giveaway, Qt.Key.Key_Down)
    assert menu.focusWidget() is menu.who.head
    QTest.keyClick(menu.who.head, Qt.Key.Key_Return)
    assert menu.who.head.is_open
    QTest.keyClick(menu.who.head, Qt.Key.Key_Down)
    assert menu.focusWidget() is menu.who.row("everyone")
    QTest.keyClick(menu.who.row("everyone"), Qt.Key.Key_End)
    assert menu.focusWidget() is menu.giveaway


def test_escape_closes_it(menu: MoreMenu) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_each_stop_has_a_name(menu: MoreMenu) -> None:
    for one in menu.findChildren(QAbstractButton):
        if one.isVisibleTo(menu):
            assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name), one


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_fits_on_the_screen_and_scrolls(
    anchor: QWidget, themed: Theme, percent: int, language: str
) -> None:
    themed.apply("light", language, text_percent=percent)
    menu = MoreMenu(anchor.window())
    menu.offer(anchor, MoreState(parts=3, campaigns=CAMPAIGNS))
    menu.who.head.click()
    QTest.qWait(0)
    screen = anchor.screen().availableGeometry()
    assert screen.contains(menu.geometry())
    QTest.keyClick(menu.who.head, Qt.Key.Key_End)
    area = menu.giveaway.parentWidget().parentWidget()
    top = menu.giveaway.mapTo(area, menu.giveaway.rect().topLeft()).y()
    assert 0 <= top <= area.height() - menu.giveaway.height()
    menu.hide()


def test_a_press_on_the_quiet_line_is_one_on_the_switch(qtbot: QtBot, menu: MoreMenu) -> None:
    qtbot.mouseClick(menu.ai, Qt.MouseButton.LeftButton)
    assert menu.ai.switch.isChecked()


def test_plain_options_show_no_chips(qtbot: QtBot, themed: Theme) -> None:
    chips = OptionChips()
    qtbot.addWidget(chips)
    chips.show_options(PLAIN)
    assert chips.isHidden()
    assert chips.chips == ()


def test_each_option_is_a_chip_that_takes_it_off(qtbot: QtBot, themed: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    chips = OptionChips(room)
    options = PostOptions(
        who_can_reply=WhoCanReply.MENTIONED,
        paid_partnership=True,
        made_with_ai=True,
        link_marks=False,
        campaign_id="c2",
    )
    heard: list[PostOptions] = []
    chips.changed.connect(heard.append)
    chips.show_options(options, campaign="نوروز")
    assert not chips.isHidden()
    words = [chip.text() for chip in chips.chips]
    assert words == [
        "Only people you mention can reply",
        "Paid partnership",
        "Made with AI",
        "Links not marked",
        "نوروز",
    ]
    # Whoever hears of it shows what is left.
    chips.changed.connect(chips.show_options)
    for _ in range(4):
        chips.chips[0].click()
    assert heard[-1] == PostOptions(campaign_id="c2")
    assert chips.isHidden()
    room.event(QEvent(QEvent.Type.LanguageChange))


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("ar", 100), ("ar", 110)])
def test_it_is_as_high_as_what_it_holds(
    anchor: QWidget, themed: Theme, language: str, percent: int
) -> None:
    themed.apply("light", language, text_percent=percent)
    anchor.move(300, 600)
    menu = MoreMenu(anchor.window())
    menu.offer(anchor, MoreState())
    QTest.qWait(0)
    area = menu.findChild(QScrollArea)
    inner = menu.snippets.parentWidget()
    assert area is not None
    assert inner is not None
    assert inner.height() == area.viewport().height()
    menu.hide()
