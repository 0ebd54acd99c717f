import threading
from dataclasses import replace
from math import ceil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from services.media.text_painter import Align, TextSpec
from ui.paint.text_lines import Setting, set_in_lines
from ui.paint.text_painter import QtTextPainter, text_painter

WORDS = {
    "en": "Moss teapot, fired twice, 120 €",
    "ar": "إبريق شاي أخضر من الخزف ١٢٠",
    "fa": "قوری سبز خزه‌ای برای خانه و باغ",
    "ja": "抹茶茶碗、黒釉のとても小さいもの。",
    "zh": "苔绿色茶壶，手工制作，只有一件",
    "emoji": "☕❤️👩🏽‍🤝‍👨🏻👨‍👩‍👧‍👦🏳️‍🌈1️⃣🫖",
    "mixed": "Kettle إبريق with mint\nچای 🍵 and 抹茶",
}
ALL = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())


@pytest.fixture(scope="module")
def painter(qapp):
    return text_painter("en")


def spec(text, width=4_000, **kept):
    return TextSpec(text, width, kept.pop("size", 90), "#1d1b18", **kept)


def inked(painted):
    """Left, top, right and bottom of what is not see-through, in parts of the picture."""
    alpha = painted.rgba[3::4]
    wide = painted.width
    places = [place for place, value in enumerate(alpha) if value > 40]
    across = [place % wide for place in places]
    return (
        min(across) / wide,
        places[0] // wide / painted.height,
        (max(across) + 1) / wide,
        (places[-1] // wide + 1) / painted.height,
    )


@ALL
@pytest.mark.parametrize("scale", [1.0, 0.37, 0.21])
def test_it_paints_what_it_measured(painter, words, scale):
    asked = spec(words, 700, most_lines=4)
    wide, tall = painter.measure(asked)
    painted = painter.paint(asked, scale=scale)
    assert 0 < wide <= 700
    assert (painted.width, painted.height) == (ceil(wide * scale), ceil(tall * scale))
    assert len(painted.rgba) == painted.width * painted.height * 4
    assert any(painted.rgba[3::4])


@ALL
def test_lines_stand_alike_at_each_scale(painter, words):
    asked = spec(words, 600, most_lines=4)
    large = inked(painter.paint(asked, scale=1.0))
    for scale in (0.5, 0.23):
        small = inked(painter.paint(asked, scale=scale))
        # A pixel of the small one, on either side.
        off = 2.5 / min(ceil(side * scale) for side in painter.measure(asked))
        assert small == pytest.approx(large, abs=off)


@ALL
def test_nothing_is_cut_off(painter, words):
    letters = painter._letters((90, True))
    for width in (4_000, 420, 260):
        lines = set_in_lines(words, Setting(letters, width, 9))
        sheet = QImage(
            int(lines.box.width()) + 200,
            int(lines.box.height()) + 200,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        sheet.fill(0)
        brush = QPainter(sheet)
        brush.translate(100, 100)
        lines.draw(brush)
        brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        # A letter's soft edge may reach half a pixel out.
        brush.fillRect(QRectF(-1, -1, lines.box.width() + 2, lines.box.height() + 2), QColor(0))
        brush.end()
        assert not any(sheet.constBits())
        assert lines.box.width() <= width


@ALL
def test_too_many_words_end_in_an_ellipsis(painter, words):
    asked = spec(words.replace("\n", " "), 330)
    cut = set_in_lines(asked.text, Setting(painter._letters((90, False)), 330, 1))
    shown = cut.paragraphs[0][0].text()
    assert cut.count == 1
    assert shown.endswith("…")
    assert asked.text.startswith(shown[:-1])
    assert painter.measure(asked)[0] <= 330
    roomy = painter.measure(replace(asked, most_lines=40))
    assert roomy[1] > painter.measure(asked)[1]


def test_no_sign_is_cut_in_two(painter):
    family = "👨‍👩‍👧‍👦"
    cut = set_in_lines(family * 9, Setting(painter._letters((90, False)), 500, 1))
    shown = cut.paragraphs[0][0].text()
    assert shown == family * (len(shown) // len(family)) + "…"
    assert len(shown) > len(family)


def test_an_ellipsis_also_stands_for_paragraphs_that_have_no_line(painter):
    cut = set_in_lines("one\ntwo\nthree", Setting(painter._letters((90, False)), 900, 2))
    assert [layout.text() for layout, _ in cut.paragraphs] == ["one", "two…"]
    whole = set_in_lines("one\ntwo", Setting(painter._letters((90, False)), 900, 2))
    assert [layout.text() for layout, _ in whole.paragraphs] == ["one", "two"]


def test_each_paragraph_runs_in_its_own_direction(painter):
    """The short line of each stands where its reader begins."""
    asked = spec("one long line of words\ntea\nیک خط بلند از کلمات\nچای", 2_000, most_lines=4)
    painted = painter.paint(asked, scale=0.5)
    quarter = painted.height // 4
    middles = []
    for line in range(4):
        rows = painted.rgba[
            line * quarter * painted.width * 4 : (line + 1) * quarter * painted.width * 4
        ]
        across = [place % painted.width for place, value in enumerate(rows[3::4]) if value > 40]
        middles.append((min(across) + max(across)) / 2 / painted.width)
    assert middles[1] < 0.3
    assert middles[3] > 0.7


def test_figures_alone_run_with_the_words_around_them(painter):
    lines = set_in_lines("چای سبز معطر\n120", Setting(painter._letters((90, False)), 2_000, 2))
    first, second = (layout.lineAt(0).naturalTextRect() for layout, _ in lines.paragraphs)
    assert second.right() == pytest.approx(first.right(), abs=2)


def test_centred_lines_share_a_middle(painter):
    asked = spec("a rather long line\ntea", 2_000, most_lines=2, align=Align.CENTRE)
    painted = painter.paint(asked, scale=0.5)
    lower = painted.rgba[len(painted.rgba) // 8 * 4 :]
    across = [place % painted.width for place, value in enumerate(lower[3::4]) if value > 40]
    assert (min(across) + max(across)) / 2 == pytest.approx(painted.width / 2, abs=4)


def test_emoji_are_in_colour_and_words_are_not(painter):
    def colours(text):
        painted = painter.paint(spec(text), scale=0.5)
        pixels = zip(*(painted.rgba[part::4] for part in range(4)), strict=True)
        return {(r, g, b) for r, g, b, a in pixels if a == 255}

    assert any(max(each) - min(each) > 90 for each in colours("❤️🫖"))
    assert not any(max(each) - min(each) > 20 for each in colours("tea 茶 چای"))


def test_the_colour_asked_for_is_straight(painter):
    painted = painter.paint(replace(spec("tea"), colour="#ff0000"), scale=0.4)
    pixels = list(zip(*(painted.rgba[part::4] for part in range(4)), strict=True))
    soft = [each for each in pixels if 60 < each[3] < 200]
    assert soft
    assert all(each[0] > 250 and each[1] < 6 for each in soft)


def test_a_whole_book_is_cut_short_like_a_long_sentence(painter):
    book = "قوری سبز و چای 🍵 tea\n" * 9_000
    asked = spec(book.replace("\n", " "), 1_200, most_lines=3)
    assert painter.measure(asked)[1] < 900
    assert painter.measure(replace(asked, text=book)) == painter.measure(
        replace(asked, text="\n".join([*book.splitlines()[:2], "قوری سبز و چای 🍵 tea…"]))
    )


def test_figures_are_of_one_width(painter):
    assert painter.measure(spec("1111111")) == pytest.approx(
        painter.measure(spec("8888888")), abs=6
    )


def test_the_image_for_the_screen_is_the_same_and_made_once(painter):
    asked = spec(WORDS["fa"], 600, most_lines=2)
    image = painter.image(asked, scale=0.3)
    painted = painter.paint(asked, scale=0.3)
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    assert bytes(straight.constBits()) == painted.rgba
    assert painter.image(asked, scale=0.3).cacheKey() == image.cacheKey()
    assert painter.image(asked, scale=0.4).size() != image.size()


def test_other_threads_paint_the_same(painter):
    asked = [spec(words, 500, most_lines=3) for words in WORDS.values()]
    here = [painter.paint(each, scale=0.3) for each in asked]
    there = [[], []]

    def paint(into):
        into.extend(painter.paint(each, scale=0.3) for each in asked)

    threads = [threading.Thread(target=paint, args=(each,)) for each in there]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert there == [here, here]


def test_nothing_takes_no_room(painter):
    for nothing in ("", "  \n ", "\r\n"):
        assert painter.measure(spec(nothing)) == (0, 0)
        assert painter.paint(spec(nothing), scale=1.0).rgba == b""


def test_it_tells_what_no_font_can_draw(painter):
    assert painter.missing("tea 茶 چای 👨‍👩‍👧‍👦 ก็ 1️⃣\n\t") == ""
    assert painter.missing("tea \U0010fffd چای \U0010fffd") == "\U0010fffd"


def test_it_tells_what_a_lone_font_lacks(qapp):
    lone = QFont("Noto Sans")
    lone.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    assert QtTextPainter(lone).missing("tea چای") == "چای"


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(
        st.one_of(
            st.sampled_from(" \n\u200c\u200f\u202e\ufe0fنسچ茶釉字👩🏽‍🎨é12€Wjf"),
            st.characters(exclude_categories=("Cs",)),
        ),
        max_size=60,
    ),
    st.integers(1, 900),
    st.integers(1, 4),
    st.booleans(),
)
def test_whatever_is_written_keeps_within_its_width(painter, text, width, most, bold):
    asked = spec(text, width, size=40, most_lines=most, bold=bold)
    wide, tall = painter.measure(asked)
    assert wide <= max(width, 120)
    if width >= 120:
        assert wide <= width
    painted = painter.paint(asked, scale=0.5)
    assert (painted.width, painted.height) == (ceil(wide * 0.5), ceil(tall * 0.5))
