from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services import errors
from services.accounts.account import SignedIn, Way
from services.errors import AppError, KeychainProblem, SignInProblem
from services.x_api.practice import CLIENT_ID, Sort, Trouble
from tests.ui.sign_in.driven import Driven
from ui.sign_in import endings, keyring_words, words
from ui.sign_in.check_line import Check
from ui.sign_in.endings import Press
from ui.sign_in.outside import CONSOLE, on_this_computer
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard

SYSTEMS = ("linux", "win32", "darwin")
TROUBLES: tuple[AppError, ...] = (
    *(errors.SignInStopped(problem) for problem in SignInProblem),
    *(errors.KeychainTrouble(problem) for problem in KeychainProblem),
    errors.Offline(),
    errors.ServerTrouble(),
    errors.RateLimited(until=0),
    errors.AppOfOtherKind(),
    errors.AppNotEnrolled(),
)


def at_the_browser(driven: Driven, qtbot: QtBot) -> SignInWizard:
    driven.signing.shop.accounts.set_client_id(driven.signing.account_id, CLIENT_ID)
    wizard = driven.open(qtbot)
    assert wizard.step is Step.BROWSER
    return wizard


def test_each_has_its_own_sentence_and_something_to_press(qapp: object) -> None:
    said = {}
    for error in TROUBLES:
        ending = endings.of(error, in_hand=False, system="linux")
        text, press = ending.button
        assert ending.sentence not in said, (error, said[ending.sentence])
        said[ending.sentence] = error
        assert text
        assert isinstance(press, Press)
        assert ending.check is not Check.GOOD


def test_each_problem_of_a_sign_in_has_words_for_the_strip_too(qapp: object) -> None:
    said = [words.stopped(problem) for problem in SignInProblem]
    assert len(set(said)) == len(said)
    assert all(one.endswith(".") for one in said)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("problem", KeychainProblem)
def test_each_system_has_its_own_store(qapp: object, system: str, problem: KeychainProblem) -> None:
    told = keyring_words.what_to_do(problem, system=system)
    others = [keyring_words.what_to_do(problem, system=one) for one in SYSTEMS if one != system]
    assert told not in others
    ending = endings.of(errors.KeychainTrouble(problem), in_hand=False, system=system)
    assert told in ending.advice
    assert ending.second is not None
    assert ending.second[1] is Press.THIS_RUN


def test_x_was_told_no(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)
    driven.answers = [driven.cancel, driven.allow]
    wizard.browser.open_button.click()
    assert wizard.step is Step.BACK
    assert "Cancel" in wizard.back.check.words.text()
    assert driven.account.signed_in is SignedIn.NONE
    wizard.back.next_button.click()
    assert driven.account.signed_in is SignedIn.YES


def test_nothing_came_back(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)
    driven.answers = [driven.never]
    wizard.browser.open_button.click()
    assert wizard.step is Step.BACK
    points = wizard.back.checklist.points
    assert any("Client ID" in one for one in points)
    assert any("Native App" in one for one in points)
    assert any("8765" in one or "callback" in one for one in points)
    assert driven.account.way is Way.BY_HAND


def test_the_code_came_too_late(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)
    refused = Trouble(
        sort=Sort.REFUSE,
        path="/2/oauth2/token",
        status=400,
        body='{"error": "invalid_request", "error_description": "Value passed was invalid."}',
    )

    def late() -> None:
        driven.allow()
        driven.signing.x.script(refused)

    driven.answers = [late]
    wizard.browser.open_button.click()
    assert "30 seconds" in wizard.back.check.words.text()


def test_no_store_at_all_and_then_for_this_run_only(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)
    driven.signing.keyring.refuses = True
    wizard.browser.open_button.click()
    assert wizard.step is Step.BACK
    assert driven.pages == []
    driven.answers = [driven.allow]
    assert wizard.back.second_button.text() == "Only until Shoplark ends"
    wizard.back.second_button.click()
    assert driven.account.signed_in is SignedIn.YES
    assert "until Shoplark ends" in wizard.back.check.words.text()
    assert driven.signing.keyring.kept == {}


def test_the_store_was_locked_half_way(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)

    def lock() -> None:
        driven.allow()
        driven.signing.keyring.refuses = True

    driven.answers = [lock]
    wizard.browser.open_button.click()
    assert "not kept yet" in wizard.back.check.words.text()
    assert wizard.back.next_button.text() == "Keep it now"
    wizard.back.next_button.click()
    assert "not kept yet" in wizard.back.check.words.text()
    driven.signing.keyring.refuses = False
    wizard.back.next_button.click()
    assert "kept in this computer" in wizard.back.check.words.text()
    assert driven.signing.shop.tokens.knows(driven.signing.account_id)


def test_what_was_never_kept_goes_back_to_x(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)

    def lock() -> None:
        driven.allow()
        driven.signing.keyring.refuses = True

    driven.answers = [lock]
    wizard.browser.open_button.click()
    wizard.close()
    assert "revoked" in [line.outcome for line in driven.signing.x.token_log()]
    assert driven.account.signed_in is SignedIn.NONE


def test_all_ports_are_taken(driven: Driven, qtbot: QtBot) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as other:
        wizard = at_the_browser(driven, qtbot)
        driven.signing.use_ports(other.getsockname()[1])
        wizard.browser.open_button.click()
        assert wizard.step is Step.BACK
        assert "Other programs" in wizard.back.check.words.text()


def test_the_app_is_of_another_kind(driven: Driven, qtbot: QtBot) -> None:
    wizard = at_the_browser(driven, qtbot)

    def changed() -> None:
        driven.allow()
        driven.signing.x.set_app(kind="web")

    driven.answers = [changed]
    wizard.browser.open_button.click()
    assert "another type" in wizard.back.check.words.text()
    wizard.back.second_button.click()
    assert driven.pages[-1] == CONSOLE


def test_no_browser_was_found(driven: Driven, qtbot: QtBot) -> None:
    """The address is copied, and leaves the clipboard when the try is over."""
    wizard = at_the_browser(driven, qtbot)
    driven.opens = False
    address = "https://x.com/i/oauth2/authorize?state=of-this-try"
    wizard.browser.set_waiting(address, opened=False)
    assert wizard.browser.elsewhere.is_open
    wizard.browser.copy_button.click()
    assert driven.copied == [address]
    assert driven.taken_back == []
    wizard.browser.cancel_button.click()
    assert driven.taken_back == [address]


def test_what_lies_on_the_clipboard_by_now_stays(qapp: QGuiApplication) -> None:
    outside = on_this_computer(QWidget(), None)
    outside.copy("an address")
    outside.take_back("an address")
    assert qapp.clipboard().text() == ""
    outside.copy("شاي 🍵")
    outside.take_back("an address")
    assert qapp.clipboard().text() == "شاي 🍵"
