"""Where words of a list stand in a text: the words to avoid of the voice card.

Case, accents and ways of writing a letter do not count. A word is whole where words stand apart;
in Chinese, Japanese, Thai, Lao, Khmer and Burmese it is found anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from services.text.places import Span, fold_places

_WITHOUT_GAPS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_GAPS = re.compile(r"\s+")


def word_spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """In code points, in their order; where two overlap, the longer of those that begin first."""
    wanted = _pattern(tuple(words))
    if wanted is None or not text:
        return ()
    folded = fold_places(text)
    return tuple(folded.span(*match.span()) for match in wanted.finditer(folded.text))


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    folded = {fold_places(_GAPS.sub(" ", word.strip())).text for word in words}
    entries = [_entry(word) for word in sorted(folded, key=len, reverse=True) if word]
    return re.compile("|".join(entries)) if entries else None


def _entry(word: str) -> str:
    """Its edges are those of a word only where it begins or ends with a letter of one."""
    inside = r"\s+".join(map(re.escape, word.split(" ")))
    before = r"(?<!\w)" if _is_spaced(word[0]) else ""
    after = r"(?!\w)" if _is_spaced(word[-1]) else ""
    return before + inside + after


def _is_spaced(sign: str) -> bool:
    return bool(re.match(r"\w", sign)) and _WITHOUT_GAPS.match(sign) is None
