"""What a lap sends: posts in several scripts, with links and pictures, and threads among them.

Each part carries a mark of its own (`k3-07-2`), by which it is known again on X.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from services.clock import SystemClock
from services.media.pictures import Picture
from services.media.videos import Videos
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.publishing.posts import LateRule
from services.settings import KEEP_DAY_LIMITS
from services.shop import open_shop
from services.x_api.transport import Transport

TEXTS = (
    "New in the shop: the moss teapot & its cups 🍵",
    "إبريق شاي جديد <لونه أخضر> https://leafandkiln.example.com/moss",
    "قوری تازه رسید؛ با لعاب سبز 🌿",
    "新しい急須が入りました。 お茶の時間です",
    "新到的茶壶 👩‍👩‍👧‍👦 只有三把 > 欢迎",
    "Café, crème & co.  Two spaces stay two.",
)
VIDEO = Path(__file__).parents[1] / "data" / "pot.mp4"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post as it must stand on X: the marks of its parts in order, and the first's pictures."""

    id: str
    marks: tuple[str, ...]
    pictures: int


@dataclass
class Maker:
    """Queues posts on a data folder while no program runs on it."""

    paths: Paths
    transport: Transport
    chance: random.Random
    name: str
    made: list[Wanted] = field(default_factory=list)

    def queue(
        self,
        count: int,
        *,
        pictures: int | None = None,
        parts: int | None = None,
        video: bool = False,
    ) -> None:
        """`pictures` of each post's first part, and its parts; by chance without.

        `video`: in place of the pictures.
        """
        shop = open_shop(self.paths, SystemClock(), transport=self.transport, patient=True)
        try:
            # X's numbers of a day are smaller than what is sent here within minutes.
            shop.settings.set(KEEP_DAY_LIMITS, False)
            account = shop.accounts.active()
            for _ in range(count):
                held = self.chance.choice((0, 0, 1, 2)) if pictures is None else pictures
                held = 1 if video else held
                keep = partial(_film, shop.videos) if video else shop.pictures.add_known
                made = self._parts(keep, held, parts)
                draft = shop.drafts.new(account.id)
                shop.drafts.save(draft.id, parts=tuple(DraftPart(*part[1:]) for part in made))
                now = shop.clock.now()
                shop.outbox.enqueue(draft.id, due_at=now, late_rule=LateRule.SEND)
                marks = tuple(part[0] for part in made)
                self.made.append(Wanted(draft.id, marks, held))
        finally:
            shop.close()

    def _parts(
        self, keep: Callable[..., Picture], pictures: int, length: int | None
    ) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
        """(mark, text, pictures) of each part."""
        number = len(self.made)
        parts = []
        for place in range(length or self.chance.choice((1, 1, 1, 2, 3))):
            mark = f"{self.name}-{number:02}-{place}"
            held = []
            for each in range(0 if place else pictures):
                name = f"{mark}-{each}.png"
                picture = keep(PNG + name.encode(), name=name, mime="image/png", width=4, height=4)
                held.append((picture.hash, f"A pot, seen {each}"))
            parts.append((mark, f"{self.chance.choice(TEXTS)} {mark}", tuple(held)))
        return parts


def _film(videos: Videos, _data: bytes, **_known: object) -> Picture:
    """The same for all: what is sent twice shows by its words."""
    return videos.add_file(VIDEO).picture
