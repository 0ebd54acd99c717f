"""The authorize page: what an app asks of the one who is signed in, and the way back to the app.

Whatever does not fit shows "Something went wrong" and goes nowhere, as X does: no client or
callback that was not registered ever learns anything (x_platform.md §2). That an app is of the
wrong kind shows at the token address only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import urlencode

from services.x_api.practice import oauth_apps, oauth_pages, oauth_tokens
from services.x_api.practice.call import Call
from services.x_api.practice.messages import Response
from services.x_api.practice.oauth_apps import SCOPES, App
from services.x_api.practice.oauth_form import form
from services.x_api.practice.people import browsing_user

PATH = "/i/oauth2/authorize"
LONGEST_STATE = 500
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_ASKED = (
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an app asks for, checked against how it was registered."""

    app: App
    callback: str
    scopes: frozenset[str]
    state: str
    challenge: str


def page(call: Call) -> Response:
    asked = _read(call, call.request.query)
    if asked is None:
        return oauth_pages.went_wrong()
    fields = {name: call.request.query[name] for name in _ASKED}
    return oauth_pages.consent(
        action=PATH,
        app=asked.app.name,
        handle=browsing_user(call.db).handle,
        scopes=asked.scopes,
        fields={**fields, "ticket": _ticket(call, fields)},
    )


def decide(call: Call) -> Response:
    """The pressed button of the page: back to the app with a code, or with `access_denied`."""
    sent = form(call.request) or {}
    asked = _read(call, sent)
    if asked is None or not compare_digest(
        sent.get("ticket", "").encode("utf-8", "replace"), _ticket(call, sent).encode()
    ):
        return oauth_pages.went_wrong()
    if sent.get("decision") != "allow":
        return _back(asked, {"error": "access_denied"})
    code = oauth_tokens.give_code(
        call.db,
        call.now,
        client_id=asked.app.client_id,
        user=browsing_user(call.db).id,
        scopes=asked.scopes & asked.app.may_ask,
        callback=asked.callback,
        challenge=asked.challenge,
    )
    return _back(asked, {"code": code})


def _read(call: Call, sent: Mapping[str, str]) -> _Asked | None:
    """None for anything that is missing, unknown or not registered just so."""
    if any(not sent.get(name) for name in _ASKED):
        return None
    app = oauth_apps.find(call.db, sent["client_id"])
    scopes = frozenset(sent["scope"].split(" "))
    fits = (
        app is not None
        and sent["response_type"] == "code"
        and sent["redirect_uri"] in app.callbacks
        and scopes <= SCOPES
        and len(sent["state"]) <= LONGEST_STATE
        and sent["code_challenge_method"] == "S256"
        and _CHALLENGE.fullmatch(sent["code_challenge"]) is not None
    )
    if app is None or not fits:
        return None
    return _Asked(app, sent["redirect_uri"], scopes, sent["state"], sent["code_challenge"])


def _ticket(call: Call, sent: Mapping[str, str]) -> str:
    """Shows that the form came from our page and says what the page said."""
    said = "\n".join([str(call.seed), *(f"{name}={sent[name]}" for name in _ASKED)])
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _back(asked: _Asked, answer: Mapping[str, str]) -> Response:
    glue = "&" if "?" in asked.callback else "?"
    query = urlencode({"state": asked.state, **answer}, errors="replace")
    return oauth_pages.back(f"{asked.callback}{glue}{query}")
