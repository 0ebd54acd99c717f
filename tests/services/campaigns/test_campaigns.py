from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.campaigns.campaigns import Campaign, DaysTurned, NoName, Stage
from services.campaigns.tags import NoTag
from services.clock import SteppedClock
from services.media.board_values import Look, Shape
from services.publishing.drafts import DraftPart
from services.shop import Shop
from tests.services.campaigns.conftest import Sent

TODAY = date(2026, 11, 20)


def add(shop: Shop, own: Account, *, first: int = 0, last: int = 6, tag: str = "Tea") -> Campaign:
    """Days away from today."""
    return shop.campaigns.add(
        own.id,
        name=f"Week of {tag}",
        tag=tag,
        first_day=TODAY + timedelta(days=first),
        last_day=TODAY + timedelta(days=last),
    )


def test_a_campaign_is_kept_as_it_was_said(shop: Shop, own: Account) -> None:
    board = shop.boards.create(own.id, name="Cups", look=Look(shape=Shape.WIDE))
    made = shop.campaigns.add(
        own.id,
        name="  أسبوع \n الشاي ",
        tag="#شاي",
        first_day=TODAY,
        last_day=TODAY,
        board_id=board.id,
    )
    assert (made.name, made.tag, made.board_id) == ("أسبوع الشاي", "شاي", board.id)
    assert shop.campaigns.get(made.id) == made
    assert shop.campaigns.all(own.id) == (made,)
    assert shop.campaigns.all(shop.accounts.practice().id) == ()


def test_what_cannot_be_is_refused_and_nothing_changes(shop: Shop, own: Account) -> None:
    made = add(shop, own)
    with pytest.raises(NoName):
        shop.campaigns.change(replace(made, name=" \n"))
    with pytest.raises(NoTag):
        shop.campaigns.change(replace(made, tag="two tags"))
    with pytest.raises(DaysTurned):
        shop.campaigns.change(replace(made, last_day=made.first_day - timedelta(days=1)))
    assert shop.campaigns.all(own.id) == (made,)
    with pytest.raises(KeyError):
        shop.campaigns.change(replace(made, id="gone"))


@given(first=st.integers(-40, 40), days=st.integers(0, 40))
def test_a_stage_is_one_of_three(first: int, days: int) -> None:
    begin = TODAY + timedelta(days=first)
    campaign = Campaign("c", "a", "Tea", "Tea", begin, begin + timedelta(days=days))
    inside = campaign.first_day <= TODAY <= campaign.last_day
    assert (campaign.stage(TODAY) is Stage.RUNNING) is inside
    assert (campaign.stage(TODAY) is Stage.COMING) is (first > 0)


def test_running_is_by_the_shops_day(shop: Shop, own: Account, clock: SteppedClock) -> None:
    def running() -> list[str]:
        return [one.tag for one in shop.campaigns.running(own.id)]

    add(shop, own, last=0, tag="Last")
    add(shop, own, first=-3, last=4, tag="Long")
    add(shop, own, first=1, last=4, tag="Coming")
    assert running() == ["Last", "Long"]
    clock.advance(12 * 3_600 - 60)  # 23:59 in Helsinki
    assert running() == ["Last", "Long"]
    clock.advance(60)
    assert set(running()) == {"Coming", "Long"}


def test_its_posts_are_those_begun_for_it(shop: Shop, own: Account, sent: Sent) -> None:
    made = add(shop, own)
    draft = shop.campaigns.begin_post(made.id)
    assert draft.text == "#Tea "
    assert draft.options.campaign_id == made.id
    on_x = sent("Out #Tea", "900", campaign_id=made.id)
    queued = shop.campaigns.begin_post(made.id)
    shop.outbox.enqueue(queued.id, due_at=1_900_000_000)
    gone = shop.campaigns.begin_post(made.id)
    shop.drafts.delete(gone.id)
    assert [post.id for post in shop.campaigns.posts(made.id)] == [draft.id, queued.id, on_x.id]


def test_a_post_begins_from_the_campaigns_board(shop: Shop, own: Account) -> None:
    board = shop.boards.create(own.id, name="Cups", look=Look(shape=Shape.WIDE))
    made = shop.campaigns.change(replace(add(shop, own), board_id=board.id))
    of_post = shop.campaigns.begin_post(made.id).board_id
    assert of_post is not None
    assert of_post != board.id, "what is changed for one post leaves the template as it is"
    assert replace(shop.boards.get(of_post), id="", changed_at=0) == replace(
        shop.boards.get(board.id), id="", changed_at=0
    )
    lost = shop.campaigns.change(replace(made, board_id="a board that is gone"))
    assert shop.campaigns.get(lost.id).board_id is None


def test_deleting_is_taken_back_with_its_posts(shop: Shop, own: Account) -> None:
    made, other = add(shop, own), add(shop, own, tag="Other")
    kept, moved = (shop.campaigns.begin_post(made.id) for _ in range(2))
    gone = shop.campaigns.delete(made.id)
    assert shop.campaigns.all(own.id) == (other,)
    assert shop.drafts.get(kept.id).options.campaign_id is None
    shop.drafts.save(
        moved.id,
        parts=(),
        options=replace(shop.drafts.get(moved.id).options, campaign_id=other.id),
    )
    assert shop.campaigns.undelete(gone) == made
    assert shop.drafts.get(kept.id).options.campaign_id == made.id
    assert shop.drafts.get(moved.id).options.campaign_id == other.id


def test_words_are_kept_when_their_campaign_was_deleted_meanwhile(shop: Shop, own: Account) -> None:
    """The sheet in Compose still believes in it."""
    made = add(shop, own)
    draft = shop.campaigns.begin_post(made.id)
    shop.campaigns.delete(made.id)
    saved = shop.drafts.save(draft.id, parts=(DraftPart("#Tea more"),), options=draft.options)
    assert (saved.text, saved.options.campaign_id) == ("#Tea more", None)
