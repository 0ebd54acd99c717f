"""Every refusal of X, and every way an answer gets lost, as the AppError it means.

The shapes are those of x_platform.md §5. The `type`'s last part and the title count first, the
words second; the frame may stand at the top or in `errors[0]`; nothing need be JSON at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import requests
from urllib3.exceptions import NewConnectionError

from services.errors import (
    AppError,
    AppNotEnrolled,
    AppOfOtherKind,
    MonthlyCap,
    Offline,
    OutcomeUnknown,
    OutOfCredit,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInEnded,
    SignInNeeded,
    SpendCap,
)
from services.x_api.limits import refused_until

_A_NAME = re.compile(r"[a-z][a-z-]{0,39}|[0-9]{1,4}")
HALF_HOUR = 1_800
"""X counts an account's posts a day in windows of half an hour (x_platform.md §1.7)."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A call that is being made: `GET /2/users/1/mentions`."""

    method: str
    route: str

    @property
    def creates(self) -> bool:
        """Whether asking twice would publish twice: without an answer its outcome is unknown."""
        return self.method == "POST" and self.route == "/2/tweets"

    @property
    def uploads(self) -> bool:
        return self.route.startswith("/2/media/")

    @property
    def signs_in(self) -> bool:
        """X's page for tokens speaks OAuth's own words (x_platform.md §2)."""
        return self.route.startswith("/2/oauth2/")

    @property
    def looks_up(self) -> bool:
        """Whether it asks for things by id, of which X may have none any more."""
        return self.method == "GET" and self.route in ("/2/tweets", "/2/users")


@dataclass(frozen=True, slots=True)
class _Problem:
    """X's frame around a refusal: names in small letters without spaces, words in small ones."""

    names: frozenset[str]
    words: str
    fields: str
    reset_date: str
    is_json: bool

    @property
    def told(self) -> str:
        """The names for a log. What is no name stays out: an X may say back what it was sent."""
        return " ".join(sorted(name for name in self.names if _A_NAME.fullmatch(name)))


def refusal(ask: Ask, status: int, headers: Mapping[str, str], body: bytes, now: int) -> AppError:
    """The error of an answer whose status is not 2xx. `now` is UTC seconds."""
    problem = _read(body)
    detail = f"{ask.method} answered {status} {problem.told}".strip()
    if status >= 500 or status in (408, 425) or status < 400:
        return _trouble(ask, detail)
    known = _by_name(ask, problem, detail)
    if known is not None:
        return known
    if ask.signs_in and status in (400, 401, 403) and problem.is_json:
        # Nothing else is said of a code or a token that X no longer takes.
        return SignInEnded(detail)
    if status == 401:
        return SignInNeeded(detail)
    if status == 402:
        return OutOfCredit(detail)
    if status == 429:
        return RateLimited(detail, until=refused_until(headers, now))
    if not problem.is_json and body.strip():
        # A page of a proxy or of X's gate, not a word of X about this post.
        return ServerTrouble(detail)
    if status == 404 and not body.strip():
        return Rejected(Refusal.GONE_FROM_X, f"{detail}: this call is gone from X")
    return _by_words(ask, status, problem, detail, now)


def refusal_within(ask: Ask, answer: Mapping[str, Any], now: int) -> AppError | None:
    """The error of a 200 that holds `errors` and nothing else; None when it holds none."""
    if "data" in answer or not answer.get("errors"):
        return None
    problem = _read(json.dumps(answer).encode())
    detail = f"{ask.method} answered 200 {problem.told}"
    error = _by_name(ask, problem, detail) or _by_words(ask, 403, problem, detail, now)
    if isinstance(error, Rejected) and error.reason is Refusal.NOT_PERMITTED and ask.creates:
        return OutcomeUnknown(detail)
    return None if isinstance(error, Rejected) and ask.looks_up else error


def answer_lost(ask: Ask, error: requests.RequestException) -> AppError:
    """The error of a call that got no whole answer."""
    detail = f"{ask.method} without an answer: {type(error).__name__}"
    return Offline(detail) if _never_left(error) else _trouble(ask, detail)


def _trouble(ask: Ask, detail: str) -> AppError:
    return OutcomeUnknown(detail) if ask.creates else ServerTrouble(detail)


def _never_left(error: requests.RequestException) -> bool:
    """No connection came about: refused, no such name, no route, no certificate we trust."""
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.ProxyError):
        return True
    if isinstance(error, requests.exceptions.SSLError):
        return "certificate" in str(error).lower()
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


def _read(body: bytes) -> _Problem:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return _Problem(frozenset(), "", "", "", is_json=False)
    frames = _frames(answer)
    names: set[str] = set()
    for frame in frames:
        names.add(_name(frame.get("type"), after="/"))
        names.add(_name(frame.get("title")))
        names.add(_name(frame.get("reason")))
        names.add(_name(frame.get("code")))
        names.add(_name(frame.get("error")))
    told = ("detail", "message", "error_description")
    texts = [str(frame.get(key) or "") for frame in frames for key in told]
    return _Problem(
        names=frozenset(names - {"", "about:blank"}),
        words=" ".join(texts).lower(),
        fields=" ".join(_fields(frames)).lower(),
        reset_date=next((str(f["reset_date"]) for f in frames if f.get("reset_date")), ""),
        is_json=True,
    )


