"""The flags that need no window: JSON lines on stdout, all else in English on stderr, no Qt.

Exit codes: 0 nothing due is unsent · 2 bad arguments · 3 something waits · 4 something needs the
owner · 5 another process is sending · 6 not signed in · 7 storage; the highest that applies.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum
from typing import TextIO

from services.accounts.accounts import Account, plain_handle
from services.clock import DAY, Clock, SystemClock, parse_time, to_wall
from services.errors import AppError, BadImage, KeychainTrouble, SignInNeeded, StorageTrouble
from services.headless_options import HeadlessOptions, NewPart
from services.headless_words import INBOX, POSTS, sentence
from services.logs import Log
from services.media.captions import ALT_TEXT_LIMIT
from services.publishing.drafts import DraftPart
from services.publishing.lengths import config_for
from services.publishing.order import OWNER_MENDS
from services.publishing.outbox import DuplicatePost
from services.publishing.posts import MOST_PICTURES, LateRule, Post
from services.publishing.send_lock import AnotherSender
from services.publishing.states import State
from services.shop import Shop, open_shop
from services.text.blank import is_blank
from services.text.clean import clean
from services.text.measure import parse

logger = logging.getLogger(__name__)

LOCK_PATIENCE = 60.0
_LOOK_AGAIN = 0.2
_NOT_SIGNED_IN = (
    SignInNeeded.__name__,
    *(kind.__name__ for kind in SignInNeeded.__subclasses__()),
    KeychainTrouble.__name__,
)


class Exit(IntEnum):
    """The process's exit code; where several apply, the highest."""

    DONE = 0
    BAD_ARGUMENTS = 2
    WAITS = 3
    NEEDS_YOU = 4
    ANOTHER_SENDER = 5
    NOT_SIGNED_IN = 6
    STORAGE = 7


def run(options: HeadlessOptions, *, out: TextIO | None = None) -> int:
    """Returns the exit code. `out` takes the place of stdout."""
    paths = options.run.paths
    log = Log(paths.logs)
    try:
        shop = open_shop(
            paths,
            SystemClock(),
            transport=options.run.transport,
            patient=True,
            practice_only=options.run.practice,
        )
        try:
            return int(_Run(shop, options, out or sys.stdout).go())
        finally:
            shop.close()
    except StorageTrouble as trouble:
        _say(f"StorageTrouble: {trouble.problem.value}: {trouble.path}: {trouble.detail}")
        return int(Exit.STORAGE)
    finally:
        log.close()


class _BadArguments(Exception):
    """A sentence for stderr; `line` goes to stdout."""

    def __init__(self, sentence: str, line: dict[str, object] | None = None) -> None:
        super().__init__(sentence)
        self.line = line


