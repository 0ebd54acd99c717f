"""The program, X and the owner's browser on their way through a sign-in: what the tests press."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.clock import SystemClock
from services.media.web import Web
from services.paths import Paths, paths_under
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.settings import START_CARD_DONE
from services.shop import Shop, open_shop
from services.x_api.practice import CLIENT_ID
from services.x_api.transport import Transport
from tests.plain_log import plain_log
from tests.signing_in import give_ports
from tests.x_process import XInAnotherProcess
from ui.program import Program
from ui.settings.sign_out_dialog import SignOutDialog
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard
from ui.tasks import LaneTasks
from ui.theme import Theme

BOX = Path(os.environ.get("DESKTOP_LOGS", "/nowhere/logs")).parent
TOKEN_SECONDS = 3
MS = 30_000


@dataclass
class Asked:
    """What left the program for the browser, and what only a try itself knows."""

    addresses: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)


@dataclass
class Running:
    program: Program
    shop: Shop
    tasks: LaneTasks
    x: XInAnotherProcess
    qtbot: QtBot

    def settle(self) -> None:
        self.qtbot.waitUntil(self.tasks.idle, timeout=MS)

    def queue(self, words: str) -> str:
        account = self.shop.accounts.active()
        draft = self.shop.drafts.new(account.id)
        self.shop.drafts.save(draft.id, parts=(DraftPart(words),))
        return self.shop.outbox.enqueue(draft.id, due_at=self.shop.clock.now()).id

    def post(self, words: str) -> None:
        """Written, queued, and sent by the lanes."""
        number = self.queue(words)
        self.program.background.beat(asked=True)

        def sent() -> bool:
            return self.shop.outbox.get(number).state is State.SENT

        self.qtbot.waitUntil(sent, timeout=MS)
        self.settle()

    def until_tokens_end(self) -> None:
        def ended() -> bool:
            return all(one["sort"] != "at" for one in self.x.tokens_alive())

        self.qtbot.waitUntil(ended, timeout=MS)

    def open_wizard(self) -> SignInWizard:
        """At the step where X's page is one press away."""
        self.program.commands.open_wizard(self.shop.accounts.active().id)
        (wizard,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, SignInWizard))
        self.qtbot.waitUntil(wizard.isVisible, timeout=MS)
        wizard.card.start_button.click()
        assert wizard.step is Step.APP
        wizard.app.next_button.click()
        wizard.credit.next_button.click()
        QTest.keyClicks(wizard.client_id.field, CLIENT_ID)
        self.qtbot.waitUntil(wizard.client_id.next_button.isEnabled, timeout=MS)
        wizard.client_id.next_button.click()
        assert wizard.step is Step.BROWSER
        return wizard

    def prove(self, wizard: SignInWizard) -> None:
        """From X's yes to the end of the wizard."""
        assert wizard.step is Step.BACK
        wizard.back.next_button.click()
        wizard.proof.owner_button.click()
        wizard.proof.prove_button.click()
        self.qtbot.waitUntil(wizard.done_button.isVisible, timeout=MS)
        with self.qtbot.waitSignal(wizard.connected, timeout=MS):
            wizard.done_button.click()
        self.settle()

    def sign_out(self) -> None:
        """In the settings, and yes to the question."""
        settings = self.program.commands.open_settings("accounts")
        settings.accounts.details.sign_out.click()
        (dialog,) = (
            one for one in QApplication.topLevelWidgets() if isinstance(one, SignOutDialog)
        )
        with self.qtbot.waitSignal(dialog.agreed, timeout=MS):
            dialog.yes_button.click()
        settings.done_button.click()
        self.settle()


@contextmanager
def running(
    data: Path,
    x: XInAnotherProcess,
    theme: Theme,
    qtbot: QtBot,
    *,
    web: Callable[[], Web] | None = None,
) -> Iterator[Running]:
    """The program on this folder, from its start to its end, and the log of all it says.

    `web` stands in the place of all other sites.
    """
    paths = paths_under(data)
    with plain_log(paths.logs):
        yield from _running(paths, Transport(x_url=x.url, web=web), x, theme, qtbot)


def _running(
    paths: Paths, transport: Transport, x: XInAnotherProcess, theme: Theme, qtbot: QtBot
) -> Iterator[Running]:
    shop = open_shop(paths, SystemClock(), transport=transport)
    if shop.accounts.own() is None:
        own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
        shop.settings.set(START_CARD_DONE, True)
        give_ports(shop, x, own.id)
    tasks = LaneTasks(held=True)
    program = Program(shop, tasks, theme)
    program.choose_tab()
    with qtbot.waitSignal(program.ready, timeout=MS):
        program.show()
    try:
        yield Running(program, shop, tasks, x, qtbot)
    finally:
        program.put_away()
        tasks.stop()
        # Nobody waits for the owner any longer.
        shop.sign_ins.close()
        tasks.join()
        shop.close()
        program.window.deleteLater()
