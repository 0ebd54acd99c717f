"""Keeps the composer's draft on disk, and remembers which one it is and where the caret stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.drafts import NotEditable
from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import CURRENT_CURSOR, CURRENT_DRAFT
from services.shop import Shop
from ui.compose.content import Content
from ui.late_save import LateSave


class DraftKeeper(QObject):
    saved = Signal()
    trouble = Signal(object)
    """A StorageTrouble, once for each stretch of failing saves."""
    began_anew = Signal()
    """What lay here is no longer a draft: its words go on as another one."""

    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account_id = ""
        self._post_id = ""
        self._content = Content()
        self._caret = 0
        self._left: dict[str, tuple[str, int]] = {}
        self._late = LateSave(self._save, self)
        self._late.saved.connect(self.saved)
        self._late.trouble.connect(self.trouble)

    @property
    def account_id(self) -> str:
        """Empty until an account is shown."""
        return self._account_id

    @property
    def post_id(self) -> str:
        """Empty until there is something to keep."""
        return self._post_id

    @property
    def is_saved(self) -> bool:
        return not self._late.waits

    @property
    def met(self) -> StorageTrouble | None:
        """Why the words are not on disk, when they are not."""
        return self._late.met

    def remembered(self, account: Account) -> tuple[Post | None, int]:
        """The draft that was in hand when another account was turned to, or the program ended, and
        where the caret stood."""
        settings = self._shop.settings
        left = self._left.get(account.id) if account.id != self._account_id else None
        try:
            post = self._shop.drafts.get(settings.get(CURRENT_DRAFT) if left is None else left[0])
        except KeyError:
            return None, 0
        if post.account_id != account.id or post.state is not State.DRAFT:
            return None, 0
        return post, settings.get(CURRENT_CURSOR) if left is None else left[1]

    def open(self, account_id: str, post: Post | None, content: Content) -> None:
        """Goes on with `post`, or with a new draft made at the first save."""
        self._late.forget()
        if account_id != self._account_id:
            self._left[self._account_id] = (self._post_id, self._caret)
        self._account_id = account_id
        self._post_id = post.id if post is not None else ""
        self._content = content
        self._caret = 0

    def note(self, content: Content, caret: int) -> None:
        """The composer changed."""
        self._caret = caret
        if content != self._content:
            self._content = content
            self._late.note()

    def note_caret(self, caret: int) -> None:
        self._caret = caret

    def save_now(self) -> bool:
        """True when all is on disk afterwards."""
        if not self._late.save_now():
            return False
        try:
            self._remember()
        except StorageTrouble as error:
            self.trouble.emit(error)
            return False
        return True

    def _save(self) -> None:
        try:
            self._write()
        except NotEditable:
            # Meanwhile it was put in the queue, sent or deleted, perhaps by another process.
            self._post_id = ""
            if not self._content.is_empty:
                self.began_anew.emit()
            self._write()

    def _write(self) -> None:
        if not self._post_id:
            if self._content.is_empty:
                return
            self._post_id = self._shop.drafts.new(self._account_id).id
        self._shop.drafts.save(
            self._post_id,
            parts=self._content.as_parts(),
            options=self._content.options,
            only_draft=True,
        )
        self._shop.drafts.set_board(self._post_id, self._content.board_id)
        self._remember()

    def _remember(self) -> None:
        """So that the next start opens this draft with the caret where it was."""
        settings = self._shop.settings
        if settings.get(CURRENT_DRAFT) != self._post_id:
            settings.set(CURRENT_DRAFT, self._post_id)
        if settings.get(CURRENT_CURSOR) != self._caret:
            settings.set(CURRENT_CURSOR, self._caret)
