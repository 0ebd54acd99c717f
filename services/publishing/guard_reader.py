"""What guards a post before it is sent: its words, and the posts it would stand beside.

Nothing here stops a post but one that is the same as another (`Outbox.duplicates`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from services.clock import Clock
from services.my_shop.profiles import Profiles
from services.publishing.filed import has_part
from services.publishing.guard_values import Asked, Beside, Findings, Similar
from services.publishing.kinds import is_within, kind_of
from services.publishing.mix import COUNTED, Mix, around_now, mix_of
from services.publishing.outbox import WAITING, Outbox
from services.publishing.post_options import PostKind
from services.publishing.posts import Post, read_posts
from services.publishing.praise import shows_praise
from services.publishing.states import State, quoted
from services.store.database import Database
from services.text.guards import look_at
from services.text.similar import Essences, most_alike

_MOST = 5_000
"""Posts a draft is compared with, newest first."""
_MOST_PRAISES = 500
_LINK_OF_PICTURES = re.compile(r"https://t\.co/\w+\Z")


class _Other(NamedTuple):
    """A row as it comes: there may be thousands."""

    id: str
    text: str
    state: str
    at: int
    is_ours: int
    pictures: int
    """Of a post known from X alone: where it has any, X has added a link to them."""


class Guards:
    def __init__(
        self, database: Database, clock: Clock, outbox: Outbox, profiles: Profiles
    ) -> None:
        self._database = database
        self._clock = clock
        self._outbox = outbox
        self._profiles = profiles
        self._essences = Essences()
        self._praises = Essences()
        self._praised: dict[str, bool] = {}
        self._against: list[str] = []

    def read_words(self, asked: Asked) -> Findings:
        """Some 1 ms for a post of usual length, 50 ms for 25,000 signs."""
        profile = self._profiles.get(asked.account_id)
        return Findings(
            asked,
            look_at(asked.texts, avoid=profile.words_to_avoid),
            self._kind(asked, profile.website),
        )

    def read(self, asked: Asked) -> Findings:
        """All there is to find; in the work lane, and only there: it remembers what it compared."""
        others = self._others(asked)
        found = self.read_words(asked)
        around = self._around_now(asked.account_id, others)
        praises = self._words_of_praise(asked.account_id)
        website = self._profiles.get(asked.account_id).website
        return Findings(
            asked,
            found.words,
            found.kind,
            Beside(
                same_as=self._same_as(asked),
                similar=self._similar(asked, others),
                mix=mix_of(self._kind(one, website) for one in around),
                praise=self._count_praise(around, praises),
                shows_praise=any(shows_praise(text, praises) for text in asked.texts),
            ),
        )

    def mix(self, account_id: str) -> Mix:
        """As in `read`, before anything is written. In the work lane."""
        website = self._profiles.get(account_id).website
        around = self._around_now(account_id, self._others(Asked(account_id, ())))
        return mix_of(self._kind(one, website) for one in around)

    def _same_as(self, asked: Asked) -> str | None:
        if not asked.texts:
            return None
        return self._outbox.duplicates(asked.account_id, asked.texts[0], but=asked.post_id)

    def _similar(self, asked: Asked, others: list[_Other]) -> Similar | None:
        first = asked.texts[0] if asked.texts else ""
        essences = self._essences.of([first, *(other.text for other in others)])
        found = most_alike(essences[0], essences[1:])
        if found is None:
            return None
        other = others[found.place]
        return Similar(other.id, found.ratio, State(other.state), other.at)

    def _others(self, asked: Asked) -> list[_Other]:
        """First parts of drafts, of what waits and of what went out, newest first; no answers."""
        rows = self._database.connection.execute(
            "SELECT post.id AS id, part.text AS text, "  # noqa: S608  # ours
            "post.state AS state, "
            "coalesce(post.sent_at, iif(post.state = 'draft', post.changed_at, post.due_at), "
            "post.changed_at) AS at, 1 AS is_ours, 0 AS pictures "
            "FROM post JOIN part ON part.post_id = post.id AND part.position = 0 "
            "WHERE post.account_id = ?1 AND post.id IS NOT ?2 AND post.state <> 'deleted' "
            "AND post.answers_item IS NULL "
            "UNION ALL SELECT x_post_id, text, 'sent', created_at, 0, pictures FROM own_post "
            "WHERE account_id = ?1 AND x_parent_id IS NULL "
            f"AND NOT {has_part('own_post.x_post_id', 'own_post.account_id')} "
            "ORDER BY at DESC LIMIT ?3",
            (asked.account_id, asked.post_id, _MOST),
        )
        return list(map(_Other._make, rows))

    def _around_now(self, account_id: str, others: list[_Other]) -> list[Asked]:
        """The posts whose kinds are counted, whole."""
        sent = [other for other in others if other.state == State.SENT][:COUNTED]
        waiting = [other for other in reversed(others) if other.state in WAITING][:COUNTED]
        around = around_now(sent, waiting)
        ours = {post.id: post for post in self._posts(one.id for one in around if one.is_ours)}
        return [
            _as_asked(ours[one.id])
            if one.id in ours
            else Asked(account_id, (_own_words(one),), one.id)
            for one in around
        ]

    def _posts(self, ids: Iterable[str]) -> tuple[Post, ...]:
        return read_posts(self._database.connection, f"post.id IN ({quoted(ids)})", ())

    def _count_praise(self, posts: list[Asked], praises: list[str]) -> int:
        """Each text is compared with customers' words once: with many of them it takes 10 ms."""
        before = self._praised if praises == self._against else {}
        self._praised, self._against = {}, praises
        for text in (text for post in posts for text in post.texts):
            known = before.get(text)
            self._praised[text] = shows_praise(text, praises) if known is None else known
        return sum(any(self._praised[text] for text in post.texts) for post in posts)

    def _words_of_praise(self, account_id: str) -> list[str]:
        rows = self._database.connection.execute(
            "SELECT text FROM inbox_item WHERE account_id = ? AND topic = 'praise' "
            "ORDER BY created_at DESC LIMIT ?",
            (account_id, _MOST_PRAISES),
        )
        return self._praises.of([row["text"] for row in rows])

    def _kind(self, asked: Asked, website: str) -> PostKind:
        return kind_of(
            asked.texts,
            chosen=asked.options.kind,
            has_poll=asked.options.poll is not None,
            has_board_link=self._links_to_board(asked, website),
            own_site=website,
        )

    def _links_to_board(self, asked: Asked, website: str) -> bool:
        """In its words, or by the code in its picture. One that leads to the own shop sells."""
        if asked.board_id is None:
            return False
        row = self._database.connection.execute(
            "SELECT link, CASE WHEN json_valid(look) THEN json_extract(look, '$.qr_at') END "
            "AS code FROM board WHERE id = ?",
            (asked.board_id,),
        ).fetchone()
        link = "" if row is None else row["link"].strip()
        if not link or is_within(link, website):
            return False
        return row["code"] is not None or any(link in text for text in asked.texts)


def _as_asked(post: Post) -> Asked:
    texts = tuple(part.text for part in post.parts)
    return Asked(post.account_id, texts, post.id, post.options, post.board_id)


def _own_words(other: _Other) -> str:
    if not other.pictures:
        return other.text
    text = other.text.rstrip()
    link = _LINK_OF_PICTURES.search(text)
    return other.text if link is None else text[: link.start()].rstrip()
