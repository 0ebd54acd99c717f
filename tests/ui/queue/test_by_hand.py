"""A post by hand: its pictures are laid out beside X's page, which is opened with its words."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock
from services.errors import BadImage, ImageProblem, StorageProblem, StorageTrouble
from services.media.pictures import PictureStore
from services.my_shop.profiles import Profile
from services.publishing.drafts import DraftPart
from services.publishing.link_marks import short_code
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from ui.queue import by_hand, hand_actions
from ui.queue.clipboard_note import ClipboardNote
from ui.queue.queue_page import QueuePage


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(by_hand, hand_actions)


@pytest.fixture
def pictured(shop: Shop, account: Account, clock: SteppedClock) -> Post:
    """It waits to be opened in X."""
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (account.id,))
    picture = shop.pictures.add_known(b"1", name="a.png", mime="image/png", width=1, height=1)
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=(DraftPart("شاي 🍵", ((picture.hash, ""),)),))
    return shop.outbox.enqueue(post.id, due_at=clock.now() + 3_600)


def test_by_hand_lays_the_pictures_out(
    shop: Shop, account: Account, tmp_path: Path, opened: list[str], qapp: Any
) -> None:
    from PIL import Image

    path = tmp_path / "cup.png"
    Image.new("RGB", (400, 300), "#336655").save(path)
    picture = shop.pictures.add_file(path)
    post = shop.drafts.new(account.id)
    post = shop.drafts.save(
        post.id, parts=(DraftPart("Cup", ((picture.hash, "A cup"), (picture.hash, ""))),)
    )
    place = tmp_path / "for-x"
    folder = place / post.id
    now = int(time.time())
    copies = by_hand.lay_out_pictures(post, shop.pictures, place, now=now)
    assert {copy.parent for copy in copies} == {folder}
    assert [copy.name for copy in copies] == ["1.png", "2.png"]
    by_hand.show_in_x(post, by_hand.LaidOut(copies))
    assert opened == [QUrl.fromLocalFile(str(folder)).toString(), by_hand.page_of(post)]
    assert [url.toLocalFile() for url in qapp.clipboard().mimeData().urls()] == [
        str(copy) for copy in copies
    ]
    plain = shop.drafts.save(post.id, parts=(DraftPart("No picture"),))
    assert by_hand.lay_out_pictures(plain, shop.pictures, place, now=now) == ()
    assert not folder.exists()
    qapp.clipboard().clear()


def test_pictures_laid_out_stay_a_week(shop: Shop, account: Account, tmp_path: Path) -> None:
    picture = shop.pictures.add_known(b"1", name="a.png", mime="image/png", width=1, height=1)
    first, second = (
        shop.drafts.save(
            shop.drafts.new(account.id).id, parts=(DraftPart(text, ((picture.hash, ""),)),)
        )
        for text in ("First", "Second")
    )
    place, now = tmp_path / "for-x", int(time.time())
    (early,) = by_hand.lay_out_pictures(first, shop.pictures, place, now=now)
    (late,) = by_hand.lay_out_pictures(second, shop.pictures, place, now=now + 7 * DAY - 60)
    assert early.exists()
    assert late.exists()
    assert early.parent != late.parent
    os.utime(early.parent, (now - 60, now - 60))
    by_hand.lay_out_pictures(second, shop.pictures, place, now=now + 7 * DAY - 30)
    assert not early.parent.exists()
    assert late.exists()


def test_a_disk_that_takes_no_copies_is_a_storage_trouble(
    shop: Shop, pictured: Post, tmp_path: Path, clock: SteppedClock
) -> None:
    place = tmp_path / "for-x"
    place.write_bytes(b"no folder")
    with pytest.raises(StorageTrouble) as caught:
        by_hand.lay_out_pictures(pictured, shop.pictures, place, now=clock.now())
    assert caught.value.problem is StorageProblem.NOT_A_FOLDER


def test_without_copies_x_opens_with_the_words_and_the_disk_is_told_of(
    page: QueuePage, pictured: Post, shop: Shop, opened: list[str], account: Account
) -> None:
    (shop.paths.data / by_hand.FOLDER).write_bytes(b"no folder")
    told: list[Any] = []
    page.message.connect(told.append)
    page.show_account(shop.accounts.get(account.id))
    page.open_item(pictured.id)
    page.drawer.panel.send.click()
    assert opened == [by_hand.page_of(pictured)]
    assert shop.outbox.get(pictured.id).state is State.NEEDS_YOU
    assert told[-1] is not None
    assert told[-1].sentence.endswith(".")


def test_a_picture_that_is_gone_is_told_before_anything_is_opened(
    page: QueuePage,
    pictured: Post,
    shop: Shop,
    opened: list[str],
    account: Account,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(_store: PictureStore, picture_hash: str) -> None:
        raise BadImage(ImageProblem.UNREADABLE, Path(picture_hash), "")

    monkeypatch.setattr(PictureStore, "check", gone)
    page.show_account(shop.accounts.get(account.id))
    page.open_item(pictured.id)
    with qtbot.waitSignal(page.message):
        page.drawer.panel.send.click()
    assert opened == []
    assert shop.outbox.get(pictured.id).state is State.QUEUED


def test_its_button_is_off_while_the_pictures_are_copied(
    page: QueuePage, pictured: Post, shop: Shop, opened: list[str], account: Account
) -> None:
    page.show_account(shop.accounts.get(account.id))
    page.open_item(pictured.id)
    seen: list[bool] = []
    send = page.drawer.panel.send
    page._actions.waiting_changed.connect(lambda: seen.append(send.isEnabled()))
    send.click()
    assert seen[0] is False
    assert send.isEnabled()
    assert opened[-1] == by_hand.page_of(pictured)


def test_on_xs_page_links_to_the_shop_are_marked(
    page: QueuePage, shop: Shop, account: Account, clock: SteppedClock, opened: list[str]
) -> None:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (account.id,))
    shop.profiles.save(account.id, Profile(website="leafandkiln.com"))
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=(DraftPart("Cups: leafandkiln.com/cups"),))
    shop.outbox.enqueue(post.id, due_at=clock.now() + 3_600)
    page.show_account(shop.accounts.get(account.id))
    page.open_item(post.id)
    page.drawer.panel.send.click()
    (link,) = opened
    assert f"utm_content%3D{short_code(post.id)}" in link
    assert shop.outbox.get(post.id).text == "Cups: leafandkiln.com/cups"


def test_a_video_is_laid_out_whole_and_never_on_the_clipboard(
    shop: Shop, account: Account, tmp_path: Path
) -> None:
    pot = Path(__file__).parents[2] / "data" / "pot.mp4"
    kept = shop.videos.add_file(pot).picture
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("動く急須", ((kept.hash, ""),)),))
    post = shop.drafts.get(draft.id)

    laid = by_hand.lay_out(post, shop.pictures, tmp_path / "for-x", now=0)

    (copy,) = laid.copies
    assert copy.name == "1.mp4"
    assert copy.read_bytes() == shop.pictures.read(kept.hash)
    assert laid.image is None
    before = QGuiApplication.clipboard().mimeData().formats()
    by_hand.copy_pictures(post, laid)
    assert QGuiApplication.clipboard().mimeData().formats() == before


def test_the_owner_is_told_to_drag_a_video(themed: object, qtbot: QtBot) -> None:
    note = ClipboardNote()
    qtbot.addWidget(note)

    note.set("post", words=False, pictures=True, folder=True, video=True)

    assert note.said.text() == "The video is in a folder: drag it from there onto X's page."
    assert note.copy_pictures.isHidden()
    assert not note.show_folder.isHidden()
