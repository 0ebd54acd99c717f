"""Whether a post shows what a customer said."""

from __future__ import annotations

import pytest

from services.publishing.praise import shows_praise
from services.text.similar import essence

WRITTEN = essence("Your little blue teapot makes every morning a good one, thank you so much")


@pytest.mark.parametrize(
    "text",
    [
        "★★★★★ from Anna",
        "⭐️⭐️⭐️⭐️⭐️ what a week",
        "Anna wrote: “It is the best bowl I own”",
        'A review that made our day: "so light and warm"',
        "Una clienta nos escribe: «La taza es preciosa»",
        "كتبت لنا ليلى: «الكوب أجمل من الصورة»",
        "مینا نوشت: «لیوان از عکسش هم قشنگ‌تره»",
        "お客様のレビュー「とても持ちやすいカップでした」",
        "顾客评价：“杯子比照片还好看，很喜欢”",
        "From Anna: Your little blue teapot makes every morning a good one. Thank you!",
    ],
)
def test_praise_shown(text: str) -> None:
    assert shows_praise(text, [WRITTEN])


@pytest.mark.parametrize(
    "text",
    [
        "The kiln is open today",
        "We call it “the moon jar”",
        "Thank you all",
        "新作「月の壺」です",
        "★ New ★",
        "Your reviews help us. Write one?",
        "",
    ],
)
def test_none_shown(text: str) -> None:
    assert not shows_praise(text, [WRITTEN, ""])