def _frames(answer: object) -> list[Mapping[str, Any]]:
    """The frame itself and those in its `errors`."""
    frames: list[Mapping[str, Any]] = []
    for one in answer if isinstance(answer, list) else [answer]:
        if isinstance(one, Mapping):
            frames.append(one)
            inner = one.get("errors")
            if isinstance(inner, list):
                frames += [item for item in inner if isinstance(item, Mapping)]
    return frames


def _name(value: object, *, after: str = "") -> str:
    text = str(value or "").lower().replace(" ", "")
    return text.rstrip("/").rpartition(after)[2] if after else text


def _fields(frames: list[Mapping[str, Any]]) -> list[str]:
    names: list[str] = []
    for frame in frames:
        parameters = frame.get("parameters")
        names += [str(name) for name in parameters] if isinstance(parameters, Mapping) else []
        names.append(str(frame.get("parameter") or ""))
    return names


_Make = Callable[[_Problem, str], AppError]


def _rejected(reason: Refusal) -> _Make:
    return lambda _problem, detail: Rejected(reason, detail)


def _no_credit(_problem: _Problem, detail: str) -> AppError:
    return OutOfCredit(detail)


def _spending_limit(problem: _Problem, detail: str) -> AppError:
    return SpendCap(detail, until=_start_of(problem.reset_date))


def _monthly_cap(problem: _Problem, detail: str) -> AppError:
    """Its month need not be the calendar's: without a date of X's own nobody knows its end."""
    return MonthlyCap(detail, until=_start_of(problem.reset_date))


def _not_enrolled(_problem: _Problem, detail: str) -> AppError:
    return AppNotEnrolled(detail)


def _other_kind(_problem: _Problem, detail: str) -> AppError:
    return AppOfOtherKind(detail)


def _ended(_problem: _Problem, detail: str) -> AppError:
    return SignInEnded(detail)


_BY_NAME: Mapping[str, _Make] = {
    # Before the credits: the spending limit comes with their type and a title of its own.
    "spend-cap-reached": _spending_limit,
    "spendcapreached": _spending_limit,
    "credits": _no_credit,
    "credits-depleted": _no_credit,
    "creditsdepleted": _no_credit,
    "usage-capped": _monthly_cap,
    "usagecapexceeded": _monthly_cap,
    "client-forbidden": _not_enrolled,
    "clientforbidden": _not_enrolled,
    "client-not-enrolled": _not_enrolled,
    "unsupported-authentication": _other_kind,
    "unsupportedauthentication": _other_kind,
    "unauthorized_client": _other_kind,
    "invalid_client": _other_kind,
    "invalid_grant": _ended,
    "resource-not-found": _rejected(Refusal.NOT_FOUND),
    "notfounderror": _rejected(Refusal.NOT_FOUND),
    "not-authorized-for-resource": _rejected(Refusal.NOT_PERMITTED),
    "disallowed-resource": _rejected(Refusal.NOT_PERMITTED),
}
_TROUBLE = frozenset({"internal-error", "internalerror", "resource-unavailable"})

_BY_WORDS: tuple[tuple[str, Refusal], ...] = (
    ("duplicate", Refusal.DUPLICATE),
    ("account is suspended", Refusal.SUSPENDED),
    ("temporarily locked", Refusal.SUSPENDED),
    ("reply to this conversation", Refusal.NOT_ALLOWED_TO_ANSWER),
    ("quoting this post", Refusal.QUOTE_NOT_ALLOWED),
    ("deleted or not visible", Refusal.NOT_FOUND),
    ("too long", Refusal.TOO_LONG),
    ("bit shorter", Refusal.TOO_LONG),
    ("a video longer than", Refusal.BAD_VIDEO),
    ("media", Refusal.BAD_MEDIA),
)
_BY_FIELD: tuple[tuple[str, Refusal], ...] = (
    # Before the media: the two shut each other out, and a refusal may name both.
    ("poll", Refusal.BAD_POLL),
    ("reply_settings", Refusal.WHO_CAN_REPLY),
)
"""Parts of a new post, as X names them where it says what was wrong."""
_BY_STATUS = {403: Refusal.NOT_PERMITTED, 404: Refusal.NOT_FOUND}


def _by_name(ask: Ask, problem: _Problem, detail: str) -> AppError | None:
    for name, make in _BY_NAME.items():
        if name in problem.names:
            return make(problem, detail)
    return _trouble(ask, detail) if problem.names & _TROUBLE else None


def _by_words(ask: Ask, status: int, problem: _Problem, detail: str, now: int) -> AppError:
    if "daily status update limit" in problem.words:
        return RateLimited(detail, until=now + HALF_HOUR)
    if "rate limit exceeded" in problem.words:
        return RateLimited(detail, until=refused_until({}, now))
    for field, reason in _BY_FIELD if ask.creates else ():
        if field in problem.fields or f"$.{field}" in problem.words:
            return Rejected(reason, detail)
    for words, reason in _BY_WORDS:
        if words in problem.words:
            return Rejected(reason, detail)
    if ask.uploads or "media" in problem.fields:
        return Rejected(Refusal.BAD_MEDIA, detail)
    return Rejected(_BY_STATUS.get(status, Refusal.INVALID), detail)


def _start_of(date: str) -> int | None:
    """Midnight in UTC of `YYYY-MM-DD`, the day on which X lets spending go on."""
    try:
        return int(datetime.fromisoformat(date[:10]).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return None
