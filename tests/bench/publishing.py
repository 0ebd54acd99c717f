"""The queue's steps beside bare SQLite: the same rows, each waiting for the disk as long."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from services.clock import SteppedClock
from services.paths import paths_under
from services.publishing import order
from services.publishing.drafts import DraftPart
from services.publishing.records import Records
from services.shop import Shop, open_shop

POSTS = 1_000
NOW = 1_795_168_800
_BARE = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE post (id TEXT PRIMARY KEY, state TEXT, due_at INTEGER) STRICT;
CREATE TABLE part (id TEXT PRIMARY KEY, post_id TEXT, text TEXT, x_post_id TEXT) STRICT;
CREATE TABLE own_post (x_post_id TEXT PRIMARY KEY, text TEXT) STRICT;
"""


def bench() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(paths_under(Path(folder) / "data"), SteppedClock(NOW), patient=True)
        bare = sqlite3.connect(Path(folder) / "bare.sqlite", isolation_level=None)
        try:
            bare.executescript(_BARE)
            _compare(shop, bare)
        finally:
            bare.close()
            shop.close()


def _compare(shop: Shop, bare: sqlite3.Connection) -> None:
    account = shop.accounts.start_own_shop(handle="tea", zone="UTC").id
    drafts = []
    for number in range(POSTS):
        draft = shop.drafts.new(account)
        shop.drafts.save(draft.id, parts=(DraftPart(f"お茶 & cups {number}"),))
        drafts.append(draft.id)
    with shop.database.transaction(durable=True):
        pass
    ours = [_timed(lambda id=id: shop.outbox.enqueue(id, due_at=NOW)) for id in drafts]
    theirs = [_timed(lambda n=n: _insert(bare, n)) for n in range(POSTS)]
    _print("enqueue", ours, "insert of two rows", theirs)
    records = Records(shop.database, shop.clock)
    claims, finished = [], []
    for number in range(POSTS):
        began = time.perf_counter()
        post = records.claim(account, asked=False)
        claims.append(time.perf_counter() - began)
        assert post is not None
        began = time.perf_counter()
        records.created(post, post.parts[0], str(9_000 + number))
        finished.append(time.perf_counter() - began)
    assert order.next_due(shop.database.connection, account, now=NOW) is None
    _print("claim", claims, "update of a row", [_timed(lambda n=n: _claim(bare, n)) for n in _ALL])
    _print(
        "record what X answered",
        finished,
        "two updates and an insert",
        [_timed(lambda n=n: _record(bare, n)) for n in _ALL],
    )


_ALL = range(POSTS)


def _insert(bare: sqlite3.Connection, number: int) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO post VALUES (?, 'queued', ?)", (f"post {number}", NOW))
    bare.execute(
        "INSERT INTO part VALUES (?, ?, ?, NULL)",
        (f"part {number}", f"post {number}", f"お茶 & cups {number}"),
    )
    bare.execute("COMMIT")


def _claim(bare: sqlite3.Connection, number: int) -> None:
    bare.execute("UPDATE post SET state = 'sending' WHERE id = ?", (f"post {number}",))


def _record(bare: sqlite3.Connection, number: int) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("UPDATE part SET x_post_id = ? WHERE id = ?", (str(number), f"part {number}"))
    bare.execute("INSERT INTO own_post VALUES (?, ?)", (str(number), f"お茶 & cups {number}"))
    bare.execute("UPDATE post SET state = 'sent' WHERE id = ?", (f"post {number}",))
    bare.execute("COMMIT")


def _timed(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _print(what: str, ours: list[float], peer: str, theirs: list[float]) -> None:
    mine, other = _figures(ours), _figures(theirs)
    print(f"{what} of {len(ours):,} posts")
    print(f"  Shoplark     median {mine[0]:7.3f} ms   p99 {mine[1]:7.3f} ms")
    print(f"  bare sqlite3 median {other[0]:7.3f} ms   p99 {other[1]:7.3f} ms   ({peer})")
    print(f"  ratio        median {mine[0] / other[0]:7.2f}      p99 {mine[1] / other[1]:7.2f}")


def _figures(times: list[float]) -> tuple[float, float]:
    """Median and 99th percentile, in ms."""
    return 1_000 * median(times), 1_000 * quantiles(times, n=100)[98]
