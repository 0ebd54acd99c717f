"""The board editor under the hand: a frame of each gesture, with 12 photographs of 12 megapixels.

A frame is from posting the input event until the canvas is painted and posted events are drained,
beside the repaint of an empty widget. Every 50 steps the hand rests until the pictures are sharp
again, which is not counted. Each scale is a process of its own:

    python -m tests.bench.board_frames SCALE FOLDER    (FOLDER holds 12-0.jpg to 12-11.jpg)
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.start import ROOT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from services.shop import Shop
    from ui.board.board_dialog import BoardDialog

STEPS = 600
REST = 50
PICTURES, MEGAPIXELS = 12, 12
WORDS = ("Blue cups, wheel thrown", "青い湯のみ 🍵", "فنجان أزرق من الخزف", "کاسهٔ سرامیکی")
LETTERS = "mossgreen🍵چایسبز抹茶"
"""None of them leaves the picture as it was, as a space at the end does."""

Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Frames:
    times: list[float]
    """Milliseconds on the clock."""
    processor: list[float]
    """Milliseconds of processor: what the frame takes where nobody else uses the machine."""


def bench() -> None:
    from tests.bench.photographs import make

    print(f"{STEPS} steps each; p99 at most 16 ms wanted")
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), PICTURES, MEGAPIXELS)
        for scale in ("1", "2"):
            subprocess.run(
                [sys.executable, "-m", "tests.bench.board_frames", scale, folder],
                cwd=ROOT,
                env={**os.environ, "QT_SCALE_FACTOR": scale},
                check=True,
            )


def main() -> None:
    scale, photographs = sys.argv[1], Path(sys.argv[2])

    from PySide6.QtWidgets import QWidget

    from services.clock import SystemClock
    from services.paths import paths_under
    from services.shop import open_shop
    from ui.app import make_application
    from ui.board.board_dialog import BoardDialog
    from ui.tasks import LaneTasks
    from ui.theme import Theme

    app = make_application()
    Theme(app).apply("light", "en")
    print(f"\n-- scale {scale}")
    empty = QWidget()
    empty.resize(1280, 800)
    empty.show()
    _print("an empty widget", _measured(app, empty, lambda _: empty.update()))
    empty.close()
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        tasks = LaneTasks(app)
        board = _board(shop, photographs)
        dialog = BoardDialog(shop, tasks, shop.accounts.active().id, board_id=board)
        dialog.resize(1280, 800)
        dialog.open()
        _settle(app, 4)
        canvas = dialog.editor.stage.canvas
        for name, step in _gestures(dialog):
            _settle(app, 0.7)
            _print(name, _measured(app, canvas, step))
        dialog.project.save_now()
        dialog.reject()
        tasks.stop()
        tasks.join()
        shop.close()


def _board(shop: Shop, photographs: Path) -> str:
    """The hardest one: words on every picture, round corners, a ribbon here and there."""
    from services.media.board_values import Captions, Cell, Look
    from services.media.boards import new_board

    kept = [
        shop.pictures.add_file(photographs / f"{MEGAPIXELS}-{number}.jpg")
        for number in range(PICTURES)
    ]
    cells = tuple(
        Cell(
            picture.hash,
            WORDS[at % len(WORDS)],
            zoom=1.6 if at % 3 == 0 else 1.0,
            price=f"${20 + at}",
            ribbon="Sold out" if at % 4 == 1 else "",
        )
        for at, picture in enumerate(kept)
    )
    board = new_board(shop.accounts.active().id, name="Shelf")
    look = Look(captions=Captions.OVER, corners=12)
    return shop.boards.save(replace(board, look=look, cells=cells)).id


def _gestures(dialog: BoardDialog) -> Iterator[tuple[str, Step]]:
    """Each name with what one step of it posts."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtTest import QTest

    canvas, panel = dialog.editor.stage.canvas, dialog.editor.panel
    middle = canvas.cell_rect(6).center().toPoint()
    alt, left = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
    _post_move(canvas, middle)
    QTest.mousePress(canvas, left, alt, middle)
    yield "pan a picture", _circle(canvas, middle, 18)
    QTest.mouseRelease(canvas, left, alt, middle)
    yield "zoom a picture", _wheel(canvas, middle)
    _post_move(canvas, middle)
    QTest.mousePress(canvas, left, Qt.KeyboardModifier.NoModifier, middle)
    yield "drag a picture", _circle(canvas, canvas.board_rect().center().toPoint(), 200)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, left, Qt.KeyboardModifier.NoModifier, middle)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    yield "spacing", _slide(panel.look.spacing.gutter)
    yield "round corners", _slide(panel.look.spacing.corners)
    canvas.choose(5)
    panel.cell.caption.clear()
    yield "a caption", _keys(panel.cell.caption)


def _circle(canvas: QWidget, middle: Any, radius: int) -> Step:
    from PySide6.QtCore import QPoint

    def step(number: int) -> None:
        turn = number * math.tau / 40
        way = QPoint(round(math.cos(turn) * radius), round(math.sin(turn) * radius))
        _post_move(canvas, middle + way)

    return step


def _post_move(canvas: QWidget, at: Any) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.postEvent(canvas, event)


def _wheel(canvas: QWidget, at: Any) -> Step:
    """In and out again."""
    from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    def step(number: int) -> None:
        turned = 60 if number // 20 % 2 == 0 else -60
        event = QWheelEvent(
            QPointF(at),
            QPointF(canvas.mapToGlobal(at)),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.postEvent(canvas, event)

    return step


def _slide(slider: Any) -> Step:
    """There and back by its keys."""
    from PySide6.QtCore import Qt

    slider.setValue(slider.minimum())
    span = slider.maximum() - slider.minimum()

    def step(number: int) -> None:
        key = Qt.Key.Key_Right if number // span % 2 == 0 else Qt.Key.Key_Left
        _post_key(slider, key, "")

    return step


def _keys(field: QWidget) -> Step:
    from PySide6.QtCore import Qt

    def step(number: int) -> None:
        if number % len(LETTERS) == 0:
            field.clear()
        _post_key(field, Qt.Key.Key_unknown, LETTERS[number % len(LETTERS)])

    return step


def _post_key(widget: QWidget, key: Any, text: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QCoreApplication.postEvent(widget, event)


def _measured(app: QApplication, painted_on: QWidget, step: Step) -> Frames:
    from PySide6.QtCore import QEvent, QObject

    class Painted(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                self.seen = True
            return False

    painted = Painted(painted_on)
    painted_on.installEventFilter(painted)
    times: list[float] = []
    processor: list[float] = []
    for number in range(STEPS):
        if number % REST == 0:
            _settle(app, 0.4)
        painted.seen = False
        used, began = time.process_time(), time.perf_counter()
        step(number)
        while not painted.seen:
            app.processEvents()
            if time.perf_counter() - began > 2:
                raise RuntimeError(f"step {number} painted nothing")
        app.sendPostedEvents()
        times.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - used) * 1000)
    painted_on.removeEventFilter(painted)
    return Frames(times, processor)


def _settle(app: QApplication, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.002)


def _print(name: str, frames: Frames) -> None:
    clock, processor = _figures(frames.times), _figures(frames.processor)
    print(f"{name}: {clock}; processor alone {processor}", flush=True)


def _figures(times: list[float]) -> str:
    p99 = statistics.quantiles(times, n=100)[98]
    return f"p50 {statistics.median(times):.2f}, p99 {p99:.2f}, maximum {max(times):.2f} ms"


if __name__ == "__main__":
    main()
