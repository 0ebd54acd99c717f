"""An impatient owner: whatever the queue offers is pressed, in any order, while the disk is busy.

An exception anywhere fails the test: pytest-qt sees those of the lanes too.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from ui.program import Program
from ui.queue.queue_page import QueuePage

STEPS = 80
LINKS = ("https://x.com/tea/status/1860000000000000001", "x", "", "お茶 🍵", "مرحبا #شاي")


@pytest.mark.parametrize("seed", [1, 7])
def test_the_queue_in_any_order(
    start: Callable[[], Program],
    clock: SteppedClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    any_of = random.Random(seed)  # noqa: S311  # no secret: the same walk each time
    program = start()
    program.window.show_tab("queue")
    (page,) = program.window.findChildren(QueuePage)
    pressed = 0
    for step in range(STEPS):
        if step % 40 == 0:
            _fill(program.shop, clock, step)
            page.refresh()
        program.window.show_tab("queue")
        offered = _offered(page)
        if not offered:
            continue
        pressed += 1
        chosen = any_of.choice(offered)
        if isinstance(chosen, QLineEdit):
            chosen.setText(any_of.choice(LINKS))
            qtbot.keyClick(chosen, any_of.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        else:
            qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        if any_of.random() < 0.05:
            program.window.undo_pressed.emit()
        if any_of.random() < 0.3:
            QApplication.processEvents()
    qtbot.waitUntil(program.tasks.idle, timeout=20_000)
    assert pressed > STEPS // 2


def _fill(shop: Shop, clock: SteppedClock, step: int) -> None:
    """Posts to come, and some of which it is asked what became of them."""
    account = shop.accounts.active()
    for hours in range(6):
        post = shop.drafts.new(account.id)
        shop.drafts.save(post.id, parts=(DraftPart(f"茶 {step} {hours}"),))
        shop.outbox.enqueue(post.id, due_at=clock.now() + hours * 3_600)
        if hours % 2:
            shop.outbox.opened_on_x(post.id)


def _offered(page: QueuePage) -> list[QWidget]:
    return [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit) and each.isVisible() and each.isEnabled()
    ]
