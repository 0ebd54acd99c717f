from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.publishing.late import GRACE, Verdict, judge
from services.publishing.posts import LateRule, Post

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

VERDICTS = {
    LateRule.USUAL: Verdict.MOVE,
    LateRule.SEND: Verdict.SEND,
    LateRule.ASK: Verdict.ASK,
}


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    due_at=st.integers(0, 10**9),
    queued_at=st.integers(0, 10**9),
    now=st.integers(0, 2 * 10**9),
    rule=st.sampled_from(LateRule),
    tried=st.booleans(),
)
def test_late_counts_from_its_time_or_from_when_it_was_queued(
    desk: Desk, due_at: int, queued_at: int, now: int, rule: LateRule, tried: bool
) -> None:
    post: Post = replace(
        desk.drafts.new(desk.account.id),
        due_at=due_at,
        queued_at=queued_at,
        late_rule=rule,
        attempted_at=1 if tried else None,
    )
    late = now - due_at > GRACE and not 0 <= now - queued_at <= GRACE
    assert judge(post, now) is (VERDICTS[rule] if late and not tried else Verdict.SEND)
