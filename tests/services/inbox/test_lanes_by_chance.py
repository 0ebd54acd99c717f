"""Any order of words, answers and marks: each conversation is in the one lane it should be in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from services.clock import SteppedClock
from services.inbox.items import Inbox, Item, Lane, Marks
from services.paths import paths_under
from services.publishing.outbox import Outbox
from services.store.database import open_database

START = 1_795_168_800
ACCOUNT = "account"
THREADS = st.sampled_from([("c1", "ana"), ("c1", "bo"), ("c2", "ana")])
ASLEEP = "asleep"


class Lanes(RuleBasedStateMachine):
    """The model is no more than a lane for each conversation, moved as the owner would expect."""

    @initialize()
    def open(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._clock = SteppedClock(START)
        self._database = open_database(paths_under(Path(self._folder.name)))
        self._inbox = Inbox(self._database, self._clock)
        self._outbox = Outbox(self._database, self._clock)
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO account(id, way, zone, colour, created_at) "
                "VALUES (?, 'practice', 'UTC', '#000000', 0)",
                (ACCOUNT,),
            )
            for name in ("ana", "bo"):
                connection.execute(
                    "INSERT INTO customer(id, account_id, x_user_id, handle, name, "
                    "first_seen_at, looked_up_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
                    (name, ACCOUNT, name, name, name),
                )
        self.model: dict[tuple[str, str], str] = {}
        self.wakes: dict[tuple[str, str], int] = {}
        self.answers: dict[tuple[str, str], str] = {}
        self.number = 1_000

    def teardown(self) -> None:
        if hasattr(self, "_folder"):
            self._database.close()
            self._folder.cleanup()

    def _row(self, thread: tuple[str, str]) -> Item:
        word = self._database.connection.execute(
            "SELECT id FROM inbox_item WHERE x_conversation_id = ? AND customer_id = ? "
            "ORDER BY random() LIMIT 1",
            thread,
        ).fetchone()
        return self._inbox.row(word["id"])

    @rule(thread=THREADS, age=st.integers(0, 5_000), topic=st.sampled_from(["", "complaint"]))
    def a_word_arrives(self, thread: tuple[str, str], age: int, topic: str) -> None:
        """New or late with an older date and id: it must be seen."""
        self._clock.advance(1)
        self.number += 1
        now = self._clock.now()
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, "
                "customer_id, text, topic, created_at, received_at) "
                "VALUES (?, ?, 'mention', ?, ?, ?, 'word', ?, ?, ?)",
                (str(uuid4()), ACCOUNT, str(self.number), *thread, topic, now - age, now),
            )
        self.model[thread] = Lane.TO_ANSWER
        assert not self._row(thread).read

    @rule(seconds=st.integers(1, 4_000))
    def time_passes(self, seconds: int) -> None:
        self._clock.advance(seconds)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def the_owner_answers(self, data: st.DataObject) -> None:
        thread = data.draw(st.sampled_from(sorted(self.model)))
        self._clock.advance(1)
        row = self._row(thread)
        post = self._outbox.enqueue_answer(ACCOUNT, row.id, "Thank you", self._clock.now())
        self.answers[thread] = post.id
        self.model[thread] = Lane.WAITING

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def an_answer_is_taken_back(self, data: st.DataObject) -> None:
        thread = data.draw(st.sampled_from(sorted(self.answers)))
        was = self._row(thread).lane
        self._outbox.move_back_to_draft(self.answers.pop(thread))
        # Never hides anything; what it covered may have been covered twice.
        now = self._row(thread)
        if was is Lane.TO_ANSWER:
            assert now.lane is Lane.TO_ANSWER
        self.model[thread] = ASLEEP if now.snoozed_until else now.lane

    @precondition(lambda self: self.model)
    @rule(data=st.data(), mark=st.sampled_from(["done", "snooze", "read"]))
    def a_mark_is_made_and_taken_back(self, data: st.DataObject, mark: str) -> None:
        thread = data.draw(st.sampled_from(sorted(self.model)))
        self._clock.advance(1)
        before = self._row(thread)
        self._inbox.restore(self._make(mark, before))
        assert self._row(thread) == before

    def _make(self, mark: str, row: Item) -> tuple[Marks, ...]:
        if mark == "done":
            return self._inbox.mark_done(row.id)
        if mark == "snooze":
            return self._inbox.snooze(row.id, until=self._clock.now() + 600)
        return self._inbox.mark_read(row.id)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def the_owner_opens(self, data: st.DataObject) -> None:
        thread = data.draw(st.sampled_from(sorted(self.model)))
        self._inbox.mark_read(self._row(thread).id)
        assert self._row(thread).read

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def the_owner_is_done(self, data: st.DataObject) -> None:
        thread = data.draw(st.sampled_from(sorted(self.model)))
        self._clock.advance(1)
        self._inbox.mark_done(self._row(thread).id)
        self.model[thread] = Lane.DONE

    @precondition(lambda self: self.model)
    @rule(data=st.data(), seconds=st.integers(1, 3_000))
    def the_owner_snoozes(self, data: st.DataObject, seconds: int) -> None:
        thread = data.draw(st.sampled_from(sorted(self.model)))
        self._clock.advance(1)
        self.wakes[thread] = self._clock.now() + seconds
        self._inbox.snooze(self._row(thread).id, until=self.wakes[thread])
        self.model[thread] = ASLEEP

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def the_owner_reopens(self, data: st.DataObject) -> None:
        thread = data.draw(st.sampled_from(sorted(self.model)))
        self._clock.advance(1)
        was = self._row(thread)
        self._inbox.reopen(was.id)
        now = self._row(thread)
        assert now.snoozed_until is None
        assert now.lane is Lane.TO_ANSWER or (was.lane is Lane.DONE and now.lane is Lane.WAITING)
        self.model[thread] = now.lane

    def _expected(self, thread: tuple[str, str]) -> str:
        lane = self.model[thread]
        if lane == ASLEEP and self.wakes[thread] <= self._clock.now():
            return Lane.TO_ANSWER
        return lane

    @invariant()
    def each_conversation_is_in_one_lane(self) -> None:
        shown: dict[tuple[str, str], str] = {}
        for lane in Lane:
            for row in self._inbox.lane(ACCOUNT, lane):
                assert row.lane is lane
                assert (row.conversation_id, row.customer.id) not in shown
                shown[row.conversation_id, row.customer.id] = lane
        for row in self._inbox.snoozed(ACCOUNT):
            assert (row.conversation_id, row.customer.id) not in shown
            assert row.snoozed_until > self._clock.now()
            shown[row.conversation_id, row.customer.id] = ASLEEP
        assert shown == {thread: self._expected(thread) for thread in self.model}

    @invariant()
    def counts_are_the_lanes_lengths(self) -> None:
        counts = self._inbox.counts(ACCOUNT)
        to_answer = self._inbox.lane(ACCOUNT, Lane.TO_ANSWER)
        assert counts.to_answer == len(to_answer)
        assert counts.unread == sum(not row.read for row in to_answer)
        assert counts.waiting == len(self._inbox.lane(ACCOUNT, Lane.WAITING))
        assert counts.done == len(self._inbox.lane(ACCOUNT, Lane.DONE))
        assert counts.snoozed == len(self._inbox.snoozed(ACCOUNT))

    @invariant()
    def trouble_first_then_who_waits_longest(self) -> None:
        rows = self._inbox.lane(ACCOUNT, Lane.TO_ANSWER)
        order = [(row.topic != "complaint", row.waiting_since) for row in rows]
        assert order == sorted(order)
        assert all(row.waiting_since <= row.created_at for row in rows)


Lanes.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestLanes = Lanes.TestCase
