"""Which draft lies on the sheet, and the others in their pane.

One lies there at a time, and it is on disk before the next one does.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.drafts import as_draft
from services.publishing.posts import FROM_X, Post
from services.publishing.states import State
from services.shop import Shop
from ui.compose.composer import Composer
from ui.compose.content import Content, content_of
from ui.compose.drafts_pane import DraftsPane
from ui.compose.keeper import DraftKeeper
from ui.compose.posting import Posting
from ui.messages import Message, Tone
from ui.page import Undo

_UNDO_SECONDS = 10


class Desk(QObject):
    turned = Signal()
    """Another draft lies on the sheet, or an empty one."""
    undo_offered = Signal(object)
    failed = Signal(object)
    """An AppError."""
    queue_asked = Signal(str)
    """Show this post where it waits."""
    message = Signal(object)
    """A `Message` that is no trouble."""

    def __init__(
        self,
        shop: Shop,
        *,
        pane: DraftsPane,
        composer: Composer,
        keeper: DraftKeeper,
        posting: Posting,
    ) -> None:
        super().__init__(pane)
        self._shop = shop
        self._pane = pane
        self._composer = composer
        self._keeper = keeper
        self._posting = posting
        self._account: Account | None = None
        pane.chosen.connect(self._on_chosen)
        pane.delete_asked.connect(self._on_delete)
        pane.new_asked.connect(self.open_new)
        pane.searched.connect(self.show_drafts)
        keeper.saved.connect(self.show_drafts)
        keeper.began_anew.connect(self._on_began_anew)
        posting.left.connect(self._on_left)
        posting.returned.connect(self._on_returned)

    @property
    def leaving(self) -> frozenset[str]:
        """Posts on their way into the queue: no longer drafts to be shown."""
        return self._posting.leaving

    def show_account(self, account: Account) -> None:
        """Opens the draft that was in hand, with the caret where it was."""
        if self._account is not None and self._account.id != account.id:
            self.save_now()
        self._account = account
        self._lay(*self._keeper.remembered(account))

    def show_drafts(self) -> None:
        if self._account is None:
            return
        asked = self._pane.search.text()
        if asked.strip():
            found = self._shop.post_search.search(self._account.id, asked)
        else:
            found = self._shop.drafts.all(self._account.id)
        shown = [post for post in found if post.id not in self.leaving]
        self._pane.show_posts(
            shown,
            current=self._keeper.post_id,
            zone=self._account.zone,
            now=self._shop.clock.now(),
        )

    def save_now(self) -> None:
        self._keeper.note_caret(self._composer.caret())
        self._keeper.save_now()

    def open(self, post: Post) -> None:
        """With the caret at the end. Nothing but a draft of the account that is shown."""
        if self._may_lie_here(post):
            self._turn_to(post, len(post.text))

    def open_new(self) -> None:
        self._turn_to(None, 0)
        self._composer.take_focus()

    def lay_again(self, post: Post) -> None:
        """The draft on the sheet was changed in the store, as by an earlier version brought back.

        What lay there is a version by now and must not be saved over it.
        """
        self._lay(post, len(post.text))
        self.show_drafts()

    def let_go(self) -> None:
        """What lies there was put in the queue from elsewhere: words not saved yet stay."""
        post_id = self._keeper.post_id
        if not post_id or not self._keeper.is_saved or post_id in self.leaving:
            return
        if self._shop.drafts.get(post_id).state is not State.DRAFT:
            self._lay(None, 0)

    def open_same(self, written: Content) -> None:
        """The account's own draft of these words, as after a change from the sample shop."""
        if self._account is None or written.is_empty:
            return
        drafts = self._shop.drafts.all(self._account.id)
        same = next((post for post in drafts if post.text == written.text), None)
        if same is not None:
            self.open(same)

    def _may_lie_here(self, post: Post) -> bool:
        return (
            self._account is not None
            and post.account_id == self._account.id
            and post.state is State.DRAFT
            and post.id not in self.leaving
        )

    def _turn_to(self, post: Post | None, caret: int) -> None:
        """Only once the one that lies there is on disk, which may be this one."""
        self.save_now()
        if self._keeper.is_saved:
            self._lay(post and self._shop.drafts.get(post.id), caret)
            self.show_drafts()

    def _lay(self, post: Post | None, caret: int) -> None:
        if self._account is None:
            return
        self._composer.open(Content() if post is None else content_of(post), caret)
        self._keeper.open(self._account.id, post, self._composer.content)
        self._keeper.note_caret(caret)
        self.turned.emit()

    def _on_chosen(self, post_id: str) -> None:
        if post_id.startswith(FROM_X):
            self._write_again(post_id)
        elif post_id != self._keeper.post_id:
            post = self._shop.drafts.get(post_id)
            if post.state is State.SENT:
                self._write_again(post_id)
            elif post.state is not State.DRAFT:
                self.queue_asked.emit(post_id)
                return
            else:
                self.open(post)
        self._composer.take_focus()

    def _write_again(self, sent_id: str) -> None:
        """What is on X stays as it is: its words begin another draft."""
        self.save_now()
        if not self._keeper.is_saved:
            return
        try:
            copied = self._copy(sent_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.open(copied)
        undo = partial(self._unwrite, copied)
        said = self.tr("A new draft with the words of the post that was sent.")
        self.undo_offered.emit(Undo(said, _UNDO_SECONDS, undo))

    def _copy(self, sent_id: str) -> Post:
        """One that was made on X has no row of its own here."""
        if self._account is None or not sent_id.startswith(FROM_X):
            return self._shop.drafts.copy(sent_id)
        made = self._shop.post_search.made_on_x(self._account.id, sent_id)
        parts = tuple(as_draft(part) for part in made.parts)
        return self._shop.drafts.begin(self._account.id, parts)

    def _unwrite(self, copied: Post) -> None:
        """Only a copy that nobody has touched."""
        self.save_now()
        if not self._keeper.is_saved:
            return
        now = self._shop.drafts.get(copied.id)
        if now.state is State.DRAFT and _what_it_says(now) == _what_it_says(copied):
            self._on_delete(copied.id)
        else:
            said = self.tr("You have changed the new draft since then, so it stays.")
            self.message.emit(Message(said, tone=Tone.CALM))

    def _on_delete(self, post_id: str) -> None:
        self.save_now()
        if self._shop.drafts.get(post_id).state is not State.DRAFT:
            self.show_drafts()
            return
        try:
            self._shop.drafts.delete(post_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        on_sheet = post_id == self._keeper.post_id
        if on_sheet:
            self._lay(None, 0)
        self.show_drafts()
        undo = partial(self._undelete, post_id, on_sheet)
        self.undo_offered.emit(Undo(self.tr("Draft deleted."), _UNDO_SECONDS, undo))

    def _undelete(self, post_id: str, on_sheet: bool) -> None:
        try:
            post = self._shop.drafts.undelete(post_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        if on_sheet and self._composer.content.is_empty:
            self.open(post)
        self.show_drafts()

    def _on_left(self) -> None:
        """The draft went into the queue: what lies there needs no saving."""
        self._lay(None, 0)
        self.show_drafts()
        self._composer.take_focus()

    def _on_returned(self, post: Post, caret: int) -> None:
        """Not a post of the account before, which came back when it was no longer shown."""
        if self._may_lie_here(post):
            self._turn_to(post, caret)
            self._composer.take_focus()

    def _on_began_anew(self) -> None:
        said = self.tr("That post is no longer a draft. What stands here goes on as a new one.")
        self.message.emit(Message(said, tone=Tone.CALM))


def _what_it_says(post: Post) -> tuple[object, ...]:
    return tuple(as_draft(part) for part in post.parts), post.options, post.board_id
