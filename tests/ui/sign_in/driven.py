"""A wizard whose browser is played: what it opens is noted, and X's page answered on the spot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.accounts.callback_request import answer_in, pasted_query
from tests.services.accounts.signing import Signing
from ui.sign_in.outside import Outside
from ui.sign_in.wizard import SignInWizard

TOO_LONG = 301
"""Seconds after which nothing comes any more."""


@dataclass
class Driven:
    """`answers`: what the owner does on X's page, each time it is opened; nothing once over."""

    signing: Signing
    tasks: Any
    taken: tuple[int, ...] = ()
    opens: bool = True
    pages: list[str] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    answers: list[Callable[[], None]] = field(default_factory=list)
    connected: list[Any] = field(default_factory=list)
    _wizard: SignInWizard | None = None

    @property
    def wizard(self) -> SignInWizard:
        assert self._wizard is not None
        return self._wizard

    @property
    def account(self) -> Any:
        return self.signing.shop.accounts.get(self.signing.account_id)

    def open(
        self, qtbot: QtBot, *, again: bool = False, over: QWidget | None = None
    ) -> SignInWizard:
        outside = Outside(
            open_page=self._open_page,
            taken_ports=lambda _ports: self.taken,
            copy=self.copied.append,
            take_back=self.taken_back.append,
        )
        made = SignInWizard(
            self.signing.shop,
            self.tasks,
            self.signing.account_id,
            over,
            again=again,
            outside=outside,
        )
        made.connected.connect(self.connected.append)
        self._wizard = made
        made.show()
        return made

    def allow(self) -> None:
        self._consent("allow")

    def cancel(self) -> None:
        # As the browser brings it: what is pasted with X's no only says so.
        self.wizard.journey.trying.current._on_arrived(self._answer("cancel"))  # type: ignore[union-attr]

    def never(self) -> None:
        self.signing.clock.advance(TOO_LONG)

    def _consent(self, button: str) -> None:
        made = self.wizard.journey.trying.current
        assert made is not None
        self.signing.x.set_app(callbacks=[made.redirect_uri])
        made.take(self.signing.consent(made, button))

    def _answer(self, button: str) -> Any:
        made = self.wizard.journey.trying.current
        assert made is not None
        self.signing.x.set_app(callbacks=[made.redirect_uri])
        query = pasted_query(self.signing.consent(made, button))
        assert query is not None
        return answer_in(query, made._secrets.state)

    def _open_page(self, address: str) -> bool:
        self.pages.append(address)
        if "oauth2/authorize" in address and self.answers:
            self.answers.pop(0)()
        return self.opens
