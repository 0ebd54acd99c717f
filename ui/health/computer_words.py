"""This computer's part of the Health page in words: one sentence a row, at most one button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.errors import KeychainProblem, StorageProblem
from services.health.values import (
    ClockHealth,
    DatabaseHealth,
    DiskHealth,
    KeyringHealth,
    SenderHealth,
    State,
)
from ui import when
from ui.health.row_words import Press, RowWords
from ui.health.spans import day_of, size, span
from widgets.isolates import held

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def names() -> dict[str, str]:
    """Of the rows, by their keys."""
    return {
        "keyring": translate("Health", "Password store"),
        "clock": translate("Health", "Clock"),
        "disk": translate("Health", "Disk"),
        "database": translate("Health", "Data file"),
        "sender": translate("Health", "Sending"),
    }


def keyring_row(found: KeyringHealth) -> RowWords:
    store = held(found.name) or translate("Health", "The password store")
    again = translate("Health", "Try again")
    unlock = translate("Health", "Unlock and try again")
    sentence, button = {
        None: (translate("Health", "{store} keeps what signs you in."), ""),
        KeychainProblem.MISSING: (
            translate(
                "Health", "There is none that Shoplark can use: a sign-in ends when Shoplark does."
            ),
            again,
        ),
        KeychainProblem.LOCKED: (
            translate("Health", "{store} is locked. What is to go out waits until it is open."),
            unlock,
        ),
        KeychainProblem.NO_ANSWER: (
            translate("Health", "{store} waits for your password, perhaps behind this window."),
            unlock,
        ),
        KeychainProblem.REFUSED: (translate("Health", "{store} refused to keep a word."), again),
        KeychainProblem.TOO_LONG: (translate("Health", "{store} has too little room."), again),
    }[found.problem]
    if found.problem is not None and found.done_without:
        sentence = (
            translate("Health", "There is none: you are signed in until Shoplark ends.")
            if found.problem is KeychainProblem.MISSING
            else translate(
                "Health", "{store} does not open: you are signed in until Shoplark ends."
            )
        )
    press = Press.KEYRING if button else None
    sentence = sentence.format(store=store)
    return RowWords("keyring", names()["keyring"], found.state, sentence, press, button)


def clock_row(found: ClockHealth, *, can_be_set: bool) -> RowWords:
    offers = can_be_set and found.state in (State.NOTE, State.TROUBLE)
    button = translate("Health", "Set the clock…") if offers else ""
    press = Press.CLOCK if offers else None
    sentence = _clock_sentence(found)
    if found.state in (State.NOTE, State.TROUBLE) and not can_be_set:
        # Which page of the system it is nobody knows here: it has no button.
        sentence = translate(
            "Health", "{sentence} Set it in your computer's settings, under date and time."
        ).format(sentence=sentence)
    return RowWords("clock", names()["clock"], found.state, sentence, press, button)


def _clock_sentence(found: ClockHealth) -> str:
    if found.impossible:
        day = held(
            QLocale().toString(when.date_of(found.now, "UTC"), QLocale.FormatType.LongFormat)
        )
        return translate(
            "Health", "It says {day}, which cannot be. Nothing is sent until it is right."
        ).format(day=day)
    if found.ahead is None:
        return translate("Health", "X says its time with its next answer.")
    if found.state is State.GOOD:
        return translate("Health", "It goes with X's clock.")
    apart = held(span(abs(found.ahead)))
    if found.state is State.NOTE:
        words = (
            translate("Health", "It is {span} ahead of X's clock.")
            if found.ahead > 0
            else translate("Health", "It is {span} behind X's clock.")
        )
    else:
        words = (
            translate("Health", "It is {span} ahead of X's clock: posts go out too early.")
            if found.ahead > 0
            else translate("Health", "It is {span} behind X's clock: posts go out too late.")
        )
    return words.format(span=apart)


def disk_row(found: DiskHealth) -> RowWords:
    offers = found.state in (State.NOTE, State.TROUBLE)
    button = translate("Health", "Show the folder") if offers else ""
    press = Press.FOLDER if offers else None
    used, free = size(found.used), "" if found.free is None else size(found.free)
    if found.problem is StorageProblem.FULL:
        sentence = translate("Health", "It is full: nothing more can be saved.")
    elif found.problem is not None:
        sentence = translate("Health", "Shoplark may not write to its folder.")
    elif found.free is None:
        sentence = translate("Health", "Shoplark's data takes {used}.").format(used=used)
    elif found.state is State.GOOD:
        sentence = translate("Health", "{free} free; Shoplark's data takes {used}.").format(
            free=free, used=used
        )
    else:
        sentence = translate("Health", "Only {free} is left; Shoplark's data takes {used}.").format(
            free=free, used=used
        )
    return RowWords("disk", names()["disk"], found.state, sentence, press, button)


def database_row(found: DatabaseHealth) -> RowWords:
    name = names()["database"]
    if found.whole is False or found.problem is StorageProblem.DAMAGED:
        sentence = translate("Health", "It is damaged. Start again to open a good copy.")
        again = translate("Health", "Start again")
        return RowWords("database", name, found.state, sentence, Press.RESTORE, again)
    check = translate("Health", "Check it now")
    if found.problem is not None:
        sentence = translate("Health", "It cannot be read just now.")
        return RowWords("database", name, found.state, sentence, Press.DATABASE, check)
    whole = (
        translate("Health", "Looked through just now: it is whole.")
        if found.whole
        else translate("Health", "It was whole when Shoplark started.")
    )
    if found.copied_day is None:
        copied = translate("Health", "Its first copy is yet to come.")
    else:
        # The day it is named by is UTC's.
        day = held(day_of(found.copied_day, found.now, "UTC"))
        copied = translate("Health", "Last copy: {day}.").format(day=day)
    both = translate("Health", "{first} {second}").format(first=whole, second=copied)
    return RowWords("database", name, found.state, both, Press.DATABASE, check)


def sender_row(found: SenderHealth) -> RowWords:
    name = names()["sender"]
    if found.other_computer:
        sentence = translate(
            "Health", "Another computer sends from this folder; nothing goes out from here."
        )
        button = translate("Health", "Send from this computer")
        return RowWords("sender", name, found.state, sentence, Press.SEND_FROM_HERE, button)
    if found.busy:
        sentence = translate("Health", "Another Shoplark is sending from this folder right now.")
    else:
        sentence = translate("Health", "This computer alone sends from this folder.")
    return RowWords("sender", name, found.state, sentence)
