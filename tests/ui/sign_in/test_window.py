"""The window of the wizard: nothing of it stands about alone, and it opens where it belongs."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from services.errors import Offline
from tests.ui.sign_in.driven import Driven
from tests.ui.sign_in.test_the_way import to_the_browser
from tests.ui.strays import stray_windows
from ui.languages import speak
from ui.sign_in.steps import Step


@pytest.fixture
def window(qtbot: QtBot, themed: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setGeometry(30, 20, 740, 760)
    made.show()
    return made


def test_no_part_of_it_is_ever_a_window_of_its_own(
    driven: Driven, qtbot: QtBot, qapp: QApplication
) -> None:
    """Such a one takes the keyboard with it when it goes."""
    with stray_windows(qapp) as strays:
        wizard = driven.open(qtbot)
        wizard.card.pace.fold.head.click()
        to_the_browser(driven)
        driven.answers.append(driven.cancel)
        wizard.browser.open_button.click()
        driven.answers.append(driven.allow)
        wizard.back.next_button.click()
        wizard.back.next_button.click()
        wizard.journey.proving._on_failed(Offline())
        wizard.proof.other_button.click()
        wizard.proof.prove_button.click()
        assert wizard.proof.facts
        wizard.done_button.click()
    assert strays == []


def test_it_opens_in_the_middle_of_its_window(
    driven: Driven, qtbot: QtBot, window: QWidget
) -> None:
    wizard = driven.open(qtbot, over=window)
    assert abs(wizard.geometry().center().y() - window.geometry().center().y()) <= 2


def test_it_grows_from_there(driven: Driven, qtbot: QtBot, window: QWidget) -> None:
    wizard = driven.open(qtbot, over=window)
    high = wizard.height()
    wizard.card.start_button.click()
    assert wizard.height() > high
    assert abs(wizard.geometry().center().y() - window.geometry().center().y()) <= 2


def test_the_foot_has_one_height(driven: Driven, qtbot: QtBot, qapp: QApplication) -> None:
    """With a main button or without: what stands in it does not hop from page to page."""
    wizard = driven.open(qtbot)
    tops = set()
    for step in Step:
        wizard.show_step(step)
        qapp.processEvents()
        back = wizard.pages[step].back_button
        tops.add(back.mapTo(wizard, QPoint()).y())
    wizard.browser.set_waiting("https://x.com/i/oauth2/authorize", opened=True)
    wizard.show_step(Step.BROWSER)
    qapp.processEvents()
    tops.add(wizard.browser.back_button.mapTo(wizard, QPoint()).y())
    assert len(tops) == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_scroll_bar_moves_no_word(
    driven: Driven, qtbot: QtBot, qapp: Any, themed: Any, language: str
) -> None:
    speak(qapp, language)
    themed.apply("light", language)
    page = driven.open(qtbot).app
    driven.wizard.show_step(Step.APP)

    def places() -> list[int]:
        for _turn in range(4):
            qapp.processEvents()
        return [each.mapTo(page, QPoint()).x() for each in (page.title, page.picture)]

    driven.wizard.setFixedHeight(1200)
    before = places()
    assert not page.area.verticalScrollBar().isVisible()
    driven.wizard.setFixedHeight(420)
    after = places()
    assert page.area.verticalScrollBar().isVisible()
    assert before == after


def test_whether_the_addresses_are_free_is_in_sight_in_the_smallest_window(
    driven: Driven, qtbot: QtBot, qapp: QApplication, themed: Any
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(960, 640)
    wizard = driven.open(qtbot, over=window)
    wizard.show_step(Step.APP)
    for _turn in range(4):
        qapp.processEvents()
    check = wizard.app.check
    assert check.isVisible()
    assert check.visibleRegion().boundingRect().height() == check.height()
