"""Snippets, templates and earlier versions come to the sheet, and Undo takes them away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.compose.going_on import GoingOn
from ui.compose.kept_words import KeptWords
from ui.page import Undo
from ui.tour.hand import type_text


@pytest.fixture
def kept(page: ComposePage, shop: Shop) -> Iterator[KeptWords]:
    made = KeptWords(shop, page, composer=page.composer, keeper=page.keeper, desk=page.desk)
    made.show_account(shop.accounts.active())
    yield made
    for window in (made.snippets, made.templates, made.versions):
        if window is not None:
            window.close()


LONG = "The cups are back from the kiln and no two of them are alike. " * 8


def test_a_snippet_comes_where_the_caret_stands(
    page: ComposePage, shop: Shop, kept: KeptWords, qtbot: QtBot
) -> None:
    account = shop.accounts.active().id
    shop.templates.add(account, name="Thanks", parts=("ありがとう 🍵 ",), is_snippet=True)
    type_text(page, "dear friends")
    page.composer.sheet.edit.place_caret(5)
    kept.offer_snippets()
    assert kept.snippets is not None
    qtbot.keyClick(kept.snippets.search, Qt.Key.Key_Return)
    assert page.composer.content.text == "dear ありがとう 🍵 friends"
    assert page.composer.caret() == 5 + len("ありがとう 🍵 ")


def test_what_is_selected_is_what_is_saved(
    page: ComposePage, shop: Shop, kept: KeptWords, qtbot: QtBot
) -> None:
    type_text(page, "شاي 🍵\nOpen till six\nthe end")
    edit = page.composer.sheet.edit
    edit.place_caret(0)
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    kept.offer_snippets()
    assert kept.snippets is not None
    kept.snippets.save_button.click()
    kept.snippets.form.save_button.click()
    (saved,) = shop.templates.snippets(shop.accounts.active().id)
    assert saved.text == "شاي 🍵\nOpen till six"


def test_a_template_stands_on_the_sheet_and_is_undone(
    page: ComposePage, shop: Shop, heard: Any, kept: KeptWords
) -> None:
    type_text(page, "what stood here")
    kept.offer_templates()
    assert kept.templates is not None
    kept.templates.products.setCurrentIndex(1)
    kept.templates.use_button.click()
    assert len(page.composer.content.parts) == 5
    product = shop.products.all(shop.accounts.active().id)[0]
    assert product.name in page.composer.content.text
    page.save_now()
    assert len(shop.drafts.get(page.keeper.post_id).parts) == 5
    heard.undos[-1].undo()
    assert page.composer.content.texts == ("what stood here",)


def test_a_template_keeps_the_short_words_it_takes_the_place_of(
    page: ComposePage, shop: Shop, kept: KeptWords
) -> None:
    type_text(page, "A short thought 茶")
    kept.offer_templates()
    assert kept.templates is not None
    kept.templates.products.setCurrentIndex(1)
    kept.templates.use_button.click()
    page.save_now()
    kept.show_versions()
    (version,) = shop.versions.all(page.keeper.post_id)
    assert version.text == "A short thought 茶"
    assert kept.versions is not None
    assert kept.versions.list.current == version.id


def test_a_thread_is_saved_as_a_template(page: ComposePage, shop: Shop, kept: KeptWords) -> None:
    account = shop.accounts.active().id
    post = shop.drafts.new(account)
    shop.drafts.save(post.id, parts=(DraftPart("一"), DraftPart("二")))
    page.desk.open(shop.drafts.get(post.id))
    kept.offer_templates()
    assert kept.templates is not None
    kept.templates.save_button.click()
    assert shop.templates.templates(account)[0].parts == ("一", "二")


def test_an_earlier_version_comes_back_to_the_sheet_and_goes_again(
    page: ComposePage, shop: Shop, clock: SteppedClock, kept: KeptWords
) -> None:
    undos: list[Undo] = []
    kept.undo_offered.connect(undos.append)
    type_text(page, "one")
    page.save_now()
    clock.advance(3_600)
    type_text(page, " two")
    kept.show_versions()
    assert kept.versions is not None
    kept.versions.back_button.click()
    assert page.composer.content.text == "one"
    type_text(page, "!")
    page.save_now()
    assert shop.drafts.get(page.keeper.post_id).text == "one!"
    undos[-1].undo()
    assert page.composer.content.text == "one two"
    kept.show_versions()
    assert "one!" in [one.text for one in shop.versions.all(page.keeper.post_id)]


def test_an_empty_sheet_has_nothing_earlier(page: ComposePage, kept: KeptWords) -> None:
    kept.show_versions()
    assert kept.versions is not None
    assert kept.versions.isVisible()
    assert not kept.versions.back_button.isVisible()


def test_nothing_is_shown_while_the_disk_refuses(
    page: ComposePage, shop: Shop, kept: KeptWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.errors import StorageProblem, StorageTrouble

    def refuse(*_args: object, **_parts: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    type_text(page, "precious")
    monkeypatch.setattr(type(shop.drafts), "save", refuse)
    kept.show_versions()
    assert kept.versions is None
    assert page.composer.content.text == "precious"


def test_an_empty_sheet_offers_the_last_drafts(
    page: ComposePage, shop: Shop, inline_tasks: Any, qtbot: QtBot
) -> None:
    account = shop.accounts.active()
    going_on = GoingOn(shop, inline_tasks, page)
    going_on.show_account(account)
    chosen: list[str] = []
    going_on.chosen.connect(chosen.append)
    mine = shop.drafts.new(account.id)
    shop.drafts.save(mine.id, parts=(DraftPart("on the sheet"),))
    other = shop.drafts.new(account.id)
    shop.drafts.save(other.id, parts=(DraftPart("another"),))
    going_on.show(wanted=True, but=mine.id)
    row = going_on._row
    assert row is not None
    assert not going_on.place.isHidden()
    offered = [card.post_id for card in row.cards]
    assert other.id in offered
    assert mine.id not in offered
    row.cards[0].click()
    assert chosen == offered[:1]
    going_on.show(wanted=False)
    assert going_on.place.isHidden()


def test_without_drafts_nothing_is_built(shop: Shop, inline_tasks: Any, page: ComposePage) -> None:
    account = shop.accounts.active()
    for draft in shop.drafts.all(account.id):
        shop.drafts.delete(draft.id)
    going_on = GoingOn(shop, inline_tasks, page)
    going_on.show_account(account)
    going_on.show(wanted=True)
    assert going_on._row is None
    assert going_on.place.isHidden()


def test_what_a_thread_was_made_of_is_a_version(page: ComposePage, shop: Shop) -> None:
    type_text(page, LONG)
    page.composer.parts.make_of_current()
    page.composer.insert("!")
    kept = shop.versions.all(page.keeper.post_id)
    assert [one.text for one in kept] == [LONG]
