"""The window of the wizard: nothing of it stands about alone, and it opens where it belongs."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from services.errors import Offline
from tests.ui.sign_in.driven import Driven
from tests.ui.sign_in.test_the_way import to_the_browser
from tests.ui.strays import stray_windows


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
