"""What tests of the proof share: X's prices, and the calls around a proof."""

from __future__ import annotations

from services.accounts.proof import Proof
from tests.services.accounts.signing import Signing

ME = 10_000
OWN, ANY = 1_000, 5_000
"""Micro-dollars: who it is; a post of the app's owner; anybody's post."""


def prove(signing: Signing, *, this_is: str = "") -> Proof:
    return signing.shop.proofs.prove(signing.account_id, this_is=this_is)


def own_posts(signing: Signing, count: int) -> None:
    """As a program that knows who it is; X is not asked for it."""
    accounts, account_id = signing.shop.accounts, signing.account_id
    client = signing.shop.clients.for_account(accounts.get(account_id))
    accounts.set_unproven(account_id, False)
    for number in range(count):
        client.create_post(f"茶 {number}")
    accounts.set_unproven(account_id, True)


def booked(signing: Signing) -> int:
    return signing.shop.ledger.spent_this_month(signing.account_id)
