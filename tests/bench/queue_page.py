"""The queue page with 2,000 posts: opened as list, week and month, scrolled, dragged in, and what
it weighs. An empty QListView with as many rows is its peer.
"""

from __future__ import annotations

import os
import random
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from services.clock import DAY, SystemClock
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.shop import Shop, open_shop
from tests.bench.beside import beside, figures, milliseconds
from tests.bench.measure import WORDS

POSTS = 2_000
STEPS = 600
TAILS = ("#yunomi", "https://leafandkiln.example.com/a", "🍵", "شاي بالنعناع", "新しい湯呑み", "")
_PICTURES = Path("resources/practice")


def bench() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        _stock(shop)
        _measure(shop)
        shop.close()


def _stock(shop: Shop) -> None:
    chance = random.Random(280)  # noqa: S311
    account, now = shop.accounts.active().id, shop.clock.now()
    hashes = [shop.pictures.add_file(path).hash for path in sorted(_PICTURES.glob("*.jpg"))[:12]]
    for begin in range(0, POSTS, 200):
        with shop.database.transaction() as rows:
            for number in range(begin, begin + 200):
                words = " ".join(chance.choices(WORDS.split(), k=30))
                picture = ((hashes[number % len(hashes)], ""),) if number % 2 else ()
                parts = [DraftPart(f"{words} {TAILS[number % len(TAILS)]}", picture)]
                parts += [DraftPart("and on")] * (number % 9 == 0)
                post = shop.drafts.begin(account, tuple(parts))
                rows.execute(
                    "UPDATE post SET state = 'queued', due_at = ?, queued_at = ? WHERE id = ?",
                    (now + (number + 1) * DAY // 4, now, post.id),
                )


def _measure(shop: Shop) -> None:
    from PySide6.QtCore import QStringListModel, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QListView, QWidget

    from ui.app import make_application
    from ui.queue.queue_page import QueuePage
    from ui.tasks import LaneTasks
    from ui.theme import Theme

    app = make_application()
    Theme(app).apply("light", "en")
    tasks = LaneTasks()

    def settle() -> None:
        while not tasks.idle():
            app.processEvents()
        for _ in range(3):
            app.processEvents()

    def opened(make: Callable[[], QWidget]) -> Callable[[], None]:
        def go() -> None:
            widget = make()
            widget.resize(1280, 716)
            widget.show()
            widget.repaint()
            widget.hide()
            widget.deleteLater()

        return go

    def bare() -> QListView:
        view = QListView()
        view.setModel(QStringListModel(["Tea"] * POSTS, view))
        return view

    for view in ("list", "week", "month"):

        def page(view: str = view) -> QueuePage:
            made = QueuePage(shop, tasks)
            made.header.views.chosen.emit(view)
            return made

        beside(
            f"queue page with {POSTS:,} posts opened as {view} (under 100 ms wanted)",
            opened(page),
            f"QListView of {POSTS:,} lines",
            opened(bare),
            rounds=20,
        )
        settle()

    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    shown = QueuePage(shop, tasks)
    shown.header.views.chosen.emit("list")
    shown.resize(1280, 716)
    shown.show()
    settle()
    print(
        f"memory of Python for the page with its list: "
        f"{(tracemalloc.get_traced_memory()[0] - before) / 2**20:.1f} MB"
    )
    tracemalloc.stop()
    empty = bare()
    empty.resize(1280, 716)
    empty.show()
    settle()
    list_view = shown.list.view
    for name, widget in (("list", list_view), ("QListView", empty)):
        _scroll(name, widget, app.processEvents)
    settle()
    list_view.verticalScrollBar().setValue(0)
    settle()
    row = next(n for n, entry in enumerate(list_view.entries) if entry.movable)
    start = list_view.visualRect(list_view.model().index(row, 0)).center()
    port = list_view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    high, times = port.height(), []
    for step in range(STEPS):
        at = start.y() + (step * 7) % max(high - 60, 60)
        point = start.__class__(start.x(), at)

        def move(point: object = point) -> None:
            QTest.mouseMove(port, point)  # type: ignore[arg-type]  # a QPoint
            app.processEvents()

        times.append(milliseconds(move))
    list_view.drag.cancel()
    print(f"a step of a drag in the list, {STEPS} steps: {figures(times)} (p99 at most 16 wanted)")
    shown.close()
    empty.close()
    tasks.stop()
    tasks.join()


def _scroll(name: str, view: object, settle: Callable[[], object]) -> None:
    from PySide6.QtWidgets import QListView

    assert isinstance(view, QListView)
    bar = view.verticalScrollBar()
    times = []
    for step in range(STEPS):

        def scroll(step: int = step) -> None:
            way = 1 if step * 77 // bar.maximum() % 2 == 0 else -1
            bar.setValue(bar.value() + way * (40 + 37 * (step % 3)))
            settle()

        times.append(milliseconds(scroll))
    print(
        f"a step of scrolling, {name} with {POSTS:,} rows, {STEPS} steps: {figures(times)} "
        "(p99 at most 16 wanted)",
        flush=True,
    )
