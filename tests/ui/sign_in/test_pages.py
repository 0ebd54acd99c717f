from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from services import errors
from services.accounts.account import Checking
from services.accounts.client_id import SECRETS, ClientIdProblem
from services.accounts.known_failures import Look
from services.accounts.pkce import SCOPES
from services.accounts.proof import Proof
from services.accounts.token_calls import ClientCheck
from services.errors import SignInProblem
from services.x_api.client import User
from services.x_api.forecast import forecast
from services.x_api.practice import CLIENT_ID, Sort, Trouble
from services.x_api.prices import X_LIST
from tests.ui.sign_in.driven import Driven
from ui.languages import speak
from ui.sign_in import words
from ui.sign_in.check_line import Check
from ui.sign_in.checklist import look_words
from ui.sign_in.client_id_words import problem_words
from ui.sign_in.outside import CONSOLE, X
from ui.sign_in.pace import EXAMPLE
from ui.sign_in.proof_page import Mend
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard
from ui.tasks import LaneTasks

CALLBACKS = tuple(f"http://127.0.0.1:{port}/callback" for port in (8765, 8766, 8767))


@pytest.fixture
def wizard(driven: Driven, qtbot: QtBot) -> SignInWizard:
    return driven.open(qtbot)


def test_the_card_says_what_a_month_costs(wizard: SignInWizard) -> None:
    """A shop without a day behind it is shown an example, and told so."""
    pace = wizard.card.pace
    normal = forecast(EXAMPLE, Checking.NORMAL, X_LIST).total
    assert pace.figure.text() == f"About ${-(-normal // 10_000) / 100:.2f}"
    assert "one post a day" in pace.rests_on.text()
    assert len(pace.working.text().splitlines()) == 8
    assert {way: total.text() for way, total in pace.totals.items()}[Checking.NORMAL] in (
        pace.figure.text()
    )


def test_the_addresses_are_copied_one_by_one_or_all(driven: Driven, wizard: SignInWizard) -> None:
    page = wizard.app
    page.copy_buttons[0].click()
    assert driven.copied == [page.callbacks[0]]
    assert page.copy_buttons[0].text() == "Copied"
    page.copy_all.click()
    assert driven.copied[-1] == "\n".join(page.callbacks)
    assert page.copy_all.text() == "Copied"


@pytest.mark.parametrize(
    ("taken", "check", "said"),
    [
        ((), Check.GOOD, "free on this computer"),
        ((8765,), Check.NOTE, "8766"),
        ((8765, 8766, 8767), Check.WARN, "Close it before step 4"),
    ],
)
def test_a_taken_port_is_said(
    wizard: SignInWizard, taken: tuple[int, ...], check: Check, said: str
) -> None:
    wizard.app.set_taken(taken, (8765, 8766, 8767))
    assert wizard.app.check.check is check
    assert said in wizard.app.check.words.text()


def test_the_ports_are_looked_at_again(driven: Driven, wizard: SignInWizard) -> None:
    driven.taken = (0,)
    wizard.show_step(Step.APP)
    assert wizard.app.check.check is Check.WARN
    driven.taken = ()
    wizard.app.check_button.click()
    assert wizard.app.check.check is Check.GOOD


@pytest.mark.parametrize("problem", ClientIdProblem)
def test_what_is_no_client_id_is_told_apart(wizard: SignInWizard, problem: ClientIdProblem) -> None:
    page = wizard.client_id
    page.field.setText("a secret 🔑 سرّ")
    page.set_problem(problem)
    assert not page.next_button.isEnabled()
    assert (page.field.text() == "") is (problem in SECRETS)
    others = {problem_words(other) for other in ClientIdProblem if other is not problem}
    assert page.check.words.text() not in others


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (ClientCheck.GOOD, "X knows this Client ID"),
        (ClientCheck.UNSURE, "It looks right"),
        (ClientCheck.UNKNOWN, "does not know"),
        (ClientCheck.OTHER_KIND, "another type"),
        (ClientCheck.NOT_ENROLLED, "no package"),
    ],
)
def test_what_x_knows_of_the_app(wizard: SignInWizard, check: ClientCheck, said: str) -> None:
    """X promises none of it: nobody is held up by it for good."""
    wizard.show_step(Step.CLIENT_ID)
    wizard.client_id.set_text(CLIENT_ID)
    wizard.journey.checking._text = CLIENT_ID
    wizard.journey.checking.checked.emit(CLIENT_ID, check)
    assert said in wizard.client_id.check.words.text()
    assert wizard.client_id.next_button.isEnabled()
    fine = check in (ClientCheck.GOOD, ClientCheck.UNSURE)
    assert wizard.client_id.next_button.text() == ("Next" if fine else "Go on all the same")
    assert wizard.client_id.check_button.isHidden() is fine


def test_x_cannot_be_reached_for_the_check(driven: Driven, wizard: SignInWizard) -> None:
    wizard.show_step(Step.CLIENT_ID)
    driven.signing.x.script(Trouble(sort=Sort.REFUSE, path="/2/oauth2/token", status=503))
    wizard.journey.checking.look_at(CLIENT_ID, at_once=True)
    assert wizard.client_id.next_button.isEnabled()
    wizard.journey.checking.failed.emit(CLIENT_ID, errors.Offline())
    assert "no connection" in wizard.client_id.check.words.text()
    assert wizard.client_id.next_button.isEnabled()


