"""The practice X itself: one call in, one answer out, always the same for the same state."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Unpack

from services.clock import Clock
from services.x_api.practice import (
    dialect,
    life,
    limits,
    media,
    meter,
    oauth,
    oauth_apps,
    oauth_tokens,
    people,
    permission,
    posts,
    refusals,
    script,
    timelines,
    token_log,
    users,
)
from services.x_api.practice.call import Answer, Call, Handler
from services.x_api.practice.messages import Fate, Request, Response, to_bytes
from services.x_api.practice.refusals import Refusal, Refused
from services.x_api.practice.script import Sort, Trouble
from services.x_api.practice.state import State, fact, set_fact

_ROUTES: Mapping[str, Handler] = {
    "POST /2/tweets": posts.create,
    "DELETE /2/tweets/{id}": posts.delete,
    "GET /2/tweets": posts.several,
    "GET /2/tweets/{id}": posts.one,
    "GET /2/users/me": users.me,
    "GET /2/users": users.by_id,
    "GET /2/users/by": users.by_handle,
    "GET /2/users/{id}/mentions": timelines.mentions,
    "GET /2/users/{id}/tweets": timelines.own_posts,
    "POST /2/media/upload": media.upload,
    "GET /2/media/upload": media.status,
    "POST /2/media/upload/initialize": media.initialize,
    "POST /2/media/upload/{id}/append": media.append,
    "POST /2/media/upload/{id}/finalize": media.finalize,
    "POST /2/media/metadata": media.set_metadata,
}
_PATTERNS = tuple(
    (name, re.compile(name.replace("{id}", "([^/]+)"))) for name in sorted(_ROUTES, reverse=True)
)
_JSON = {"content-type": "application/json; charset=utf-8"}
_HTML = {"content-type": "text/html; charset=utf-8"}
_UNDONE = (Sort.DROP, Sort.HTML, Sort.HALF_JSON, Sort.EMPTY)


class PracticeX:
    """Deterministic: no threads, no timers, no chance but its seed. Safe from several threads."""

    def __init__(self, state: State, clock: Clock) -> None:
        self.state = state
        self._clock = clock

    def handle(self, request: Request) -> Response:
        """One call, in one transaction. Raises StorageTrouble when the state cannot be kept."""
        now = self._clock.now()
        with self.state.transaction() as db:
            seed = fact(db, "seed")
            life.settle(db, seed, now)
            trouble = script.take(db, request.method, request.path)
            if trouble and trouble.sort is Sort.UNREACHABLE:
                return Response(0, fate=Fate.UNREACHABLE)
            who = permission.bearer(db, request, now)
            call = Call(db=db, request=request, now=now, seed=seed, me=who.user if who else 0)
            return _distort(_answer(call, who, trouble), trouble)

    def script(self, trouble: Trouble) -> None:
        """The next call that fits meets this trouble."""
        with self.state.transaction() as db:
            script.add(db, trouble)

    def set_premium(self, on: bool) -> None:
        """Whether the shop's account has X Premium: it may then write long posts."""
        with self.state.transaction() as db:
            set_fact(db, "premium", int(on))

    def set_takes_twice(self, on: bool) -> None:
        """Whether the same words are taken again, as X may: then a post sent twice shows."""
        with self.state.transaction() as db:
            set_fact(db, "takes_twice", int(on))

    def set_app(
        self, client_id: str = oauth_apps.CLIENT_ID, **changes: Unpack[oauth_apps.AppChanges]
    ) -> oauth_apps.App:
        """The app as it is from now on; an unknown id makes a new one. Raises ValueError."""
        with self.state.transaction() as db:
            return oauth_apps.put(db, client_id, **changes)

    def set_account(self, **changes: Unpack[people.AccountChanges]) -> None:
        """The shop's account as it is from now on, and who consents; see `people.change`."""
        with self.state.transaction() as db:
            people.change(db, **changes)

    def token_log(self) -> tuple[token_log.LogLine, ...]:
        with self.state.transaction() as db:
            return token_log.lines(db)

    def tokens_alive(self) -> tuple[tuple[str, str], ...]:
        """("at" or "rt", mark) of every token that still opens something."""
        with self.state.transaction() as db:
            return oauth_tokens.alive(db, self._clock.now())

    def secrets_given(self) -> tuple[str, ...]:
        """Every code and token ever given out: to look for where none may be."""
        with self.state.transaction() as db:
            return oauth_tokens.given(db)

    def clear_script(self) -> None:
        with self.state.transaction() as db:
            script.clear(db)

    def meter(self) -> tuple[meter.Line, ...]:
        with self.state.transaction() as db:
            return meter.lines(db)

    def close(self) -> None:
        self.state.close()


