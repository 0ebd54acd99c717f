from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.logs import redact, start_logging

SECRET = "c2VjcmV0LXRva2VuLW5vYm9keS1zZWVz"


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Bearer {SECRET}",
        f"{{'Authorization': 'Bearer {SECRET}', 'User-Agent': 'Python'}}",
        f'{{"access_token": "{SECRET}", "expires_in": 7200}}',
        f"POST /2/oauth2/token grant_type=refresh_token&refresh_token={SECRET}&client_id=x",
        f"GET /callback?state=abc&code={SECRET}",
        f"code_verifier={SECRET}",
    ],
)
def test_no_secret_stays(line: str) -> None:
    assert SECRET not in redact(line)


@pytest.mark.parametrize(
    "words", ["Where is my teapot?", "أين طلبي؟", "注文した湯呑みが割れていました", "很好喝 🍵"]
)
def test_no_customers_words_stay(words: str) -> None:
    assert words not in redact(f'answer {{"data": {{"id": "1", "text": "{words}"}}}}')


@given(st.text())
def test_any_text_can_be_redacted(text: str) -> None:
    assert isinstance(redact(text), str)


def test_the_log_is_private_and_redacted(tmp_path: Path) -> None:
    stop = start_logging(tmp_path / "logs")
    try:
        try:
            raise ValueError(f"refresh_token={SECRET}")
        except ValueError:
            logging.getLogger("services.test").info("failed", exc_info=True)
    finally:
        stop()
    log = tmp_path / "logs" / "shoplark.log"
    assert "services.test: failed" in log.read_text()
    assert SECRET not in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_debug_records_of_libraries_never_arrive(tmp_path: Path) -> None:
    stop = start_logging(tmp_path)
    try:
        logging.getLogger("tweepy.client").debug("Headers: %s", {"Authorization": SECRET})
    finally:
        stop()
    assert SECRET not in (tmp_path / "shoplark.log").read_text()


def test_a_folder_that_is_a_file_does_not_stop_the_start(tmp_path: Path) -> None:
    blocked = tmp_path / "logs"
    blocked.write_text("not a folder")
    start_logging(blocked)()
    assert blocked.read_text() == "not a folder"
