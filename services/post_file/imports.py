"""Brings posts of a file into the queue, and takes the whole of a file back.

The rows are written as posts that nobody sees yet, a batch a transaction, and shown at the end all
in one: another writer never waits for long, and what is given up, or killed, at any moment leaves
the whole file in the queue or nothing of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from services.clock import DAY, Clock
from services.errors import BadImage
from services.ids import new_id
from services.post_file.values import CheckedRow, Said
from services.publishing.batches import in_batches
from services.publishing.outbox import DUPLICATE_DAYS, WAITING
from services.publishing.search import fold_beforehand, keep_words
from services.publishing.states import quoted

if TYPE_CHECKING:
    from services.media.pictures import PictureStore
    from services.publishing.queue_moves import Changed, QueueMoves
    from services.store.database import Database

_BATCH = 60
"""Posts a transaction: some 15 ms with their words in the index."""
_SAID = f"""
SELECT text, sent_at AS at, 0 AS waits FROM (
  SELECT part.text, post.sent_at FROM part JOIN post ON post.id = post_id
  WHERE position = 0 AND account_id = :account AND answers_item IS NULL
    AND state = 'sent' AND post.sent_at > :since
  UNION ALL
  SELECT text, created_at FROM own_post
  WHERE account_id = :account AND x_parent_id IS NULL AND created_at > :since
)
UNION ALL
SELECT part.text, post.due_at, 1 FROM part JOIN post ON post.id = post_id
WHERE position = 0 AND account_id = :account AND answers_item IS NULL
  AND state IN ({quoted(WAITING)})
