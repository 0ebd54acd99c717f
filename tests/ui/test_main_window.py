from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.theme import Theme

TITLES = {
    "en": ("Compose", "Queue", "Inbox", "Analytics", "Shop"),
    "ar": ("كتابة", "قائمة الانتظار", "الوارد", "التحليلات", "المتجر"),
}
NAMES = ("compose", "queue", "inbox", "analytics", "shop")
ICONS = ("square-pen", "calendar-days", "inbox", "chart-column", "store")


def made(qtbot: QtBot, language: str = "en") -> MainWindow:
    pages = [
        (name, icon, title, QWidget())
        for name, icon, title in zip(NAMES, ICONS, TITLES[language], strict=True)
    ]
    window = MainWindow(pages)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def window(qtbot: QtBot, themed: Theme) -> Iterator[MainWindow]:
    window = made(qtbot)
    yield window
    window.hide()


def test_tabs_show_their_pages(qtbot: QtBot, window: MainWindow) -> None:
    assert window.current_tab == "compose"
    with qtbot.waitSignal(window.tab_changed) as seen:
        window.show_tab("inbox")
    assert seen.args == ["inbox"]
    assert window._stack.currentWidget() is window.page("inbox")


def test_every_key_of_the_window_is_a_command(window: MainWindow) -> None:
    keys = {
        name: {key.toString() for key in action.shortcuts()}
        for name, action in window.actions_by_name.items()
    }
    assert keys["new_draft"] == {"Ctrl+N"}
    assert keys["post"] == {"Ctrl+Return", "Ctrl+Enter"}
    assert keys["queue"] == {"Ctrl+Shift+Return", "Ctrl+Shift+Enter"}
    assert keys["find"] == {"Ctrl+F"}
    assert keys["keys"] == {"F1"}
    assert keys["settings"] == {"Ctrl+,"}
    assert keys["check_now"] == {"F5"}
    assert [keys[f"tab_{name}"] for name in NAMES] == [{f"Ctrl+{n}"} for n in range(1, 6)]
    used = [key for several in keys.values() for key in several]
    assert len(used) == len(set(used))


def test_every_command_is_in_the_menu_and_on_the_window(window: MainWindow) -> None:
    menu = window._actions.menu
    inside = {action for action in menu.actions()}
    for sub in menu.actions():
        below = sub.menu()
        if below is not None:
            inside |= set(below.actions())
    for name, action in window.actions_by_name.items():
        assert action in window.actions()
        assert action in inside, name
        assert action.text()


def test_keys_change_the_tab(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current_tab == "analytics")


def test_counts_are_shown_and_spoken(window: MainWindow) -> None:
    window.set_count("inbox", 3, "3 to answer")
    assert window._tabs.count_text("inbox") == "3"
    assert "3 to answer" in window._tabs.accessibleTabName(2)


def test_account_chip(qtbot: QtBot, window: MainWindow) -> None:
    window.set_account("Leaf & Kiln", "tea", "#c2571a", "sample shop")
    assert window.account_chip.text() == "@tea"
    assert "sample shop" in window.account_chip.accessibleName()
    window.set_account("چای‌خانه 🌿", None, "#c2571a", "by hand")
    assert window.account_chip.text() == "چای‌خانه 🌿"
    with qtbot.waitSignal(window.account_asked):
        window.account_chip.click()


def test_a_banner_takes_the_place_of_the_practice_strip(qtbot: QtBot, window: MainWindow) -> None:
    window.set_practice(True)
    assert not window._practice.isHidden()
    with qtbot.waitSignal(window.own_shop_asked):
        window._practice.button.click()
    window.show_banner("X could not be reached.", "Try now", "amber")
    assert window._practice.isHidden()
    assert not window._sample.isHidden()
    assert window._sample.text() == "Sample shop"
    assert not window.banner.isHidden()
    with qtbot.waitSignal(window.banner_pressed):
        window.banner.button.click()
    window.clear_banner()
    assert not window._practice.isHidden()
    assert window._sample.isHidden()
    assert window.banner.isHidden()
    window.set_practice(False)
    window.show_banner("X could not be reached.", "Try now", "amber")
    assert window._practice.isHidden()
    assert window._sample.isHidden()


