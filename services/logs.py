"""The log file: rotating, private, without secrets and without anybody's words.

What our own code logs are facts (names, counts, ids, states), never texts. Redaction is the second
fence, for what libraries and exceptions may carry.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from services.redact import redact

LOG_BYTES = 512 * 1024
LOG_FILES = 4


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class Log(logging.Handler):
    """Writes INFO and worse to `folder`/shoplark.log from `open` on, or from the first error.

    What is logged before is kept and written then, so that the start of the program need not load
    what rotates files. A folder that cannot be written leaves the program without a log rather
    than without a start.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.INFO)
        self._folder = folder
        self._waiting: list[logging.LogRecord] | None = []
        self._file: logging.Handler | None = None
        root = logging.getLogger()
        root.setLevel(logging.INFO)
        root.addHandler(self)
        # Libraries log whole requests, headers included, at DEBUG; they are never let that far.
        for name in ("tweepy", "urllib3", "requests_oauthlib", "oauthlib", "keyring", "PIL"):
            logging.getLogger(name).setLevel(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        if self._waiting is not None:
            self._waiting.append(record)
            if record.levelno >= logging.ERROR:
                self.open()
        elif self._file is not None:
            self._file.handle(record)

    def open(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        self._file = _rotating_file(self._folder)
        for record in waiting:
            self.emit(record)

    def close(self) -> None:
        logging.getLogger().removeHandler(self)
        self.open()
        if self._file is not None:
            self._file.close()
        super().close()


def _rotating_file(folder: Path) -> logging.Handler | None:
    from logging.handlers import RotatingFileHandler

    class QuietFile(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library's
            """A full disk costs the log its line; the library would print it, unredacted."""

    target = folder / "shoplark.log"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        file = QuietFile(target, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        return None
    file.rotator = _rotate
    file.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return file


def _rotate(source: str, target: str) -> None:
    """As the library does, and the next file is as private as the last."""
    Path(source).replace(target)
    os.close(os.open(source, os.O_CREAT | os.O_WRONLY, 0o600))
