"""The flags that need no window: JSON lines on stdout, all else in English on stderr, no Qt.

Exit codes: 0 nothing due is unsent · 1 a mistake of ours · 2 bad arguments · 3 something waits ·
4 something needs the owner · 5 another process is sending · 6 not signed in · 7 storage; the
highest that applies.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Iterable
from typing import TextIO

from services.accounts.accounts import Account
from services.clock import DAY, Clock, SystemClock
from services.errors import AppError, KeychainTrouble, SignInNeeded, StorageTrouble
from services.headless_account import account_of
from services.headless_enqueue import BadArguments, Enqueue
from services.headless_exit import Exit
from services.headless_options import HeadlessOptions
from services.headless_words import INBOX, POSTS, sentence
from services.logs import Log
from services.publishing.order import OWNER_MENDS
from services.publishing.posts import Post
from services.publishing.send_lock import AnotherSender
from services.publishing.states import State
from services.redact import redact
from services.shop import Shop, open_shop

logger = logging.getLogger(__name__)

LOCK_PATIENCE = 60.0
_LOOK_AGAIN = 0.2
_NOT_SIGNED_IN = (
    SignInNeeded.__name__,
    *(kind.__name__ for kind in SignInNeeded.__subclasses__()),
    KeychainTrouble.__name__,
)


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
    except BrokenPipeError:
        raise
    except Exception as error:
        return _tell_bug(error)
    finally:
        log.close()


def _tell_bug(error: Exception) -> int:
    """In our words: Python's own would go to a scheduler's mail with whatever the error holds."""
    from services.bug_report import report

    text = report(type(error), error, error.__traceback__)
    logger.critical("bug\n%s", text)
    _say(text)
    return int(Exit.BUG)


class _Run:
    def __init__(self, shop: Shop, options: HeadlessOptions, out: TextIO) -> None:
        self._shop = shop
        self._options = options
        self._out = out
        self._clock: Clock = shop.clock

    def go(self) -> Exit:
        codes = [Exit.DONE]
        try:
            account = account_of(self._shop, self._options)
            if self._options.enqueue:
                self._print(Enqueue(self._shop, self._options).do(account))
            if self._options.publish_due:
                accounts = self._to_send(account)
                self._put_in_order(accounts)
                codes += [self._publish_due(each) for each in accounts]
            if self._options.check_inbox:
                codes.append(self._check_inbox(account))
            if self._options.list_queue:
                codes.append(self._list_queue(account))
        except BadArguments as error:
            if error.line is not None:
                self._print(error.line)
            _say(str(error))
            codes.append(Exit.BAD_ARGUMENTS)
        except KeychainTrouble as trouble:
            _say(sentence(POSTS, trouble.name, trouble.detail))
            codes.append(Exit.NOT_SIGNED_IN)
        return max(codes)

    def _to_send(self, account: Account) -> tuple[Account, ...]:
        """What the system's scheduler starts sends for every shop, whichever was in view last.

        At another X that would be the real queues, of accounts that are not signed in there.
        """
        everyone = self._options.scheduled and self._options.run.x_url is None
        if everyone and self._options.account is None:
            return self._shop.accounts.of_this_run()
        return (account,)

    def _put_in_order(self, accounts: Iterable[Account]) -> None:
        """Each queue once, and none that is not sent from here."""
        may_send = self._shop.may_send
        if self._options.send_from_here:
            may_send.send_from_here()
        own = [account.id for account in accounts if may_send.trouble(account) is None]
        if own:
            self._shop.put_off.tidy(own)

    def _publish_due(self, account: Account) -> Exit:
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
    sys.stderr.write(f"{redact(sentence)}\n")
