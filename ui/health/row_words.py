"""One row of the Health page as a value: what it is called, how it stands, what can be pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from services.health.values import State

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class Press(Enum):
    """What the one button of a row does."""

    KEYRING = "keyring"
    CLOCK = "clock"
    FOLDER = "folder"
    DATABASE = "database"
    RESTORE = "restore"
    SEND_FROM_HERE = "send_from_here"
    SIGN_IN = "sign_in"
    APP = "app"
    CREDIT = "credit"
    SPENDING = "spending"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class RowWords:
    """`state` None: it is being looked at. `button` is "" where there is nothing to press."""

    key: str
    name: str
    state: State | None
    sentence: str
    press: Press | None = None
    button: str = ""


def state_words(state: State | None) -> str:
    if state is None:
        return translate("Health", "Looking…")
    return {
        State.GOOD: translate("Health", "Well"),
        State.NOTE: translate("Health", "Note"),
        State.TROUBLE: translate("Health", "Needs you"),
        State.UNKNOWN: translate("Health", "Not known yet"),
    }[state]


def looking(key: str, name: str) -> RowWords:
    return RowWords(key, name, None, translate("Health", "This takes a moment."))
