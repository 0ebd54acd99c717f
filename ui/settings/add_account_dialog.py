"""One more account: the four questions about a shop. It begins by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.accounts.accounts import Way, plain_handle
from services.errors import StorageTrouble
from services.my_shop.profiles import Profile
from ui.build import label
from ui.compose.shop_questions import ShopQuestions
from ui.fitting import room_for
from ui.messages import words
from ui.theme import MEASURES
from widgets.isolates import held
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop

WIDE = 560


class AddAccountDialog(QDialog):
    added = Signal(object)
    """The `Account`, with its shop's name, country and hours."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Add an account"))
        self._shop = shop
        self.questions = ShopQuestions()
        self.questions.begun.connect(self._on_begun)
        self.questions.back.connect(self.reject)
        self.questions.back_button.setText(self.tr("Cancel"))
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Add an account"), kind="section"))
        layout.addWidget(
            label(
                self.tr(
                    "It has drafts, a queue and an inbox of its own. It begins by hand, free; "
                    "connect it to X when you like."
                ),
                kind="quiet",
                wrap=True,
            )
        )
        layout.addWidget(self.questions)
        layout.addWidget(self.trouble)
        self.setFixedWidth(min(round(WIDE * grown(self.font())), room_for(self).width()))
        self.questions.take_focus()

    def _on_begun(self, handle: str, zone: str, profile: Profile) -> None:
        handle = plain_handle(handle)
        known = self._shop.accounts.by_handle(handle) if handle else None
        if known is not None and known.way is not Way.PRACTICE:
            self._tell(
                self.tr("{handle} is among your accounts already.").format(
                    handle=held(f"@{handle}")
                )
            )
            return
        try:
            with self._shop.database.transaction():
                account = self._shop.accounts.add(handle, zone)
                self._shop.profiles.save(account.id, profile)
        except StorageTrouble as error:
            self._tell(words(error).sentence)
            return
        self.accept()
        self.added.emit(account)

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        self.adjustSize()
