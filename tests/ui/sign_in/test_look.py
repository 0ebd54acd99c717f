"""Nothing is cut off: in other scripts, with words twice as large, over the smallest window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from services import errors
from services.errors import KeychainProblem, SignInProblem
from tests.ui.sign_in.driven import Driven
from ui.languages import speak
from ui.sign_in import endings
from ui.sign_in.steps import Step
from ui.sign_in.wizard import SignInWizard
from ui.tour.faults import clipped

TURNS = 4
"""Layouts within layouts: each asks the one around it once more."""


def states(wizard: SignInWizard) -> Iterator[str]:
    """Each page as it may stand there, with a name for whoever reads the test."""
    yield "card"
    wizard.card.pace.fold.head.click()
    yield "card, worked out"
    for step in (Step.APP, Step.CREDIT, Step.CLIENT_ID, Step.BROWSER):
        wizard.show_step(step)
        yield step.name
    wizard.browser.set_waiting("https://x.com/i/oauth2/authorize", opened=False)
    wizard.browser.set_left(299)
    wizard.browser.went_wrong.set_open(True)
    yield "waiting"
    wizard.browser.set_idle()
    wizard.show_step(Step.BACK)
    troubles: list[errors.AppError] = [errors.SignInStopped(each) for each in SignInProblem]
    troubles += [errors.KeychainTrouble(each) for each in KeychainProblem]
    for error in (*troubles, errors.AppOfOtherKind()):
        for in_hand in (False, True):
            wizard.back.set(endings.of(error, in_hand=in_hand))
            yield f"back {error!r}"
    wizard.show_step(Step.PROOF)
    yield "proof"
    wizard.journey.proving._on_failed(errors.OutOfCredit())
    yield "no credit"


SMALLEST, USUAL = (960, 640), (1280, 800)


@pytest.mark.parametrize(
    ("language", "percent", "size"),
    [
        ("en", 200, SMALLEST),
        ("ar", 200, SMALLEST),
        ("fa", 100, USUAL),
        ("ja", 100, SMALLEST),
        ("zh_CN", 200, USUAL),
        ("es", 100, SMALLEST),
    ],
)
def test_nothing_is_cut_off(
    driven: Driven,
    qtbot: QtBot,
    qapp: Any,
    themed: Any,
    percent: int,
    language: str,
    size: tuple[int, int],
) -> None:
    speak(qapp, language)
    themed.apply("light", language, text_percent=percent)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    wizard = driven.open(qtbot, over=window)
    faults = []
    for name in states(wizard):
        for _turn in range(TURNS):
            qapp.processEvents()
        faults += [f"{name}: {fault}" for fault in clipped(wizard)]
        assert wizard.width() <= size[0]
        assert wizard.height() <= size[1]
    assert faults == []
