"""Whether one more picture or video may join a post, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.errors import BadImage
from services.publishing.posts import MOST_PICTURES
from ui.compose.content import Attached
from widgets.isolates import held

if TYPE_CHECKING:
    from services.media.pictures import Picture, PictureStore

_MOVING = "image/gif"
SIGN = "GIF"
"""What X itself writes on a moving picture, in every language."""


def why_not(
    store: PictureStore,
    new: Picture,
    *,
    in_post: tuple[Attached, ...],
    in_part: tuple[Attached, ...],
) -> str:
    """A sentence for the owner; empty when it may join."""
    translate = QCoreApplication.translate
    if any(one.hash == new.hash for one in in_post):
        return translate("PictureRules", "This picture is in the post already.")
    if not in_part:
        return ""
    there = [found for one in in_part if (found := _found(store, one.hash)) is not None]
    if new.is_video and any(one.is_video for one in there):
        words = translate(
            "PictureRules",
            "The video goes alone: {name} was left out. Take out the other video, or begin a new "
            "part.",
        )
    elif new.is_video:
        words = translate(
            "PictureRules",
            "A video goes alone: {name} was left out. Take out the pictures, or begin a new part.",
        )
    elif any(one.is_video for one in there):
        words = translate(
            "PictureRules",
            "The video goes alone: {name} was left out. Take out the video, or begin a new part.",
        )
    elif new.mime == _MOVING:
        words = translate(
            "PictureRules",
            "A moving picture goes alone: {name} was left out. Take out the others, or begin a "
            "new part.",
        )
    elif any(one.mime == _MOVING for one in there):
        words = translate(
            "PictureRules",
            "The moving picture goes alone: {name} was left out. Take it out, or begin a new part.",
        )
    else:
        return ""
    return words.format(name=held(new.name))


def is_full(store: PictureStore, in_part: tuple[Attached, ...]) -> bool:
    """No other picture may join these."""
    return len(in_part) >= MOST_PICTURES or any(goes_alone(store, one.hash) for one in in_part)


def goes_alone(store: PictureStore, picture: str) -> bool:
    found = _found(store, picture)
    return found is not None and (found.is_video or found.mime == _MOVING)


def is_video(store: PictureStore, picture: str) -> bool:
    found = _found(store, picture)
    return found is not None and found.is_video


def is_moving(store: PictureStore, picture: str) -> bool:
    found = _found(store, picture)
    return found is not None and found.mime == _MOVING


def sign_of(store: PictureStore, picture: str) -> str:
    """What X writes on it: how long a video runs, or that a picture moves; empty for others."""
    return SIGN if is_moving(store, picture) else length_of(store, picture)


def length_of(store: PictureStore, picture: str) -> str:
    """`0:42`; empty for a picture."""
    found = _found(store, picture)
    return "" if found is None or found.millis is None else length_said(found.millis)


def length_said(millis: int) -> str:
    """`0:42`, and never nothing at all."""
    minutes, seconds = divmod(max(round(millis / 1000), 1), 60)
    return f"{minutes}:{seconds:02}"


def name_of(store: PictureStore, one: Attached) -> str:
    """Its description, else its file's name; empty for a picture that is gone."""
    if one.alt_text or one.name:
        return one.alt_text or one.name
    found = _found(store, one.hash)
    return found.name if found is not None else ""


def _found(store: PictureStore, picture: str) -> Picture | None:
    try:
        return store.get(picture)
    except BadImage:
        return None
