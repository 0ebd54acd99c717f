"""The sample shop: who it is, what it sells, and the 90 days it has lived before the first start.

The words are data (resources/practice/*.json); times in them are days before the first start, so
that the history is as fresh on any day. Pictures are drawn by resources/generate.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from services.clock import DAY, from_wall, in_zone, start_of_day
from services.x_api.practice import book
from services.x_api.practice.pictures import kind_of
from services.x_api.practice.state import set_fact
from services.x_api.practice.words import RESOURCES, read

TOKEN = "practice-token"  # noqa: S105  # opens nothing but the practice X
SEED = 20_261


@dataclass(frozen=True, slots=True)
class SampleHours:
    """Wall-clock times such as "10:00"; both None on a closed day."""

    opens: str | None
    closes: str | None


@dataclass(frozen=True, slots=True)
class SampleProfile:
    """`hours` begins with Monday. The zone is the shop's, whatever the computer's."""

    user_id: str
    handle: str
    name: str
    sells: str
    country: str
    zone: str
    speaker: str
    speaker_role: str
    voice: str
    sign_off: str
    words_to_use: tuple[str, ...]
    words_to_avoid: tuple[str, ...]
    website: str
    own_tags: tuple[str, ...]
    first_colour: str
    second_colour: str
    logo: Path
    hours: tuple[SampleHours, ...]
    bio: str
    location: str


@dataclass(frozen=True, slots=True)
class SampleProduct:
    """`price_minor` in the currency's smallest unit."""

    name: str
    price_minor: int
    currency: str
    link: str
    picture: Path


def _profile(raw: Mapping[str, Any]) -> SampleProfile:
    hours = tuple(SampleHours(opens, closes) for opens, closes in raw["hours"])
    lists = ("own_tags", "words_to_use", "words_to_avoid")
    plain = {k: v for k, v in raw.items() if k not in ("hours", "logo", *lists)}
    words: dict[str, Any] = {name: tuple(raw[name]) for name in lists}
    return SampleProfile(**plain, **words, hours=hours, logo=RESOURCES / raw["logo"])


def _product(raw: Mapping[str, Any]) -> SampleProduct:
    return SampleProduct(
        name=raw["title"],
        price_minor=raw["price_minor"],
        currency=raw["currency"],
        link=raw["link"],
        picture=RESOURCES / raw["picture"],
    )


_SHOP = read("shop.json")
PROFILE = _profile(_SHOP["profile"])
PRODUCTS = tuple(_product(raw) for raw in _SHOP["products"])


@dataclass(frozen=True, slots=True)
class _Word:
    """One post of the history; `answers` is the key of the post it replies to."""

    key: str
    at: int
    by: str
    text: str
    kind: str = ""
    lang: str = ""
    answers: str = ""
    pictures: tuple[tuple[str, str], ...] = ()


def plant_account(db: sqlite3.Connection, now: int, *, seed: int, token: str) -> None:
    """The account alone, with an empty timeline."""
    set_fact(db, "seed", seed)
    set_fact(db, "started_at", now)
    db.execute(
        "INSERT INTO user (id, handle, name, lang, description, location, url, following, role, "
        "created_at) VALUES (?, ?, ?, 'en', ?, ?, ?, 187, 'shop', ?)",
        (
            int(PROFILE.user_id),
            PROFILE.handle,
            PROFILE.name,
            PROFILE.bio,
            PROFILE.location,
            PROFILE.website,
            now - 1_400 * DAY,
        ),
    )
    db.execute("INSERT INTO token (token, user) VALUES (?, ?)", (token, int(PROFILE.user_id)))


def plant_history(db: sqlite3.Connection, now: int) -> None:
    """The customers, and every post, mention and answer of the last 90 days, oldest first."""
    set_fact(db, "sample", 1)
    people = {PROFILE.handle: int(PROFILE.user_id)}
    for place, person in enumerate(read("customers.json")):
        number = int(PROFILE.user_id) + 100 + place
        people[person["handle"]] = number
        db.execute(
            "INSERT INTO user (id, handle, name, lang, description, followers, following, role, "
            "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                person["handle"],
                person["name"],
                person["lang"],
                person.get("bio", ""),
                person["followers"],
                person["following"],
                person.get("role", "customer"),
                now - person["joined_days"] * DAY,
            ),
        )
    _write(db, sorted([*_own_words(now), *_conversations(now)], key=lambda w: w.at), people)


