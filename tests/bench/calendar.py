"""2,000 queued posts: week and month read, turned, scrolled and dragged over, frame by frame.

A frame: from the input until what it asks to paint is painted and posted events are drained.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from services.clock import DAY, SystemClock, to_wall
from services.paths import paths_under
from services.shop import Shop, open_shop
from tests.bench.beside import figures

POSTS = 2_000
STEPS = 600
WORDS = "Five bowls dry by the window: the blue one is yours 🍵 شاي 茶 number"


def bench() -> None:
    from ui.app import make_application
    from ui.queue.queue_page import QueuePage
    from ui.tasks import LaneTasks
    from ui.theme import Theme

    app = make_application()
    Theme(app).apply("light", "en")
    for name, per_day in (("over two years", 3), ("in six weeks", 48)):
        with tempfile.TemporaryDirectory() as folder:
            shop = open_shop(paths_under(Path(folder)), SystemClock())
            _fill(shop, per_day)
            tasks = LaneTasks(app)
            page = QueuePage(shop, tasks)
            page.show_account(shop.accounts.active())
            page.resize(1280, 748)
            page.show()
            _drain(app)
            print(f"-- {POSTS:,} queued posts {name}")
            _measure(app, page)
            page.close()
            tasks.stop()
            shop.close()


def _measure(app: QApplication, page: object) -> None:
    from ui.queue.queue_page import QueuePage

    assert isinstance(page, QueuePage)
    for view in ("week", "month"):
        page.header.views.button(view).click()
        _drain(app)
        _say(f"{view}: read and shown again", _times(app, page.refresh, 60))
        page.header.onward.click()
        _say(f"{view}: turned", _times(app, page.header.onward.click, 20))
        page.header.today.click()
        page.header.onward.click()
        _drain(app)
    page.header.views.button("week").click()
    page.header.today.click()
    page.header.onward.click()
    _drain(app)
    bar = page.grid.verticalScrollBar()
    span = max(bar.maximum(), 1)
    places = iter(range(STEPS * 2))
    _say(
        "week: scrolled by 12",
        _times(app, lambda: bar.setValue((next(places) * 12) % span), STEPS),
    )
    card = next(each for each in page.grid.buttons() if hasattr(each, "value"))
    page.grid.grabbed.emit(card, QPoint(20, 20))
    _say("week: a step of a drag", _drag(app, page, page.grid.viewport()))
    page.calendar.dragging.end()
    page.header.views.button("month").click()
    _drain(app)
    line = next(line for day in page.month.days for line in day.lines if line.movable)
    page.month.grabbed.emit(line.id, page.month.grab(page.month.line_place(line.id)), QPoint(9, 9))
    _say("month: a step of a drag", _drag(app, page, page.month))
    page.calendar.dragging.end()
    page.month.setFocus()
    across = iter(range(STEPS * 2))
    days = page.month.days

    def key() -> None:
        page.month.set_current(days[next(across) % len(days)].key)

    _say("month: the next day by key", _times(app, key, STEPS))


def _drag(app: QApplication, page: QWidget, over: QWidget) -> list[float]:
    """Across and down, a few pixels at a time, as a hand does."""
    hand = page.calendar.dragging.hand  # type: ignore[attr-defined]  # a QueuePage
    steps = iter(range(STEPS * 2))

    def step() -> None:
        number = next(steps)
        inside = QPoint((number * 9) % over.width(), 40 + (number * 5) % (over.height() - 60))
        at = QPointF(over.mapToGlobal(inside))
        buttons = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, at, buttons, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(hand, event)

    return _times(app, step, STEPS)


def _times(app: QApplication, call: Callable[[], object], rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        _drain(app)
        found.append((time.perf_counter() - began) * 1000)
    return found


def _drain(app: QApplication) -> None:
    app.processEvents()
    app.sendPostedEvents()


def _say(what: str, times: list[float]) -> None:
    print(f"{what}: {figures(times)}", flush=True)


def _fill(shop: Shop, per_day: int) -> None:
    """Written straight into the tables: what is measured is how they are read and shown."""
    account = shop.accounts.active()
    now = shop.clock.now()
    start = now // DAY * DAY + DAY
    apart = 12 * 3_600 // per_day
    due = [
        start + (number // per_day) * DAY + 8 * 3_600 + (number % per_day) * apart
        for number in range(POSTS)
    ]
    with shop.database.transaction() as connection:
        connection.executemany(
            "INSERT INTO post(id, account_id, state, due_at, due_wall, due_zone, created_at, "
            "changed_at, queued_at) VALUES (?, ?, 'queued', ?, ?, ?, 0, 0, ?)",
            [
                (f"p{n}", account.id, at, to_wall(at, account.zone), account.zone, n)
                for n, at in enumerate(due)
            ],
        )
        connection.executemany(
            "INSERT INTO part(id, post_id, position, text) VALUES (?, ?, 0, ?)",
            [(f"t{n}", f"p{n}", f"{WORDS} {n}") for n in range(POSTS)],
        )


if __name__ == "__main__":
    bench()
