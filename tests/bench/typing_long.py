"""Typing in a post of 25,000 characters, 20 keys a second, in the real Compose page.

A frame is counted from the moment its key is due: work that a key left behind for later, and that
is in the way of the next one, counts against the next one. Each scale is a process of its own:

    python -m tests.bench.typing_long SCALE [--quick]    (--quick: no pause between keys)
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.start import ROOT

KEYS = 500
PAUSE = 1 / 20
LENGTH = 25_000
ROOM = 1_500
"""What is left free within the limit: every key stays within it."""
LETTERS = "the kiln is warm, ten #bowls wait at leaf.shop today "
PLACES = ("start", "middle", "end")


@dataclass(frozen=True, slots=True)
class Frames:
    name: str
    times: list[float]
    """Milliseconds on the clock, from when the key is due."""
    processor: list[float]
    """Milliseconds of processor: what the frame takes where nobody else uses the machine."""
    whole: float
    """Milliseconds of processor a key, with all that a key leaves for later."""


def bench() -> None:
    print(f"{KEYS} keys each, one every {PAUSE * 1000:.0f} ms; p99 at most 16 ms wanted")
    for scale in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "tests.bench.typing_long", scale],
            cwd=ROOT,
            env={**os.environ, "QT_SCALE_FACTOR": scale},
            check=True,
        )


def paragraphs(length: int) -> str:
    """Paragraphs of some 300 signs, a link, a tag or an emoji in each."""
    sentence = "We glazed forty bowls, blue, green and white; some have a thumb print. "
    tails = ("#yunomi", "https://leafandkiln.example.com/yunomi", "🍵 see @mia_k", "شاي و خبز", "")
    text = ""
    while len(text) < length:
        text += sentence * 4 + tails[text.count("\n") // 2 % len(tails)] + "\n\n"
    return text[:length]


def one_paragraph(length: int) -> str:
    return paragraphs(length).replace("\n", " ")


def main() -> None:
    scale, quick = sys.argv[1], "--quick" in sys.argv
    pause = 0.0 if quick else PAUSE
    os.environ["QT_SCALE_FACTOR"] = scale

    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    from services.clock import SystemClock
    from services.paths import paths_under
    from services.shop import open_shop
    from ui.app import make_application
    from ui.compose.compose_page import ComposePage
    from ui.tasks import LaneTasks
    from ui.theme import Theme

    app = make_application()
    Theme(app).apply("light", "en")
    print(f"\n-- scale {scale}")
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        for is_long in (True, False):
            shop.accounts.set_long_posts(shop.accounts.active().id, is_long)
            tasks = LaneTasks(app)
            page = ComposePage(shop, tasks)
            page.show_account(shop.accounts.active())
            page.resize(1280, 748)
            page.show()
            _settle(app, 0.5)
            edit = page.composer.sheet.edit
            for kind, make in (("paragraphs", paragraphs), ("one paragraph", one_paragraph)):
                for place in PLACES:
                    edit.set_text("")
                    edit.insert(make(LENGTH - ROOM))
                    _settle(app, 1.5)
                    measured = page.composer.measured[0]
                    over = "beyond" if measured.overflow is not None else "within"
                    frames = _type(app, edit, place, pause)
                    _print(Frames(f"{kind}, {place}, {over} {measured.limit:,}", *frames))
            page.save_now()
            page.close()
            tasks.stop()
            tasks.join()
            page.deleteLater()
        shop.close()
    for kind, make in (("paragraphs", paragraphs), ("one paragraph", one_paragraph)):
        for bare in (QTextEdit(), QPlainTextEdit()):
            # As wide and tall as the sheet's field, in the post's own size of letters.
            bare.setStyleSheet("font-size: 17px")
            bare.resize(576, 468)
            bare.show()
            bare.setPlainText(make(LENGTH - ROOM))
            _settle(app, 0.3)
            frames = _type(app, bare, "middle", pause)
            _print(Frames(f"bare {type(bare).__name__}, {kind}, middle", *frames))
            bare.close()


def _settle(app, seconds: float) -> None:  # type: ignore[no-untyped-def]  # Qt is loaded late
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.002)


def _type(  # type: ignore[no-untyped-def]
    app, edit, place: str, pause: float
) -> tuple[list[float], list[float], float]:
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    from tests.bench.keystroke import Painted

    painted = Painted(edit)
    edit.setFocus()
    cursor = edit.textCursor()
    size = edit.document().characterCount() - 1
    cursor.setPosition({"start": 0, "middle": size // 2, "end": size}[place])
    cursor.movePosition(QTextCursor.MoveOperation.StartOfWord)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    _settle(app, 0.2)
    times: list[float] = []
    processor: list[float] = []
    began_at, used = time.perf_counter(), time.process_time()
    for number in range(KEYS + 20):
        due = began_at + number * pause
        while pause and time.perf_counter() < due:
            app.processEvents()
            time.sleep(min(0.002, max(due - time.perf_counter(), 0)))
        painted.seen = False
        if not pause:
            due = time.perf_counter()
        used_before = time.process_time()
        QTest.keyClicks(edit, LETTERS[number % len(LETTERS)])
        while not painted.seen:
            app.processEvents()
        app.sendPostedEvents()
        times.append((time.perf_counter() - due) * 1000)
        processor.append((time.process_time() - used_before) * 1000)
    took = (time.process_time() - used) * 1000 / len(times)
    painted.deleteLater()
    return times[20:], processor[20:], took


def _print(frames: Frames) -> None:
    clock, processor = _figures(frames.times), _figures(frames.processor)
    print(
        f"{frames.name}: {clock}; processor alone {processor}, with what comes later "
        f"{frames.whole:.2f} ms",
        flush=True,
    )


def _figures(times: list[float]) -> str:
    p99 = statistics.quantiles(times, n=100)[98]
    return f"p50 {statistics.median(times):.2f}, p99 {p99:.2f}, maximum {max(times):.2f} ms"


if __name__ == "__main__":
    main()
