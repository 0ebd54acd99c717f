"""Who waits only because another post may not be overtaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.errors import AppError, Offline, OutcomeUnknown, RateLimited, ServerTrouble
from services.publishing.order import kept_waiting
from services.publishing.posts import LateRule

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


def behind(desk: Desk) -> list[str]:
    """The words of those that wait for another post alone."""
    waiting = desk.outbox.list(desk.account.id)
    ids = kept_waiting(waiting, now=desk.clock.now())
    return [post.text for post in waiting if post.id in ids]


@pytest.mark.parametrize(
    "error", [Offline(), OutcomeUnknown(), ServerTrouble(), RateLimited(until=1_795_170_000)]
)
def test_what_holds_one_back_holds_those_behind_it(desk: Desk, error: AppError) -> None:
    desk.x.trouble["create"] = [error]
    desk.queue("held")
    desk.queue("behind it", late_rule=LateRule.SEND)
    desk.queue("later", due_in=3_600)
    assert behind(desk) == []
    desk.publish()
    assert behind(desk) == ["behind it"]
    assert desk.publish() == ()
