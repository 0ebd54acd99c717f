"""Step 6: what is asked before anything is paid, and what each answer of X leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from services import errors
from services.accounts.account import SignedIn
from services.accounts.pkce import SCOPES
from services.accounts.proof import Proof
from services.errors import KeychainProblem
from services.x_api.client import User
from services.x_api.prices import X_LIST
from tests.ui.sign_in.driven import Driven
from ui.sign_in.check_line import Check
from ui.sign_in.found import facts
from ui.sign_in.outside import CONSOLE, X
from ui.sign_in.proof_page import Mend
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard


@pytest.fixture
def wizard(driven: Driven, qtbot: QtBot) -> SignInWizard:
    return driven.open(qtbot)


def proof_of(driven: Driven, **more: Any) -> Proof:
    user = User("1", "tea", "Thé & شاي 🍵", has_premium=False)
    return replace(Proof(driven.account, user, may_read=True), **more)


@pytest.mark.parametrize(
    ("more", "said", "mend"),
    [
        ({"not_enrolled": True, "user": None}, "not enrolled", Mend.CONSOLE),
        ({"suspended": True, "user": None}, "suspended", Mend.X_PAGE),
        ({"other_account": True}, "signed in to X as", Mend.SIGN_IN),
        ({"missing": frozenset({"tweet.write"})}, "may not write posts", Mend.CONSOLE),
        ({"may_read": False}, "would not show your own posts", Mend.SIGN_IN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_proof_that_found_something(
    driven: Driven, wizard: SignInWizard, more: dict[str, Any], said: str, mend: Mend
) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    page.set_proof(proof_of(driven, **more))
    assert said in page.check.words.text()
    assert page.done_button.isHidden()
    assert page.question.isHidden()
    assert page.title.text() == "Not yet"
    assert page.mend_button.property("kind") == "primary"
    page.mend_button.click()
    assert (page.prove_button.property("kind") == "primary") is (mend is not Mend.SIGN_IN)
    if mend is Mend.SIGN_IN:
        assert wizard.step is Step.BROWSER
    else:
        assert driven.pages == [CONSOLE if mend is Mend.CONSOLE else X]


def test_a_proof_that_works_names_who_it_is(driven: Driven, wizard: SignInWizard) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    page.set_proof(proof_of(driven, renamed_from="oldtea", missing=frozenset({"dm.read"})))
    assert "Thé & شاي 🍵" in page.name.text()
    told = [item.words.text() for item in page.facts]
    assert any("oldtea" in one for one in told)
    assert any("with pictures" in one for one in told)
    assert any("direct messages" in one for one in told)
    assert any("280" in one for one in told)


def test_the_price_follows_who_made_the_app(driven: Driven, wizard: SignInWizard) -> None:
    """Asked before anything is paid; until then the dearer price stands there, and no press."""
    page = wizard.proof
    driven.signing.sign_in()
    wizard.journey.proving.begin()
    wizard.show_step(Step.PROOF)
    assert "costs $0.001 if it is, $0.005 if not" in page.question.why.text()
    assert page.prove_button.text() == "Prove it · $0.035"
    assert not page.prove_button.isEnabled()
    page.owner_button.click()
    assert driven.account.owns_app is True
    assert page.prove_button.text() == "Prove it · $0.015"
    assert page.question.why.isHidden()
    page.other_button.click()
    assert driven.account.owns_app is False
    assert "$0.005 instead of $0.001" in page.question.said.words.text()
    assert page.prove_button.text() == "Prove it · $0.035"
    assert page.prove_button.isEnabled()
    page.prove_button.click()
    assert page.question.isHidden()
    assert page.done_button.isVisible()


@pytest.mark.parametrize(("language", "figures"), [("en", "25,000"), ("ar_EG", "٢٥٬٠٠٠")])
def test_the_length_of_a_post_is_in_the_owners_figures(
    driven: Driven, language: str, figures: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    user = User("1", "tea", "شاي", has_premium=True)
    told = [words for _check, words in facts(Proof(driven.account, user, may_read=True)).lines]
    QLocale.setDefault(before)
    assert any(figures in one for one in told)


def test_who_was_not_written_down_is_asked_about_without_a_name(
    driven: Driven, wizard: SignInWizard
) -> None:
    wizard.proof.ask_owner("", X_LIST, None)
    assert "this shop's account" in wizard.proof.question.question.text()


def test_what_may_not_write_is_mended_at_x_first_and_then_signed_in_again(
    driven: Driven, wizard: SignInWizard
) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    page.set_proof(proof_of(driven, missing=frozenset({"tweet.write"})))
    assert page.picture.isVisible()
    assert any(piece.mark is not None for piece in page.picture.sketch.pieces)
    assert page.mend_button.text() == "Open X's console"
    assert page.prove_button.isHidden()
    page.mend_button.click()
    assert driven.pages == [CONSOLE]
    assert page.isVisible()
    page.again_button.click()
    assert wizard.step is Step.BROWSER


@pytest.mark.parametrize(
    ("stands", "said"),
    [
        (SignedIn.YES, "is signed in as it was before"),
        (SignedIn.NONE, "is not signed in now"),
        (SignedIn.LOST, "is not signed in now"),
        (SignedIn.ENDED, "is not signed in now"),
    ],
)
def test_somebody_else_in_the_browser_is_told_with_how_the_shop_stands(
    driven: Driven, stands: SignedIn, said: str
) -> None:
    account = replace(driven.account, signed_in=stands, handle="كوب")
    found = facts(Proof(account, User("2", "mika_ocha", "蜜柑"), other_account=True))
    assert said in found.sentence
    assert "@mika_ocha" in found.sentence
    assert "@كوب" in found.sentence
    assert "{" not in found.sentence


def test_a_shop_that_is_kept_twice_is_told(driven: Driven, wizard: SignInWizard) -> None:
    wizard.show_step(Step.PROOF)
    wizard.proof.set_proof(proof_of(driven, kept_twice=driven.account))
    told = [item.words.text() for item in wizard.proof.facts if item.check is Check.WARN]
    assert len(told) == 1
    assert "twice" in told[0]
    assert wizard.proof.title.text() == "It works"


def test_a_long_post_and_every_permission(driven: Driven, wizard: SignInWizard) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    user = User("1", "tea", "Tea", has_premium=True)
    page.set_proof(replace(proof_of(driven), user=user))
    told = [item.words.text() for item in page.facts]
    assert told == [
        "Shoplark may post for you, with pictures.",
        "X takes long posts from you, up to 25,000 characters.",
    ]
    page.set_proof(replace(proof_of(driven), user=user, missing=frozenset(SCOPES)))
    assert "may not write posts" in page.check.words.text()


@pytest.mark.parametrize(
    ("error", "mend"),
    [
        (errors.OutOfCredit(), "Open X's console"),
        (errors.SpendCap(), "Open X's console"),
        (errors.MonthlyCap(until=1_800_000_000), "Open X's console"),
        (errors.BudgetReached(cost=35_000, left=20_000), ""),
        (errors.RateLimited(until=1_800_000_000), ""),
        (errors.KeychainTrouble(KeychainProblem.LOCKED), ""),
        (errors.AppNotEnrolled(), "Open X's console"),
        (errors.SignInEnded(), "Sign in again"),
        (errors.RenewalLost(), "Sign in again"),
        (errors.SignInNeeded(), "Sign in again"),
        (errors.Offline(), ""),
        (errors.ServerTrouble(), ""),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_proof_that_could_not_be_had(
    wizard: SignInWizard, error: errors.AppError, mend: str
) -> None:
    wizard.show_step(Step.PROOF)
    wizard.journey.proving._on_failed(error)
    page = wizard.proof
    assert page.check.check is Check.WARN
    # Nothing waits here, and the button asks at once.
    assert "queue" not in page.check.words.text()
    assert "asked again" not in page.check.words.text()
    assert (page.mend_button.text() if not page.mend_button.isHidden() else "") == mend
    assert page.prove_button.isHidden() is (mend == "Sign in again")
    assert not page.prove_button.busy
