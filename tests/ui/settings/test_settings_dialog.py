from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from services.errors import StorageProblem, StorageTrouble
from services.settings import (
    LANGUAGE,
    NOTICES_WITH_TEXT,
    SINGLE_KEYS,
    TEXT_PERCENT,
    THEME,
    UNDO_SECONDS,
)
from services.shop import Shop
from ui import languages
from ui.settings.settings_dialog import TEXT_CHOICES, UNDO_CHOICES, SettingsDialog
from ui.theme import Theme
from ui.tour.faults import clipped


@pytest.fixture
def parent(qtbot: QtBot, themed: object) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(parent: QWidget, shop: Shop) -> SettingsDialog:
    return SettingsDialog(shop.settings, shop.paths, parent, accounts=shop.accounts)


def test_it_shows_what_is_kept(parent: QWidget, shop: Shop) -> None:
    shop.settings.set(THEME, "dark")
    shop.settings.set(UNDO_SECONDS, 20)
    shop.settings.set(NOTICES_WITH_TEXT, False)
    shop.settings.set(SINGLE_KEYS, False)
    dialog = SettingsDialog(shop.settings, shop.paths, parent)
    assert (dialog.look.choice, dialog.undo.choice) == ("dark", "20")
    assert not dialog.notices.isChecked()
    assert not dialog.single_keys.isChecked()


@pytest.mark.parametrize("seconds", UNDO_CHOICES)
def test_the_time_to_undo_is_kept_as_chosen(
    dialog: SettingsDialog, shop: Shop, seconds: int
) -> None:
    dialog.undo.button(str(seconds)).click()
    assert shop.settings.get(UNDO_SECONDS) == seconds


@pytest.mark.parametrize("percent", [0, *TEXT_CHOICES])
def test_the_size_of_words_is_kept_and_told(
    dialog: SettingsDialog, shop: Shop, qtbot: QtBot, percent: int
) -> None:
    assert dialog.text_size.choice == "0"
    with qtbot.waitSignal(dialog.text_chosen) as seen:
        dialog.text_size.button(str(percent)).click()
    assert seen.args == [percent]
    assert shop.settings.get(TEXT_PERCENT) == percent


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("room", [QSize(960, 640), QSize(1280, 800)])
def test_it_stays_within_its_window_and_cuts_no_word(
    parent: QWidget, shop: Shop, themed: Theme, percent: int, room: QSize
) -> None:
    parent.resize(room)
    dialog = SettingsDialog(shop.settings, shop.paths, parent, accounts=shop.accounts)
    dialog.open()
    # While it is open, as the owner does it.
    themed.choose_text(percent)
    QApplication.processEvents()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert list(clipped(dialog)) == []
    assert dialog.rect().contains(dialog.done_button.geometry())
    dialog.close()
    themed.choose_text(100)


def test_another_number_of_seconds_shows_as_the_nearest(parent: QWidget, shop: Shop) -> None:
    shop.settings.set(UNDO_SECONDS, 48)
    assert SettingsDialog(shop.settings, shop.paths, parent).undo.choice == "60"
    assert shop.settings.get(UNDO_SECONDS) == 48


def test_switches_are_kept_at_once(dialog: SettingsDialog, shop: Shop, qtbot: QtBot) -> None:
    dialog.notices.click()
    assert shop.settings.get(NOTICES_WITH_TEXT) is False
    with qtbot.waitSignal(dialog.single_keys_chosen) as seen:
        dialog.single_keys.click()
    assert seen.args == [False]
    assert shop.settings.get(SINGLE_KEYS) is False


def test_premium_is_kept_for_the_account_in_hand_and_told(
    dialog: SettingsDialog, shop: Shop, parent: QWidget, qtbot: QtBot
) -> None:
    assert dialog.long_posts is not None
    assert not dialog.long_posts.isChecked()
    with qtbot.waitSignal(dialog.long_posts_chosen) as seen:
        dialog.long_posts.click()
    assert seen.args == [True]
    assert shop.accounts.active().long_posts
    own = shop.accounts.start_own_shop(handle="tea", zone="Asia/Tokyo")
    assert not own.long_posts
    again = SettingsDialog(shop.settings, shop.paths, parent, accounts=shop.accounts)
    assert again.long_posts is not None
    assert not again.long_posts.isChecked()


def test_of_a_connected_account_x_tells_it_and_nobody_asks(parent: QWidget, shop: Shop) -> None:
    own = shop.accounts.start_own_shop(handle="tea", zone="Asia/Tokyo")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (own.id,))
    dialog = SettingsDialog(shop.settings, shop.paths, parent, accounts=shop.accounts)
    assert dialog.long_posts is None


def test_premium_that_cannot_be_kept_is_told_here(
    dialog: SettingsDialog, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.data)

    monkeypatch.setattr(type(shop.accounts), "set_long_posts", full)
    assert dialog.long_posts is not None
    with qtbot.assertNotEmitted(dialog.long_posts_chosen):
        dialog.long_posts.click()
    assert not dialog.trouble.isHidden()


def test_the_look_is_put_on_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert dialog.look.choice == "system"
    with qtbot.waitSignal(dialog.theme_chosen) as seen:
        dialog.look.button("light").click()
    assert seen.args == ["light"]


def test_the_folder_is_shown(
    dialog: SettingsDialog, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.folder_button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [shop.paths.data]


def test_a_disk_that_refuses_is_told_in_the_dialog(
    dialog: SettingsDialog, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    with monkeypatch.context() as patch:
        patch.setattr(type(shop.settings), "set", refuse)
        dialog.undo.button("60").click()
        assert not dialog.trouble.isHidden()
        assert dialog.trouble.text().startswith("The disk is full.")
    dialog.undo.button("60").click()
    assert dialog.trouble.isHidden()
    assert shop.settings.get(UNDO_SECONDS) == 60


def test_there_is_no_choice_of_one_language(dialog: SettingsDialog) -> None:
    assert [code for code, _name in languages.offered()] == ["en"]
    assert dialog.language is None


def test_a_language_is_kept_for_the_next_start(
    parent: QWidget, shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code in ("en", "fa", "ja"):
        (tmp_path / f"shoplark_{code}.qm").touch()
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    dialog = SettingsDialog(shop.settings, shop.paths, parent)
    assert dialog.language is not None
    names = [dialog.language.itemText(place) for place in range(dialog.language.count())]
    assert names[0] == "As the system"
    assert names[2:] == ["فارسی", "日本語"]
    dialog.language.setCurrentIndex(3)
    assert shop.settings.get(LANGUAGE) == "ja"
