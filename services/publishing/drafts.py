"""Drafts on disk: each save is one transaction, so a kill loses at most what was not yet saved.

A draft becomes a queued post and back again without being another thing: same row, same id.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from services.clock import Clock
from services.ids import new_id
from services.publishing.moves import move
from services.publishing.post_options import PostOptions
from services.publishing.posts import Attachment, Part, Post, read_post, read_posts
from services.publishing.states import UNDER_WAY, State, quoted
from services.store.database import Database
from services.text.clean import clean

NEWEST_FIRST = "post.changed_at DESC, post.rowid DESC"


class NotEditable(Exception):
    """The post is no longer what it was read as: put in the queue, being sent, on X or deleted.

    Nothing was changed.
    """


@dataclass(frozen=True, slots=True)
class DraftPart:
    """`pictures`: (hash, alt text) in their order."""

    text: str
    pictures: tuple[tuple[str, str], ...] = ()


class Drafts:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def new(self, account_id: str) -> Post:
        post_id = new_id()
        now = self._clock.now()
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO post(id, account_id, state, created_at, changed_at) "
                "VALUES (?, ?, 'draft', ?, ?)",
                (post_id, account_id, now, now),
            )
            connection.execute(
                "INSERT INTO part(id, post_id, position, text) VALUES (?, ?, 0, '')",
                (new_id(), post_id),
            )
        return self.get(post_id)

    def begin(
        self, account_id: str, parts: tuple[DraftPart, ...], options: PostOptions | None = None
    ) -> Post:
        """A new draft that begins with these words."""
        with self._database.transaction():
            return self.save(self.new(account_id).id, parts=parts, options=options)

    def save(
        self,
        post_id: str,
        *,
        parts: tuple[DraftPart, ...],
        options: PostOptions | None = None,
        only_draft: bool = False,
    ) -> Post:
        """Replaces the words and pictures of what is not yet on X; `options` None keeps them.

        Also takes a queued post or one that needs the owner, unless `only_draft`. NUL and lone
        surrogates, which neither SQLite nor X can hold, are left out. Raises NotEditable, and
        StorageTrouble with the last save whole.
        """
        # Both are first needed at the first save, not at the start of the program.
        from services.publishing.search import fold_beforehand, keep_words
        from services.publishing.versions import keep_before_save

        wanted = tuple(_cleaned(part) for part in parts) or (DraftPart(""),)
        fold_beforehand(part.text for part in wanted)
        with self._database.transaction() as connection:
            before = read_post(connection, post_id)
            queued = only_draft and before.state is not State.DRAFT
            if queued or before.state in UNDER_WAY | {State.SENT, State.DELETED}:
                raise NotEditable(before.state)
            options = before.options if options is None else _cleaned_options(options)
            same_parts = wanted == tuple(as_draft(part) for part in before.parts)
            if same_parts and options == before.options:
                return before
            _check_sent_parts(before, wanted)
            now = self._clock.now()
            keep_before_save(connection, before, wanted, now=now)
            if not same_parts:
                _rewrite(connection, before, wanted)
            if options != before.options:
                _set_options(connection, post_id, options)
            connection.execute("UPDATE post SET changed_at = ? WHERE id = ?", (now, post_id))
            keep_words(connection, post_id)
        return self.get(post_id)

    def set_board(self, post_id: str, board_id: str | None) -> Post:
        """Which board the post shows, so that it can be opened from the post again.

        None for a board that is gone: the post keeps its picture.
        """
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE post SET board_id = (SELECT id FROM board WHERE id = ?) WHERE id = ?",
                (board_id, post_id),
            )
        return self.get(post_id)

    def get(self, post_id: str) -> Post:
        """Raises KeyError when there is none."""
        return read_post(self._database.connection, post_id)

    def all(self, account_id: str) -> tuple[Post, ...]:
        """Drafts with anything in them, newest change first. Answers are drafted in the inbox."""
        found = read_posts(
            self._database.connection,
            "account_id = ? AND state = 'draft' AND answers_item IS NULL",
            (account_id,),
            order=NEWEST_FIRST,
        )
        return tuple(post for post in found if not post.is_empty)

    def copy(self, post_id: str) -> Post:
        """A new draft with the words and pictures of any post, to be written again."""
        with self._database.transaction() as connection:
            post = read_post(connection, post_id)
            made = copy_post(connection, post, post.account_id, now=self._clock.now())
            connection.execute(
                "UPDATE post SET changed_at = created_at, board_id = ? WHERE id = ?",
                (post.board_id, made),
            )
        return self.get(made)

    def delete(self, post_id: str) -> Post:
        with self._database.transaction(durable=True) as connection:
            move(connection, post_id, State.DELETED, now=self._clock.now())
        return self.get(post_id)

    def undelete(self, post_id: str) -> Post:
        """Puts a deleted draft or waiting post back as it was; one not deleted stays as it is."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET state = deleted_from, deleted_from = NULL, changed_at = ? "
                "WHERE id = ? AND state = 'deleted' "
                "AND deleted_from IN ('draft', 'queued', 'needs_you')",
                (self._clock.now(), post_id),
            )
        return self.get(post_id)


