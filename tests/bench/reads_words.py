"""What is worked out from words alone: likeness, differences, emoji, fill-ins, marked links."""

from __future__ import annotations

import random
import re
from difflib import SequenceMatcher, get_close_matches, ndiff

from services.publishing.link_marks import LinkMarks, mark_links
from services.text.differ import compare
from services.text.emoji_book import load_book
from services.text.fill_ins import fill
from services.text.fold import folded
from services.text.measure import parse
from services.text.similar import Essences, essence, most_alike, similar
from tests.bench.beside import beside
from tests.bench.measure import WORDS

LONG = 25_000


def bench(texts: list[str], chance: random.Random) -> None:
    """`texts`: of the shop's posts."""
    _alike(texts)
    _differences(chance)
    _emoji()
    _fill_ins()
    _links()


def _alike(texts: list[str]) -> None:
    draft = " ".join(WORDS.split()[:36])
    said, essences = essence(draft), [essence(text) for text in texts]
    beside(
        f"the most alike of {len(texts):,} posts (rapidfuzz)",
        lambda: most_alike(said, essences),
        "difflib.get_close_matches",
        lambda: get_close_matches(said, essences, n=1, cutoff=0.8),
        rounds=60,
        theirs=2,
    )
    kept = Essences()
    kept.of(texts)
    beside(
        "the same with all texts, what they say remembered",
        lambda: most_alike(essence(draft), kept.of(texts)),
        "nothing remembered",
        lambda: similar(draft, texts),
        rounds=60,
        theirs=20,
    )


def _differences(chance: random.Random) -> None:
    lines = [
        " ".join(chance.choices(WORDS.split(), k=chance.randrange(20, 60))) for _ in range(200)
    ]
    before = "\n".join(lines)[:LONG]
    signs = list(before)
    for _ in range(60):
        signs[chance.randrange(len(signs))] = "x"
    after = "".join(signs)
    beside(
        f"versions of {LONG:,} signs compared by words",
        lambda: compare(before, after),
        "difflib.ndiff by lines",
        lambda: list(ndiff(before.splitlines(), after.splitlines())),
        rounds=60,
        theirs=5,
    )
    old, new = re.findall(r"\w+|\W", before), re.findall(r"\w+|\W", after)
    beside(
        "the same",
        lambda: compare(before, after),
        "difflib.SequenceMatcher by words",
        lambda: SequenceMatcher(None, old, new, autojunk=False).get_opcodes(),
        rounds=30,
        theirs=2,
    )
    post, changed = before[:280], after[:140] + " now " + after[140:275]
    beside(
        "versions of a post of 280",
        lambda: compare(post, changed),
        "difflib.ndiff by lines",
        lambda: list(ndiff(post.splitlines(), changed.splitlines())),
    )


def _emoji() -> None:
    book = load_book()
    rows = [" ".join(words) for words in zip(*book._words, strict=True)]
    for query in ("a", "tea", "ا", "茶", "red heart"):
        asked = folded(query).split()
        beside(
            f"emoji for {query!r}, ranked",
            lambda query=query: book.find(query),
            "a scan of the same words, unranked",
            lambda asked=asked: [
                one
                for row, one in zip(rows, book.all, strict=True)
                if all(word in row for word in asked)
            ],
        )


def _fill_ins() -> None:
    pattern = re.compile(r"\{([^{}\n]{1,40})\}")
    for name, piece in (("a template", "{product} for {price}: {link} ☕ "), ("hostile", "{a")):
        text = piece * (LONG // len(piece))
        beside(
            f"fill-ins of {LONG:,} signs, {name}",
            lambda text=text: fill(text, {"price": "24"}),
            "re.sub, which reads no doubled brace",
            lambda text=text: pattern.sub(lambda one: "24" if one[1] == "price" else one[0], text),
        )


def _links() -> None:
    marks = LinkMarks("https://leafandkiln.com", "abcd2345")
    for name, text in (
        ("a post", "New bowls today, wood fired: https://leafandkiln.com/bowls #tea"),
        (f"hostile, {LONG:,} signs", "leafandkiln.com#" * (LONG // 16)),
    ):
        beside(
            f"links marked in {name}",
            lambda text=text: mark_links(text, marks),
            "its measuring",
            lambda text=text: parse(text),
            rounds=40,
        )
