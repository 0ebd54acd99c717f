"""Everything the practice X knows: one SQLite file, or memory in tests.

One transaction a request (`BEGIN IMMEDIATE`), so that two processes may share the file. Ids are
whole numbers in here and text on the wire.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.errors import StorageProblem, StorageTrouble
from services.store.database import connect, ensure_private_file, statements

VERSION = 3
"""One more whenever the tables change: nothing of the owner's is in an older file."""
BUSY_MS = 10_000
MEMORY = ":memory:"

_SCHEMA = """
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE user (
  id          INTEGER PRIMARY KEY,
  handle      TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name        TEXT NOT NULL,
  lang        TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  location    TEXT NOT NULL DEFAULT '',
  url         TEXT NOT NULL DEFAULT '',
  followers   INTEGER NOT NULL DEFAULT 0,
  following   INTEGER NOT NULL DEFAULT 0,
  role        TEXT NOT NULL DEFAULT 'customer',
  suspended   INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE token (token TEXT PRIMARY KEY, user INTEGER NOT NULL REFERENCES user (id)) STRICT;

CREATE TABLE post (
  id            INTEGER PRIMARY KEY,
  author        INTEGER NOT NULL REFERENCES user (id),
  text          TEXT NOT NULL,
  lang          TEXT NOT NULL,
  kind          TEXT NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  conversation  INTEGER NOT NULL,
  parent        INTEGER,
  parent_author INTEGER,
  quoted        INTEGER,
  poll          TEXT,
  reply_setting TEXT NOT NULL DEFAULT 'everyone',
  paid_partnership INTEGER NOT NULL DEFAULT 0,
  made_with_ai  INTEGER NOT NULL DEFAULT 0,
  deleted_at    INTEGER
) STRICT;
CREATE INDEX post_by_author ON post (author, id);
CREATE INDEX post_by_conversation ON post (conversation, id);
CREATE INDEX post_by_parent ON post (parent);

CREATE TABLE mention (
  user INTEGER NOT NULL,
  post INTEGER NOT NULL REFERENCES post (id),
  PRIMARY KEY (user, post)
) STRICT, WITHOUT ROWID;

CREATE TABLE media (
  id           INTEGER PRIMARY KEY,
  owner        INTEGER NOT NULL,
  category     TEXT NOT NULL,
  mime         TEXT NOT NULL DEFAULT '',
  size         INTEGER NOT NULL DEFAULT 0,
  width        INTEGER NOT NULL DEFAULT 0,
  height       INTEGER NOT NULL DEFAULT 0,
  sha256       TEXT NOT NULL DEFAULT '',
  file         TEXT NOT NULL DEFAULT '',
  alt_text     TEXT NOT NULL DEFAULT '',
  promised     INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL,
  finished_at  INTEGER,
  post         INTEGER REFERENCES post (id),
  position     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX media_by_post ON media (post, position);

CREATE TABLE chunk (
  media   INTEGER NOT NULL REFERENCES media (id),
  segment INTEGER NOT NULL,
  data    BLOB NOT NULL,
  PRIMARY KEY (media, segment)
) STRICT;

CREATE TABLE event (
  id     INTEGER PRIMARY KEY,
  due_at INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  about  INTEGER NOT NULL
) STRICT;
CREATE INDEX event_by_time ON event (due_at, id);

CREATE TABLE rate_window (
  name       TEXT PRIMARY KEY,
  started_at INTEGER NOT NULL,
  used       INTEGER NOT NULL
) STRICT;

CREATE TABLE charge (
  utc_day  INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  resource TEXT NOT NULL,
  cost     INTEGER NOT NULL
) STRICT;
CREATE INDEX charge_by_day ON charge (utc_day, resource);

CREATE TABLE app (
  client_id     TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  kind          TEXT NOT NULL,
  callbacks     TEXT NOT NULL,
  enrolled      INTEGER NOT NULL,
  token_seconds INTEGER NOT NULL,
  may_ask       TEXT NOT NULL
) STRICT;

CREATE TABLE granted (
  number     INTEGER PRIMARY KEY,
  mark       TEXT NOT NULL UNIQUE,
  sort       TEXT NOT NULL,
  family     INTEGER NOT NULL,
  client_id  TEXT NOT NULL,
  user       INTEGER NOT NULL REFERENCES user (id),
  scopes     TEXT NOT NULL,
  given_at   INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  used_at    INTEGER,
  revoked_at INTEGER,
  callback   TEXT NOT NULL,
  challenge  TEXT NOT NULL
) STRICT;
CREATE INDEX granted_by_family ON granted (family);

CREATE TABLE token_log (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  grant_type TEXT NOT NULL,
  mark       TEXT NOT NULL,
  family     INTEGER NOT NULL,
  outcome    TEXT NOT NULL
) STRICT;

CREATE TABLE script (
  id      INTEGER PRIMARY KEY,
  method  TEXT NOT NULL,
  path    TEXT NOT NULL,
  trouble TEXT NOT NULL,
  times   INTEGER NOT NULL
) STRICT;
"""


class State:
    """The open file. Safe from several threads: they take turns."""

    def __init__(self, path: Path | str) -> None:
        """`path` may be MEMORY. Raises StorageTrouble, as the shop's own file does."""
        self.path = Path(path)
        self._turn = threading.RLock()
        if str(path) != MEMORY:
            ensure_private_file(self.path)
        self._connection = connect(self.path, BUSY_MS)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        with self._turn:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled it back already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        with self._turn:
            self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA synchronous=NORMAL")
        with self.transaction() as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise StorageTrouble(StorageProblem.NEWER, self.path)
            if 0 < version < VERSION:
                raise StorageTrouble(StorageProblem.DAMAGED, self.path, f"version {version}")
            if version == 0:
                for statement in statements(_SCHEMA):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version={VERSION}")
            answer = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if answer != "ok":
                raise StorageTrouble(StorageProblem.DAMAGED, self.path, answer)


def fact(db: sqlite3.Connection, key: str, default: int = 0) -> int:
    row = db.execute("SELECT value FROM fact WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else default


def set_fact(db: sqlite3.Connection, key: str, value: int) -> None:
    db.execute("INSERT OR REPLACE INTO fact (key, value) VALUES (?, ?)", (key, str(value)))
