from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from services.clock import from_wall
from services.publishing.late import CLOSED, LATE
from services.publishing.posts import Part, Post
from services.publishing.states import State
from ui.messages import words_for_reason
from ui.queue.post_states import is_trouble, look_of
from ui.queue.put_off_words import put_off_words

ZONE = "Europe/Lisbon"
NOW = from_wall("2026-11-20T10:00", ZONE)
POST = Post(
    id="p",
    account_id="a",
    state=State.QUEUED,
    parts=(Part("1", "words"),),
    due_at=from_wall("2026-11-27T09:00", ZONE),
    reason=CLOSED,
    created_at=0,
    changed_at=0,
    moved_from=from_wall("2026-11-26T09:00", ZONE),
)


def _words(post: Post, locale: str = "en_GB") -> str:
    return put_off_words(post, QLocale(locale), zone=ZONE, now=NOW)


def test_a_closed_day_says_from_and_to(qapp: object) -> None:
    assert _words(POST) == "Closed on Thursday: moved to Friday, 27 November, 09:00."
    named = replace(POST, reason_detail="Feria 🎪")
    assert "Closed on Thursday (" in _words(named)
    assert "Feria 🎪" in _words(named)
    far = replace(POST, moved_from=from_wall("2026-12-24T09:00", ZONE))
    assert _words(far).startswith("Closed on Thursday, 24 December: moved")


def test_a_late_post_says_where_it_went(qapp: object) -> None:
    tomorrow = from_wall("2026-11-21T17:30", ZONE)
    late = replace(POST, reason=LATE, due_at=tomorrow)
    assert _words(late) == "Shoplark was not running at its time: moved to Saturday, 17:30."


@pytest.mark.parametrize(
    "post",
    [
        replace(POST, moved_from=None),
        replace(POST, state=State.NEEDS_YOU),
        replace(POST, reason="Offline"),
    ],
)
def test_others_say_nothing_of_it(qapp: object, post: Post) -> None:
    assert _words(post) == ""


def test_it_is_no_trouble(qapp: object) -> None:
    assert look_of(POST).word == "Moved"
    assert not is_trouble(replace(POST, state=State.NEEDS_YOU))
    assert words_for_reason(CLOSED).button == "Choose a time"


def test_without_a_connection_it_is_not_said_that_shoplark_was_off() -> None:
    assert words_for_reason("Late").sentence.startswith("Shoplark was not running")
    said = words_for_reason("Late", "Offline")
    assert said.sentence.startswith("There was no connection at its time")
    assert said.button == "Choose a time"
