"""The words not yet sent: one text a conversation, counted as X counts, and the button's price."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account, Way
from services.errors import StorageTrouble
from services.inbox.answer_drafts import AnswerDrafts, Thread, thread_of
from services.inbox.items import Item
from services.publishing.lengths import config_for
from services.text.blank import is_blank
from services.text.measure import parse
from services.x_api.prices import X_LIST, Prices
from ui import status
from ui.inbox.item_values import called
from ui.late_save import LateSave
from widgets.answer_box import AnswerBox


class _Leaving(NamedTuple):
    """An answer on its way into the queue, and what was written behind it since."""

    text: str
    since: str = ""


class Answering(QObject):
    """Fills the box, and keeps on disk what stands in it, for each conversation.

    An answer that leaves is out of the box at once, but stays on disk until the queue has it.
    """

    trouble = Signal(object)
    """A StorageTrouble, once for each stretch of failing saves."""
    saved = Signal()
    begun_changed = Signal()
    """A conversation has an answer begun, or none any longer."""

    def __init__(self, box: AnswerBox, drafts: AnswerDrafts, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._drafts = drafts
        self._item: Item | None = None
        self._account: Account | None = None
        self._shown = ""
        self._unsaved: dict[Thread, str] = {}
        self._leaving: dict[Thread, _Leaving] = {}
        self._late = LateSave(self._save, self)
        self._late.trouble.connect(self.trouble)
        self._late.saved.connect(self.saved)
        box.changed.connect(self._on_changed)
        box.trim_asked.connect(self._on_trim)

    @property
    def waits(self) -> bool:
        return self._late.waits

    @property
    def save_trouble(self) -> StorageTrouble | None:
        return self._late.met

    def turn_to(self, item: Item, account: Account) -> None:
        self._item, self._account = item, account
        self._show(self._text_of(item))

    def let_go(self, item: Item) -> bool:
        """What stands in the box leaves for the queue; False while an answer to it does already.

        `queued` or `refused` must follow.
        """
        thread = thread_of(item)
        if thread in self._leaving:
            return False
        self.save_now()
        self._leaving[thread] = _Leaving(self._box.text())
        self._show_if_open(item, "")
        return True

    def queued(self, item: Item) -> None:
        """The queue has the answer, and took its words from the disk."""
        self._note(item, self._leaving.pop(thread_of(item)).since)
        if self._is_open(item):
            self._on_changed(self._box.text())
        self.save_now()

    def refused(self, item: Item) -> None:
        """It did not get into the queue: its words are the owner's again."""
        leaving = self._leaving.pop(thread_of(item))
        self._give_back(item, leaving.text, begun=leaving.since)

    def give_back(self, item: Item, text: str) -> None:
        """An answer came back out of the queue; what was begun since stands under it."""
        self._give_back(item, text, begun=self._text_of(item))

    def save_now(self) -> None:
        self._late.save_now()

    def _give_back(self, item: Item, text: str, *, begun: str) -> None:
        whole = _joined(text, begun)
        self._note(item, whole)
        self._show_if_open(item, whole)
        self.save_now()

    def _is_open(self, item: Item) -> bool:
        return self._item is not None and thread_of(self._item) == thread_of(item)

    def _show_if_open(self, item: Item, text: str) -> None:
        if self._is_open(item):
            self._show(text)

    def _show(self, text: str) -> None:
        item, self._item = self._item, None
        # Of no conversation while it is filled: to look at words must not write them anew.
        self._box.set_text(text)
        self._item, self._shown = item, self._box.text()
        self._on_changed(self._shown)

    def _text_of(self, item: Item) -> str:
        thread = thread_of(item)
        if thread in self._leaving:
            return self._leaving[thread].since
        unsaved = self._unsaved.get(thread)
        return self._drafts.get(thread) if unsaved is None else unsaved

    def _note(self, item: Item, text: str) -> None:
        thread = thread_of(item)
        leaving = self._leaving.get(thread)
        if leaving is not None:
            self._leaving[thread] = leaving._replace(since=text)
            text = _joined(leaving.text, text)
        self._unsaved[thread] = text
        self._late.note()

    def _save(self) -> None:
        changed = False
        for thread, text in tuple(self._unsaved.items()):
            changed |= self._drafts.save(thread, text)
            del self._unsaved[thread]
        if changed:
            self.begun_changed.emit()

    def _on_changed(self, text: str) -> None:
        if self._item is None or self._account is None:
            return
        if text != self._shown:
            self._shown = text
            self._note(self._item, text)
        measured = parse(text, config=config_for(self._account))
        self._box.set_count(measured.weighted_length, measured.limit)
        leaves = thread_of(self._item) in self._leaving
        self._box.set_ready(not is_blank(text) and measured.fits and not leaves)
        self._box.set_trouble(self._too_long(-measured.left), trim=self.tr("Trim"))
        handle = self._account.handle or ""
        name = called(self._item)
        self._box.set_words(
            button=self._button(
                self._account.way, self._account.prices, has_link=measured.has_link
            ),
            hint=self.tr("Answer {name}").format(name=name),
            name=self.tr("Your answer to {name}").format(name=name),
            note=self.tr("As @{handle}").format(handle=handle) if handle else "",
        )

    def _too_long(self, over: int) -> str:
        if over <= 0:
            return ""
        return self.tr("%Ln characters too many for one answer.", "", over)

    def _on_trim(self) -> None:
        from ui.compose.trim import trimmed

        if self._account is not None:
            text = self._box.text()
            measured = parse(text, config=config_for(self._account))
            self._box.cut(trimmed(text, measured))

    def _button(self, way: Way, prices: Prices | None, *, has_link: bool) -> str:
        if way is Way.PRACTICE:
            return self.tr("Answer (sample)")
        if way is Way.BY_HAND:
            return self.tr("Open on X · free")
        price = (prices or X_LIST).of_post(has_link, answer=True)
        return self.tr("Answer · {price}").format(price=status.dollars(price))


def _joined(answer: str, begun: str) -> str:
    """What was begun since stands under the answer, unless it says the same."""
    since = begun.strip()
    return f"{answer}\n{since}" if since and since != answer.strip() else answer
