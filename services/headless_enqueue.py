"""`--enqueue`: a post into the queue, told of in one line."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from services.clock import parse_time, to_wall
from services.errors import BadImage, BadVideo
from services.media.captions import ALT_TEXT_LIMIT
from services.media.video import is_video
from services.publishing.drafts import DraftPart
from services.publishing.lengths import config_for
from services.publishing.outbox import DuplicatePost
from services.publishing.posts import MOST_PICTURES, LateRule
from services.text.blank import is_blank
from services.text.clean import clean
from services.text.measure import parse

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.headless_options import HeadlessOptions, NewPart
    from services.shop import Shop


class BadArguments(Exception):
    """A sentence for stderr; `line` goes to stdout."""

    def __init__(self, sentence: str, line: dict[str, object] | None = None) -> None:
        super().__init__(sentence)
        self.line = line


class Enqueue:
    def __init__(self, shop: Shop, options: HeadlessOptions) -> None:
        self._shop = shop
        self._options = options

    def do(self, account: Account) -> dict[str, object]:
        """The line for stdout. Raises BadArguments."""
        now = self._shop.clock.now()
        due_at, due_wall = self._due(account, now)
        self._check_lengths(account)
        parts = tuple(self._part(part) for part in self._options.enqueue)
        draft = self._shop.drafts.new(account.id)
        try:
            saved = self._shop.drafts.save(draft.id, parts=parts)
            if any(is_blank(part.text) and not part.attachments for part in saved.parts):
                raise BadArguments("a post needs a text or a picture")
            post = self._shop.outbox.enqueue(
                draft.id,
                due_at=due_at,
                due_wall=due_wall,
                due_zone=account.zone,
                late_rule=LateRule.SEND if due_at <= now else LateRule.USUAL,
                even_closed=True,
            )
        except DuplicatePost as same:
            self._shop.drafts.delete(draft.id)
            line: dict[str, object] = {"error": "duplicate", "of": same.of}
            raise BadArguments("the same words are in the queue or on X already", line) from None
        except BadArguments:
            self._shop.drafts.delete(draft.id)
            raise
        if self._options.at is not None and datetime.fromisoformat(self._options.at).tzinfo is None:
            sys.stderr.write(
                f"--at has no offset and was read in {account.zone}, the zone of the shop\n"
            )
        return {"id": post.id, "state": post.state.value, "due_at": post.due_at}

    def _due(self, account: Account, now: int) -> tuple[int, str]:
        """UTC seconds, and the wall clock of the shop then."""
        asked = self._options.at
        try:
            due_at = now if asked is None else parse_time(asked, account.zone)
            due_wall = to_wall(due_at, account.zone)
        except (ValueError, OverflowError):
            raise BadArguments(f"not an ISO 8601 time: {asked}") from None
        if due_at < 0:
            raise BadArguments(f"no time before 1970: {asked}")
        return due_at, due_wall

    def _check_lengths(self, account: Account) -> None:
        """As X will count; a post too long for it would else be refused when nobody looks."""
        for part in self._options.enqueue:
            measured = parse(clean(part.text)[0], config=config_for(account))
            if not measured.fits:
                line: dict[str, object] = {
                    "error": "too_long",
                    "weighted_length": measured.weighted_length,
                    "limit": measured.limit,
                }
                raise BadArguments("a text is longer than X takes in one post", line)

    def _part(self, part: NewPart) -> DraftPart:
        if len(part.images) > MOST_PICTURES:
            raise BadArguments(f"a post holds {MOST_PICTURES} pictures at most")
        pictures: list[tuple[str, str]] = []
        for path, alt_text in part.images:
            if len(alt_text) > ALT_TEXT_LIMIT:
                raise BadArguments(f"an alt text has {ALT_TEXT_LIMIT} characters at most")
            if is_video(path):
                self._check_alone(part, path, alt_text)
                alt_text = ""
            pictures.append((self._kept(path), alt_text))
        return DraftPart(part.text, tuple(pictures))

    def _check_alone(self, part: NewPart, path: Path, alt_text: str) -> None:
        if len(part.images) > 1:
            raise BadArguments(f"a video goes alone in a post: {path}")
        if alt_text:
            sys.stderr.write(f"X takes no description of a video: that of {path} was left out\n")

    def _kept(self, path: Path) -> str:
        try:
            if is_video(path):
                return self._shop.videos.add_file(path).picture.hash
            return self._shop.pictures.add_file(path).hash
        except (BadImage, BadVideo) as error:
            raise BadArguments(f"{error.name}: {path}: {error.problem.value}") from None
