from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.post_edit import PostEdit
from widgets.tones import tones_of

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def edit(qtbot: QtBot, themed: object) -> PostEdit:
    made = PostEdit()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def colours(edit: PostEdit, paragraph: int = 0) -> list[tuple[int, int]]:
    """Coloured stretches of a paragraph in UTF-16 units."""
    block = edit.document().findBlockByNumber(paragraph)
    return [(found.start, found.length) for found in block.layout().formats()]


def test_says_what_was_typed(qtbot: QtBot, edit: PostEdit) -> None:
    heard: list[str] = []
    edit.changed.connect(heard.append)
    qtbot.keyClicks(edit, "tea")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert heard == ["t", "te", "tea", "tea\n"]
    assert edit.text() == "tea\n"


def test_every_return_ends_a_line_and_all_lines_are_as_high(qtbot: QtBot, edit: PostEdit) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Return):
        qtbot.keyClick(edit, key)
    qtbot.keyClicks(edit, "b")
    assert edit.text() == "\na\n\nb"
    blocks = [edit.document().findBlockByNumber(number) for number in range(4)]
    assert {block.blockFormat().lineHeight() for block in blocks} == {26.0}
    edit.undo()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "\n"


def test_keeps_a_no_break_space_and_takes_a_line_separator_for_a_line_end(edit: PostEdit) -> None:
    edit.set_text("10\u00a0€ \u2028next")
    assert edit.text() == "10\u00a0€ \nnext"


def test_colours_stand_right_after_an_emoji(edit: PostEdit) -> None:
    edit.set_text("👩🏽‍🤝‍👨🏻🍵 #tea\nشاي #شاي 🍃")
    text = edit.text()
    spans = [(text.index("#tea"), text.index("#tea") + 4)]
    spans.append((text.index("#شاي"), text.index("#شاي") + 4))
    edit.set_spans(spans)
    first = text.split("\n")[0]
    before = len(first[: first.index("#")].encode("utf-16-le")) // 2
    assert colours(edit, 0) == [(before, 4)]
    assert colours(edit, 1) == [(4, 4)]


def test_tints_what_is_beyond_the_limit(edit: PostEdit) -> None:
    edit.set_text("short\nlong 🍵 words")
    edit.set_spans([], overflow_from=edit.text().index("words"))
    (beyond,) = edit.extraSelections()
    assert beyond.cursor.selectedText() == "words"
    assert beyond.format.background().color() == tones_of(edit).red_tint
    edit.set_spans([])
    assert edit.extraSelections() == []


def test_colours_go_with_their_words(qtbot: QtBot, edit: PostEdit) -> None:
    edit.set_text("one\n#tea\nthree")
    edit.set_spans([(4, 8)])
    edit.place_caret(0)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.set_spans([(5, 9)])
    assert [colours(edit, n) for n in range(4)] == [[], [], [(0, 4)], []]
    edit.set_spans([])
    assert colours(edit, 2) == []


def test_each_paragraph_runs_its_own_way(edit: PostEdit) -> None:
    edit.set_text("Tea\nشاي\n茶\nچای")
    directions = [edit.document().findBlockByNumber(n).textDirection() for n in range(4)]
    assert directions == [LTR, RTL, LTR, RTL]


def test_a_paragraph_without_letters_goes_on_as_the_one_above(qtbot: QtBot, edit: PostEdit) -> None:
    edit.set_text("شاي")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "12")
    assert edit.document().lastBlock().textDirection() is RTL
    qtbot.keyClicks(edit, " cups")
    assert edit.document().lastBlock().textDirection() is LTR
    for _ in range(3):
        edit.undo()
    assert edit.text().startswith("شاي")


def test_an_empty_field_begins_as_the_window_reads(edit: PostEdit, qtbot: QtBot) -> None:
    edit.setLayoutDirection(RTL)
    qtbot.keyClicks(edit, "1")
    assert edit.document().firstBlock().textDirection() is RTL


@pytest.mark.parametrize("text", ["12", "🍵"])
def test_words_without_letters_are_one_step_of_undo_too(edit: PostEdit, text: str) -> None:
    edit.setLayoutDirection(RTL)
    edit.insert(text)
    assert edit.document().lastBlock().textDirection() is RTL
    edit.undo()
    assert edit.text() == ""
    edit.redo()
    assert edit.text() == text


