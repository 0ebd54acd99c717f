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
# Endings that keep a word what it is: number, gender, case, whose it is, who does it. Folded as
# texts are. With any few letters more, "until you understand" would be an insult.
_ARABIC_ENDINGS = (
    "ا|ه|ی|ک|ت|و|ات|ان|ون|ین|تان|تین|ها|هم|هن|هما|کم|کن|نا|نی|وا|تم|ته|تک|تی|تها|تهم|"
    "تنا|تکم|یه|یا|یات|یون|یین|اته|اتک|اتی|اتنا|اتها|اتهم|وها|وه|وهم|ناه|ناها|ناک|"
    "ناکم|نها|ونا|ونی"
)
_PERSIAN_ENDINGS = (
    "ا|ه|ی|و|م|ت|ش|ها|های|هایی|هاش|هام|هات|هاتون|هاشون|هامون|ان|انی|مان|تان|شان|مون|"
    "تون|شون|ام|ات|اش|ای|ایم|اید|اند|است|یم|ید|ین|ند|ن|تر|ترین|رو|یی|هایم|هایت|هایش|"
    "اس|ست|انه|ایی|گان|گی"
)
# What may stand before a word of the list and still be one word with it, and what after.
_EDGES = {
    "en": (r"(?<!\w)(?:", r")(?!\w)"),
    "es": (r"(?<!\w)(?:", r")(?!\w)"),
    "ar": (r"(?<!\w)(?:[وف]?(?:ال|بال|لل|[بلک])?)?(?:", rf")(?:{_ARABIC_ENDINGS})?(?!\w)"),
    "fa": (r"(?<!\w)(?:", rf")(?:{_PERSIAN_ENDINGS})?(?!\w)"),
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
