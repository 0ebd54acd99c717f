"""A post that goes out through X's own page: its words filled in, its pictures beside it.

The owner presses Post there. No key and no fee; what became of it only the owner can say.

A link into that page carries the words of one post and nothing else. The further parts of a thread
the owner adds there with its plus and posts all of them at once; poll, marks and who can reply are
set there, too. What remains to be done so is told by page_steps.py.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from services.clock import DAY
from services.publishing.doubt import answered_by
from services.publishing.posts import Part, Post
from services.x_api import intents

if TYPE_CHECKING:
    from services.media.pictures import PictureStore

FOLDER = "for-x"
"""In the data folder, with a folder for each post in it."""
_KEPT = 7 * DAY


def lay_out_pictures(
    post: Post, pictures: PictureStore, place: Path, *, now: int
) -> tuple[Path, ...]:
    """Copies the pictures that are not on X yet into the post's own folder, in their order.

    Numbered, and in a thread with the part's number in front: `2-1.png`. Those of other posts
    stay a week: X's page may still be open for them. `work` lane. Raises BadImage for one that is
    gone, and leaves the folder with those before it; StorageTrouble where the disk takes none.
    """
    from services.media.files import write_whole

    _clear_away(place, before=now - _KEPT)
    folder = place / post.id
    shutil.rmtree(folder, ignore_errors=True)
    copies = []
    for place_in_thread, part in to_post(post):
        before = f"{place_in_thread}-" if len(post.parts) > 1 else ""
        for number, attachment in enumerate(part.attachments, start=1):
            source = pictures.path(attachment.picture)
            target = folder / f"{before}{number}{source.suffix}"
            write_whole(target, pictures.read(attachment.picture), durable=False)
            copies.append(target)
    return tuple(copies)


def to_post(post: Post) -> tuple[tuple[int, Part], ...]:
    """The parts that are not on X, with their numbers as the owner counts them."""
    numbered = tuple(enumerate(post.parts, start=1))
    return tuple(one for one in numbered if one[1].x_post_id is None) or numbered[:1]


def _clear_away(place: Path, *, before: int) -> None:
    """What cannot be looked at or taken away stays: it is in nobody's way."""
    with suppress(OSError):
        for folder in tuple(place.iterdir()):
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder, ignore_errors=True)


def page_of(post: Post) -> str:
    """X's page with the words of the first unsent part filled in, where a link can hold them."""
    link = _link(post, to_post(post)[0][1].text)
    return _link(post, "") if intents.is_too_long(link) else link


def opens_without_words(post: Post) -> bool:
    """They are too long for a link: the owner pastes them."""
    return intents.is_too_long(_link(post, to_post(post)[0][1].text))


def show_in_x(post: Post, pictures: tuple[Path, ...]) -> None:
    """Opens X's page, and the pictures' folder with what is pasted first on the clipboard."""
    if opens_without_words(post):
        QGuiApplication.clipboard().setText(to_post(post)[0][1].text)
    show_pictures(post, pictures)
    QDesktopServices.openUrl(QUrl(page_of(post)))


def show_pictures(post: Post, pictures: tuple[Path, ...]) -> None:
    """Their folder; those of the part that X's page is opened with are on the clipboard."""
    first = pictures[: len(to_post(post)[0][1].attachments)]
    if first:
        clipboard = QMimeData()
        clipboard.setUrls([QUrl.fromLocalFile(str(path)) for path in first])
        QGuiApplication.clipboard().setMimeData(clipboard)
    if pictures:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(pictures[0].parent)))


def _link(post: Post, text: str) -> str:
    """A part of a thread is an answer to the part before it, once that one is on X."""
    parent = answered_by(post, to_post(post)[0][1])
    return intents.post_link(text) if parent is None else intents.answer_link(parent, text)