def _answer(call: Call, who: permission.Bearer | None, trouble: Trouble | None) -> Response:
    if call.request.path in oauth.PATHS:
        return _answer_app(call, trouble)
    route, place = _route(call.request)
    if route is None:
        return _refuse(refusals.unknown_path(), {})
    if who is None:
        return _refuse(refusals.unauthorized(), {})
    counted = limits.count(call.db, route, call.me, call.now)
    if trouble and trouble.sort is Sort.REFUSE:
        return _refuse_as_told(trouble, counted.headers, call.now)
    if trouble and trouble.sort in _UNDONE and not trouble.accepted:
        return Response(trouble.status, counted.headers)
    if refusal := counted.refusal or permission.refusal(call.db, who, route):
        return _refuse(refusal, counted.headers)
    lag = int(trouble.seconds) if trouble and trouble.sort is Sort.LAG else 0
    try:
        answer = _ROUTES[route](replace(call, place=place, lag=lag))
    except Refused as refused:
        return _refuse(refused.refusal, counted.headers)
    return Response(answer.status, counted.headers | _JSON, _payload(call, answer, trouble))


def _answer_app(call: Call, trouble: Trouble | None) -> Response:
    """Of the addresses an app asks for its tokens, and of the page where the owner lets it."""
    if trouble and trouble.sort is Sort.REFUSE:
        return _refuse_as_told(trouble, {}, call.now)
    if trouble and trouble.sort in _UNDONE and not trouble.accepted:
        return Response(trouble.status)
    answer = oauth.answer(call)
    if answer is None:
        return _refuse(refusals.unknown_path(), {})
    if (
        trouble
        and trouble.sort is Sort.LOSE_FIELD
        and answer.headers["content-type"] in _JSON.values()
    ):
        return replace(answer, body=to_bytes(script.lose(json.loads(answer.body), trouble.name)))
    return answer


def _route(request: Request) -> tuple[str | None, str]:
    wanted = f"{request.method} {request.path}"
    for name, pattern in _PATTERNS:
        if match := pattern.fullmatch(wanted):
            return name, match.group(1) if match.groups() else ""
    return None, ""


def _payload(call: Call, answer: Answer, trouble: Trouble | None) -> bytes:
    spoken = dialect.asked_in(call.request)
    payload: Any = answer.payload
    if trouble and trouble.sort is Sort.OTHER_DIALECT:
        spoken = spoken.other
    payload = dialect.translate(payload, spoken)
    if trouble and trouble.sort is Sort.LOSE_FIELD:
        payload = script.lose(payload, trouble.name)
    return to_bytes(payload)


def _refuse_as_told(trouble: Trouble, headers: dict[str, str], now: int) -> Response:
    if not trouble.name:
        return Response(trouble.status, headers | _JSON, trouble.body.encode())
    refusal = refusals.NAMED[trouble.name]()
    if trouble.name.startswith("rate_limited"):
        headers = limits.exhausted(headers)
        if trouble.seconds:
            headers["x-rate-limit-reset"] = str(now + int(trouble.seconds))
    return _refuse(refusal, headers)


def _refuse(refusal: Refusal, headers: dict[str, str]) -> Response:
    if refusal.body is None:
        return Response(refusal.status, headers)
    if isinstance(refusal.body, str):
        return Response(refusal.status, headers | _HTML, refusal.body.encode())
    return Response(refusal.status, headers | _JSON, to_bytes(refusal.body))


def _distort(response: Response, trouble: Trouble | None) -> Response:
    """What the way back does to an answer."""
    if trouble is None:
        return response
    if trouble.sort is Sort.DROP:
        return replace(response, fate=Fate.DROPPED)
    if trouble.sort is Sort.LATE:
        return replace(response, delay=trouble.seconds)
    if trouble.sort is Sort.HALF_JSON:
        return replace(response, body=response.body[: len(response.body) // 2])
    if trouble.sort is Sort.EMPTY:
        return replace(response, status=trouble.status, body=b"")
    if trouble.sort is Sort.HTML:
        page = trouble.body or str(refusals.unavailable_html().body)
        headers = {**response.headers, **_HTML}
        return replace(response, status=trouble.status, headers=headers, body=page.encode())
    return response
