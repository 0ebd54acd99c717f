"""What people paste where the Client ID belongs, told apart by its shape. Pure, asks nobody.

X's page of an app shows seven secrets and names beside the Client ID, and no rule for any of them
is published. So only what surely is something else is refused; X itself is asked afterwards.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from enum import StrEnum
from unicodedata import category

SHORTEST, LONGEST = 16, 120
_AROUND = "\"'`´<>()[]{},;:.“”„‟‘’‚‛«»‹›「」『』＂＇"
_LABEL = re.compile(r"(?:oauth\s*2(?:\.0)?\s*)?client[\s_-]*id\s*[:=：]?\s*(?=\S)", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9_-]+={0,2}")


class ClientIdProblem(StrEnum):
    """Why a text is no Client ID; the first that fits."""

    EMPTY = "empty"
    ADDRESS = "address"
    HANDLE = "handle"
    """An @name."""
    MAIL = "mail"
    SPACES = "spaces"
    """More than one word."""
    BEARER = "bearer"
    """The app's own Bearer Token, which opens more than it should."""
    TOKEN = "token"  # noqa: S105  # a name
    """An Access Token, old kind or new, or a refresh token."""
    OTHER_SIGNS = "other_signs"
    """Letters or digits that no Client ID has, such as ۱۲۳ or ａｂｃ."""
    APP_NUMBER = "app_number"
    """The app's number."""
    API_KEY = "api_key"
    SECRET = "secret"  # noqa: S105  # a name
    """A Client Secret, the API Key's Secret (50 signs both) or an Access Token's (45).

    A Client ID of that length bears X's mark.
    """
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"


SECRETS = frozenset({ClientIdProblem.BEARER, ClientIdProblem.TOKEN, ClientIdProblem.SECRET})
"""What should be shown to nobody: a field that holds one is emptied, and X makes a new one."""


def tidy(text: str) -> str:
    """Without what comes along when it is copied: spaces and quotes around it, unseen signs."""
    seen = "".join(sign for sign in text if category(sign) not in ("Cf", "Cc") or sign in "\t\r\n")
    bare = _strip(seen)
    return _strip(_LABEL.sub("", bare, count=1)) if _LABEL.match(bare) else bare


def problem_of(text: str) -> ClientIdProblem | None:
    """None for what may be one, after `tidy`."""
    text = tidy(text)
    if _says(text) == "ci":
        return None
    return _of_words(text) or _of_shape(text)


def _of_words(text: str) -> ClientIdProblem | None:
    bare = text.casefold()
    if not text:
        return ClientIdProblem.EMPTY
    if "://" in bare or bare.startswith(("www.", "x.com", "127.0.0.1", "localhost")):
        return ClientIdProblem.ADDRESS
    if bare.startswith(("bearer ", "aaaaaaaaaaaaaaaaaaaa")):
        return ClientIdProblem.BEARER
    if any(sign.isspace() for sign in text):
        return ClientIdProblem.SPACES
    if text.startswith(("@", "＠")):
        return ClientIdProblem.HANDLE
    if "@" in text:
        return ClientIdProblem.MAIL
    return None


def _of_shape(text: str) -> ClientIdProblem | None:
    if re.fullmatch(r"\d{5,}-[A-Za-z0-9]{20,}", text, re.ASCII) or _says(text) in ("at", "rt"):
        return ClientIdProblem.TOKEN
    if not _PLAIN.fullmatch(text):
        return ClientIdProblem.OTHER_SIGNS
    if re.fullmatch(r"[0-9]{1,20}", text):
        return ClientIdProblem.APP_NUMBER
    if len(text) == 25 and text.isalnum():
        return ClientIdProblem.API_KEY
    if 40 <= len(text) <= 52:
        return ClientIdProblem.SECRET
    if len(text) < SHORTEST:
        return ClientIdProblem.TOO_SHORT
    return ClientIdProblem.TOO_LONG if len(text) > LONGEST else None


def _says(text: str) -> str:
    """X's own mark in what it writes in base64: `…:1:ci`, `…:1:at:1`, `…:1:rt:1`; "" for none.

    Seen on ids and tokens, written down nowhere: a hint and no more.
    """
    if not _PLAIN.fullmatch(text):
        return ""
    try:
        plain = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (NotBase64, ValueError):
        return ""
    marks = {b"ci": "ci", b"at": "at", b"rt": "rt"}
    return next((marks[part] for part in plain.split(b":")[1:] if part in marks), "")


def _strip(text: str) -> str:
    while (bare := text.strip().strip(_AROUND)) != text:
        text = bare
    return text
