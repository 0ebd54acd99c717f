"""A poll, who can reply and the marks, on the sheet and behind More."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.campaigns.campaigns import Campaign
from services.publishing.post_options import PLAIN, Poll, WhoCanReply
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.compose.content import content_of
from ui.compose.poll_form import PollForm
from ui.tour.hand import paste_pictures, type_text
from widgets.post_direction import Direction

TEAS = Poll(("緑茶", "شاي أسود 🍵"), 90)


def ask(page: ComposePage, poll: Poll = TEAS) -> None:
    type_text(page, "Which tea today?")
    page.composer.sheet.poll_button.click()
    form = page.composer.extras.poll
    assert form is not None
    form.set_poll(poll)
    form.changed.emit(poll)


def test_a_poll_is_kept_with_the_draft(page: ComposePage, shop: Shop) -> None:
    ask(page)
    page.save_now()
    post = shop.drafts.get(page.keeper.post_id)
    assert post.options.poll == TEAS
    page.new_draft()
    form = page.composer.extras.poll
    assert form is not None
    assert not form.isVisible()
    page.desk.open(post)
    assert page.composer.content == content_of(post)
    assert form.isVisible()
    assert form.poll == TEAS


@pytest.mark.parametrize(
    ("poll", "why"),
    [
        (Poll(("tea", "")), "Write something in each option."),
        (Poll(("tea", "Tea ")), "Two options are the same."),
        (Poll(("茶" * 26, "tea")), "An option has room for 25 characters."),
    ],
)
def test_a_wrong_poll_is_not_sent_and_says_why(page: ComposePage, poll: Poll, why: str) -> None:
    ask(page, poll)
    assert not page.bar.post_button.isEnabled()
    assert page.bar.post_button.toolTip() == why


def test_the_key_that_posts_points_out_what_is_wrong(page: ComposePage) -> None:
    ask(page, Poll(("tea", "Tea ")))
    page.post()
    form = page.composer.extras.poll
    assert form is not None
    assert form.trouble_shown() == "Two options are the same."


def write_options(page: ComposePage, *words: str) -> PollForm:
    type_text(page, "Which?")
    page.composer.sheet.poll_button.click()
    form = page.composer.extras.poll
    assert form is not None
    for place, word in enumerate(words):
        if place >= 2:
            form.options.add()
        form.options.row(place).edit.setFocus()
        QTest.keyClicks(form.options.row(place).edit, word)
    return form


def options_of(page: ComposePage) -> tuple[str, ...]:
    poll = page.composer.content.options.poll
    return () if poll is None else poll.options


def test_undo_of_an_option_puts_back_it_alone(page: ComposePage, heard: Any) -> None:
    form = write_options(page, "Red", "Blue", "Green", "Grey")
    form.options.row(2).remove_asked.emit()
    assert options_of(page) == ("Red", "Blue", "Grey")
    offer = heard.undos[-1]
    QTest.keyClicks(form.options.row(0).edit, " ochre")
    offer.undo()
    assert options_of(page) == ("Red ochre", "Blue", "Green", "Grey")
    assert form.poll.options == options_of(page)


def test_undo_of_an_option_finds_room_only_where_nothing_is_written(
    page: ComposePage, heard: Any
) -> None:
    form = write_options(page, "Red", "Blue", "Green", "Grey")
    form.options.row(3).remove_asked.emit()
    offer = heard.undos[-1]
    form.options.add()
    offer.undo()
    assert options_of(page) == ("Red", "Blue", "Green", "Grey")
    form.options.row(3).remove_asked.emit()
    offer = heard.undos[-1]
    form.options.add()
    QTest.keyClicks(form.options.row(3).edit, "Tea")
    offer.undo()
    assert options_of(page) == ("Red", "Blue", "Green", "Tea")


def test_undo_of_a_poll_takes_no_words_of_another(page: ComposePage, heard: Any) -> None:
    form = write_options(page, "Red", "Blue")
    form.remove_button.click()
    offer = heard.undos[-1]
    offer.undo()
    assert options_of(page) == ("Red", "Blue")
    form.remove_button.click()
    offer = heard.undos[-1]
    page.composer.sheet.poll_button.click()
    for place, word in enumerate(("Tea", "Coffee")):
        QTest.keyClicks(form.options.row(place).edit, word)
    offer.undo()
    assert options_of(page) == ("Tea", "Coffee")


def campaign(shop: Shop, name: str, first: date, last: date) -> Campaign:
    account = shop.accounts.active().id
    return shop.campaigns.add(account, name=name, tag=name, first_day=first, last_day=last)


def named(page: ComposePage) -> list[str]:
    chips = page.composer.extras.chips
    return [] if chips is None else [chip.text() for chip in chips.chips]


def test_a_post_names_its_campaign_also_before_and_after_its_days(
    page: ComposePage, shop: Shop
) -> None:
    over = campaign(shop, "Autumn", date(2026, 10, 1), date(2026, 10, 9))
    campaign(shop, "Long", date(2026, 11, 1), date(2026, 12, 31))
    campaign(shop, "Now", date(2026, 11, 1), date(2026, 11, 30))
    campaign(shop, "Year", date(2027, 1, 1), date(2027, 1, 3))
    soon = campaign(shop, "ノエル", date(2026, 12, 1), date(2026, 12, 24))
    page.desk.open(shop.campaigns.begin_post(soon.id))
    assert named(page) == ["ノエル"]
    page.desk.open(shop.campaigns.begin_post(over.id))
    assert named(page) == ["Autumn"]
    page.composer.sheet.more_button.click()
    menu = page.composer.extras.menu
    assert menu is not None
    offered = [one.name for one in menu._state.campaigns]
    assert offered == ["Now", "Long", "ノエル", "Year", "Autumn"]
    menu.hide()
    page.new_draft()
    page.composer.sheet.more_button.click()
    offered = [one.name for one in menu._state.campaigns]
    assert offered == ["Now", "Long", "ノエル", "Year"]
    menu.hide()


def test_a_poll_needs_a_question(page: ComposePage) -> None:
    ask(page)
    assert page.bar.post_button.isEnabled()
    page.composer.sheet.edit.selectAll()
    page.composer.sheet.edit.insertPlainText(" ")
    assert page.bar.post_button.toolTip() == "A poll needs a question above it."


def test_a_poll_and_a_picture_do_not_go_together(
    page: ComposePage, pictures: tuple[Path, ...]
) -> None:
    ask(page)
    paste_pictures(page, pictures[:1])
    assert not page.bar.post_button.isEnabled()
    assert "not both" in page.bar.post_button.toolTip()


def test_a_poll_taken_out_comes_back(page: ComposePage, qtbot: QtBot) -> None:
    ask(page)
    form = page.composer.extras.poll
    assert form is not None
    with qtbot.waitSignal(page.undo_offered) as offered:
        form.remove_button.click()
    assert page.composer.content.options.poll is None
    offered.args[0].undo()
    assert page.composer.content.options.poll == TEAS


def test_the_poll_goes_to_the_first_part(page: ComposePage) -> None:
    ask(page)
    page.composer.parts.add()
    page.composer.insert("And this one first")
    page.composer.parts.move(-1)
    QApplication.processEvents()
    form = page.composer.extras.poll
    first = page.composer.parts.editors[0].sheet
    assert form is not None
    assert first.isAncestorOf(form)


def test_the_marks_stand_on_the_sheet_and_go_with_a_press(page: ComposePage, shop: Shop) -> None:
    type_text(page, "A parcel from Ana")
    wanted = replace(PLAIN, who_can_reply=WhoCanReply.MENTIONED, paid_partnership=True)
    page.composer.set_options(wanted)
    chips = page.composer.extras.chips
    assert chips is not None
    assert len(chips.chips) == 2
    chips.chips[1].click()
    assert page.composer.content.options == replace(wanted, paid_partnership=False)
    page.save_now()
    kept = shop.drafts.get(page.keeper.post_id).options
    assert kept == replace(wanted, paid_partnership=False)


def test_more_shows_what_the_post_has(page: ComposePage) -> None:
    type_text(page, "words")
    page.composer.set_options(replace(PLAIN, made_with_ai=True))
    page.composer.sheet.more_button.click()
    menu = page.composer.extras.menu
    assert menu is not None
    assert menu.isVisible()
    menu.direction_chosen.emit(Direction.RTL)
    assert page.composer.content.text == "\u200fwords"
    menu.close()


def test_signs_nobody_sees_are_no_post(page: ComposePage) -> None:
    type_text(page, "\u200b\u200d\u2060")
    assert not page.bar.post_button.isEnabled()
    assert page.bar.post_button.toolTip() == "Nobody could see these signs. Write a word."
