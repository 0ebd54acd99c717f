"""What every tab of the window has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.messages import Message, words

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.errors import AppError


class Undo(NamedTuple):
    """An offer to take something back, shown for `seconds`; a newer one takes its place.

    `second` is the word for something else that can be done instead, which `choose` does.
    """

    sentence: str
    seconds: int
    undo: Callable[[], None]
    second: str = ""
    choose: Callable[[], None] | None = None


class OwnTrouble:
    """A page's message in the window's banner, taken back by the page that told it, by no other."""

    def __init__(self, show: Callable[[Message | None], None], *, here: bool = False) -> None:
        """`here`: the page knows which one thing its message is about (see `Message`)."""
        self._show = show
        self._here = here
        self._told = False

    def tell(self, error: AppError) -> None:
        self._told = True
        self._show(words(error)._replace(here=self._here))

    def over(self) -> None:
        """Leaves the banner alone where it is not ours."""
        if self._told:
            self._told = False
            self._show(None)


class Page(QWidget):
    """A tab. It reads services itself and tells the window the rest by signals."""

    message = Signal(object)
    """`ui.messages.Message` for the banner, or None to clear it."""
    undo_offered = Signal(object)
    """`Undo`."""
    undo_over = Signal(object)
    """An `Undo` that was offered: it can no longer be taken back."""
    changed = Signal()
    """Posts or inbox items changed here: the heartbeat is re-armed, the other pages re-read."""
    go = Signal(str, str)
    """Name of another tab, id of the thing to open there ("" for none)."""

    saved = Signal()
    """What was typed here is on disk now."""

    connect_asked = Signal()
    """The owner wants to know of a key: what it gives, and what it costs."""

    account_chosen = Signal(object)
    """`Account` to go on with: the owner began their own shop here."""

    def refresh(self) -> None:
        """Reads again whatever is shown. Called when the tab is shown or something changed."""

    def show_account(self, account: Account) -> None:
        """Another account, or the first: what was opened of the one before is put away."""

    def open_item(self, item_id: str) -> None:
        """Opens one thing of this tab: a draft, a post, an inbox item."""

    def count(self) -> int:
        """What the pill on the tab says; 0 shows none."""
        return 0

    def undo_place(self) -> QWidget:
        """The pane at whose foot Undo stands: clear of what is docked, or typed in, below it."""
        return self

    def post(self) -> None:
        """Ctrl+Enter: sends what this tab has at hand, where it has something to send."""

    def search(self) -> None:
        """Puts the caret into this tab's search, where it has one."""

    def choose_picture(self) -> None:
        """Asks again for the picture that could not be used."""

    def save_now(self) -> None:
        """Puts what is still in the hand on disk: called before quitting and switching account."""

    def is_saved(self) -> bool:
        """Nothing is in the hand that is not on disk."""
        return True

    def save_trouble(self) -> AppError | None:
        """What keeps it from the disk, after `save_now`."""
        return None
