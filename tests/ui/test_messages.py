from __future__ import annotations

from pathlib import Path

import pytest

from services import errors
from services.clock import from_wall
from services.errors import AppError, NextStep
from ui.messages import Tone, words, words_for_reason

ALL: list[AppError] = [
    errors.Offline(),
    errors.OutcomeUnknown(),
    errors.RateLimited(until=1_795_168_800),
    errors.ServerTrouble(),
    *(errors.Rejected(reason) for reason in errors.Refusal),
    errors.OutOfCredit(),
    errors.BudgetReached(),
    errors.MonthlyCap(),
    errors.MonthlyCap(until=1_796_083_200),
    errors.SpendCap(),
    errors.SpendCap(until=1_796_083_200),
    errors.SignInNeeded(),
    errors.SignInEnded(),
    errors.RenewalLost(),
    errors.SignInStopped(errors.SignInProblem.CANCELLED),
    errors.AppNotEnrolled(),
    errors.AppOfOtherKind(),
    errors.AnswerNotUnderstood(),
    errors.ClockWrong(),
    errors.OtherComputer(),
    *(errors.KeychainTrouble(problem) for problem in errors.KeychainProblem),
    *(errors.StorageTrouble(problem, Path("/data")) for problem in errors.StorageProblem),
    *(errors.BadImage(problem, Path("čaj.png")) for problem in errors.ImageProblem),
    *(errors.BadVideo(problem, Path("čaj.mp4")) for problem in errors.VideoProblem),
    errors.BadImport(row=7),
]


def test_every_kind_of_error_has_words_of_its_own(qapp: object) -> None:
    general = words(AppError()).sentence
    sentences = [words(error).sentence for error in ALL]
    assert general not in sentences
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("error", ALL, ids=lambda error: error.name)
def test_a_sentence_is_one_plain_line(qapp: object, error: AppError) -> None:
    message = words(error)
    assert message.sentence.endswith(".")
    assert "{" not in message.sentence
    for word in ("token", "API", "endpoint", "sync", "credential", error.name):
        assert word not in message.sentence
    if message.action is NextStep.WAIT:
        assert message.button == ""


@pytest.mark.parametrize("problem", errors.ImageProblem)
def test_a_bad_picture_is_named(qapp: object, problem: errors.ImageProblem) -> None:
    assert "čaj.png" in words(errors.BadImage(problem, Path("čaj.png"))).sentence


def test_every_leaf_of_the_tree_is_covered() -> None:
    def leaves(kind: type[AppError]) -> set[type[AppError]]:
        below = [one for one in kind.__subclasses__() if one.__module__ == errors.__name__]
        return {kind} if not below else {leaf for child in below for leaf in leaves(child)}

    assert leaves(AppError) <= {type(error) for error in ALL}


@pytest.mark.parametrize(
    "error", [error for error in ALL if error.name not in ("BadImport", "SignInStopped")]
)
def test_a_kept_reason_gives_the_same_words(qapp: object, error: AppError) -> None:
    detail = ""
    if isinstance(error, errors.Rejected):
        detail = error.reason.value
    if isinstance(error, errors.KeychainTrouble | errors.StorageTrouble | errors.BadImage):
        detail = error.problem.value
    if isinstance(error, errors.RateLimited | errors.MonthlyCap):
        detail = str(error.until)
    shown = words_for_reason(error.name, detail)
    assert shown.sentence.endswith(".")
    if not isinstance(error, errors.StorageTrouble | errors.BadImage | errors.BadVideo):
        assert shown == words(error)


def test_a_reason_of_another_time_still_says_something(qapp: object) -> None:
    assert words_for_reason("NoSuchError", "x").sentence.endswith(".")


def test_who_is_offline_may_try_now(qapp: object) -> None:
    """It goes on by itself, too: amber says that nothing is wrong with the queue."""
    offline = words(errors.Offline())
    assert (offline.button, offline.action) == ("Try now", NextStep.TRY_AGAIN)
    assert offline.tone is Tone.WARNING


@pytest.mark.parametrize(
    ("zone", "time"),
    [
        ("Europe/Lisbon", "9:30 AM"),
        ("Asia/Tokyo", "6:30 PM"),
        ("Asia/Kolkata", "3:00 PM"),
        ("America/New_York", "4:30 AM"),
    ],
)
def test_times_are_by_the_shops_clock(qapp: object, zone: str, time: str) -> None:
    """Not by the computer's: the cards beside the sentence have the shop's, too."""
    until = from_wall("2026-11-20T09:30", "UTC")
    for error in (
        errors.RateLimited(until=until),
        errors.RateLimited(until=until, most=50),
        errors.OutOfCredit(until=until),
    ):
        assert time in words(error, zone).sentence.replace("\u202f", " ")
    kept = words_for_reason("RateLimited", str(until), zone=zone)
    assert time in kept.sentence.replace("\u202f", " ")


@pytest.mark.parametrize("name", ["MonthlyCap", "SpendCap"])
def test_a_cap_says_when_the_queue_goes_on(name: str) -> None:
    """By X's own day, where X named one."""
    assert (
        "goes on after Monday, November 30, 2026" in words_for_reason(name, "1796083200").sentence
    )
    assert "until" not in words_for_reason(name).sentence
    assert "goes on by itself" in words_for_reason("MonthlyCap").sentence