def test_pastes_rich_text_plain(edit: PostEdit) -> None:
    data = QMimeData()
    data.setHtml("<b>New</b> bowls")
    data.setText("New bowls")
    edit.insertFromMimeData(data)
    assert edit.text() == "New bowls"
    assert "font-weight:7" not in edit.toHtml()


def test_drops_what_no_post_can_hold_and_says_so(edit: PostEdit) -> None:
    dropped: list[int] = []
    edit.cleaned.connect(dropped.append)
    edit.insert("a\x00b\ud83dc\ufdd0\uffff")
    assert edit.text() == "abc"
    assert dropped == [4]
    edit.insert("\ud83c\udf75")
    assert edit.text() == "abc🍵"
    assert dropped == [4]


def test_a_hundred_thousand_characters_are_pasted(edit: PostEdit) -> None:
    line = "A small tea bowl 🍵 شاي 茶 " * 4
    data = QMimeData()
    data.setText("\n".join([line] * (100_000 // len(line))))
    edit.insertFromMimeData(data)
    QApplication.processEvents()
    assert len(edit.text()) > 95_000
    assert edit.height() < 600


def test_one_undo_takes_back_a_paste(edit: PostEdit) -> None:
    edit.insert("first")
    edit.insert(" second\nthird")
    edit.undo()
    assert edit.text() == "first"


def test_another_text_cannot_be_undone_into(edit: PostEdit) -> None:
    edit.insert("secret draft")
    edit.set_text("another")
    edit.undo()
    assert edit.text() == "another"


def test_the_caret_is_counted_in_code_points(edit: PostEdit) -> None:
    edit.set_text("🍵🍵 tea")
    edit.place_caret(2)
    assert edit.textCursor().position() == 4
    assert edit.caret() == 2


def test_replaces_a_stretch_in_one_step(edit: PostEdit) -> None:
    edit.set_text("🍵 much too long")
    edit.replace(6, 15, "")
    assert edit.text() == "🍵 much"
    edit.undo()
    assert edit.text() == "🍵 much too long"


def test_offers_pasted_files_and_a_pasted_picture(edit: PostEdit, tmp_path: Path) -> None:
    offered: list[object] = []
    edit.pictures_offered.connect(offered.append)
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.JPG", "b.txt", "c.webp")]
    )
    edit.insertFromMimeData(data)
    picture = QMimeData()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    picture.setImageData(image)
    edit.insertFromMimeData(picture)
    assert offered[0] == tuple(tmp_path / name for name in ("a.JPG", "b.txt", "c.webp"))
    (data_of_picture,) = offered[1]  # type: ignore[misc]  # one signal's one value
    assert isinstance(data_of_picture, bytes)
    assert QImage.fromData(data_of_picture).size() == image.size()
    assert edit.text() == ""


def test_offers_dropped_files(edit: PostEdit, tmp_path: Path) -> None:
    offered: list[object] = []
    edit.pictures_offered.connect(offered.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "bowl.png"))])
    event = QDropEvent(
        QPointF(QPoint(20, 20)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    edit.dropEvent(event)
    assert offered == [(tmp_path / "bowl.png",)]


def test_the_address_of_a_page_is_words(edit: PostEdit) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://kiln.example.com/bowls")])
    edit.insertFromMimeData(data)
    assert edit.text() == "https://kiln.example.com/bowls"


def test_words_with_a_picture_beside_them_stay_words(edit: PostEdit) -> None:
    data = QMimeData()
    data.setText("a cell of a table")
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    edit.insertFromMimeData(data)
    assert edit.text() == "a cell of a table"


def test_grows_with_the_words_and_then_scrolls(edit: PostEdit) -> None:
    least = edit.height()
    edit.set_text("\n".join("tea" for _ in range(9)))
    QApplication.processEvents()
    more = edit.height()
    edit.set_text("\n".join("tea" for _ in range(200)))
    QApplication.processEvents()
    assert least == 6 * 26
    assert least < more < edit.height() < 600


def test_tab_leaves_the_field(edit: PostEdit) -> None:
    assert edit.tabChangesFocus()


def test_is_described_by_its_hint(edit: PostEdit) -> None:
    edit.set_hint("What is new in the shop?")
    assert edit.accessibleDescription() == "What is new in the shop?"
    empty = edit.grab().toImage()
    edit.insert("a")
    edit.selectAll()
    edit.cut()
    QApplication.processEvents()
    assert edit.text() == ""
    assert edit.grab().toImage().size() == empty.size()
