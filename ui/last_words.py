"""Puts what is in the hand on disk, and lets nobody leave unaware that the disk refused it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from services.errors import NextStep
from ui.messages import Message, Tone, button, words
from ui.rooms import Rooms
from ui.strip import Strip


class LastWords(QObject):
    def __init__(self, rooms: Rooms, strip: Strip) -> None:
        super().__init__(strip)
        self._rooms = rooms
        self._strip = strip
        self._told = False
        self._message: Message | None = None

    def save(self) -> bool:
        """True when all is on disk afterwards."""
        for page in self._rooms.built():
            page.save_now()
        saved = all(page.is_saved() for page in self._rooms.built())
        self._told = self._told and not saved
        return saved

    def may_turn(self) -> bool:
        """Another account is to be shown: no while the words of this one are not on disk."""
        if self.save():
            return True
        for page in self._rooms.built():
            trouble = page.save_trouble()
            if trouble is not None:
                self._say(words(trouble))
        return False

    def look_again(self) -> None:
        """The disk has taken something: what was said of it may be over."""
        self._strip.disk_took()
        if self._message is not None and all(page.is_saved() for page in self._rooms.built()):
            self._strip.take_back(self._message)
            self._message = None

    def may_go(self) -> bool:
        """The owner wants to end: no for the first time, if words would be lost, and said so."""
        if self.save() or self._told:
            return True
        self._told = True
        self._say(
            Message(
                self.tr(
                    "The disk refuses your last words. They stay here; quit once more to leave "
                    "without them."
                ),
                button(NextStep.TRY_AGAIN),
                NextStep.TRY_AGAIN,
                Tone.TROUBLE,
            )
        )
        return False

    def _say(self, message: Message) -> None:
        self._message = message
        self._strip.say(message)
