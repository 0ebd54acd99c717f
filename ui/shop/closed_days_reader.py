"""What the Shop tab shows of closed days, read in a lane: the holidays' library takes its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from services.clock import in_zone

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.my_shop.closed_days import Closure, Holiday
    from services.my_shop.public_holidays import Region
    from services.publishing.posts import Post
    from services.shop import Shop


@dataclass(frozen=True, slots=True)
class ClosedShown:
    """`known`: there is something to be had on the country's holidays. `moved`: the posts that
    have another time for what was just changed, in time.
    """

    closures: tuple[Closure, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    regions: tuple[Region, ...] = ()
    known: bool = True
    moved: tuple[Post, ...] = ()


def change_and_read(
    shop: Shop,
    account: Account,
    change: Callable[[], object] | None,
    *,
    moves: bool,
    country: str,
    language: str,
) -> ClosedShown:
    """`moves`: posts leave the days that are closed now, and come back to those opened again.

    `country` is "" while no holidays are kept, and nothing is asked about them.
    """
    if change is not None:
        change()
    ids = shop.put_off.sort_out(account.id) if moves else []
    posts = [shop.outbox.get(post_id) for post_id in ids]
    moved = tuple(sorted(posts, key=lambda post: post.due_at or 0))
    today = in_zone(shop.clock.now(), account.zone).date()
    shown = ClosedShown(shop.closed_days.closures(account.id, today), moved=moved)
    if not country:
        return shown
    from services.my_shop import public_holidays

    shop.closed_days.work_out(account.id, today, language=language)
    return replace(
        shown,
        holidays=shop.closed_days.next_holidays(account.id, today, language=language),
        regions=public_holidays.regions(country),
        known=public_holidays.is_known(country),
    )
