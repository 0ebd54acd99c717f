"""The card before the first step: one main thing, and every way out in sight."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from services.accounts.account import Way
from services.settings import STAYS_FREE
from tests.ui.sign_in.driven import Driven
from ui.languages import speak


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_choice_is_in_sight(
    driven: Driven, qtbot: QtBot, qapp: Any, themed: Any, language: str, percent: int
) -> None:
    """Who presses Enter sees what there is besides."""
    speak(qapp, language)
    themed.apply("light", language, text_percent=percent)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(960, 640)
    wizard = driven.open(qtbot, over=window)
    qapp.processEvents()
    card = wizard.card
    choices = (card.start_button, card.stay_free, card.later_button)
    for each in choices:
        place = each.geometry().translated(each.parentWidget().mapTo(wizard, each.pos() * 0))
        assert wizard.rect().contains(place)
        assert not each.visibleRegion().isEmpty()
    assert wizard.focusWidget() is card.start_button
    kinds = [each.property("kind") for each in choices]
    assert kinds == ["primary", "", "quiet"]


def test_it_is_as_high_as_its_words(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    low = wizard.height()
    wizard.card.pace.fold.head.click()
    assert wizard.height() > low
    wizard.card.pace.fold.head.click()
    assert wizard.height() == low


def test_not_now_changes_nothing(driven: Driven, qtbot: QtBot) -> None:
    wizard = driven.open(qtbot)
    with qtbot.assertNotEmitted(wizard.stayed_free):
        wizard.card.later_button.click()
    assert not wizard.isVisible()
    assert not driven.signing.shop.settings.get(STAYS_FREE)
    assert driven.account.way is Way.BY_HAND
