"""The same words again, beside posts as the practice X gives them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from services.clock import DAY, SteppedClock
from services.my_shop.profiles import Profile
from services.publishing.drafts import DraftPart
from services.publishing.matching import without_links
from services.publishing.outbox import DuplicatePost

if TYPE_CHECKING:
    from services.shop import Shop
    from services.x_api.client import XClient

PICTURE = Path("resources/practice/celadon-cups.jpg")


@pytest.fixture
def account_id(shop: Shop) -> str:
    return shop.accounts.practice().id


@pytest.fixture
def x(shop: Shop) -> XClient:
    account = shop.accounts.practice()
    client = shop.clients.for_account(account)
    shop.accounts.identify(account, client)
    return client


@pytest.fixture
def on_x(shop: Shop, x: XClient, clock: SteppedClock, account_id: str) -> Any:
    """Posts on X, not from here, and reads what X gives back of it."""

    def post(text: str, *, pictured: bool = False) -> str:
        media = (x.upload_image(PICTURE.read_bytes(), "image/jpeg").id,) if pictured else ()
        made = x.create_post(text, media_ids=media)
        clock.advance(DAY)
        shop.archive.sample(account_id)
        row = shop.database.connection.execute(
            "SELECT pictures FROM own_post WHERE x_post_id = ?", (made.id,)
        ).fetchone()
        assert row["pictures"] == int(pictured)
        return made.id

    return post


WORDS = (
    "Cups & bowls <today> only",
    "أكواب جديدة & شاي، تصل غدًا 🍵",
    "新しい湯呑みが焼けました🍵",
    "The café's Crème — leafandkiln.com/cups",
    "https://leafandkiln.com/cups",
    "leafandkiln.com/a then https://leafandkiln.com/b?c=d&e=f\n\nand more 🫖",
    "🍵",
)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("pictured", [False, True])
def test_words_on_x_are_found_with_links_and_pictures(
    shop: Shop, account_id: str, on_x: Any, words: str, pictured: bool
) -> None:
    made = on_x(words, pictured=pictured)
    assert shop.outbox.duplicates(account_id, words) == made
    assert shop.outbox.duplicates(account_id, f"  {words}\n") == made
    assert shop.outbox.duplicates(account_id, f"{words} more") is None
    draft = shop.drafts.new(account_id)
    shop.drafts.save(draft.id, parts=(DraftPart(words),))
    with pytest.raises(DuplicatePost) as caught:
        shop.outbox.enqueue(draft.id, due_at=0)
    assert caught.value.of == made


def test_another_page_of_the_same_site_is_another_post(
    shop: Shop, account_id: str, on_x: Any
) -> None:
    made = on_x("Back again: https://leafandkiln.com/cups", pictured=True)
    assert shop.outbox.duplicates(account_id, "Back again: leafandkiln.com/bowls") is None
    assert shop.outbox.duplicates(account_id, "Back again: leafandkiln.com/cups/") == made
    assert shop.outbox.duplicates(account_id, "Back again: https://bit.ly/3abc") == made


def test_marks_that_were_put_in_elsewhere_are_none(shop: Shop, account_id: str, on_x: Any) -> None:
    shop.profiles.save(account_id, Profile(website="leafandkiln.com"))
    marks = "?utm_source=x&utm_campaign=post&utm_content=abcdefgh"
    made = on_x(f"Cups: https://leafandkiln.com/cups{marks}")
    assert shop.outbox.duplicates(account_id, "Cups: leafandkiln.com/cups") == made


def test_a_link_is_no_picture(shop: Shop, account_id: str, on_x: Any) -> None:
    on_x("Only the words", pictured=True)
    assert shop.outbox.duplicates(account_id, "Only the words leafandkiln.com") is None


def test_an_older_one_may_be_said_again(
    shop: Shop, account_id: str, on_x: Any, clock: SteppedClock
) -> None:
    on_x("Spring & tea 茶", pictured=True)
    clock.advance(90 * DAY)
    assert shop.outbox.duplicates(account_id, "Spring & tea 茶") is None


def test_what_was_sent_from_here_is_not_compared_twice(
    shop: Shop, account_id: str, x: XClient, clock: SteppedClock
) -> None:
    """Its own words are here: another link is another post."""
    draft = shop.drafts.new(account_id)
    shop.drafts.save(draft.id, parts=(DraftPart("Cups: https://bit.ly/a"),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.publisher.publish_due(account_id=account_id)
    clock.advance(DAY)
    shop.archive.sample(account_id)
    assert shop.outbox.duplicates(account_id, "Cups: https://bit.ly/a") == draft.id
    assert shop.outbox.duplicates(account_id, "Cups: https://bit.ly/b") is None


def test_a_cut_text_is_known_by_its_beginning(shop: Shop, account_id: str) -> None:
    words = " ".join(f"word{n}" for n in range(80))
    cut = f"{words[:260]}… https://t.co/abcdefghij"
    _stock(shop, account_id, [cut])
    assert shop.outbox.duplicates(account_id, words) == "70"
    assert shop.outbox.duplicates(account_id, f"Other {words}") is None


def test_few_of_many_posts_are_read_whole(
    shop: Shop, account_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"Cups n{n} & porcelain 🍵 https://t.co/a{n:09}" for n in range(2_000)]
    _stock(shop, account_id, texts)
    read: list[str] = []

    def noted(text: str) -> str:
        read.append(text)
        return without_links(text)

    monkeypatch.setattr("services.publishing.duplicates.without_links", noted)
    assert shop.outbox.duplicates(account_id, "Cups n1234 & porcelain 🍵 kiln.com") == "71234"
    assert len(read) == 2


def _stock(shop: Shop, account_id: str, texts: list[str]) -> None:
    now = shop.clock.now()
    with shop.database.transaction() as connection:
        connection.executemany(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            [(account_id, f"7{n}", f"7{n}", text, now - n) for n, text in enumerate(texts)],
        )
