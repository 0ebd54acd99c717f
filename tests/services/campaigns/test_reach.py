from __future__ import annotations

from datetime import date

import pytest

from services.accounts.accounts import Account
from services.campaigns.campaigns import Campaign
from services.campaigns.reach import Figures
from services.clock import DAY, SteppedClock
from services.shop import Shop
from tests.services.campaigns.conftest import Said, Sent, keep_on_x


@pytest.fixture
def campaign(shop: Shop, own: Account) -> Campaign:
    return shop.campaigns.add(
        own.id,
        name="Tea week",
        tag="TeaWeek",
        first_day=date(2026, 11, 18),
        last_day=date(2026, 11, 20),
    )


def test_who_used_the_tag_is_told_once(
    shop: Shop, own: Account, campaign: Campaign, said: Said, clock: SteppedClock
) -> None:
    said("mina", "I love #teaweek", at=clock.now() - DAY)
    newest = said("mina", "Again ＃TeaWeek")
    said("otto", "お茶 #TeaWeek", at=clock.now() - 60)
    said("ann", "No tag here, TeaWeek")
    said("old", "#TeaWeek", at=clock.now() - 9 * DAY)
    uses = shop.reach.uses(campaign, own.zone)
    assert [(one.handle, one.words) for one in uses] == [("mina", 2), ("otto", 1)]
    assert (uses[0].item_id, uses[0].text) == (newest, "Again ＃TeaWeek")


def test_own_posts_are_those_of_it_and_those_with_its_tag_in_its_days(
    shop: Shop, own: Account, campaign: Campaign, sent: Sent, clock: SteppedClock
) -> None:
    belongs = sent("No tag", "1", campaign_id=campaign.id, at=clock.now() + 9 * DAY)
    tagged = sent("#TeaWeek", "2")
    sent("Another post", "3")
    keep_on_x(shop, own.id, "4", "Made on X #teaweek", at=clock.now() - DAY)
    keep_on_x(shop, own.id, "5", "Too early #TeaWeek", at=clock.now() - 9 * DAY)
    words = shop.reach.own_words(campaign, own.zone)
    assert [(one.x_post_id, one.post_id) for one in words] == [
        ("1", belongs.id),
        ("2", tagged.id),
        ("4", None),
    ]


def test_figures_are_sums_or_not_known(
    shop: Shop, own: Account, campaign: Campaign, sent: Sent
) -> None:
    assert shop.reach.figures(campaign, own.zone) == Figures()
    sent("#TeaWeek one", "1")
    assert shop.reach.figures(campaign, own.zone) == Figures(posts=1)
    sent("#TeaWeek two", "2", seen=40)
    sent("#TeaWeek three", "3", seen=2, clicks=7)
    assert shop.reach.figures(campaign, own.zone) == Figures(3, 2, seen=42, link_clicks=7)
