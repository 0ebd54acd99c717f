"""Who may take a message out of the banner."""

from __future__ import annotations

from services.errors import Offline, OutOfCredit
from ui.messages import Message, words
from ui.page import OwnTrouble


def test_only_what_was_told_is_taken_back_and_once() -> None:
    banner: list[Message | None] = []
    trouble = OwnTrouble(banner.append)
    trouble.over()
    assert banner == []
    trouble.tell(Offline())
    trouble.tell(OutOfCredit())
    trouble.over()
    trouble.over()
    assert banner == [words(Offline()), words(OutOfCredit()), None]


def test_a_page_that_knows_what_it_is_about_says_so() -> None:
    banner: list[Message | None] = []
    OwnTrouble(banner.append, here=True).tell(OutOfCredit())
    (message,) = banner
    assert message is not None
    assert message.here
    assert message.sentence == words(OutOfCredit()).sentence
