"""Tags as X reads them: which words are one, and which two are the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from services.text.clean import clean
from services.text.entities import Kind
from services.text.measure import parse

_SIGNS = "#＃"


class NoTag(ValueError):
    """What was typed is no tag to X, or more than one."""


def as_tag(typed: str) -> str:
    """The tag without its sign. Raises NoTag for what X would not link as exactly one."""
    words = f"#{clean(typed)[0].strip().lstrip(_SIGNS)}"
    entities = parse(words).entities
    if len(entities) != 1 or entities[0].kind is not Kind.HASHTAG or entities[0].text != words:
        raise NoTag(typed)
    return words[1:]


def same_tag(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


@lru_cache(maxsize=8_192)
def has_tag(text: str, tag: str) -> bool:
    """Whether X links this tag in the text. Kept, since a campaign asks of thousands again."""
    if not any(sign in text for sign in _SIGNS):
        return False
    return any(same_tag(one.text, tag) for one in parse(text).hashtags)


def _folded(tag: str) -> str:
    return unicodedata.normalize("NFKC", tag.lstrip(_SIGNS)).casefold()
