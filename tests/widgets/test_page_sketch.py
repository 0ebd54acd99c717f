from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from widgets import sketch_pieces
from widgets.page_sketch import PageSketch
from widgets.sketch_values import Piece, Shape, Sketch
from widgets.tones import tones_of

WORDLESS = Sketch(
    "A page",
    "",
    (
        Piece(Shape.PERSON, mark=0),
        Piece(Shape.BAR, share=0.6),
        Piece(Shape.GAP),
        Piece(Shape.CHOICE, on=True, mark=0),
        Piece(Shape.FIELD, mark=0),
        Piece(Shape.BUTTON, share=0.5, mark=0),
    ),
    turns=True,
)


@pytest.fixture
def sketch(qtbot: QtBot, themed: object) -> PageSketch:
    made = PageSketch(WORDLESS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def picture(sketch: PageSketch) -> QImage:
    return sketch.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_it_turns_round_with_the_line_of_reading(sketch: PageSketch) -> None:
    """Pixel by pixel nearly the same, seen in a mirror: edges fall between pixels."""
    before = picture(sketch).flipped(Qt.Orientation.Horizontal)
    sketch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = picture(sketch)
    other = sum(
        abs(before.pixelColor(x, y).lightness() - after.pixelColor(x, y).lightness()) > 60
        for x in range(after.width())
        for y in range(after.height())
    )
    assert other < after.width() * after.height() / 100


def test_a_page_in_english_stands_as_it_is(sketch: PageSketch) -> None:
    sketch.set(replace(WORDLESS, turns=False))
    before = picture(sketch)
    sketch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(sketch) == before


@pytest.mark.parametrize("percent", [100, 200])
def test_a_number_stays_within_its_disc(
    sketch: PageSketch, themed: Any, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    drawn: list[tuple[float, float]] = []

    def note(
        _painter: Any, _centre: Any, number: str, *, side: float, font: QFont, **_: Any
    ) -> None:
        drawn.append((side, QFontMetricsF(font).tightBoundingRect(number).height()))

    monkeypatch.setattr(sketch_pieces, "draw_number", note)
    themed.apply("light", "en", text_percent=percent)
    sketch.set(Sketch("", "", (Piece(Shape.CHOICE, mark=2),)))
    sketch.resize(sketch.sizeHint())
    drawn.clear()
    sketch.grab()
    ((side, high),) = drawn
    assert high <= side * 0.75
    themed.apply("light", "en", text_percent=100)


def test_what_matters_is_marked(sketch: PageSketch) -> None:
    tint = tones_of(sketch).tint.rgb()

    def tinted(made: PageSketch) -> int:
        image = picture(made)
        return sum(
            image.pixel(x, y) == tint
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        )

    assert tinted(sketch) > 100
    plain = tuple(Piece(piece.shape, share=piece.share) for piece in WORDLESS.pieces)
    sketch.set(Sketch("A page", "", plain))
    assert tinted(sketch) == 0


def test_it_says_what_it_shows_and_grows_with_its_words(sketch: PageSketch) -> None:
    assert sketch.accessibleName() == "A page"
    small = sketch.sizeHint()
    font = sketch.font()
    font.setPixelSize(28)
    sketch.setFont(font)
    assert sketch.sizeHint().height() > small.height()


@pytest.mark.parametrize("text", ["رابط https://x.com", "長い" * 40, "🔑" * 30, "x" * 200, ""])
def test_any_words_are_drawn(sketch: PageSketch, text: str) -> None:
    pieces = tuple(Piece(shape, text, text, mark=2) for shape in Shape)
    sketch.set(Sketch(text, text, pieces))
    sketch.resize(240, sketch.sizeHint().height())
    assert not picture(sketch).isNull()
