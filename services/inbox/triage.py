"""Guesses what a customer's word is about, offline, in the languages of the shop.

A suggestion for the order of the list and a chip beside the name, never a decision: nothing is
hidden, answered or closed by it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from services.inbox.triage_words import NOT_TROUBLE, RULES
from services.inbox.values import Topic

_ORDER = (Topic.NOISE, Topic.COMPLAINT, Topic.ORDER, Topic.QUESTION, Topic.PRAISE)
"""The first that fits is taken: a broken cup in a thankful question is a complaint."""

_TROUBLE = (Topic.COMPLAINT, Topic.ORDER)

_ASIDE = re.compile(r"https?://\S+|(?<!\w)[@＠]\w+")
_ASKS = re.compile("[?？؟¿]")
_GLAD = re.compile("[❤♥💕💖💗💛💚💙💜🧡🤎🖤🤍😍🥰😻🤩👏🙌👍🔥✨💯🌸🌹💐🍵😊☺🙏🫶]")
_ARABIC_FORMS = str.maketrans("أإآٱىيئکكةۀؤ", "اااایییککههو")
_TAKEN_OUT = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f]"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_ONLY_ARABIC = re.compile("[ةيىكأإ]")
_ONLY_PERSIAN = re.compile("[پچژگکی]")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[a-z]")

# What may stand before a word of the list and still be one word with it, and what after.
_EDGES = {
    "en": ("", r"(?!\w)"),
    "es": ("", r"(?!\w)"),
    "ar": (r"(?:[وف]?(?:ال|بال|لل|[بلك])?)?", r"\w{0,4}(?!\w)"),
    "fa": ("", r"\w{0,6}(?!\w)"),
}


def topic_of(text: str, lang: str = "") -> Topic:
    """`lang` is X's guess of the language ("en", "ja"), "" when there is none."""
    plain = fold(_ASIDE.sub(" ", text))
    if not any(sign.isalpha() for sign in plain):
        return _without_words(text)
    languages = _languages(plain, lang, _arabic_or_persian(text))
    calm = _drop_denials(plain, languages)
    for topic in _ORDER:
        looked_at = calm if topic in _TROUBLE else plain
        if any(_rule(language, topic).search(looked_at) for language in languages):
            return topic
        if topic is Topic.QUESTION and _ASKS.search(plain):
            return topic
    return Topic.PRAISE if calm != plain or _GLAD.search(text) else Topic.NONE


def fold(text: str) -> str:
    """Lower case, no accents on Latin letters, Arabic and Persian letters in one form."""
    text = _TAKEN_OUT.sub("", text.replace("’", "'"))
    if _KANA.search(text):
        # Accents of kana tell letters apart; they are no ornament.
        return unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", text.translate(_ARABIC_FORMS))
        if not unicodedata.combining(sign)
    )
    return unicodedata.normalize("NFC", bare).casefold()


def _without_words(text: str) -> Topic:
    if _GLAD.search(text):
        return Topic.PRAISE
    return Topic.QUESTION if _ASKS.search(text) else Topic.NOISE


def _languages(plain: str, lang: str, arabic: tuple[str, ...]) -> tuple[str, ...]:
    """The lists to look in: by the letters, and by X's guess where letters are shared."""
    found: list[str] = []
    if _KANA.search(plain):
        found.append("ja")
    elif _HAN.search(plain):
        found += ["ja", "zh"] if lang == "ja" else ["zh", "ja"]
    if _ARABIC.search(plain):
        found += [lang] if lang in ("ar", "fa") else arabic
    if _LATIN.search(plain):
        found += ["en", "es"]
    return tuple(found)


def _arabic_or_persian(text: str) -> tuple[str, ...]:
    """By the letters that only one of them has; both when a text has none or some of each."""
    arabic, persian = _ONLY_ARABIC.search(text), _ONLY_PERSIAN.search(text)
    if bool(arabic) == bool(persian):
        return ("ar", "fa")
    return ("ar",) if arabic else ("fa",)


def _drop_denials(plain: str, languages: tuple[str, ...]) -> str:
    for language in languages:
        plain = _denials(language).sub(" ", plain)
    return plain


@cache
def _rule(language: str, topic: Topic) -> re.Pattern[str]:
    return _compiled(language, RULES[language][topic])


@cache
def _denials(language: str) -> re.Pattern[str]:
    return _compiled(language, NOT_TROUBLE[language])


def _compiled(language: str, entries: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(fold_entry(entry) for entry in entries)
    if language not in _EDGES:
        return re.compile(f"(?:{either})")
    before, after = _EDGES[language]
    return re.compile(rf"(?<!\w){before}(?:{either}){after}")


def fold_entry(entry: str) -> str:
    """As `fold`, but leaves the signs of a regular expression as they are."""
    return _TAKEN_OUT.sub("", entry).translate(_ARABIC_FORMS)
