from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextLayout

from widgets.isolates import breakable, held, isolated, turns, written
from widgets.post_words import PostWords
from widgets.text_block import fit_lines


def test_left_to_right_words_are_left_as_they_are() -> None:
    for text in ("New cups #leafandkiln", "今週の窯出し #お茶", "🍵 @tea", ""):
        assert isolated(text) == text


def test_tags_and_names_in_an_arabic_line_are_held_together() -> None:
    assert isolated("شكراً @tea #شاي.") == "شكراً \u2068@tea\u2069 \u2068#شاي\u2069."


def test_an_inserted_figure_is_held_together() -> None:
    assert "انتظر {age}".format(age=held("5 min")) == "انتظر \u20685 min\u2069"
    assert held("") == ""


def test_an_address_keeps_its_sign() -> None:
    assert isolated("راسلنا tea@shop.example.com") == "راسلنا tea@shop.example.com"


@given(st.text(alphabet="aشc#@ ٣\n🍵\u2068\u2069\u200b", max_size=60))
def test_what_was_written_comes_back(text: str) -> None:
    shown = breakable(isolated(text))
    assert written(text, shown, start=0, end=len(shown)) == text
    assert isolated(isolated(text)) == isolated(text)


def test_a_part_comes_back_without_marks() -> None:
    text = "شكراً @tea"
    shown = isolated(text)
    assert written(text, shown, start=shown.index("@") - 1, end=len(shown)) == "@tea"
    assert written(text, shown, start=0, end=3) == "شكر"


def test_the_sign_stands_left_of_its_latin_tag(qapp: object) -> None:
    """In a right-to-left line: at the left edge of the tag, not between tag and Arabic."""
    line = fit_lines("على رف واحد. #tea", QFont(), 400, 1)[0]
    assert turns(line)
    layout = QTextLayout(line, QFont())
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    at = line.index("#")
    # PySide gives a pair here, its stubs say a float.
    after_sign, after_letter = (laid.cursorToX(at + n)[0] for n in (1, 2))  # type: ignore[index]
    assert 0 < after_sign < after_letter


def test_a_coloured_span_moves_with_the_marks(qapp: object) -> None:
    text = "رف 🍵 #tea"
    words = PostWords(
        text,
        spans=[(text.index("#"), len(text))],
        font=QFont(),
        width=300,
        colour=QColor("blue"),
        otherwise=Qt.LayoutDirection.LeftToRight,
    )
    layout = words._paragraphs[0][0]
    (form,) = layout.formats()
    units = layout.text().encode("utf-16-le")
    shown = units[form.start * 2 : (form.start + form.length) * 2].decode("utf-16-le")
    assert shown == "#tea"


def test_a_figure_keeps_its_unit() -> None:
    assert fit_lines("Sencha, 80 g", QFont(), 900, 1) == ("Sencha, 80\u00a0g",)
    assert fit_lines("Number 41 is", QFont(), 900, 1) == ("Number 41 is",)


def test_a_long_address_may_break_and_is_copied_whole() -> None:
    address = "https://leafandkiln.example.com/products/celadon-cups-pair"
    assert len(breakable(address)) > len(address)
    assert written(address, breakable(address), start=0, end=999) == address


def test_short_joined_and_east_asian_words_stay_whole() -> None:
    for word in ("celadon", "ش" * 40, "青" * 40, "🍵" * 30, "e\u0301" * 20):
        assert breakable(word) == word
