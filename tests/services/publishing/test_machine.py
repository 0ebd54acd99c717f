"""The whole queue against an X in every kind of trouble, and a sender that is killed at any call.

Whatever happens: no move that the table lacks, nothing on X twice, threads in order, nothing lost.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from services.accounts.accounts import Way
from services.clock import SteppedClock
from services.errors import (
    AnswerNotUnderstood,
    Offline,
    OutcomeUnknown,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
)
from services.paths import paths_under
from services.publishing.states import MOVES, State
from services.store.database import open_database


class Killed(BaseException):
    """The process ends here: nothing after it is done or written down."""


BEFORE = [
    Offline(),
    RateLimited(until=0),
    ServerTrouble(),
    SignInNeeded(),
    AnswerNotUnderstood(),
    OutcomeUnknown(),
    Killed(),
]
AFTER = [(OutcomeUnknown(),), (ServerTrouble(),), (AnswerNotUnderstood(),), (Killed(),)]
CREATE = st.sampled_from([None, None, *BEFORE, *AFTER, Rejected(Refusal.NOT_PERMITTED)])
OTHER = st.sampled_from([None, None, *BEFORE, (Killed(),)])
TROUBLE = st.fixed_dictionaries(
    {
        "create": st.lists(CREATE, max_size=5),
        "upload": st.lists(OTHER, max_size=3),
        "alt": st.lists(OTHER, max_size=3),
        "own_posts": st.lists(OTHER, max_size=3),
    }
)


class Queue(RuleBasedStateMachine):
    posts = Bundle("posts")

    def __init__(self) -> None:
        super().__init__()
        conftest = _conftest()
        self.folder = Path(tempfile.mkdtemp())
        paths = paths_under(self.folder)
        self.database = open_database(paths)
        self.clock = SteppedClock(1_795_168_800)
        self.desk = conftest.open_desk(paths, self.database, self.clock, Way.CONNECTED)
        self.number = 0
        self.by_hand: dict[str, tuple[str, ...]] = {}
        self.picture = self.desk.picture()
        self.desk.x.lag = 20
        connection = self.database.connection
        connection.execute("CREATE TEMP TABLE moved (source TEXT, target TEXT)")
        connection.execute(
            "CREATE TEMP TRIGGER watch AFTER UPDATE OF state ON post "
            "WHEN old.state != new.state AND old.state != 'deleted' "
            "BEGIN INSERT INTO moved VALUES (old.state, new.state); END"
        )

    @rule(
        target=posts,
        parts=st.integers(1, 3),
        due_in=st.integers(-100, 200),
        with_picture=st.booleans(),
    )
    def enqueue(self, parts: int, due_in: int, with_picture: bool) -> str:
        texts = []
        for _ in range(parts):
            self.number += 1
            texts.append(f"Tea & cups 🍵 {self.number} https://shop.example.com/{self.number}")
        pictures = ((self.picture.hash, "A cup"),) if with_picture else ()
        post: str = self.desk.queue(*texts, pictures=pictures, due_in=due_in).id
        return post

    @rule(post=posts)
    def take_back(self, post: str) -> None:
        self.desk.outbox.move_back_to_draft(post)

    @rule(post=posts)
    def put_back(self, post: str) -> None:
        if self.desk.outbox.get(post).state in (State.DRAFT, State.NEEDS_YOU):
            if self.desk.outbox.get(post).reason == "Unclear":
                return  # the owner would look at X first
            self.desk.outbox.enqueue(post, due_at=self.clock.now())

    @rule(post=posts)
    def say_it_is_there(self, post: str) -> None:
        before = self.desk.outbox.get(post)
        if before.reason == "Unclear":
            return  # the owner would look at X first
        after = self.desk.outbox.mark_posted_by_hand(post)
        if before.state in (State.QUEUED, State.NEEDS_YOU):
            assert after.state is State.SENT
            self.by_hand[post] = after.x_ids
        else:
            assert after == before

    @rule(post=posts)
    def delete(self, post: str) -> None:
        self.desk.outbox.delete(post)

    @rule(post=posts)
    def undelete(self, post: str) -> None:
        self.desk.drafts.undelete(post)

    @rule(post=posts, due_in=st.integers(-100, 200))
    def move(self, post: str, due_in: int) -> None:
        self.desk.outbox.move(post, due_at=self.clock.now() + due_in)

    @rule(trouble=TROUBLE, asked=st.booleans())
    def publish(self, trouble: dict[str, list[Any]], asked: bool) -> None:
        self.desk.x.trouble = trouble
        try:
            self.desk.publish(asked=asked)
        except Killed:
            self.desk.publisher.recover()
        self.desk.x.trouble = {}

    @rule(seconds=st.sampled_from([1, 5, 15, 40, 900]))
    def advance(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @invariant()
    def nothing_is_on_x_twice(self) -> None:
        texts = self.desk.x.texts()
        assert len(texts) == len(set(texts))

    @invariant()
    def only_allowed_moves(self) -> None:
        for source, target in self.database.connection.execute("SELECT * FROM moved"):
            assert State(target) in MOVES[State(source)], (source, target)

    @invariant()
    def what_is_recorded_is_there(self) -> None:
        there = {post.id for post in self.desk.x.posts}
        for row in self.database.connection.execute(
            "SELECT x_post_id FROM part WHERE x_post_id IS NOT NULL"
        ):
            assert row["x_post_id"] in there

    def teardown(self) -> None:
        try:
            self._drain()
            self._compare()
        finally:
            self.database.close()
            shutil.rmtree(self.folder)

    def _drain(self) -> None:
        """An X in good health and a program that is there on time: everything comes to an end."""
        for _ in range(400):
            due = self.desk.outbox.next_due()
            if due is None:
                return
            self.clock.advance(max(5, due - self.clock.now()))
            self.desk.publish()
        raise AssertionError("something waits for ever")

    def _compare(self) -> None:
        on_x = {post.id: post for post in self.desk.x.posts}
        recorded = set()
        for (post_id,) in self.database.connection.execute("SELECT id FROM post").fetchall():
            post = self.desk.outbox.get(post_id)
            recorded |= set(post.x_ids)
            if post_id in self.by_hand:
                assert (post.state, post.x_ids) == (State.SENT, self.by_hand[post_id])
            elif post.state is State.SENT:
                assert len(post.x_ids) == len(post.parts)
            before = None
            for part in post.parts:
                if part.x_post_id is None:
                    break
                assert on_x[part.x_post_id].parent_id == before
                assert len(on_x[part.x_post_id].media_keys) == len(part.attachments)
                before = part.x_post_id
        assert recorded == set(on_x)


def _conftest() -> Any:
    """The fixtures' module; tests are no packages, so it is loaded by its place."""
    import importlib.util

    spec = importlib.util.spec_from_file_location(
        "publishing_conftest", Path(__file__).with_name("conftest.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TestQueue = pytest.mark.slow(Queue.TestCase)
TestQueue.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