class _Run:
    def __init__(self, shop: Shop, options: HeadlessOptions, out: TextIO) -> None:
        self._shop = shop
        self._options = options
        self._out = out
        self._clock: Clock = shop.clock

    def go(self) -> Exit:
        codes = [Exit.DONE]
        try:
            account = self._account()
            if self._options.enqueue:
                self._enqueue(account)
            if self._options.publish_due:
                codes.append(self._publish_due(account))
            if self._options.check_inbox:
                codes.append(self._check_inbox(account))
            if self._options.list_queue:
                codes.append(self._list_queue(account))
        except _BadArguments as error:
            if error.line is not None:
                self._print(error.line)
            _say(str(error))
            codes.append(Exit.BAD_ARGUMENTS)
        return max(codes)

    def _account(self) -> Account:
        accounts = self._shop.accounts
        active = accounts.active()
        wanted = plain_handle(self._options.account or "")
        if not wanted or wanted.casefold() == (active.handle or "").casefold():
            return active
        # Odd bytes of a shell come as half characters: nobody's handle, and no words for SQLite.
        nobodys = active.x_url is not None or clean(wanted)[1] > 0
        found = None if nobodys else accounts.by_handle(wanted)
        if found is None:
            raise _BadArguments(f"no account @{clean(wanted)[0]} here")
        return found

    def _enqueue(self, account: Account) -> None:
        now = self._clock.now()
        due_at, due_wall = self._due(account, now)
        self._check_lengths(account)
        parts = tuple(self._part(part) for part in self._options.enqueue)
        draft = self._shop.drafts.new(account.id)
        try:
            saved = self._shop.drafts.save(draft.id, parts=parts)
            if any(is_blank(part.text) and not part.attachments for part in saved.parts):
                raise _BadArguments("a post needs a text or a picture")
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
            raise _BadArguments("the same words are in the queue or on X already", line) from None
        except _BadArguments:
            self._shop.drafts.delete(draft.id)
            raise
        self._print({"id": post.id, "state": post.state.value, "due_at": post.due_at})
        if self._options.at is not None and datetime.fromisoformat(self._options.at).tzinfo is None:
            _say(f"--at has no offset and was read in {account.zone}, the zone of the shop")

    def _due(self, account: Account, now: int) -> tuple[int, str]:
        """UTC seconds, and the wall clock of the shop then."""
        asked = self._options.at
        try:
            due_at = now if asked is None else parse_time(asked, account.zone)
            due_wall = to_wall(due_at, account.zone)
        except (ValueError, OverflowError):
            raise _BadArguments(f"not an ISO 8601 time: {asked}") from None
        if due_at < 0:
            raise _BadArguments(f"no time before 1970: {asked}")
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
                raise _BadArguments("a text is longer than X takes in one post", line)

    def _part(self, part: NewPart) -> DraftPart:
        if len(part.images) > MOST_PICTURES:
            raise _BadArguments(f"a post holds {MOST_PICTURES} pictures at most")
        pictures = []
        for path, alt_text in part.images:
            if len(alt_text) > ALT_TEXT_LIMIT:
                raise _BadArguments(f"an alt text has {ALT_TEXT_LIMIT} characters at most")
            try:
                picture = self._shop.pictures.add_file(path)
            except BadImage as error:
                raise _BadArguments(f"BadImage: {path}: {error.problem.value}") from None
            pictures.append((picture.hash, alt_text))
        return DraftPart(part.text, tuple(pictures))

    def _publish_due(self, account: Account) -> Exit:
        if self._options.send_from_here:
            self._shop.may_send.send_from_here()
        trouble = self._shop.may_send.trouble(account)
        if trouble is not None:
            _say(sentence(POSTS, trouble.name, trouble.detail))
            waiting = self._shop.outbox.list(account.id)
            self._print_posts(waiting)
            return max(Exit.WAITS, self._standing(waiting))
        touched: dict[str, None] = {}
        busy = False
        ends_at = time.monotonic() + self._options.wait
        asked = not self._options.scheduled
        patience = LOCK_PATIENCE if asked else 0.0
        self._shop.put_off.tidy()
        while True:
            try:
                done = self._shop.publisher.publish_due(
                    account_id=account.id, asked=asked, patience=patience
                )
            except AnotherSender:
                busy = True
                break
            touched.update(dict.fromkeys(post.id for post in done))
            asked = False
            if not self._worth_waiting(account) or time.monotonic() >= ends_at:
                break
            time.sleep(min(_LOOK_AGAIN, max(0.0, ends_at - time.monotonic())))
        posts = self._touched_or_waiting(account, touched)
        self._print_posts(posts)
        if busy:
            _say("another process is sending from this folder")
        return max(Exit.ANOTHER_SENDER if busy else Exit.DONE, self._standing(posts))

    def _worth_waiting(self, account: Account) -> bool:
        """Something waits, and time alone can help."""
        waiting = self._shop.outbox.list(account.id, states=(State.QUEUED, State.CHECKING))
        return bool(waiting) and not any(post.reason in OWNER_MENDS for post in waiting)

    def _touched_or_waiting(self, account: Account, touched: Iterable[str]) -> list[Post]:
        posts = {post_id: self._shop.outbox.get(post_id) for post_id in touched}
        posts.update((post.id, post) for post in self._shop.outbox.list(account.id))
        return list(posts.values())

    def _standing(self, posts: Iterable[Post]) -> Exit:
        now = self._clock.now()
        code = Exit.DONE
        for post in posts:
            if post.state is State.NEEDS_YOU:
                code = max(code, Exit.NEEDS_YOU)
            elif post.state in (State.CHECKING, State.SENDING):
                code = max(code, Exit.WAITS)
            elif post.state is State.QUEUED and (post.due_at or 0) <= now:
                paused = post.reason in _NOT_SIGNED_IN
                code = max(code, Exit.NOT_SIGNED_IN if paused else Exit.WAITS)
        return code

    def _check_inbox(self, account: Account) -> Exit:
        try:
            checked = self._shop.feeds.check(account.id)
        except StorageTrouble:
            raise
        except AppError as error:
            _say(sentence(INBOX, error.name, error.detail))
            paused = error.name in _NOT_SIGNED_IN
            return Exit.NOT_SIGNED_IN if paused else Exit.WAITS
        for item in checked.new:
            self._print(
                {
                    "id": item.x_id,
                    "author": item.customer.handle,
                    "created_at": item.created_at,
                    "text": item.text,
                }
            )
        return Exit.DONE

    def _list_queue(self, account: Account) -> Exit:
        since = self._clock.now() - DAY
        waiting = self._shop.outbox.list(account.id)
        self._print_posts([*reversed(self._shop.outbox.sent_since(account.id, since)), *waiting])
        # A post that is merely due and not tried yet is in order: nothing holds it back.
        return self._standing(
            post for post in waiting if post.reason or post.state is not State.QUEUED
        )

    def _print_posts(self, posts: Iterable[Post]) -> None:
        explained = set()
        for post in posts:
            self._print(
                {
                    "id": post.id,
                    "state": post.state.value,
                    "x_ids": list(post.x_ids),
                    "reason": post.reason,
                    "next_try_at": post.next_try_at,
                }
            )
            if post.reason is not None and post.reason not in explained:
                explained.add(post.reason)
                _say(sentence(POSTS, post.reason, post.reason_detail))

    def _print(self, line: dict[str, object]) -> None:
        self._out.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._out.flush()


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
