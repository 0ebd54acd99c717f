"""A sentence for every reason a post or the inbox may wait."""

from __future__ import annotations

from services import headless_words
from services.errors import (
    AppError,
    BadImport,
    SignInStopped,
    SpendingStopped,
    StorageTrouble,
)
from services.publishing import doubt, late, posts


def test_there_is_a_sentence_for_every_reason_a_post_may_have() -> None:
    def below(kind: type[AppError]) -> set[type[AppError]]:
        direct = {one for one in kind.__subclasses__() if one.__module__ == AppError.__module__}
        return direct.union(*map(below, direct))

    never_kept_with_a_post = {SpendingStopped, StorageTrouble, BadImport, SignInStopped}
    errors = {kind.__name__ for kind in below(AppError) - never_kept_with_a_post}
    ours = {late.LATE, late.CLOSED, posts.BY_HAND, doubt.UNCLEAR}
    assert set(headless_words.POSTS) == errors | ours
    stop_no_reading = {"BadImage", "BadVideo", "ClockWrong", "OtherComputer"}
    assert set(headless_words.INBOX) == errors - stop_no_reading
    assert not [said for said in headless_words.INBOX.values() if "post" in said]
