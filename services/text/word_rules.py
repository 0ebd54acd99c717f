"""Lists of words as regular expressions over folded text, a language each.

An entry stands between slashes or on a line of its own. Entries are folded as texts are, so Arabic
and Persian may be written as usual. A word is whole in scripts that put spaces between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"\s*(?:/|\n)\s*")
_HAS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "fa": re.compile("[\u0600-\u06ff]"),
    "en": re.compile("[a-z]"),
    "es": re.compile("[a-z]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u3400-\u9fff]"),
}
_ONLY_ARABIC = re.compile("[ةيىكأإ]")
_ONLY_PERSIAN = re.compile("[پچژگکی]")
# What may stand before a word of the list and still be one word with it, and what after.
_EDGES = {
    "en": (r"(?<!\w)(?:", r")(?!\w)"),
    "es": (r"(?<!\w)(?:", r")(?!\w)"),
    "ar": (r"(?<!\w)(?:[وف]?(?:ال|بال|لل|[بلك])?)?(?:", r")\w{0,3}(?!\w)"),
    "fa": (r"(?<!\w)(?:", r")\w{0,4}(?!\w)"),
}


def entries(words: str) -> tuple[str, ...]:
    return tuple(entry for entry in _BETWEEN.split(words) if entry)


def rule(language: str, words: str) -> re.Pattern[str]:
    """Of a whole list; an empty list fits nowhere."""
    from services.text.places import fold_entry

    found = entries(words)
    if not found:
        return re.compile(r"(?!)")
    before, after = _EDGES.get(language, ("(?:", ")"))
    return re.compile(before + "|".join(fold_entry(entry) for entry in found) + after)


def languages_in(text: str, folded: str) -> Iterator[str]:
    """Whose lists to look in, by the letters; both where two languages share them.

    `text` is as written: what tells Arabic from Persian is folded away.
    """
    arabic, persian = bool(_ONLY_ARABIC.search(text)), bool(_ONLY_PERSIAN.search(text))
    for language, letters in _HAS.items():
        if not letters.search(folded):
            continue
        if (language == "ar" and persian and not arabic) or (
            language == "fa" and arabic and not persian
        ):
            continue
        if language == "zh" and _HAS["ja"].search(folded):
            continue
        yield language
    if _HAS["zh"].search(folded) and not _HAS["ja"].search(folded):
        # A Japanese line may do without kana.
        yield "ja"
