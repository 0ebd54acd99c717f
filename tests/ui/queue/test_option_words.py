from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from services.publishing.post_options import PLAIN, Poll, PostOptions, WhoCanReply
from ui.languages import speak
from ui.queue.option_words import length_words, options_words
from widgets.isolates import CLOSE, OPEN


def plain(lines: tuple[str, ...]) -> list[str]:
    """Without the marks that hold names together."""
    return [line.replace(OPEN, "").replace(CLOSE, "") for line in lines]


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


def test_a_plain_post_has_nothing_to_tell(qapp: QApplication) -> None:
    assert options_words(PLAIN) == ()


def test_all_of_it_is_told(qapp: QApplication) -> None:
    options = PostOptions(
        poll=Poll((" tea ", "", "شاي", "緑茶"), 1_440),
        who_can_reply=WhoCanReply.MENTIONED,
        paid_partnership=True,
        made_with_ai=True,
    )
    assert plain(options_words(options)) == [
        "Poll: tea / شاي / 緑茶, 1 day",
        "Who can reply: Only people you mention",
        "Paid partnership",
        "Made with AI",
    ]


def test_an_option_of_another_script_does_not_turn_the_line(qapp: QApplication) -> None:
    (line,) = options_words(PostOptions(poll=Poll(("شاي", "قهوة"), 60)))
    assert f"{OPEN}شاي{CLOSE} / {OPEN}قهوة{CLOSE}" in line


@pytest.mark.parametrize("who", [who for who in WhoCanReply if who is not WhoCanReply.EVERYONE])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_choice_has_its_words(qapp: QApplication, who: WhoCanReply, language: str) -> None:
    speak(qapp, language)
    (line,) = options_words(PostOptions(who_can_reply=who))
    assert len(line) > len("Who can reply: ")
