from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.publishing.poll_rules import PollTrouble, poll_trouble
from services.publishing.post_options import LONGEST_POLL, SHORTEST_POLL, Poll
from ui.compose.poll_form import PollForm
from ui.compose.poll_words import open_for, trouble_words, wrong_options

DAY = 24 * 60


@pytest.fixture
def form(qtbot: QtBot, themed: object) -> Iterator[PollForm]:
    room = QWidget()
    qtbot.addWidget(room)
    made = PollForm(room)
    made.resize(560, 320)
    room.show()
    yield made
    room.hide()


def test_what_is_written_is_the_poll(form: PollForm) -> None:
    heard: list[Poll] = []
    form.changed.connect(heard.append)
    form.options.row(0).edit.insert("شاي")
    form.options.row(1).edit.insert("紅茶 🍵")
    form.length.choice.button(str(3 * DAY)).click()
    assert heard[-1] == form.poll == Poll(("شاي", "紅茶 🍵"), 3 * DAY)


def test_showing_another_poll_is_no_change_of_the_owners(form: PollForm) -> None:
    heard: list[Poll] = []
    form.changed.connect(heard.append)
    form.set_poll(Poll(("a", "b", "c", "d"), 90))
    assert form.poll == Poll(("a", "b", "c", "d"), 90)
    assert form.add_button.isHidden()
    assert form.length.is_own
    form.set_poll(Poll())
    assert form.poll == Poll()
    assert not form.add_button.isHidden()
    assert heard == []


def test_nothing_is_marked_while_writing(qtbot: QtBot, form: PollForm) -> None:
    qtbot.keyClicks(form.options.row(0).edit, "a")
    assert form.trouble_shown() == ""
    assert not form.options.row(1).edit.is_marked


def test_trouble_is_shown_where_it_is_until_it_is_mended(qtbot: QtBot, form: PollForm) -> None:
    form.set_poll(Poll(("Tea", "tea ", "")))
    form.show_trouble(poll_trouble(form.poll, pictures=0))
    assert form.trouble_shown() == "Write something in each option."
    assert [form.options.row(n).edit.is_marked for n in range(3)] == [False, False, True]
    qtbot.keyClicks(form.options.row(2).edit, "Mate")
    assert form.trouble_shown() == "Two options are the same."
    assert [form.options.row(n).edit.is_marked for n in range(3)] == [True, True, False]
    qtbot.keyClicks(form.options.row(1).edit, "leaves")
    assert form.trouble_shown() == ""
    assert not any(form.options.row(n).edit.is_marked for n in range(3))


def test_one_option_too_many_letters_is_red_at_once(qtbot: QtBot, form: PollForm) -> None:
    qtbot.keyClicks(form.options.row(0).edit, "x" * 26)
    assert form.options.row(0).edit.is_marked
    assert form.trouble_shown() == ""


def test_an_option_taken_out_can_come_back(form: PollForm) -> None:
    before = Poll(("a", "b", "c"), 60)
    form.set_poll(before)
    told: list[Poll] = []
    form.option_dropped.connect(told.append)
    form.options.row(2).remove.click()
    assert form.poll == Poll(("a", "b"), 60)
    form.set_poll(told[0])
    assert form.poll == before


def test_the_cross_asks_to_take_the_poll_out(qtbot: QtBot, form: PollForm) -> None:
    with qtbot.waitSignal(form.removed):
        form.remove_button.click()
    assert form.remove_button.accessibleName() == "Take the poll out"


def test_half_a_sign_is_no_part_of_it(form: PollForm) -> None:
    form.options.row(0).edit.setText("a\ud800b")
    assert form.poll.options[0] in ("ab", "a\ufffdb")


def test_every_trouble_has_words() -> None:
    assert len({trouble_words(one) for one in PollTrouble}) == len(PollTrouble)


def test_only_some_troubles_are_of_one_option() -> None:
    poll = Poll(("شاي", "شاي", "", "x" * 26))
    assert wrong_options(poll, PollTrouble.SAME_OPTIONS) == {0, 1}
    assert wrong_options(poll, PollTrouble.EMPTY_OPTION) == {2}
    assert wrong_options(poll, PollTrouble.OPTION_TOO_LONG) == {3}
    assert wrong_options(poll, PollTrouble.WITH_PICTURES) == frozenset()
    assert wrong_options(poll, None) == frozenset()


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (5, "5 minutes left"),
        (60, "1 hour left"),
        (DAY - 1, "23 hours left"),
        (DAY, "1 day left"),
        (7 * DAY, "7 days left"),
    ],
)
def test_says_how_long_as_x_does(qapp: object, minutes: int, words: str) -> None:
    assert open_for(minutes) == words


def test_ones_own_length_stays_within_what_x_takes(form: PollForm) -> None:
    length = form.length
    length.choice.button("own").click()
    assert length.days.isVisibleTo(form)
    length.days.setValue(0)
    length.hours.setValue(0)
    length.minutes_box.setValue(0)
    assert length.minutes == SHORTEST_POLL
    length.days.setValue(7)
    assert length.minutes == LONGEST_POLL
    assert not length.hours.isEnabled()
    length.days.setValue(2)
    length.hours.setValue(3)
    length.minutes_box.setValue(4)
    assert length.minutes == 2 * DAY + 3 * 60 + 4


@given(minutes=st.integers(-10, 20_000))
def test_any_length_is_shown_as_it_is(qapp: object, minutes: int) -> None:
    from ui.compose.poll_length import PollLength

    length = PollLength()
    length.set_minutes(minutes)
    shown = length.days.value() * DAY + length.hours.value() * 60 + length.minutes_box.value()
    assert length.minutes == shown == min(max(minutes, SHORTEST_POLL), LONGEST_POLL)
    length.deleteLater()


def test_draws_in_both_directions(form: PollForm) -> None:
    form.set_poll(Poll(("شاي", "Tea")))
    left = form.grab().toImage()
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert form.grab().toImage() != left
