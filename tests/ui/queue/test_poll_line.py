from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from services.publishing.post_options import Poll
from ui.queue.poll_line import length_words, poll_words
from widgets.isolates import CLOSE, OPEN


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (5, "5 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (1_440, "1 day"),
        (10_080, "7 days"),
        (1_440 + 150, "1 day 2 hours 30 minutes"),
        (0, "0 minutes"),
    ],
)
def test_the_length_is_told_exactly(qapp: QApplication, minutes: int, words: str) -> None:
    assert length_words(minutes) == words


def test_options_stand_as_they_are_sent_and_empty_ones_are_left_out(qapp: QApplication) -> None:
    line = poll_words(Poll((" green  tea ", "", "\u200b", "شاي", "緑茶"), 1_440))
    assert line.replace(OPEN, "").replace(CLOSE, "") == "green tea / شاي / 緑茶, 1 day"


def test_an_option_of_another_script_does_not_turn_the_line(qapp: QApplication) -> None:
    line = poll_words(Poll(("شاي", "قهوة"), 60))
    assert line.startswith(f"{OPEN}شاي{CLOSE} / {OPEN}قهوة{CLOSE}")
