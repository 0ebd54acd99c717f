"""A post's text as X hands it out: short links, escaped signs, and where everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from services.text.measure import LONG, STANDARD, parse
from services.x_api.practice import chance

_CUT = 250
"""Signs that X gives of a long post; where exactly it cuts is not documented."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True, slots=True)
class Shown:
    """`entities` in X's shape; positions are code points of `text`."""

    text: str
    entities: dict[str, Any]


def limit(*, premium: bool) -> int:
    return (LONG if premium else STANDARD).limit


def weight(text: str) -> int:
    return parse(text).weighted_length


def mentioned(text: str) -> tuple[str, ...]:
    """Handles without the sign, in lower case."""
    return tuple(span.text[1:].lower() for span in parse(text).mentions)


def has_link(text: str) -> bool:
    return parse(text).has_link


def language(text: str, otherwise: str = "en") -> str:
    """By script alone: enough to tell which of the shop's customers reads it."""
    kana = han = arabic = persian = letters = 0
    for sign in text:
        code = ord(sign)
        kana += 0x3040 <= code <= 0x30FF
        han += 0x4E00 <= code <= 0x9FFF
        arabic += 0x0600 <= code <= 0x06FF
        persian += sign in "پچژگکی"
        letters += sign.isalpha()
    if not letters:
        return "zxx"
    if kana:
        return "ja"
    if han * 2 > letters:
        return "zh"
    if arabic * 2 > letters:
        return "fa" if persian else "ar"
    return otherwise


def show(text: str, post: int, *, media: Sequence[str] = ()) -> Shown:
    """Links become t.co ones of 23 signs; pictures add one more at the end, as X does.

    `media` holds the keys of the post's pictures.
    """
    found = parse(text)
    marks = [(s.start, s.end, "urls", s.text) for s in found.links]
    marks += [(s.start, s.end, "hashtags", s.text) for s in found.hashtags]
    marks += [(s.start, s.end, "mentions", s.text) for s in found.mentions]
    out = ""
    entities: dict[str, list[dict[str, Any]]] = {}
    at = 0
    for start, end, kind, word in sorted(marks):
        out += _escape(text[at:start])
        first = len(out)
        out += _short(post, word) if kind == "urls" else word
        at = end
        entity: dict[str, Any] = {"start": first, "end": len(out)}
        entities.setdefault(kind, []).append(entity | _about(kind, word, out[first:]))
    out += _escape(text[at:])
    if media:
        first = len(out) + (1 if out else 0)
        short = _short(post, "media")
        out = f"{out} {short}" if out else short
        page = f"https://x.com/i/status/{post}/photo/1"
        about = {"url": short, "expanded_url": page, "display_url": "pic.x.com/" + short[13:]}
        place: dict[str, Any] = {"start": first, "end": len(out)}
        listed = entities.setdefault("urls", [])
        listed += [place | about | {"media_key": key} for key in media]
    return Shown(out, dict(entities))


def is_long(text: str) -> bool:
    return weight(text) > STANDARD.limit


def cut(shown: str, post: int) -> str:
    """A long post as X gives its `text`: the beginning, and a link to the whole."""
    return f"{shown[:_CUT].rstrip()}… {_short(post, 'note')}"


def _about(kind: str, word: str, shown: str) -> dict[str, Any]:
    if kind == "hashtags":
        return {"tag": word[1:]}
    if kind == "mentions":
        return {"username": word[1:]}
    full = word if "://" in word else f"http://{word}"
    plain = full.partition("://")[2]
    display = plain if len(plain) <= 27 else plain[:26] + "…"
    return {"url": shown, "expanded_url": full, "display_url": display}


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _short(post: int, word: str) -> str:
    number = chance.whole(post, word)
    letters = ""
    for _ in range(10):
        number, which = divmod(number, len(_LETTERS))
        letters += _LETTERS[which]
    return f"https://t.co/{letters}"
