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
from ui.settings.general_section import TEXT_CHOICES
from ui.settings.sending_section import UNDO_CHOICES
from ui.settings.settings_dialog import SettingsDialog
from ui.tasks import Tasks
from ui.theme import Theme
from ui.tour.faults import clipped


@pytest.fixture
def parent(qtbot: QtBot, themed: object) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(parent: QWidget, shop: Shop, inline_tasks: Tasks) -> SettingsDialog:
    return SettingsDialog(shop, inline_tasks, parent)


def test_it_shows_what_is_kept(parent: QWidget, shop: Shop, inline_tasks: Tasks) -> None:
    shop.settings.set(THEME, "dark")
    shop.settings.set(UNDO_SECONDS, 20)
    shop.settings.set(NOTICES_WITH_TEXT, False)
    shop.settings.set(SINGLE_KEYS, False)
    dialog = SettingsDialog(shop, inline_tasks, parent)
    assert (dialog.general.look.choice, dialog.sending.undo.choice) == ("dark", "20")
    assert not dialog.general.notices.isChecked()
    assert not dialog.general.single_keys.isChecked()


@pytest.mark.parametrize("seconds", UNDO_CHOICES)
def test_the_time_to_undo_is_kept_as_chosen(
    dialog: SettingsDialog, shop: Shop, seconds: int
) -> None:
    dialog.sending.undo.button(str(seconds)).click()
    assert shop.settings.get(UNDO_SECONDS) == seconds


@pytest.mark.parametrize("percent", [0, *TEXT_CHOICES])
def test_the_size_of_words_is_kept_and_told(
    dialog: SettingsDialog, shop: Shop, qtbot: QtBot, percent: int
) -> None:
    assert dialog.general.text_size.choice == "0"
    with qtbot.waitSignal(dialog.text_chosen) as seen:
        dialog.general.text_size.button(str(percent)).click()
    assert seen.args == [percent]
    assert shop.settings.get(TEXT_PERCENT) == percent


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("room", [QSize(960, 640), QSize(1280, 800)])
def test_it_stays_within_its_window_and_cuts_no_word(
    parent: QWidget, shop: Shop, inline_tasks: Tasks, themed: Theme, percent: int, room: QSize
) -> None:
    parent.resize(room)
    dialog = SettingsDialog(shop, inline_tasks, parent)
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


def test_another_number_of_seconds_shows_as_the_nearest(
    parent: QWidget, shop: Shop, inline_tasks: Tasks
) -> None:
    shop.settings.set(UNDO_SECONDS, 48)
    assert SettingsDialog(shop, inline_tasks, parent).sending.undo.choice == "60"
    assert shop.settings.get(UNDO_SECONDS) == 48


def test_switches_are_kept_at_once(dialog: SettingsDialog, shop: Shop, qtbot: QtBot) -> None:
    dialog.general.notices.click()
    assert shop.settings.get(NOTICES_WITH_TEXT) is False
    with qtbot.waitSignal(dialog.single_keys_chosen) as seen:
        dialog.general.single_keys.click()
    assert seen.args == [False]
    assert shop.settings.get(SINGLE_KEYS) is False


def test_premium_is_kept_for_the_account_in_hand_and_told(
    dialog: SettingsDialog, shop: Shop, inline_tasks: Tasks, parent: QWidget, qtbot: QtBot
) -> None:
    assert dialog.sending.long_posts is not None
    assert not dialog.sending.long_posts.isChecked()
    with qtbot.waitSignal(dialog.long_posts_chosen) as seen:
        dialog.sending.long_posts.click()
    assert seen.args == [True]
    assert shop.accounts.active().long_posts
    own = shop.accounts.start_own_shop(handle="tea", zone="Asia/Tokyo")
    assert not own.long_posts
    again = SettingsDialog(shop, inline_tasks, parent)
    assert again.sending.long_posts is not None
    assert not again.sending.long_posts.isChecked()


def test_of_a_connected_account_x_tells_it_and_nobody_asks(
    parent: QWidget, shop: Shop, inline_tasks: Tasks
) -> None:
    own = shop.accounts.start_own_shop(handle="tea", zone="Asia/Tokyo")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (own.id,))
    dialog = SettingsDialog(shop, inline_tasks, parent)
    assert dialog.sending.long_posts is None


def test_premium_that_cannot_be_kept_is_told_here(
    dialog: SettingsDialog, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.data)

    monkeypatch.setattr(type(shop.accounts), "set_long_posts", full)
    assert dialog.sending.long_posts is not None
    with qtbot.assertNotEmitted(dialog.long_posts_chosen):
        dialog.sending.long_posts.click()
    assert not dialog.trouble.isHidden()


def test_the_look_is_put_on_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert dialog.general.look.choice == "system"
    with qtbot.waitSignal(dialog.theme_chosen) as seen:
        dialog.general.look.button("light").click()
    assert seen.args == ["light"]


def test_the_folder_is_shown(
    dialog: SettingsDialog, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.general.folder_button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [shop.paths.data]


def test_a_disk_that_refuses_is_told_in_the_dialog(
    dialog: SettingsDialog, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    with monkeypatch.context() as patch:
        patch.setattr(type(shop.settings), "set", refuse)
        dialog.sending.undo.button("60").click()
        assert not dialog.trouble.isHidden()
        assert dialog.trouble.text().startswith("The disk is full.")
    dialog.sending.undo.button("60").click()
    assert dialog.trouble.isHidden()
    assert shop.settings.get(UNDO_SECONDS) == 60


def test_there_is_no_choice_of_one_language(dialog: SettingsDialog) -> None:
    assert [code for code, _name in languages.offered()] == ["en"]
    assert dialog.general.language is None


def test_a_language_is_kept_for_the_next_start(
    parent: QWidget,
    shop: Shop,
    inline_tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for code in ("en", "fa", "ja"):
        (tmp_path / f"shoplark_{code}.qm").touch()
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    dialog = SettingsDialog(shop, inline_tasks, parent)
    assert dialog.general.language is not None
    names = [
        dialog.general.language.itemText(place) for place in range(dialog.general.language.count())
    ]
    assert names[0] == "As the system"
    assert names[2:] == ["فارسی", "日本語"]
    dialog.general.language.setCurrentIndex(3)
    assert shop.settings.get(LANGUAGE) == "ja"
