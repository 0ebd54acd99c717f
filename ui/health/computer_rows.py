"""Which rows this computer has on the Health page: what does not apply is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from services.health.report import Report
from services.health.values import State
from ui.health import clock_settings
from ui.health.computer_words import (
    clock_row,
    database_row,
    disk_row,
    keyring_row,
    names,
    sender_row,
)
from ui.health.row_words import RowWords, looking

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def computer_rows(
    report: Report, *, connected: bool, is_at: Callable[[str], bool]
) -> Iterator[RowWords]:
    """`connected`: something is asked of X in this run. `is_at` tells what is being looked at."""
    named = names()
    if connected:
        if is_at("keyring"):
            waits = translate("Health", "It may ask you for its password.")
            yield RowWords("keyring", named["keyring"], None, waits)
        elif report.keyring is not None:
            yield keyring_row(report.keyring)
    clock = report.clock
    if clock is not None and (connected or clock.impossible):
        yield clock_row(clock, can_be_set=bool(clock_settings.command()))
    elif connected:
        yield _without("clock", is_at)
    yield _without("disk", is_at) if report.disk is None else disk_row(report.disk)
    if report.database is None:
        yield _without("database", is_at)
    else:
        yield database_row(report.database)
    sender = report.sender
    if sender is not None and (connected or sender.state is not State.GOOD):
        yield sender_row(sender)


def _without(key: str, is_at: Callable[[str], bool]) -> RowWords:
    """Not looked at yet, or it could not be."""
    if is_at(key):
        return looking(key, names()[key])
    words = translate("Health", "It could not be looked at: the data file cannot be read.")
    return RowWords(key, names()[key], State.UNKNOWN, words)
