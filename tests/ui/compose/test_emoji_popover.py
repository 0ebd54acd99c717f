"""The picker of emoji, by pointer, by keys, and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from services.settings import EMOJI_TONE, RECENT_EMOJI, Settings
from services.store.database import Database
from services.text.emoji_book import Emoji
from ui.compose.emoji_glyphs import Drawable
from ui.compose.emoji_popover import COMMON, EmojiPopover
from ui.languages import speak

KEYS = Qt.Key


@pytest.fixture
def settings(database: Database) -> Settings:
    return Settings(database)


@pytest.fixture
def anchor(qtbot: QtBot, themed: object) -> QPushButton:
    made = QPushButton("Emoji")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def popover(anchor: QPushButton, settings: Settings) -> Iterator[EmojiPopover]:
    made = EmojiPopover(anchor, settings)
    made.open_at(anchor)
    yield made
    made.hide()


def press(widget: object, key: Qt.Key, how: Qt.KeyboardModifier | None = None) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, key, how or Qt.KeyboardModifier.NoModifier)


def test_a_shops_own_come_first_and_each_group_has_a_tab(popover: EmojiPopover) -> None:
    assert popover.grid.shown.signs == list(COMMON)
    popover.tabs.group.button(4).click()
    assert "🫖" in popover.grid.shown.signs
    assert popover.grid.accessibleName() == "Food and drink"
    every = set()
    for number in range(1, 10):
        popover.tabs.group.button(number).click()
        every |= set(popover.grid.shown.signs)
    assert len(every) > 1_850


def test_search_finds_in_any_language_and_enter_picks(popover: EmojiPopover, qtbot: QtBot) -> None:
    picked: list[str] = []
    popover.picked.connect(picked.append)
    for query in ("teapot", "tetera", "お茶", "چای", "شاي", "茶"):
        popover.search.setText(query)
        assert {"🫖", "🍵"} & set(popover.grid.shown.signs), query
    popover.search.setText("teapot")
    press(popover.search, KEYS.Key_Return)
    assert picked == ["🫖"]
    assert not popover.isVisible()


@pytest.mark.parametrize("query", ["heart", "corazon", "قلب", "心", "❤"])
def test_whoever_looks_for_a_heart_finds_the_red_one_first(
    popover: EmojiPopover, query: str
) -> None:
    popover.search.setText(query)
    assert popover.grid.shown.signs[0] == "❤️"


def test_nothing_found_is_said_and_an_empty_search_shows_the_group_again(
    popover: EmojiPopover,
) -> None:
    popover.search.setText("xyzzy")
    assert popover.grid.shown.signs == []
    assert popover._title.text() == "Nothing found"
    press(popover.search, KEYS.Key_Return)
    assert popover.isVisible()
    popover.search.clear()
    assert popover.grid.shown.signs == list(COMMON)


def test_arrows_go_from_the_search_through_the_emoji_and_back(
    popover: EmojiPopover, settings: Settings, anchor: QPushButton
) -> None:
    settings.set(RECENT_EMOJI, "🍵 👍🏽")
    popover.open_at(anchor)
    assert popover.focusWidget() is popover.search
    press(popover.search, KEYS.Key_Down)
    assert popover.focusWidget() is popover.grid
    press(popover.grid, KEYS.Key_Right)
    press(popover.grid, KEYS.Key_Down)
    assert popover.grid.currentIndex().data() == COMMON[11]
    assert popover._name.text() == "face with tears of joy"
    press(popover.grid, KEYS.Key_Up)
    press(popover.grid, KEYS.Key_Up)
    assert popover.focusWidget() is popover.recent
    assert popover.recent.shown.signs == ["🍵", "👍🏽"]
    press(popover.recent, KEYS.Key_Down)
    assert popover.focusWidget() is popover.grid
    press(popover.grid, KEYS.Key_Up)
    press(popover.recent, KEYS.Key_Up)
    assert popover.focusWidget() is popover.search


def test_letters_typed_over_the_emoji_go_to_the_search(popover: EmojiPopover) -> None:
    press(popover.search, KEYS.Key_Down)
    press(popover.grid, KEYS.Key_T)
    assert popover.focusWidget() is popover.search
    assert popover.search.text() == "t"


def test_enter_in_the_emoji_picks_and_escape_closes(
    popover: EmojiPopover, settings: Settings, anchor: QPushButton
) -> None:
    picked: list[str] = []
    popover.picked.connect(picked.append)
    press(popover.search, KEYS.Key_Down)
    press(popover.grid, KEYS.Key_Right)
    press(popover.grid, KEYS.Key_Return)
    assert picked == [COMMON[1]]
    assert settings.get(RECENT_EMOJI) == COMMON[1]
    popover.open_at(anchor)
    press(popover, KEYS.Key_Escape)
    assert not popover.isVisible()


def test_the_tone_is_chosen_once_and_remembered(
    popover: EmojiPopover, settings: Settings, anchor: QPushButton
) -> None:
    popover.search.setText("thumbs up")
    press(popover.search, KEYS.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert settings.get(EMOJI_TONE) == 1
    assert popover.grid.shown.signs[0] == "👍🏻"
    press(popover.search, KEYS.Key_Down)
    press(popover.grid, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(popover.grid, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert popover.grid.shown.signs[0] == "👍🏿"
    assert popover.tone_button.accessibleName() == "Skin tone: dark"
    popover.tone_button.click()
    assert popover.tone_button.accessibleName() == "Skin tone: none"
    assert popover.grid.shown.signs[0] == "👍"
    popover.search.setText("couple with heart")
    popover.tone_button.click()
    assert "💑🏻" in popover.grid.shown.signs


def test_a_screen_reader_hears_the_name_in_the_programs_language(
    qapp: QApplication, anchor: QPushButton, settings: Settings
) -> None:
    for language, name in (("en", "teapot"), ("fa", "قوری"), ("ja", "ティーポット")):
        speak(qapp, language)
        made = EmojiPopover(anchor, settings)
        made.open_at(anchor)
        made.search.setText("teapot")
        grid = QAccessible.queryAccessibleInterface(made.grid)
        assert grid is not None
        assert grid.child(0).text(QAccessible.Text.Name) == name
        made.hide()


def test_what_the_fonts_cannot_draw_is_not_offered(popover: EmojiPopover) -> None:
    drawable = Drawable(popover.font())
    assert drawable.can_draw("🍵")
    assert drawable.can_draw("👩🏽‍🤝‍👨🏻")
    assert not drawable.can_draw("\U0001fbff\U0001fbfe")
    # Joined by hand: no font has it as one sign.
    assert not drawable.can_draw("🍵\u200d🫖")
    unknown = Emoji("\U000e0999", 0, ("a", "b", "c", "d", "e", "f"))
    assert drawable.of([unknown]) == []


def test_it_is_mirrored(anchor: QPushButton, settings: Settings) -> None:
    made = EmojiPopover(anchor, settings)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.open_at(anchor)
    first, second = (made.grid.visualRect(made.grid.shown.index(n, 0)) for n in (0, 1))
    assert first.left() > second.left()
    tabs = [made.tabs.group.button(number) for number in (0, 9)]
    assert tabs[0].x() > tabs[1].x()
    made.hide()
