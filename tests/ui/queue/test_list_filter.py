"""What fits a filter, without a window; and the guesses that a filter by kind asks for."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from services.publishing.post_options import PostKind
from services.publishing.queue_rows import QueueRow
from services.publishing.states import State
from ui.queue.list_filter import ListFilter, Shown, Trait, counts_of, fitting
from ui.queue.list_kinds import ListKinds


def row(number: int = 0, **given: Any) -> QueueRow:
    usual: dict[str, Any] = {
        "id": f"p{number}",
        "state": State.QUEUED,
        "due_at": number,
        "sent_at": None,
        "next_try_at": None,
        "tries": 0,
        "reason": None,
        "opened_at": None,
        "kind": PostKind.GUESSED,
        "campaign_id": None,
        "import_id": None,
        "has_poll": False,
        "words": "شاي 🍵",
        "parts": 1,
        "picture": "",
        "pictures": 0,
        "has_address": False,
    }
    return QueueRow(**(usual | given))


_ROWS = st.lists(
    st.builds(
        row,
        st.integers(0, 10_000),
        state=st.sampled_from([State.QUEUED, State.CHECKING, State.NEEDS_YOU, State.SENDING]),
        parts=st.integers(1, 3),
        pictures=st.integers(0, 2),
        has_poll=st.booleans(),
        has_address=st.booleans(),
        next_try_at=st.sampled_from([None, 7]),
        kind=st.sampled_from(list(PostKind)),
        campaign_id=st.sampled_from([None, "c"]),
    ),
    max_size=20,
    unique_by=lambda each: each.id,
)
_ASKED = st.builds(
    ListFilter,
    shown=st.sampled_from(list(Shown)),
    kinds=st.frozensets(st.sampled_from([PostKind.SELL, PostKind.ASK])),
    traits=st.frozensets(st.sampled_from(list(Trait))),
    campaign_id=st.sampled_from(["", "c"]),
)


def fit(rows: list[QueueRow], asked: ListFilter) -> tuple[QueueRow, ...]:
    return fitting(
        rows,
        asked,
        found=frozenset(),
        kept_waiting=frozenset({"p1"}),
        kind_of=lambda each: each.kind,
    )


@given(_ROWS, _ASKED)
def test_a_filter_keeps_the_order_and_every_wish(rows: list[QueueRow], asked: ListFilter) -> None:
    found = fit(rows, asked)
    assert [each for each in rows if each in found] == list(found)
    for each in found:
        assert all(trait.of(each) for trait in asked.traits)
        assert not asked.kinds or each.kind in asked.kinds
        assert not asked.campaign_id or each.campaign_id == "c"
    assert fit(list(found), asked) == found


@given(_ROWS)
def test_the_counts_are_what_the_chips_leave(rows: list[QueueRow]) -> None:
    counts = counts_of(rows, frozenset({"p1"}))
    for shown in (Shown.ALL, Shown.NEEDS_YOU, Shown.WAITS, Shown.CHECKING):
        assert counts[shown] == len(fit(rows, ListFilter(shown=shown)))


def test_words_are_looked_up_and_nothing_else() -> None:
    rows = [row(1), row(2)]
    found = fitting(
        rows,
        ListFilter(words="شاي"),
        found=frozenset({"p2"}),
        kept_waiting=frozenset(),
        kind_of=lambda each: each.kind,
    )
    assert found == (rows[1],)


def test_kinds_are_guessed_once_and_the_owner_s_word_counts(
    inline_tasks: Any, qtbot: QtBot
) -> None:
    owner = QObject()
    kinds = ListKinds(inline_tasks, owner)
    rows = [
        row(1, words="Which cup would you choose?"),
        row(2, words="50 % off", kind=PostKind.HELP),
    ]
    kinds.set_rows(rows)
    assert not kinds.knows_all()
    qtbot.waitUntil(kinds.knows_all)
    assert [kinds.of(each) for each in rows] == [PostKind.ASK, PostKind.HELP]
