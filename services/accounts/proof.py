"""The proof after a sign-in: X says who signed in, and one own read shows that reading works.

Both are paid calls, priced before and booked as any other. What the owner allowed is in the scopes;
whether X really takes a post only the first post shows.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from services.accounts.account import Account, SignedIn
from services.accounts.pkce import SCOPES
from services.errors import AppError, AppNotEnrolled, Refusal, Rejected, SignInNeeded
from services.x_api.ledger import Purpose
from services.x_api.prices import Kind

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts
    from services.accounts.tokens import Tokens
    from services.x_api.client import User, XClient
    from services.x_api.clients import Clients
    from services.x_api.ledger import Ledger

NEWEST = 5
"""Own posts that are read: the fewest that X gives at once."""
_OURS = (Purpose.ACCOUNT, Purpose.CHECK)
"""Under what both are booked: what another lane sends or reads meanwhile is not the proof's."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What X said. `user` is None where it told nothing of the account itself.

    `other_account`: the person in the browser is another one on X than the account kept here, which
    stands as it did: what X gave is revoked, and the sign-in of before goes on where there was one.
    `to_confirm`: X was never asked before who this account is, and its name is not the one that the
    owner wrote: nothing is kept or sent until the owner says that it is the same shop.
    `renamed_from`: the handle of before, where X has another. `kept_twice`: the other account here
    that is the same one on X. `may_read`: the own read worked;
    None where it was not tried. `missing`: scopes that were asked for and not allowed. `cost`: what
    was booked, in micro-dollars; of what X has billed that day already nothing is booked again.
    """

    account: Account
    user: User | None = None
    other_account: bool = False
    to_confirm: bool = False
    kept_twice: Account | None = None
    renamed_from: str = ""
    suspended: bool = False
    not_enrolled: bool = False
    may_read: bool | None = None
    missing: frozenset[str] = frozenset()
    cost: int = 0

    @property
    def may_write(self) -> bool:
        return "tweet.write" not in self.missing

    @property
    def may_send_pictures(self) -> bool:
        return "media.write" not in self.missing

    @property
    def may_hide(self) -> bool:
        return "tweet.moderate.write" not in self.missing

    @property
    def may_write_messages(self) -> bool:
        return not self.missing & {"dm.read", "dm.write"}

    @property
    def stays(self) -> bool:
        """Whether the sign-in outlives the two hours of its first access token."""
        return "offline.access" not in self.missing

    @property
    def long_posts(self) -> bool | None:
        """Whether X takes 25,000 signs; None where X did not say."""
        return None if self.user is None else self.user.has_premium

    @property
    def works(self) -> bool:
        """Nothing is left to be mended before a post can go out."""
        known = self.user is not None and not self.suspended
        same = not self.other_account and not self.to_confirm
        return (
            known
            and same
            and self.may_write
            and self.may_read is not False
            and not self.not_enrolled
        )


class Proofs:
    def __init__(
        self, accounts: Accounts, clients: Clients, tokens: Tokens, ledger: Ledger
    ) -> None:
        self._accounts = accounts
        self._clients = clients
        self._tokens = tokens
        self._ledger = ledger

    def price(self, account_id: str) -> int:
        """At most, in micro-dollars: the dearer one while nobody said who made the app."""
        prices = self._ledger.prices_of(account_id)
        post = prices.of(Kind.OWNED_READ)
        if self._accounts.get(account_id).owns_app is None:
            post = max(post, prices.of(Kind.POST_READ))
        return prices.of(Kind.USER_READ) + NEWEST * post

    def prove(self, account_id: str, *, this_is: str = "") -> Proof:
        """Asks X. In lanes only.

        `this_is`: the X id that the owner has confirmed after `to_confirm`.
        Raises SignInNeeded, KeychainTrouble, Offline, ServerTrouble, RateLimited, OutOfCredit and
        the other stops of spending: then nothing is proven, and it can be tried again.
        """
        account = self._accounts.get(account_id)
        before = self._spent(account_id)
        proof = self._ask(account, self._clients.for_account(account), this_is)
        spent = self._spent(account_id) - before
        return replace(
            proof,
            account=self._accounts.get(account_id),
            missing=frozenset(SCOPES) - account.scopes if account.scopes else frozenset(),
            cost=min(max(spent, 0), self.price(account_id)),
        )

    def not_this_one(self, account_id: str) -> Account:
        """The owner did not confirm: the sign-in is ended, at X too where X can be reached now."""
        self._forget(self._accounts.get(account_id))
        return self._accounts.get(account_id)

    def _spent(self, account_id: str) -> int:
        return sum(self._ledger.spent_on(account_id, purpose) for purpose in _OURS)

    def _ask(self, account: Account, client: XClient, this_is: str) -> Proof:
        try:
            user = client.me()
        except AppNotEnrolled:
            return Proof(account, not_enrolled=True)
        except Rejected as refused:
            if refused.reason is Refusal.SUSPENDED:
                return Proof(account, suspended=True)
            raise SignInNeeded(refused.detail) from refused
        if account.x_user_id not in (None, user.id):
            self._forget(account)
            return Proof(account, user, other_account=True)
        before = account.handle or ""
        proof = Proof(
            account,
            user,
            renamed_from=before if before.casefold() != user.handle.casefold() else "",
            kept_twice=self._accounts.other_with(account.id, user.id),
        )
        if self._accounts.by_another_name(account, user) and user.id != this_is:
            return replace(proof, to_confirm=True)
        self._accounts.remember_x_user(account.id, user)
        self._tokens.settle(account.id)
        return replace(proof, may_read=self._reads(client, user))

    def _reads(self, client: XClient, user: User) -> bool:
        try:
            client.own_posts(user.id, limit=NEWEST)
        except Rejected:
            return False
        return True

    def _forget(self, account: Account) -> None:
        """What X gave belongs to somebody else: it goes, at X too where X can be reached now.

        The sign-in that it took the place of goes on, where there was one. Where the keyring does
        not let it, nothing of either is sent until the owner signs in again.
        """
        with contextlib.suppress(AppError):
            if self._tokens.put_back(account):
                return
            with contextlib.suppress(AppError):
                self._tokens.sign_out(account)
            self._tokens.forget(account.id)
        self._accounts.set_signed_in(account.id, SignedIn.NONE, frozenset())
