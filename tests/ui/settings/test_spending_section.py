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
    trouble = section.prices.troubles[Kind.ANSWER]
    assert (field.text(), field.property("wrong")) == ("5000", True)
    assert trouble.text() == "An amount like 5 or 5.50, $100 at most."
    assert not trouble.isHidden()
    assert shop.price_book.current() == X_LIST
    section.read()
    assert field.text() == "5000"
    field.selectAll()
    QTest.keyClicks(field, "0")
    assert trouble.isHidden()


@pytest.mark.parametrize("text", ["abc", "-5", "1e9", "茶", "٥٫٥٫٥"])
def test_what_is_no_budget_stays_and_is_told(
    section: SpendingSection, shop: Shop, text: str
) -> None:
    typed(section, "5")
    section.budget.selectAll()
    section.budget.insert(text)
    section.budget.textEdited.emit(text)
    section.budget.editingFinished.emit()
    assert (section.budget.text(), budget_of(shop)) == (text, 5_000_000)
    assert section.budget_trouble.text() == "An amount like 5 or 5.50, $100,000 at most."
    assert not section.budget_trouble.isHidden()
    typed(section, "4")
    assert (section.budget_trouble.isHidden(), budget_of(shop)) == (True, 4_000_000)


@pytest.mark.parametrize(("before", "keep"), [("5", "Keep $5.00"), ("", "Keep no budget")])
def test_a_budget_of_nothing_is_asked_about(
    section: SpendingSection, shop: Shop, before: str, keep: str
) -> None:
    typed(section, before)
    had = budget_of(shop)
    typed(section, "0")
    assert (budget_of(shop), section.window().isEnabled()) == (had, True)
    assert (question().yes_button.text(), question().keep_button.text()) == (
        "Stop all sending",
        keep,
    )
    question().keep_button.click()
    assert section.budget.text() == before
    QApplication.processEvents()
    typed(section, "0")
    question().yes_button.click()
    assert budget_of(shop) == 0


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
