"""The counter beside npm's twitter-text, in the same run: what a text takes, entities asked for.

Each text is its own; the two take turns, so that a busy moment of the machine meets both.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence

from services.text.measure import LONG, STANDARD, parse
from services.text.weight import Config
from tests.twitter_text import TwitterText, generator

TEXTS = 1_000
ROUNDS = 5
KEYS = 300

WORDS = (
    "the kiln is warm and a new shelf of cups waits for you at our little shop in town today we "
    "glazed forty bowls blue green white some have a thumb print that is how you know them come by "
    "before noon there will be tea and cake for everyone who asks"
)
JAPANESE = (
    "本日は新しい湯のみを窯から出しました青い釉薬の色がとてもきれいに仕上がっています週末の市場でもお待ち"
    "しておりますお茶とお菓子をご用意しましたどうぞお気軽にお立ち寄りください店主より感謝をこめて"
)
SIGNS = "👩🏽‍🤝‍👨🏻 👨‍👩‍👧‍👦 🧑🏿‍🚀 🏳️‍🌈 👍🏽 🇯🇵 ❤️ 1️⃣ 👩🏻‍🎨 🐻‍❄️ 🍵 🫖 ✍🏾 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👁️‍🗨️ 🤷🏼‍♀️"


def bench() -> None:
    reason = generator().why_not()
    if reason:
        print(f"not measured: {reason}")
        return
    npm = TwitterText()
    chance = random.Random(280)  # noqa: S311
    for name, make, most in KINDS:
        _short(npm, name, [make(chance) for _ in range(2 * TEXTS)], most)
    _typing(npm, chance)
    _paste(npm, chance)
    _hostile()
    npm.close()


# --- texts


def _sentence(chance: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += chance.choice(WORDS.split()) + chance.choice((" ", " ", " ", " ", ", ", ". "))
    return text[:length]


def _english(chance: random.Random) -> str:
    tail = f"#tea{chance.randrange(999)} @mia_{chance.randrange(99)} 🍵 https://leaf{chance.randrange(9999)}.shop/a"
    # The cup weighs 2, the link 23.
    return _sentence(chance, 279 - 1 - len(tail) - 23 + len(tail.split()[-1])) + " " + tail


def _japanese(chance: random.Random) -> str:
    at = chance.randrange(len(JAPANESE))
    text = "".join(chance.choice(JAPANESE) for _ in range(40)) + JAPANESE[at:] + JAPANESE
    return text[:140]


def _links(chance: random.Random) -> str:
    words, weight = [], 0
    while weight < 280 - 28:
        number = chance.randrange(9999)
        words.append(
            chance.choice(
                (
                    f"https://kiln{number}.example.com/bowls?id={number}",
                    f"leaf{number}.shop/cups",
                    f"www.tea{number}.co.uk",
                    f"http://t.co/a{number}",
                )
            )
        )
        if chance.random() < 0.3:
            words.append("see")
            weight += 4
        weight += 24
    return " ".join(words)


def _tags(chance: random.Random) -> str:
    text = ""
    while len(text) < 280:
        number = chance.randrange(9999)
        text += chance.choice(
            (f"#tea{number} ", f"@mia{number} ", f"#cup_{number} ", "$TEA ", "so ")
        )
    return text[:280]


def _emoji(chance: random.Random) -> str:
    return "".join(chance.choice(SIGNS.split()) for _ in range(140))


KINDS: tuple[tuple[str, Callable[[random.Random], str], float], ...] = (
    ("English 280", _english, 1.0),
    ("Japanese 280 (140 signs)", _japanese, 1.0),
    ("links 280", _links, 1.3),
    ("tags 280", _tags, 1.3),
    ("140 emoji", _emoji, 1.3),
)


def _long_text(chance: random.Random, length: int = 25_000) -> str:
    """Paragraphs of a few hundred signs, a link or tag in each."""
    text = ""
    while len(text) < length:
        text += _sentence(chance, chance.randrange(150, 450)) + chance.choice(
            (" #tea", " https://leaf.shop/a", " 🍵", " @mia", "")
        )
        text += "\n\n"
    return text[:length]


# --- measuring


def _ours(texts: Iterable[str], config: Config = STANDARD) -> list[int]:
    times = []
    for text in texts:
        began = time.perf_counter_ns()
        parse(text, config=config)
        times.append(time.perf_counter_ns() - began)
    return times


def _short(npm: TwitterText, name: str, texts: list[str], most: float) -> None:
    warm, texts = texts[:TEXTS], texts[TEXTS:]
    assert len(set(texts)) == TEXTS
    assert all(parse(text).fits for text in texts)
    npm.time(warm)
    _ours(warm)
    theirs: list[int] = []
    ours: list[int] = []
    for _ in range(ROUNDS):
        theirs += npm.time(texts)
        ours += _ours(texts)
    _print(name, ours, theirs, f"at most {most} wanted")


def _typing(npm: TwitterText, chance: random.Random) -> None:
    base = _long_text(chance, 24_000)
    places = (("start", 10), ("middle", len(base) // 2), ("end", len(base)))
    for name, place in places:
        _keys(npm, f"key at the {name} of 25,000", base, place, LONG)
    _keys(npm, "key over the limit", base, len(base) // 2, STANDARD)
    _keys(npm, "key after an invalid sign", base[:50] + "\ufeff" + base[50:], len(base) // 2, LONG)


def _keys(npm: TwitterText, name: str, base: str, place: int, config: Config) -> None:
    letters = "the kiln is warm today "
    typed = [base[:place] + (letters * 20)[: number + 1] + base[place:] for number in range(KEYS)]
    parsed = parse(base, config=config)
    ours = []
    for text in typed:
        began = time.perf_counter_ns()
        parsed = parse(text, config=config, before=parsed)
        ours.append(time.perf_counter_ns() - began)
    version = "long" if config == LONG else 3
    npm.time(typed[:10], version)
    theirs = npm.time(typed[10:100], version)
    _print(name, ours, theirs, "20 times faster wanted", faster=True)


def _paste(npm: TwitterText, chance: random.Random) -> None:
    texts = [_long_text(chance) for _ in range(40)]
    _ours(texts[:5], LONG)
    ours = _ours(texts[5:], LONG)
    _print("paste of 25,000", ours, npm.time(texts[5:], "long"), "under 15 ms wanted")


def _hostile() -> None:
    texts = {
        "dots": "." * 10_000,
        "Japanese and a dot": "日" * 10_000 + ".",
        "Japanese and a domain": "日" * 10_000 + ".com",
        "a.": "a." * 5_000,
        "a.com.": "a.com." * 1_700,
        "a.com..": "a.com.." * 1_500,
        "nested parentheses": "x.com/" + "(" * 5_000 + ")" * 5_000,
        "open parentheses": "x.com/((" * 1_250,
        "joined emoji": "👩\u200d" * 5_000,
        "flags": "🇦" * 10_000,
        "marks": "a" + "\u0301" * 10_000,
        "hash signs": "#" * 10_000,
        "at signs": "@a" * 5_000,
        "tags in Persian": "#چای" * 2_500,
    }
    for name, text in texts.items():
        took, whole = _processor(text), _processor(text * 2)
        print(
            f"hostile, {name}: {took / len(text) * 1000:.3f} ms of processor per 1,000 signs; "
            f"twice as long takes {whole / took:.1f} times as long (at most 2 ms wanted)"
        )


def _processor(text: str) -> float:
    """Milliseconds that ours takes, the best of three."""
    times = []
    for _ in range(3):
        began = time.process_time_ns()
        parse(text)
        times.append(time.process_time_ns() - began)
    return min(times) / 1e6


def _p(times: Sequence[int], percent: int) -> float:
    """In microseconds."""
    return statistics.quantiles(times, n=100)[percent - 1] / 1000


def _print(
    name: str, ours: list[int], theirs: list[int], wanted: str, *, faster: bool = False
) -> None:
    def ratio(percent: int) -> str:
        ours_p, theirs_p = _p(ours, percent), _p(theirs, percent)
        return f"{theirs_p / ours_p:.1f}x faster" if faster else f"{ours_p / theirs_p:.2f}"

    print(
        f"{name}: p50 {_p(ours, 50):.0f} us, npm {_p(theirs, 50):.0f}, {ratio(50)}; "
        f"p99 {_p(ours, 99):.0f} us, npm {_p(theirs, 99):.0f}, {ratio(99)}; "
        f"maximum {max(ours) / 1000:.0f} us ({wanted})",
        flush=True,
    )
