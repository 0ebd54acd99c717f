"""What the sample shop's customers say: read from resources/practice/life.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "practice"
LANGUAGES = ("en", "es", "ja", "ar", "fa", "zh")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word out of the blue; `kind` is praise, question, complaint, order or troll."""

    lang: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """`answers` by language and topic of the post; `thanks` by language and kind of the word
    that was answered; `{product}` stands for a product's name in that language."""

    answers: Mapping[str, Mapping[str, tuple[str, ...]]]
    thanks: Mapping[str, Mapping[str, tuple[str, ...]]]
    mentions: tuple[Mention, ...]


def read(name: str) -> Any:
    return json.loads((RESOURCES / name).read_text(encoding="utf-8"))


@cache
def words() -> Words:
    raw = read("life.json")
    return Words(
        answers=_tables(raw["answers"]),
        thanks=_tables(raw["thanks"]),
        mentions=tuple(Mention(**entry) for entry in raw["mentions"]),
    )


@dataclass(frozen=True, slots=True)
class NamedProduct:
    """A product as customers call it. `words` in lower case tell that a post speaks of it."""

    names: Mapping[str, str]
    words: tuple[str, ...]


@cache
def products() -> tuple[NamedProduct, ...]:
    return tuple(
        NamedProduct(entry["names"], tuple(word.casefold() for word in entry["words"]))
        for entry in read("shop.json")["products"]
    )


def product_in(text: str) -> NamedProduct | None:
    """The product a post speaks of: the one with the longest word found in it."""
    folded = text.casefold()
    found = [(len(w), p) for p in products() for w in p.words if w in folded]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _tables(raw: Any) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return {lang: {k: tuple(v) for k, v in table.items()} for lang, table in raw.items()}
