"""Plays the app and the browser that sign in at a practice X, without any HTTP."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urlsplit

from services.x_api.practice import CLIENT_ID, PracticeX, Request, Response

CALLBACK = "http://127.0.0.1:8765/callback"
SCOPES = "tweet.read tweet.write users.read offline.access media.write"
VERIFIER = "practice-verifier-0123456789-abcdefghijklmnop"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def challenge_of(verifier: str) -> str:
    return base64.urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def asked(**other: str) -> dict[str, str]:
    """What an app asks on the authorize page; an empty value leaves the name out."""
    fields = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": CALLBACK,
        "scope": SCOPES,
        "state": "state-of-this-try",
        "code_challenge": challenge_of(VERIFIER),
        "code_challenge_method": "S256",
        **other,
    }
    return {name: value for name, value in fields.items() if value}


class Form(HTMLParser):
    """The first form of a page: where it goes, its hidden fields and its buttons."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}
        self.buttons: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = named["action"]
        elif tag == "input":
            self.fields[named["name"]] = named["value"]
        elif tag == "button":
            self.buttons.append(named["value"])


@dataclass(frozen=True, slots=True)
class Browser:
    x: PracticeX

    def open(self, fields: Mapping[str, str]) -> Response:
        return self.x.handle(Request("GET", "/i/oauth2/authorize", dict(fields)))

    def press(self, page: Response, button: str = "allow") -> Response:
        form = Form(page.body.decode())
        assert button in form.buttons
        return self.send(form.action, {**form.fields, "decision": button})

    def send(self, path: str, fields: Mapping[str, str]) -> Response:
        return self.x.handle(Request("POST", path, {}, _FORM, urlencode(fields).encode()))

    def code(self, **other: str) -> str:
        """Consents, and hands over what stands in the address on the way back."""
        return back_at(self.press(self.open(asked(**other))))["code"]

    def exchange(self, code: str, /, **other: str) -> Response:
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": CLIENT_ID,
            "redirect_uri": CALLBACK,
            "code_verifier": VERIFIER,
            **other,
        }
        return self.send("/2/oauth2/token", {k: v for k, v in fields.items() if v})

    def sign_in(self, **other: str) -> dict[str, str]:
        """The whole of it: X's answer with the tokens."""
        told: dict[str, str] = self.exchange(self.code(**other)).json()
        return told

    def refresh(self, token: str, client_id: str = CLIENT_ID) -> Response:
        fields = {"grant_type": "refresh_token", "refresh_token": token, "client_id": client_id}
        return self.send("/2/oauth2/token", fields)

    def revoke(self, token: str, client_id: str = CLIENT_ID) -> Response:
        return self.send("/2/oauth2/revoke", {"token": token, "client_id": client_id})

    def me(self, token: str) -> Response:
        return self.ask("GET", "/2/users/me", token)

    def ask(self, method: str, path: str, token: str, body: bytes = b"") -> Response:
        return self.x.handle(Request(method, path, {}, {"Authorization": f"Bearer {token}"}, body))


def back_at(answer: Response) -> dict[str, str]:
    """What the browser carries back to the app."""
    assert answer.status == 302, answer.body
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query, strict_parsing=True))
