"""Whatever a secret is dressed in, it does not come through."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest
import requests
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.redact import redact
from services.x_api.practice.oauth_tokens import Sort, secret_of

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SECRETS = st.text(LETTERS + "-._~", min_size=16, max_size=90).filter(
    lambda secret: secret[:1].isalnum() and secret[-1:].isalnum()
)
AROUND = st.sampled_from(
    [
        "",
        "boom ",
        "شکست ۱۲۳: ",
        "فشل ٤٥٦ — ",
        "失敗：",
        "登录失败（",
        "🔑 ",
        "POST /2/oauth2/token\n",
    ]
)
TOKENS = ("access_token", "refresh_token", "id_token", "token", "client_secret", "code_verifier")

DRESSES: dict[str, Callable[[str, str], str]] = {
    "form": lambda name, secret: urlencode({"client_id": "abc", name: secret, "scope": "a b"}),
    "bytes of a form": lambda name, secret: repr(urlencode({"a": "b", name: secret}).encode()),
    "form of a renewal": lambda name, secret: f"grant_type=refresh_token&{name}={secret}",
    "query": lambda name, secret: f"http://127.0.0.1:8765/callback?x=1&{name}={secret}#end",
    "request line": lambda name, secret: f'"GET /callback?{name}={secret} HTTP/1.1" 200 -',
    "address within an address": lambda name, secret: (
        f"https://x.com/a?next={quote(f'http://127.0.0.1/b?x=1&{name}={secret}', safe='')}"
    ),
    "JSON": lambda name, secret: json.dumps({"token_type": "bearer", name: secret, "n": 1}),
    "JSON in lines": lambda name, secret: json.dumps({"a": {name: secret}}, indent=8),
    "JSON without blanks": lambda name, secret: json.dumps({name: secret}, separators=(",", ":")),
    "JSON within JSON": lambda name, secret: json.dumps({"body": json.dumps({name: secret})}),
    "JSON in a page": lambda name, secret: html.escape(json.dumps({name: secret, "a": 1})),
    "JSON in an address": lambda name, secret: f"http://x/?a={quote(json.dumps({name: secret}))}",
    "dict": lambda name, secret: repr({"a": 1, name: secret}),
    "dict of bytes": lambda name, secret: repr({name.encode(): secret.encode()}),
    "word of a call": lambda name, secret: f"exchange({name}={secret!r}, host='x')",
    "field of a value": lambda name, secret: f"TokenPair({name}={secret!r}, expires_at=7200)",
    "local": lambda name, secret: f"    {name} = {secret!r}",
}


def names_for(dress: str) -> tuple[str, ...]:
    return (*TOKENS, "code", "state") if "local" not in dress else TOKENS


@pytest.mark.parametrize(
    ("dress", "name"), [(dress, name) for dress in DRESSES for name in names_for(dress)]
)
@settings(max_examples=40)
@given(secret=SECRETS, before=AROUND, after=AROUND)
def test_no_named_secret_comes_through(
    dress: str, name: str, secret: str, before: str, after: str
) -> None:
    assert secret not in redact(f"{before}{DRESSES[dress](name, secret)} {after}")


HEADERS: dict[str, Callable[[str], str]] = {
    "sent": lambda secret: f"Authorization: Bearer {secret}\r\nHost: api.x.com",
    "small": lambda secret: f"authorization:bearer {secret}",
    "dict": lambda secret: repr({"User-Agent": "a", "Authorization": f"Bearer {secret}"}),
    "pair": lambda secret: repr([("Authorization", f"Bearer {secret}")]),
    "pair of bytes": lambda secret: repr([(b"authorization", f"Bearer {secret}".encode())]),
    "alone": lambda secret: f"Bearer {secret}",
    "quoted": lambda secret: f"'Bearer%20{secret}'",
    "JSON": lambda secret: json.dumps({"detail": f"Authorization: Bearer {secret}"}),
    "page": lambda secret: f"<p>Bearer {secret}</p>",
    "Basic": lambda secret: (
        f"{{'Authorization': 'Basic {base64.b64encode(secret.encode()).decode()}'}}"
    ),
    "OAuth": lambda secret: f'Authorization: OAuth oauth_token="{secret}", oauth_nonce="1"',
    "of requests": lambda secret: str(
        requests.Request("GET", "http://x", headers={"Authorization": f"Bearer {secret}"})
        .prepare()
        .headers
    ),
}


@pytest.mark.parametrize("dress", HEADERS)
@settings(max_examples=40)
@given(secret=SECRETS, before=AROUND, after=AROUND)
def test_no_header_comes_through(dress: str, secret: str, before: str, after: str) -> None:
    left = redact(f"{before}{HEADERS[dress](secret)} {after}")
    assert secret not in left
    assert base64.b64encode(secret.encode()).decode() not in left


@given(seed=st.integers(0, 99), number=st.integers(1, 9999), sort=st.sampled_from(Sort))
def test_what_looks_like_a_token_needs_no_name(seed: int, number: int, sort: Sort) -> None:
    secret = secret_of(seed, number, sort)
    for text in (
        secret,
        f"refused: {secret}.",
        f"['{secret}']",
        f"/2/x/{secret}/y",
        f"用{secret}了",
    ):
        assert secret not in redact(text)


@pytest.mark.parametrize(
    "fact",
    [
        "post 0b0c2f6e-9d0e-4a59-9be4-0f6a0c1d2e3f: needs_you SignInEnded",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        'File "/home/ana/Shoplark/services/accounts/tokens.py", line 120, in _renewed',
        "services.errors.AnswerNotUnderstood",
        "exit code 3, status 503",
        "X's window opens at 1795168800",
        "the keyring did not answer for 30 s",
        "QAccessibleTableModelChangeEvent",
    ],
)
def test_facts_stay(fact: str) -> None:
    assert redact(fact) == fact


@given(st.text())
@example("token" * 50)
@example("code=" * 50)
@example("authorization" + " " * 200)
def test_any_text_can_be_redacted_and_again(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


def test_a_long_text_takes_no_time() -> None:
    """Counted in passes, not timed: what backtracks would not come back at all."""
    for part in (
        "token",
        "authorization ",
        "Bearer ",
        '"text": "',
        "aA1",
        "code%3D",
        "%26",
        "\\u00",
    ):
        redact(part * 20_000)