def test_an_answer_to_an_older_question_says_nothing(wizard: SignInWizard) -> None:
    checking = wizard.journey.checking
    checking.look_at(CLIENT_ID)
    checking._on_checked("another", ClientCheck.UNKNOWN)
    checking._on_failed("another", errors.Offline())
    assert wizard.client_id.check.check is Check.LOOKING


def test_waiting_can_be_stopped_and_a_wrong_address_is_said(driven: Driven, qtbot: QtBot) -> None:
    """On real lanes: the window lives while X is waited for."""
    driven.tasks = LaneTasks()
    driven.signing.shop.accounts.set_client_id(driven.signing.account_id, CLIENT_ID)
    wizard = driven.open(qtbot)
    page = wizard.browser
    page.open_button.click()
    qtbot.waitUntil(lambda: bool(page.address))
    assert page.left.text() == "5:00 left".replace("5:00", "\u20665:00\u2069")
    page.paste_field.setText("سلام 🍵 https://x.com/home")
    page.paste_button.click()
    assert page.paste_trouble.text() == words.stopped(SignInProblem.NO_ANSWER_IN_IT)
    page.paste_field.setText("http://127.0.0.1:8765/callback?code=a&state=older")
    page.paste_button.click()
    assert page.paste_trouble.text() == words.stopped(SignInProblem.OTHER_STATE)
    page.cancel_button.click()
    assert page.address == ""
    assert page.open_button.isVisible()
    page.open_button.click()
    qtbot.waitUntil(lambda: bool(page.address))
    wizard.close()
    driven.tasks.stop()
    driven.tasks.join()
    assert driven.connected == []


@pytest.mark.parametrize(("language", "shown"), [("en", "4:05"), ("fa", "۴:۰۵"), ("ar", "٤:٠٥")])
def test_the_time_left_is_told_in_the_owners_figures(
    wizard: SignInWizard, qapp: Any, language: str, shown: str
) -> None:
    speak(qapp, language)
    wizard.browser.setLocale(QLocale(language if language != "ar" else "ar_EG"))
    wizard.browser.set_left(245)
    assert shown in wizard.browser.left.text()


@pytest.mark.parametrize("look", Look)
def test_each_thing_to_look_at_has_its_own_words(qapp: object, look: Look) -> None:
    told = look_words(look, CALLBACKS)
    assert told not in [look_words(other, CALLBACKS) for other in Look if other is not look]
    if look is Look.CALLBACKS:
        assert all(address in told for address in CALLBACKS)


def proof_of(driven: Driven, **more: Any) -> Proof:
    user = User("1", "tea", "Thé & شاي 🍵", has_premium=False)
    return replace(Proof(driven.account, user, may_read=True), **more)


@pytest.mark.parametrize(
    ("more", "said", "mend"),
    [
        ({"not_enrolled": True, "user": None}, "not enrolled", Mend.CONSOLE),
        ({"suspended": True, "user": None}, "suspended", Mend.X_PAGE),
        ({"other_account": True}, "signed in to X as", Mend.SIGN_IN),
        ({"missing": frozenset({"tweet.write"})}, "may not write posts", Mend.SIGN_IN),
        ({"may_read": False}, "would not show your own posts", Mend.SIGN_IN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_proof_that_found_something(
    driven: Driven, wizard: SignInWizard, more: dict[str, Any], said: str, mend: Mend
) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    page.set_proof(proof_of(driven, **more), X_LIST)
    assert said in page.check.words.text()
    assert page.done_button.isHidden()
    assert page.question.isHidden()
    page.mend_button.click()
    if mend is Mend.SIGN_IN:
        assert wizard.step is Step.BROWSER
    else:
        assert driven.pages == [CONSOLE if mend is Mend.CONSOLE else X]


def test_a_proof_that_works_names_who_it_is(driven: Driven, wizard: SignInWizard) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    page.set_proof(proof_of(driven, renamed_from="oldtea", missing=frozenset({"dm.read"})), X_LIST)
    assert "Thé & شاي 🍵" in page.name.text()
    told = [item.words.text() for item in page.facts]
    assert any("oldtea" in one for one in told)
    assert any("with pictures" in one for one in told)
    assert any("direct messages" in one for one in told)
    assert any("280" in one for one in told)
    page.other_button.click()
    assert "$0.005 instead of $0.001" in page.question.said.words.text()
    assert driven.account.owns_app is False
    assert page.done_button.isVisible()
    page.owner_button.click()
    assert driven.account.owns_app is True


def test_a_long_post_and_every_permission(driven: Driven, wizard: SignInWizard) -> None:
    page = wizard.proof
    wizard.show_step(Step.PROOF)
    user = User("1", "tea", "Tea", has_premium=True)
    page.set_proof(replace(proof_of(driven), user=user), X_LIST)
    told = [item.words.text() for item in page.facts]
    assert told == [
        "It may write posts, with pictures.",
        "X takes long posts from you, up to 25,000 characters.",
    ]
    page.set_proof(replace(proof_of(driven), user=user, missing=frozenset(SCOPES)), X_LIST)
    assert "may not write posts" in page.check.words.text()


@pytest.mark.parametrize(
    ("error", "mend"),
    [
        (errors.OutOfCredit(), "Open X's console"),
        (errors.AppNotEnrolled(), "Open X's console"),
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
    assert (page.mend_button.text() if not page.mend_button.isHidden() else "") == mend
    assert page.prove_button.isHidden() is (mend == "Sign in again")
    assert not page.prove_button.busy