"""  # noqa: S608  # our own names


class Import(NamedTuple):
    """A file that was read in. `posts`: how many it brought."""

    id: str
    file: str
    posts: int


class Brought(NamedTuple):
    """`bad_pictures`, `passed`: numbers of the rows that were left out.

    Their picture could not be used; their time went by since they were looked at.
    """

    id: str
    posts: int
    first_at: int | None
    bad_pictures: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()


class TakenBack(NamedTuple):
    """`sent`: of the file, so many were sent already, or are on their way."""

    changed: Changed
    sent: int


class GivenUp(Exception):
    """The owner stopped it; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A row with its pictures in the store: (hash, alt text)."""

    row: CheckedRow
    pictures: tuple[tuple[str, str], ...]


Progress = Callable[[int], bool]
"""Told how many rows are done; False gives up."""


def _go_on(_done: int) -> bool:
    return True


class Imports:
    """`bring` and `take_back` wait for the disk: `work` lane."""

    def __init__(
        self, database: Database, clock: Clock, pictures: PictureStore, moves: QueueMoves
    ) -> None:
        self._database = database
        self._clock = clock
        self._pictures = pictures
        self._moves = moves

    def said(self, account_id: str) -> dict[str, Said]:
        """The words that wait or went out within 90 days, and the post that has them.

        Of several the one that waits, and of those that went out the last.
        """
        since = self._clock.now() - DUPLICATE_DAYS * DAY
        rows = self._database.connection.execute(
            _SAID, {"account": account_id, "since": since}
        ).fetchall()
        rows.sort(key=lambda row: (row["waits"], row["at"] or 0))
        return {row["text"].strip(): Said(row["at"], bool(row["waits"])) for row in rows}

    def bring(
        self,
        account_id: str,
        file: str,
        rows: Iterable[CheckedRow],
        *,
        progress: Progress = _go_on,
    ) -> Brought:
        """Puts the rows that are ready in the queue. Raises GivenUp, and keeps nothing then."""
        import_id, count = new_id(), 0
        bad: list[int] = []
        now = self._clock.now()
        timed = [row for row in rows if row.ready and row.due_at is not None]
        ready = [row for row in timed if (row.due_at or 0) > now]
        passed = tuple(row.number for row in timed if (row.due_at or 0) <= now)
        self._sweep(account_id)
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO import(id, account_id, file, posts, made_at) VALUES (?, ?, ?, 0, ?)",
                (import_id, account_id, file, now),
            )
        try:
            for some in in_batches(ready, _BATCH):
                staged = self._with_pictures(some, bad)
                fold_beforehand(text for one in staged for text in _texts(one))
                with self._database.transaction() as connection:
                    for one in staged:
                        _write(connection, account_id, import_id, one, now)
                count += len(staged)
                if not progress(count + len(bad)):
                    raise GivenUp
        except BaseException:
            self._forget(import_id)
            raise
        self._show(import_id, count)
        first = min((row.due_at for row in ready if row.due_at is not None), default=None)
        return Brought(import_id, count, first, tuple(bad), passed)

    def take_back(self, import_id: str) -> TakenBack:
        """Deletes what still waits, as one step that `QueueMoves.undo` takes back."""
        changed = self._moves.delete(self._ids(import_id, "state IN ('queued', 'needs_you')"))
        sent = self._ids(import_id, "state IN ('sending', 'checking', 'sent')")
        return TakenBack(changed, len(sent))

    def all(self, account_id: str) -> tuple[Import, ...]:
        """Files of which anything still waits, newest first."""
        rows = self._database.connection.execute(
            "SELECT id, file, posts FROM import WHERE account_id = ? AND EXISTS "  # noqa: S608  # ours
            f"(SELECT 1 FROM post WHERE import_id = import.id AND state IN ({quoted(WAITING)})) "
            "ORDER BY made_at DESC, rowid DESC",
            (account_id,),
        ).fetchall()
        return tuple(Import(*row) for row in rows)

    def _with_pictures(self, rows: Sequence[CheckedRow], bad: list[int]) -> list[Staged]:
        """The store's own copies, outside any transaction: decoding takes its time."""
        staged = []
        for row in rows:
            try:
                hashes = [self._pictures.add_file(path).hash for path in row.pictures]
            except BadImage:
                bad.append(row.number)
                continue
            alt_texts = [row.alt_text, *[""] * len(hashes)]
            staged.append(Staged(row, tuple(zip(hashes, alt_texts, strict=False))))
        return staged

    def _show(self, import_id: str, count: int) -> None:
        """They were made as deleted ones: that is taken back, as Undo does it (states.py)."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET state = 'queued', deleted_from = NULL "
                "WHERE import_id = ? AND state = 'deleted' AND deleted_from = 'queued'",
                (import_id,),
            )
            connection.execute("UPDATE import SET posts = ? WHERE id = ?", (count, import_id))

    def _sweep(self, account_id: str) -> None:
        """What a kill left half-way: nobody has seen any of it."""
        rows = self._database.connection.execute(
            "SELECT id FROM import WHERE account_id = ? AND posts = 0", (account_id,)
        ).fetchall()
        for row in rows:
            self._forget(row[0])

    def _forget(self, import_id: str) -> None:
        for some in in_batches(self._ids(import_id, "1")):
            marks = ", ".join("?" * len(some))
            with self._database.transaction() as connection:
                connection.execute(f"DELETE FROM post WHERE id IN ({marks})", some)  # noqa: S608  # ours
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM import WHERE id = ?", (import_id,))

    def _ids(self, import_id: str, where: str) -> list[str]:
        rows = self._database.connection.execute(
            f"SELECT id FROM post WHERE import_id = ? AND {where}",  # noqa: S608  # our own SQL
            (import_id,),
        ).fetchall()
        return [row[0] for row in rows]


def _texts(one: Staged) -> tuple[str, ...]:
    return (one.row.text, *(alt for _hash, alt in one.pictures))


def _write(
    connection: sqlite3.Connection, account_id: str, import_id: str, one: Staged, now: int
) -> None:
    row, post_id, part_id = one.row, new_id(), new_id()
    connection.execute(
        "INSERT INTO post(id, account_id, state, deleted_from, due_at, due_wall, due_zone, kind, "
        "even_closed, import_id, created_at, changed_at, queued_at) "
        "VALUES (?, ?, 'deleted', 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(post_id, account_id, row.due_at, row.wall, row.zone, row.kind),
            *(int(row.even_closed), import_id, now, now, now),
        ),
    )
    connection.execute(
        "INSERT INTO part(id, post_id, position, text) VALUES (?, ?, 0, ?)",
        (part_id, post_id, row.text),
    )
    connection.executemany(
        "INSERT INTO attachment(id, part_id, position, picture, alt_text) VALUES (?, ?, ?, ?, ?)",
        [
            (new_id(), part_id, place, picture, alt)
            for place, (picture, alt) in enumerate(one.pictures)
        ],
    )
    keep_words(connection, post_id)
