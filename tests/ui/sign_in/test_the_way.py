from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn, Way
from services.settings import STAYS_FREE
from services.x_api.practice import CLIENT_ID
from tests.ui.sign_in.driven import Driven
from ui.sign_in.outside import CONSOLE
from ui.sign_in.steps import Step
from widgets.step_rail import StepState


def type_client_id(driven: Driven, text: str = CLIENT_ID) -> None:
    field = driven.wizard.client_id.field
    field.clear()
    QTest.keyClicks(field, text)
    driven.wizard.journey.checking._on_rest()


def to_the_browser(driven: Driven) -> None:
    wizard = driven.wizard
    wizard.card.start_button.click()
    wizard.app.next_button.click()
    wizard.credit.next_button.click()
    type_client_id(driven)
    wizard.client_id.next_button.click()


def test_from_the_card_to_done(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    assert wizard.step is None
    assert wizard.side.isHidden()
    to_the_browser(driven)
    assert wizard.step is Step.BROWSER
    driven.answers.append(driven.allow)
    wizard.browser.open_button.click()
    assert wizard.step is Step.BACK
    assert driven.account.signed_in is SignedIn.YES
    assert "password store" in wizard.back.check.words.text()
    wizard.back.next_button.click()
    assert wizard.proof.prove_button.text() == "Prove it · $0.035"
    wizard.proof.owner_button.click()
    assert driven.account.owns_app is True
    assert "$0.001" in wizard.proof.question.said.words.text()
    assert wizard.proof.prove_button.text() == "Prove it · $0.015"
    assert not wizard.done_button.isVisible()
    wizard.proof.prove_button.click()
    assert wizard.proof.title.text() == "It works"
    wizard.done_button.click()
    (account,) = driven.connected
    assert (account.id, account.way) == (driven.signing.account_id, Way.CONNECTED)
    assert account.handle == wizard.proof.handle.text().strip("\u2066\u2069@")


def test_without_a_mouse(driven: Driven, qtbot: QtBot) -> None:
    """What is to be done first has the keyboard at each step."""
    wizard = driven.open(qtbot)

    def press() -> None:
        focused = wizard.focusWidget()
        assert isinstance(focused, QAbstractButton)
        QTest.keyClick(focused, Qt.Key.Key_Space)

    press()
    assert wizard.step is Step.APP
    press()
    assert driven.pages == [CONSOLE]
    wizard.app.next_asked.emit()
    wizard.credit.next_asked.emit()
    assert wizard.focusWidget() is wizard.client_id.field
    type_client_id(driven)
    QTest.keyClick(wizard.client_id.field, Qt.Key.Key_Return)
    assert wizard.step is Step.BROWSER
    driven.answers.append(driven.allow)
    press()
    assert wizard.step is Step.BACK
    press()
    assert wizard.step is Step.PROOF
    press()
    assert driven.account.owns_app is True
    press()
    assert wizard.proof.title.text() == "It works"
    press()
    assert len(driven.connected) == 1


def test_everything_that_takes_the_keyboard_has_a_name(driven: Driven, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit

    wizard = driven.open(qtbot)
    for each in wizard.findChildren(QAbstractButton):
        if each.focusPolicy() is not Qt.FocusPolicy.NoFocus and each.isVisibleTo(
            each.parentWidget()
        ):
            assert each.accessibleName() or each.text(), each
    for field in wizard.findChildren(QLineEdit):
        assert field.accessibleName()
    for page in wizard.pages.values():
        assert page.picture.accessibleName()
    assert [step.accessibleName() for step in wizard.rail.steps][2] == "Step 3 of 6, Client ID"


def test_closing_keeps_what_was_entered_and_reopening_goes_on(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    assert "kept" in wizard.kept.text()
    wizard.close_button.click()
    assert driven.account.client_id == CLIENT_ID
    assert driven.connected == []
    assert driven.open(qtbot).step is Step.BROWSER


def test_what_x_knows_is_kept_also_where_the_window_is_closed_at_once(
    driven: Driven, qtbot: QtBot
) -> None:
    wizard = driven.open(qtbot)
    wizard.card.start_button.click()
    wizard.show_step(Step.CLIENT_ID)
    type_client_id(driven)
    wizard.reject()
    assert driven.account.client_id == CLIENT_ID


@pytest.mark.parametrize("by", ["closing", "going on"])
def test_what_x_does_not_know_is_kept_nowhere(driven: Driven, qtbot: QtBot, by: str) -> None:
    """It may be a secret of the app, of a shape that nobody told us."""
    wizard = driven.open(qtbot)
    wizard.card.start_button.click()
    wizard.show_step(Step.CLIENT_ID)
    type_client_id(driven, "bm90LW9mLXRoaXMtWDoxOmNp")
    if by == "going on":
        assert wizard.client_id.next_button.text() == "Go on all the same"
        wizard.client_id.next_button.click()
        assert wizard.step is Step.BROWSER
    wizard.reject()
    assert driven.account.client_id is None


def test_another_client_id_does_not_touch_a_sign_in_that_stands(
    driven: Driven, qtbot: QtBot
) -> None:
    """What is kept is renewed with the Client ID it was given to; X would end it with another."""
    driven.signing.sign_in()
    other = "b3RoZXItYXBwLW9mLXNob3BsYXJrOjE6Y2k"
    driven.signing.x.set_app(other)
    wizard = driven.open(qtbot)
    wizard.show_step(Step.CLIENT_ID)
    type_client_id(driven, other)
    wizard.client_id.next_button.click()
    wizard.close()
    assert driven.account.client_id == CLIENT_ID
    driven.signing.clock.advance(7_300)
    assert driven.signing.shop.tokens.of(driven.account).get()
    assert driven.account.signed_in is SignedIn.YES


def test_what_x_does_not_know_any_more_is_asked_for_again(driven: Driven, qtbot: QtBot) -> None:
    unknown = "bm90LW9mLXRoaXMtWDoxOmNp"
    driven.signing.shop.accounts.set_client_id(driven.signing.account_id, unknown)
    wizard = driven.open(qtbot)
    assert wizard.step is Step.CLIENT_ID
    assert "does not know" in wizard.client_id.check.words.text()


def test_one_step_back_is_always_possible(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    seen = []
    while wizard.step is not None:
        seen.append(wizard.step)
        wizard.pages[wizard.step].back_button.click()
    assert seen == [Step.BROWSER, Step.CLIENT_ID, Step.CREDIT, Step.APP]
    wizard.card.start_button.click()
    states = [step.state for step in wizard.rail.steps]
    assert states[0] is StepState.NOW
    assert states[3:] == [StepState.PASSED, StepState.LATER, StepState.LATER]
    wizard.rail.steps[2].click()
    assert wizard.step is Step.CLIENT_ID
    assert wizard.client_id.field.text() == CLIENT_ID
    wizard.rail.steps[5].click()
    assert wizard.step is Step.CLIENT_ID


def test_going_back_ends_the_wait(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    to_the_browser(driven)
    driven.answers.append(wizard.browser.back_button.click)
    wizard.browser.open_button.click()
    assert wizard.step is Step.CLIENT_ID
    assert wizard.browser.address == ""
    assert driven.account.signed_in is SignedIn.NONE


def test_staying_free_is_never_asked_about_again(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    with qtbot.waitSignal(wizard.stayed_free):
        wizard.card.stay_free.click()
    assert driven.signing.shop.settings.get(STAYS_FREE)
    assert driven.account.way is Way.BY_HAND
    assert driven.connected == []


@pytest.mark.parametrize("again", [True, False])
def test_a_sign_in_that_ended_is_one_button_away(driven: Driven, qtbot: QtBot, again: bool) -> None:
    accounts, account_id = driven.signing.shop.accounts, driven.signing.account_id
    accounts.set_client_id(account_id, CLIENT_ID)
    accounts.set_way(account_id, Way.CONNECTED)
    accounts.set_signed_in(account_id, SignedIn.YES if again else SignedIn.ENDED)
    wizard = driven.open(qtbot, again=again)
    assert wizard.step is Step.BROWSER
    assert wizard.focusWidget() is wizard.browser.open_button
    driven.answers.append(driven.allow)
    wizard.browser.open_button.click()
    assert driven.account.signed_in is SignedIn.YES


def test_an_account_that_is_signed_in_goes_on_at_the_proof(driven: Driven, qtbot: QtBot) -> None:
    driven.signing.sign_in()
    assert driven.open(qtbot).step is Step.PROOF


def test_who_is_not_proven_is_asked_and_not_sent_to_x_again(driven: Driven, qtbot: QtBot) -> None:
    """X knows them by another name than the one that was written here."""
    driven.signing.shop.accounts.set_handle(driven.signing.account_id, "كوب")
    driven.signing.sign_in()
    wizard = driven.open(qtbot, again=True)
    assert wizard.step is Step.PROOF
    wizard.proof.owner_button.click()
    wizard.proof.prove_button.click()
    assert "Is it the same shop" in wizard.proof.check.words.text()
    wizard.proof.prove_button.click()
    assert wizard.proof.title.text() == "It works"
    assert not driven.account.unproven
