"""What the real Chromium gives when a picture is dragged out of a page, or copied."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.pasted import Linked, Offered, holds_pictures, pictures_in

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
TEAL, NAVY = QColor(0, 128, 128), QColor(0, 0, 128)
FIRST, SECOND = QPoint(150, 110), QPoint(150, 330)
"""In the middle of the two pictures of the page, under the title of its window."""
PAGE = b"""<!doctype html><body style="margin:0;background:white">
<img src="/cup.jpg" alt="Blue cup \xd9\x81\xd9\x86\xd8\xac\xd8\xa7\xd9\x86"
width=300 height=220><br>
<a href="/page.html"><img src="/small.jpg" srcset="/small.jpg 1x, /large.jpg 4x"
 width=300 height=220></a>"""


def jpeg(colour: QColor) -> bytes:
    out = BytesIO()
    Image.new("RGB", (800, 600), colour.name()).save(out, "JPEG", quality=95)
    return out.getvalue()


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pictures = {"/cup.jpg": TEAL, "/small.jpg": NAVY, "/large.jpg": NAVY}
        colour = pictures.get(self.path)
        body = jpeg(colour) if colour else PAGE
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg" if colour else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def browser(site: str, qtbot: QtBot) -> Iterator[None]:
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [
                "chromium", *as_root, "--no-first-run", "--no-default-browser-check",
                "--disable-gpu", "--password-store=basic", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-proxy-server",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                f"--user-data-dir={profile}", "--window-position=0,0", "--window-size=700,700",
                f"--app={site}/",
            ],
            env={**os.environ, "HOME": profile},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            qtbot.waitUntil(lambda: is_like(seen_at(FIRST), TEAL), timeout=30_000)
            qtbot.waitUntil(lambda: is_like(seen_at(SECOND), NAVY), timeout=30_000)
            yield
        finally:
            process.terminate()
            process.wait(10)


class _Taking(QWidget):
    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self.over = 0
        self.taken: list[tuple[Offered, ...]] = []
        self.setAcceptDrops(True)
        self.setGeometry(900, 100, 400, 400)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_pictures(event.mimeData()):
            self.over += 1
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.taken.append(pictures_in(event.mimeData()))
        event.acceptProposedAction()


@pytest.fixture
def window(qtbot: QtBot) -> _Taking:
    made = _Taking()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def seen_at(point: QPoint) -> QColor:
    shot = QGuiApplication.primaryScreen().grabWindow(0, point.x(), point.y(), 1, 1)
    return shot.toImage().pixelColor(0, 0)


def is_like(one: QColor, other: QColor) -> bool:
    channels = (QColor.red, QColor.green, QColor.blue)
    return all(abs(channel(one) - channel(other)) < 6 for channel in channels)


def do(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, timeout=5)


def drag(start: QPoint, window: _Taking, qtbot: QtBot) -> tuple[Offered, ...]:
    do("mousemove", start.x(), start.y(), "mousedown", 1)
    for step in range(1, 6):
        do("mousemove", start.x() + 8 * step, start.y())
        qtbot.wait(50)
    before, many = window.over, len(window.taken)

    def there() -> bool:
        # The browser asks what is under the pointer only as it moves.
        do("mousemove_relative", 1, 1)
        return window.over > before

    do("mousemove", 1050, 250)
    qtbot.waitUntil(there, timeout=10_000)
    do("mouseup", 1)
    qtbot.waitUntil(lambda: len(window.taken) > many, timeout=10_000)
    return window.taken[-1]


def test_a_picture_is_dragged_as_the_file_it_is(
    browser: None, site: str, window: _Taking, qtbot: QtBot
) -> None:
    expected = Linked(f"{site}/cup.jpg", "", "Blue cup فنجان", jpeg(TEAL))
    assert drag(FIRST, window, qtbot) == (expected,)
    ((linked,)) = drag(SECOND, window, qtbot)
    assert isinstance(linked, Linked)
    assert linked == Linked(f"{site}/large.jpg", "", "", jpeg(NAVY), larger=True)


def test_copy_image_gives_it_whole_with_its_page(browser: None, site: str, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    do("mousemove", FIRST.x(), FIRST.y(), "click", 3)

    def copied() -> bool:
        # The menu takes its letter once it stands.
        do("key", "y")
        return clipboard.mimeData().hasImage()

    qtbot.waitUntil(copied, timeout=10_000)
    (linked,) = pictures_in(clipboard.mimeData())
    assert isinstance(linked, Linked)
    assert (linked.address, linked.page) == (f"{site}/cup.jpg", f"{site}/")
    assert linked.words == "Blue cup فنجان"
    image = QImage.fromData(linked.given)
    assert (image.width(), image.height()) == (800, 600)
    assert is_like(image.pixelColor(400, 300), TEAL)
