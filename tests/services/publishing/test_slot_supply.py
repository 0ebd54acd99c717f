"""Slots handed out for many posts are those that each post would have been given alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.clock import DAY
from services.publishing.post_options import PostKind
from services.publishing.slot_supply import SlotSupply
from services.publishing.slots import SlotTime, choose

kinds = st.sampled_from([PostKind.GUESSED, *list(PostKind)[:3]])


@given(
    slots=st.dictionaries(st.integers(0, 60), kinds, max_size=30),
    posts=st.lists(st.tuples(st.integers(0, 60), kinds), max_size=30),
)
def test_as_if_each_was_asked_for_alone(
    slots: dict[int, PostKind], posts: list[tuple[int, PostKind]]
) -> None:
    left = [SlotTime(day * DAY, "", "UTC", kind=kind) for day, kind in sorted(slots.items())]
    supply = SlotSupply(iter(list(left)))
    for day, kind in sorted(posts):
        later = [slot for slot in left if slot.due_at > day * DAY]
        wanted = choose(later, kind, after=day * DAY)
        assert supply.is_empty(day * DAY) is (wanted is None)
        assert supply.take(day * DAY, kind) == wanted
        left = [slot for slot in left if slot != wanted]
