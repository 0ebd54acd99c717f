"""A thread on the screen: parts are added, split, joined, moved, numbered, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.shop import Shop
from services.text.measure import parse
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text

LONG = "The cups are back from the kiln and no two of them are alike. 🍵 " * 9
CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def texts(page: ComposePage) -> list[str]:
    return list(page.composer.content.texts)


def saved(page: ComposePage, shop: Shop) -> list[str]:
    page.save_now()
    return [part.text for part in shop.drafts.get(page.keeper.post_id).parts]


@pytest.fixture
def three(page: ComposePage) -> ComposePage:
    type_text(page, "One")
    for words in ("دو", "三"):
        page.composer.sheet.thread_button.click()
        page.composer.insert(words)
    return page


def test_each_part_has_its_own_sheet_and_counter(three: ComposePage, shop: Shop) -> None:
    assert texts(three) == ["One", "دو", "三"]
    assert saved(three, shop) == ["One", "دو", "三"]
    assert [one.weighted_length for one in three.composer.measured] == [3, 2, 2]
    sheets = [editor.sheet for editor in three.composer.parts.editors]
    assert [sheet.edit.accessibleName() for sheet in sheets] == [
        "Part 1 of 3",
        "Part 2 of 3",
        "Part 3 of 3",
    ]
    assert [sheet.thread_button.isVisible() for sheet in sheets] == [False, False, True]


def test_a_thread_opens_again_with_the_caret_in_its_part(three: ComposePage, shop: Shop) -> None:
    three.composer.parts.go_to(1)
    three.composer.sheet.edit.place_caret(1)
    three.save_now()
    post, caret = three.keeper.remembered(shop.accounts.active())
    assert post is not None
    three.new_draft()
    assert texts(three) == [""]
    three.desk.open(post)
    three.composer.parts.place_caret(caret)
    assert texts(three) == ["One", "دو", "三"]
    assert three.composer.parts.current == 1
    assert three.composer.sheet.edit.caret() == 1


@pytest.mark.parametrize("text", [LONG * 20, "e" + "\u0301" * 9_000])
def test_too_much_for_a_thread_is_told_and_left_as_it_is(page: ComposePage, text: str) -> None:
    page.composer.insert(text)
    page.composer.parts.make_of_current()
    assert texts(page) == [text]
    assert "Too much for a thread" in page.composer.parts.now.state.refused


def test_too_long_becomes_a_thread(page: ComposePage) -> None:
    type_text(page, LONG)
    button = page.composer.advice.button_for(Act.MAKE_THREAD)
    assert button is not None
    button.click()
    assert len(texts(page)) > 1
    assert all(parse(text).fits and text.endswith(("alike.", "🍵")) for text in texts(page))
    assert " ".join(texts(page)).split() == LONG.split()


def test_a_thread_made_can_be_undone(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, LONG)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.composer.parts.make_of_current()
    offered.args[0].undo()
    assert texts(page) == [LONG]


def test_the_offer_goes_with_the_first_new_word(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, LONG)
    with qtbot.waitSignal(page.undo_offered) as offered:
        page.composer.parts.make_of_current()
    with qtbot.waitSignal(page.undo_over) as over:
        page.composer.insert("new words ")
    assert over.args[0] is offered.args[0]
    offered.args[0].undo()
    assert texts(page)[0].startswith("new words ")


def test_the_offer_goes_with_its_post(three: ComposePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(three.undo_offered) as offered:
        three.composer.parts.take_out(three.composer.parts.editors[1])
    with qtbot.waitSignal(three.undo_over) as over:
        three.new_draft()
    assert over.args[0] is offered.args[0]
    offered.args[0].undo()
    assert texts(three) == [""]


@pytest.mark.parametrize("done", ["join", "split", "move", "take_out", "number", "add"])
def test_ctrl_z_takes_back_words_first_and_then_the_thread(three: ComposePage, done: str) -> None:
    parts = three.composer.parts
    before = texts(three)
    if done == "split":
        three.composer.sheet.edit.place_caret(0)
        parts.split()
    elif done == "move":
        parts.move(-1)
    elif done == "take_out":
        parts.take_out(parts.editors[0])
    elif done == "number":
        parts.number(True)
    else:
        getattr(parts, done)()
    after = texts(three)
    assert after != before
    type_text(three, "!")
    undo(three)
    assert texts(three) == after
    undo(three)
    assert texts(three) == before


def undo(page: ComposePage) -> None:
    QTest.keyClick(page.composer.sheet.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_words_behind_a_number_stand_before_it(three: ComposePage) -> None:
    three.composer.parts.number(True)
    three.composer.parts.go_to(1)
    three.composer.sheet.edit.place_caret(len("دو 2/3"))
    three.composer.insert(" and more")
    three.composer.parts.go_to(0)
    assert texts(three) == ["One 1/3", "دو and more 2/3", "三 3/3"]


def test_a_new_part_has_its_number_with_its_first_sign(three: ComposePage) -> None:
    three.composer.parts.number(True)
    three.composer.parts.add()
    type_text(three, "new")
    assert texts(three)[-1] == "new 4/4"
    assert three.composer.sheet.edit.caret() == 3


def test_dates_are_no_numbers(page: ComposePage) -> None:
    type_text(page, "Market in Lyon on 1/12")
    page.composer.parts.add()
    type_text(page, "Market in Nice on 2/12")
    page.composer.parts.go_to(0)
    page.composer.parts.move(1)
    assert texts(page) == ["Market in Nice on 2/12", "Market in Lyon on 1/12"]


def test_a_poll_keeps_the_first_part_in_its_place(three: ComposePage) -> None:
    three.composer.extras.ask()
    three.composer.parts.go_to(1)
    three.composer.parts.move(-1)
    assert texts(three) == ["One", "دو", "三"]
    assert "The poll stays" in three.composer.advice.advice.sentence
    three.composer.parts.move(1)
    assert texts(three) == ["One", "三", "دو"]


def test_split_at_the_caret_and_joined_again(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, "First half. Second half 🍵")
    edit = page.composer.sheet.edit
    edit.place_caret(len("First half. "))
    QTest.keyClick(edit, Qt.Key.Key_Return, CONTROL_ALT)
    assert texts(page) == ["First half.", "Second half 🍵"]
    assert page.composer.sheet.edit.caret() == 0
    QTest.keyClick(page.composer.sheet.edit, Qt.Key.Key_Backspace)
    assert texts(page) == ["First half. Second half 🍵"]
    assert page.composer.sheet.edit.caret() == len("First half. ")


def test_pictures_go_along_when_parts_are_joined(
    page: ComposePage, pictures: tuple[Path, ...]
) -> None:
    paste_pictures(page, pictures[:2])
    page.composer.parts.add()
    paste_pictures(page, pictures[2:4])
    page.composer.parts.join()
    assert len(page.composer.content.parts) == 1
    assert len(page.composer.content.pictures) == 4


def test_five_pictures_keep_two_parts_apart(page: ComposePage, pictures: tuple[Path, ...]) -> None:
    paste_pictures(page, pictures[:3])
    page.composer.parts.add()
    paste_pictures(page, pictures[3:5])
    page.composer.parts.join()
    assert [len(part.pictures) for part in page.composer.content.parts] == [3, 2]
    assert "more than four" in page.composer.advice.advice.sentence


def test_moved_by_keys(three: ComposePage, qtbot: QtBot) -> None:
    QTest.keyClick(three.composer.sheet.edit, Qt.Key.Key_Up, ALT_SHIFT)
    assert texts(three) == ["One", "三", "دو"]
    place = three.composer.sheet.place
    assert place is not None
    QTest.keyClick(place.grip, Qt.Key.Key_Up)
    assert texts(three) == ["三", "One", "دو"]


def test_moved_by_dragging(three: ComposePage, qtbot: QtBot) -> None:
    three.resize(1200, 1400)
    QApplication.processEvents()
    place = three.composer.sheet.place
    assert place is not None
    first = three.composer.parts.editors[0].sheet
    place.dropped.emit(first.mapToGlobal(first.rect().topLeft()))
    assert texts(three) == ["三", "One", "دو"]


def test_a_part_taken_out_comes_back(three: ComposePage, qtbot: QtBot) -> None:
    three.composer.parts.go_to(1)
    place = three.composer.sheet.place
    assert place is not None
    with qtbot.waitSignal(three.undo_offered) as offered:
        place.out_button.click()
    assert texts(three) == ["One", "三"]
    three.composer.insert("more ")
    offered.args[0].undo()
    assert texts(three) == ["One", "دو", "三more "]


def test_the_arrows_go_on_into_the_next_part(three: ComposePage, qtbot: QtBot) -> None:
    QTest.keyClick(three.composer.sheet.edit, Qt.Key.Key_Up)
    assert three.composer.parts.current == 1
    QTest.keyClick(three.composer.sheet.edit, Qt.Key.Key_Down)
    assert three.composer.parts.current == 2


def test_numbers_are_kept_up(three: ComposePage) -> None:
    three.composer.parts.number(True)
    assert texts(three) == ["One 1/3", "دو 2/3", "三 3/3"]
    three.composer.parts.move(-1)
    assert texts(three) == ["One 1/3", "三 2/3", "دو 3/3"]
    three.composer.parts.number(False)
    assert texts(three) == ["One", "三", "دو"]


def test_an_empty_part_is_not_sent(page: ComposePage) -> None:
    type_text(page, "Words")
    assert page.bar.post_button.isEnabled()
    page.composer.parts.add()
    assert not page.bar.post_button.isEnabled()
    assert page.bar.post_button.toolTip() == "Part 2 of the thread is empty."


def test_a_part_that_is_too_long_is_found(three: ComposePage) -> None:
    three.composer.parts.go_to(0)
    three.composer.insert(LONG)
    three.composer.parts.go_to(2)
    button = three.composer.advice.button_for(Act.GO_THERE)
    assert button is not None
    button.click()
    assert three.composer.parts.current == 0


MOVES = st.lists(
    st.sampled_from(["add", "split", "join", "up", "down", "first", "last", "number", "type"]),
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(MOVES)
def test_no_word_is_lost_whatever_is_done(page: ComposePage, moves: list[str]) -> None:
    page.new_draft()
    type_text(page, "alpha بتا 茶 🍵 delta")
    words = ["alpha", "بتا", "茶", "🍵", "delta"]
    parts = page.composer.parts
    for number, move in enumerate(moves):
        if move == "add":
            parts.add()
        elif move == "split":
            edit = page.composer.sheet.edit
            spaces = [place for place, sign in enumerate(edit.text()) if sign == " "]
            edit.place_caret(spaces[len(spaces) // 2] if spaces else 0)
            parts.split()
        elif move == "join":
            parts.join()
        elif move in ("up", "down"):
            parts.move(-1 if move == "up" else 1)
        elif move in ("first", "last"):
            parts.go_to(0 if move == "first" else len(parts.editors) - 1)
        elif move == "number":
            parts.number(True)
        else:
            page.composer.insert(f" word{number} ")
            words.append(f"word{number}")
    parts.number(False)
    assert sorted(" ".join(texts(page)).split()) == sorted(words)
    assert [one.weighted_length for one in page.composer.measured] == [
        parse(text).weighted_length for text in texts(page)
    ]
