"""The outbox against a practice X in every kind of trouble, with deaths between its steps.

Whatever happens: each part is on X once at most, `sent` if and only if it is there, threads in
order, nothing lost, no move that the table lacks, nothing asked before its time, and no refused
call repeated inside its window. test_machine.py is the same idea with a faked client, and quicker.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from services.publishing.crash_points import Point
from services.publishing.drafts import DraftPart, NotEditable
from services.publishing.outbox import DuplicatePost
from services.publishing.posts import LateRule, Post
from services.publishing.states import MOVES, State
from services.x_api.practice import Sort, Trouble
from tests.services.publishing.modelled import House

UNDO = 10
CREATE: dict[str, Any] = {"method": "POST", "path": "/2/tweets"}
LOOK: dict[str, Any] = {"method": "GET", "path": "*/tweets"}
UPLOAD: dict[str, Any] = {"method": "POST", "path": "/2/media/upload"}
DESCRIBE: dict[str, Any] = {"method": "POST", "path": "/2/media/metadata"}
ANY: dict[str, Any] = {}


def _refusals(call: dict[str, Any], *names: str) -> list[Trouble]:
    return [Trouble(sort=Sort.REFUSE, name=name, **call) for name in names]


TROUBLES = [
    *(Trouble(sort=Sort.DROP, accepted=done, **CREATE) for done in (True, False)),
    *(Trouble(sort=Sort.DROP, accepted=done, **UPLOAD) for done in (True, False)),
    Trouble(sort=Sort.DROP, **LOOK),
    Trouble(sort=Sort.DROP, **DESCRIBE),
    Trouble(sort=Sort.UNREACHABLE, **ANY),
    Trouble(sort=Sort.LATE, seconds=60, **CREATE),
    Trouble(sort=Sort.LATE, seconds=60, **LOOK),
    Trouble(sort=Sort.LAG, seconds=20, times=2, **LOOK),
    Trouble(sort=Sort.HTML, **CREATE),
    Trouble(sort=Sort.HTML, accepted=False, status=503, **CREATE),
    Trouble(sort=Sort.HALF_JSON, **CREATE),
    Trouble(sort=Sort.EMPTY, **CREATE),
    Trouble(sort=Sort.LOSE_FIELD, name="id", **CREATE),
    Trouble(sort=Sort.LOSE_FIELD, name="created_at", **LOOK),
    Trouble(sort=Sort.OTHER_DIALECT, **LOOK),
    Trouble(sort=Sort.REFUSE, name="rate_limited", seconds=40, **CREATE),
    *_refusals(CREATE, "rate_limited", "unavailable", "unavailable_html", "unavailable_empty"),
    *_refusals(CREATE, "credits_depleted", "payment_required", "spend_cap", "monthly_cap"),
    *_refusals(CREATE, "unauthorized", "duplicate", "not_permitted", "bad_media"),
    *_refusals(UPLOAD, "unavailable", "bad_media", "rate_limited"),
    *_refusals(LOOK, "unavailable", "rate_limited", "unauthorized"),
]


PRESSES = (
    *("edit", "take_back", "put_back", "move", "send_now"),
    *("delete", "undelete", "mark_posted"),
)


class Model(RuleBasedStateMachine):
    queued = Bundle("queued")

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.by_hand: set[str] = set()
        self.number = 0

    @property
    def outbox(self) -> Any:
        return self.house.shop.outbox

    @rule(
        target=queued,
        parts=st.integers(1, 3),
        due_in=st.sampled_from([-60, 0, 0, 10, 100]),
        pictured=st.booleans(),
        late=st.sampled_from(LateRule),
    )
    def enqueue(self, parts: int, due_in: int, pictured: bool, late: LateRule) -> str:
        """`due_in` below 0: a script's; a window's own posts wait for Undo at least."""
        return self._queue(parts, due_in, late, pictured=pictured)

    def _queue(self, parts: int, due_in: int, late: LateRule, *, pictured: bool) -> str:
        texts = [self._text() for _ in range(parts)]
        held = ((self.house.picture, "A cup"),) if pictured else ()
        drafts = self.house.shop.drafts
        draft = drafts.new(self.house.account.id)
        made = (DraftPart(texts[0], held), *(DraftPart(text) for text in texts[1:]))
        drafts.save(draft.id, parts=made)
        due_at = self.house.clock.now() + due_in
        self.outbox.enqueue(draft.id, due_at=due_at, late_rule=late)
        return draft.id

    @rule(post=queued, press=st.sampled_from(PRESSES))
    def owner(self, post: str, press: str) -> None:
        getattr(self, f"_{press}")(post)

    def _edit(self, post: str) -> None:
        """Only what nobody may have seen on X is written anew."""
        before = self.outbox.get(post)
        text = self._text()
        try:
            after = self.house.shop.drafts.save(
                post, parts=(DraftPart(text), *_rest(before)), only_draft=True
            )
        except NotEditable:
            assert before.state is not State.DRAFT
        else:
            assert after.state is State.DRAFT

    def _take_back(self, post: str) -> None:
        before = self.outbox.get(post)
        if before.reason != "Unclear":
            after = self.outbox.move_back_to_draft(post)
            if before.is_begun:
                assert after.state is before.state

    def _put_back(self, post: str) -> None:
        before = self.outbox.get(post)
        if before.state in (State.DRAFT, State.NEEDS_YOU) and before.reason != "Unclear":
            try:
                self.outbox.enqueue(post, due_at=self.house.clock.now() + UNDO)
            except DuplicatePost:
                return

    @rule(post=queued)
    def answer_a_doubt(self, post: str) -> None:
        """The owner looks at X and tells the truth."""
        before = self.outbox.get(post)
        if before.state is not State.NEEDS_YOU or before.reason != "Unclear":
            return
        part = before.left[0]
        now = self.house.clock.now()
        there = [one for one in self.house.on_x() if one.text == part.text]
        if there:
            answers = self.house.shop.doubt_answers
            answers.it_is_there(post, there[0].id, go_on_at=now + UNDO)
        else:
            self.outbox.enqueue(post, due_at=now + UNDO, late_rule=LateRule.SEND)

    def _move(self, post: str) -> None:
        self.outbox.move(post, due_at=self.house.clock.now() + 100)

    def _send_now(self, post: str) -> None:
        due_at = self.house.clock.now() + UNDO
        self.outbox.move(post, due_at=due_at, late_rule=LateRule.SEND)

    def _delete(self, post: str) -> None:
        self.outbox.delete(post)

    def _undelete(self, post: str) -> None:
        self.house.shop.drafts.undelete(post)

    def _mark_posted(self, post: str) -> None:
        before = self.outbox.get(post)
        if before.reason == "Unclear":
            return
        if self.outbox.mark_posted_by_hand(post) != before:
            self.by_hand.add(post)

    @rule(
        beats=st.lists(
            st.tuples(
                st.sampled_from([0, 1, 5, 15, 40, 900]),
                st.sampled_from([*TROUBLES, *[None] * len(TROUBLES)]),
                st.sampled_from([*Point, *[None] * len(Point)]),
                st.booleans(),
            ),
            min_size=2,
            max_size=6,
        )
    )
    def publish(self, beats: list[tuple[int, Trouble | None, Point | None, bool]]) -> None:
        """Beats of the program: time passes, X gets a trouble, and the program may die.

        Something is always due: a beat without work finds nothing out.
        """
        for seconds, trouble, death, asked in beats:
            self.house.clock.advance(seconds)
            if not self.outbox.has_due(self.house.clock.now(), self.house.account.id):
                self._queue(2, 0, LateRule.SEND, pictured=seconds % 2 == 0)
            if trouble is not None:
                self.house.x.script(trouble)
            with self.house.dying(death):
                self.house.shop.publisher.publish_due(asked=asked)

    @rule(seconds=st.sampled_from([1, 40, 4_000]))
    def restart(self, seconds: int) -> None:
        self.house.clock.advance(seconds)
        self.house.restart()

    @invariant()
    def nothing_is_on_x_twice(self) -> None:
        texts = [post.text for post in self.house.on_x()]
        assert len(texts) == len(set(texts))

    @invariant()
    def only_allowed_moves(self) -> None:
        for source, target in self.house.all_moves():
            assert State(target) in MOVES[State(source)], (source, target)

    @invariant()
    def what_is_recorded_is_there_and_in_order(self) -> None:
        on_x = {post.id: post for post in self.house.on_x()}
        for post in self.house.posts():
            before = None
            for part in post.parts:
                if part.x_post_id is None:
                    break
                assert on_x[part.x_post_id].text == part.text
                assert on_x[part.x_post_id].parent_id == before
                before = part.x_post_id
            if post.state is State.SENT and post.id not in self.by_hand:
                assert len(post.x_ids) == len(post.parts)

    @invariant()
    def nothing_is_asked_early_or_again_in_a_shut_window(self) -> None:
        assert self.house.wire.broken == []

    def teardown(self) -> None:
        try:
            self._drain()
            self._compare()
        finally:
            self.house.close()

    def _drain(self) -> None:
        """An X in good health and a program that is there on time: all comes to an end."""
        self.house.x.clear_script()
        for _ in range(400):
            due = self.outbox.next_due(self.house.account.id)
            if due is None:
                return
            self.house.clock.advance(max(5, due - self.house.clock.now()))
            self.house.shop.publisher.publish_due()
        raise AssertionError("something waits for ever")

    def _compare(self) -> None:
        self.nothing_is_on_x_twice()
        self.what_is_recorded_is_there_and_in_order()
        self.nothing_is_asked_early_or_again_in_a_shut_window()
        recorded = {x_id for post in self.house.posts() for x_id in post.x_ids}
        for post in self.house.posts():
            assert post.state not in (State.QUEUED, State.SENDING, State.CHECKING)
        unclear = {
            part.text
            for post in self.house.posts()
            if post.state is State.NEEDS_YOU
            for part in post.left[:1]
        }
        for held in self.house.on_x():
            assert held.id in recorded or held.text in unclear, held

    def _text(self) -> str:
        self.number += 1
        kinds = ("Tea & cups 🍵 {}", "شاي وأكواب {}", "お茶 {} https://shop.example.com/{}")
        return kinds[self.number % 3].format(self.number, self.number)


def _rest(post: Post) -> tuple[DraftPart, ...]:
    return tuple(DraftPart(part.text) for part in post.parts[1:])


TestModel = pytest.mark.slow(Model.TestCase)
TestModel.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
