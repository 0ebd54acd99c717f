"""Moves one post from state to state, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3

from services.publishing.states import State, check_move


def state_of(connection: sqlite3.Connection, post_id: str) -> State:
    row = connection.execute("SELECT state FROM post WHERE id = ?", (post_id,)).fetchone()
    if row is None:
        raise KeyError(post_id)
    return State(row["state"])


def may_be_on_x(connection: sqlite3.Connection, post_id: str) -> bool:
    """A part of it is there, or X was asked for one and nobody knows what came of it."""
    row = connection.execute(
        "SELECT 1 FROM part WHERE post_id = ? "
        "AND (x_post_id IS NOT NULL OR sent_at IS NOT NULL OR attempted_at IS NOT NULL)",
        (post_id,),
    ).fetchone()
    return row is not None


def move(
    connection: sqlite3.Connection,
    post_id: str,
    target: State,
    *,
    now: int,
    **columns: str | int | None,
) -> None:
    """Raises IllegalMove when the table does not have it. `columns` are set along with it."""
    source = state_of(connection, post_id)
    check_move(source, target)
    columns["state"] = target
    columns["changed_at"] = now
    if target is State.DELETED:
        columns["deleted_from"] = source
    else:
        columns.setdefault("opened_at", None)
    names = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(
        f"UPDATE post SET {names} WHERE id = ?",  # noqa: S608  # column names are ours
        (*columns.values(), post_id),
    )


def finish(connection: sqlite3.Connection, post_id: str, *, now: int) -> None:
    """It is on X: nothing is left to be tried or told."""
    move(
        connection,
        post_id,
        State.SENT,
        now=now,
        sent_at=now,
        reason=None,
        reason_detail=None,
        next_try_at=None,
    )
