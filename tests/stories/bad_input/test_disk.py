"""A disk that fills up, and a file another program holds, while the owner works."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.clock import DAY, SteppedClock
from services.errors import StorageProblem, StorageTrouble
from services.inbox.values import Lane
from services.paths import Paths
from services.store import backup
from services.x_api.practice import inspection
from tests.stories.bad_input.conftest import Owner
from tests.stories.bad_input.disk import full, needs_limits
from ui.compose.emoji_popover import COMMON, EmojiPopover
from ui.program import START_AGAIN
from ui.tour.hand import paste_pictures, type_text

FULL = "The disk is full. What was saved is safe; free some space and try again."
LOCKED = (
    "Another program is using the data file. What was saved is safe; close that program and try "
    "again."
)
UNSAVED = "Not saved yet. Your words stay on the screen."
LEAVING = "The disk refuses your last words. They stay here; quit once more to leave without them."


@contextmanager
def held(folder: Paths) -> Iterator[None]:
    """Another program writes into the data file and does not end."""
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@needs_limits
def test_typing_on_a_full_disk_loses_nothing_and_says_so(
    owner: Callable[[], Owner], qtbot: QtBot
) -> None:
    him = owner()
    compose = him.program.rooms.compose
    type_text(compose, "before ")
    qtbot.waitUntil(compose.is_saved, timeout=5_000)
    with full():
        type_text(compose, "and after شاي 🍵")
        qtbot.waitUntil(lambda: bool(him.told), timeout=5_000)
        assert (him.told, him.offered) == (FULL, "Try again")
        assert compose.bar.saved_text == UNSAVED
        assert compose.composer.content.text == "before and after شاي 🍵"
        assert him.program.shop.drafts.get(compose.keeper.post_id).text == "before "
        him.press()
        assert (him.told, him.offered) == (FULL, "Try again")
    him.press()
    assert him.told == ""
    assert him.program.shop.drafts.get(compose.keeper.post_id).text == "before and after شاي 🍵"


@pytest.fixture
def own_picture(tmp_path: Path) -> Path:
    path = tmp_path / "窯.png"
    Image.new("RGB", (640, 480), "#0B6B63").save(path)
    return path


@needs_limits
def test_all_else_goes_on_on_a_full_disk(
    owner: Callable[[], Owner], clock: SteppedClock, own_picture: Path
) -> None:
    """Tabs, folds, themes, pictures, marks, the daily copy: a sentence at most, never a bug."""
    him = owner()
    program, shop = him.program, him.program.shop
    compose, account = program.rooms.compose, shop.accounts.active()
    waiting = shop.inbox.lane(account.id, Lane.TO_ANSWER)
    with full():
        for name in ("queue", "inbox", "analytics", "shop", "compose"):
            program.window.show_tab(name)
            program.window.tab_changed.emit(name)
            him.settle()
        program.window.theme_chosen.emit("dark")
        program.window.theme_chosen.emit("light")
        compose.drafts.fold_button.click()
        compose.preview.pane.fold_button.click()
        compose.composer.sheet.emoji_button.click()
        (emoji,) = compose.composer.findChildren(EmojiPopover)
        emoji.grid.clicked.emit(emoji.grid.model().index(COMMON.index("🫖"), 0))
        assert compose.composer.content.text == "🫖"
        assert him.told == ""
        paste_pictures(compose, [own_picture])
        him.settle()
        assert compose.composer.content.pictures == ()
        assert him.told == FULL
        him.press()
        program.show_word(waiting[0].id)
        assert him.told == FULL
        him.press()
        clock.advance(DAY)
        program.background.beat()
        him.settle()
        assert him.told == FULL
    assert shop.inbox.lane(account.id, Lane.TO_ANSWER)[0].id == waiting[0].id
    him.press()
    assert him.told == ""
    assert backup.newest_good_copy(shop.paths) is not None


@needs_limits
def test_a_post_that_cannot_be_queued_stays_a_draft(
    owner: Callable[[], Owner], qtbot: QtBot
) -> None:
    him = owner()
    compose = him.program.rooms.compose
    type_text(compose, "Not yet まだ")
    qtbot.waitUntil(compose.is_saved, timeout=5_000)
    with full():
        compose.bar.post_button.click()
        him.settle()
        assert (him.told, him.offered) == (FULL, "Try again")
        assert compose.composer.content.text == "Not yet まだ"
    him.press()
    compose.bar.post_button.click()
    qtbot.waitUntil(lambda: him.program.window.undo_bar.offered)
    assert him.told == ""


@needs_limits
def test_a_disk_that_fills_up_while_posts_go_out_sends_none_twice(
    owner: Callable[[], Owner], clock: SteppedClock, qtbot: QtBot
) -> None:
    him = owner()
    compose = him.program.rooms.compose
    type_text(compose, "Once")
    compose.bar.post_button.click()
    qtbot.waitUntil(lambda: him.program.window.undo_bar.offered)
    clock.advance(11)
    with full():
        him.program.background.beat()
        him.settle()
        assert him.told == FULL
    for _ in range(4):
        clock.advance(90)
        him.program.background.beat()
        him.settle()
    assert him.told == ""
    x = him.program.shop.clients.practice_x()
    assert [post.text for post in inspection.own_posts(x.state)].count("Once") == 1
    assert him.program.shop.outbox.list(him.program.shop.accounts.active().id) == ()


def test_a_file_another_program_holds_is_told_when_it_lasts(
    owner: Callable[[], Owner], folder: Paths, qtbot: QtBot
) -> None:
    him = owner()
    compose = him.program.rooms.compose
    type_text(compose, "before ")
    qtbot.waitUntil(compose.is_saved, timeout=5_000)
    with held(folder):
        type_text(compose, "and after 🍵")
        him.program.window.show_tab("queue")
        him.program.window.theme_chosen.emit("dark")
        him.program.window.theme_chosen.emit("light")
        assert him.told == ""
        qtbot.waitUntil(lambda: bool(him.told), timeout=10_000)
        assert (him.told, him.offered) == (LOCKED, "Try again")
        assert compose.bar.saved_text == UNSAVED
        assert him.program.shop.drafts.get(compose.keeper.post_id).text == "before "
    qtbot.waitUntil(lambda: not him.told, timeout=5_000)
    assert him.program.shop.drafts.get(compose.keeper.post_id).text == "before and after 🍵"


def test_leaving_with_words_that_are_not_saved_asks_once(
    owner: Callable[[], Owner], folder: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    him = owner()
    ends: list[bool] = []
    monkeypatch.setattr(him.program, "quit", lambda: ends.append(True))
    compose = him.program.rooms.compose
    type_text(compose, "precious")
    with held(folder):
        closing = QCloseEvent()
        him.program.window.closing.emit(closing)
        assert not closing.isAccepted()
        assert him.told == LEAVING
        assert ends == []
        him.program.window.actions_by_name["quit"].trigger()
        assert ends == [True]
    him.press()
    assert him.told == ""
    assert him.program.shop.drafts.get(compose.keeper.post_id).text == "precious"
    type_text(compose, "!")
    closing = QCloseEvent()
    him.program.window.closing.emit(closing)
    assert closing.isAccepted()
    assert ends == [True, True]
    assert him.program.shop.drafts.get(compose.keeper.post_id).text == "precious!"


def test_damage_that_shows_while_it_is_open_leads_to_a_fresh_start(
    owner: Callable[[], Owner], monkeypatch: pytest.MonkeyPatch
) -> None:
    him = owner()
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    torn = StorageTrouble(StorageProblem.DAMAGED, him.program.shop.paths.database)
    him.program.background.trouble.emit("inbox", torn)
    assert him.told == (
        "The data file is damaged and is left as it is. Start again to open a good copy."
    )
    assert him.offered == "Start again"
    him.program.window.banner.button.click()
    assert codes == [START_AGAIN]
