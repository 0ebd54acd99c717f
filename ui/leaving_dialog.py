"""Asked when the program is to end while a post can still be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.errors import AppError
from services.publishing.post_price import price_of
from services.publishing.posts import Post
from services.publishing.states import State
from ui import status
from ui.build import button, column, label, row, set_kind
from ui.messages import words, words_for_reason
from ui.tasks import Lane
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.elided_label import ElidedLabel
from widgets.text_block import one_line
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks

_WIDE = 520
_NAMED = 3
"""Posts shown by their words; of more than these the number is said."""


class LeavingDialog(QDialog):
    """Esc stays. Nothing is called before the owner has chosen."""

    over = Signal()
    """Nothing is left to be asked: the program may end."""

    def __init__(self, shop: Shop, tasks: Tasks, posts: tuple[Post, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Before Shoplark ends"))
        self._shop = shop
        self._tasks = tasks
        self._posts = posts
        self.send = BusyButton(self._send_words())
        set_kind(self.send, "primary")
        self.send.clicked.connect(self._on_send)
        self.take_back = button(
            self._said(self.tr("Take it back and quit"), self.tr("Take them back and quit"))
        )
        self.take_back.clicked.connect(self._on_take_back)
        self.stay = button(self.tr("Stay"), kind="quiet")
        self.stay.clicked.connect(self.reject)
        self.told = label(kind="caption", wrap=True)
        self.told.hide()
        self._build()

    def _build(self) -> None:
        self.setFixedWidth(round(_WIDE * grown(self.font())))
        named = [ElidedLabel(self._words_of(post)) for post in self._posts[:_NAMED]]
        more = len(self._posts) - len(named)
        rest = [label(self.tr("and %n more", "", more), kind="caption")] if more else []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(MEASURES.s24,) * 4)
        layout.setSpacing(MEASURES.s16)
        count = len(self._posts)
        layout.addWidget(label(self.tr("%n post has not gone yet", "", count), kind="section"))
        layout.addLayout(column(*named, *rest, gap=MEASURES.s4))
        said = self._said(
            self.tr("You can still take it back. Nothing was sent so far."),
            self.tr("You can still take them back. Nothing was sent so far."),
        )
        layout.addWidget(label(said, kind="quiet", wrap=True))
        layout.addWidget(self.told)
        layout.addLayout(row(self.stay, None, self.take_back, self.send))

    def _said(self, of_one: str, of_many: str) -> str:
        return of_one if len(self._posts) == 1 else of_many

    def _words_of(self, post: Post) -> str:
        return one_line(post.text) or self.tr("A post of pictures")

    def _send_words(self) -> str:
        said = self._said(self.tr("Send it now and quit"), self.tr("Send them now and quit"))
        paid = [(post, self._shop.accounts.get(post.account_id).prices) for post in self._posts]
        costs = [price_of(post, prices) for post, prices in paid if prices is not None]
        if not costs:
            return said
        price = status.dollars(sum(costs))
        return self.tr("{words} · {price}").format(words=said, price=price)

    def _on_send(self) -> None:
        self.send.set_busy(True, self.tr("Sending"))
        self._run(partial(self._shop.leaving.send, self._posts), self._on_sent)

    def _on_take_back(self) -> None:
        self._run(partial(self._shop.leaving.take_back, self._posts), self._on_taken_back)

    def _run(
        self,
        call: Callable[[], tuple[Post, ...]],
        done: Callable[[tuple[Post, ...]], None],
    ) -> None:
        for each in (self.take_back, self.stay):
            each.setEnabled(False)
        self._tasks.run(call, lane=Lane.SEND, owner=self, done=done, failed=self._on_failed)

    def _on_sent(self, posts: tuple[Post, ...]) -> None:
        held = next((post for post in posts if post.state is not State.SENT), None)
        if held is None:
            self._end()
            return
        zone = self._shop.accounts.get(held.account_id).zone
        detail = held.reason_detail or ""
        reason = words_for_reason(held.reason or "", detail, zone=zone).sentence
        self._tell(reason or self.tr("It waits in the queue."))
        self.send.hide()
        self.take_back.setText(self.tr("Quit all the same"))
        self.take_back.clicked.disconnect(self._on_take_back)
        self.take_back.clicked.connect(self._end)

    def _on_taken_back(self, _posts: tuple[Post, ...]) -> None:
        self._end()

    def _on_failed(self, error: AppError) -> None:
        self._tell(words(error).sentence)

    def _tell(self, sentence: str) -> None:
        self.send.set_busy(False)
        for each in (self.take_back, self.stay):
            each.setEnabled(True)
        self.told.setText(sentence)
        self.told.show()
        self.adjustSize()

    def _end(self) -> None:
        self.accept()
        self.over.emit()
