"""The light rows of the queue: what a line shows, and no more."""

from __future__ import annotations

import pytest

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.post_options import Poll, PostKind, PostOptions
from services.publishing.queue_rows import WORDS, row_of
from services.publishing.states import State
from services.shop import Shop
from services.text.measure import parse


@pytest.fixture
def account(shop: Shop) -> Account:
    return shop.accounts.practice()


def test_a_row_has_what_its_line_shows(shop: Shop, account: Account, clock: SteppedClock) -> None:
    picture = shop.pictures.add_known(b"x", name="a.png", mime="image/png", width=1, height=1)
    options = PostOptions(poll=Poll(("茶", "湯"), 60), kind=PostKind.ASK)
    parts = (DraftPart("緑茶 🍵 https://leaf.example.com/a"), DraftPart("2", ((picture.hash, ""),)))
    post = shop.drafts.begin(account.id, parts, options)
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'queued', due_at = ?", (clock.now() + 60,))
    (row,) = shop.queue_rows.waiting(account.id)
    assert (row.id, row.state, row.kind, row.at) == (
        post.id,
        State.QUEUED,
        PostKind.ASK,
        clock.now() + 60,
    )
    assert (row.parts, row.has_poll, row.has_link) == (2, True, True)
    assert (row.picture, row.pictures) == (picture.hash, 1)
    assert row_of(shop.outbox.get(post.id)) == row


def test_they_come_in_the_order_they_are_sent_without_answers_and_drafts(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    ids = {}
    for number, state in enumerate(("queued", "draft", "needs_you", "checking", "sent")):
        post = shop.drafts.begin(account.id, (DraftPart(state),))
        ids[state] = post.id
        with shop.database.transaction() as rows:
            rows.execute(
                "UPDATE post SET state = ?, due_at = ?, sent_at = ? WHERE id = ?",
                (state, clock.now() - number, clock.now() - number, post.id),
            )
    assert [row.words for row in shop.queue_rows.waiting(account.id)] == [
        "checking",
        "needs_you",
        "queued",
    ]
    sent = shop.queue_rows.sent_since(account.id, clock.now() - 60)
    assert [row.words for row in sent] == ["sent"]


def test_long_words_are_cut_and_bare_addresses_are_links(shop: Shop, account: Account) -> None:
    shop.drafts.begin(account.id, (DraftPart("شاي leaf.shop " + "長" * 1_000),))
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'queued', due_at = 1")
    (row,) = shop.queue_rows.waiting(account.id)
    assert len(row.words) == WORDS
    assert row.has_link


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("喫茶 tea.berlin 🍵", True),
        ("چای https://leaf.coffee/a", True),
        ("أكواب جديدة leaf.shop", True),
        ("leaf.nosuchending", False),
        ("write to tea@leaf.com", False),
        ("how to write https://", False),
    ],
)
def test_a_link_is_what_x_will_link(shop: Shop, account: Account, words: str, linked: bool) -> None:
    shop.drafts.begin(account.id, (DraftPart(words),))
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'queued', due_at = 1")
    (row,) = shop.queue_rows.waiting(account.id)
    assert row.has_link is linked is parse(words).has_link


def test_an_address_behind_the_words_that_are_read_counts(shop: Shop, account: Account) -> None:
    shop.drafts.begin(account.id, (DraftPart("長" * 1_000 + " https://leaf.shop"),))
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'queued', due_at = 1")
    (row,) = shop.queue_rows.waiting(account.id)
    assert row.has_link


def test_search_finds_words_of_any_part(shop: Shop, account: Account) -> None:
    post = shop.drafts.begin(account.id, (DraftPart("One"), DraftPart("گلدان آبی")))
    assert shop.queue_rows.with_words("گلدان") == {post.id}
    assert shop.queue_rows.with_words("!") == frozenset()