def _write(db: sqlite3.Connection, words: list[_Word], people: Mapping[str, int]) -> None:
    numbers: dict[str, int] = {}
    for word in words:
        parent = book.find(db, numbers[word.answers]) if word.answers else None
        text = word.text
        if parent is not None and parent["author"] != people[word.by]:
            row = db.execute("SELECT handle FROM user WHERE id = ?", (parent["author"],)).fetchone()
            text = f"@{row['handle']} {text}"
        number = book.write(
            db,
            word.at,
            author=people[word.by],
            text=text,
            parent=parent,
            lang=word.lang,
            kind=word.kind,
        )
        numbers[word.key] = number
        for position, (name, alt) in enumerate(word.pictures):
            _write_picture(db, word.at, people[word.by], number, position, name, alt)


def _write_picture(
    db: sqlite3.Connection, at: int, owner: int, post: int, position: int, name: str, alt: str
) -> None:
    data = (RESOURCES / name).read_bytes()
    kind = kind_of(data)
    db.execute(
        "INSERT INTO media (id, owner, category, mime, size, width, height, sha256, file, "
        "alt_text, created_at, finished_at, post, position) "
        "VALUES (?, ?, 'tweet_image', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            post + position + 1,
            owner,
            kind.mime if kind else "",
            len(data),
            kind.width if kind else 0,
            kind.height if kind else 0,
            sha256(data).hexdigest(),
            name,
            alt,
            at,
            at,
            post,
            position,
        ),
    )


def _own_words(now: int) -> Iterator[_Word]:
    """A thread's later parts follow their first within a minute."""
    for post in read("posts.json"):
        at = _moment(now, post["ago"], post["at"])
        for place, part in enumerate(post["parts"]):
            yield _Word(
                key=post["key"] if place == 0 else f"{post['key']}/{place}",
                at=at + 20 * place,
                by=PROFILE.handle,
                text=part["text"],
                kind=post["kind"],
                lang="en",
                answers="" if place == 0 else _part_key(post["key"], place - 1),
                pictures=tuple((name, alt) for name, alt in part.get("pictures", ())),
            )


def _conversations(now: int) -> Iterator[_Word]:
    """Each begins with a customer's word, out of the blue or under a post of ours (`on`)."""
    langs = {person["handle"]: person["lang"] for person in read("customers.json")}
    for number, talk in enumerate(read("conversations.json")):
        if "minutes_ago" in talk:
            at = now - talk["minutes_ago"] * 60
        else:
            at = _moment(now, talk["ago"], talk["at"])
        key = f"talk {number}"
        yield _Word(
            key=key,
            at=at,
            by=talk["by"],
            text=talk["text"],
            kind=talk["kind"],
            lang=langs[talk["by"]],
            answers=talk.get("on", ""),
        )
        for place, word in enumerate(talk.get("then", ())):
            at += word["after"] * 60
            before = key if place == 0 else f"{key}/{place - 1}"
            yield _Word(
                key=f"{key}/{place}",
                at=at,
                by=word["by"],
                text=word["text"],
                kind=word.get("kind", "thanks" if word["by"] != PROFILE.handle else ""),
                lang=langs.get(word["by"], langs[talk["by"]]),
                answers=before,
            )


def _part_key(key: str, place: int) -> str:
    return key if place == 0 else f"{key}/{place}"


def _moment(now: int, days_ago: int, wall: str) -> int:
    """That many days ago at that time of the shop's day; 1 is yesterday."""
    midnight = start_of_day(now, PROFILE.zone, days=-days_ago)
    date = in_zone(midnight, PROFILE.zone).date().isoformat()
    return from_wall(f"{date}T{wall}", PROFILE.zone)
