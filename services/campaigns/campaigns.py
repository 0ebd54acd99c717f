"""A campaign: a name, one tag, a first and a last day, and the posts that belong to it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from services.campaigns.tags import as_tag
from services.clock import Clock, in_zone
from services.ids import new_id
from services.publishing.drafts import DraftPart, Drafts
from services.publishing.post_options import PostOptions
from services.publishing.posts import Post, read_posts
from services.store.database import Database
from services.text.clean import clean

if TYPE_CHECKING:
    from services.media.boards import Boards

LONGEST_NAME = 80


class NoName(ValueError):
    """A campaign without a name cannot be told from another."""


class DaysTurned(ValueError):
    """The last day is before the first."""


class Stage(StrEnum):
    RUNNING = "running"
    COMING = "coming"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Campaign:
    """`tag` is without its sign; both days belong to it. `board_id`: what a post begins with."""

    id: str
    account_id: str
    name: str
    tag: str
    first_day: date
    last_day: date
    board_id: str | None = None

    def stage(self, today: date) -> Stage:
        if today < self.first_day:
            return Stage.COMING
        return Stage.OVER if today > self.last_day else Stage.RUNNING


@dataclass(frozen=True, slots=True)
class Gone:
    """A deleted campaign, and the posts that belonged to it: the key to taking it back."""

    campaign: Campaign
    post_ids: tuple[str, ...]


class Campaigns:
    """Methods that take an id raise KeyError when there is none. Writing raises StorageTrouble,
    and NoTag, NoName or DaysTurned with nothing changed."""

    def __init__(self, database: Database, clock: Clock, drafts: Drafts, boards: Boards) -> None:
        self._database = database
        self._clock = clock
        self._drafts = drafts
        self._boards = boards

    def all(self, account_id: str) -> tuple[Campaign, ...]:
        """The newest first day first."""
        return self._read("account_id = ?", (account_id,))

    def get(self, campaign_id: str) -> Campaign:
        found = self._read("id = ?", (campaign_id,))
        if not found:
            raise KeyError(campaign_id)
        return found[0]

    def add(
        self,
        account_id: str,
        *,
        name: str,
        tag: str,
        first_day: date,
        last_day: date,
        board_id: str | None = None,
    ) -> Campaign:
        made = _checked(Campaign(new_id(), account_id, name, tag, first_day, last_day, board_id))
        with self._database.transaction() as connection:
            self._write(connection, made)
        return made

    def change(self, campaign: Campaign) -> Campaign:
        """As `get` gave it, with other words or days."""
        changed = _checked(campaign)
        with self._database.transaction() as connection:
            self.get(campaign.id)
            self._write(connection, changed)
        return changed

    def delete(self, campaign_id: str) -> Gone:
        """Its posts stay, and no longer belong to any."""
        with self._database.transaction() as connection:
            campaign = self.get(campaign_id)
            rows = connection.execute(
                "SELECT id FROM post WHERE campaign_id = ?", (campaign_id,)
            ).fetchall()
            connection.execute("DELETE FROM campaign WHERE id = ?", (campaign_id,))
        return Gone(campaign, tuple(row["id"] for row in rows))

    def undelete(self, gone: Gone) -> Campaign:
        """A post that joined another campaign since stays there."""
        with self._database.transaction() as connection:
            self._write(connection, gone.campaign)
            connection.executemany(
                "UPDATE post SET campaign_id = ? WHERE id = ? AND campaign_id IS NULL",
                [(gone.campaign.id, post_id) for post_id in gone.post_ids],
            )
        return gone.campaign

    def today(self, account_id: str) -> date:
        """By the shop's clock."""
        row = self._database.connection.execute(
            "SELECT zone FROM account WHERE id = ?", (account_id,)
        ).fetchone()
        if row is None:
            raise KeyError(account_id)
        return in_zone(self._clock.now(), row["zone"]).date()

    def running(self, account_id: str, day: date | None = None) -> tuple[Campaign, ...]:
        """On this day (today): the one that ends first comes first."""
        day = self.today(account_id) if day is None else day
        found = [one for one in self.all(account_id) if one.stage(day) is Stage.RUNNING]
        return tuple(sorted(found, key=lambda one: one.last_day))

    def posts(self, campaign_id: str) -> tuple[Post, ...]:
        """Drafts, then what waits in its order, then what is on X, newest first."""
        return read_posts(
            self._database.connection,
            "campaign_id = ? AND state != 'deleted'",
            (campaign_id,),
            order="CASE state WHEN 'draft' THEN 0 WHEN 'sent' THEN 2 ELSE 1 END, "
            "CASE state WHEN 'sent' THEN -post.sent_at ELSE post.due_at END, post.rowid",
        )

    def begin_post(self, campaign_id: str) -> Post:
        """A draft with the tag, of the campaign, with a board of its own like the campaign's."""
        campaign = self.get(campaign_id)
        with self._database.transaction():
            draft = self._drafts.new(campaign.account_id)
            self._drafts.save(
                draft.id,
                parts=(DraftPart(f"#{campaign.tag} "),),
                options=PostOptions(campaign_id=campaign.id),
            )
            return self._drafts.set_board(draft.id, self._board_like(campaign.board_id))

    def _board_like(self, board_id: str | None) -> str | None:
        """A copy: what is changed for one post leaves the template as it is."""
        if board_id is None:
            return None
        return self._boards.duplicate(board_id).id

    def _write(self, connection: sqlite3.Connection, campaign: Campaign) -> None:
        now = self._clock.now()
        connection.execute(
            """
            INSERT INTO campaign(id, account_id, name, tag, first_day, last_day, board_id,
                                 created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM board WHERE id = ?), ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, tag = excluded.tag,
              first_day = excluded.first_day, last_day = excluded.last_day,
              board_id = excluded.board_id, changed_at = excluded.changed_at
            """,
            (
                campaign.id,
                campaign.account_id,
                campaign.name,
                campaign.tag,
                campaign.first_day.isoformat(),
                campaign.last_day.isoformat(),
                campaign.board_id,
                now,
                now,
            ),
        )

    def _read(self, where: str, values: tuple[object, ...]) -> tuple[Campaign, ...]:
        """`where` is SQL of ours, never anybody's words."""
        rows = self._database.connection.execute(
            "SELECT id, account_id, name, tag, first_day, last_day, board_id FROM campaign "  # noqa: S608  # ours
            f"WHERE {where} ORDER BY first_day DESC, created_at DESC, rowid DESC",
            values,
        )
        return tuple(
            Campaign(
                row["id"],
                row["account_id"],
                row["name"],
                row["tag"],
                date.fromisoformat(row["first_day"]),
                date.fromisoformat(row["last_day"]),
                row["board_id"],
            )
            for row in rows
        )


def _checked(campaign: Campaign) -> Campaign:
    name = " ".join(clean(campaign.name)[0].split())[:LONGEST_NAME].rstrip()
    if not name:
        raise NoName
    tag = as_tag(campaign.tag)
    if campaign.last_day < campaign.first_day:
        raise DaysTurned
    return Campaign(
        campaign.id,
        campaign.account_id,
        name,
        tag,
        campaign.first_day,
        campaign.last_day,
        campaign.board_id,
    )
