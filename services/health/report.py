"""The Health page as plain text, for whoever helps: English, and made of nothing but facts.

Every value is a number, a time, a word of our own or a program's name. Nothing that anybody has
written is in it, no name, no id and no secret; of paths the part that names the owner is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from services import errors
from services.errors import AppError
from services.health.account_values import AccountHealth, Call, CallHealth
from services.health.values import (
    ClockHealth,
    DatabaseHealth,
    DiskHealth,
    KeyringHealth,
    SenderHealth,
    Version,
)

_A_NAME = re.compile(r"[^A-Za-z0-9 ().,:_+-]")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Report:
    """`folder` keeps the data, `home` and `user` are the owner's; None was not looked at."""

    made_at: int
    folder: Path
    home: Path
    user: str
    versions: tuple[Version, ...] = ()
    keyring: KeyringHealth | None = None
    clock: ClockHealth | None = None
    disk: DiskHealth | None = None
    database: DatabaseHealth | None = None
    sender: SenderHealth | None = None
    accounts: tuple[AccountHealth, ...] = ()


def to_text(report: Report) -> str:
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"Shoplark health report, {_time(report.made_at)}"
    yield ""
    for one in report.versions:
        yield f"{one.name}: {_plain(one.number) or 'not known'}"
    yield f"Data folder: {folder_shown(report.folder, report.home, report.user)}"
    yield ""
    yield "This computer"
    yield from _computer(report)
    for number, account in enumerate(report.accounts, 1):
        yield ""
        yield f"Account {number} on X"
        yield from _account(account)
        yield "Calls:"
        yield from (_call(call) for call in account.calls)
        if not account.calls:
            yield "  none yet"


def _computer(report: Report) -> Iterator[str]:
    keyring, clock, disk = report.keyring, report.clock, report.disk
    database, sender = report.database, report.sender
    if keyring is not None:
        problem = "keeps secrets" if keyring.problem is None else keyring.problem.value
        yield _row("Password store", keyring.state, _plain(keyring.name) or "none", problem)
    if clock is not None:
        ahead = "X has not said" if clock.ahead is None else f"{clock.ahead:+} s from X's clock"
        told = "" if clock.told_at is None else f"at {_time(clock.told_at)}"
        impossible = "before this version was made" if clock.impossible else ""
        yield _row("Clock", clock.state, _time(clock.now), ahead, told, impossible)
    if disk is not None:
        free = "not known" if disk.free is None else f"{_megabytes(disk.free)} free"
        problem = "" if disk.problem is None else disk.problem.value
        yield _row("Disk", disk.state, free, f"{_megabytes(disk.used)} used", problem)
    if database is not None:
        whole = {None: "whole at the start", True: "looked through: whole", False: "damaged"}
        copied = (
            "none" if database.copied_day is None else f"{_moment(database.copied_day):%Y-%m-%d}"
        )
        problem = "" if database.problem is None else database.problem.value
        size, step = _megabytes(database.size), f"step {database.step}"
        told = whole[database.whole]
        yield _row("Database", database.state, size, step, told, f"last copy: {copied}", problem)
    if sender is not None:
        other = "sent from another computer" if sender.other_computer else "sent from here"
        busy = "another process is sending" if sender.busy else ""
        yield _row("Sending", sender.state, other, busy)


def _account(health: AccountHealth) -> Iterator[str]:
    sign_in, credit, budget, shown = health.sign_in, health.credit, health.budget, health.shown
    trouble = "signed in" if sign_in.trouble is None else sign_in.trouble.value
    answered = "never" if sign_in.answered_at is None else _time(sign_in.answered_at)
    scopes = f"{len(health.account.scopes)} permissions"
    yield _row("Sign-in", sign_in.state, trouble, scopes, f"X last took a call: {answered}")
    at = "" if credit.at is None else f"as of {_time(credit.at)}"
    until = "" if credit.until is None else f"asked again at {_time(credit.until)}"
    yield _row("Credit at X", credit.state, credit.credit.value, at, until)
    most = "no budget" if budget.budget is None else f"of {_dollars(budget.budget)}"
    doubted = f"{_dollars(budget.doubted)} in doubt" if budget.doubted else ""
    yield _row("Spent this month", budget.state, _dollars(budget.spent), most, doubted)
    owns = {None: "not known", True: "cheap price", False: "dearer price"}[shown.owns_app]
    drift = "as asked for" if shown.drifted_at is None else f"other on {_time(shown.drifted_at)}"
    pictures = "none yet" if shown.pictures_at is None else f"last {_time(shown.pictures_at)}"
    yield f"  Owner's figures: {shown.figures.value}"
    yield f"  Own posts are read at: {owns}"
    yield f"  Form of X's answers: {drift}"
    yield f"  Pictures sent: {pictures}; booked as free, X does not say"


def _call(call: CallHealth) -> str:
    at = "not asked" if call.at is None else _time(call.at)
    status = "" if call.at is None else (str(call.status) if call.status else "no answer")
    trouble = error_name(call.trouble)
    until = "" if call.until is None else f"not before {_time(call.until)}"
    name = "other" if call.call is Call.OTHER else call.call.value
    return _row(name, call.state, at, status, trouble, until)


def error_name(name: str) -> str:
    """As it stands in the error tree; "" stays, and what is none of ours is not repeated."""
    known = getattr(errors, name, None) if name.isidentifier() else None
    if isinstance(known, type) and issubclass(known, AppError):
        return name
    return "another error" if name else ""


def folder_shown(folder: Path, home: Path, user: str) -> str:
    """The folder with `~` for the home, and for whatever else in it bears the owner's name."""
    if folder.is_relative_to(home):
        return _unnamed(PurePath("~") / folder.relative_to(home), user)
    return _unnamed(folder, user)


def _unnamed(path: PurePath, user: str) -> str:
    hidden = {user.casefold()} - {""}
    return str(PurePath(*("~" if part.casefold() in hidden else part for part in path.parts)))


def _row(name: str, state: str, *facts: str) -> str:
    return f"  {name}: {state}; {', '.join(fact for fact in facts if fact)}"


def _plain(text: str) -> str:
    """A program's name or number, and nothing that could be anything else."""
    return _A_NAME.sub("", text)[:_LONGEST_NAME].strip()


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _time(seconds: int) -> str:
    return f"{_moment(seconds):%Y-%m-%d %H:%M:%S} UTC"


def _megabytes(count: int) -> str:
    return f"{count / 1024**2:.1f} MB"


def _dollars(micro: int) -> str:
    return f"${micro / 1_000_000:.3f}"
