"""`--self-test`: the program looks at itself and says, part by part, if all is there.

Meant for the frozen build: each part needs files that a build can leave out in silence.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from PySide6.QtCore import QBuffer, QDeadlineTimer, QEventLoop, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QApplication, QWidget

from services.accounts.keychain import Keychain
from services.clock import SystemClock
from services.errors import KeychainProblem, KeychainTrouble
from services.options import RunOptions
from services.paths import paths_under
from services.settings import THEME
from services.shop import Shop, open_shop
from services.version import VERSION
from ui import brought_along
from ui.app import make_application
from ui.brought_along import Missing
from ui.first_frame import FirstFrame
from ui.one_instance import OneInstance
from ui.pages import tabs
from ui.program import Program
from ui.tasks import InlineTasks
from ui.theme import Theme

KEYRINGS = {"linux": "SecretService", "win32": "Windows", "darwin": "macOS"}
LONGEST_WAIT_MS = 10_000
FEWEST_COLOURS = 12
"""At every seventh point of a tab; an unpainted window has one or two."""


def run(options: RunOptions) -> int:
    """0 when every part works. Lines go to stdout, or to the file named with the flag."""
    if sys.platform == "linux" and not (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    checks: dict[str, Callable[[], str]] = {
        "window": lambda: _window(app),
        "one window": _one_window,
        "database": _database,
        "pictures": _pictures,
        "boards": brought_along.boards,
        "icons": brought_along.icons,
        "keyring": _keyring,
        "practice X": _practice_x,
        "certificates": brought_along.certificates,
        "likeness": brought_along.likeness,
        "zones": brought_along.zones,
        "holidays": brought_along.holidays,
        "languages": brought_along.languages,
        "other programs": brought_along.other_programs,
    }
    good = True
    lines = [f"Shoplark {VERSION}"]
    for name, check in checks.items():
        try:
            lines.append(f"{name}: ok, {check()}")
        # A self-test reports whatever goes wrong; nothing is hidden by catching it here.
        except Exception as error:
            good = False
            lines.append(f"{name}: FAILED, {type(error).__name__}: {error}")
    text = "\n".join(lines) + "\n"
    if options.self_test_file is not None:
        options.self_test_file.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0 if good else 1


@contextmanager
def _fresh_shop() -> Iterator[Shop]:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        try:
            yield shop
        finally:
            shop.close()


def _window(app: QApplication) -> str:
    """Every tab, painted."""
    with _fresh_shop() as shop, _errors_in_slots() as errors:
        theme = Theme(app)
        theme.apply("light", "en")
        with theme.building():
            program = Program(shop, InlineTasks(), theme)
            program.choose_tab()
        window = program.window
        window.resize(1280, 800)
        frame = FirstFrame(window)
        stood: list[bool] = []
        frame.stood.connect(lambda: stood.append(True))
        window.show()
        deadline = QDeadlineTimer(LONGEST_WAIT_MS)
        while not stood and not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        names = [name for name, _, _ in tabs()]
        for name in names:
            window.show_tab(name)
            app.processEvents()
            if _colours(window) < FEWEST_COLOURS:
                errors.append(f"{name} is blank")
        program.put_away()
    if errors:
        raise Missing("; ".join(errors))
    return f"{len(names)} tabs drawn on {QGuiApplication.platformName()}"


@contextmanager
def _errors_in_slots() -> Iterator[list[str]]:
    """Errors in slots and paint events do not come up through Qt: they go to `sys.excepthook`."""
    errors: list[str] = []
    hook = sys.excepthook
    sys.excepthook = lambda kind, error, _: errors.append(f"{kind.__name__}: {error}")
    try:
        yield errors
    finally:
        sys.excepthook = hook


def _colours(window: QWidget) -> int:
    picture = window.grab().toImage()
    columns, rows = range(0, picture.width(), 7), range(0, picture.height(), 7)
    return len({picture.pixel(x, y) for x in columns for y in rows})


def _one_window() -> str:
    """A second start finds the first one; needs Qt's network library."""
    with tempfile.TemporaryDirectory() as folder:
        first = OneInstance(Path(folder) / "window.lock")
        try:
            if not first.acquire():
                raise Missing("no lock")
            first.listen()
            if not OneInstance(Path(folder) / "window.lock").knock():
                raise Missing("nobody answers")
        finally:
            first.release()
    return "a second start is heard"


def _database() -> str:
    """Written, closed, opened again and read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = paths_under(Path(folder))
        shop = open_shop(paths, SystemClock())
        shop.settings.set(THEME, "dark")
        shop.close()
        shop = open_shop(paths, SystemClock())
        kept = shop.settings.get(THEME)
        ask = shop.database.connection.execute
        sqlite, step, mode = (
            ask(question).fetchone()[0]
            for question in (
                "SELECT sqlite_version()",
                "PRAGMA user_version",
                "PRAGMA journal_mode",
            )
        )
        shop.close()
    if kept != "dark":
        raise Missing("what was written is not there")
    return f"SQLite {sqlite}, step {step}, {mode}"


def _pictures() -> str:
    """A picture drawn here, kept and made small by the picture store; and what Qt can read."""
    drawn = QImage(640, 480, QImage.Format.Format_RGB32)
    drawn.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "JPEG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes str
    with _fresh_shop() as shop:
        kept = shop.pictures.add_bytes(bytes(buffer.data().data()), name="test.jpg")
        small = QImage(str(shop.pictures.thumbnail(kept.hash, 96)))
    if small.isNull():
        raise Missing("no small picture")
    readable = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    missing = {"gif", "jpeg", "png", "svg", "webp"} - readable
    # Pillow leaves a format out without a word where its library is not there.
    missing |= {name for name in ("avif", "webp") if not import_module("PIL.features").check(name)}
    if missing:
        raise Missing(f"cannot read {sorted(missing)}")
    return f"{kept.width} by {kept.height} made {small.width()} by {small.height()}"


def _keyring() -> str:
    """A computer without a keyring is no fault of this build; one that cannot be asked is."""
    found = {entry.name: entry for entry in entry_points(group="keyring.backends")}
    found[KEYRINGS[sys.platform]].load()
    if sys.platform == "linux":
        # The backend keeps quiet when what it speaks through is missing.
        import_module("secretstorage")
    try:
        Keychain("Shoplark (self-test)").read("nobody", "nothing")
    except KeychainTrouble as trouble:
        if trouble.problem is KeychainProblem.REFUSED:
            raise Missing(trouble.detail) from trouble
        return f"can be asked, none here ({trouble.problem.value})"
    return "there"


def _practice_x() -> str:
    """A post on a fresh practice X, through the real gateway."""
    with _fresh_shop() as shop:
        account = shop.accounts.practice()
        created = shop.clients.for_account(account).create_post("Self-test 🍵 السلام 你好")
    return f"post {created.id}"
