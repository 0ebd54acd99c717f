"""Where the Tab key goes in Compose: as the eye does, also after parts came, went and moved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from services.publishing.post_options import Poll, WhoCanReply
from ui.compose.compose_page import ComposePage
from ui.tour.hand import type_text

TOOLS = ["Picture", "Board", "Poll", "Thread", "Emoji", "More"]


def name_of(widget: QWidget) -> str:
    words = widget.accessibleName()
    return words or (widget.text() if isinstance(widget, QAbstractButton) else "")


def walk(page: ComposePage, qtbot: QtBot, *, back: bool = False) -> list[str]:
    """The names of what Tab comes by, from where the keyboard is, once round the page."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    first = page.focusWidget()
    names = []
    for _ in range(120):
        qtbot.keyClick(page.focusWidget(), key, modifier)
        names.append(name_of(page.focusWidget()))
        if page.focusWidget() is first:
            break
    return names


def part(number: int) -> list[str]:
    return [*TOOLS, f"Move part {number}", f"Take out part {number}"]


@pytest.fixture
def three(page: ComposePage) -> ComposePage:
    type_text(page, "One")
    for words in ("دو", "三"):
        page.composer.sheet.thread_button.click()
        page.composer.insert(words)
    page.composer.parts.go_to(0)
    return page


def of_three() -> list[str]:
    return [*part(1), "Part 2 of 3", *part(2), "Part 3 of 3", *part(3)]


def test_a_post_with_all_it_can_carry(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, "Which glaze?")
    options = replace(page.composer.content.options, poll=Poll(("Ash", "釉"), 3 * 24 * 60))
    page.composer.set_options(replace(options, who_can_reply=WhoCanReply.MENTIONED))
    page.save_now()
    page.desk.show_drafts()
    page.take_focus()
    names = walk(page, qtbot)
    assert names[: len(TOOLS)] == TOOLS
    rest = names[len(TOOLS) :]
    wanted = [
        "Option 1",
        "Option 2",
        "Add an option",
        "3 days",
        "Take off: Only people you mention can reply",
        "New draft",
        "Search drafts, queued and sent posts",
        "Drafts",
        "As on X",
        page.bar.queue_button.text(),
        "Choose another time",
        page.bar.post_button.text(),
        "Your post",
    ]
    assert [name for name in rest if name in wanted] == wanted
    assert "1 day" not in rest


def test_each_part_of_a_thread_in_turn(three: ComposePage, qtbot: QtBot) -> None:
    assert walk(three, qtbot)[: len(of_three())] == of_three()


def test_as_well_when_parts_moved_came_and_went(three: ComposePage, qtbot: QtBot) -> None:
    parts = three.composer.parts
    parts.move(2)
    parts.go_to(1)
    parts.add()
    three.composer.insert("new")
    parts.take_out(parts.editors[0])
    parts.go_to(0)
    assert walk(three, qtbot)[: len(of_three())] == of_three()


def test_backwards_from_the_second_part(three: ComposePage, qtbot: QtBot) -> None:
    three.composer.parts.go_to(1)
    qtbot.keyClick(three.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert name_of(three.focusWidget()) == "Part 1 of 3"


def test_the_advice_comes_after_the_sheet_where_it_is_docked_too(
    three: ComposePage, qtbot: QtBot
) -> None:
    three.composer.sheet.edit.place_caret(3)
    three.composer.insert(" {product}")
    for height in (716, 500):
        three.resize(1280, height)
        three.post()
        three.composer.parts.go_to(0)
        names = walk(three, qtbot)
        first = three.composer.advice.advice.first
        assert first is not None
        answer = names.index(first[0])
        assert names[answer - 1] == "Take out part 3"
        assert names[answer + 1 :].index("Search drafts, queued and sent posts") < 4
