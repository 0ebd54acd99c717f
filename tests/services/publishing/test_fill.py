from __future__ import annotations

from collections.abc import Callable

import pytest

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.fill import Beginning, Idea
from services.publishing.post_options import PostKind, PostOptions
from services.shop import Shop


@pytest.fixture
def own(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="kiln", zone="Europe/Madrid")


@pytest.fixture
def picture(shop: Shop) -> Callable[[str], str]:
    def make(name: str) -> str:
        kept = shop.pictures.add_known(
            name.encode(), name=name, mime="image/png", width=4, height=4
        )
        return kept.hash

    return make


@pytest.fixture
def used(shop: Shop, own: Account, clock: SteppedClock) -> Callable[..., None]:
    def make(
        picture: str, *, days_ago: int = 0, state: str = "sent", alt_text: str = "A cup"
    ) -> None:
        draft = shop.drafts.new(own.id)
        shop.drafts.save(draft.id, parts=(DraftPart("", ((picture, alt_text),)),))
        shop.database.connection.execute(
            "UPDATE post SET state = ?, sent_at = ? WHERE id = ?",
            (state, clock.now() - days_ago * DAY if state == "sent" else None, draft.id),
        )

    return make


def test_a_shop_without_pictures_is_offered_none(shop: Shop, own: Account) -> None:
    assert shop.fill.picture(own.id) is None


def test_a_product_that_was_never_shown_comes_first(
    shop: Shop, own: Account, picture: Callable[[str], str], used: Callable[..., None]
) -> None:
    cup, bowl = picture("cup"), picture("bowl")
    used(cup, days_ago=90)
    shop.products.add(own.id, name="Cup", picture=cup)
    shop.products.add(own.id, name="Bowl", picture=bowl)
    assert shop.fill.picture(own.id) == Idea(Beginning.PICTURE, picture=bowl, name="Bowl")
    used(bowl, state="draft")
    found = shop.fill.picture(own.id)
    assert found == Idea(Beginning.PICTURE, picture=cup, name="Cup", alt_text="A cup")


@pytest.mark.parametrize("state", ["draft", "queued", "sending", "checking", "needs_you"])
def test_a_picture_in_hand_is_not_offered(
    shop: Shop,
    own: Account,
    picture: Callable[[str], str],
    used: Callable[..., None],
    state: str,
) -> None:
    used(picture("cup"), state=state)
    assert shop.fill.picture(own.id) is None


def test_what_rests_longest_is_offered_and_nothing_of_this_month(
    shop: Shop, own: Account, picture: Callable[[str], str], used: Callable[..., None]
) -> None:
    used(picture("new"), days_ago=29)
    assert shop.fill.picture(own.id) is None
    used(picture("old"), days_ago=31)
    used(picture("older"), days_ago=40)
    found = shop.fill.picture(own.id)
    assert found is not None
    assert found.picture == picture("older")
    used(picture("older"), days_ago=3)
    found = shop.fill.picture(own.id)
    assert found is not None
    assert found.picture == picture("old")


@pytest.mark.parametrize("words", [("Zinnia bowl", "A bowl"), ("A bowl", "碗"), ("A bowl", "")])
def test_a_picture_comes_with_the_description_told_last(
    shop: Shop,
    own: Account,
    picture: Callable[[str], str],
    used: Callable[..., None],
    words: tuple[str, str],
) -> None:
    for days_ago, alt_text in zip((60, 40), words, strict=True):
        used(picture("bowl"), days_ago=days_ago, alt_text=alt_text)
    found = shop.fill.picture(own.id)
    assert found is not None
    assert found.alt_text == (words[1] or words[0])


def test_another_accounts_pictures_are_not_ours(
    shop: Shop, own: Account, picture: Callable[[str], str], used: Callable[..., None]
) -> None:
    used(picture("old"), days_ago=60)
    theirs = shop.fill.picture(shop.accounts.practice().id)
    assert theirs is None or theirs.picture != picture("old")


def test_a_beginning_is_a_draft_like_any_other(
    shop: Shop, own: Account, picture: Callable[[str], str]
) -> None:
    cup = picture("cup")
    idea = Idea(Beginning.PICTURE, picture=cup, alt_text="A cup", kind=PostKind.HELP)
    draft = shop.fill.begin(own.id, idea, texts=("One", "Two"))
    assert draft.pictures == (cup,)
    assert [part.text for part in draft.parts] == ["One", "Two"]
    assert draft.parts[0].attachments[0].alt_text == "A cup"
    assert draft.options.kind is PostKind.HELP
    assert shop.drafts.all(own.id) == (draft,)


def test_a_kind_is_short_only_beside_enough_others(
    shop: Shop, own: Account, clock: SteppedClock
) -> None:
    for number in range(8):
        assert (shop.fill.short_kind(own.id) is None) is (number < 6)
        draft = shop.drafts.new(own.id)
        kind = PostOptions(kind=PostKind.ASK if number == 7 else PostKind.SELL)
        shop.drafts.save(draft.id, parts=(DraftPart(f"Post {number}"),), options=kind)
        shop.database.connection.execute(
            "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (clock.now(), draft.id)
        )
    assert shop.fill.short_kind(own.id) == Idea(Beginning.KIND, PostKind.HELP)
    assert [one.beginning for one in shop.fill.ideas(own.id)] == [
        Beginning.KIND,
        Beginning.TEACH,
    ]
