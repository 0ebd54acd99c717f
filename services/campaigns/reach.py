"""What came of a campaign: who used its tag, the shop's posts with it, and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.campaigns.campaigns import Campaign
from services.campaigns.tags import has_tag
from services.clock import from_wall
from services.publishing.filed import is_part
from services.store.database import Database


@dataclass(frozen=True, slots=True)
class Use:
    """Somebody's word with the tag. `handle` is without @; `words`: how many they wrote so."""

    item_id: str
    handle: str
    name: str
    text: str
    at: int
    words: int


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A post of the shop on X. `post_id` is None for one that was not written here."""

    x_post_id: str
    post_id: str | None
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Figures:
    """`posts` are on X; `read` of them have been read. A sum is None where none of it is known."""

    posts: int = 0
    read: int = 0
    seen: int | None = None
    link_clicks: int | None = None


class Reach:
    def __init__(self, database: Database) -> None:
        self._database = database

    def uses(self, campaign: Campaign, zone: str) -> tuple[Use, ...]:
        """The newest word of each person since the first day, newest first."""
        rows = self._database.connection.execute(
            "SELECT item.id AS item_id, item.customer_id, customer.handle, customer.name, "
            "item.text, item.created_at AS at "
            "FROM inbox_item AS item JOIN customer ON customer.id = item.customer_id "
            "WHERE item.account_id = ? AND item.created_at >= ? "
            "ORDER BY item.created_at DESC, item.rowid DESC",
            (campaign.account_id, _begin(campaign, zone)),
        )
        newest: dict[str, Use] = {}
        for row in rows:
            if not has_tag(row["text"], campaign.tag):
                continue
            who, said = row["customer_id"], dict(row)
            del said["customer_id"]
            known = newest.get(who)
            if known is None:
                newest[who] = Use(**said, words=1)
            else:
                newest[who] = Use(
                    known.item_id, known.handle, known.name, known.text, known.at, known.words + 1
                )
        return tuple(newest.values())

    def own_words(self, campaign: Campaign, zone: str) -> tuple[OwnWord, ...]:
        """The shop's posts on X that belong to it or, in its days, have its tag; newest first."""
        last = campaign.last_day + timedelta(days=1)
        rows = self._database.connection.execute(
            "SELECT own.x_post_id, part.post_id, "  # noqa: S608  # ours
            "coalesce(part.text, own.text) AS text, "
            "own.created_at AS at, post.campaign_id IS ?1 AS belongs "
            f"FROM own_post AS own LEFT JOIN part ON {is_part('own.x_post_id', 'own.account_id')} "
            "LEFT JOIN post ON post.id = part.post_id "
            "WHERE own.account_id = ?2 AND (post.campaign_id = ?1 "
            "  OR (own.created_at >= ?3 AND own.created_at < ?4)) "
            "ORDER BY own.created_at DESC, CAST(own.x_post_id AS INTEGER) DESC",
            (
                campaign.id,
                campaign.account_id,
                _begin(campaign, zone),
                from_wall(f"{last.isoformat()}T00:00", zone),
            ),
        )
        return tuple(
            OwnWord(row["x_post_id"], row["post_id"], row["text"], row["at"])
            for row in rows
            if row["belongs"] or has_tag(row["text"], campaign.tag)
        )

    def figures(self, campaign: Campaign, zone: str) -> Figures:
        """Sums of each post's newest reading; X tells clicks of the owner's own posts alone."""
        words = self.own_words(campaign, zone)
        seen: list[int] = []
        clicks: list[int] = []
        for word in words:
            row = self._database.connection.execute(
                "SELECT (SELECT impressions FROM post_snapshot WHERE account_id = ?1 "
                "AND x_post_id = ?2 ORDER BY utc_day DESC LIMIT 1) AS seen, "
                "(SELECT link_clicks FROM post_snapshot WHERE account_id = ?1 "
                "AND x_post_id = ?2 AND link_clicks IS NOT NULL "
                "ORDER BY utc_day DESC LIMIT 1) AS clicks",
                (campaign.account_id, word.x_post_id),
            ).fetchone()
            seen += [] if row["seen"] is None else [row["seen"]]
            clicks += [] if row["clicks"] is None else [row["clicks"]]
        return Figures(
            posts=len(words),
            read=len(seen),
            seen=sum(seen) if seen else None,
            link_clicks=sum(clicks) if clicks else None,
        )


def _begin(campaign: Campaign, zone: str) -> int:
    return from_wall(f"{campaign.first_day.isoformat()}T00:00", zone)
