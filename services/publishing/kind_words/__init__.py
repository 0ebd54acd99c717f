"""The words by which a post's kind is guessed, a module a language (services/text/word_rules.py).

`ASK` counts with a question at the end, `TELL` always. `MEASURES` and `STEPS` are how a lesson
speaks: so many degrees, rinse it, until it is dry. `REVIEW` is what stands beside a customer's
words that are shown.
"""

from __future__ import annotations

from types import ModuleType

from services.publishing.kind_words import ar, en, es, fa, ja, zh

LANGUAGES: dict[str, ModuleType] = {"en": en, "es": es, "ar": ar, "fa": fa, "ja": ja, "zh": zh}
