"""What a free day could be filled with: a beginning for a post, never the post itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from services.clock import DAY, Clock
from services.publishing.drafts import DraftPart, Drafts
from services.publishing.guard_reader import Guards
from services.publishing.mix import FEWEST
from services.publishing.post_options import PLAIN, PostKind
from services.publishing.posts import Post
from services.store.database import Database

UNUSED_DAYS = 30
_SHARES = 6


class Beginning(StrEnum):
    KIND = "kind"
    """A kind of post that is short among the last ones."""
    PICTURE = "picture"
    """A product's picture, or one of an earlier post, that was not used lately."""
    TEACH = "teach"
    """A thread that teaches something."""


@dataclass(frozen=True, slots=True)
class Idea:
    """`picture` is a hash; `name` a product's, or the file's; `alt_text` as it was used last."""

    beginning: Beginning
    kind: PostKind = PostKind.GUESSED
    picture: str = ""
    name: str = ""
    alt_text: str = ""


class Fill:
    def __init__(self, database: Database, clock: Clock, drafts: Drafts, guards: Guards) -> None:
        self._database = database
        self._clock = clock
        self._drafts = drafts
        self._guards = guards

    def ideas(self, account_id: str) -> tuple[Idea, ...]:
        """At most three, one of a beginning each. In the work lane, for the mix is read."""
        teach = Idea(Beginning.TEACH, PostKind.HELP)
        found = (self.short_kind(account_id), self.picture(account_id), teach)
        return tuple(idea for idea in found if idea is not None)

    def short_kind(self, account_id: str) -> Idea | None:
        """The kind there is least of, where that is less than a sixth of the posts around now."""
        mix = self._guards.mix(account_id)
        if mix.total < FEWEST or _SHARES * mix.count(mix.shortest) >= mix.total:
            return None
        return Idea(Beginning.KIND, mix.shortest)

    def picture(self, account_id: str) -> Idea | None:
        """One that no post of the last 30 days had, none that waits, and no draft.

        A product that was never shown comes first, then whatever rests longest.
        """
        row = self._database.connection.execute(
            _UNUSED,
            {
                "account": account_id,
                "since": self._clock.now() - UNUSED_DAYS * DAY,
                "never": _NEVER_OVER,
            },
        ).fetchone()
        if row is None:
            return None
        return Idea(Beginning.PICTURE, **dict(row))

    def begin(self, account_id: str, idea: Idea, *, texts: tuple[str, ...] = ("",)) -> Post:
        """A draft that begins so; `texts` are its parts' words."""
        pictures = ((idea.picture, idea.alt_text),) if idea.picture else ()
        first, *others = (DraftPart(text) for text in texts)
        parts = (replace(first, pictures=pictures), *others)
        return self._drafts.begin(account_id, parts, replace(PLAIN, kind=idea.kind))


_UNUSED = """
WITH used AS (
  SELECT attachment.picture, attachment.alt_text,
         iif(post.state = 'sent', post.sent_at, :never) AS at
  FROM attachment JOIN part ON part.id = part_id JOIN post ON post.id = post_id
  WHERE post.account_id = :account AND post.state != 'deleted'
  UNION ALL
  SELECT picture, '', created_at FROM own_post
  WHERE account_id = :account AND picture IS NOT NULL
), last AS (
  SELECT picture, max(at) AS at FROM used GROUP BY picture
), told AS (
  SELECT picture, max(at), alt_text FROM used WHERE alt_text != '' GROUP BY picture
), known AS (
  SELECT picture, name, position FROM product
  WHERE account_id = :account AND picture IS NOT NULL
  UNION ALL
  SELECT picture, '', 1000000 FROM last
)
SELECT known.picture, max(known.name) AS name, coalesce(told.alt_text, '') AS alt_text
FROM known LEFT JOIN last ON last.picture = known.picture
LEFT JOIN told ON told.picture = known.picture
WHERE last.at IS NULL OR last.at <= :since
GROUP BY known.picture
ORDER BY coalesce(last.at, 0), min(known.position), known.picture
LIMIT 1
"""
"""Beside max() SQLite takes a bare column from the row with the greatest (sqlite.org,
lang_select.html#bareagg): `told.alt_text` is the description used last."""
_NEVER_OVER = 1 << 60
"""The time of what still waits: later than any."""
