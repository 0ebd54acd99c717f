"""Typing: counter, tags, advice, buttons, drafts on disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.settings import CURRENT_CURSOR, CURRENT_DRAFT
from services.shop import Shop
from ui.compose.advice import Act, Weight
from ui.compose.compose_page import ComposePage
from ui.tour.hand import type_text


def test_counter_and_tags_move_with_the_words(page: ComposePage) -> None:
    type_text(page, "New bowls 🍵 #tea https://leafandkiln.example.com/a/very/long/path")
    assert page.composer.sheet.ring.left() == 280 - len("New bowls  #tea ") - 2 - 23
    assert page.composer.sheet.meter.text() == "#1/2"
    assert page.preview.value.text.endswith("leafandkiln.example.com/a/…")


def test_an_empty_post_cannot_be_sent(page: ComposePage, shop: Shop) -> None:
    assert not page.bar.post_button.isEnabled()
    type_text(page, "  \n ")
    assert not page.bar.post_button.isEnabled()
    # Nothing of it can be seen, and X takes no such post.
    type_text(page, "\u200b\u200d\u3164")
    assert not page.bar.post_button.isEnabled()
    page.post()
    page.queue()
    assert shop.outbox.list(page._account.id) == ()  # type: ignore[union-attr]  # it is shown


def test_the_button_says_sample_and_the_next_free_time(page: ComposePage, shop: Shop) -> None:
    type_text(page, "New bowls")
    assert page.bar.post_button.text() == "Post (sample)"
    assert page.bar.post_button.isEnabled()
    assert page.bar.queue_button.text().startswith("Queue · Today ")


def test_too_long_is_said_tinted_and_trimmed(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, "word " * 58)
    advice = page.composer.advice
    assert advice.advice.weight is Weight.TROUBLE
    assert advice.advice.sentence == "10 characters too many for one post."
    assert not page.bar.post_button.isEnabled()
    trim = advice.button_for(Act.TRIM)
    assert trim is not None
    qtbot.mouseClick(trim, Qt.MouseButton.LeftButton)
    assert page.composer.content.text == ("word " * 56).rstrip()
    assert page.bar.post_button.isEnabled()
    page.composer.sheet.edit.undo()
    assert page.composer.content.text == "word " * 58


def test_the_third_hashtag_is_advised_against(page: ComposePage) -> None:
    type_text(page, "Bowls #tea #clay")
    assert page.composer.advice.advice.weight is Weight.GOOD
    type_text(page, " #bowl")
    assert "More than two hashtags" in page.composer.advice.advice.sentence
    assert page.bar.post_button.isEnabled()


def test_what_was_dropped_from_a_paste_is_said(page: ComposePage) -> None:
    page.composer.sheet.edit.insert("tea\x00\x00")
    assert page.composer.advice.advice.sentence == "2 signs that X cannot show were left out."


@pytest.mark.parametrize(
    "text",
    ["The kiln is open", "شاي جديد 🍃 #شاي", "新しい湯呑み #お茶", "چای تازه", "春茶到了 🍵"],
)
def test_a_draft_is_on_disk_within_a_second(
    page: ComposePage, shop: Shop, qtbot: QtBot, text: str
) -> None:
    type_text(page, text)
    assert page.bar.saved_text == "Saving"
    qtbot.waitUntil(lambda: page.keeper.is_saved, timeout=5_000)
    assert page.bar.saved_text == "Saved on this computer"
    (draft,) = shop.drafts.all(shop.accounts.active().id)
    assert draft.text == text
    assert page.drafts.list.ids() == (draft.id,)


def test_an_untouched_sheet_leaves_no_draft_behind(page: ComposePage, shop: Shop) -> None:
    page.save_now()
    page.new_draft()
    assert shop.database.connection.execute("SELECT id FROM post").fetchall() == []
    assert shop.settings.get(CURRENT_DRAFT) == ""


def test_the_next_start_opens_the_draft_with_the_caret_where_it_was(
    make_page: Callable[[], ComposePage], page: ComposePage
) -> None:
    type_text(page, "🍵 first words, last words")
    page.composer.sheet.edit.place_caret(7)
    page.save_now()
    again = make_page()
    assert again.composer.content.text == "🍵 first words, last words"
    assert again.composer.caret() == 7
    type_text(again, "!")
    assert again.composer.content.text == "🍵 first! words, last words"


def test_a_new_draft_keeps_the_one_before(page: ComposePage, shop: Shop) -> None:
    type_text(page, "first")
    page.new_draft()
    assert page.composer.content.is_empty
    type_text(page, "second")
    page.save_now()
    drafts = shop.drafts.all(shop.accounts.active().id)
    assert [draft.text for draft in drafts] == ["second", "first"]


def test_a_draft_of_the_list_is_opened_and_the_other_saved(page: ComposePage, shop: Shop) -> None:
    type_text(page, "first")
    page.new_draft()
    type_text(page, "second")
    first = page.drafts.list.ids()[-1]
    page.drafts.list.chosen.emit(first)
    assert page.composer.content.text == "first"
    assert page.composer.caret() == len("first")
    assert {draft.text for draft in shop.drafts.all(shop.accounts.active().id)} == {
        "first",
        "second",
    }
    assert shop.settings.get(CURRENT_CURSOR) == len("second")


def test_drafts_are_searched(page: ComposePage, qtbot: QtBot) -> None:
    for words in ("green tea", "a bowl", "شاي أخضر"):
        type_text(page, words)
        page.new_draft()
    page.search()
    page.drafts.search.setText("شاي")
    qtbot.waitUntil(lambda: page.drafts.list.count() == 1, timeout=5_000)
    page.drafts.search.setText("zebra")
    qtbot.waitUntil(lambda: page.drafts.list.count() == 0, timeout=5_000)
    page.drafts.search.clear()
    qtbot.waitUntil(lambda: page.drafts.list.count() == 3, timeout=5_000)


def test_deleting_is_undone(page: ComposePage, shop: Shop, heard: Any) -> None:
    type_text(page, "keep me")
    page.save_now()
    (draft_id,) = page.drafts.list.ids() or (page.keeper.post_id,)
    page.drafts.list.delete_asked.emit(draft_id)
    assert page.composer.content.is_empty
    assert page.drafts.list.count() == 0
    heard.undos[-1].undo()
    assert page.composer.content.text == "keep me"
    assert page.drafts.list.ids() == (draft_id,)
    assert page.keeper.post_id == draft_id
