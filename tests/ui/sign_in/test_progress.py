"""The rail ticks what was found to be right, and nothing else."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn
from services.errors import KeychainProblem, KeychainTrouble
from services.x_api.practice import CLIENT_ID
from tests.ui.sign_in.driven import Driven
from tests.ui.sign_in.test_the_way import to_the_browser, type_client_id
from ui.sign_in.steps import Step
from widgets.step_rail import StepState

DONE, NOW, LATER = StepState.DONE, StepState.NOW, StepState.LATER
PASSED, AGAIN = StepState.PASSED, StepState.AGAIN
UNKNOWN = "bm90LW9mLXRoaXMtWDoxOmNp"


def states(driven: Driven) -> list[StepState]:
    return [step.state for step in driven.wizard.rail.steps]


def test_pressing_next_ticks_nothing(driven: Driven, qtbot: QtBot) -> None:
    driven.open(qtbot)
    to_the_browser(driven)
    assert states(driven) == [PASSED, PASSED, DONE, NOW, LATER, LATER]
    step = driven.wizard.rail.steps[0]
    assert step.isEnabled()
    assert step.accessibleDescription() == "Not checked yet"


def test_x_said_no(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    driven.answers.append(driven.cancel)
    wizard.browser.open_button.click()
    assert states(driven) == [PASSED, PASSED, DONE, AGAIN, NOW, LATER]
    wizard.rail.steps[3].click()
    assert states(driven) == [PASSED, PASSED, DONE, NOW, AGAIN, LATER]


def test_no_page_was_opened(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    wizard.journey._on_stopped(KeychainTrouble(KeychainProblem.MISSING))
    assert states(driven) == [PASSED, PASSED, DONE, AGAIN, NOW, LATER]


def test_x_said_yes(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    driven.answers.append(driven.allow)
    wizard.browser.open_button.click()
    assert states(driven) == [DONE, PASSED, DONE, DONE, NOW, LATER]
    wizard.back.next_button.click()
    assert states(driven) == [DONE, PASSED, DONE, DONE, DONE, NOW]


def test_x_does_not_know_the_client_id(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    wizard.show_step(Step.CLIENT_ID)
    type_client_id(driven, UNKNOWN)
    wizard.client_id.next_button.click()
    assert states(driven)[Step.CLIENT_ID] is AGAIN
    wizard.show_step(Step.CLIENT_ID)
    type_client_id(driven)
    wizard.client_id.next_button.click()
    assert states(driven)[Step.CLIENT_ID] is DONE


def test_an_app_of_another_type_is_put_right_at_the_first_step(
    driven: Driven, qtbot: QtBot
) -> None:
    wizard = driven.open(qtbot)
    driven.signing.x.set_app(kind="web")
    wizard.show_step(Step.CLIENT_ID)
    type_client_id(driven)
    assert states(driven)[Step.APP] is AGAIN


def test_a_sign_in_that_ended_keeps_what_was_right(driven: Driven, qtbot: QtBot) -> None:
    driven.signing.sign_in()
    accounts, account_id = driven.signing.shop.accounts, driven.signing.account_id
    accounts.set_unproven(account_id, False)
    accounts.set_signed_in(account_id, SignedIn.ENDED)
    assert driven.account.client_id == CLIENT_ID
    driven.open(qtbot, again=True)
    assert states(driven) == [DONE, DONE, DONE, NOW, LATER, LATER]
