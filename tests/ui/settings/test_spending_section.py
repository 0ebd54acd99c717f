from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from services.accounts.accounts import Checking, Way
from services.settings import KEEP_DAY_LIMITS
from services.shop import Shop
from services.x_api.prices import X_LIST, Kind
from ui.money.ask_budget import AskBudget
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.spending_section import SpendingSection


@pytest.fixture
def section(shop: Shop, qtbot: Any, themed: Any) -> SpendingSection:
    own = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    shop.database.connection.execute(
        "UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, own.id)
    )
    made = SpendingSection(shop)
    qtbot.addWidget(made)
    return made


def typed(section: SpendingSection, text: str) -> None:
    section.budget.selectAll()
    if text:
        QTest.keyClicks(section.budget, text)
    else:
        section.budget.del_()
    section.budget.editingFinished.emit()


def question() -> AskBudget:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, AskBudget))


def budget_of(shop: Shop) -> int | None:
    return shop.accounts.active().budget


def test_a_first_and_a_lower_budget_are_taken_at_once(section: SpendingSection, shop: Shop) -> None:
    typed(section, "12")
    assert budget_of(shop) == 12_000_000
    typed(section, "3,50")
    assert budget_of(shop) == 3_500_000


@pytest.mark.parametrize(("text", "after"), [("9", 9_000_000), ("", None)])
def test_more_is_asked_about_once(
    section: SpendingSection, shop: Shop, text: str, after: int | None
) -> None:
    typed(section, "3.50")
    typed(section, text)
    assert budget_of(shop) == 3_500_000
    question().keep_button.click()
    assert (budget_of(shop), section.budget.text()) == (3_500_000, "3.50")
    QApplication.processEvents()
    typed(section, text)
    question().yes_button.click()
    assert budget_of(shop) == after


def test_the_way_of_checking_is_kept_with_its_working(section: SpendingSection, shop: Shop) -> None:
    assert section.checking.buttons[Checking.NORMAL].isChecked()
    assert section.checking.totals[Checking.NORMAL].text() == "Too early to say"
    section.checking.buttons[Checking.THRIFTY].click()
    assert shop.accounts.active().checking is Checking.THRIFTY


def test_a_price_is_corrected_and_given_back(section: SpendingSection, shop: Shop) -> None:
    told: list[None] = []
    section.prices_changed.connect(lambda: told.append(None))
    field = section.prices.fields[Kind.POST]
    assert (field.text(), section.prices.reset.isEnabled()) == ("0.015", False)
    field.selectAll()
    QTest.keyClicks(field, "0.02")
    field.editingFinished.emit()
    assert shop.price_book.current().of(Kind.POST) == 20_000
    assert (section.fold.head.note, len(told)) == ("1 changed by you", 1)
    section.prices.reset.click()
    assert shop.price_book.current() == X_LIST
    assert field.text() == "0.015"


def test_a_slip_of_the_hand_is_no_price(section: SpendingSection, shop: Shop) -> None:
    field = section.prices.fields[Kind.ANSWER]
    field.selectAll()
    QTest.keyClicks(field, "5000")
    field.editingFinished.emit()
    assert (field.text(), shop.price_book.current()) == ("0.01", X_LIST)


def test_xs_number_of_posts_can_be_left_to_x(section: SpendingSection, shop: Shop) -> None:
    section.day_limits.click()
    assert shop.settings.get(KEEP_DAY_LIMITS) is False


def test_nobody_else_sees_a_price(shop: Shop, inline_tasks: Any, qtbot: Any, themed: Any) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(shop, inline_tasks, parent)
    assert dialog.spending is None
    shop.accounts.start_own_shop(handle="tea", zone="UTC")
    assert SettingsDialog(shop, inline_tasks, parent).spending is None
