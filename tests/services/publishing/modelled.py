"""A shop whose connected account speaks to a practice X, a wire that watches, and deaths."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from services.clock import SteppedClock
from services.paths import paths_under
from services.publishing.crash_points import CrashPoints, Point
from services.publishing.posts import Post
from services.settings import KEEP_DAY_LIMITS
from services.shop import Shop, open_shop
from services.x_api.limits import endpoint
from services.x_api.practice import TOKEN, inspection, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.practice.inspection import HeldPost
from services.x_api.transport import Transport

START = 1_795_168_800
LEAST_WAIT = 30


class Died(BaseException):
    """The process ends here: nothing after it is done or written down."""


class Deaths(CrashPoints):
    def __init__(self) -> None:
        super().__init__()
        self.point: Point | None = None

    def reach(self, point: Point) -> None:
        if point is self.point:
            self.point = None
            raise Died


class Wire(PracticeAdapter):
    """Notes what is asked before its time, or again while X refuses it."""

    def __init__(self, x: Any, clock: SteppedClock) -> None:
        super().__init__(x)
        self._clock = clock
        self.due_of: Callable[[str], int] = lambda _text: 0
        self.shut: dict[str, int] = {}
        self.broken: list[str] = []

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> Any:
        now, path = self._clock.now(), str(request.path_url).partition("?")[0]
        name = endpoint(str(request.method), path)
        if self.shut.get(name, 0) > now:
            self.broken.append(f"{name} at {now}, shut until {self.shut[name]}")
        if name == "POST /2/tweets":
            text = json.loads(request.body or b"{}")["text"]
            if self.due_of(text) > now:
                self.broken.append(f"{text} at {now}, due at {self.due_of(text)}")
        response = super().send(request, *args, **options)
        if response.status_code == 429 and "UsageCap" not in response.text:
            reset = int(response.headers["x-rate-limit-reset"])
            self.shut[name] = max(reset, now + LEAST_WAIT)
        return response


class House:
    """One data folder; `die` and `restart` are the program's."""

    def __init__(self) -> None:
        # In memory where the system has such a place: every step waits for the disk.
        memory = Path("/dev/shm")  # noqa: S108  # a folder of its own is made in it
        self._folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
        self.clock = SteppedClock(START)
        self.x = open_practice(":memory:", self.clock, sample=False)
        self.x.set_takes_twice(True)
        self.wire = Wire(self.x, self.clock)
        self.deaths = Deaths()
        self.moves: set[tuple[str, str]] = set()
        self.shop = self._open()
        account = self.shop.accounts.start_own_shop(handle="tea", zone="Europe/Madrid")
        with self.shop.database.transaction() as connection:
            connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (account.id,))
        self.shop.settings.set(KEEP_DAY_LIMITS, False)
        self.account = self.shop.accounts.get(account.id)
        self.picture = self.shop.pictures.add_known(
            b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, name="a.png", mime="image/png", width=4, height=4
        ).hash

    def _open(self) -> Shop:
        transport = Transport(token=TOKEN, adapter=lambda: self.wire)
        shop = open_shop(paths_under(self._folder), self.clock, transport=transport)
        publisher = shop.publisher
        for room in (publisher, publisher._sender, publisher._doubts):
            room._crash_points = self.deaths
        _watch_moves(shop)
        self.wire.due_of = self._due_of
        return shop

    def _due_of(self, text: str) -> int:
        row = self.shop.database.connection.execute(
            "SELECT due_at FROM post JOIN part ON post_id = post.id WHERE text = ?", (text,)
        ).fetchone()
        return int(row["due_at"])

    def restart(self) -> None:
        """Only what is on disk is left."""
        self.moves.update(_moves(self.shop))
        self.shop.close()
        self.shop = self._open()

    @contextmanager
    def dying(self, point: Point | None) -> Iterator[None]:
        """At the point, when it is reached."""
        self.deaths.point = point
        try:
            yield
        except Died:
            self.restart()
        finally:
            self.deaths.point = None

    def all_moves(self) -> set[tuple[str, str]]:
        return self.moves | _moves(self.shop)

    def on_x(self) -> tuple[HeldPost, ...]:
        """Oldest first."""
        return inspection.own_posts(self.x.state)[::-1]

    def posts(self) -> list[Post]:
        rows = self.shop.database.connection.execute("SELECT id FROM post").fetchall()
        return [self.shop.outbox.get(row["id"]) for row in rows]

    def close(self) -> None:
        self.shop.close()
        self.x.close()
        shutil.rmtree(self._folder)


def _watch_moves(shop: Shop) -> None:
    connection = shop.database.connection
    connection.execute("CREATE TEMP TABLE moved (source TEXT, target TEXT)")
    connection.execute(
        "CREATE TEMP TRIGGER watch AFTER UPDATE OF state ON post "
        "WHEN old.state != new.state AND old.state != 'deleted' "
        "BEGIN INSERT INTO moved VALUES (old.state, new.state); END"
    )


def _moves(shop: Shop) -> set[tuple[str, str]]:
    rows = shop.database.connection.execute("SELECT source, target FROM moved")
    return {(row["source"], row["target"]) for row in rows}
