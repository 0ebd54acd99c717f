"""A post that goes out through X's own page: its words filled in, its pictures beside it.

The owner presses Post there. No key and no fee; what became of it only the owner can say.

A link into that page carries the words of one post and nothing else. The further parts of a thread
are added there with its plus and posted all at once, or opened here one by one, each as an answer
to the one before; poll, marks and who can reply are set there, too. What remains to be done so is
told by page_steps.py.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from services.clock import DAY
from services.publishing.doubt import answered_by
from services.publishing.posts import Part, Post
from services.x_api import intents
from ui import links
from ui.queue import post_clipboard

if TYPE_CHECKING:
    from services.media.pictures import PictureStore

FOLDER = "for-x"
"""In the data folder, with a folder for each post in it."""
_KEPT = 7 * DAY


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The copies, and the only picture of the part that X's page is opened with."""

    copies: tuple[Path, ...] = ()
    image: QImage | None = None


def lay_out(post: Post, pictures: PictureStore, place: Path, *, now: int) -> LaidOut:
    """As `lay_out_pictures`, with what one picture alone is on the clipboard."""
    copies = lay_out_pictures(post, pictures, place, now=now)
    image = None
    alone = to_post(post)[0][1].attachments
    if len(alone) == 1 and not alone[0].is_video:
        read = QImage(str(copies[0]))
        image = None if read.isNull() else read
    return LaidOut(copies, image)


def lay_out_pictures(
    post: Post, pictures: PictureStore, place: Path, *, now: int
) -> tuple[Path, ...]:
    """Copies the pictures that are not on X yet into the post's own folder, in their order.

    Numbered, and in a thread with the part's number in front: `2-1.png`. Those of other posts
    stay a week: X's page may still be open for them. `work` lane. Raises BadImage for one that is
    gone, and leaves the folder with those before it; StorageTrouble where the disk takes none.
    """
    from services.media.files import copy_whole

    _clear_away(place, before=now - _KEPT)
    folder = place / post.id
    shutil.rmtree(folder, ignore_errors=True)
    copies = []
    for place_in_thread, part in to_post(post):
        before = f"{place_in_thread}-" if len(post.parts) > 1 else ""
        for number, attachment in enumerate(part.attachments, start=1):
            source = pictures.path(attachment.picture)
            target = folder / f"{before}{number}{source.suffix}"
            pictures.check(attachment.picture)
            copy_whole(source, target)
            copies.append(target)
    return tuple(copies)


def to_post(post: Post) -> tuple[tuple[int, Part], ...]:
    """The parts that are not on X, with their numbers as the owner counts them."""
    numbered = tuple(enumerate(post.parts, start=1))
    return tuple(one for one in numbered if not one[1].is_on_x) or numbered[:1]


def _clear_away(place: Path, *, before: int) -> None:
    """What cannot be looked at or taken away stays: it is in nobody's way."""
    with suppress(OSError):
        for folder in tuple(place.iterdir()):
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder, ignore_errors=True)


def page_of(post: Post, *, handle: str = "") -> str:
    """X's page with the words of the first unsent part filled in, where a link can hold them.

    The shop's own page, by `handle`, where nobody knows which post the part answers.
    """
    if lost_its_thread(post):
        return intents.open_user_link(handle or "home")
    link = _link(post, to_post(post)[0][1].text)
    return _link(post, "") if intents.is_too_long(link) else link


def opens_without_words(post: Post) -> bool:
    """The owner pastes them: a link cannot hold them, or there is no page to hold them for."""
    return lost_its_thread(post) or is_too_long(post)


def is_too_long(post: Post) -> bool:
    return intents.is_too_long(_link(post, to_post(post)[0][1].text))


def lost_its_thread(post: Post) -> bool:
    """The part before is on X, but nobody gave its link: no page can be an answer to it."""
    return post.is_begun and bool(post.left) and answered_by(post, post.left[0]) is None


def show_in_x(post: Post, laid: LaidOut, *, handle: str = "") -> None:
    """Opens X's page, and the pictures' folder with what is pasted first on the clipboard."""
    if opens_without_words(post):
        copy_words(post)
    else:
        copy_pictures(post, laid)
    show_folder(laid)
    links.open_page(page_of(post, handle=handle))


def copy_words(post: Post) -> None:
    post_clipboard.put_words(post.id, to_post(post)[0][1].text)


def copy_pictures(post: Post, laid: LaidOut) -> None:
    """Those of the part that X's page is opened with; nothing where it has none.

    No video: X's page takes it as a file that is dropped on it.
    """
    held = to_post(post)[0][1].attachments
    first = laid.copies[: len(held)]
    if first and not any(one.is_video for one in held):
        post_clipboard.put_pictures(post.id, first, laid.image)


def show_folder(laid: LaidOut) -> None:
    if laid.copies:
        links.open_folder(laid.copies[0].parent)


def _link(post: Post, text: str) -> str:
    """A part of a thread is an answer to the part before it, once that one is on X."""
    parent = answered_by(post, to_post(post)[0][1])
    return intents.post_link(text) if parent is None else intents.answer_link(parent, text)
