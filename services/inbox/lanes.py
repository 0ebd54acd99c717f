"""Which lane a conversation is in, worked out by one query from what was said and marked.

A conversation is what one customer said under one of X's conversation ids. A word is open until
an answer covers it or the owner marks it done:

* An answer made here counts from the moment it is queued, whatever becomes of it short of a
  draft. It covers the word it answers and the customer's earlier ones, but only words that had
  arrived: one that comes later, or comes late with an older date, is open.
* An answer written elsewhere (own posts read from X) covers its word and the earlier ones.
* Reopening a word by hand sets aside the answers given until then.

Any open word puts the conversation in To answer, or among the snoozed while all its open words
sleep. Else the later of "answered" and "done" decides between Waiting and Done.
"""

from __future__ import annotations

import sqlite3

from services.inbox.values import MOST_URGENT_FIRST, Counts, Customer, Item, Lane
from services.publishing.filed import has_part
from services.publishing.states import ANSWERING, quoted

_RANK = " ".join(f"WHEN '{topic}' THEN {rank}" for rank, topic in enumerate(MOST_URGENT_FIRST))
_EVER = 1 << 62


def _placed(narrow: bool) -> str:
    """One row a conversation; `narrow` looks at `:thread` and `:customer` alone."""
    only = " AND item.x_conversation_id = :thread AND item.customer_id = :customer" * narrow
    return f"""
WITH said AS MATERIALIZED (
  SELECT item.x_conversation_id AS thread, item.customer_id, item.created_at AS upto,
         CAST(item.x_id AS INTEGER) AS upto_number,
         post.created_at AS at, post.created_at AS knew
  FROM inbox_item AS item CROSS JOIN post ON post.answers_item = item.id
  WHERE item.account_id = :account{only} AND post.state IN ({quoted(ANSWERING)})
  UNION ALL
  SELECT item.x_conversation_id, item.customer_id, item.created_at,
         CAST(item.x_id AS INTEGER), own_post.created_at, {_EVER}
  FROM inbox_item AS item CROSS JOIN own_post
    ON own_post.account_id = item.account_id AND own_post.x_parent_id = item.x_id
  WHERE item.account_id = :account{only}
    AND NOT {has_part("own_post.x_post_id", "own_post.account_id")}
),
heard AS (
  SELECT item.id, item.x_conversation_id AS thread, item.customer_id, item.created_at,
         CAST(item.x_id AS INTEGER) AS number, item.read_at, item.done_at, item.snoozed_until,
         CASE item.topic {_RANK} END AS rank,
         max(said.at) FILTER (WHERE
           (said.upto, said.upto_number) >= (item.created_at, CAST(item.x_id AS INTEGER))
           AND said.knew >= item.received_at
           AND said.at > coalesce(item.reopened_at, -1)) AS answered_at
  FROM inbox_item AS item
  LEFT JOIN said ON said.thread = item.x_conversation_id AND said.customer_id = item.customer_id
  WHERE item.account_id = :account{only}
  GROUP BY item.id
),
marked AS (
  SELECT *, done_at IS NULL AND answered_at IS NULL AS open FROM heard
),
spread AS (
  SELECT max(printf('%d%012d%020d%s', open, created_at, number, id)) AS newest,
         count(*) AS words,
         sum(open) AS opens,
         sum(open AND coalesce(snoozed_until, 0) <= :now) AS awake,
         sum(read_at IS NULL) AS unread,
         max(done_at) AS done_at,
         max(answered_at) AS answered_at,
         max(created_at) AS last_at,
         min(created_at) FILTER (WHERE open) AS waiting_since,
         min(snoozed_until) FILTER (WHERE open) AS wakes_at,
         coalesce(min(rank) FILTER (WHERE open), min(rank)) AS rank
  FROM marked GROUP BY thread, customer_id
),
placed AS (
  SELECT substr(newest, 34) AS id, last_at, answered_at, words, unread, waiting_since, rank,
         iif(opens > 0 AND awake = 0, wakes_at, NULL) AS snoozed_until,
         CASE WHEN opens > 0 THEN 'to_answer'
              WHEN done_at IS NOT NULL AND coalesce(answered_at, -1) <= done_at THEN 'done'
              ELSE 'waiting' END AS lane
  FROM spread
)
"""  # noqa: S608  # our own SQL; values are bound


