"""Guards on the page: what they say of a post, what their buttons do, and what stops a post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.post_options import PostKind
from services.publishing.resting import REST_SECONDS
from services.publishing.states import State
from services.settings import MIX_SHOWN, TAGS_SHOWN
from services.shop import Shop
from tests.ui.compose.conftest import Heard
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage

BOWL = "The blue bowl is back on the shelf today, by the window"


def write(page: ComposePage, text: str) -> None:
    page.composer.sheet.edit.selectAll()
    page.composer.insert(text)
    page.guarding.look_now()


def press(page: ComposePage, act: Act) -> None:
    button = page.composer.advice.button_for(act)
    assert button is not None, page.composer.advice.advice.sentence
    button.click()


def said(page: ComposePage) -> str:
    return page.composer.advice.advice.sentence


@pytest.mark.parametrize(
    "text",
    ["You liars", "Sois unos sinvergüenzas", "أنتم كذابون", "دروغگوها", "馬鹿野郎", "骗子！"],
)
def test_anger_is_told_while_it_is_written(page: ComposePage, text: str) -> None:
    write(page, text)
    assert said(page).startswith("This reads as said in anger: an insult")
    write(page, "Warm tea")
    assert "anger" not in said(page)


def test_what_is_fine_is_not_told_again(page: ComposePage) -> None:
    write(page, "You liars")
    press(page, Act.DISMISS_HEAT)
    assert "anger" not in said(page)
    write(page, "You liars, once more")
    assert "anger" not in said(page)


def test_a_draft_that_rests_is_not_sent(page: ComposePage, shop: Shop, clock: SteppedClock) -> None:
    write(page, "You liars")
    press(page, Act.REST)
    post_id = page.keeper.post_id
    assert "rests until" in said(page)
    page.post()
    assert shop.drafts.get(post_id).state is State.DRAFT
    assert page.composer.content.text == "You liars"
    clock.advance(REST_SECONDS)
    assert shop.resting.until(post_id) is None


def test_a_draft_rests_over_a_new_start(
    page: ComposePage, make_page: Callable[[], ComposePage]
) -> None:
    write(page, "You liars")
    press(page, Act.REST)
    page.close()
    again = make_page()
    assert again.composer.content.text == "You liars"
    assert "rests until" in said(again)


def test_the_owner_can_send_it_all_the_same(page: ComposePage, shop: Shop) -> None:
    write(page, "You liars")
    press(page, Act.REST)
    post_id = page.keeper.post_id
    page.queue()
    press(page, Act.SEND_RESTED)
    assert shop.resting.until(post_id) is None
    assert shop.drafts.get(post_id).state is State.QUEUED


def test_another_draft_that_is_nearly_the_same_is_shown(
    page: ComposePage, shop: Shop, heard: Heard
) -> None:
    account = shop.accounts.active().id
    other = shop.drafts.new(account)
    shop.drafts.save(other.id, parts=(DraftPart(BOWL),))
    write(page, BOWL.upper().lower() + "!")
    assert said(page) == "Nearly the same as another draft."
    press(page, Act.SHOW_SIMILAR)
    assert page.keeper.post_id == other.id
    assert heard.went == []


def test_a_queued_post_that_is_nearly_the_same_is_shown_in_the_queue(
    page: ComposePage, shop: Shop, heard: Heard
) -> None:
    account = shop.accounts.active().id
    other = shop.drafts.new(account)
    shop.drafts.save(other.id, parts=(DraftPart(BOWL),))
    shop.outbox.enqueue(other.id, due_at=shop.clock.now() + 86_400)
    write(page, BOWL + "!")
    assert said(page).startswith("Nearly the same as a post in the queue")
    press(page, Act.SHOW_SIMILAR)
    assert heard.went == [("queue", other.id)]


def test_the_same_post_is_told_before_it_is_sent(
    page: ComposePage, shop: Shop, heard: Heard
) -> None:
    account = shop.accounts.active().id
    other = shop.drafts.new(account)
    shop.drafts.save(other.id, parts=(DraftPart(BOWL),))
    shop.outbox.enqueue(other.id, due_at=shop.clock.now() + 86_400)
    write(page, BOWL)
    assert "exactly this" in said(page)
    press(page, Act.SHOW_SAME)
    assert heard.went == [("queue", other.id)]


def test_words_to_avoid_are_named_and_underlined(page: ComposePage, shop: Shop) -> None:
    account = shop.accounts.active().id
    shop.profiles.save(
        account, replace(shop.profiles.get(account), words_to_avoid=("cheap", "安い", "ارزان"))
    )
    for text, word in (
        ("A CHEAP cup 🍵", "CHEAP"),
        ("安いカップ", "安い"),
        ("لیوان ارزان", "ارزان"),
    ):
        underlined: list[tuple[tuple[int, int], ...]] = []
        page.composer.sheet.edit.set_underlined = underlined.append  # type: ignore[method-assign]  # heard, not drawn
        write(page, text)
        at = text.index(word)
        assert underlined[-1] == ((at, at + len(word)),)
        assert said(page) == f"You avoid the word “{word}”."


def test_the_kind_the_owner_says_is_kept_with_the_draft(
    page: ComposePage, shop: Shop, qtbot: QtBot
) -> None:
    side = page.tools.side
    assert side is not None
    qtbot.mouseClick(side.section(MIX_SHOWN).head, Qt.MouseButton.LeftButton)
    write(page, "New in, 24 €")
    assert side.mix is not None
    assert side.mix.kind_button.text() == "This reads as: Sell"
    side.mix._actions[PostKind.PEOPLE].trigger()
    page.guarding.look_now()
    assert side.mix.kind_button.text() == "This is: People"
    assert page.keeper.save_now()
    assert shop.drafts.get(page.keeper.post_id).options.kind is PostKind.PEOPLE


def test_a_tag_is_written_apart_from_the_word_before(page: ComposePage, qtbot: QtBot) -> None:
    side = page.tools.side
    assert side is not None
    qtbot.mouseClick(side.section(TAGS_SHOWN).head, Qt.MouseButton.LeftButton)
    assert side.tags is not None
    tag = side.tags.findChildren(QPushButton)[0]
    write(page, "Cups")
    tag.click()
    written = tag.text()
    assert page.composer.content.text == f"Cups {written}"
    write(page, "Cups\n")
    tag.click()
    assert page.composer.content.text == f"Cups\n{written}"
