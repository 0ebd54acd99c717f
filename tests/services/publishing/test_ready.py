from __future__ import annotations

import pytest

from services.errors import NextStep, Refusal
from services.publishing.drafts import DraftPart
from services.publishing.poll_rules import PollTrouble
from services.publishing.post_options import Poll, PostOptions
from services.publishing.ready import NotReady
from services.publishing.states import State
from tests.services.publishing.conftest import Desk


def refused(desk: Desk, *parts: DraftPart, poll: Poll | None = None) -> NotReady:
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(draft.id, parts=parts, options=PostOptions(poll=poll))
    with pytest.raises(NotReady) as caught:
        desk.outbox.enqueue(draft.id, due_at=0)
    assert desk.outbox.get(draft.id).state is State.DRAFT
    assert caught.value.next_step is NextStep.EDIT
    return caught.value


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u200d", "\u3164\ufe0f"])
def test_a_thread_with_an_empty_part_is_not_taken_in(desk: Desk, text: str) -> None:
    error = refused(desk, DraftPart("One"), DraftPart(text), DraftPart("Three"))
    assert (error.reason, error.part, error.poll) == (Refusal.EMPTY, 1, None)


def test_a_part_of_pictures_alone_is_one(desk: Desk) -> None:
    picture = (desk.picture().hash, "a cup")
    draft = desk.drafts.new(desk.account.id)
    desk.drafts.save(draft.id, parts=(DraftPart("One"), DraftPart("", (picture,))))
    assert desk.outbox.enqueue(draft.id, due_at=0).state is State.QUEUED


@pytest.mark.parametrize(
    ("poll", "trouble"),
    [
        (Poll(), PollTrouble.EMPTY_OPTION),
        (Poll(("tea",)), PollTrouble.TOO_FEW_OPTIONS),
        (Poll(("tea", "TEA ")), PollTrouble.SAME_OPTIONS),
        (Poll(("tea", "茶" * 26)), PollTrouble.OPTION_TOO_LONG),
        (Poll(("tea", "coffee"), 4), PollTrouble.TOO_SHORT_A_TIME),
    ],
)
def test_a_poll_x_would_refuse_is_not_taken_in(
    desk: Desk, poll: Poll, trouble: PollTrouble
) -> None:
    error = refused(desk, DraftPart("Which?"), DraftPart("And why"), poll=poll)
    assert (error.reason, error.poll) == (Refusal.BAD_POLL, trouble)


def test_a_poll_with_pictures_in_its_own_part_is_not_taken_in(desk: Desk) -> None:
    picture = (desk.picture().hash, "")
    error = refused(desk, DraftPart("Which?", (picture,)), poll=Poll(("tea", "coffee")))
    assert error.poll is PollTrouble.WITH_PICTURES


def test_a_poll_without_a_question_is_not_taken_in(desk: Desk) -> None:
    assert refused(desk, DraftPart(""), poll=Poll(("tea", "coffee"))).reason is Refusal.EMPTY


def test_pictures_in_a_later_part_go_with_a_poll(desk: Desk) -> None:
    draft = desk.drafts.new(desk.account.id)
    parts = (DraftPart("Which?"), DraftPart("Look", ((desk.picture().hash, ""),)))
    options = PostOptions(poll=Poll(("شاي", "قهوة")))
    desk.drafts.save(draft.id, parts=parts, options=options)
    assert desk.outbox.enqueue(draft.id, due_at=0).state is State.QUEUED
