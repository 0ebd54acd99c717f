"""The practice X behind HTTP on 127.0.0.1, for other processes.

`/_practice/…` exists only here: the clock, the script of troubles, and what the X holds.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from services.x_api.practice import inspection, script
from services.x_api.practice.messages import Fate, Request, Response, to_bytes
from services.x_api.practice.x import PracticeX

HOST = "127.0.0.1"
_JSON = {"content-type": "application/json; charset=utf-8"}


class ServerClock:
    """The system's time, moved by what was asked for; it stands still once it has been set."""

    def __init__(self) -> None:
        self._ahead = 0
        self._standing: int | None = None

    def now(self) -> int:
        base = int(time.time()) if self._standing is None else self._standing
        return base + self._ahead

    def advance(self, seconds: int) -> None:
        self._ahead += seconds

    def set(self, now: int) -> None:
        self._standing, self._ahead = now, 0


class PracticeServer(ThreadingHTTPServer):
    """Calls take turns in the state itself; only waiting for a late answer goes side by side."""

    daemon_threads = True

    def __init__(self, x: PracticeX, clock: ServerClock, *, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.x = x
        self.clock = clock

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    def control(self, method: str, path: str, body: Any) -> Response:
        call = _CONTROLS.get(f"{method} {path}")
        if call is None:
            return Response(404)
        try:
            return Response(200, _JSON, to_bytes(call(self, body)))
        except (KeyError, TypeError, ValueError) as error:
            return Response(400, _JSON, to_bytes({"error": str(error)}))


def _clock(server: PracticeServer, body: Any) -> Any:
    if "now" in body:
        server.clock.set(int(body["now"]))
    if "advance" in body:
        server.clock.advance(int(body["advance"]))
    return {"now": server.clock.now()}


def _script(server: PracticeServer, body: Any) -> Any:
    """One trouble, a list of them, or `{"clear": true}`."""
    if isinstance(body, dict) and body.get("clear"):
        server.x.clear_script()
        return {"added": 0}
    troubles = [script.from_json(one) for one in (body if isinstance(body, list) else [body])]
    for trouble in troubles:
        server.x.script(trouble)
    return {"added": len(troubles)}


def _meter(server: PracticeServer, _: Any) -> Any:
    lines = [asdict(line) for line in server.x.meter()]
    return {"total": sum(line["cost"] for line in lines), "lines": lines}


def _posts(server: PracticeServer, _: Any) -> Any:
    return {"posts": [asdict(held) for held in inspection.own_posts(server.x.state)]}


def _mention(server: PracticeServer, body: Any) -> Any:
    return {"id": inspection.customer_writes(server.x, server.clock.now(), **body)}


def _app(server: PracticeServer, body: Any) -> Any:
    """One app as `PracticeX.set_app` takes it: the default one where no `client_id` is said."""
    app = server.x.set_app(**body)
    return {"client_id": app.client_id, "callbacks": list(app.callbacks)}


def _account(server: PracticeServer, body: Any) -> Any:
    server.x.set_account(**body)
    return {}


def _tokens(server: PracticeServer, _: Any) -> Any:
    return {
        "log": [asdict(line) for line in server.x.token_log()],
        "alive": [{"sort": sort, "mark": mark} for sort, mark in server.x.tokens_alive()],
    }


def _secrets(server: PracticeServer, _: Any) -> Any:
    return {"secrets": server.x.secrets_given()}


_CONTROLS: Mapping[str, Callable[[PracticeServer, Any], Any]] = {
    "GET /_practice/clock": lambda server, _: {"now": server.clock.now()},
    "POST /_practice/clock": _clock,
    "POST /_practice/script": _script,
    "POST /_practice/mention": _mention,
    "POST /_practice/app": _app,
    "POST /_practice/account": _account,
    "GET /_practice/tokens": _tokens,
    "GET /_practice/secrets": _secrets,
    "GET /_practice/meter": _meter,
    "GET /_practice/posts": _posts,
}


class _Handler(BaseHTTPRequestHandler):
    server: PracticeServer
    protocol_version = "HTTP/1.1"
    server_version = "PracticeX"
    sys_version = ""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """`Date` is of the practice X's clock, as its windows are."""
        return super().date_time_string(self.server.clock.now() if timestamp is None else timestamp)

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: standard output is for the address alone."""

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        parts = urlsplit(self.path)
        if parts.path.startswith("/_practice/"):
            self._send(self._control(parts.path, body))
            return
        request = Request(
            method=self.command,
            path=parts.path,
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            headers=dict(self.headers.items()),
            body=body,
        )
        answer = self.server.x.handle(request)
        if answer.fate is not Fate.ANSWERED:
            self.close_connection = True
            return
        if answer.delay:
            time.sleep(answer.delay)
        self._send(answer)

    def _control(self, path: str, body: bytes) -> Response:
        try:
            value = json.loads(body) if body else {}
        except ValueError as error:
            return Response(400, _JSON, to_bytes({"error": str(error)}))
        return self.server.control(self.command, path, value)

    def _send(self, answer: Response) -> None:
        try:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
