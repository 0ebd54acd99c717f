"""The first five minutes: from the first start to a queued post in at most twelve steps.

A step is a click, a key that is not a letter, or one text typed. No sentence on the way may use
the words of programmers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account, Way
from services.publishing.states import State
from services.settings import START_CARD_DONE
from services.shop import Shop
from ui.compose.asks import OWN_SHOP
from ui.compose.compose_page import ComposePage
from ui.tour.hand import type_text

FORBIDDEN = re.compile(r"\b(keys?|api|tokens?|credits?|sync\w*)\b", re.IGNORECASE)


class Owner:
    """Clicks and types on what can be seen, counts it, and reads every word on the way."""

    def __init__(self, page: ComposePage, qtbot: QtBot) -> None:
        self._page = page
        self._qtbot = qtbot
        self.steps = 0
        self.read()

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.steps += 1
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.read()

    def type(self, widget: QWidget, text: str) -> None:
        assert widget.isVisible()
        self.steps += 1
        for letter in text:
            # QTest knows ASCII keys alone.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)
        self.read()

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        assert widget.isVisible()
        self.steps += 1
        self._qtbot.keyClick(widget, key)
        self.read()

    def read(self) -> None:
        for words in words_on(self._page):
            assert not FORBIDDEN.search(words), words


def words_on(page: QWidget) -> list[str]:
    found: list[str] = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            found.append(widget.currentText())
    return [words for words in found if words]


def test_from_the_first_start_to_a_queued_post(
    make_page: Callable[[], ComposePage], shop: Shop, qtbot: QtBot
) -> None:
    page = make_page()
    started: list[Account] = []
    page.own_shop_started.connect(started.append)
    owner = Owner(page, qtbot)
    owner.click(page.beginning.card.own)
    questions = page.beginning.card.questions
    owner.type(questions.name, "Mia's bowls")
    owner.press(questions.name, Qt.Key.Key_Return)
    owner.type(page.composer.sheet.edit, "The first bowls are out of the kiln #ceramics")
    owner.click(page.bar.queue_button)
    assert owner.steps <= 12
    (account,) = started
    assert (account.way, account.handle) == (Way.BY_HAND, None)
    assert shop.accounts.active() == account
    assert shop.profiles.get(account.id).name == "Mia's bowls"
    (post,) = shop.outbox.list(account.id)
    assert post.state is State.QUEUED
    assert post.text == "The first bowls are out of the kiln #ceramics"
    assert not page.beginning.card.isVisible()


def test_every_question_answered_is_still_within_twelve(
    make_page: Callable[[], ComposePage], shop: Shop, qtbot: QtBot
) -> None:
    page = make_page()
    owner = Owner(page, qtbot)
    owner.click(page.beginning.card.own)
    questions = page.beginning.card.questions
    owner.type(questions.name, "نارنج")
    owner.press(questions.name, Qt.Key.Key_Tab)
    owner.type(questions.handle, "@narenj")
    owner.press(questions.handle, Qt.Key.Key_Tab)
    questions.country.setCurrentIndex(questions.country.findData("IR"))
    owner.steps += 1
    questions.usual.setCurrentIndex(questions.usual.count() - 2)
    owner.steps += 1
    owner.click(questions.begin)
    owner.type(page.composer.sheet.edit, "چای تازه رسید")
    owner.click(page.bar.queue_button)
    assert owner.steps <= 12
    account = shop.accounts.active()
    assert (account.handle, account.zone) == ("narenj", "Asia/Tehran")
    profile = shop.profiles.get(account.id)
    assert (profile.name, profile.country) == ("نارنج", "IR")
    assert all(not day.closed for day in profile.hours)
    assert page.composer.sheet.edit.text() == ""
    assert len(shop.outbox.list(account.id)) == 1


def test_looking_around_is_one_click_and_asked_once(
    make_page: Callable[[], ComposePage], shop: Shop, qtbot: QtBot
) -> None:
    page = make_page()
    assert page.beginning.card.isVisible()
    Owner(page, qtbot).click(page.beginning.card.sample)
    assert not page.beginning.card.isVisible()
    assert shop.settings.get(START_CARD_DONE)
    assert not make_page().beginning.card.isVisible()


def test_the_card_makes_room_for_what_is_written(
    make_page: Callable[[], ComposePage], shop: Shop
) -> None:
    page = make_page()
    type_text(page, "T")
    assert not page.beginning.place.isVisible()
    page.save_now()
    page.drafts.delete_asked.emit(page.keeper.post_id)
    assert page.composer.content.is_empty
    assert not page.beginning.place.isVisible(), "it does not come and go"
    again = make_page()
    assert again.beginning.place.isVisible(), "no choice was made yet"
    type_text(again, "Tea")
    again.queue()
    assert shop.settings.get(START_CARD_DONE)
    assert not make_page().beginning.place.isVisible()


def test_a_draft_in_hand_leaves_no_room_for_the_card(
    make_page: Callable[[], ComposePage], shop: Shop
) -> None:
    page = make_page()
    type_text(page, "شمع")
    page.save_now()
    assert not make_page().beginning.place.isVisible()
    assert not shop.settings.get(START_CARD_DONE)


def test_the_questions_stay_while_something_is_written(
    make_page: Callable[[], ComposePage],
) -> None:
    page = make_page()
    page.beginning.card.own.click()
    page.composer.sheet.edit.insert("from a paste")
    assert page.beginning.card.asks
    assert page.beginning.place.isVisible()


def test_what_was_written_in_the_sample_shop_comes_along(
    make_page: Callable[[], ComposePage], shop: Shop, qtbot: QtBot
) -> None:
    page = make_page()
    page.beginning.card.sample.click()
    type_text(page, "Written while looking around")
    practice_draft = None
    page.open_item(OWN_SHOP)
    assert page.beginning.card.asks
    qtbot.keyClicks(page.beginning.card.questions.name, "Mia's bowls")
    page.beginning.card.questions.begin.click()
    practice_draft = shop.drafts.all(shop.accounts.practice().id)[0]
    own = shop.accounts.active()
    assert own.way is Way.BY_HAND
    assert page.composer.content.text == "Written while looking around"
    assert page.keeper.post_id not in ("", practice_draft.id)
    assert shop.drafts.get(page.keeper.post_id).account_id == own.id


def test_back_forgets_no_answer(make_page: Callable[[], ComposePage], qtbot: QtBot) -> None:
    page = make_page()
    page.beginning.card.own.click()
    questions = page.beginning.card.questions
    qtbot.keyClicks(questions.name, "Mia")
    qtbot.keyClick(questions.name, Qt.Key.Key_Escape)
    assert page.beginning.card.own.isVisible()
    page.beginning.card.own.click()
    assert questions.name.text() == "Mia"


def test_begin_waits_for_a_name(make_page: Callable[[], ComposePage], qtbot: QtBot) -> None:
    page = make_page()
    page.beginning.card.own.click()
    questions = page.beginning.card.questions
    assert not questions.begin.isEnabled()
    qtbot.keyClick(questions.name, Qt.Key.Key_Return)
    assert page.beginning.card.isVisible()
    qtbot.keyClicks(questions.name, "M")
    assert questions.begin.isEnabled()


def test_other_hours_open_the_seven_rows(
    make_page: Callable[[], ComposePage], shop: Shop, qtbot: QtBot
) -> None:
    page = make_page()
    page.beginning.card.own.click()
    questions = page.beginning.card.questions
    assert not questions.hours.isVisible()
    questions.usual.setCurrentIndex(questions.usual.count() - 1)
    assert questions.hours.isVisible()
    questions.hours.day(0).open.setChecked(False)
    qtbot.keyClicks(questions.name, "Mia")
    questions.begin.click()
    hours = shop.profiles.get(shop.accounts.active().id).hours
    assert hours[0].closed
    assert not hours[1].closed


def test_the_four_questions_are_put_away_again(page: ComposePage, heard: Any) -> None:
    page.open_item(OWN_SHOP)
    page.beginning.card.questions.back_button.click()
    assert not page.beginning.card.isVisible()
