"""Over an ending stands what is true of it: not all of them come from X's page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from services import errors
from services.errors import AppError, KeychainProblem, SignInProblem, SignInStopped
from tests.ui.sign_in.driven import Driven
from ui.sign_in import endings
from ui.sign_in.steps import Step


@pytest.mark.parametrize(
    ("error", "in_hand", "title"),
    [
        (SignInStopped(SignInProblem.DENIED), False, "Back from X"),
        (SignInStopped(SignInProblem.TIMED_OUT), False, "Nothing came back"),
        (SignInStopped(SignInProblem.PORTS_TAKEN), False, "Not signed in yet"),
        (SignInStopped(SignInProblem.BAD_CLIENT_ID), False, "Not signed in yet"),
        (errors.Offline(), False, "Not signed in yet"),
        (errors.AppOfOtherKind(), False, "Not signed in yet"),
        *(
            (errors.KeychainTrouble(each), False, "Nothing could be kept")
            for each in KeychainProblem
        ),
        (errors.KeychainTrouble(KeychainProblem.LOCKED), True, "Not kept yet"),
        (
            errors.StorageTrouble(errors.StorageProblem.FULL, path=Path("shop")),
            True,
            "Not kept yet",
        ),
    ],
    ids=str,
)
def test_a_title_of_its_own(
    driven: Driven, qtbot: QtBot, error: AppError, in_hand: bool, title: str
) -> None:
    page = driven.open(qtbot).back
    driven.wizard.show_step(Step.BACK)
    page.set(endings.of(error, in_hand=in_hand))
    assert page.title.text() == page.accessibleName() == title
    assert not page.lead.isVisible()


@pytest.mark.parametrize("this_run_only", [True, False])
def test_the_good_one(driven: Driven, qtbot: QtBot, this_run_only: bool) -> None:
    page = driven.open(qtbot).back
    page.set(endings.kept(this_run_only=this_run_only))
    assert page.title.text() == "You are signed in"
