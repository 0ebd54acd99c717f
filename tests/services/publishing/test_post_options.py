from __future__ import annotations

from dataclasses import replace

from services.publishing.drafts import DraftPart
from services.publishing.post_options import Poll, PostKind, PostOptions, WhoCanReply
from services.shop import Shop

FULL = PostOptions(
    poll=Poll(("緑茶", "شاي أسود", "🍵", ""), 90),
    who_can_reply=WhoCanReply.MENTIONED,
    paid_partnership=True,
    made_with_ai=True,
    link_marks=False,
    kind=PostKind.ASK,
)


def draft_with(shop: Shop, options: PostOptions | None, text: str = "Which tea today?") -> str:
    account = shop.accounts.active()
    post = shop.drafts.new(account.id)
    return shop.drafts.save(post.id, parts=(DraftPart(text),), options=options).id


def test_all_of_them_are_kept(shop: Shop) -> None:
    assert shop.drafts.get(draft_with(shop, FULL)).options == FULL


def test_a_new_post_has_none(shop: Shop) -> None:
    assert shop.drafts.get(draft_with(shop, None)).options == PostOptions()


def test_a_save_of_words_alone_keeps_them(shop: Shop) -> None:
    post_id = draft_with(shop, FULL)
    saved = shop.drafts.save(post_id, parts=(DraftPart("Coffee, then?"),))
    assert (saved.text, saved.options) == ("Coffee, then?", FULL)


def test_a_poll_goes_whole(shop: Shop) -> None:
    post_id = draft_with(shop, FULL)
    parts = (DraftPart("Which tea today?"),)
    saved = shop.drafts.save(post_id, parts=parts, options=replace(FULL, poll=None))
    assert saved.options.poll is None
    count = shop.database.connection.execute("SELECT count(*) FROM poll_option").fetchone()[0]
    assert count == 0


def test_a_poll_alone_is_something(shop: Shop) -> None:
    assert not shop.drafts.get(draft_with(shop, PostOptions(poll=Poll(("tea", ""))), "")).is_empty
    assert shop.drafts.get(draft_with(shop, PostOptions(poll=Poll()), "")).is_empty
