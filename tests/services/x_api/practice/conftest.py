"""A practice X in memory, one caller that is signed in, and small pictures."""

import base64
import json
import struct
import zlib

import pytest

from services.x_api.practice import TOKEN, Request, inspection, open_practice

ME = "1000000000000000001"


class Caller:
    """Calls a practice X as the gateway would; answers come back as they are."""

    def __init__(self, x, clock, token=TOKEN):
        self.x = x
        self.clock = clock
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path, **query):
        named = {name.replace("__", "."): str(value) for name, value in query.items()}
        return self.x.handle(Request("GET", path, named, self.headers))

    def post(self, path, body=None, **more):
        raw = json.dumps(body).encode() if body is not None else b""
        headers = {**self.headers, "content-type": "application/json"}
        return self.x.handle(Request("POST", path, more, headers, raw))

    def delete(self, path):
        return self.x.handle(Request("DELETE", path, {}, self.headers))

    def say(self, text, **more):
        """Posts; returns the id."""
        answer = self.post("/2/tweets", {"text": text, **more})
        assert answer.status == 201, answer.body
        return answer.json()["data"]["id"]

    def answer(self, parent, text):
        return self.say(text, reply={"in_reply_to_tweet_id": parent})

    def mentions(self, **query):
        return self.get(f"/2/users/{ME}/mentions", **query).json()

    def own(self, **query):
        return self.get(f"/2/users/{ME}/tweets", **query).json()

    def upload(self, data):
        body = {"media": base64.b64encode(data).decode(), "media_category": "tweet_image"}
        return self.post("/2/media/upload", body).json()["data"]["id"]

    def hear(self, text, **more):
        """A customer writes; returns the id."""
        return inspection.customer_writes(self.x, self.clock.now(), text=text, **more)


def png(width=8, height=6, extra=b""):
    """A real, if tiny, picture of black."""

    def part(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\0" * width for _ in range(height)))
    parts = [part(b"IHDR", head), part(b"tEXt", b"note\0" + extra), part(b"IDAT", rows)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + part(b"IEND", b"")


@pytest.fixture
def x(clock):
    opened = open_practice(":memory:", clock)
    yield opened
    opened.close()


@pytest.fixture
def caller(x, clock):
    return Caller(x, clock)


@pytest.fixture
def bare(clock):
    """An account without history and without customers."""
    opened = open_practice(":memory:", clock, sample=False)
    yield Caller(opened, clock)
    opened.close()
