"""Sends what is due, in order, while it alone holds the send lock of the data folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from services.accounts.accounts import Account, Accounts, Way
from services.clock import Clock
from services.errors import AppError, StorageTrouble
from services.media.pictures import PictureStore
from services.paths import Paths
from services.publishing import late, send_lock
from services.publishing.crash_points import CrashPoints, Point
from services.publishing.doubt import UNCLEAR, Doubts
from services.publishing.may_send import MaySend
from services.publishing.order import WHOLE_ACCOUNT
from services.publishing.outbox import Outbox
from services.publishing.posts import BY_HAND, Post, read_post, read_posts
from services.publishing.put_off import PutOff
from services.publishing.records import Records
from services.publishing.sender import Sender
from services.publishing.slots import Slots
from services.publishing.states import State
from services.publishing.uploading import Uploading
from services.store.database import Database
from services.x_api.clients import Clients
from services.x_api.ledger import Ledger

logger = logging.getLogger(__name__)


class Publisher:
    """Used from the send lane, and by runs without a window."""

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        database: Database,
        accounts: Accounts,
        clients: Clients,
        pictures: PictureStore,
        outbox: Outbox,
        slots: Slots,
        *,
        settle: int,
        may_send: MaySend | None = None,
        crash_points: CrashPoints | None = None,
    ) -> None:
        """`settle`: seconds a doubtful post rests before it may be taken as missing.

        Without `may_send` this computer and its clock are trusted.
        """
        crash_points = crash_points or CrashPoints()
        self._lock_file = paths.send_lock
        self._clock = clock
        self._database = database
        self._accounts = accounts
        self._clients = clients
        self._outbox = outbox
        self._may_send = may_send
        self._put_off = PutOff(database, clock, slots)
        self._crash_points = crash_points
        self._records = Records(database, clock)
        self._doubts = Doubts(
            database, clock, self._records, Ledger(database, clock), crash_points, settle=settle
        )
        self._sender = Sender(
            database,
            clock,
            accounts,
            clients,
            pictures,
            self._records,
            self._doubts,
            crash_points,
            settle=settle,
        )

    @property
    def uploading(self) -> Uploading:
        """Who wants to know how far a video is listens here."""
        return self._sender.uploading

    def publish_due(
        self, *, account_id: str | None = None, asked: bool = False, patience: float | None = None
    ) -> tuple[Post, ...]:
        """Sends all that is due, of one account or of all; the posts touched, as they are then.

        `asked`: the owner or a script says "now", so pauses that only they can end are over.
        While another process sends: waits `patience` seconds for it, then raises AnotherSender;
        without `patience` returns nothing at once. Raises StorageTrouble.
        """
        if self._clock_is_wrong() or not self._has_work(account_id, asked=asked):
            return ()
        touched: list[str] = []
        with self._sending(patience) as mine:
            if mine:
                touched += [post.id for post in self._records.recover()]
                for account in self._accounts_to_send(account_id):
                    for step in self._steps(account, asked=asked):
                        touched += step
        return self._read_all(touched)

    def one_by_one(
        self, *, asked: bool = False, besides: Callable[[], frozenset[str]] = frozenset
    ) -> Iterator[tuple[Post, ...]]:
        """As `publish_due` for all accounts, but each `next` sends one post at most.

        `besides` is asked before each: ids of those that are passed by.

        Between two of them the send lock is free, and a post can still be taken back that came
        due while another was sent. Ends when another process sends. Raises StorageTrouble.
        """
        if self._clock_is_wrong() or not self._has_work(None, asked=asked):
            return
        for account in self._accounts_to_send(None):
            steps = self._steps(account, asked=asked, besides=besides)
            step: list[str] | None = []
            while step is not None:
                with self._sending(None) as mine:
                    if not mine:
                        return
                    touched = [post.id for post in self._records.recover()]
                    step = next(steps, None)
                    touched += step or ()
                if touched:
                    yield self._read_all(touched)

    def recover(self) -> tuple[Post, ...]:
        """At start: what a killed sender left is in doubt. Nothing while another process sends."""
        if not self._outbox.any_in(State.SENDING) or self._clock_is_wrong():
            return ()
        with self._sending(None) as mine:
            return self._records.recover() if mine else ()

    def _steps(
        self,
        account: Account,
        *,
        asked: bool,
        besides: Callable[[], frozenset[str]] = frozenset,
    ) -> Iterator[list[str]]:
        """Ids of the posts touched: what doubts and lateness ask for first, then post by post."""
        if self._accounts.get(account.id).removed_at is not None:
            # Since this run began; nothing of it is touched, so that it comes back as it was.
            return
        if asked:
            self._clients.go_on(account)
        yield self._settle_doubts(account, asked=asked) + self._sort_out(account)
        paused = self._pauses(account)
        # Between two steps the owner may have taken the account away from X.
        while self._accounts.get(account.id).way is account.way:
            self._crash_points.reach(Point.BEFORE_CLAIM)
            post = self._records.claim(account.id, asked=asked, besides=besides())
            if post is None:
                return
            self._crash_points.reach(Point.AFTER_CLAIM)
            post = self._sender.send(account, post)
            logger.info("post %s: %s %s", post.id, post.state.value, post.reason or "")
            yield [post.id]
            if post.state is State.QUEUED and (post.next_try_at or 0) <= self._clock.now():
                # It may be tried again at once: at the next beat, not here for ever.
                return
            if paused and post.state is not State.QUEUED:
                paused = False
                if not asked:
                    # The queue goes on: what is late by now goes where its rule says.
                    yield self._sort_out(account)
            # "Now" was for the pauses of before, not for one that begins here.
            asked = asked and post.state is not State.QUEUED

    def _settle_doubts(self, account: Account, *, asked: bool) -> list[str]:
        doubtful = read_posts(
            self._database.connection,
            "account_id = ? AND state = 'checking' AND (? OR coalesce(next_try_at, 0) <= ?)",
            (account.id, asked, self._clock.now()),
        )
        for post in doubtful:
            if account.way is Way.BY_HAND:
                # The account was taken off X meanwhile: only the owner can look.
                self._records.ask_owner(post, UNCLEAR)
                continue
            try:
                client = self._clients.for_account(account)
                account = self._accounts.identify(account, client)
            except StorageTrouble:
                raise
            except AppError as error:
                self._doubts.could_not_look(post, error)
            else:
                settled = self._doubts.settle(post, account, client)
                logger.info("post %s was in doubt: %s", post.id, settled.state.value)
        return [post.id for post in doubtful]

    def _sort_out(self, account: Account) -> list[str]:
        """Posts on a closed day leave it; those by hand whose time has come go to the owner; late
        ones where their rule says.

        What waits behind a pause of the whole account keeps its place: late it is, if at all, when
        the first has gone out after it.
        """
        now = self._clock.now()
        held = self._pauses(account, but=late.OFFLINE)
        offline = not held and self._pauses(account)
        touched = self._put_off.sort_out(account.id)
        for post in self._due_and_not_on_x(account, now):
            if account.way is Way.BY_HAND:
                self._records.ask_owner(post, BY_HAND)
            elif held:
                continue
            elif (verdict := late.judge(post, now)) is not late.Verdict.SEND:
                self._treat_as_late(post, verdict, late.OFFLINE if offline else None)
            else:
                continue
            touched.append(post.id)
        return touched

    def _pauses(self, account: Account, *, but: str = "") -> bool:
        """Something stopped the whole account, and no post has gone out since. `but`: this."""
        rows = self._database.connection.execute(
            "SELECT DISTINCT reason FROM post "
            "WHERE account_id = ? AND state = 'queued' AND due_at <= ?",
            (account.id, self._clock.now()),
        )
        return any(row["reason"] in WHOLE_ACCOUNT and row["reason"] != but for row in rows)

    def _treat_as_late(self, post: Post, verdict: late.Verdict, detail: str | None) -> None:
        moves = verdict is late.Verdict.MOVE
        if not (moves and self._put_off.for_being_late(post, detail)):
            self._records.ask_owner(post, late.LATE, detail)

    def _due_and_not_on_x(self, account: Account, now: int) -> tuple[Post, ...]:
        """Those X was never asked for."""
        return read_posts(
            self._database.connection,
            "account_id = ? AND state = 'queued' AND due_at <= ? "
            "AND (attempted_at IS NULL OR reason = ?)",
            (account.id, now, late.OFFLINE),
        )

    def _accounts_to_send(self, account_id: str | None) -> tuple[Account, ...]:
        """None while the clock cannot be right; no shop that another computer sends for."""
        if account_id is not None:
            accounts: tuple[Account, ...] = (self._accounts.get(account_id),)
        else:
            accounts = self._accounts.of_this_run()
        may = self._may_send
        return tuple(one for one in accounts if may is None or may.trouble(one) is None)

    def _clock_is_wrong(self) -> bool:
        return self._may_send is not None and self._may_send.clock_is_wrong()

    def _has_work(self, account_id: str | None, *, asked: bool) -> bool:
        waiting = asked and self._outbox.any_in(State.QUEUED, State.CHECKING)
        return waiting or self._outbox.has_due(self._clock.now(), account_id)

    @contextmanager
    def _sending(self, patience: float | None) -> Iterator[bool]:
        """Inside, whether the send lock is ours. Never False with `patience`: it raises."""
        with ExitStack() as stack:
            mine = True
            try:
                stack.enter_context(send_lock.hold(self._lock_file, patience=patience or 0))
            except send_lock.AnotherSender:
                if patience is not None:
                    raise
                mine = False
            yield mine

    def _read_all(self, post_ids: list[str]) -> tuple[Post, ...]:
        return tuple(
            read_post(self._database.connection, post_id) for post_id in dict.fromkeys(post_ids)
        )
