"""Lanes and programs that need a token at once: X is asked once, and a post is there once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from services.errors import SignInNeeded
from services.x_api.practice import Sort, Trouble
from services.x_api.practice.inspection import own_posts
from services.x_api.practice.token_log import LogLine
from tests.services.accounts.signing import Signing
from tests.services.accounts.token_shop import SignedInShop
from tests.services.x_api.practice.consent import Browser

MANY = 6


def at_once(*calls: Callable[[], str]) -> list[str]:
    barrier = threading.Barrier(len(calls))

    def call(one: Callable[[], str]) -> str:
        barrier.wait(10)
        return one()

    with ThreadPoolExecutor(len(calls)) as lanes:
        return list(lanes.map(call, calls))


def test_lanes_that_find_the_token_near_its_end_renew_it_once(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    tokens.get(signed.id)
    signed.nearly_over()

    got = at_once(*[lambda: tokens.get(signed.id)] * MANY)

    assert set(got) == {signed.access}
    assert signed.renewals() == ["rotated"]


def test_programs_whose_token_is_refused_renew_it_once(signed: SignedInShop) -> None:
    programs = [signed.tokens() for _ in range(MANY)]
    refused = {program.get(signed.id) for program in programs}.pop()

    got = at_once(
        *[lambda program=program: program.renew(signed.id, refused) for program in programs]  # type: ignore[misc]
    )

    assert set(got) == {signed.access}
    assert refused not in got
    assert signed.renewals() == ["rotated"]


def test_signing_out_and_renewing_at_once_leaves_nothing_behind(signed: SignedInShop) -> None:
    tokens, other = signed.tokens(), signed.tokens()
    signed.nearly_over()

    def get() -> str:
        try:
            return other.get(signed.id)
        except SignInNeeded:
            return ""

    def sign_out() -> str:
        tokens.sign_out(signed.account)
        return ""

    at_once(get, sign_out, get)

    assert signed.keyring.kept == {}
    assert not [mark for sort, mark in signed.x.tokens_alive() if sort == "rt"]


def test_two_gateways_one_renewal(signing: Signing) -> None:
    signing.sign_in()
    account = signing.shop.accounts.get(signing.account_id)
    gateways = [signing.shop.clients._way_of(account).gateway for _ in range(2)]
    end_access(signing)

    got = at_once(*[lambda one=one: one.me().id for one in gateways])  # type: ignore[misc]

    assert len(set(got)) == 1
    assert [line.outcome for line in renewals(signing)] == ["rotated"]


def test_a_post_whose_token_x_refuses_is_on_x_once(signing: Signing) -> None:
    signing.sign_in()
    signing.shop.accounts.set_unproven(signing.account_id, False)
    client = signing.shop.clients.for_account(signing.shop.accounts.get(signing.account_id))
    end_access(signing)

    created = client.create_post("お茶が入りました 🍵")

    assert [held.id for held in own_posts(signing.x.state)] == [created.id]
    assert [line.outcome for line in renewals(signing)] == ["rotated"]


def test_a_picture_whose_token_x_refuses_is_taken_once_more(signing: Signing) -> None:
    signing.sign_in()
    signing.shop.accounts.set_unproven(signing.account_id, False)
    client = signing.shop.clients.for_account(signing.shop.accounts.get(signing.account_id))
    signing.x.script(Trouble(sort=Sort.REFUSE, path="/2/media/upload", name="unauthorized"))

    picture = client.upload_image(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "image/png")

    assert client.create_post("شاي", media_ids=(picture.id,)).id
    assert [line.outcome for line in renewals(signing)] == ["rotated"]


def end_access(signing: Signing) -> None:
    """X takes the access token no more; the refresh token it still does."""
    kept = next(
        secret for (_, name), secret in signing.keyring.kept.items() if "access_token" in name
    )
    Browser(signing.x).revoke(kept.rpartition(" ")[2])


def renewals(signing: Signing) -> list[LogLine]:
    return [line for line in signing.x.token_log() if line.grant == "refresh_token"]
