"""The words by which a customer's post is sorted, a module a language.

Each entry, between slashes or on a line of its own, is a regular expression over folded text
(services/inbox/triage.py). Entries are folded the same way, so Arabic and Persian may be written
as usual. What `NOT_TROUBLE` matches is taken out before trouble is looked for.
"""

from __future__ import annotations

import re
from types import ModuleType

from services.inbox.triage_words import ar, en, es, fa, ja, zh
from services.inbox.values import Topic

_BETWEEN = re.compile(r"\s*(?:/|\n)\s*")


def _entries(text: str) -> tuple[str, ...]:
    return tuple(entry for entry in _BETWEEN.split(text) if entry)


def _rules(words: ModuleType) -> dict[Topic, tuple[str, ...]]:
    return {
        Topic.NOISE: _entries(words.NOISE),
        Topic.COMPLAINT: _entries(words.COMPLAINT),
        Topic.ORDER: _entries(words.ORDER),
        Topic.QUESTION: _entries(words.QUESTION),
        Topic.PRAISE: _entries(words.PRAISE),
    }


_LANGUAGES = {"en": en, "es": es, "ar": ar, "fa": fa, "ja": ja, "zh": zh}
RULES = {code: _rules(words) for code, words in _LANGUAGES.items()}
NOT_TROUBLE = {code: _entries(words.NOT_TROUBLE) for code, words in _LANGUAGES.items()}