def test_an_undo_is_offered_and_pressed(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    said: list[str] = []
    window.undo_pressed.connect(lambda: said.append("pressed"))
    window.offer_undo("Post goes out in 10 seconds", 10)
    window.actions_by_name["undo"].trigger()
    window.offer_undo("Deleted", 10)
    window.undo_bar.settle()
    assert said == ["pressed"]


def test_spend_only_when_given(window: MainWindow) -> None:
    assert window._spend.isHidden()
    window.set_spend("$1.20 of $5")
    assert not window._spend.isHidden()
    window.set_spend(None)
    assert window._spend.isHidden()


def test_closing_can_be_refused(window: MainWindow) -> None:
    window.show()

    def stay(event: QCloseEvent) -> None:
        event.ignore()

    window.closing.connect(stay)
    assert not window.close()
    assert window.isVisible()
    window.closing.disconnect(stay)
    assert window.close()


def test_place_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1111, 700)
    kept = window.place()
    window.resize(1000, 650)
    assert window.put_back(kept)
    assert not window.put_back("nonsense")


def test_light_or_dark_is_chosen_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.set_theme_choice("dark")
    below = [action.menu() for action in window._actions.menu.actions()]
    themes = next(menu for menu in below if menu and menu.title() == "Light or dark").actions()
    assert [action.data() for action in themes if action.isChecked()] == ["dark"]
    window.set_theme_choice("system")
    assert [action.data() for action in themes if action.isChecked()] == ["system"]
    with qtbot.waitSignal(window.theme_chosen) as seen:
        themes[1].trigger()
    assert seen.args == ["light"]


def test_single_letters_can_be_switched_off(window: MainWindow) -> None:
    undo = window.actions_by_name["undo"]
    assert undo.shortcut() == QKeySequence("U")
    window.set_single_keys(False)
    assert undo.shortcut().isEmpty()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_fits_at_the_least_size(qtbot: QtBot, themed: Theme, language: str) -> None:
    themed.apply("light", language)
    window = made(qtbot, language)
    window.set_account("Leaf & Kiln", "leaf_and_kiln_tea", "#c2571a", "sample shop")
    window.set_checked("checked 12 min ago")
    window.set_count("queue", 12, "")
    window.set_count("inbox", 99, "")
    window.resize(960, 640)
    window.show()
    assert window.width() == 960
    bar = window._tabs.parentWidget()
    assert bar is not None
    for part in (window._tabs, window.account_chip, window._checked, window._settings):
        assert part.isHidden() or bar.rect().contains(part.geometry())
    first = window._tabs.x()
    if language == "ar":
        assert first > window._settings.x()
    else:
        assert first < window._settings.x()
    window.hide()
    themed.apply("light", "en")


def test_the_tabs_keep_their_words_longest(qtbot: QtBot, window: MainWindow) -> None:
    """Of a connected shop with a long handle, in a narrow window."""
    window.resize(1600, 700)
    window.show()
    window.set_account("Tea", "the_blue_window_bakery", "#c2571a", "Connected")
    window.set_checked("Checked just now")
    window.set_spend("$1,234.438 of $100,000.00", short="$1,234.438")
    whole = window._tabs.sizeHint().width()
    seen = []
    for width in range(1600, 940, -20):
        window.resize(width, 700)
        QApplication.processEvents()
        words = window._tabs.width() >= whole
        seen.append((words, window._spend.text() != "$1,234.438", window._checked.isVisible()))
    order = list(dict.fromkeys(seen))
    assert order[:3] == [(True, True, True), (True, True, False), (True, False, False)]
    assert window._spend.accessibleName() == "$1,234.438 of $100,000.00. Every payment"
    window.resize(1600, 700)
    assert window._checked.isVisible()
    assert window._spend.text() == "$1,234.438 of $100,000.00"


def test_every_control_of_the_frame_is_named(window: MainWindow) -> None:
    window.set_account("x", "x", "#c2571a", "x")
    for part in (window._tabs, window.account_chip, window._settings):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
