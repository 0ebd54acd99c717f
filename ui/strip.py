"""Which message stands in the window's one strip, and what its button is for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import AppError, NextStep, SignInNeeded, StorageTrouble
from services.publishing.order import WHOLE_ACCOUNT
from services.publishing.posts import Post
from services.publishing.states import State
from ui.main_window import MainWindow
from ui.messages import Message, Tone, words, words_for_reason

if TYPE_CHECKING:
    from services.publishing.uploading import UploadStep

_TONES = {Tone.CALM: "info", Tone.WARNING: "amber", Tone.TROUBLE: "red"}
_OF_ONE_THING = (NextStep.OPEN_ON_X, NextStep.CHOOSE_PICTURE)
"""Steps that belong to a post, where it stands: in the strip nobody would know which."""
_LOUDEST_FIRST = (Tone.TROUBLE, Tone.WARNING, Tone.CALM)


class Strip(QObject):
    """A page's own message comes first, then what is worst of the queue and the background."""

    pressed = Signal(object)
    """The `Message` whose button was pressed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said: Message | None = None
        self._held: Message | None = None
        self._warned: Message | None = None
        self._standing: Message | None = None
        self._under_way: Message | None = None
        self._says_all = False
        self._troubles: dict[str, AppError] = {}
        self._shown: Message | None = None
        self._zone = ""
        window.banner_pressed.connect(self._on_pressed)

    def say(self, message: Message | None) -> None:
        """A page's own message; None takes it back."""
        self._said = message
        self._show()

    def take_back(self, message: Message) -> None:
        """What this message told of is over; another in its place stays."""
        if self._said == message:
            self.say(None)

    def say_of(self, error: AppError) -> None:
        """Trouble that nobody else has told of."""
        self.say(words(error, self._zone))

    def tell(self, job: str, error: AppError | None) -> None:
        """How a job of the background went; None when well."""
        if error is None:
            self._troubles.pop(job, None)
        else:
            self._troubles[job] = error
        self._show()

    def disk_took(self) -> None:
        """Something was saved: that the disk refused a job before is no news any more."""
        refused = [
            job for job, error in self._troubles.items() if isinstance(error, StorageTrouble)
        ]
        for job in refused:
            self.tell(job, None)

    def hold(self, message: Message | None) -> None:
        """What keeps the account's queue from going on."""
        self._held = message
        self._show()

    def stand(self, message: Message | None, *, says_all: bool = False) -> None:
        """What keeps the account from X, where no job has told of it yet.

        `says_all`: a job that met the same would only say less.
        """
        self._standing, self._says_all = message, says_all
        self._show()

    def warn(self, message: Message | None) -> None:
        """Of money, before it stops anything: until its button was pressed, or it is over."""
        self._warned = message
        self._show()

    def tell_upload(self, step: UploadStep) -> None:
        """It goes on by itself: whatever else there is to say comes first."""
        # Most shops never send a video.
        from ui.upload_words import upload_message

        self._under_way = upload_message(step)
        self._show()

    def forget(self, zone: str = "") -> None:
        """Another account, in this zone: what was told of the one before is over."""
        self._zone = zone
        self._said = self._held = self._warned = self._standing = None
        self._troubles.clear()
        self._show()

    def _worst(self) -> Message | None:
        ours: list[Message] = []
        passing: list[Message] = []
        for one in self._troubles.values():
            # What the owner has to do comes before what goes on by itself.
            told = ours if isinstance(one, SignInNeeded) else passing
            told.append(words(one, self._zone))
        found = (self._held, *ours, self._standing, *passing, self._warned, self._under_way)
        others = [message for message in found if message]
        if self._standing is not None and self._says_all:
            does = self._standing.action
            others = [one for one in others if one is self._standing or one.action is not does]
        others.sort(key=lambda message: _LOUDEST_FIRST.index(message.tone))
        return self._said or next(iter(others), None)

    def _show(self) -> None:
        """A message that stands is not shown again: a screen reader would read it again."""
        message, before = self._worst(), self._shown
        self._shown = message
        if message == before:
            return
        if message is None:
            self._window.clear_banner()
        else:
            nobodys = message.action in _OF_ONE_THING and not message.here
            button = "" if nobodys else message.button
            self._window.show_banner(message.sentence, button, _TONES[message.tone])

    def _on_pressed(self) -> None:
        message, self._said = self._worst(), None
        self._show()
        if message is not None:
            self.pressed.emit(message)


def what_holds_back(posts: Iterable[Post], now: int, zone: str = "") -> Message | None:
    """The reason for which all due posts of an account wait; None when they do not."""
    for post in posts:
        due = post.state is State.QUEUED and (post.due_at or 0) <= now
        if due and post.reason in WHOLE_ACCOUNT:
            return words_for_reason(post.reason, post.reason_detail or "", zone=zone)
    return None
