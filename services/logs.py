"""The log file: rotating, private, without secrets and without anybody's words.

What our own code logs are facts (names, counts, ids, states), never texts. Redaction is the second
fence, for what libraries and exceptions may carry.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
from collections.abc import Callable
from pathlib import Path

LOG_BYTES = 512 * 1024
LOG_FILES = 4

_SECRETS = re.compile(
    r"""(?ix)
    (authorization\s*[:=]\s*['"]?\s*(?:bearer|basic|oauth)?\s*)[^\s'",}]+
    | (bearer\s+)[a-z0-9._~+/=\-]{6,}
    | ((?:(?:access_|refresh_|id_)?token|client_secret|code_verifier|password)\W{1,4})[^\s'",&}]+
    | ((?:[?&]|\b)(?:code|state)=)[^\s&'"]+
    """
)
_WORDS = re.compile(
    r"""(?ix)
    (["'](?:text|detail|alt_text|name|notes|title|description|username)["']\s*:\s*)
    (?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    """
)


def redact(text: str) -> str:
    """`text` without what opens an account and without quoted words of a post or customer."""
    text = _SECRETS.sub(lambda match: next(part for part in match.groups() if part) + "…", text)
    return _WORDS.sub(r'\1"…"', text)


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _PrivateFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> object:  # type: ignore[override]  # the stream's exact type is not ours
        descriptor = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        os.close(descriptor)
        return super()._open()


def start_logging(folder: Path) -> Callable[[], None]:
    """Writes INFO and worse to `folder`/shoplark.log; returns what flushes and closes it.

    A folder that cannot be written leaves the program without a log rather than without a start.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # Libraries log whole requests, headers included, at DEBUG; they are never let that far.
    for name in ("tweepy", "urllib3", "requests_oauthlib", "oauthlib", "keyring", "PIL"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFile(
            folder / "shoplark.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
        )
    except OSError:
        return _nothing_to_close
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)

    def stop() -> None:
        root.removeHandler(handler)
        handler.close()

    return stop


def _nothing_to_close() -> None:
    """There is no log file in this run."""
