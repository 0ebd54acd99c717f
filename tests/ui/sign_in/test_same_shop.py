"""X names somebody whom the owner did not write: perhaps the browser knew the private account."""

from __future__ import annotations

from typing import Any

import pytest

from services.accounts.account import SignedIn
from services.x_api.practice import Sort, Trouble
from tests.ui.sign_in.driven import Driven
from ui.sign_in.steps import Step

pytestmark = pytest.mark.loopback


@pytest.fixture
def asked(driven: Driven, qtbot: Any) -> Driven:
    """The owner wrote @kiln, and was asked."""
    driven.signing.shop.accounts.set_handle(driven.signing.account_id, "kiln")
    driven.signing.sign_in()
    wizard = driven.open(qtbot, again=True)
    wizard.show_step(Step.PROOF)
    wizard.proof.owner_button.click()
    wizard.proof.prove_button.click()
    return driven


def test_the_owner_is_asked_before_anything_is_kept(asked: Driven) -> None:
    page = asked.wizard.proof
    assert "Is it the same shop?" in page.check.words.text()
    assert "@kiln" in page.check.words.text()
    assert page.prove_button.text() == "Yes, it is the same shop · $0.005"
    assert page.prove_button.property("kind") == "primary"
    assert page.mend_button.text() == "No, sign in as another"
    assert page.mend_button.isVisible()
    assert page.done_button.isHidden()
    assert page.question.isHidden()
    assert (asked.account.handle, asked.account.x_user_id) == ("kiln", None)


def test_yes_takes_the_name_of_x(asked: Driven) -> None:
    page = asked.wizard.proof
    page.prove_button.click()
    assert asked.account.x_user_id is not None
    assert asked.account.handle != "kiln"
    assert page.question.isHidden()
    assert page.done_button.isVisible()
    assert any("@kiln" in fact.words.text() for fact in page.facts)


def test_no_gives_it_back_and_goes_to_the_browser(asked: Driven) -> None:
    asked.wizard.proof.mend_button.click()
    assert asked.wizard.step is Step.BROWSER
    assert (asked.account.signed_in, asked.account.handle) == (SignedIn.NONE, "kiln")
    assert asked.signing.x.tokens_alive() == ()


def test_a_yes_that_did_not_reach_x_is_asked_again(asked: Driven) -> None:
    page = asked.wizard.proof
    asked.signing.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/users/me"))
    page.prove_button.click()
    assert asked.account.x_user_id is None
    page.prove_button.click()
    assert "Is it the same shop?" in page.check.words.text()
    page.prove_button.click()
    assert asked.account.x_user_id is not None


def test_somebody_else_in_the_browser_does_not_end_a_sign_in_that_works(
    driven: Driven, qtbot: Any
) -> None:
    driven.signing.sign_in()
    wizard = driven.open(qtbot)
    wizard.proof.owner_button.click()
    wizard.proof.prove_button.click()
    wizard.done_button.click()
    here = driven.account.handle
    driven.signing.x.set_account(browsing="mika_ocha")
    wizard = driven.open(qtbot, again=True)
    driven.answers.append(driven.allow)
    wizard.browser.open_button.click()
    wizard.back.next_button.click()
    wizard.proof.prove_button.click()
    said = wizard.proof.check.words.text()
    assert "@mika_ocha" in said
    assert "is signed in as it was before" in said
    assert (driven.account.signed_in, driven.account.handle) == (SignedIn.YES, here)
    driven.signing.x.set_account(browsing=here)
    wizard.proof.mend_button.click()
    driven.answers.append(driven.allow)
    wizard.browser.open_button.click()
    wizard.back.next_button.click()
    wizard.proof.prove_button.click()
    assert wizard.done_button.isVisible()
