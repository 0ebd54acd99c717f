"""Starts the program with a window, and ends it.

Order matters for the first frame: what it does not need (network, tray, timers, the log's file,
tweepy, keyring, Pillow, the other rooms) is loaded after it.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from services.clock import Clock, SystemClock
from services.errors import StorageTrouble
from services.logs import Log
from services.options import RunOptions
from services.paths import Paths
from services.settings import DESKTOP_TEXT, LANGUAGE, TEXT_PERCENT, THEME
from services.shop import Shop, open_shop
from services.version import VERSION
from ui.collector import Collector
from ui.crash_hook import CrashHook, catch_what_python_would_print
from ui.languages import formats, speak, spoken, system_place
from ui.one_instance import OneInstance
from ui.program import START_AGAIN, Program
from ui.qt_log import send_qt_messages_to_log
from ui.tasks import LaneTasks
from ui.text_size import TextSize
from ui.theme import Theme

logger = logging.getLogger(__name__)

ALREADY_OPEN = 0
BUG = 1
STORAGE = 7


class Opened(NamedTuple):
    """What one run with a window holds, and closes in this order."""

    log: Log
    collector: Collector
    instance: OneInstance
    shop: Shop
    tasks: LaneTasks
    program: Program

    def close(self) -> None:
        self.program.put_away()
        self.tasks.stop()
        self.instance.release()
        self.shop.close()
        self.collector.stop()
        logger.info("Shoplark ends")
        self.log.close()


def run(options: RunOptions) -> int:
    """Runs until the owner quits; returns the exit code. May not return: see `leave`."""
    if options.tour is not None:
        from ui import tour

        return tour.run(options)
    if options.self_test:
        from ui import self_test

        return self_test.run(options)
    app = make_application()
    catch_what_python_would_print()
    polite_end: PoliteEnd | None = None
    while True:
        try:
            opened = open_window(options, app)
        except Exception as error:
            return tell_of_bug(error)
        if isinstance(opened, int):
            return opened
        if polite_end is None:
            from ui.signals import PoliteEnd

            polite_end = PoliteEnd(app)
            polite_end.asked.connect(app.quit)
        code = app.exec()
        opened.close()
        if code != START_AGAIN:
            leave(code)
            return code
        opened.program.window.deleteLater()


def make_application() -> QApplication:
    # As an argument: `setStyle` would have Python know every style Qt has, some ms for nothing.
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    app.setApplicationName("Shoplark")
    app.setApplicationDisplayName("Shoplark")
    app.setDesktopFileName("shoplark")
    app.setApplicationVersion(VERSION)
    app.setQuitOnLastWindowClosed(False)
    send_qt_messages_to_log()
    return app


def open_window(options: RunOptions, app: QApplication) -> Opened | int:
    """The window of this data folder, shown; or the exit code where there is none to show."""
    paths = options.paths
    log = Log(paths.logs)
    logger.info("Shoplark %s starts", VERSION)
    crash_hook = CrashHook(app)
    crash_hook.install()
    collector = Collector(app)
    instance = _first_instance(paths)
    if instance is None:
        log.close()
        return ALREADY_OPEN
    theme = Theme(app)
    shop = _open_shop(paths, options, theme, app)
    if shop is None:
        instance.release()
        log.close()
        return STORAGE
    # Where the folder had to be mended first, the lock could not be made before.
    instance.acquire()
    language = spoken(options.language or shop.settings.get(LANGUAGE))
    speak(app, language, formats=formats(language, system_place()))
    tasks = LaneTasks(app, held=True)
    with theme.building():
        theme.apply(
            options.theme or shop.settings.get(THEME),
            language,
            text_percent=shop.settings.get(TEXT_PERCENT),
            desktop_text=shop.settings.get(DESKTOP_TEXT),
        )
        program = Program(shop, tasks, theme)
        program.choose_tab()
    text_size = TextSize(theme, shop.settings, tasks, program)
    program.window.text_chosen.connect(text_size.choose)
    program.ready.connect(text_size.ask)
    crash_hook.show_over(program.window)
    crash_hook.uncaught.connect(program.strip.say_of)
    instance.knocked.connect(program.show_window)
    program.ready.connect(instance.listen)
    program.ready.connect(log.open)
    program.ready.connect(collector.start)
    program.show(hidden=options.hidden)
    return Opened(log, collector, instance, shop, tasks, program)


def tell_of_bug(error: Exception) -> int:
    """A start that fails must not look as if nothing had been clicked."""
    from ui import crash_dialog
    from ui.crash_hook import report

    text = report(type(error), error, error.__traceback__)
    logger.critical("bug\n%s", text)
    crash_dialog.show_and_wait(text)
    return BUG


def leave(code: int) -> None:
    """Ends the process at once. Python would wait for calls that still run in a lane.

    Whatever they were doing is found again at the next start, as after a kill.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _first_instance(paths: Paths) -> OneInstance | None:
    """The lock of this data folder, or None after the window that has it was asked to show."""
    instance = OneInstance(paths.window_lock)
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        # Opening the shop will say what is wrong with the folder.
        return instance
    if instance.acquire() or not instance.is_held():
        return instance
    instance.knock()
    return None


def _open_shop(paths: Paths, options: RunOptions, theme: Theme, app: QApplication) -> Shop | None:
    """The shop, after the owner has dealt with whatever keeps it shut; None to end."""
    clock = SystemClock()
    while True:
        try:
            return _open_with_account(paths, clock, options)
        except StorageTrouble as trouble:
            logger.error("storage: %s %s", trouble.problem.value, trouble.detail)
            # A start without trouble has no use for it.
            from ui import start_trouble

            language = spoken(options.language or "")
            speak(app, language, formats=formats(language, system_place()))
            theme.apply(options.theme or "system", language)
            if not start_trouble.ask(trouble, paths, clock.now()):
                return None


def _open_with_account(paths: Paths, clock: Clock, options: RunOptions) -> Shop:
    """The shop with an account to show: on a fresh folder that takes room, too."""
    shop = open_shop(paths, clock, transport=options.transport, practice_only=options.practice)
    try:
        shop.accounts.active()
    except BaseException:
        shop.close()
        raise
    _note_crashes(paths.logs)
    return shop


def _note_crashes(folder: Path) -> None:
    """Lets a crash of Qt itself leave its Python stack beside the log."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(folder / "faults.log", os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    except OSError:
        return
    faulthandler.enable(descriptor)
