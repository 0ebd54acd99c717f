from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.text.measure import LONG, parse
from ui.compose.preview_value import Shown, as_shown, notes_of, preview_of


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
        ("  \n #tea for two", "#tea for two", ["#tea"]),
        ("https://kiln.example.com/", "kiln.example.com", ["kiln.example.com"]),
        ("$TEA @mia/list", "$TEA @mia/list", ["$TEA", "@mia/list"]),
        ("\u202eshown as it is\u200b", "\u202eshown as it is\u200b", []),
        ("   ", "", []),
    ],
)
def test_links_are_written_as_x_writes_them(text: str, shown: str, coloured: list[str]) -> None:
    found = as_shown(text, parse(text))
    assert found.text == shown
    assert [found.text[start:end] for start, end in found.spans] == coloured
    assert not found.folded


def test_a_marked_link_is_shown_as_it_is_sent() -> None:
    text = "🍵 kiln.example.com and kiln.example.com 🍵"
    sent = {23: "kiln.example.com/?utm_source=x&utm_campaign=post"}
    found = as_shown(text, parse(text), sent)
    assert found.text == "🍵 kiln.example.com and kiln.example.com/?utm_sour… 🍵"


def test_a_pasted_novel_is_cut_short() -> None:
    text = "word #tea " * 5_000
    found = as_shown(text, parse(text))
    assert len(found.text) <= 620
    assert found.text.endswith("…")
    assert not found.folded
    assert all(found.text[start:end] == "#tea" for start, end in found.spans)


def test_a_long_post_is_folded_after_280() -> None:
    text = "A word or two of tea. " * 40
    found = as_shown(text, parse(text, config=LONG))
    assert found.folded
    assert 250 <= len(found.text) <= 280
    assert text.startswith(found.text)
    assert found.text[-1] != " "


def test_a_long_post_in_japanese_is_folded_after_140() -> None:
    text = "お茶" * 200
    found = as_shown(text, parse(text, config=LONG))
    assert found.folded
    assert len(found.text) == 140


def test_a_short_post_of_who_may_write_long_ones_is_whole() -> None:
    text = "شاي #شاي"
    assert as_shown(text, parse(text, config=LONG)) == Shown(text, ((4, 8),))


@given(text=st.text(max_size=900))
def test_spans_are_what_they_colour(text: str) -> None:
    for config in (LONG, None):
        parsed = parse(text, config=config) if config else parse(text)
        found = as_shown(text, parsed)
        ends = [0, *(place for span in found.spans for place in span), len(found.text)]
        assert ends == sorted(ends)
        assert found.text == found.text.strip() or found.text.endswith("…") or found.spans


def test_a_poll_is_shown_as_people_meet_it(qapp: object) -> None:
    shown = preview_of(
        Shown("Which?"),
        name="Leaf & Kiln",
        handle="tea",
        logo=None,
        poll=Poll((" شاي ", "Tea"), 3 * 24 * 60),
    )
    assert shown.poll is not None
    assert shown.poll.options == ("شاي", "Tea")
    assert shown.poll.footer == "0 votes · 3 days left"


def test_notes_go_with_the_parts_that_carry_them(qapp: object) -> None:
    options = PostOptions(
        who_can_reply=WhoCanReply.MENTIONED, paid_partnership=True, made_with_ai=True
    )
    first = [note.text for note in notes_of(options, first=True, pictured=True)]
    assert first == ["Paid partnership", "Made with AI", "Only people you mention can reply"]
    later = [note.text for note in notes_of(options, first=False, pictured=False)]
    assert later == ["Paid partnership"]
    assert notes_of(PostOptions(), first=True, pictured=True) == ()


def test_the_fold_is_told(qapp: object) -> None:
    shown = preview_of(Shown("words", folded=True), name="", handle="", logo=None)
    assert shown.more == "Show more"
