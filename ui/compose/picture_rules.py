"""Whether one more picture may join a post, and what a picture is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.errors import BadImage
from ui.compose.content import Attached

if TYPE_CHECKING:
    from services.media.pictures import Picture, PictureStore

_MOVING = "image/gif"


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
    if in_part and (new.mime == _MOVING or any(_moves(store, one.hash) for one in in_part)):
        return translate("PictureRules", "A moving picture goes alone in a post.")
    return ""


def what_was_done(new: Picture, locale: QLocale) -> str:
    """A sentence when it was too large for X as it came; empty when nothing was done."""
    from services.media.for_x import MOST_SIDE

    if max(new.width, new.height) < MOST_SIDE:
        return ""
    said = QCoreApplication.translate(
        "PictureRules", "{name} was made smaller: X takes up to {most} pixels on a side."
    )
    return said.format(name=new.name, most=locale.toString(MOST_SIDE))


def name_of(store: PictureStore, one: Attached) -> str:
    """Its description, else its file's name; empty for a picture that is gone."""
    if one.alt_text or one.name:
        return one.alt_text or one.name
    try:
        return store.get(one.hash).name
    except BadImage:
        return ""


def _moves(store: PictureStore, picture: str) -> bool:
    try:
        return store.get(picture).mime == _MOVING
    except BadImage:
        return False
