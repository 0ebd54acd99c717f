"""`--self-test`: the frozen program looks at itself and says, part by part, if all is there."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from services.clock import SystemClock
from services.errors import AppError
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
    if options.self_test:
        Path(options.self_test).write_text(text, encoding="utf-8")
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
    from PIL import Image, features

    data = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(data, "JPEG")
    with Image.open(io.BytesIO(data.getvalue())) as picture:
        picture.load()
    return f"Pillow, WebP {'there' if features.check('webp') else 'missing'}"


def _icons() -> str:
    if icon("send").pixmap(18, 18).isNull():
        raise RuntimeError("an icon is missing")
    return "drawn"


def _keyring() -> str:
    import keyring

    backend = keyring.get_keyring()
    return f"{type(backend).__module__}.{type(backend).__name__}"


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
