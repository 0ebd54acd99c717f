from __future__ import annotations

import pytest

from services.text.measure import parse
from ui.compose.preview_value import as_shown


@pytest.mark.parametrize(
    ("text", "shown", "coloured"),
    [
        ("plain", "plain", []),
        (
            "see https://www.kiln.example.com/a #tea",
            "see kiln.example.com/a #tea",
            ["kiln.example.com/a", "#tea"],
        ),
        (
            "🍵 http://kiln.example.com/bowls/black-and-white @mia",
            "🍵 kiln.example.com/bowls/bla… @mia",
            ["kiln.example.com/bowls/bla…", "@mia"],
        ),
        (
            "شاي #شاي https://kiln.example.com",
            "شاي #شاي kiln.example.com",
            ["#شاي", "kiln.example.com"],
        ),
        ("words \n\n", "words", []),
    ],
)
def test_links_are_written_as_x_writes_them(text: str, shown: str, coloured: list[str]) -> None:
    words, spans = as_shown(text, parse(text))
    assert words == shown
    assert [words[start:end] for start, end in spans] == coloured


def test_a_pasted_novel_is_cut_short() -> None:
    text = "word #tea " * 5_000
    words, spans = as_shown(text, parse(text))
    assert len(words) <= 1_300
    assert words.endswith("…")
    assert all(words[start:end] == "#tea" for start, end in spans)
