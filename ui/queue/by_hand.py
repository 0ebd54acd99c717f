"""A post that goes out through X's own page: its words filled in, its pictures beside it.

The owner presses Post there. No key and no fee; what became of it only the owner can say.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from services.clock import DAY
from services.publishing.posts import Post
from services.x_api import intents

if TYPE_CHECKING:
    from services.media.pictures import PictureStore

FOLDER = "for-x"
"""In the data folder, with a folder for each post in it."""
_KEPT = 7 * DAY


def lay_out_pictures(
    post: Post, pictures: PictureStore, place: Path, *, now: int
) -> tuple[Path, ...]:
    """Copies the pictures of the first unsent part, numbered, into the post's own folder.

    Those of other posts stay a week: X's page may still be open for them. `work` lane. Raises
    BadImage for one that is gone, and leaves the folder with those before it; StorageTrouble
    where the disk takes none.
    """
    from services.media.files import write_whole

    part = next((part for part in post.parts if part.x_post_id is None), post.parts[0])
    _clear_away(place, before=now - _KEPT)
    folder = place / post.id
    shutil.rmtree(folder, ignore_errors=True)
    copies = []
    for number, attachment in enumerate(part.attachments, start=1):
        source = pictures.path(attachment.picture)
        target = folder / f"{number}{source.suffix}"
        write_whole(target, pictures.read(attachment.picture), durable=False)
        copies.append(target)
    return tuple(copies)


def _clear_away(place: Path, *, before: int) -> None:
    """What cannot be looked at or taken away stays: it is in nobody's way."""
    with suppress(OSError):
        for folder in tuple(place.iterdir()):
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder, ignore_errors=True)


def page_of(post: Post) -> str:
    """X's page with the words of the first unsent part filled in."""
    part = next((part for part in post.parts if part.x_post_id is None), post.parts[0])
    if post.reply_to_x_id is not None:
        return intents.answer_link(post.reply_to_x_id, part.text)
    return intents.post_link(part.text)


def show_in_x(post: Post, pictures: tuple[Path, ...]) -> None:
    """Opens X's page, and the pictures' folder with the pictures on the clipboard."""
    show_pictures(pictures)
    QDesktopServices.openUrl(QUrl(page_of(post)))


def show_pictures(pictures: tuple[Path, ...]) -> None:
    if pictures:
        clipboard = QMimeData()
        clipboard.setUrls([QUrl.fromLocalFile(str(path)) for path in pictures])
        QGuiApplication.clipboard().setMimeData(clipboard)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(pictures[0].parent)))
