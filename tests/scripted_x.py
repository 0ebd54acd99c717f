"""An X for tests of the gateway: answers what it was told, in order, and keeps what it was asked.

`from tests.scripted_x import ScriptedX, answer`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from requests.adapters import BaseAdapter
from urllib3 import HTTPResponse

TOKEN = "aVerySecretToken0123456789"


@dataclass(frozen=True)
class Answer:
    status: int = 200
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """One request as it went out."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    timeout: Any

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.url).query).items()}

    @property
    def json(self) -> Any:
        return json.loads(self.body) if self.body else None


def answer(payload: Any = None, status: int = 200, **headers: str) -> Answer:
    """JSON for anything but bytes; header names are written with `_` for `-`."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, body, named)


class ScriptedX(BaseAdapter):
    def __init__(self, *answers: Answer | Exception) -> None:
        super().__init__()
        self.answers = list(answers)
        self.asked: list[Asked] = []

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        body = request.body or b""
        if hasattr(body, "read"):
            body = body.read()
        self.asked.append(
            Asked(
                request.method,
                request.url,
                dict(request.headers),
                body.encode() if isinstance(body, str) else body,
                timeout,
            )
        )
        told = self.answers.pop(0)
        if isinstance(told, Exception):
            raise told
        response = requests.Response()
        response.status_code = told.status
        response.url = request.url
        response.request = request
        response.headers.update(told.headers)
        response.raw = HTTPResponse(
            body=BytesIO(told.body),
            headers=dict(told.headers),
            status=told.status,
            preload_content=False,
        )
        return response

    def close(self) -> None:
        """Nothing is open."""


def x_post(x_id: str = "100", **changes: Any) -> dict[str, Any]:
    """A post as X answers it in the tweet dialect, every asked field there."""
    return {
        "id": x_id,
        "text": "お茶が入りました ☕️",
        "author_id": "7",
        "created_at": "2026-11-20T09:30:00.000Z",
        "conversation_id": x_id,
        "lang": "ja",
        "public_metrics": {
            "impression_count": 120,
            "like_count": 9,
            "retweet_count": 3,
            "reply_count": 2,
            "quote_count": 1,
            "bookmark_count": 4,
        },
    } | changes


def in_post_dialect(post: Mapping[str, Any]) -> dict[str, Any]:
    names = {"referenced_tweets": "referenced_posts", "note_tweet": "note_post"}
    told = {names.get(name, name): value for name, value in post.items()}
    metrics = dict(told["public_metrics"])
    metrics["repost_count"] = metrics.pop("retweet_count")
    return told | {"public_metrics": metrics, "edit_history_post_ids": [post["id"]]}


def x_user(x_id: str = "7", **changes: Any) -> dict[str, Any]:
    return {
        "id": x_id,
        "username": "tea",
        "name": "شای و سفال",
        "public_metrics": {
            "followers_count": 321,
            "following_count": 45,
            "tweet_count": 678,
            "listed_count": 1,
        },
    } | changes


def timeline(*posts: Any, token: str | None = None, **more: Any) -> Answer:
    """A page of posts, with the next page's token when there is one."""
    meta = {"result_count": len(posts)} | ({"next_token": token} if token else {})
    return answer({"meta": meta} | ({"data": list(posts)} if posts else {}) | more)


def created(x_id: str = "55", text: str = "Tea again") -> Answer:
    return answer({"data": {"id": x_id, "text": text}}, 201)
