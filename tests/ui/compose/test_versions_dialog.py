"""Earlier versions: listed, compared with now, brought back and undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.errors import StorageProblem, StorageTrouble
from services.publishing.drafts import DraftPart
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.publishing.posts import Post
from services.publishing.versions import Version
from services.shop import Shop
from ui.compose.versions_dialog import VersionsDialog
from ui.compose.versions_words import other_changes
from ui.tasks import LaneTasks

FIRST, SECOND = "New cups today\nشاي جديد 🍵", "New bowls today\nشاي بالنعناع"


@pytest.fixture
def dialog(shop: Shop, qtbot: QtBot, themed: Any) -> Iterator[VersionsDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    yield VersionsDialog(shop, over, save_first=lambda: True)
    over.close()


@pytest.fixture
def post(shop: Shop, clock: SteppedClock) -> Post:
    """Written today, and changed an hour later."""
    made = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(made.id, parts=(DraftPart(FIRST), DraftPart("two")))
    clock.advance(3_600)
    return shop.drafts.save(made.id, parts=(DraftPart(SECOND), DraftPart("two")))


def looks(dialog: VersionsDialog) -> list[tuple[str, bool, bool]]:
    """Each piece of what is shown: its words, whether underlined, whether struck through."""
    found, block = [], dialog.view.text.document().firstBlock()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            fragment = pieces.fragment()
            look = fragment.charFormat()
            found.append((fragment.text(), look.fontUnderline(), look.fontStrikeOut()))
            pieces += 1
        block = block.next()
    return found


def test_a_version_says_when_and_how_long_and_what_differs(
    dialog: VersionsDialog, post: Post
) -> None:
    dialog.show_post(post.id)
    (row,) = (dialog.list.model().index(n, 0) for n in range(dialog.list.model().rowCount()))
    said = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Today, ")
    assert said.endswith(f", {len(FIRST) + 3} characters")
    shown = looks(dialog)
    assert ("bowls", False, True) in shown
    assert ("cups", True, False) in shown
    assert ("بالنعناع", False, True) in shown
    assert dialog.view.text.accessibleDescription().startswith("goes: bowls; comes back: cups")


def test_long_texts_are_compared_beside_and_the_dialog_says_so(
    shop: Shop, qtbot: QtBot, themed: Any, clock: SteppedClock
) -> None:
    made = shop.drafts.new(shop.accounts.active().id)
    words = "The kiln is hot. " * 1_000
    shop.drafts.save(made.id, parts=(DraftPart(f"{words}Once"),))
    clock.advance(3_600)
    shop.drafts.save(made.id, parts=(DraftPart(f"{words}Twice"),))
    tasks = LaneTasks()
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    dialog = VersionsDialog(shop, over, save_first=lambda: True, tasks=tasks)
    dialog.show_post(made.id)
    assert dialog.view.text.toPlainText() == "Being compared with now…"
    qtbot.waitUntil(lambda: ("Once", True, False) in looks(dialog), timeout=5_000)
    tasks.stop()
    tasks.join()


def test_each_paragraph_runs_its_own_way(dialog: VersionsDialog, post: Post) -> None:
    dialog.show_post(post.id)
    cursor = dialog.view.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    ways = []
    while True:
        ways.append(cursor.blockFormat().layoutDirection())
        if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            break
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert ways[:2] == [left, right]


def test_it_is_brought_back_and_that_is_undone(
    dialog: VersionsDialog, post: Post, shop: Shop, qtbot: QtBot
) -> None:
    restored: list[Post] = []
    undos: list[Any] = []
    dialog.restored.connect(restored.append)
    dialog.undo_offered.connect(undos.append)
    dialog.show_post(post.id)
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert [one.text for one in restored] == [FIRST]
    assert shop.drafts.get(post.id).text == FIRST
    undos[0].undo()
    assert restored[-1].text == SECOND
    assert shop.drafts.get(post.id).text == SECOND
    dialog.show_post(post.id)
    assert dialog.list.model().rowCount() == 1
    dialog.close()


def test_pictures_and_polls_are_told_beside_the_words(
    dialog: VersionsDialog, shop: Shop, clock: SteppedClock
) -> None:
    made = shop.drafts.new(shop.accounts.active().id)
    options = PostOptions(poll=Poll(("a", "b")))
    shop.drafts.save(made.id, parts=(DraftPart("tea"),), options=options)
    clock.advance(3_600)
    shop.drafts.save(made.id, parts=(DraftPart("tea"),), options=PostOptions())
    dialog.show_post(made.id)
    assert "It had a poll with the choices \u2068a\u2069, \u2068b\u2069." in [
        one.text() for one in dialog.view.findChildren(type(dialog.view._note))
    ]
    dialog.close()


def test_a_new_draft_has_nothing_earlier(dialog: VersionsDialog, shop: Shop, qtbot: QtBot) -> None:
    made = shop.drafts.new(shop.accounts.active().id)
    dialog.show_post(made.id)
    assert not dialog.back_button.isVisible()
    assert dialog.list.model().rowCount() == 0
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_full_disk_changes_nothing_and_is_told(
    dialog: VersionsDialog, post: Post, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    failed: list[Any] = []
    dialog.failed.connect(failed.append)
    dialog.show_post(post.id)
    monkeypatch.setattr(shop.versions, "restore", refuse)
    dialog.back_button.click()
    assert [error.problem for error in failed] == [StorageProblem.FULL]
    assert dialog.isVisible()
    dialog.close()
    assert shop.drafts.get(post.id).text == SECOND


def test_a_version_of_what_went_out_in_part_is_not_brought_back(
    dialog: VersionsDialog, post: Post, shop: Shop
) -> None:
    restored: list[Post] = []
    dialog.restored.connect(restored.append)
    dialog.show_post(post.id)
    assert dialog.note.isHidden()
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'needs_you' WHERE id = ?", (post.id,))
        connection.execute(
            "UPDATE part SET x_post_id = '9' WHERE post_id = ? AND position = 0", (post.id,)
        )
    dialog.back_button.click()
    assert restored == []
    assert dialog.isVisible()
    assert dialog.note.text().startswith("Some of this post is on X")
    assert shop.drafts.get(post.id).text == SECOND
    dialog.close()


def test_a_version_of_a_queued_post_that_is_under_way_is_not_brought_back(
    dialog: VersionsDialog, post: Post, shop: Shop
) -> None:
    dialog.show_post(post.id)
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'sending' WHERE id = ?", (post.id,))
    dialog.back_button.click()
    assert not dialog.note.isHidden()
    assert dialog.note.text() == "This post is no longer a draft, so nothing was changed."
    dialog.close()


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ({}, {}, ""),
        ({"pictures": 0}, {"pictures": 1}, "It had no pictures."),
        ({"pictures": 1}, {"pictures": 0}, "It had 1 picture."),
        ({"pictures": 2}, {"pictures": 0}, "It had 2 pictures."),
        ({"pictures": 1}, {"pictures": -1}, "It had other pictures."),
        ({}, {"poll": Poll(("緑", "青"))}, "It had no poll."),
        ({"poll": Poll(("", " "))}, {}, "It had a poll without choices."),
        (
            {"poll": Poll(("緑", "青"), 60)},
            {"poll": Poll(("緑", "青"), 90)},
            "Its poll was open for another length of time.",
        ),
        (
            {"poll": Poll(("نعم", "لا", ""))},
            {"poll": Poll(("نعم", "ربما"))},
            "It had a poll with the choices \u2068نعم\u2069, \u2068لا\u2069.",
        ),
        (
            {"who_can_reply": WhoCanReply.FOLLOWING, "paid_partnership": True},
            {},
            "Who could reply: People you follow. Other choices under More were different.",
        ),
    ],
)
def test_what_else_differs_is_said_as_a_person_would(
    shop: Shop, then: dict[str, Any], now: dict[str, Any], said: str
) -> None:
    made = shop.drafts.new(shop.accounts.active().id)
    hashes = [
        shop.pictures.add_known(bytes([n]), name="a.png", mime="image/png", width=1, height=1).hash
        for n in range(3)
    ]

    def state(pictures: int = 0, **options: Any) -> tuple[tuple[DraftPart, ...], PostOptions]:
        shown = hashes[:pictures] if pictures >= 0 else hashes[2:]
        return (DraftPart("tea", tuple((one, "") for one in shown)),), PostOptions(**options)

    parts, options = state(**now)
    post = shop.drafts.save(made.id, parts=parts, options=options)
    parts, options = state(**then)
    assert other_changes(Version("v", post.id, 0, parts, options), post) == said