_COUNTS = f"""{_placed(False)}
SELECT coalesce(sum(lane = 'to_answer' AND snoozed_until IS NULL), 0) AS to_answer,
       coalesce(sum(lane = 'to_answer' AND snoozed_until IS NULL AND unread > 0), 0) AS unread,
       coalesce(sum(lane = 'waiting'), 0) AS waiting,
       coalesce(sum(lane = 'done'), 0) AS done,
       coalesce(sum(snoozed_until IS NOT NULL), 0) AS snoozed
FROM placed"""  # noqa: S608  # our own SQL

_ROWS = """
SELECT item.id, item.account_id, item.x_id, item.x_conversation_id, item.text, item.created_at,
       placed.lane, placed.rank, placed.snoozed_until, placed.waiting_since,
       placed.words, placed.unread, customer.id AS customer_id, customer.x_user_id,
       customer.handle, customer.name, customer.notes, customer.vip
FROM placed JOIN inbox_item AS item ON item.id = placed.id
JOIN customer ON customer.id = item.customer_id
"""

_ORDER = {
    Lane.TO_ANSWER: "placed.rank > 1, placed.waiting_since, CAST(item.x_id AS INTEGER)",
    Lane.WAITING: "placed.answered_at DESC, CAST(item.x_id AS INTEGER) DESC",
    Lane.DONE: "placed.last_at DESC, CAST(item.x_id AS INTEGER) DESC",
}


def count(connection: sqlite3.Connection, account_id: str, *, now: int) -> Counts:
    row = connection.execute(_COUNTS, {"account": account_id, "now": now}).fetchone()
    return Counts(**dict(row))


def rows(
    connection: sqlite3.Connection, account_id: str, lane: Lane, *, now: int, limit: int
) -> tuple[Item, ...]:
    """To answer: complaints and orders first, then who waits longest. Others: newest first."""
    found = connection.execute(
        f"{_placed(False)}{_ROWS} WHERE placed.lane = :lane AND placed.snoozed_until IS NULL "
        f"ORDER BY {_ORDER[lane]} LIMIT :limit",
        {"account": account_id, "now": now, "lane": lane, "limit": limit},
    )
    return tuple(_item(row) for row in found)


def asleep(connection: sqlite3.Connection, account_id: str, *, now: int) -> tuple[Item, ...]:
    """The snoozed conversations, first to wake first."""
    found = connection.execute(
        f"{_placed(False)}{_ROWS} WHERE placed.snoozed_until IS NOT NULL "
        "ORDER BY placed.snoozed_until, placed.waiting_since",
        {"account": account_id, "now": now},
    )
    return tuple(_item(row) for row in found)


def row_of(connection: sqlite3.Connection, item_id: str, *, now: int) -> Item:
    """The row that stands for the conversation of a word. Raises KeyError for no such word."""
    word = connection.execute(
        "SELECT account_id AS account, x_conversation_id AS thread, customer_id AS customer "
        "FROM inbox_item WHERE id = ?",
        (item_id,),
    ).fetchone()
    if word is None:
        raise KeyError(item_id)
    return _item(
        connection.execute(f"{_placed(True)}{_ROWS}", {**dict(word), "now": now}).fetchone()
    )


def _item(row: sqlite3.Row) -> Item:
    return Item(
        id=row["id"],
        account_id=row["account_id"],
        x_id=row["x_id"],
        conversation_id=row["x_conversation_id"],
        customer=Customer(
            id=row["customer_id"],
            x_user_id=row["x_user_id"],
            handle=row["handle"],
            name=row["name"],
            notes=row["notes"],
            vip=bool(row["vip"]),
        ),
        text=row["text"],
        created_at=row["created_at"],
        read=row["unread"] == 0,
        lane=Lane(row["lane"]),
        topic=MOST_URGENT_FIRST[row["rank"]],
        snoozed_until=row["snoozed_until"],
        waiting_since=row["waiting_since"],
        words=row["words"],
    )
