"""A conversation as the owner reads it: the customer's words and the shop's, in time order."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from services.publishing.states import ANSWERING, State, quoted


@dataclass(frozen=True, slots=True)
class Word:
    """`author` is a name to show (the shop's handle for ours, without @).

    `state` is None for theirs. `post_id` is set for ours that were written here. `at` of an
    answer not yet sent is when it is due. `x_id` is None until it is on X.
    """

    theirs: bool
    author: str
    text: str
    at: int
    state: State | None = None
    post_id: str | None = None
    x_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Node:
    """A word in the tree of answers; `customer` is None for ours."""

    word: Word
    key: str
    parent: str | None
    customer: str | None


def words_of(connection: sqlite3.Connection, item_id: str) -> tuple[Word, ...]:
    """What one customer and the shop said to each other, and what that hangs from.

    Under one post of the shop many customers may write, all with the same conversation id:
    here are this customer's words, our answers to them, the shop's own thread on top, and
    whatever others said that was answered. Raises KeyError when there is no such word.
    """
    item = connection.execute(
        "SELECT account_id, x_conversation_id AS thread, customer_id FROM inbox_item WHERE id = ?",
        (item_id,),
    ).fetchone()
    if item is None:
        raise KeyError(item_id)
    account, thread = item["account_id"], item["thread"]
    ours = _ours_from_here(connection, account, thread)
    known = {node.key for node in ours}
    ours += [node for node in _ours_from_x(connection, account, thread) if node.key not in known]
    nodes = {node.key: node for node in (*_theirs(connection, account, thread), *ours)}
    chosen = _chosen(nodes, item["customer_id"], thread)
    order = {key: place for place, key in enumerate(nodes)}
    return tuple(
        nodes[key].word for key in sorted(chosen, key=lambda key: (nodes[key].word.at, order[key]))
    )


def _theirs(connection: sqlite3.Connection, account: str, thread: str) -> list[_Node]:
    rows = connection.execute(
        "SELECT item.x_id, item.x_parent_id, item.customer_id, item.text, item.created_at, "
        "customer.name, customer.handle "
        "FROM inbox_item AS item JOIN customer ON customer.id = item.customer_id "
        "WHERE item.account_id = ? AND item.x_conversation_id = ? "
        "ORDER BY item.created_at, CAST(item.x_id AS INTEGER)",
        (account, thread),
    )
    return [
        _Node(
            word=Word(
                theirs=True,
                author=row["name"] or row["handle"],
                text=row["text"],
                at=row["created_at"],
                x_id=row["x_id"],
            ),
            key=row["x_id"],
            parent=row["x_parent_id"],
            customer=row["customer_id"],
        )
        for row in rows
    ]


def _ours_from_here(connection: sqlite3.Connection, account: str, thread: str) -> list[_Node]:
    """Answers to any word of the conversation, and the posts of ours it stands under."""
    rows = connection.execute(
        f"""
        SELECT post.id AS post_id, post.state, part.id, part.x_post_id, part.text,
               coalesce(part.sent_at, post.sent_at, post.due_at, post.created_at) AS at,
               item.x_id AS answered, account.handle
        FROM post JOIN part ON part.post_id = post.id JOIN account ON account.id = post.account_id
        LEFT JOIN inbox_item AS item ON item.id = post.answers_item
        WHERE post.account_id = :account AND post.state IN ({quoted(ANSWERING)}) AND post.id IN (
          SELECT answer.id FROM inbox_item AS word JOIN post AS answer
            ON answer.answers_item = word.id
          WHERE word.account_id = :account AND word.x_conversation_id = :thread
          UNION
          SELECT part.post_id FROM part WHERE part.x_post_id = :thread)
        ORDER BY post.created_at, post.rowid, part.position
        """,  # noqa: S608  # our own SQL; values are bound
        {"account": account, "thread": thread},
    )
    nodes: list[_Node] = []
    before: tuple[str, str] | None = None
    for row in rows:
        key = row["x_post_id"] or row["id"]
        parent = before[1] if before and before[0] == row["post_id"] else row["answered"]
        before = (row["post_id"], key)
        word = Word(
            theirs=False,
            author=row["handle"] or "",
            text=row["text"],
            at=row["at"],
            state=State(row["state"]),
            post_id=row["post_id"],
            x_id=row["x_post_id"],
        )
        nodes.append(_Node(word=word, key=key, parent=parent, customer=None))
    return nodes


def _ours_from_x(connection: sqlite3.Connection, account: str, thread: str) -> list[_Node]:
    rows = connection.execute(
        "SELECT own_post.*, account.handle FROM own_post "
        "JOIN account ON account.id = own_post.account_id "
        "WHERE own_post.account_id = ? AND own_post.x_conversation_id = ? "
        "ORDER BY own_post.created_at, CAST(own_post.x_post_id AS INTEGER)",
        (account, thread),
    )
    return [
        _Node(
            word=Word(
                theirs=False,
                author=row["handle"] or "",
                text=row["text"],
                at=row["created_at"],
                state=State.SENT,
                x_id=row["x_post_id"],
            ),
            key=row["x_post_id"],
            parent=row["x_parent_id"],
            customer=None,
        )
        for row in rows
    ]


def _chosen(nodes: dict[str, _Node], customer: str, root: str) -> set[str]:
    chosen: set[str] = set()
    for node in nodes.values():
        if node.customer == customer:
            chosen.update(_upwards(nodes, node))
        elif node.customer is None and _belongs(nodes, node, customer, root):
            chosen.add(node.key)
    return chosen


def _upwards(nodes: dict[str, _Node], node: _Node) -> list[str]:
    """The word and all it answers, as far as known. X has no circles; a damaged row might."""
    keys: list[str] = []
    at: _Node | None = node
    while at is not None and at.key not in keys:
        keys.append(at.key)
        at = nodes.get(at.parent or "")
    return keys


def _belongs(nodes: dict[str, _Node], node: _Node, customer: str, root: str) -> bool:
    """Whether a word of ours speaks to this customer, or is of the thread on top."""
    for key in _upwards(nodes, node):
        if nodes[key].customer is not None:
            return nodes[key].customer == customer
        if key == root:
            return True
    return False
