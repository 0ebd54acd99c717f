"""Puts words that are too many for a post into a picture; the post keeps how they begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication

from services.media.captions import ALT_TEXT_LIMIT
from services.media.pictures import Picture
from services.my_shop.profiles import Profile
from services.shop import Shop
from services.text.split import split
from ui.compose.composer import Composer
from ui.compose.content import Attached, PartContent
from ui.paint.words_picture import Signature, draw_words
from ui.tasks import Lane, Tasks

_NAME = "words.png"


class WordsPicture(QObject):
    failed = Signal(object)
    """An AppError."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks

    def make(self, composer: Composer, profile: Profile, handle: str) -> None:
        """Of the current part, whose words the picture then shows whole. It has room for one."""
        part = composer.parts.now
        before = part.content
        signature = Signature(profile.name, handle, profile.colours[0])
        self._tasks.run(
            partial(self._keep, before.text, signature, QGuiApplication.font()),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_kept, composer, before),
            failed=self.failed.emit,
        )

    def _keep(self, words: str, signature: Signature, font: QFont) -> Picture | None:
        data = draw_words(words, signature, font)
        return None if data is None else self._shop.pictures.add_bytes(data, name=_NAME)

    def _on_kept(self, composer: Composer, before: PartContent, picture: Picture | None) -> None:
        parts = composer.parts
        if before not in parts.contents:
            # Written on meanwhile: the picture would say less than the post.
            return
        if picture is None:
            composer.adviser.say_too_much(before.text)
            return
        place = parts.contents.index(before)
        shown = Attached(picture.hash, _alt_text(before.text), picture.name)
        begins = split(before.text)[0]
        made = PartContent(begins, (shown, *before.pictures))
        contents = (*parts.contents[:place], made, *parts.contents[place + 1 :])
        parts.replace(contents, self.tr("Your words stand whole in the picture."))


def _alt_text(words: str) -> str:
    """All of them, as far as X takes them."""
    words = " ".join(words.split())
    return words if len(words) <= ALT_TEXT_LIMIT else f"{words[: ALT_TEXT_LIMIT - 1]}…"
