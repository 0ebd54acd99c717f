"""The menu of the account chip: every account of this computer, with what waits in it, and keys.

From here one goes to one's own shop, connects it, adds another, and to the settings of all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPixmap

from services.accounts.accounts import SignedIn, Way
from services.publishing.states import State
from ui import status
from ui.account_names import own_accounts, proof_words
from ui.build import menu
from ui.icons import icon
from ui.theme import MEASURES
from widgets.isolates import held
from widgets.tones import seen_on, tones_of

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop
    from ui.main_window import MainWindow

MOST_KEYS = 9
_KEYS = "Meta+{number}" if sys.platform == "darwin" else "Alt+{number}"
"""Not Ctrl+Alt, which is AltGr on Windows: many keyboards write their @ and # with it."""


class AccountMenu(QObject):
    chosen = Signal(object)
    """`Account`."""
    own_shop_asked = Signal()
    connect_asked = Signal(str, bool)
    """The account's id, and whether it was signed in before."""
    add_asked = Signal()
    manage_asked = Signal()

    def __init__(self, shop: Shop, window: MainWindow) -> None:
        super().__init__(window)
        self._shop = shop
        self.window = window
        self._menu = menu(window, title=self.tr("Accounts"))
        self._keys: list[QAction] = []

    def pop_up(self) -> None:
        self._fill()
        self._menu.open_under(self.window.account_chip)

    def close(self) -> None:
        self._menu.close()

    def words(self) -> list[str]:
        """What the menu offers now."""
        self._fill()
        return [action.text() for action in self._menu.actions()]

    def give_keys(self) -> None:
        """Anew, whenever an account came, went, or has another name."""
        named = self.window.actions_by_name
        for number, old in enumerate(self._keys, start=1):
            named.pop(f"account_{number}", None)
            self.window.removeAction(old)
            old.deleteLater()
        self._keys = []
        accounts = self._shop.accounts.all()
        for number, account in enumerate(accounts[:MOST_KEYS] if len(accounts) > 1 else (), 1):
            name = self._name(account)
            action = QAction(self.tr("Show {account}").format(account=name), self)
            action.setShortcut(QKeySequence(_KEYS.format(number=number)))
            action.setData(account.id)
            action.triggered.connect(self._on_account)
            named[f"account_{number}"] = action
            self.window.addAction(action)
            self._keys.append(action)

    def _fill(self) -> None:
        self._menu.clear()
        accounts = self._shop.accounts.all()
        active = self._shop.accounts.active()
        for number, account in enumerate(accounts, start=1):
            text = self.tr("{name} · {way}").format(
                name=held(self._name(account)),
                way=self._says(account, in_view=account.id == active.id),
            )
            # A lone & would underline the letter after it.
            text = text.replace("&", "&&")
            if len(accounts) > 1 and number <= MOST_KEYS:
                keys = QKeySequence(_KEYS.format(number=number))
                text += f"\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"
            action = self._menu.addAction(text)
            action.setIcon(self._edge(account.colour, in_view=account.id == active.id))
            action.setData(account.id)
            action.triggered.connect(self._on_account)
        self._menu.addSeparator()
        self._offer(active)

    def _offer(self, active: Account) -> None:
        has_own = bool(own_accounts(self._shop))
        if active.way is Way.PRACTICE:
            words = self.tr("Back to my shop") if has_own else self.tr("Start my own shop")
            self._add(words, "store", self.own_shop_asked)
        elif active.way is Way.BY_HAND:
            self._add(self.tr("Connect to X"), "key-round", self._on_connect)
        elif active.waits_for_sign_in:
            never = active.signed_in is SignedIn.NONE
            words = self.tr("Sign in") if never else self.tr("Sign in again")
            self._add(words, "key-round", self._on_connect)
        elif active.waits_for_proof:
            self._add(proof_words(self._shop, active), "key-round", self._on_connect)
        if has_own:
            self._add(self.tr("Add an account"), "plus", self.add_asked)
        self._add(self.tr("Manage accounts"), "user", self.manage_asked)

    def _add(self, words: str, icon_name: str, does: Callable[[], None] | SignalInstance) -> None:
        action = self._menu.addAction(words)
        action.setIcon(icon(icon_name))
        action.triggered.connect(does)

    def _name(self, account: Account) -> str:
        return status.account_name(account, self._shop.profiles.get(account.id).name)

    def _says(self, account: Account, *, in_view: bool) -> str:
        """Its handle or its way; and of an account that is not in view what waits there."""
        said = [f"@{account.handle}" if account.handle else status.way_words(account.way)]
        if account.way is Way.PRACTICE:
            return status.way_words(account.way)
        if in_view:
            return held(said[0])
        if account.waits_for_sign_in:
            never = account.signed_in is SignedIn.NONE
            said.append(self.tr("sign in") if never else self.tr("sign in again"))
        elif account.waits_for_proof:
            said.append(self.tr("to be proven"))
        needy = len(self._shop.outbox.list(account.id, states=(State.NEEDS_YOU,)))
        if needy:
            said.append(self.tr("%Ln need you", "", needy))
        to_answer = self._shop.inbox.counts(account.id).to_answer
        if to_answer:
            said.append(self.tr("%Ln to answer", "", to_answer))
        return " · ".join(held(one) for one in said)

    def _edge(self, colour: str, *, in_view: bool) -> QIcon:
        """Its colour, and a tick beside it for the one in view."""
        side, ratio = MEASURES.icon, self.window.devicePixelRatio()
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        tones = tones_of(self.window)
        rtl = self._menu.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(seen_on(QColor(colour), tones.surface))
        left = side - MEASURES.edge if rtl else 0
        painter.drawRoundedRect(QRectF(left, 0, MEASURES.edge, side), 1.5, 1.5)
        if in_view:
            tick = icon("check", tone="text").pixmap(QSize(12, 12), ratio)
            painter.drawPixmap(0 if rtl else side - 12, (side - 12) // 2, tick)
        painter.end()
        return QIcon(pixmap)

    def _on_account(self) -> None:
        action = self.sender()
        account_id = action.data()  # type: ignore[attr-defined]  # the sender is the QAction
        if account_id != self._shop.accounts.active().id:
            self.chosen.emit(self._shop.accounts.get(account_id))

    def _on_connect(self) -> None:
        active = self._shop.accounts.active()
        self.connect_asked.emit(active.id, active.way is Way.CONNECTED)
