"""A second try after one that went well; and one press is for one try."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn
from services.errors import KeychainProblem, KeychainTrouble
from tests.ui.sign_in.driven import Driven
from tests.ui.sign_in.test_the_way import to_the_browser
from ui.sign_in.endings import Press
from ui.sign_in.proof_page import Mend
from ui.sign_in.steps import Step
from widgets.step_rail import StepState


def signed_in(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    driven.answers.append(driven.allow)
    wizard.browser.open_button.click()
    assert driven.account.signed_in is SignedIn.YES


def test_a_second_try_that_fails_leaves_the_way_on(driven: Driven, qtbot: QtBot) -> None:
    signed_in(driven, qtbot)
    wizard = driven.wizard
    wizard.back.back_button.click()
    driven.answers.append(driven.cancel)
    wizard.browser.open_button.click()
    assert wizard.step is Step.BACK
    assert wizard.back.title.text() == "Still signed in"
    assert "still signed in from before" in wizard.back.check.words.text()
    assert wizard.rail.steps[Step.BROWSER].state is StepState.DONE
    assert wizard.back.second_button.text() == "Open X in my browser"
    wizard.back.next_button.click()
    assert wizard.step is Step.PROOF


def test_for_this_run_only_is_for_one_try(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    driven.answers.append(driven.cancel)
    wizard.journey._on_stopped(KeychainTrouble(KeychainProblem.MISSING))
    wizard.back.pressed.emit(Press.THIS_RUN)
    assert wizard.journey.trying.this_run_only
    driven.answers.append(driven.cancel)
    wizard.back.next_button.click()
    assert not wizard.journey.trying.this_run_only


def test_when_it_works_one_button_is_the_way_out(
    driven: Driven, qtbot: QtBot, qapp: QApplication
) -> None:
    signed_in(driven, qtbot)
    wizard = driven.wizard
    wizard.back.next_button.click()
    assert wizard.proof.back_button.isVisible()
    wizard.proof.owner_button.click()
    wizard.proof.prove_button.click()
    assert wizard.done_button.isVisible()
    for gone in (wizard.proof.back_button, wizard.close_button, wizard.kept):
        assert not gone.isVisible()
    assert [step.state for step in wizard.rail.steps] == [StepState.DONE] * 6
    wizard.rail.steps[Step.BROWSER].click()
    assert wizard.close_button.isVisible()


def test_what_ends_a_sign_in_never_has_the_keyboard(driven: Driven, qtbot: QtBot) -> None:
    signed_in(driven, qtbot)
    wizard = driven.wizard
    wizard.back.next_button.click()
    wizard.proof.owner_button.click()
    wizard.proof._offer(Mend.SOMEBODY_ELSE)
    wizard.proof.take_focus()
    assert wizard.focusWidget() is wizard.proof.prove_button
