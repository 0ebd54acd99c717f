from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services import errors
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from ui.main_window import MainWindow
from ui.messages import Message, words
from ui.strip import Strip, what_holds_back

OFFLINE = words(errors.Offline())


@pytest.fixture
def window(qtbot: QtBot, themed: object) -> MainWindow:
    window = MainWindow([("compose", "square-pen", "Compose", QWidget())])
    qtbot.addWidget(window)
    return window


@pytest.fixture
def strip(window: MainWindow) -> Strip:
    return Strip(window)


def _shown(window: MainWindow) -> str:
    return "" if window.banner.isHidden() else window.banner.accessibleName()


def test_each_job_takes_back_its_own_trouble_alone(window: MainWindow, strip: Strip) -> None:
    full = errors.AnswerNotUnderstood()
    strip.tell("figures", full)
    strip.tell("inbox", None)
    assert _shown(window) == words(full).sentence
    strip.tell("figures", None)
    assert _shown(window) == ""


def test_what_the_disk_refused_to_a_job_is_over_when_it_takes_something(
    window: MainWindow, strip: Strip
) -> None:
    full = errors.StorageTrouble(errors.StorageProblem.FULL, Path("shop.sqlite"), "no room")
    strip.tell("inbox", full)
    strip.tell("figures", errors.Offline())
    assert _shown(window) == words(full).sentence
    strip.disk_took()
    assert _shown(window) == OFFLINE.sentence


def test_a_lost_sign_in_comes_before_what_goes_on_by_itself(
    window: MainWindow, strip: Strip
) -> None:
    lost = words(errors.SignInNeeded())
    strip.tell("inbox", errors.Offline())
    strip.stand(lost)
    assert _shown(window) == lost.sentence
    strip.tell("figures", errors.RenewalLost())
    assert _shown(window) == words(errors.RenewalLost()).sentence
    strip.tell("figures", None)
    assert _shown(window) == lost.sentence
    strip.stand(None)
    assert _shown(window) == OFFLINE.sentence


def test_the_worst_stands_and_a_page_comes_first(window: MainWindow, strip: Strip) -> None:
    strip.tell("inbox", errors.OutcomeUnknown())
    strip.tell("figures", errors.ServerTrouble())
    assert _shown(window) == words(errors.ServerTrouble()).sentence
    strip.hold(words(errors.OutOfCredit()))
    assert _shown(window) == words(errors.OutOfCredit()).sentence
    strip.say(OFFLINE)
    assert _shown(window) == OFFLINE.sentence
    strip.say(None)
    assert _shown(window) == words(errors.OutOfCredit()).sentence
    strip.say(OFFLINE)
    strip.take_back(words(errors.OutOfCredit()))
    assert _shown(window) == OFFLINE.sentence
    strip.forget()
    assert _shown(window) == ""


def test_a_press_takes_a_pages_message_away_and_leaves_what_still_stands(
    qtbot: QtBot, window: MainWindow, strip: Strip
) -> None:
    trouble = errors.KeychainTrouble(errors.KeychainProblem.LOCKED)
    refused = Message("Not now.", "Try again", errors.NextStep.TRY_AGAIN)
    strip.tell("inbox", trouble)
    strip.say(refused)
    for expected in (refused, words(trouble), words(trouble)):
        with qtbot.waitSignal(strip.pressed) as pressed:
            window.banner_pressed.emit()
        assert pressed.args == [expected]
    assert _shown(window) == words(trouble).sentence


def test_what_stands_is_not_read_out_again(
    window: MainWindow, strip: Strip, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(window, "show_banner", lambda sentence, *_more: shown.append(sentence))
    for _ in range(3):
        strip.hold(OFFLINE)
        strip.tell("inbox", errors.Offline())
    strip.hold(None)
    assert shown == [OFFLINE.sentence]


def test_only_a_due_post_that_waits_for_the_account_holds_the_queue(shop: Shop) -> None:
    post = shop.drafts.new(shop.accounts.active().id)

    def held(**changes: object) -> Message | None:
        waiting: Post = replace(
            post, state=State.QUEUED, due_at=100, reason="KeychainTrouble", reason_detail="locked"
        )
        return what_holds_back([replace(waiting, **changes)], now=100)  # type: ignore[arg-type]  # fields of a post

    assert held() == words(errors.KeychainTrouble(errors.KeychainProblem.LOCKED))
    assert held(reason="RateLimited", reason_detail="1795168800") == words(
        errors.RateLimited(until=1_795_168_800)
    )
    assert held(due_at=101) is None
    assert held(state=State.NEEDS_YOU) is None
    assert held(reason="ServerTrouble") is None
    assert held(reason=None) is None


@pytest.mark.parametrize(
    ("error", "button"),
    [
        (errors.BudgetReached(), "Change the budget"),
        (errors.SignInNeeded(), "Sign in again"),
        (errors.BadImport(row=7), ""),
        (errors.BadImage(errors.ImageProblem.CUT_SHORT, Path("čaj.png")), ""),
        (errors.Rejected(errors.Refusal.NOT_ALLOWED_TO_ANSWER), ""),
        (errors.Offline(), "Try now"),
        (errors.OutOfCredit(), "Add credit"),
        (errors.StorageTrouble(errors.StorageProblem.FULL, Path("data")), "Try again"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_there_is_no_button_that_does_nothing(
    window: MainWindow, strip: Strip, error: errors.AppError, button: str
) -> None:
    strip.say_of(error)
    assert _shown(window) == words(error).sentence
    assert window.banner.button.text() == button
    assert window.banner.button.isHidden() is not bool(button)


def test_who_says_all_of_a_sign_in_speaks_alone_of_it(window: MainWindow, strip: Strip) -> None:
    over = words(errors.SignInNeeded())._replace(sentence="You were signed in until it ended.")
    strip.hold(words(errors.SignInNeeded()))
    strip.tell("inbox", errors.SignInNeeded())
    strip.stand(over, says_all=True)
    assert _shown(window) == over.sentence
    strip.stand(None)
    assert _shown(window) == words(errors.SignInNeeded()).sentence
