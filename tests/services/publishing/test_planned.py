from __future__ import annotations

from typing import TYPE_CHECKING

from services.clock import DAY
from services.publishing.drafts import DraftPart
from services.publishing.planned import Planned

if TYPE_CHECKING:
    from services.shop import Shop
    from tests.services.publishing.conftest import Desk


def test_only_what_stands_in_the_days_is_read(desk: Desk) -> None:
    now = desk.clock.now()
    soon = desk.queue("Soon 🍵", due_in=3_600)
    later = desk.queue("後で", due_in=9 * DAY)
    gone = desk.queue("رفت", due_in=60)
    desk.outbox.mark_posted_by_hand(gone.id)
    planned = Planned(desk.database, desk.clock)
    found = planned.between(desk.account.id, now - DAY, now + 7 * DAY)
    assert {post.id for post in found} == {soon.id, gone.id}
    assert [post.parts[0].text for post in found if post.id == soon.id] == ["Soon 🍵"]
    moments = planned.moments(desk.account.id, now - DAY, now + 10 * DAY)
    assert [one.post_id for one in moments] == [gone.id, soon.id, later.id]
    assert [post.id for post in planned.some((later.id,))] == [later.id]
    assert planned.some(()) == ()


def test_what_has_to_do_with_now(desk: Desk) -> None:
    planned = Planned(desk.database, desk.clock)
    assert not planned.has_any(desk.account.id)
    due = desk.queue("Due", due_in=60)
    needy = desk.queue("Needs you", due_in=5 * DAY)
    desk.queue("Later", due_in=DAY)
    desk.outbox.opened_on_x(needy.id)
    desk.clock.advance(120)
    assert {post.id for post in planned.pressing(desk.account.id)} == {due.id, needy.id}
    assert planned.has_any(desk.account.id)


def test_what_stops_an_account_is_told_with_its_detail(shop: Shop) -> None:
    account, other = shop.accounts.practice(), shop.accounts.add("kiln", "UTC")
    assert shop.planned.stopped_by(account.id) is None
    for owner, reason, due_at in (
        (account, "Duplicate", 1),
        (account, "BudgetReached", 2),
        (other, "SignInEnded", shop.clock.now() + 60),
    ):
        draft = shop.drafts.new(owner.id)
        shop.drafts.save(draft.id, parts=(DraftPart(f"شاي {reason}"),))
        shop.outbox.enqueue(draft.id, due_at=due_at)
        with shop.database.transaction() as connection:
            connection.execute(
                "UPDATE post SET reason = ?, reason_detail = '5' WHERE id = ?", (reason, draft.id)
            )
    assert shop.planned.stopped_by(account.id) == ("BudgetReached", "5")
    assert shop.planned.stopped_by(other.id) is None
