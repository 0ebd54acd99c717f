from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from widgets.banner import Banner

SENTENCES = {
    "en": "X could not be reached. Nothing is lost.",
    "ar": "تعذر الوصول إلى X. لم يضع شيء.",
    "emoji": "Sample: 🌿 Sara asks about the teapot 🫖",
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_one_sentence_and_one_button(qtbot: QtBot, kind: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_message(SENTENCES[kind], "Try now", "amber")
    assert not banner.isHidden()
    assert banner.sentence == SENTENCES[kind]
    assert banner.accessibleName() == SENTENCES[kind]
    with qtbot.waitSignal(banner.pressed):
        banner.button.click()
    banner.clear()
    assert banner.isHidden()


def test_without_a_button(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message("Saved.")
    assert banner.button.isHidden()


def test_the_button_by_keyboard(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message("Offline.", "Try now")
    assert banner.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(banner.pressed):
        qtbot.keyClick(banner.button, Qt.Key.Key_Space)


def test_tone_is_ground_and_icon(qtbot: QtBot) -> None:
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.red)
    banner = Banner(icons={"red": QIcon(pixmap)})
    qtbot.addWidget(banner)
    banner.show_message("The disk is full.", tone="red")
    assert banner.property("kind") == "strip-red"
    assert not banner._icon.isHidden()
    banner.show_message("Back again.", tone="info")
    assert banner.property("kind") == "strip"
    assert banner._icon.isHidden()


def test_a_long_sentence_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message("word " * 60, "Try now")
    banner.resize(400, 32)
    assert banner.heightForWidth(400) > 60


def test_the_sentence_stands_by_its_icon_in_a_mirrored_window(qtbot: QtBot) -> None:
    """A sentence in English went to the other end, beside the button."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    banner.show_message("You are looking around a sample shop.", "Start my own shop")
    assert banner._sentence.alignment() & Qt.AlignmentFlag.AlignRight


def test_its_icon_grows_with_the_words(qtbot: QtBot, themed: Theme) -> None:
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.red)
    banner = Banner(icons={"red": QIcon(pixmap)})
    qtbot.addWidget(banner)
    banner.show_message("The disk is full.", tone="red")
    assert banner._icon.pixmap().height() == 16
    themed.choose_text(200)
    assert banner._icon.pixmap().height() > 20
    themed.choose_text(100)
