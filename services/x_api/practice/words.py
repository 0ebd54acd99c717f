"""What the sample shop's customers say: read from resources/practice/life.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "practice"
LANGUAGES = ("en", "es", "ja", "ar", "fa", "zh")


@dataclass(frozen=True, slots=True)
class Saying:
    """`{product}` in `text` stands for a product's name; `sorts` are the sorts of product it can
    be said of, all when empty."""

    text: str
    sorts: tuple[str, ...] = ()

    def fits(self, sort: str) -> bool:
        return not self.sorts or sort in self.sorts


@dataclass(frozen=True, slots=True)
class Mention:
    """A word out of the blue; `kind` is praise, question, complaint, order or troll."""

    lang: str
    kind: str
    saying: Saying


Table: TypeAlias = Mapping[str, Mapping[str, tuple[Saying, ...]]]


@dataclass(frozen=True, slots=True)
class Words:
    """`answers` by language and topic of the post, `thanks` by language and kind of the word that
    was answered."""

    answers: Table
    thanks: Table
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class NamedProduct:
    """A product as customers call it. `words` in lower case tell that a post speaks of it."""

    sort: str
    names: Mapping[str, str]
    words: tuple[str, ...]


def read(name: str) -> Any:
    return json.loads((RESOURCES / name).read_text(encoding="utf-8"))


@cache
def words() -> Words:
    raw = read("life.json")
    return Words(
        answers=_table(raw["answers"]),
        thanks=_table(raw["thanks"]),
        mentions=tuple(Mention(m["lang"], m["kind"], _saying(m)) for m in raw["mentions"]),
    )


@cache
def products() -> tuple[NamedProduct, ...]:
    return tuple(
        NamedProduct(
            sort=entry["sort"],
            names=entry["names"],
            words=tuple(word.casefold() for word in entry["words"]),
        )
        for entry in read("shop.json")["products"]
    )


def product_in(text: str) -> NamedProduct | None:
    """The product a post speaks of: the one with the longest word found in it."""
    folded = text.casefold()
    found = [(len(w), p) for p in products() for w in p.words if w in folded]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _table(raw: Any) -> Table:
    return {
        lang: {topic: tuple(_saying(one) for one in said) for topic, said in topics.items()}
        for lang, topics in raw.items()
    }


def _saying(raw: Any) -> Saying:
    if isinstance(raw, str):
        return Saying(raw)
    return Saying(raw["text"], tuple(raw.get("for", ())))
