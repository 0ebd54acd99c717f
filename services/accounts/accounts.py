"""The shop's accounts: the sample shop to practise in, the owner's own, and one a script's X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services import settings as fields
from services.accounts.account import Account as Account
from services.accounts.account import Checking as Checking
from services.accounts.account import SignedIn as SignedIn
from services.accounts.account import Way as Way
from services.accounts.account_rows import COLOURS as COLOURS
from services.accounts.account_rows import SHOWN, AccountRows
from services.accounts.account_rows import plain_handle as plain_handle
from services.clock import Clock, guess_zone
from services.errors import AnswerNotUnderstood, Refusal, Rejected, SignInNeeded
from services.paths import Paths
from services.publishing.drafts import copy_drafts
from services.settings import Settings
from services.store.database import Database

if TYPE_CHECKING:
    from services.x_api.client import User, XClient


class Accounts(AccountRows):
    """`x_url` keeps the run to that loopback X's script account, `practice_only` to practice."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        settings: Settings,
        paths: Paths,
        *,
        x_url: str | None = None,
        practice_only: bool = False,
    ) -> None:
        super().__init__(database, clock)
        self._settings = settings
        self._paths = paths
        self._x_url = x_url
        self._practice_only = practice_only
        self._identified: set[str] = set()

    def active(self) -> Account:
        """The account shown and used. Makes the practice account on a fresh folder."""
        if self._practice_only:
            return self.practice()
        if self._x_url is not None:
            return self.script_account(self._x_url)
        active = self._settings.get(fields.ACTIVE_ACCOUNT)
        chosen = self._find("id = ? AND removed_at IS NULL", active) if active else None
        return chosen or self.practice()

    def practice(self) -> Account:
        """The sample shop's account, made with its products and pictures on first use."""
        found = self._find("way = ?", Way.PRACTICE)
        return found or self._make_practice()

    def of_this_run(self) -> tuple[Account, ...]:
        """The accounts that this run may send for by itself: practice's alone, a script's alone."""
        if self._practice_only or self._x_url is not None:
            return (self.active(),)
        return self.all()

    def keep_to_script(self, x_url: str) -> Account:
        """From here on this run is a script's: it uses the one account of that loopback X."""
        self._x_url = x_url
        return self.active()

    def activate(self, account_id: str) -> Account:
        """Raises KeyError when there is none, or it was removed."""
        account = self.get(account_id)
        if account.removed_at is not None:
            raise KeyError(account_id)
        with self._database.transaction():
            self._settings.set(fields.ACTIVE_ACCOUNT, account_id)
            if account.way is not Way.PRACTICE and account.x_url is None:
                self._settings.set(fields.LAST_OWN, account_id)
        self._practice_only = False
        return account

    def start_own_shop(self, *, handle: str, zone: str) -> Account:
        """Goes from practice to the owner's own shop, by hand; the practice drafts come along.

        An own account that is there already is used again as it is, and nothing is copied twice.
        """
        with self._database.transaction() as connection:
            own = self.own()
            if own is None:
                own = self.add(handle, zone)
                practice = self._find("way = ?", Way.PRACTICE)
                if practice is not None:
                    now = self._clock.now()
                    copy_drafts(connection, practice.id, own.id, now=now)
                    self._settings.set(fields.CARRIED_AT, now)
            return self.activate(own.id)

    def own(self) -> Account | None:
        """The owner's own shop, of several the last one in view; None while there is none."""
        last = "(SELECT value FROM setting WHERE key = ?)"
        row = self._database.connection.execute(
            f"SELECT * FROM account WHERE way != ? AND {SHOWN} "  # noqa: S608  # ours
            f"ORDER BY id IS NOT {last}, created_at, rowid LIMIT 1",
            (Way.PRACTICE, fields.LAST_OWN.key),
        ).fetchone()
        return None if row is None else self._account(row)

    def script_account(self, x_url: str) -> Account:
        """The one account of this folder for that X, made without asking it anything."""
        found = self._find("x_url = ?", x_url)
        if found is None:
            with self._database.transaction() as connection:
                found = self._find("x_url = ?", x_url) or self._insert(
                    connection, Way.CONNECTED, guess_zone(), x_url=x_url
                )
        return found

    def identify(self, account: Account, client: XClient) -> Account:
        """The account with its X id, asked of X when it is not known. In lanes only.

        A script's account is asked once a run, since its token may be anybody's; one that was
        signed in anew until X has named it, which for an owner's account the proof asks alone: its
        price was shown. Raises SignInNeeded before the proof, and when X names somebody else.
        """
        account = self.get(account.id)
        if account.waits_for_proof:
            raise SignInNeeded("X has not said yet who signed in; the owner is to ask it")
        scripted = account.x_url is not None and account.id not in self._identified
        if account.x_user_id is None or account.unproven or scripted:
            user = _who(client)
            if account.unproven and self.by_another_name(account, user):
                raise SignInNeeded("X knows who signed in by another name; the owner is to say so")
            account = self.remember_x_user(account.id, user)
        if scripted:
            self._identified.add(account.id)
        return account

    def remember_x_user(self, account_id: str, user: User) -> Account:
        """Keeps who X says this is. Raises SignInNeeded when it is somebody else than before."""
        account = self._must_be(account_id, user)
        with self._database.transaction() as connection:
            self._note_name(account, user)
            connection.execute(
                "UPDATE account SET x_user_id = ?, handle = ?, unproven = 0 WHERE id = ?",
                (user.id, user.handle, account_id),
            )
            if account.unproven:
                self._try_again(connection, account_id)
        return self.note_tier(account_id, user)

    def note_tier(self, account_id: str, user: User) -> Account:
        """Keeps what X said of a connected account: its name, its tick, whether X Premium is there.

        What X left out says nothing. Raises SignInNeeded when `user` is somebody else.
        In practice it is the owner who says so, perhaps since.
        """
        account = self.get(account_id)
        if account.way is not Way.CONNECTED:
            return account
        self._must_be(account_id, user)
        if account.x_user_id is not None and user.handle and user.handle != account.handle:
            with self._database.transaction():
                self._note_name(account, user)
                account = self.set_handle(account_id, user.handle)
        if user.verified is not None and user.verified is not account.verified:
            account = self._set(account_id, "verified", int(user.verified))
        told = user.has_premium
        if told is None or told is account.long_posts:
            return account
        return self.set_long_posts(account_id, told)

    def by_another_name(self, account: Account, user: User) -> bool:
        """Whether the owner wrote another name than X's for an account X has not named before."""
        wrote = (account.handle or "").casefold()
        return account.x_user_id is None and bool(wrote) and wrote != user.handle.casefold()

    def other_with(self, account_id: str, x_user_id: str) -> Account | None:
        """The other account of the owner's that is this one on X: it is kept here twice."""
        return self._find(
            f"x_user_id = ? AND id != ? AND way != 'practice' AND {SHOWN}", x_user_id, account_id
        )

    def told_of_name(self) -> tuple[Account, str] | None:
        """The account that X calls otherwise now, and its handle of before: told of once."""
        account_id, _, before = self._settings.get(fields.RENAMED).partition("/")
        if not account_id:
            return None
        self._settings.set(fields.RENAMED, "")
        account = self._find(f"id = ? AND {SHOWN}", account_id)
        return None if account is None else (account, before)

    def _must_be(self, account_id: str, user: User) -> Account:
        account = self.get(account_id)
        if account.x_user_id not in (None, user.id):
            raise SignInNeeded("X answered as another account than the one kept")
        return account

    def _note_name(self, account: Account, user: User) -> None:
        """For the owner, where the same account had another name. Another case is none."""
        before = account.handle or ""
        renamed = account.x_user_id == user.id and account.x_url is None and before
        if renamed and before.casefold() != user.handle.casefold():
            self._settings.set(fields.RENAMED, f"{account.id}/{before}")

    def _make_practice(self) -> Account:
        # Only the first start of a data folder needs it.
        from services.accounts.practice_shop import PracticeShop

        sample = PracticeShop(self._paths, self._database, self._clock)
        sample.keep_pictures()
        with self._database.transaction() as connection:
            account = self._find("way = ?", Way.PRACTICE)
            if account is None:
                account = self._insert(
                    connection,
                    Way.PRACTICE,
                    sample.zone,
                    handle=sample.handle,
                    x_user_id=sample.x_user_id,
                )
                sample.fill(account.id)
        return account


def _who(client: XClient) -> User:
    """A refusal of this question is no refusal of the post, answer or read that waits for it."""
    try:
        return client.me()
    except Rejected as refused:
        if refused.reason in (Refusal.NOT_PERMITTED, Refusal.SUSPENDED):
            raise SignInNeeded(refused.detail) from refused
        raise AnswerNotUnderstood(refused.detail) from refused
