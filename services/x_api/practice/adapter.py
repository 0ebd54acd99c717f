"""The practice X behind a requests session: the same gateway, no socket."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from http.client import RemoteDisconnected, responses
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers
from urllib3 import HTTPConnectionPool, HTTPResponse
from urllib3.connection import HTTPConnection
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError

from services.x_api.practice.messages import Fate, Request, Response
from services.x_api.practice.x import PracticeX


class PracticeAdapter(BaseAdapter):
    """Mount it for every address: `session.mount("https://", PracticeAdapter(x))`.

    A dropped connection and an answer later than the read timeout raise what requests raises;
    nobody sleeps for a late one.
    """

    def __init__(self, x: PracticeX) -> None:
        super().__init__()
        self._x = x

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        answer = self._x.handle(_to_practice(request))
        _fail_on_the_way(answer, request, timeout)
        return self._from_practice(answer, request)

    def close(self) -> None:
        """The practice X outlives the session."""

    def _from_practice(
        self, answer: Response, request: requests.PreparedRequest
    ) -> requests.Response:
        response = requests.Response()
        response.status_code = answer.status
        response.reason = responses.get(answer.status, "")
        response.headers = CaseInsensitiveDict(answer.headers)
        response.encoding = get_encoding_from_headers(response.headers)
        response.raw = HTTPResponse(
            body=BytesIO(answer.body),
            headers=dict(answer.headers),
            status=answer.status,
            preload_content=False,
        )
        response.url = request.url or ""
        response.request = request
        response.elapsed = timedelta(seconds=answer.delay)
        return response


def _to_practice(request: requests.PreparedRequest) -> Request:
    parts = urlsplit(request.url or "")
    body: Any = request.body or b""
    if hasattr(body, "read"):
        body = body.read()
    return Request(
        method=request.method or "GET",
        path=parts.path,
        query=dict(parse_qsl(parts.query, keep_blank_values=True)),
        headers={str(name): _text(value) for name, value in request.headers.items()},
        body=body.encode() if isinstance(body, str) else bytes(body),
    )


def _fail_on_the_way(answer: Response, request: requests.PreparedRequest, timeout: Any) -> None:
    if answer.fate is Fate.UNREACHABLE:
        pool = HTTPConnectionPool(urlsplit(request.url or "").hostname or "")
        refused = NewConnectionError(
            HTTPConnection(pool.host),
            "Failed to establish a new connection: [Errno 111] Connection refused",
        )
        raise requests.ConnectionError(
            MaxRetryError(pool, request.url or "", refused), request=request
        )
    if answer.fate is Fate.DROPPED:
        gone = RemoteDisconnected("Remote end closed connection without response")
        raise requests.ConnectionError(ProtocolError("Connection aborted.", gone), request=request)
    patience = timeout[1] if isinstance(timeout, tuple) else timeout
    if patience is not None and answer.delay > patience:
        raise requests.ReadTimeout(f"Read timed out. (read timeout={patience})", request=request)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
