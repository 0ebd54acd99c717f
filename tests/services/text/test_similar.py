"""What two posts say is compared, not what both link to or are tagged with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

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
        ("The blue bowl is back in stock today", "The blue bowl is back in stock now"),
        (
            "Los cuencos azules ya están aquí, 24 euros",
            "El cuenco azul ya está aquí hoy, 24 euros",
        ),
        ("لیوان‌های آبی رسیدند، به ما سر بزنید", "لیوان آبی رسید، به ما سر بزنید"),
        ("青いカップが再入荷しました", "青いカップが再入荷しています"),
        ("蓝色的杯子今天到货了", "蓝色的杯子今天到货啦"),
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Blue mugs are back in stock, $18 each.", "Red mugs are back in stock, $18 each."),
        ("Open today from 10 to 6.", "Open today from 9 to 4."),
        ("Open today from ten until late.", "Open tomorrow from ten until late."),
        ("New in the shop: the small oak bowl.", "New in the shop: the large oak bowl."),
        ("Market in Lyon this Saturday, stall 12.", "Market in Nice this Sunday, stall 4."),
        ("Closed on Tuesday, see you soon.", "Closed on Thursday, see you soon."),
        ("¡Nuevo! Taza azul hecha a mano", "¡Nuevo! Taza roja hecha a mano"),
        ("Cerrado el martes por inventario", "Cerrado el miércoles por inventario"),
        ("وصلت الأكواب الزرقاء الجديدة اليوم", "وصلت الأكواب الحمراء الجديدة اليوم"),
        ("المحل مغلق يوم الثلاثاء", "المحل مغلق يوم الاثنين"),
        ("امروز از ساعت ۱۰ تا ۱۸ باز هستیم", "امروز از ساعت ۹ تا ۱۴ باز هستیم"),
        ("روز دوشنبه مغازه بسته است", "روز سه‌شنبه مغازه بسته است"),
        (
            "青い茶碗が入荷しました。ぜひご覧ください。",
            "赤い湯呑が入荷しました。ぜひご覧ください。",
        ),
        ("本日は十時から営業します。", "明日は九時から営業します。"),
        ("本日は10時から営業します。", "本日は9時から営業します。"),
        ("蓝色的杯子今天到货了", "红色的杯子今天到货了"),
        ("本店周一休息，周二见，谢谢大家", "本店周五休息，周六见，谢谢大家"),
    ],
)
def test_other_hours_days_and_goods_tell_short_posts_apart(one: str, other: str) -> None:
    assert fuzz.ratio(essence(one), essence(other)) >= 75
    assert similar(one, [other]) is None
    assert similar(other, [one]) is None
    assert similar(one, [other, one]) == (1, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Our {} glaze comes from a small pit behind the old station, where we dig the clay each "
        "spring, wash it in the stream and let it dry on the roof until the swallows leave",
        "Nuestro esmalte {} sale de un pozo detrás de la vieja estación, donde cavamos la arcilla "
        "cada primavera, la lavamos en el río y la dejamos secar hasta que se van los vencejos",
    ],
)
def test_a_long_post_is_alike_though_a_word_is_another(text: str) -> None:
    assert similar(text.format("blue"), [text.format("green")]) is not None
    assert similar(text.format("10"), [text.format("12")]) is not None


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
