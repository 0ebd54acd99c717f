"""What the line under the sheet says before anybody sends, and what its buttons do then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.clock import SteppedClock
from services.publishing.post_options import PLAIN, Poll, WhoCanReply
from services.publishing.resting import REST_SECONDS
from services.publishing.states import State
from services.shop import Shop
from services.text.fill_ins import waiting
from tests.ui.compose.conftest import Heard
from ui.compose.advice import Act, Weight
from ui.compose.compose_page import ComposePage
from ui.compose.content import Content, PartContent
from ui.tour.hand import type_text

LONG = "The cups are back from the kiln and no two of them are alike. " * 8


def said(page: ComposePage) -> str:
    return page.composer.advice.advice.sentence


def press(page: ComposePage, act: Act) -> None:
    button = page.composer.advice.button_for(act)
    assert button is not None, said(page)
    button.click()


def acts(page: ComposePage) -> list[Act]:
    return [answer[1] for answer in page.composer.advice.advice.answers if answer]


def selected(page: ComposePage) -> str:
    return page.composer.sheet.edit.textCursor().selectedText()


def write_thread(page: ComposePage, *texts: str) -> None:
    page.composer.parts.replace(tuple(PartContent(text) for text in texts), "")


def test_an_empty_part_is_gone_to_or_taken_out(page: ComposePage) -> None:
    write_thread(page, "One", "", "Three")
    assert said(page) == "Part 2 of the thread is empty."
    assert acts(page) == [Act.GO_THERE, Act.TAKE_OUT]
    press(page, Act.GO_THERE)
    assert page.composer.parts.current == 1
    assert acts(page) == [Act.TAKE_OUT]
    press(page, Act.TAKE_OUT)
    assert page.composer.content.texts == ("One", "Three")
    assert said(page) == "Ready"


def test_words_no_picture_holds_can_still_be_a_thread(page: ComposePage) -> None:
    page.composer.sheet.edit.insert(LONG * 20)
    press(page, Act.INTO_PICTURE)
    assert said(page) == "Too much even for a picture: make a thread of it."
    assert acts(page) == [Act.MAKE_THREAD, Act.TRIM]
    page.composer.insert("x")
    assert acts(page) == [Act.MAKE_THREAD, Act.TRIM]
    assert "characters too many" in said(page)
    page.composer.sheet.edit.selectAll()
    page.composer.sheet.edit.insert(LONG)
    assert Act.INTO_PICTURE in acts(page)


@pytest.mark.parametrize("signs", ["\u200b", "\u2060", "\u3164", "\u2800"])
@pytest.mark.parametrize("poll", [None, Poll(("", ""))])
def test_signs_that_nobody_sees_are_told(page: ComposePage, signs: str, poll: Poll | None) -> None:
    page.composer.open(Content((PartContent(signs),), options=replace(PLAIN, poll=poll)))
    if page.composer.content.text:
        assert said(page) == "Nobody could see these signs. Write a word."
    else:
        assert "left out" in said(page)


def test_a_poll_alone_is_told_what_it_lacks(page: ComposePage) -> None:
    page.composer.set_options(replace(PLAIN, poll=Poll(("tea", "coffee"))))
    assert said(page) == "A poll needs a question above it."
    page.composer.set_options(replace(PLAIN, poll=Poll(("\u200b", "\u3164"))))
    assert said(page) == "Write something in each option."


def test_places_that_wait_are_told_at_once_and_gone_through(page: ComposePage) -> None:
    write_thread(page, "Hello {name}, {product}", "and {name}. {^_^}")
    assert said(page) == "3 places still wait to be filled in."
    assert page.composer.advice.advice.weight is Weight.CALM
    found = []
    for _ in range(4):
        press(page, Act.FILL_IN)
        found.append((page.composer.parts.current, selected(page)))
    assert found == [(0, "{name}"), (0, "{product}"), (1, "{name}"), (0, "{name}")]


def test_one_place_that_waits_is_named(page: ComposePage) -> None:
    type_text(page, "سلام {نام}")
    assert said(page) == "\u2068{نام}\u2069 still waits to be filled in."
    press(page, Act.FILL_IN)
    assert selected(page) == "{نام}"
    page.composer.sheet.edit.insert("آنا")
    assert said(page) == "Ready"


def test_a_snippets_first_place_is_selected(page: ComposePage, shop: Shop) -> None:
    account = shop.accounts.active().id
    snippet = shop.templates.add(
        account, name="Thanks", parts=("Thanks, {name}, for {product}",), is_snippet=True
    )
    type_text(page, "{price} ")
    page.tools.kept.offer_snippets()
    snippets = page.tools.kept.snippets
    assert snippets is not None
    snippets.list.chosen.emit(snippet.id)
    assert page.composer.content.text == "{price} Thanks, {name}, for {product}"
    assert selected(page) == "{name}"


def test_a_templates_first_place_is_selected(page: ComposePage) -> None:
    page.tools.kept.offer_templates()
    templates = page.tools.kept.templates
    assert templates is not None
    templates.chosen.emit(("No place here", "But {here}"))
    templates.close()
    assert page.composer.parts.current == 1
    assert selected(page) == "{here}"


def test_a_rest_that_is_over_is_told(page: ComposePage, clock: SteppedClock) -> None:
    type_text(page, "You liars")
    page.guarding.look_now()
    press(page, Act.REST)
    assert "rests until" in said(page)
    clock.advance(REST_SECONDS)
    page.composer.adviser._rest._timer.timeout.emit()
    assert said(page) == "This draft has rested. Read it once more."
    assert page.composer.advice.advice.weight is Weight.CALM
    page.composer.insert(", all")
    page.guarding.look_now()
    assert "anger" in said(page)


def test_a_rest_that_is_over_is_told_of_its_own_draft_alone(
    page: ComposePage, clock: SteppedClock
) -> None:
    type_text(page, "You liars")
    page.guarding.look_now()
    press(page, Act.REST)
    page.new_draft()
    clock.advance(REST_SECONDS)
    page.composer.adviser._rest._timer.timeout.emit()
    assert "rested" not in said(page)


def test_what_has_rested_is_sent_without_another_question(
    page: ComposePage, shop: Shop, clock: SteppedClock
) -> None:
    type_text(page, "You liars")
    page.guarding.look_now()
    press(page, Act.REST)
    post_id = page.keeper.post_id
    clock.advance(REST_SECONDS)
    page.queue()
    assert shop.drafts.get(post_id).state is State.QUEUED


def test_waking_a_draft_sends_nothing(page: ComposePage, shop: Shop) -> None:
    type_text(page, "You liars")
    page.guarding.look_now()
    press(page, Act.REST)
    post_id = page.keeper.post_id
    assert page.composer.advice.advice.first == ("Do not wait", Act.SEND_RESTED)
    press(page, Act.SEND_RESTED)
    assert shop.resting.until(post_id) is None
    assert shop.drafts.get(post_id).state is State.DRAFT
    assert page.composer.content.text == "You liars"


def test_an_answer_to_another_question_sends_nothing(page: ComposePage, shop: Shop) -> None:
    """Asked of a picture, which then was described: the anger is another matter."""
    type_text(page, "You liars {name}")
    page.post()
    press(page, Act.DISMISS_HEAT)
    assert page.composer.advice.advice.first == ("Fill it in", Act.FILL_IN)
    assert page.composer.content.text == "You liars {name}"


def test_what_another_draft_was_told_is_gone_with_it(page: ComposePage) -> None:
    type_text(page, "You liars")
    page.guarding.look_now()
    assert "anger" in said(page)
    page.new_draft()
    assert "anger" not in said(page)
    type_text(page, "Tea")
    assert "anger" not in said(page)


def test_what_was_trimmed_is_brought_back(page: ComposePage, heard: Heard) -> None:
    page.composer.sheet.edit.insert(LONG)
    press(page, Act.TRIM)
    assert page.composer.measured[0].fits
    undo = heard.undos[-1]
    assert undo.sentence == "Cut after the last word that fits."
    undo.undo()
    assert page.composer.content.text == LONG


def test_what_was_trimmed_stays_out_of_other_words(page: ComposePage, heard: Heard) -> None:
    page.composer.sheet.edit.insert(LONG)
    press(page, Act.TRIM)
    page.composer.insert("!")
    written = page.composer.content.text
    heard.undos[-1].undo()
    assert page.composer.content.text == written
    assert said(page) == "You wrote on since: what was cut stays out."


@pytest.fixture
def by_hand(page: ComposePage, shop: Shop) -> ComposePage:
    account = shop.accounts.active()
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (account.id,))
    page.refresh()
    return page


def test_what_is_added_by_hand_is_told_before(by_hand: ComposePage) -> None:
    write_thread(by_hand, "Which cup?")
    assert said(by_hand) == "Ready"
    write_thread(by_hand, "Which cup?", "This", "That")
    options = replace(PLAIN, poll=Poll(("a", "b")), who_can_reply=WhoCanReply.FOLLOWING)
    by_hand.composer.set_options(options)
    assert said(by_hand) == (
        "On X's page you add the poll, 2 further parts, and the choice of who can reply yourself: "
        "Shoplark has it all ready."
    )
    assert by_hand.composer.advice.advice.weight is Weight.CALM


def test_waiting_places_have_their_stretch() -> None:
    text = "{{kept}} {a} {^_^} {بي}"
    assert [text[one.start : one.end] for one in waiting(text)] == ["{a}", "{بي}"]
