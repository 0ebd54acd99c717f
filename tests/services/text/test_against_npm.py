"""The counter beside npm's twitter-text: on the same data the two say the same of every text.

SHOPLARK_TEXTS sets how many texts: `make check-text` asks for 50,000.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.text.measure import CONFIGS, LONG, parse
from tests.twitter_text import TwitterText, generator, its_data

# What the two could trip over, apart by spaces: addresses, names and tags, scripts and letters that
# change with their case, emoji and their parts.
ADDRESSES = """
. . . . / / : :// ? ?x=1&y # ＃ @ ＠ $ - _ + ~ ! & % = ( ) (( [ ] ' " ` ; , \\ < > { | ^
http:// https:// HTTP:// httpſ:// com co jp co.uk shop onion web music xn--abc XN--p1ai /a_(b) :80
t.co t.co/ t.co/abc?x=1 a.com b.com y/ 한국 嘉里大酒店 嘉里 рф онлайн ΕΥ ευ vermögensberater
"""
NAMES = "@a ＠b @a/b- #a #茶 $ab $ab.cd $abcdefg RT rt: a b Z 0 9"
LETTERS = """
é ß ſ K ı İ ǅ ι ⱥ 日 本語 。 、 ・ あ ア ー ｶ Ａ ． ｡ 한 글 ا سلام ی ۱ क हिन्दी ก ไทย
א ж ა 𝒳 𐐀 𠀀 𝟘 ᄀ ᅡ
"""
EMOJI = """
👩 👨 👩‍👩‍👦 👩🏽‍🤝‍👨🏻 🏽 🏻 👍 👍🏽 ☝️🏽 ❤️ ♂️ 🏳️‍🌈 🏴‍☠️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴 🇯 🇵 🇯🇵 🇮🇷 © ®️ ™ 👁️‍🗨️ 😀
1️⃣ #️⃣ 🧑🏿‍🚀 🫱🏻‍🫲🏽
"""
UNSEEN = (
    "      \n\t\x00\x1f\x7f\u0085\u00a0\u061c\u180e\u200b\u200c\u200d\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202e\u2066\u2069\u3000\ufeff\ufffe\uffff\ufe0e\ufe0f\ufe0f\u20e3\U000e0067\U000e007f"
    "\U000e0100\ud800\udc00\u2013…‘\u0301\u0345\u0f0b\u093c\u0958"
)
FRAGMENTS = (
    *(ADDRESSES + NAMES + LETTERS + EMOJI).split(),
    *UNSEEN,
    *("\r\n", "a" * 64, "日" * 20, "b" * 41),
)


def _whole(text: str) -> str:
    """Two halves that meet are one sign, as JavaScript has them."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


made = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join).map(_whole)
wild = st.text(st.characters(), max_size=30).map(_whole)
seeds = st.integers(0, 2**64 - 1)
versions = st.sampled_from((3, 3, 3, 1, 2, "long"))
ROUNDS = max(int(os.environ.get("SHOPLARK_TEXTS", "3000")) // 25, 1)


@pytest.fixture(scope="module")
def npm() -> Iterator[TwitterText]:
    reason = generator().why_not()
    if reason:
        pytest.skip(reason)
    original = TwitterText()
    with its_data():
        yield original
    original.close()


def ours(text: str, version: int | str) -> dict[str, Any]:
    parsed = parse(text, config=LONG if version == "long" else CONFIGS[int(version)])
    return {
        "weight": parsed.weighted_length,
        "valid": parsed.valid,
        "permillage": parsed.permillage,
        "end": parsed.valid_range_end,
        "entities": [[one.kind.value, one.start16, one.end16] for one in parsed.entities],
        "reply": parsed.reply_to,
    }


def drawn(seed: int) -> list[str]:
    """25 texts, all another: hypothesis would draw the short ones again and again."""
    chance = random.Random(seed)  # noqa: S311
    texts = []
    for _ in range(25):
        size = chance.choice((4, 6, 10, 20, 40))
        if chance.random() < 0.85:
            signs = chance.choices(FRAGMENTS, k=size)
        else:
            most = chance.choice((0x250, 0x3000, 0x110000))
            signs = [chr(chance.randrange(most)) for _ in range(size)]
        texts.append(_whole("".join(signs)))
    return texts


@settings(max_examples=ROUNDS, deadline=None)
@given(seeds, versions)
def test_no_text_is_told_otherwise(npm: TwitterText, seed: int, version: int | str) -> None:
    texts = drawn(seed)
    for text, theirs in zip(texts, npm.say(texts, version), strict=True):
        assert ours(text, version) == theirs, ascii(text)


@settings(max_examples=ROUNDS * 2, deadline=None)
@given(st.one_of(made, made, wild), versions)
def test_nor_is_one_that_can_be_made_shorter(
    npm: TwitterText, text: str, version: int | str
) -> None:
    assert ours(text, version) == npm.say([text], version)[0]


@settings(max_examples=max(ROUNDS // 20, 5), deadline=None)
@given(st.lists(st.one_of(made, wild), min_size=30, max_size=60), st.sampled_from((3, "long")))
def test_nor_is_a_long_one(npm: TwitterText, words: list[str], version: int | str) -> None:
    text = _whole(" ".join(words) + "\n" + " ".join(reversed(words)))
    assert ours(text, version) == npm.say([text], version)[0], ascii(text)


@pytest.mark.parametrize(
    "text",
    [
        "日b.com2日b.com",
        "b.com日.jp/x",
        "b.com😀.jp/x👩‍👩‍👦",
        "a.com-b.com _c.com/d e.com",
        "😀.com http://😀.com",
        "$a.com a.com@b @a.com",
        "@" + "a" * 20 + "RT@b",
        "x@RT@a RT@b rt:@c",
        "@a/b-@a/b-@a",
        "#a\ufe0f#b 1\ufe0f#c",
        "http://" + "é" * 58 + ".com " + "http://" + "é" * 59 + ".com",
        "http://a.com/" + "b" * 4_070 + " http://a.com/" + "b" * 4_079,
        "http://xn--`.com http://xn--é.com",
        "\u0344" * 200,
        "\u0958" * 200,
        "e\u0301" * 290,
        "x" * 278 + "👩‍👩‍👦y",
        "x" * 270 + "http://a.com",
        "x" * 10 + "\ufeff" + "x" * 300,
    ],
    ids=ascii,
)
def test_nor_are_those_that_are_hard_to_draw(npm: TwitterText, text: str) -> None:
    assert ours(text, 3) == npm.say([text])[0]
