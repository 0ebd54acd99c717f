"""What came in at the callback address, read strictly: all that is not X's answer is dropped."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import parse_qsl, urlsplit

PATH = "/callback"
LONGEST_LINE = 8_192
MOST_HEADERS = 100
LONGEST_HEAD = 65_536
"""Bytes of a request without its body. Browsers send what cookies other programs on 127.0.0.1 left
them, whatever the port."""
_LONGEST_VALUE = 2_048
_ERROR = re.compile(r"[a-z_]{1,40}")


class Wrong(Enum):
    """Why a request was not X's answer, by the status that it gets."""

    NOT_HTTP = "400 Bad Request"
    TOO_BIG = "431 Request Header Fields Too Large"
    METHOD = "405 Method Not Allowed"
    HOST = "421 Misdirected Request"
    PATH = "404 Not Found"


@dataclass(frozen=True, slots=True)
class Answer:
    """X's answer to the state that was asked with: a code, or the name of an error."""

    code: str = field(default="", repr=False)
    error: str = ""


def query_of(head: bytes, port: int) -> str | Wrong:
    """The query of a GET for the callback address, of a whole request head.

    The Host must be the address itself: a page elsewhere whose name was turned to 127.0.0.1 asks
    under its own name.
    """
    lines = head.split(b"\r\n")
    if len(lines) > MOST_HEADERS or max(map(len, lines)) > LONGEST_LINE:
        return Wrong.TOO_BIG
    first = lines[0].split(b" ")
    if len(first) != 3 or first[2] not in (b"HTTP/1.1", b"HTTP/1.0"):
        return Wrong.NOT_HTTP
    hosts = [line.partition(b":")[2].strip() for line in lines[1:] if line[:5].lower() == b"host:"]
    if hosts != [f"127.0.0.1:{port}".encode()]:
        return Wrong.HOST
    if first[0] != b"GET":
        return Wrong.METHOD
    path, _, query = first[1].partition(b"?")
    if path != PATH.encode() or not query.isascii():
        return Wrong.PATH
    return query.decode("ascii")


def answer_in(query: str, state: str) -> Answer | None:
    """None for what is no answer to `state`, which is compared in constant time.

    An answer names each thing once: of two codes nobody knows which is X's.
    """
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=32, errors="strict")
    except ValueError:
        return None
    values = dict(pairs)
    given = [name for name, _value in pairs if name in ("state", "code", "error")]
    if len(given) != len(set(given)):
        return None
    if not hmac.compare_digest(values.get("state", "").encode(), state.encode()):
        return None
    code, error = values.get("code", ""), values.get("error", "")
    if code and not error and len(code) <= _LONGEST_VALUE and code.isascii():
        return Answer(code=code) if code.isprintable() else None
    return Answer(error=error) if not code and _ERROR.fullmatch(error) else None


def pasted_query(text: str) -> str | None:
    """The query in what was copied out of a browser's address bar; None when there is none.

    Line breaks and spaces come along when a long address is copied out of a message.
    """
    bare = "".join(sign for sign in text if not sign.isspace() and sign.isprintable())
    bare = bare.strip("\"'`<>()[]“”„«»‘’")
    if len(bare) > LONGEST_HEAD:
        return None
    if "?" in bare or "://" in bare:
        try:
            bare = urlsplit(bare).query
        except ValueError:
            return None
    names = {name for name, _value in parse_qsl(bare, keep_blank_values=True)}
    return bare if names & {"code", "error"} and "state" in names else None
