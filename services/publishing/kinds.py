"""Guesses what a post is for: to sell, to help, to speak of people, or to ask.

Each sign found counts its points, and the kind with the most is taken. Two alike: what helps
comes first (a lesson has a place for a product), then what asks, then what sells. A post with no
sign of any is the shop speaking as a person. The owner's own word always counts before a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from services.publishing.kind_words import LANGUAGES
from services.publishing.post_options import PostKind
from services.text.blank import is_blank
from services.text.places import fold_places
from services.text.word_rules import languages_in, rule

_PHRASE, _MARK, _PRICE, _LINK, _BOARD = 2, 1, 3, 2, 8
"""Of a board's link: with it nothing sells, since who follows it comes to pictures, not to a till.
A lesson it nearly always is, whatever else is asked or told."""
_MOST_STEPS = 3
_ORDER = (PostKind.HELP, PostKind.ASK, PostKind.SELL, PostKind.PEOPLE)
_WORDS = {PostKind.SELL: "SELL", PostKind.HELP: "HELP", PostKind.PEOPLE: "PEOPLE"}
_MOST_READ = 2_000
"""Signs of a post: what a long one is for is said at its beginning."""

_LINKS = re.compile(r"https?://\S+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.I)
_BOARDS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:pinterest\.[a-z.]{2,6}|pin\.it|tumblr\.com)(?:/\S*)?", re.I
)
_HIDDEN = re.compile(r"https?://t\.co/\w+", re.I)
"""X's own short links do not say where they lead: a shop's mostly to what it sells."""
_HANDLES = re.compile(r"(?<!\w)[@＠]\w+")
_ASKS = re.compile("[?？؟]")
_SIGNS = re.compile(r"[#＃]\w+|[\W\d_]+")
_AFTER_QUESTION = 60
"""Letters after the last question mark: more of them answer the question themselves."""
_PRICES = re.compile(
    r"(?:[$€£¥￥₹₺₽₩元]|\b(?:usd|eur|gbp|us\$)) ?\d"
    r"|\d(?:[\d.,٫٬]*)\s?(?:[€£₹₺₽₩円元]|块钱|euros?\b|eur\b|usd\b|gbp\b|dollars?\b|kr\b|zł\b"
    r"|ریال|تومان|تومن|ریال|ريال|درهم|دينار|جنيه|ليرة|دولار|يورو|ر\.س)"
    r"|\d ?[%٪] ?(?:off|de descuento|dto|خصم|تخفیف|オフ|引)",
    re.I,
)


def kind_of(
    texts: Iterable[str],
    *,
    chosen: PostKind = PostKind.GUESSED,
    has_poll: bool = False,
    has_board_link: bool = False,
    own_site: str = "",
) -> PostKind:
    """`chosen` is the owner's word. `own_site` is the shop's web address: a link to it sells.

    `has_board_link`: it shows a board and links to it. GUESSED for a post without words.
    """
    if chosen is not PostKind.GUESSED:
        return chosen
    if has_poll:
        return PostKind.ASK
    text = "\n".join(texts)[:_MOST_READ]
    if is_blank(text):
        return PostKind.GUESSED
    points = _points(text, own_site)
    if has_board_link or _BOARDS.search(text):
        points[PostKind.HELP] += _BOARD
        points[PostKind.SELL] = 0
    most = max(points.values())
    if not most:
        return PostKind.PEOPLE
    return next(kind for kind in _ORDER if points[kind] == most)


def _points(text: str, own_site: str) -> dict[PostKind, int]:
    words = _HANDLES.sub(" ", _LINKS.sub(" ", text))
    folded = fold_places(words).text
    points = dict.fromkeys(_ORDER, 0)
    for language in languages_in(words, folded):
        for kind, found in _points_in(folded, language).items():
            points[kind] = max(points[kind], found)
    points[PostKind.HELP] += _MARK * bool(_ASKS.search(words) and not _asks_reader(words))
    points[PostKind.ASK] += _MARK * _asks_reader(words)
    points[PostKind.SELL] += _PRICE * bool(_PRICES.search(words))
    points[PostKind.SELL] += _MARK * bool(_HIDDEN.search(text))
    if any(is_within(link, own_site) for link in _LINKS.findall(text)):
        points[PostKind.SELL] += _LINK
    return points


def _points_in(folded: str, language: str) -> dict[PostKind, int]:
    def hits(name: str) -> int:
        return len({match[0] for match in _rule(language, name).finditer(folded)})

    points = {kind: _PHRASE * hits(name) for kind, name in _WORDS.items()}
    points[PostKind.HELP] += _PHRASE * hits("MEASURES") + min(hits("STEPS"), _MOST_STEPS)
    points[PostKind.ASK] = _PHRASE * hits("TELL")
    if _asks_reader(folded):
        points[PostKind.ASK] += _PHRASE * hits("ASK")
    return points


def _asks_reader(words: str) -> bool:
    """It ends with a question; one that is followed by its answer is how a lesson begins."""
    marks = [match.end() for match in _ASKS.finditer(words)]
    return bool(marks) and len(_SIGNS.sub("", words[marks[-1] :])) <= _AFTER_QUESTION


def is_within(link: str, site: str) -> bool:
    """Whether the link leads to a page of the site; nothing leads to a site that has no address."""
    return bool(_bare(site)) and _bare(link).startswith(_bare(site))


def _bare(address: str) -> str:
    """Without what two spellings of one address differ in."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().lower()).rstrip("/")


@cache
def _rule(language: str, name: str) -> re.Pattern[str]:
    return rule(language, getattr(LANGUAGES[language], name))
