"""`--self-test`: the frozen program looks at itself and says, part by part, if all is there."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from services.accounts.keychain import Keychain
from services.clock import SystemClock
from services.errors import AppError, KeychainProblem, KeychainTrouble
from services.options import RunOptions
from services.paths import paths_under
from services.shop import open_shop
from ui.app import make_application
from ui.icons import icon
from ui.program import Program
from ui.tasks import InlineTasks
from ui.theme import Theme

LANGUAGES = ("es", "ar", "fa", "ja", "zh_CN")


def run(options: RunOptions) -> int:
    """0 when every part works. Lines go to stdout, or to the file named with the flag."""
    app = make_application()
    lines: list[str] = []
    checks: dict[str, Callable[[], str]] = {
        "window": lambda: _window(app),
        "pictures": _pictures,
        "icons": _icons,
        "keyring": _keyring,
        "x": _x,
        "zones": _zones,
        "languages": _languages,
    }
    good = True
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


def _window(app: QApplication) -> str:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        theme = Theme(app)
        theme.apply("light", "en")
        program = Program(shop, InlineTasks(), theme)
        program.window.resize(1280, 800)
        picture = program.window.grab().toImage()
        version = shop.database.connection.execute("SELECT sqlite_version()").fetchone()[0]
        program.put_away()
        shop.close()
    colours = {picture.pixel(x, y) for x in range(0, 1280, 40) for y in range(0, 800, 40)}
    if len(colours) < 4:
        raise RuntimeError("the window is blank")
    return f"drawn, database by SQLite {version}"


def _pictures() -> str:
    """A picture drawn here, kept and made small by the picture store."""
    drawn = QImage(640, 480, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "JPEG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes str
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        kept = shop.pictures.add_bytes(bytes(buffer.data().data()), name="test.jpg")
        small = QImage(str(shop.pictures.thumbnail(kept.hash, 96)))
        shop.close()
    if small.isNull():
        raise RuntimeError("no small picture")
    return f"{kept.width} by {kept.height} made {small.width()} by {small.height()}"


def _icons() -> str:
    if icon("send").pixmap(18, 18).isNull():
        raise RuntimeError("an icon is missing")
    return "drawn"


def _keyring() -> str:
    """A computer without a keyring is no fault of this build; one that breaks is."""
    try:
        Keychain("Shoplark (self-test)").read("nobody", "nothing")
    except KeychainTrouble as trouble:
        if trouble.problem is KeychainProblem.REFUSED:
            raise RuntimeError(trouble.detail) from trouble
        return f"none here ({trouble.problem.value})"
    return "there"


def _x() -> str:
    """A post on a practice X in memory, through the real gateway."""
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder)), SystemClock())
        try:
            account = shop.accounts.practice()
            created = shop.clients.for_account(account).create_post("Self-test 🍵")
        except AppError as error:
            raise RuntimeError(f"{error.name}: {error.detail}") from error
        finally:
            shop.close()
    return f"practice post {created.id}"


def _zones() -> str:
    from services.clock import in_zone

    return f"Tehran {in_zone(1_795_168_800, 'Asia/Tehran'):%H:%M}"


def _languages() -> str:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    missing = [
        code for code in LANGUAGES if not QTranslator().load(QLocale(code), "qtbase", "_", folder)
    ]
    if missing:
        raise RuntimeError(f"Qt's own words are missing for {missing}")
    return ", ".join(LANGUAGES)
