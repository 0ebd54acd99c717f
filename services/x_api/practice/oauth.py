"""The practice X's OAuth 2.0 for public clients: authorize, token and revoke (x_platform.md §2).

Refusals of the token addresses have OAuth's own form, `{"error", "error_description"}`.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeAlias

from services.x_api.practice import oauth_apps, oauth_authorize, oauth_tokens, token_log
from services.x_api.practice.call import Call, Json
from services.x_api.practice.messages import Response, to_bytes
from services.x_api.practice.oauth_apps import App, AppKind
from services.x_api.practice.oauth_form import form
from services.x_api.practice.oauth_tokens import Sort
from services.x_api.practice.token_log import Outcome

TOKEN_PATH = "/2/oauth2/token"  # noqa: S105  # an address
REVOKE_PATH = "/2/oauth2/revoke"
_HEADERS = {"content-type": "application/json; charset=utf-8", "cache-control": "no-store"}
_NOT_VALID = "Value passed for the {} was invalid."

Fields: TypeAlias = Mapping[str, str]


class _No(Exception):
    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, "error_description": description}


def answer(call: Call) -> Response | None:
    """None for a call that is none of these."""
    route = _ROUTES.get(f"{call.request.method} {call.request.path}")
    return route(call) if route else None


def _token(call: Call) -> Response:
    return _json(call, _grant)


def _revoke(call: Call) -> Response:
    return _json(call, _take_back)


def _json(call: Call, does: Callable[[Call, Fields], Json]) -> Response:
    try:
        return Response(200, _HEADERS, to_bytes(does(call, form(call.request) or {})))
    except _No as no:
        return Response(no.status, _HEADERS, to_bytes(no.body))


def _grant(call: Call, fields: Fields) -> Json:
    kind = _needed(fields, "grant_type")
    if kind == "authorization_code":
        return _exchange(call, fields)
    if kind == "refresh_token":
        return _renew(call, fields)
    raise _No("unsupported_grant_type", _NOT_VALID.format("grant type"))


def _exchange(call: Call, fields: Fields) -> Json:
    """A code is gone with the first try, whether the try fits or not."""
    app = _client(call, fields)
    code, callback, verifier = (
        _needed(fields, name) for name in ("code", "redirect_uri", "code_verifier")
    )
    held = oauth_tokens.find(call.db, code, (Sort.CODE,))
    wrong = ""
    if held is None or held.client_id != app.client_id or not held.is_good(call.now):
        wrong = _NOT_VALID.format("authorization code")
    elif held.callback != callback:
        wrong = _NOT_VALID.format("redirect uri")
    elif held.challenge != _challenge(verifier):
        wrong = "Value passed for the code verifier did not match the code challenge."
    if held is not None and held.client_id == app.client_id:
        oauth_tokens.spend(call.db, call.now, held)
    if held is None or wrong:
        _note(call, "authorization_code", code, held, Outcome.REFUSED)
        raise _No("invalid_request", wrong)
    _note(call, "authorization_code", code, held, Outcome.ISSUED)
    return _pair(call, app, held)


def _renew(call: Call, fields: Fields) -> Json:
    app = _client(call, fields)
    refresh = _needed(fields, "refresh_token")
    held = oauth_tokens.find(call.db, refresh, (Sort.REFRESH,))
    if held is None or held.client_id != app.client_id or not held.is_good(call.now):
        outcome = Outcome.REFUSED
        if held is not None and held.client_id == app.client_id and held.used_at is not None:
            oauth_tokens.end_family(call.db, call.now, held.family)
            outcome = Outcome.REUSED
        _note(call, "refresh_token", refresh, held, outcome)
        raise _No("invalid_request", _NOT_VALID.format("token"))
    oauth_tokens.spend(call.db, call.now, held)
    _note(call, "refresh_token", refresh, held, Outcome.ROTATED)
    return _pair(call, app, held)


def _take_back(call: Call, fields: Fields) -> Json:
    """Ends the one token that is sent; its sisters live on [M]. An unknown one is no mistake."""
    app = _client(call, fields)
    token = _needed(fields, "token")
    held = oauth_tokens.find(call.db, token, (Sort.ACCESS, Sort.REFRESH))
    if held is None or held.client_id != app.client_id:
        _note(call, "revoke", token, None, Outcome.REFUSED)
    else:
        oauth_tokens.end_one(call.db, call.now, held)
        _note(call, "revoke", token, held, Outcome.REVOKED)
    return {"revoked": True}


def _client(call: Call, fields: Fields) -> App:
    app = oauth_apps.find(call.db, _needed(fields, "client_id"))
    if app is None:
        raise _No("invalid_client", _NOT_VALID.format("client id"), 401)
    if app.kind is not AppKind.NATIVE:
        raise _No("unauthorized_client", "Missing valid authorization header", 401)
    return app


def _needed(fields: Fields, name: str) -> str:
    if value := fields.get(name):
        return value
    raise _No("invalid_request", f"Missing required parameter [{name}].")


def _challenge(verifier: str) -> str:
    digest = sha256(verifier.encode("utf-8", "replace")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _pair(call: Call, app: App, of: oauth_tokens.Held) -> Json:
    pair = oauth_tokens.give_pair(call.db, call.now, of, app.token_seconds)
    told: Json = {
        "token_type": "bearer",
        "expires_in": pair.seconds,
        "access_token": pair.access,
        "scope": " ".join(sorted(pair.scopes)),
    }
    if pair.refresh is not None:
        told["refresh_token"] = pair.refresh
    return told


def _note(
    call: Call, grant: str, secret: str, held: oauth_tokens.Held | None, outcome: Outcome
) -> None:
    token_log.note(call.db, call.now, grant, secret, held, outcome)


_ROUTES: Mapping[str, Callable[[Call], Response]] = {
    f"GET {oauth_authorize.PATH}": oauth_authorize.page,
    f"POST {oauth_authorize.PATH}": oauth_authorize.decide,
    f"POST {TOKEN_PATH}": _token,
    f"POST {REVOKE_PATH}": _revoke,
}

PATHS = frozenset(route.partition(" ")[2] for route in _ROUTES)
