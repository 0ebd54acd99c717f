"""The differ: nothing is lost between two texts, and little of a long one is looked at closely."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text import differ
from services.text.differ import Change, Piece, compare, in_short

SAME, REMOVED, ADDED = Change.SAME, Change.REMOVED, Change.ADDED
WORDS = st.lists(
    st.sampled_from(["tea ", "شاي ", "茶", "の", "🍵", "\n", ". ", "چای\u200cها ", "e\u0301"])
)
TEXTS = st.one_of(st.text(max_size=60), WORDS.map("".join))


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert "".join(one.text for one in pieces if one.change is not ADDED) == before
    assert "".join(one.text for one in pieces if one.change is not REMOVED) == after
    assert all(one.text for one in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


@given(text=TEXTS)
def test_the_same_text_has_no_change(text: str) -> None:
    assert compare(text, text) == ((Piece(SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("New cups", "New bowls", [(SAME, "New "), (REMOVED, "cups"), (ADDED, "bowls")]),
        ("شاي جديد", "شاي بالنعناع جديد", [(SAME, "شاي "), (ADDED, "بالنعناع "), (SAME, "جديد")]),
        ("新しい茶碗", "新しい湯呑み", [(SAME, "新しい"), (REMOVED, "茶碗"), (ADDED, "湯呑み")]),
        ("چای تازه", "چای", [(SAME, "چای"), (REMOVED, " تازه")]),
        ("one two", "red blue", [(REMOVED, "one two"), (ADDED, "red blue")]),
        ("A 🍵 cup", "A 🫖 cup", [(SAME, "A "), (REMOVED, "🍵"), (ADDED, "🫖"), (SAME, " cup")]),
        ("one\ntwo", "uno\ntwo", [(REMOVED, "one"), (ADDED, "uno"), (SAME, "\ntwo")]),
        ("", "tea", [(ADDED, "tea")]),
    ],
)  # fmt: skip
def test_words_are_told_apart(before: str, after: str, pieces: list[tuple[Change, str]]) -> None:
    assert [(one.change, one.text) for one in compare(before, after)] == pieces


def _long_texts() -> dict[str, tuple[str, str]]:
    chance = random.Random(3)  # noqa: S311  # no secret

    def english() -> str:
        words = [
            "".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 8))) for _ in range(900)
        ]
        return " ".join(
            chance.choice(words) + chance.choice(["", "", "", ".", ",", "\n"]) for _ in range(4_500)
        )[:25_000]

    def changed(text: str) -> str:
        signs = list(text)
        for _ in range(200):
            signs[chance.randrange(len(signs))] = "x"
        return "".join(signs)

    one = english()
    lines = one.splitlines(keepends=True)
    japanese = "".join(chance.choices("新茶碗湯呑のをにはがです、。陶器窯", k=25_000))
    return {
        "some words": (one, changed(one)),
        "all other words": (english(), english()),
        "another order": (one, "".join(chance.sample(lines, len(lines)))),
        "Japanese": (japanese, changed(japanese)),
        "other Japanese": (japanese, japanese[::-1]),
        "one sign": ("a" * 25_000, "b" + "a" * 24_000),
        "lines": ("\n" * 25_000, "a\n" * 12_500),
        "spaces": ("a " * 12_500, "b a " * 6_250),
        "points": (". " * 12_500, "! " * 12_500 + "."),
    }  # fmt: skip


@pytest.mark.parametrize("name", _long_texts())
def test_of_25000_signs_few_are_compared_each_with_each(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = _long_texts()[name]
    pairs: list[int] = []
    by_difflib = differ._by_difflib

    def counted(old: Sequence[str], new: Sequence[str]) -> Iterator[differ.Match]:
        pairs.append(len(old) * len(new))
        return by_difflib(old, new)

    monkeypatch.setattr(differ, "_by_difflib", counted)
    pieces = compare(before, after)
    assert "".join(one.text for one in pieces if one.change is not ADDED) == before
    assert "".join(one.text for one in pieces if one.change is not REMOVED) == after
    assert max(pairs, default=0) <= differ._CLOSELY
    assert sum(pairs) <= 20 * (len(before) + len(after))


def test_in_short_the_changes_stay_with_what_stands_around_them() -> None:
    same = "The kiln is hot. " * 100
    shown = in_short(compare(f"{same}Once. {same}", f"{same}Twice. {same}"), most=10_000)
    assert [piece.change for piece in shown] == [
        Change.SAME,
        Change.REMOVED,
        Change.ADDED,
        Change.SAME,
    ]
    assert (shown[1].text.strip(), shown[2].text.strip()) == ("Once", "Twice")
    assert all(len(piece.text) <= 403 for piece in shown)
    assert shown[0].text.endswith("The kiln is hot. ")


def test_in_short_is_never_much_longer_than_asked() -> None:
    pieces = [Piece(Change.ADDED if n % 2 else Change.SAME, "茶" * 5_000) for n in range(500)]
    shown = in_short(pieces, most=30_000)
    assert sum(len(piece.text) for piece in shown) < 33_000
    assert shown[-1] == Piece(Change.SAME, "…")
    assert in_short(pieces[:1], most=1)[0].text.startswith("茶")
