from __future__ import annotations

import logging
import stat
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from services.logs import LOG_BYTES, Log
from services.redact import redact

SECRET = "c2VjcmV0LXRva2VuLW5vYm9keS1zZWVz"


@pytest.mark.parametrize(
    "words", ["Where is my teapot?", "أين طلبي؟", "注文した湯呑みが割れていました", "很好喝 🍵"]
)
def test_no_customers_words_stay(words: str) -> None:
    assert words not in redact(f'answer {{"data": {{"id": "1", "text": "{words}"}}}}')


def test_the_log_is_private_and_redacted(tmp_path: Path) -> None:
    log = Log(tmp_path / "logs")
    try:
        try:
            raise ValueError(f"refresh_token={SECRET}")
        except ValueError:
            logging.getLogger("services.test").info("failed", exc_info=True)
    finally:
        log.close()
    file = tmp_path / "logs" / "shoplark.log"
    assert "services.test: failed" in file.read_text()
    assert SECRET not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_rotates_and_stays_private(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.open()
    for number in range(30):
        logging.getLogger("services.test").info("%d %s", number, "x" * (LOG_BYTES // 10))
    log.close()
    files = sorted(tmp_path.glob("shoplark.log*"))
    assert len(files) > 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert max(file.stat().st_size for file in files) <= LOG_BYTES


def test_what_came_before_the_file_is_in_it(tmp_path: Path) -> None:
    log = Log(tmp_path)
    logging.getLogger("services.test").info("early")
    assert not (tmp_path / "shoplark.log").exists()
    log.open()
    logging.getLogger("services.test").info("late")
    log.close()
    text = (tmp_path / "shoplark.log").read_text()
    assert text.index("early") < text.index("late")


def test_debug_records_of_libraries_never_arrive(tmp_path: Path) -> None:
    log = Log(tmp_path)
    try:
        logging.getLogger("tweepy.client").debug("Headers: %s", {"Authorization": SECRET})
    finally:
        log.close()
    assert SECRET not in (tmp_path / "shoplark.log").read_text()


def test_a_folder_that_is_a_file_does_not_stop_the_start(tmp_path: Path) -> None:
    blocked = tmp_path / "logs"
    blocked.write_text("not a folder")
    Log(blocked).close()
    assert blocked.read_text() == "not a folder"


def test_a_disk_that_fills_up_costs_lines_and_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the library prints then is the record as it came, secrets and all."""
    log = Log(tmp_path)
    log.open()

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RotatingFileHandler, "flush", full)
    logging.getLogger("services.test").info("refused: %s", SECRET)
    monkeypatch.undo()
    log.close()
    assert capsys.readouterr() == ("", "")
