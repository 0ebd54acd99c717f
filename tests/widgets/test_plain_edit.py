from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from widgets.plain_edit import PlainEdit


def starts_at_right(edit: PlainEdit) -> bool:
    option = edit.document().defaultTextOption()
    return bool(option.alignment() & Qt.AlignmentFlag.AlignRight)


def test_follows_its_words(qtbot: QtBot) -> None:
    edit = PlainEdit()
    qtbot.addWidget(edit)
    assert not starts_at_right(edit)
    edit.setPlainText("شكراً لكم 🌿")
    assert starts_at_right(edit)
    edit.setPlainText("@tea شكراً")
    assert starts_at_right(edit)
    edit.setPlainText("Thank you")
    assert not starts_at_right(edit)


def test_follows_the_window_while_empty(qtbot: QtBot) -> None:
    edit = PlainEdit()
    qtbot.addWidget(edit)
    edit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert starts_at_right(edit)


def test_in_a_mirrored_window_every_field_begins_below_its_label(qtbot: QtBot) -> None:
    edit = PlainEdit()
    qtbot.addWidget(edit)
    edit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    edit.setPlainText("抹茶, 80 g")
    assert starts_at_right(edit)
    way = edit.document().defaultTextOption().textDirection()
    assert way is Qt.LayoutDirection.LeftToRight
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not starts_at_right(edit)


def test_its_words_are_read_as_they_were_put_in(qtbot: QtBot) -> None:
    edit = PlainEdit()
    qtbot.addWidget(edit)
    edit.setPlainText("Oui\u00a0! 12\u00a0€\nنعم\u202f٪ 🍵\u2028抹茶")
    assert edit.text() == "Oui\u00a0! 12\u00a0€\nنعم\u202f٪ 🍵\n抹茶"
