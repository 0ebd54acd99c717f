"""Whatever stands in Unicode can be put into the field, and comes out as it went in."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.pasted import usable
from widgets.post_edit import PostEdit

_ANY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Co", "Cn", "Cf", "Cc", "Mn", "Me"]),
        st.sampled_from("\u202a\u202e\u2066\u2069\u200b\u200d\ufe0f\ufffc\ufdd0\uffff\ud83c\udf75"),
        st.sampled_from("a 🍵👩🏽‍🤝‍👨🏻\u0301ش茶\n\r\u2028\u2029\u00a0"),
    ),
    max_size=40,
)
_CHECKS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> PostEdit:
    made = PostEdit()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def kept(text: str) -> str:
    """What the field keeps of it: all that a post can hold, each line's end as one sign."""
    return re.sub("\r\n|[\r\u2028\u2029]", "\n", usable(text)[0])


@_CHECKS
@given(_ANY)
@example("\ud83c\udf75")
@example("a\ud83cb")
@example("\ufffc")
@example("\U00010d4a")
@example("\r\n\r")
@example("\u200b\u200d\ufeff")
def test_what_is_put_in_comes_out(edit: PostEdit, text: str) -> None:
    edit.set_text(text)
    assert edit.text() == kept(text)
    edit.set_text("")
    edit.insert(text)
    assert edit.text() == kept(text)
    edit.text().encode()
    if edit.text():
        edit.undo()
        assert edit.text() == ""
        edit.redo()
        assert edit.text() == kept(text)


@_CHECKS
@given(_ANY, st.integers(0, 40), st.integers(0, 40), _ANY)
def test_places_are_places_of_the_text(
    edit: PostEdit, text: str, start: int, length: int, new: str
) -> None:
    edit.set_text(text)
    before = edit.text()
    start = min(start, len(before))
    end = min(start + length, len(before))
    edit.place_caret(start)
    if not before[:start].endswith(("\n",)) and start > 0:
        assert edit.caret() == start
    edit.replace(start, end, kept(new))
    assert edit.text() == before[:start] + kept(new) + before[end:]


@_CHECKS
@given(_ANY, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=5))
def test_no_span_is_too_odd(edit: PostEdit, text: str, spans: list[tuple[int, int]]) -> None:
    edit.set_text(text)
    edit.set_spans(spans, overflow_from=len(text) // 2)
    edit.set_underlined(spans)
    edit.set_spans(spans)
    QApplication.processEvents()
    edit.set_spans([])
    edit.set_underlined([])
    assert not any(
        edit.document().findBlockByNumber(number).layout().formats()
        for number in range(edit.document().blockCount())
    )


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301" * 10_000,
        "\u0e33" * 10_000,
        "\u202e" * 10_000,
        "\u2066" * 5_000 + "a" + "\u2069" * 5_000,
        "\u200d" * 10_000,
        "\U0010fffd" * 5_000,
        "\U000e0999" * 5_000,
        "ش\u0651" * 5_000,
        "👩‍👩‍👧‍👦" * 1_000,
        "\n" * 10_000,
    ],
    ids=[
        "marks",
        "thai",
        "overrides",
        "isolates",
        "joiners",
        "private",
        "unassigned",
        "arabic",
        "families",
        "empty lines",
    ],
)
def test_keys_in_a_hostile_text_are_painted(edit: PostEdit, qtbot: QtBot, text: str) -> None:
    edit.insert(text)
    QApplication.processEvents()
    for _ in range(3):
        qtbot.keyClicks(edit, "a")
        QApplication.processEvents()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == kept(text) + "aa"
