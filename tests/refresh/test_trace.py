"""The kill test's own judge: what it must not let pass."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.refresh.trace import Cause, Step, Trace

A, B = 1001, 1002


@pytest.mark.parametrize(
    ("steps", "cause"),
    [
        ([], None),
        ([(A, Step.LEAVING)], Cause.KILLED),
        ([(A, Step.LEAVING), (A, Step.OVER)], None),
        ([(A, Step.LEAVING), (A, Step.LOST), (A, Step.OVER)], Cause.LOST),
        # X refused it, and the next one was killed over it.
        ([(A, Step.LEAVING), (B, Step.LEAVING), (A, Step.OVER)], Cause.KILLED),
        ([(A, Step.LEAVING), (A, Step.OVER), (A, Step.LEAVING)], Cause.KILLED),
        # The first was killed before it was written down; the next one took it and lost it.
        ([(A, Step.LEAVING), (B, Step.LEAVING), (B, Step.OVER)], None),
    ],
)
def test_a_cause_is_of_the_last_that_sent_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    steps: list[tuple[int, Step]],
    cause: Cause | None,
) -> None:
    trace = Trace(tmp_path)
    trace.note(Step.LEAVING, "another")
    for process, step in steps:
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        trace.note(step, "mark")
    assert trace.cause("mark") is cause


def test_only_a_call_that_sent_a_token_is_over(tmp_path: Path) -> None:
    trace = Trace(tmp_path)
    trace.back()
    trace.note(Step.LEAVING, "mark")
    trace.back()
    trace.back()
    lines = (tmp_path / "trace").read_text().splitlines()
    assert [line.split()[1:] for line in lines] == [["leaving", "mark"], ["over", "mark"]]
