"""A report of a bug names the place; neither secrets nor words are in it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Never

import pytest
import requests

from services.accounts.token_values import TokenPair
from services.bug_report import report
from services.headless_exit import Exit
from services.publishing.outbox import Outbox
from tests.services.headless_runs import run

SECRET = "cmVmcmVzaC10b2tlbjo3Nzc6MTpydDox"
WORDS = "Where is my teapot? 茶壺はどこ أين طلبي"


def broken() -> Never:
    request = requests.Request(
        "POST", f"https://x/?code={SECRET}", data={"token": SECRET}
    ).prepare()
    pair = TokenPair(SECRET, SECRET, 0, frozenset())
    try:
        raise requests.ConnectionError(f"{request.url} {request.body!r}", request=request)
    except requests.ConnectionError as error:
        raise ValueError(f"{WORDS} {pair} {SECRET}") from error


def test_it_names_the_place_and_what_it_came_of() -> None:
    with pytest.raises(ValueError, match="Where") as caught:
        broken()
    error = caught.value
    text = report(type(error), error, error.__traceback__, more="Qt 6")
    assert "in broken" in text
    assert "builtins.ValueError\nafter requests.exceptions.ConnectionError" in text
    assert "Qt 6" in text
    assert SECRET not in text
    assert WORDS not in text


def test_a_value_shows_no_token() -> None:
    assert SECRET not in repr(TokenPair(SECRET, SECRET, 0, frozenset()))


def test_a_run_without_a_window_says_it_like_that(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    expect_log: object,
) -> None:
    expect_log("services.headless")  # type: ignore[operator]  # the fixture is a function

    monkeypatch.setattr(Outbox, "sent_since", lambda *_words: broken())
    code, lines = run(tmp_path / "data", list_queue=True)
    said = capsys.readouterr().err
    assert (code, lines) == (Exit.BUG, [])
    assert "in broken" in said
    (log,) = (tmp_path / "data" / "logs").glob("shoplark.log")
    for told in (said, log.read_text(encoding="utf-8"), caplog.text):
        assert "ValueError" in told
        assert SECRET not in told
        assert WORDS not in told


def test_whoever_stops_listening_is_no_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(*_words: object) -> Never:
        raise BrokenPipeError

    caplog.set_level(logging.INFO)
    monkeypatch.setattr(Outbox, "sent_since", gone)
    with pytest.raises(BrokenPipeError):
        run(tmp_path / "data", list_queue=True)
    assert "bug" not in caplog.text
