"""Watches what is being written and tells what guards find in it, when the keys stand still.

Words are looked at on the main thread, other posts in the work lane. At rest nothing runs.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import AppError
from services.shop import Shop
from ui.compose.content import Content
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.publishing.guard_values import Asked, Findings
    from services.publishing.mix import Mix
    from services.text.heated import Heat

_REST_MS = 350
"""After the last key."""
_MOST_AT_ONCE = 1_500
"""Signs that are looked at on the main thread, some 3 ms; more go with the other posts."""


class Guarding(QObject):
    found = Signal(object)
    """`Findings`: of the words first, if there are not too many, then with other posts beside."""
    mixed = Signal(object)
    """A `Mix` that was asked for."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account_id = ""
        self._content = Content()
        self._post_id: str | None = None
        self._asked: Asked | None = None
        self._reading: Asked | None = None
        self._findings: Findings | None = None
        self._is_warm = False
        self._fine: dict[str | None, frozenset[Heat]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._on_rest)

    @property
    def findings(self) -> Findings | None:
        """What was told last of this post, its words perhaps a few keys ago."""
        return self._findings

    def watch(self, account_id: str, content: Content, post_id: str | None) -> None:
        """Called with each key; what is still the same costs nothing. `post_id` None: not saved."""
        if (account_id, post_id) == (self._account_id, self._post_id):
            if content == self._content:
                return
        else:
            # Read beside other posts before it had its id, a draft would be like itself.
            self._asked = None
            if self._is_first_save(account_id, post_id):
                self._fine[post_id] = self._fine.pop(None, frozenset())
            else:
                self._findings = None
        if post_id is None and content.is_empty:
            # What is written here next is another post, of which nothing was called fine.
            self._fine.pop(None, None)
        self._account_id, self._content, self._post_id = account_id, content, post_id
        self._tasks.after_first_frame(self._timer.start)

    def forget(self) -> None:
        """Another post is opened: nothing holds of what was found of the one before, or asked."""
        self._timer.stop()
        self._account_id, self._post_id = "", None
        self._content = Content()
        self._asked = self._findings = None
        self._fine.pop(None, None)

    def look_again(self) -> None:
        """The queue or the voice card is another."""
        self._asked = None
        if self._account_id:
            self._tasks.after_first_frame(self._timer.start)

    def look_now(self) -> None:
        """Before sending: the words are looked at here and now, however many."""
        self._timer.stop()
        self._look(at_once=True)

    def call_it_fine(self) -> None:
        """The owner has read that it sounds angry, and means it so; another sign is told again."""
        if self._findings is not None:
            known = self._fine.get(self._post_id, frozenset())
            self._fine[self._post_id] = known | frozenset(self._findings.words.reasons)

    @property
    def is_fine(self) -> bool:
        """All that reads as anger was called fine."""
        if self._findings is None:
            return False
        return set(self._findings.words.reasons) <= self._fine.get(self._post_id, frozenset())

    def ask_mix(self, account_id: str) -> None:
        """What the posts around now are for, also while nothing is written."""
        self._tasks.run(
            partial(self._read_mix, account_id),
            lane=Lane.WORK,
            owner=self,
            done=self._on_mix,
            failed=self._on_no_mix,
        )

    def _is_first_save(self, account_id: str, post_id: str | None) -> bool:
        """The post is the one it was; onto an empty sheet another draft was laid."""
        is_new = self._post_id is None and post_id is not None
        return is_new and account_id == self._account_id and not self._content.is_empty

    def _on_rest(self) -> None:
        if self._content.is_empty and not self._is_warm:
            return
        few = sum(map(len, self._content.texts)) <= _MOST_AT_ONCE
        self._look(at_once=self._is_warm and few)

    def _look(self, *, at_once: bool) -> None:
        """`at_once`: the words are looked at on this thread first."""
        # The first frame has nothing to be asked about.
        from services.publishing.guard_values import Asked

        content = self._content
        asked = Asked(
            self._account_id, content.texts, self._post_id, content.options, content.board_id
        )
        told = self._findings is not None and self._findings.asked == asked
        another, self._asked = asked != self._asked, asked
        if at_once and (another or not told):
            self._tell_of_words(asked)
        if another and self._reading is None and not content.is_empty:
            self._read(asked)

    def _tell_of_words(self, asked: Asked) -> None:
        """What was found beside other posts stands until they have been read again."""
        try:
            found = self._shop.guards.read_words(asked)
        except AppError:
            return
        before = None if self._content.is_empty else self._findings
        self._tell(found if before is None else replace(found, beside=before.beside))

    def _read(self, asked: Asked) -> None:
        self._reading = asked
        self._tasks.run(
            partial(self._read_beside, asked),
            lane=Lane.WORK,
            owner=self,
            done=self._on_read,
            failed=self._on_failed,
        )

    def _read_beside(self, asked: Asked) -> Findings:
        """In the lane, which also loads it all when it is first wanted."""
        try:
            return self._shop.guards.read(asked)
        except AppError:
            raise
        except Exception:
            # A bug is told to neither `done` nor `failed`, and the next words are to be read.
            self._reading = None
            raise

    def _on_read(self, found: Findings) -> None:
        """The first look reads in the lists of words, which takes 50 ms: it is made in the lane."""
        self._is_warm = True
        self._reading = None
        if found.asked == self._asked:
            self._tell(found)
        elif self._asked is not None and not self._content.is_empty:
            self._read(self._asked)

    def _tell(self, found: Findings) -> None:
        self._findings = found
        self.found.emit(found)

    def _read_mix(self, account_id: str) -> tuple[str, Mix]:
        return account_id, self._shop.guards.mix(account_id)

    def _on_mix(self, told: tuple[str, Mix]) -> None:
        account_id, mix = told
        if account_id == self._account_id:
            self.mixed.emit(mix)

    def _on_failed(self, _error: AppError) -> None:
        """A disk that cannot be read is told by whoever saves; advice can do without."""
        self._reading = None

    def _on_no_mix(self, _error: AppError) -> None:
        """As above."""
