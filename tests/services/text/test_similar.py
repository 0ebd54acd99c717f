"""What two posts say is compared, not what both link to or are tagged with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text import similar as module
from services.text.fold import folded
from services.text.similar import AT_ONCE, SIMILAR, Essences, essence, most_alike, similar

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blue bowl is back in stock today", "the BLUE bowl is back, in stock today!!! 🍵"),
        (
            "Té azul: la taza está aquí, 24 euros",
            "te azul la taza esta aqui 24 EUROS https://k.example",
        ),
        ("کتاب‌های آبی دوباره رسیدند", "كتاب هاي آبي دوباره رسيدند #چای"),
        ("وصلت الأكواب الزرقاء اليوم", "وصلت الاكواب الزرقاء اليوم 🫖"),
        ("青いカップが再入荷しました", "青いカップが、再入荷しました！"),
        ("蓝色的杯子今天到货了", "蓝色的杯子今天到货了！！"),
        ("The blue bowl is back in stock", "The blue bowls are back in stock"),
    ],
)
def test_nearly_the_same(one: str, other: str) -> None:
    found = similar(one, ["Something else about clay and fire", other])
    assert found is not None
    assert found.place == 1
    assert found.ratio >= SIMILAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Good cups https://kiln.example/a #tea #clay",
            "A fine day https://kiln.example/a #tea #clay",
        ),
        ("https://kiln.example/new-bowls #tea", "https://kiln.example/new-bowls #tea"),
        ("Good morning ☕", "Good morning ☀"),
        ("おはよう", "おはよう"),
        ("@anna @ben @carla_with_a_long_name", "@anna @ben @carla_with_a_long_name"),
        ("How to season an iron teapot", "The winter sale begins on Friday"),
        ("", ""),
    ],
)
def test_links_tags_and_greetings_alone_are_not(one: str, other: str) -> None:
    assert similar(one, [other]) is None


def test_the_most_alike_is_named_and_of_two_alike_the_first() -> None:
    text = "The blue bowl is back in stock today"
    near = "The blue bowl is back in stock now"
    assert similar(text, [near, text, text]) == (1, 1.0)


def test_it_looks_beyond_the_first_few_hundred() -> None:
    others = [f"{place} mugs of another kind" for place in range(700)]
    text = "The blue bowl is back in stock today"
    assert similar(text, [*others, text]) == (700, 1.0)


def test_remembered_essences_are_those_of_the_texts() -> None:
    kept = Essences()
    texts = ["One teapot of iron and clay", "Two teapots of iron", "One teapot of iron and clay"]
    assert kept.of(texts) == [essence(text) for text in texts]
    assert kept.of(iter(texts[:1])) == [essence(texts[0])]


def test_five_thousand_posts_are_read_once_and_other_threads_get_their_turns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    posts = [f"{place} bowls of blue glaze, fired in iron {place}" for place in range(5_000)]
    read: list[str] = []
    turns: list[float] = []
    monkeypatch.setattr(module, "folded", lambda text: read.append(text) or folded(text))
    monkeypatch.setattr(module, "sleep", turns.append)
    kept = Essences()
    said = kept.of(posts)
    assert (len(read), len(turns)) == (5_000, 5_000 // AT_ONCE)
    assert kept.of(posts) == said
    assert len(read) == 5_000
    turns.clear()
    assert most_alike(said[4_321], said) == (4_321, 1.0)
    assert len(turns) == 5_000 // AT_ONCE


def test_rapidfuzz_is_loaded_with_the_first_comparison_only() -> None:
    code = (
        "import sys\n"
        "import services.shop, services.publishing.guard_reader, services.text.similar\n"
        "sys.exit('rapidfuzz' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@given(st.text(max_size=120))
def test_any_text_is_like_itself_or_says_too_little(text: str) -> None:
    found = similar(text, [text])
    assert found == (0, 1.0) if essence(text) else found is None
