"""Rounds in which programs on one folder renew one account's token, and are killed over it.

X's own log and the marks of what it would still take are the judge; tokens are never compared.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import main
from services.accounts.token_entries import TokenEntries
from services.accounts.token_values import token_mark
from services.errors import RenewalLost
from services.x_api.practice import TOKEN
from tests.refresh.child import Point
from tests.refresh.parts import Program, open_program, sign_in
from tests.refresh.trace import Cause, Trace
from tests.x_process import XInAnotherProcess

ROOT = Path(main.__file__).parent
AT_ONCE = 4
_TOKEN = {"path": "/2/oauth2/token"}
_HARMLESS: tuple[dict[str, Any], ...] = (
    {**_TOKEN, "sort": "refuse", "name": "unavailable"},
    {**_TOKEN, "sort": "html", "status": 502, "accepted": False},
    {**_TOKEN, "sort": "empty", "status": 503, "accepted": False},
    {**_TOKEN, "sort": "refuse", "name": "unauthorized"},
    {**_TOKEN, "sort": "refuse", "name": "rate_limited", "seconds": 1},
    {**_TOKEN, "sort": "late", "seconds": 0.1},
)
"""X's trouble, after which the token is still its current one; or nothing but slow."""
_LOSING: tuple[dict[str, Any], ...] = (
    {**_TOKEN, "sort": "drop"},
    {**_TOKEN, "sort": "drop", "accepted": False},
    {**_TOKEN, "sort": "late", "seconds": 1.0},
    {**_TOKEN, "sort": "half_json"},
    {**_TOKEN, "sort": "empty"},
)
"""Answers that do not come: nobody here can know whether X has taken the token."""


