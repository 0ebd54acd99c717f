"""The words not yet sent: one text a conversation, counted as X counts, and the button's price."""

from __future__ import annotations

from PySide6.QtCore import QObject

from services.accounts.accounts import Account, Way
from services.inbox.items import Item
from services.text.measure import measure
from services.x_api.prices import price_of_post
from ui import status
from widgets.answer_box import AnswerBox


class Answering(QObject):
    """Fills the box and remembers what stands in it when another conversation is opened."""

    def __init__(self, box: AnswerBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._item: Item | None = None
        self._account: Account | None = None
        self._written: dict[tuple[str, str], str] = {}
        box.changed.connect(self._on_changed)

    def turn_to(self, item: Item, account: Account) -> None:
        text = self._written.get(_thread(item), "")
        self._item, self._account = item, account
        self._box.set_text(text)
        self._on_changed(text)

    def forget(self, item: Item) -> None:
        """Its answer is in the queue."""
        self._written.pop(_thread(item), None)
        if self._item is not None and _thread(self._item) == _thread(item):
            self._box.set_text("")

    def give_back(self, item: Item, text: str) -> None:
        """An answer came back out of the queue; what was begun since stands under it."""
        begun = self._written.get(_thread(item), "").strip()
        self._written[_thread(item)] = f"{text}\n{begun}" if begun and begun != text else text

    def _on_changed(self, text: str) -> None:
        if self._item is None or self._account is None:
            return
        self._written[_thread(self._item)] = text
        measured = measure(text)
        self._box.set_count(measured.weighted_length, measured.limit)
        self._box.set_ready(bool(text.strip()) and measured.fits)
        handle = self._account.handle or ""
        name = self._item.customer.name or self._item.customer.handle
        self._box.set_words(
            button=self._button(self._account.way, has_link=measured.has_link),
            hint=self.tr("Answer {name}").format(name=name),
            name=self.tr("Your answer to {name}").format(name=name),
            note=self.tr("As @{handle}").format(handle=handle) if handle else "",
        )

    def _button(self, way: Way, *, has_link: bool) -> str:
        if way is Way.PRACTICE:
            return self.tr("Answer (sample)")
        if way is Way.BY_HAND:
            return self.tr("Open on X · free")
        price = price_of_post(has_link, 0, True)
        return self.tr("Answer · {price}").format(price=status.dollars(price))


def _thread(item: Item) -> tuple[str, str]:
    return item.conversation_id, item.customer.id
