"""The words by which a heated text is told, a module a language (services/text/word_rules.py).

`INSULTS` are anger by themselves; `HARD` only beside another sign of it. What `INNOCENT` matches
is taken out before either is looked for. `MERRY` is the joy, the thanks or the sale for which
capitals and exclamation marks are as often used.
"""

from __future__ import annotations

from types import ModuleType

from services.text.heat_words import ar, en, es, fa, ja, zh

LANGUAGES: dict[str, ModuleType] = {"en": en, "es": es, "ar": ar, "fa": fa, "ja": ja, "zh": zh}