@dataclass
class Count:
    """What laps came to; they add up."""

    rounds: int = 0
    refreshes: int = 0
    kills: int = 0
    points: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    """Rounds after which the account was signed in as before."""
    answer_lost: int = 0
    """X had taken the token, and its answer is nowhere: the owner signs in again."""
    in_doubt: int = 0
    """X had not taken it, which nobody here can know: cut off between the word and X."""
    wrong: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Nothing is wrong, and it was to be seen that nothing is."""
        return not self.wrong and self.kept > 0

    def add(self, other: Count) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


class Lap:
    def __init__(self, seed: int) -> None:
        """The same seed makes the same troubles and delays; what is hit depends on time."""
        self._seed = seed
        self._chance = random.Random(seed)  # noqa: S311  # no secret
        self._folder = tempfile.TemporaryDirectory(prefix="shoplark-refresh-")
        self._home = Path(self._folder.name)
        (self._home / "keyring").mkdir()
        self._x = XInAnotherProcess(self._home / "x.sqlite", token=TOKEN)
        self._x.start()
        self._program: Program = open_program(self._home, self._x.url)
        sign_in(self._program, self._x.url)
        self._trace = Trace(self._home)
        self.count = Count()

    def close(self) -> None:
        self._program.close()
        self._x.stop()
        self._folder.cleanup()

    def run(self, refreshes: int) -> Count:
        """Rounds until X has renewed so often; in every other one a program dies at a point."""
        points = list(Point)
        while self.count.refreshes < refreshes:
            self._round(points[(self._seed + self.count.rounds // 2) % len(points)])
            self.count.rounds += 1
            self.count.refreshes = self._rotated()
        self._judge_the_log()
        return self.count

    def _round(self, point: Point) -> None:
        before = self._rotated()
        losing = self._disturb()
        armed = point if self.count.rounds % 2 == 0 else ""
        children = [self._start(armed if number == 0 else "") for number in range(AT_ONCE)]
        for child in children:
            assert child.stdout is not None
            line = child.stdout.readline()
            if line != "ready\n":
                self.count.wrong.append(f"a program did not start: {line!r}")
        self._wait_for(before + self._chance.randrange(5, 16), children[0] if armed else None)
        for child in children:
            time.sleep(self._chance.uniform(0, 0.06))
            child.send_signal(signal.SIGKILL)
        for number, child in enumerate(children):
            told, _ = child.communicate(timeout=20)
            if told:
                self.count.wrong.append(f"round {self.count.rounds}: {told.strip()}")
            if child.returncode == 137 and number == 0 and armed:
                self.count.points[point] += 1
            self.count.kills += 1
        self._x.clear()
        self._judge(losing=losing)

    def _wait_for(self, rotated: int, armed: subprocess.Popen[str] | None) -> None:
        """Until X has renewed so often and the armed one has died; or nothing moves any more."""
        moved_at, last = time.monotonic(), 0
        while time.monotonic() < moved_at + 0.7:
            now = self._rotated()
            if now >= rotated and (armed is None or armed.poll() is not None):
                return
            if now > last:
                moved_at, last = time.monotonic(), now
            time.sleep(0.01)

    def _disturb(self) -> bool:
        """Whether an answer is to be lost."""
        chance = self._chance
        troubles = [chance.choice(_HARMLESS) for _ in range(chance.randrange(3))]
        losing = chance.random() < 0.3
        if losing:
            troubles.append(chance.choice(_LOSING))
        self._x.script(*troubles)
        return losing

    def _judge(self, *, losing: bool) -> None:
        """Nobody runs: what is kept here against what X would take, and why that is no more."""
        program, account_id = self._program, self._program.account_id
        held = self._held()
        is_current = held is not None and any(
            one["sort"] == "rt" and one["mark"].startswith(token_mark(held))
            for one in self._x.tokens_alive()
        )
        has_left = held is not None and program.tokens._renewals.standing(account_id) == token_mark(
            held
        )
        if is_current and not has_left:
            self._must_renew()
        elif held is not None and has_left:
            if is_current:
                self.count.in_doubt += 1
            else:
                self.count.answer_lost += 1
            cause = self._trace.cause(token_mark(held))
            if cause is None or (cause is Cause.LOST and is_current and not losing):
                # X took it and the pair went astray here, or X has refused it and that was lost.
                self.count.wrong.append(f"round {self.count.rounds}: lost for no reason")
            self._must_be_lost()
        else:
            self.count.wrong.append(
                f"round {self.count.rounds}: a token is held that X does not take, losing={losing}"
            )
            sign_in(program, self._x.url)

    def _must_renew(self) -> None:
        """The token held is X's current one: the account is signed in, whatever was killed."""
        time.sleep(0.15)
        before = self._rotated()
        try:
            self._program.tokens.get(self._program.account_id)
        except Exception as error:
            self.count.wrong.append(f"round {self.count.rounds}: lost by {type(error).__name__}")
            sign_in(self._program, self._x.url)
            return
        if self._rotated() != before + 1:
            self.count.wrong.append(f"round {self.count.rounds}: not renewed")
        self.count.kept += 1

    def _must_be_lost(self) -> None:
        time.sleep(0.15)
        log = self._x.token_log()
        try:
            self._program.tokens.get(self._program.account_id)
        except RenewalLost:
            pass
        else:
            self.count.wrong.append(f"round {self.count.rounds}: a token came from nowhere")
        if self._x.token_log() != log:
            self.count.wrong.append(f"round {self.count.rounds}: a token was sent that had left")
        sign_in(self._program, self._x.url)

    def _judge_the_log(self) -> None:
        sent = Counter(line["mark"] for line in self._log())
        for mark, times in sent.items():
            if times > 1:
                self.count.wrong.append(f"token {mark[:6]} was sent {times} times")
        outcomes = {line["outcome"] for line in self._log()}
        if outcomes != {"rotated"}:
            self.count.wrong.append(f"X answered {outcomes}")

    def _rotated(self) -> int:
        return len([line for line in self._log() if line["outcome"] == "rotated"])

    def _log(self) -> list[dict[str, Any]]:
        return [line for line in self._x.token_log() if line["grant"] == "refresh_token"]

    def _held(self) -> str | None:
        entries: TokenEntries = self._program.tokens._entries
        given = entries.refresh_token(self._program.account_id)
        return None if given is None else given.token

    def _start(self, armed: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.refresh.child"),
                *(str(self._home), self._x.url, armed),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
