from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from services import errors
from services.accounts.account import Checking
from services.accounts.client_id import SECRETS, ClientIdProblem
from services.accounts.known_failures import Look
from services.accounts.token_calls import ClientCheck
from services.errors import SignInProblem
from services.x_api.forecast import forecast
from services.x_api.practice import CLIENT_ID, Sort, Trouble
from services.x_api.prices import X_LIST
from tests.ui.sign_in.driven import Driven
from ui.languages import speak
from ui.sign_in import words
from ui.sign_in.check_line import Check
from ui.sign_in.checklist import look_words
from ui.sign_in.client_id_words import problem_words
from ui.sign_in.pace import EXAMPLE
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard
from ui.tasks import LaneTasks
from widgets.number_disc import NumberDisc

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


def test_the_card_counts_with_what_is_known_of_the_app(driven: Driven, qtbot: QtBot) -> None:
    pace = driven.open(qtbot).card.pace
    assert not pace.dearer.isHidden()
    assert "$0.005" in pace.dearer.text()
    driven.signing.shop.accounts.set_owns_app(driven.signing.account_id, False)
    driven.wizard.close()
    pace = driven.open(qtbot).card.pace
    assert pace.dearer.isHidden()
    dear = forecast(EXAMPLE, Checking.NORMAL, replace(X_LIST, owns_app=False)).total
    assert pace.figure.text() == f"About ${-(-dear // 10_000) / 100:.2f}"


def test_the_addresses_are_copied_one_by_one_or_all(driven: Driven, wizard: SignInWizard) -> None:
    page = wizard.app
    page.copy_buttons[0].click()
    assert driven.copied == [page.callbacks[0]]
    assert page.copy_buttons[0].text() == "Copied"
    page.copy_all.click()
    assert driven.copied[-1] == "\n".join(page.callbacks)
    assert page.copy_all.text() == "Copied"


def test_each_act_on_x_is_said_and_drawn(wizard: SignInWizard) -> None:
    """Whoever leaves out one of them fails at a later step."""
    page = wizard.app
    told = [one.text() for one in page.area.findChildren(QLabel)]
    for act in ("Set up", "Read and write and Direct message", "Native App", "Website URL", "Save"):
        assert any(act in one for one in told), act
    marked = [piece.mark for piece in page.picture.sketch.pieces if piece.mark is not None]
    assert marked == list(range(2, len(page.findChildren(NumberDisc)) + 1))
    told = [one.text() for one in wizard.credit.area.findChildren(QLabel)]
    assert any("Pay-per-use" in one and "Production" in one for one in told)


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
    page.paste_button.click()
    assert page.paste_trouble.text() == "Paste the address first."
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
    # Each asks for something: told as it should be, it would contradict the sentence over it.
    asks = ("Check", "Close", "Compare", "If", "Look", "Move", "Paste", "See", "Unlock", "Wait")
    assert told.split()[0] in asks
    if look is Look.CALLBACKS:
        assert all(address in told for address in CALLBACKS)