def as_draft(part: Part) -> DraftPart:
    return DraftPart(part.text, tuple((one.picture, one.alt_text) for one in part.attachments))


def copy_drafts(
    connection: sqlite3.Connection,
    source: str,
    target: str,
    *,
    now: int,
    states: tuple[State, ...] = (State.DRAFT,),
) -> None:
    """Copies posts of one account to another as drafts, with new ids and without any of X's."""
    where = f"account_id = ? AND state IN ({quoted(states)})"
    for draft in read_posts(connection, where, (source,)):
        if draft.is_empty or draft.answers_item is not None:
            continue
        copy_post(connection, draft, target, now=now)


def copy_post(connection: sqlite3.Connection, post: Post, target: str, *, now: int) -> str:
    """A draft with the same words and pictures in any account; its id."""
    from services.publishing.search import keep_words

    post_id = new_id()
    connection.execute(
        "INSERT INTO post(id, account_id, state, created_at, changed_at) "
        "VALUES (?, ?, 'draft', ?, ?)",
        (post_id, target, now, post.changed_at),
    )
    for position, part in enumerate(post.parts):
        _insert_part(connection, post_id, position, as_draft(part), [])
    options = post.options
    if target != post.account_id:
        # A campaign belongs to its account.
        options = replace(options, campaign_id=None)
    _set_options(connection, post_id, options)
    keep_words(connection, post_id)
    return post_id


def _cleaned(part: DraftPart) -> DraftPart:
    return DraftPart(
        clean(part.text)[0], tuple((picture, clean(alt)[0]) for picture, alt in part.pictures)
    )


def _cleaned_options(options: PostOptions) -> PostOptions:
    poll = options.poll
    if poll is None:
        return options
    return replace(
        options, poll=replace(poll, options=tuple(clean(one)[0] for one in poll.options))
    )


def _set_options(connection: sqlite3.Connection, post_id: str, options: PostOptions) -> None:
    poll = options.poll
    connection.execute(
        "UPDATE post SET who_can_reply = ?, paid_partnership = ?, made_with_ai = ?, "
        "link_marks = ?, kind = ?, poll_minutes = ?, "
        "campaign_id = (SELECT id FROM campaign WHERE id = ?) WHERE id = ?",
        (
            options.who_can_reply,
            int(options.paid_partnership),
            int(options.made_with_ai),
            int(options.link_marks),
            options.kind,
            None if poll is None else poll.minutes,
            options.campaign_id,
            post_id,
        ),
    )
    connection.execute("DELETE FROM poll_option WHERE post_id = ?", (post_id,))
    connection.executemany(
        "INSERT INTO poll_option(post_id, position, text) VALUES (?, ?, ?)",
        [(post_id, place, text) for place, text in enumerate(poll.options if poll else ())],
    )


def _check_sent_parts(before: Post, wanted: tuple[DraftPart, ...]) -> None:
    for position, part in enumerate(before.parts):
        kept = position < len(wanted) and wanted[position] == as_draft(part)
        if part.is_on_x and not kept:
            raise NotEditable("a part that is on X")


def _rewrite(connection: sqlite3.Connection, before: Post, wanted: tuple[DraftPart, ...]) -> None:
    """Pictures already at X keep their media id, wherever in the post they move to."""
    uploaded = [
        one
        for part in before.parts
        if not part.is_on_x
        for one in part.attachments
        if one.x_media_id is not None
    ]
    first = len(before.parts) - len(before.left)
    connection.execute("DELETE FROM part WHERE post_id = ? AND position >= ?", (before.id, first))
    for position, part in enumerate(wanted[first:], start=first):
        _insert_part(connection, before.id, position, part, uploaded)


def _insert_part(
    connection: sqlite3.Connection,
    post_id: str,
    position: int,
    part: DraftPart,
    uploaded: list[Attachment],
) -> None:
    part_id = new_id()
    connection.execute(
        "INSERT INTO part(id, post_id, position, text) VALUES (?, ?, ?, ?)",
        (part_id, post_id, position, part.text),
    )
    for place, (picture, alt_text) in enumerate(part.pictures):
        known = next((one for one in uploaded if one.picture == picture), None)
        connection.execute(
            "INSERT INTO attachment(id, part_id, position, picture, alt_text, x_media_id, "
            "media_expires_at, alt_text_set) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new_id(),
                part_id,
                place,
                picture,
                alt_text,
                known and known.x_media_id,
                known and known.media_expires_at,
                int(known is not None and known.alt_text_set and known.alt_text == alt_text),
            ),
        )
