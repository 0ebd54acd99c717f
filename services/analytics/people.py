"""The lists behind the figures of people: mentions, first answers, followers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from services.analytics.coverage import Calendar
from services.analytics.figures import FigureItem, Period
from services.publishing.filed import has_part


def mention_items(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> tuple[FigureItem, ...]:
    rows = connection.execute(
        "SELECT id, x_id, text, created_at FROM inbox_item WHERE account_id = ? "
        "AND created_at >= ? AND created_at < ? AND kind = 'mention' ORDER BY created_at",
        (account_id, *calendar.span(period)),
    )
    return tuple(
        FigureItem(
            at=row["created_at"],
            value=1,
            text=row["text"],
            x_post_id=row["x_id"],
            item_id=row["id"],
        )
        for row in rows
    )


_ANSWERS = f"""
SELECT item.x_conversation_id AS thread, item.customer_id, post.sent_at AS at
FROM inbox_item AS item CROSS JOIN post ON post.answers_item = item.id
WHERE item.account_id = :account AND post.state = 'sent' AND post.sent_at IS NOT NULL
UNION ALL
SELECT item.x_conversation_id, item.customer_id, own.created_at
FROM inbox_item AS item CROSS JOIN own_post AS own
  ON own.account_id = item.account_id AND own.x_parent_id = item.x_id
WHERE item.account_id = :account
  AND NOT {has_part("own.x_post_id", "own.account_id")}
"""  # noqa: S608  # our own SQL; values are bound

_HEARD_AND_SAID = f"""
WITH said AS MATERIALIZED ({_ANSWERS}),
busy AS (SELECT DISTINCT thread, customer_id FROM said WHERE at >= :first AND at < :end)
SELECT said.thread, said.customer_id, said.at, 1 AS ours, NULL AS item_id, NULL AS text
FROM said JOIN busy USING (thread, customer_id)
UNION ALL
SELECT item.x_conversation_id, item.customer_id, item.created_at, 0, item.id, item.text
FROM busy JOIN inbox_item AS item ON item.account_id = :account
  AND item.x_conversation_id = busy.thread AND item.customer_id = busy.customer_id
ORDER BY thread, customer_id, at, ours
"""  # noqa: S608  # our own SQL; values are bound


def first_answer_items(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> tuple[FigureItem, ...]:
    """How long customers waited, in seconds, by the answers given in the period.

    A wait goes from the first word without an answer to the shop's next one, all hours counted.
    """
    first, end = calendar.span(period)
    rows = connection.execute(_HEARD_AND_SAID, {"account": account_id, "first": first, "end": end})
    waits = [item for item in _waits(rows) if first <= item.at < end]
    return tuple(sorted(waits, key=lambda item: item.at))


def _waits(rows: sqlite3.Cursor) -> Iterator[FigureItem]:
    asked: sqlite3.Row | None = None
    for row in rows:
        if asked is not None and _thread(asked) != _thread(row):
            asked = None
        if not row["ours"]:
            asked = asked or row
        elif asked is not None:
            yield FigureItem(
                at=row["at"],
                value=row["at"] - asked["at"],
                text=asked["text"],
                item_id=asked["item_id"],
            )
            asked = None


def _thread(row: sqlite3.Row) -> tuple[str, str]:
    return row["thread"], row["customer_id"]


def follower_items(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> tuple[FigureItem, ...]:
    """The count of the period's first reading, then what each later one added or took away."""
    rows = connection.execute(
        "SELECT taken_at, followers FROM account_day WHERE account_id = ? "
        "AND taken_at >= ? AND taken_at < ? ORDER BY taken_at",
        (account_id, *calendar.span(period)),
    )
    items: list[FigureItem] = []
    count = 0
    for row in rows:
        items.append(FigureItem(at=row["taken_at"], value=row["followers"] - count))
        count = row["followers"]
    return tuple(items)
