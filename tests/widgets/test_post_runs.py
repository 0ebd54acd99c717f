"""Colours stay where they belong, whatever is edited, and mostly without being painted again."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from widgets.post_edit import PostEdit
from widgets.post_highlighter import PostHighlighter

_TAG = re.compile(r"#\w+")
_PIECES = st.lists(
    st.sampled_from(
        ["tea", "#tea", " ", "\n", "🍵", "شاي", "#شاي", "茶", "#", "a", "_", "\u2028", "\u00a0"]
    ),
    max_size=12,
).map("".join)
_EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), _PIECES), max_size=6)


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> PostEdit:
    made = PostEdit()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def spans(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _TAG.finditer(text)]


def coloured(edit: PostEdit) -> list[str]:
    """The words that stand in colour, as Qt will draw them."""
    words = []
    block = edit.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for found in block.layout().formats():
            cut = units[found.start * 2 : (found.start + found.length) * 2]
            words.append(cut.decode("utf-16-le"))
        block = block.next()
    return words


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(_PIECES, _EDITS)
def test_after_any_edit_the_colours_are_the_texts(
    edit: PostEdit, text: str, edits: list[tuple[int, int, str]]
) -> None:
    edit.set_text(text)
    edit.set_spans(spans(edit.text()))
    for at, length, new in edits:
        start = min(at, len(edit.text()))
        edit.replace(start, min(start + length, len(edit.text())), new)
        edit.set_spans(spans(edit.text()))
        assert "".join(coloured(edit)) == "".join(_TAG.findall(edit.text()))
        assert all(word.startswith("#") for word in coloured(edit))
    while edit.document().isUndoAvailable():
        edit.undo()
        edit.set_spans(spans(edit.text()))
        assert "".join(coloured(edit)) == "".join(_TAG.findall(edit.text()))


def test_a_letter_in_a_word_or_behind_it_needs_no_second_painting(
    edit: PostEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit.changed.connect(lambda text: edit.set_spans(spans(text)))
    edit.insert("a 🍵 new #tea cup\n#شاي and more")
    again: list[int] = []
    monkeypatch.setattr(
        PostHighlighter, "rehighlightBlock", lambda _self, block: again.append(block.blockNumber())
    )
    edit.place_caret(0)
    qtbot.keyClicks(edit, "so ")
    edit.place_caret(edit.text().index("#tea") + 4)
    qtbot.keyClicks(edit, "bowl")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(edit, "l ")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " cups")
    assert again == []
    assert coloured(edit) == ["#teabowl", "#شاي"]


def test_a_very_long_paragraph_has_its_new_colours_a_moment_later(
    edit: PostEdit, qtbot: QtBot
) -> None:
    edit.insert("tea " * 1_000 + "#te")
    edit.set_spans(spans(edit.text()))
    assert coloured(edit) == []
    edit.place_caret(0)
    edit.insert("a\n")
    edit.set_spans(spans(edit.text()))
    qtbot.waitUntil(lambda: coloured(edit) == ["#te"], timeout=2_000)


def test_words_to_avoid_are_underlined_and_keep_their_colours(edit: PostEdit) -> None:
    edit.set_text("🍵 cheap #cheaptea\nرخيص")
    text = edit.text()
    edit.set_spans(spans(text))
    avoided = [found.span() for found in re.finditer("cheap|رخيص", text)]
    edit.set_underlined(avoided)

    def looks(paragraph: int) -> list[tuple[int, int, bool, bool]]:
        block = edit.document().findBlockByNumber(paragraph)
        return [
            (
                one.start,
                one.length,
                one.format.underlineStyle() is one.format.UnderlineStyle.WaveUnderline,
                one.format.hasProperty(one.format.Property.ForegroundBrush.value),
            )
            for one in block.layout().formats()
        ]

    assert looks(0) == [
        (3, 5, True, False),
        (9, 1, False, True),
        (10, 5, True, True),
        (15, 3, False, True),
    ]
    assert looks(1) == [(0, 4, True, False)]
    edit.set_underlined([])
    assert looks(0) == [(9, 9, False, True)]
    assert looks(1) == []


def test_an_underline_goes_with_its_word(edit: PostEdit, qtbot: QtBot) -> None:
    edit.set_text("so cheap")
    edit.set_underlined([(3, 8)])
    edit.place_caret(0)
    qtbot.keyClicks(edit, "not ")
    (found,) = edit.document().firstBlock().layout().formats()
    assert (found.start, found.length) == (7, 5)


def test_in_a_very_long_paragraph_the_tint_moves_a_moment_later(
    edit: PostEdit, qtbot: QtBot
) -> None:
    edit.changed.connect(lambda _text: edit.set_spans([], overflow_from=4_000))
    edit.insert("a" * 4_100)

    def tinted() -> tuple[int, int]:
        (beyond,) = edit.extraSelections()
        return beyond.cursor.selectionStart(), beyond.cursor.selectionEnd()

    assert tinted() == (4_000, 4_100)
    edit.place_caret(0)
    qtbot.keyClicks(edit, "b")
    assert tinted() == (4_001, 4_101)
    qtbot.waitUntil(lambda: tinted() == (4_000, 4_101), timeout=2_000)
    edit.set_spans([])
    assert edit.extraSelections() == []
