"""What the owner waits for while writing, in a shop of 5,000 posts: each beside a named peer."""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from services.analytics.practice_past import keep_past
from services.clock import SystemClock
from services.inbox.items import Lane
from services.paths import Paths, paths_under
from services.publishing.drafts import DraftPart
from services.publishing.posts import read_posts
from services.shop import Shop, open_shop
from tests.bench import reads_words
from tests.bench.beside import beside, figures
from tests.bench.measure import WORDS

POSTS = 5_000
MUCH = 100_000
TAILS = ("#yunomi", "https://leafandkiln.example.com/a", "🍵", "شاي بالنعناع", "新しい湯呑み", "")


def bench() -> None:
    chance = random.Random(280)  # noqa: S311
    texts = [_post(chance, number) for number in range(POSTS)]
    reads_words.bench(texts, chance)
    with tempfile.TemporaryDirectory() as folder:
        paths = paths_under(Path(folder))
        shop = open_shop(paths, SystemClock())
        _past(shop)
        _stock(shop, texts)
        _search(shop)
        _suggestions(shop)
        _inbox(shop)
        shop.close()
        _opening(paths)
    _fields()


def _post(chance: random.Random, number: int) -> str:
    words = " ".join(chance.choices(WORDS.split(), k=36))
    rare = "celadon" if number % 500 == 0 else ""
    return " ".join((words, rare, TAILS[number % len(TAILS)], f"#tea{number % 50}"))


# --- a shop of 5,000 posts


def _past(shop: Shop) -> None:
    """Before anything else is written: how long another writer would wait at most."""
    held: list[float] = []

    class Watched:
        @contextmanager
        def transaction(self) -> Iterator[sqlite3.Connection]:
            began = time.perf_counter()
            with shop.database.transaction() as connection:
                yield connection
            held.append((time.perf_counter() - began) * 1000)

    watched: Any = Watched()
    account = shop.accounts.practice().id
    began = time.perf_counter()
    keep_past(watched, account, shop.clients.practice_x(), shop.clock.now(), pictures=shop.pictures)
    took = (time.perf_counter() - began) * 1000
    print(f"90 days of the sample shop written: {took:.0f} ms, a transaction {figures(held)}")


def _stock(shop: Shop, texts: list[str]) -> None:
    account, now = shop.accounts.active().id, shop.clock.now()
    with shop.database.transaction() as rows:
        for text in texts:
            shop.drafts.save(shop.drafts.new(account).id, parts=(DraftPart(text),))
        rows.executemany(
            "INSERT INTO own_post (account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            [(account, f"9{n}", f"9{n}", text, now - n) for n, text in enumerate(texts)],
        )
        rows.executemany(
            "INSERT INTO customer (id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
            [(f"c{n}", account, f"9{n}", f"mia_{n}", f"Mia Kask {n}") for n in range(2_000)],
        )
        rows.executemany(
            "INSERT INTO inbox_item (id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, topic, created_at, received_at) VALUES (?, ?, 'mention', ?, ?, ?, ?, '', ?, ?)",
            [
                (f"i{n}", account, str(10**15 + n), str(n // 3), f"c{n % 2_000}", text, at, at)
                for n, text in enumerate(texts)
                for at in [now - n * 900]
            ],
        )


def _search(shop: Shop) -> None:
    account, connection = shop.accounts.active().id, shop.database.connection
    order = "post.changed_at DESC, post.rowid DESC"

    def by_like(query: str) -> object:
        found = connection.execute(
            "SELECT DISTINCT post.id FROM post JOIN part ON post_id = post.id "
            "WHERE account_id = ? AND answers_item IS NULL AND text LIKE ? "
            f"ORDER BY {order} LIMIT 50",
            (account, f"%{query}%"),
        )
        ids = [row[0] for row in found]
        return read_posts(connection, f"post.id IN ({', '.join('?' * len(ids))})", ids, order=order)

    for query in ("celadon", "kiln", "شاي", "湯呑", "teapot"):
        beside(
            f"search of {POSTS:,} posts for {query!r} (FTS5)",
            lambda query=query: shop.post_search.search(account, query),
            "SQL's LIKE",
            lambda query=query: by_like(query),
            rounds=60,
        )


def _suggestions(shop: Shop) -> None:
    account, connection = shop.accounts.active().id, shop.database.connection
    known = shop.suggestions.read(account)
    like = "SELECT handle FROM customer WHERE account_id = ? AND (handle LIKE ? OR name LIKE ?)"

    def ours(prefix: str) -> None:
        shop.suggestions.has_changed(account, known)
        known.tags_like("te", first=("yunomi",))
        known.people_like(prefix)

    for prefix in ("mi", "zz"):
        beside(
            f"tags and 2,000 customers offered at a key, @{prefix}",
            lambda prefix=prefix: ours(prefix),
            "SQL's LIKE of the customers alone",
            lambda prefix=prefix: connection.execute(
                f"{like} LIMIT 6", (account, f"{prefix}%", f"%{prefix}%")
            ).fetchall(),
        )


def _inbox(shop: Shop) -> None:
    account, connection = shop.accounts.active().id, shop.database.connection

    def ours() -> None:
        shop.inbox.counts(account)
        rows = shop.inbox.lane(account, Lane.TO_ANSWER)
        shop.inbox.conversation(rows[0].id)

    beside(
        f"inbox of {POSTS:,} words: counts, a lane and a conversation",
        ours,
        "all its rows read",
        lambda: connection.execute(
            "SELECT * FROM inbox_item JOIN customer ON customer.id = customer_id "
            "ORDER BY created_at"
        ).fetchall(),
        rounds=30,
    )


def _opening(paths: Paths) -> None:
    def bare() -> None:
        connection = sqlite3.connect(paths.database)
        connection.execute("PRAGMA quick_check(1)").fetchone()
        connection.close()

    beside(
        "a full data folder opened",
        lambda: open_shop(paths, SystemClock()).close(),
        "sqlite3 with its quick_check",
        bare,
        rounds=40,
    )


# --- fields


def _fields() -> None:
    from PySide6.QtCore import QMimeData
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPlainTextEdit

    from ui.app import make_application
    from ui.theme import Theme
    from widgets.post_edit import PostEdit

    app = make_application()
    Theme(app).apply("light", "en")
    ours, bare = PostEdit(), QPlainTextEdit()
    for edit in (ours, bare):
        edit.resize(560, 300)
        edit.show()

    def paste(edit: Any, text: str) -> None:
        edit.clear()
        data = QMimeData()
        data.setText(text)
        edit.insertFromMimeData(data)
        app.processEvents()

    def key(edit: Any) -> None:
        QTest.keyClicks(edit, "a")
        app.processEvents()

    line = "A small tea bowl 🍵 شاي 茶 " * 4 + "\n"
    for name, text in (
        (f"{MUCH:,} signs", line * (MUCH // len(line))),
        ("10,000 marks on a letter", "a" + "\u0301" * 10_000),
        ("5,000 unassigned signs", "\U000e0999" * 5_000),
    ):
        beside(
            f"paste of {name}",
            lambda text=text: paste(ours, text),
            "QPlainTextEdit",
            lambda text=text: paste(bare, text),
            rounds=8,
        )
        beside(
            f"a key in {name}",
            lambda: key(ours),
            "QPlainTextEdit",
            lambda: key(bare),
            rounds=30,
        )
    ours.close()
    bare.close()
