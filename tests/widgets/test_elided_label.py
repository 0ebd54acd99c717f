from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from widgets.elided_label import ElidedLabel

LONG = {
    "en": "A new batch of smoked tea is on the shelf since this morning, come and smell it",
    "fa": "چای دودی تازه از امروز صبح روی قفسه است، بیایید و بوی آن را حس کنید دوستان",
    "ja": "今朝から新しい燻製茶が棚に並んでいます。ぜひ香りを確かめにいらしてください。",
    "emoji": "🌿🍵 " * 40,
}


def made(qtbot: QtBot, text: str, width: int, lines: int = 1) -> ElidedLabel:
    label = ElidedLabel(text, lines=lines)
    qtbot.addWidget(label)
    label.resize(width, label.sizeHint().height())
    return label


def test_short_text_is_whole(qtbot: QtBot) -> None:
    label = made(qtbot, "Queued", 200)
    assert label.shown_lines() == ["Queued"]
    assert not label.is_cut
    assert label.toolTip() == ""


@pytest.mark.parametrize("kind", LONG)
@pytest.mark.parametrize("lines", [1, 2])
def test_long_text_is_cut_and_told_in_the_tooltip(qtbot: QtBot, kind: str, lines: int) -> None:
    label = made(qtbot, LONG[kind], 160, lines)
    label.setText(LONG[kind])
    shown = label.shown_lines()
    assert len(shown) == lines
    assert shown[-1].endswith("…")
    assert label.is_cut
    assert label.toolTip() == LONG[kind]
    for line in shown:
        assert label.fontMetrics().horizontalAdvance(line) <= 162


def test_two_lines_hold_what_fits(qtbot: QtBot) -> None:
    label = made(qtbot, "Smoked tea is\nback on the shelf", 110, 2)
    label.resize(label.fontMetrics().horizontalAdvance("back on the shelf") + 16, 60)
    assert "".join(label.shown_lines()).replace(" ", "") == "Smokedteaisbackontheshelf"
    assert not label.is_cut


def test_emoji_are_never_torn(qtbot: QtBot) -> None:
    label = made(qtbot, "🌿" * 60, 100, 2)
    assert set("".join(label.shown_lines())) <= {"🌿", "…"}


def test_it_never_pushes_a_row_wider(qtbot: QtBot) -> None:
    label = made(qtbot, LONG["en"], 100)
    assert label.minimumSizeHint().width() < 60
    assert label.sizeHint().width() > 300


def test_it_is_a_label_and_draws_in_any_direction(qtbot: QtBot) -> None:
    label = made(qtbot, LONG["fa"], 120, 2)
    assert isinstance(label, QLabel)
    assert label.text() == LONG["fa"]
    assert not label.grab().isNull()


def test_empty(qtbot: QtBot) -> None:
    label = made(qtbot, "", 100)
    assert label.shown_lines() == []
    assert not label.is_cut
