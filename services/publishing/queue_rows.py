"""The whole queue as light rows: one read for however many posts wait (ui/queue/queue_list.py).

A row has what a line of a list shows, and no more: 2,000 whole posts with their parts and pictures
would take longer than the page may take to open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from services.publishing.outbox import WAITING
from services.publishing.post_options import PostKind
from services.publishing.posts import Post
from services.publishing.states import State, quoted
from services.store.database import Database
from services.text.fold import match_query
from services.text.measure import parse

WORDS = 300
"""Signs of the first part that are read: two lines of the widest window, and a whole short post."""

_COLUMNS = f"""
  post.id, state, due_at, post.sent_at, next_try_at, tries, reason, opened_at, kind, campaign_id,
  import_id, poll_minutes IS NOT NULL, substr(part.text, 1, {WORDS}),
  (SELECT count(*) FROM part AS each WHERE each.post_id = post.id),
  (SELECT picture FROM attachment JOIN part AS each ON each.id = part_id
   WHERE each.post_id = post.id ORDER BY each.position, attachment.position LIMIT 1),
  (SELECT count(*) FROM attachment JOIN part AS each ON each.id = part_id
   WHERE each.post_id = post.id),
  instr(part.text, '://') > 0
"""  # noqa: S608  # our own number


class QueueRow(NamedTuple):
    """`words` are the first part's, cut. `picture` is the hash of the first one, "" for none."""

    id: str
    state: State
    due_at: int | None
    sent_at: int | None
    next_try_at: int | None
    tries: int
    reason: str | None
    opened_at: int | None
    kind: PostKind
    campaign_id: str | None
    import_id: str | None
    has_poll: bool
    words: str
    parts: int
    picture: str
    pictures: int
    has_address: bool
    """Anywhere in the first part: a whole one, with its https."""

    @property
    def has_link(self) -> bool:
        """What X will link: exactly so in the words that are here, else by a whole address."""
        behind = self.has_address and len(self.words) == WORDS
        return behind or ("." in self.words and parse(self.words).has_link)

    @property
    def at(self) -> int:
        """Where it stands in the list, in UTC seconds: when it went out, else when it is due."""
        if self.state is State.SENT and self.sent_at is not None:
            return self.sent_at
        return self.due_at or 0


class QueueRows:
    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, account_id: str) -> tuple[QueueRow, ...]:
        """In the order they are sent; answers to customers stand in the inbox."""
        return self._read(
            f"account_id = ? AND state IN ({quoted(WAITING)}) AND answers_item IS NULL",
            (account_id,),
            order="due_at, queued_at, post.rowid",
        )

    def sent_since(self, account_id: str, since: int) -> tuple[QueueRow, ...]:
        """Newest first."""
        return self._read(
            "account_id = ? AND state = 'sent' AND post.sent_at >= ? AND answers_item IS NULL",
            (account_id, since),
            order="post.sent_at DESC, post.rowid DESC",
        )

    def with_words(self, query: str) -> frozenset[str]:
        """Ids of posts, of any account, with all these words; the last may be a beginning."""
        asked = match_query(query)
        if not asked:
            return frozenset()
        rows = self._database.connection.execute(
            "SELECT post_id FROM post_words WHERE id IN "
            "(SELECT rowid FROM post_search WHERE post_search MATCH ?)",
            (asked,),
        ).fetchall()
        return frozenset(row[0] for row in rows)

    def _read(self, where: str, values: Iterable[object], *, order: str) -> tuple[QueueRow, ...]:
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM post JOIN part ON part.post_id = post.id "  # noqa: S608  # ours
            f"AND part.position = 0 WHERE {where} ORDER BY {order}",
            tuple(values),
        ).fetchall()
        return tuple(map(_row, rows))


def row_of(post: Post) -> QueueRow:
    """Of a post that is in the hand: one that only X has."""
    pictures = post.pictures
    return QueueRow(
        id=post.id,
        state=post.state,
        due_at=post.due_at,
        sent_at=post.sent_at,
        next_try_at=post.next_try_at,
        tries=post.tries,
        reason=post.reason,
        opened_at=post.opened_at,
        kind=post.options.kind,
        campaign_id=post.options.campaign_id,
        import_id=None,
        has_poll=post.options.poll is not None,
        words=post.text[:WORDS],
        parts=len(post.parts),
        picture=next(iter(pictures), ""),
        pictures=len(pictures),
        has_address="://" in post.text,
    )


_STATES = {state.value: state for state in State}
_KINDS = {kind.value: kind for kind in PostKind}


def _row(row: Sequence[Any]) -> QueueRow:
    return QueueRow(
        row[0],
        _STATES[row[1]],
        row[2],
        row[3],
        row[4],
        row[5],
        row[6],
        row[7],
        _KINDS[row[8]],
        row[9],
        row[10],
        bool(row[11]),
        row[12],
        row[13],
        row[14] or "",
        row[15],
        bool(row[16]),
    )
