"""Snippets: searched and inserted by keyboard, saved, changed and deleted with Undo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from services.publishing.templates import Template
from services.shop import Shop
from ui.compose.snippets_popover import SnippetsPopover


class Place:
    """The popover on its anchor, and what it gave."""

    def __init__(self, shop: Shop, anchor: QPushButton) -> None:
        self.shop = shop
        self.account = shop.accounts.active().id
        self.anchor = anchor
        self.popover = SnippetsPopover(shop, anchor)
        self.given: list[str] = []
        self.popover.chosen.connect(self.given.append)

    def offer(self, *, selection: str = "", text: str = "") -> SnippetsPopover:
        self.popover.offer(self.anchor, account_id=self.account, selection=selection, text=text)
        return self.popover

    def add(self, name: str, text: str) -> Template:
        return self.shop.templates.add(self.account, name=name, parts=(text,), is_snippet=True)

    def names(self) -> list[str]:
        return [one.name for one in self.shop.templates.snippets(self.account)]


@pytest.fixture
def place(shop: Shop, qtbot: QtBot, themed: Any) -> Iterator[Place]:
    anchor = QPushButton("More")
    qtbot.addWidget(anchor)
    anchor.show()
    made = Place(shop, anchor)
    yield made
    made.popover.hide()
    anchor.close()


def test_a_few_letters_and_enter_insert(place: Place, qtbot: QtBot) -> None:
    place.add("Hours", "Open 10–18 🕙")
    parcels = place.add("Parcels", "{{Tracked}}: {link}")
    place.add("شحن", "التوصيل خلال يومين")
    popover = place.offer()
    qtbot.keyClicks(popover.search, "parc")
    assert popover.list.ids() == (parcels.id,)
    qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert place.given == ["{Tracked}: {link}"]
    assert not popover.isVisible()
    assert place.shop.templates.get(parcels.id).uses == 1


def test_arrows_in_the_search_move_the_rows(place: Place, qtbot: QtBot) -> None:
    for name in "abc":
        place.add(name, f"text of {name}")
    popover = place.offer()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(popover.search, key)
    qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert place.given == ["text of c"]


def test_broken_braces_are_told_before_they_are_inserted(place: Place, qtbot: QtBot) -> None:
    place.add("Broken", "茶\nSize {size is sold out")
    popover = place.offer()
    qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert place.given == []
    assert popover.note.text() == "Line 2: nothing closes the brace in “{size is sol…”."
    qtbot.mouseClick(popover.anyway_button, Qt.MouseButton.LeftButton)
    assert place.given == ["茶\nSize {size is sold out"]


def test_the_selection_is_saved_by_its_first_words(place: Place, qtbot: QtBot) -> None:
    popover = place.offer(selection=" Open till six ", text="Open till six today")
    assert popover.save_button.text() == "Save the selection"
    qtbot.mouseClick(popover.save_button, Qt.MouseButton.LeftButton)
    assert (popover.form.name.text(), popover.form.words.text()) == ("Open till six",) * 2
    qtbot.mouseClick(popover.form.save_button, Qt.MouseButton.LeftButton)
    assert place.names() == ["Open till six"]
    assert popover.list.current == place.shop.templates.snippets(place.account)[0].id
    popover.hide()
    again = place.offer(text="Open till six")
    assert again.save_button.text() == "Save this text"
    again.save_button.click()
    assert again.form.name.text() == "Open till six 2"


def test_an_empty_sheet_begins_a_new_snippet(place: Place, qtbot: QtBot) -> None:
    popover = place.offer()
    assert popover.nothing.isVisible()
    assert popover.save_button.text() == "New snippet"
    popover.save_button.click()
    assert not popover.form.save_button.isEnabled()
    popover.form.words.setPlainText("{")
    assert popover.form.note.text().startswith("Line 1: nothing closes")
    popover.form.words.setPlainText("ありがとう🍵")
    qtbot.keyClick(popover.form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    popover.form.save()
    assert place.names()[0] == "ありがとう🍵"


def test_a_taken_name_is_told_and_nothing_lost(place: Place, qtbot: QtBot) -> None:
    place.add("Hours", "a")
    other = place.add("Parcels", "b")
    popover = place.offer()
    popover.list.step(1)
    popover.change_button.click()
    popover.form.name.setText("Hours")
    popover.form.save_button.click()
    assert popover.form.note.text() == "Another snippet has this name."
    assert place.shop.templates.get(other.id) == other
    popover.form.name.setText("Post office")
    popover.form.words.setPlainText("c")
    popover.form.save_button.click()
    after = place.shop.templates.get(other.id)
    assert (after.name, after.text) == ("Post office", "c")


def test_escape_in_the_form_goes_back_to_the_rows(place: Place, qtbot: QtBot) -> None:
    place.add("Hours", "a")
    popover = place.offer()
    popover.change_button.click()
    qtbot.keyClick(popover.form, Qt.Key.Key_Escape)
    assert popover.isVisible()
    assert popover.list.isVisible()


def test_a_deleted_one_comes_back(place: Place, qtbot: QtBot) -> None:
    place.add("a", "a")
    place.add("b", "b")
    popover = place.offer()
    qtbot.keyClick(popover.list, Qt.Key.Key_Delete)
    assert place.names() == ["b"]
    assert popover.note.text() == "Snippet deleted."
    qtbot.mouseClick(popover.undo_button, Qt.MouseButton.LeftButton)
    assert sorted(place.names()) == ["a", "b"]
    assert not popover.undo_button.isVisible()


def test_nothing_found_says_so(place: Place, qtbot: QtBot) -> None:
    place.add("Hours", "a")
    popover = place.offer()
    qtbot.keyClicks(popover.search, "zebra")
    assert popover.nothing.text() == "No snippet has these words."
    qtbot.keyClick(popover.search, Qt.Key.Key_Return)
    assert place.given == []
    assert not popover.delete_button.isEnabled()
