"""Keeps the composer's draft on disk: saved 400 ms after the last change, and again until it is.

A locked file is tried again quietly; a full disk is told once, and the words stay on screen.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import AppError, StorageProblem, StorageTrouble
from services.publishing.posts import Post
from services.settings import CURRENT_CURSOR, CURRENT_DRAFT
from services.shop import Shop
from ui.compose.content import Content

_AFTER_KEY_MS = 400
_AGAIN_MS = 2_000


class DraftKeeper(QObject):
    saved = Signal()
    trouble = Signal(object)
    """An AppError, once for each stretch of failing saves."""

    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account_id = ""
        self._post_id = ""
        self._content = Content()
        self._caret = 0
        self._unsaved = False
        self._failing: StorageProblem | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def post_id(self) -> str:
        """Empty until there is something to keep."""
        return self._post_id

    @property
    def is_saved(self) -> bool:
        return not self._unsaved

    def open(self, account_id: str, post: Post | None, content: Content) -> None:
        """Goes on with `post`, or with a new draft made at the first save."""
        self._timer.stop()
        self._account_id = account_id
        self._post_id = post.id if post is not None else ""
        self._content = content
        self._unsaved = False
        self._caret = 0

    def note(self, content: Content, caret: int) -> None:
        """The composer changed."""
        self._caret = caret
        if content == self._content:
            return
        self._content = content
        self._unsaved = True
        self._timer.start(_AFTER_KEY_MS)

    def note_caret(self, caret: int) -> None:
        self._caret = caret

    def save_now(self) -> bool:
        """True when all is on disk afterwards."""
        self._timer.stop()
        try:
            if self._unsaved:
                self._save()
            self._remember()
        except StorageTrouble as error:
            self._on_trouble(error)
            return False
        self._failing = None
        return True

    def _on_timeout(self) -> None:
        self.save_now()

    def _save(self) -> None:
        if not self._post_id:
            if self._content.is_empty:
                self._unsaved = False
                return
            self._post_id = self._shop.drafts.new(self._account_id).id
        self._shop.drafts.save(self._post_id, parts=self._content.as_parts())
        self._shop.drafts.set_board(self._post_id, self._content.board_id)
        self._unsaved = False
        self.saved.emit()

    def _remember(self) -> None:
        """So that the next start opens this draft with the caret where it was."""
        settings = self._shop.settings
        if settings.get(CURRENT_DRAFT) != self._post_id:
            settings.set(CURRENT_DRAFT, self._post_id)
        if settings.get(CURRENT_CURSOR) != self._caret:
            settings.set(CURRENT_CURSOR, self._caret)

    def _on_trouble(self, error: StorageTrouble) -> None:
        locked = error.problem is StorageProblem.LOCKED
        if self._unsaved:
            self._timer.start(_AFTER_KEY_MS if locked else _AGAIN_MS)
        if not locked and self._failing is not error.problem:
            self._failing = error.problem
            told: AppError = error
            self.trouble.emit(told)
