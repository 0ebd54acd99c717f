from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest

from ui.money.dollar_field import MOST, DollarField, parse_dollars, plain_dollars

EN, DE, AR = QLocale("en"), QLocale("de"), QLocale("ar_EG")


@pytest.mark.parametrize(
    ("text", "locale", "micro"),
    [
        ("5", EN, 5_000_000),
        ("$ 5.50", EN, 5_500_000),
        ("5,50", EN, 5_500_000),
        ("5,50 $", DE, 5_500_000),
        ("1,000", EN, 1_000_000_000),
        ("1.000", DE, 1_000_000_000),
        ("1,234.50", EN, 1_234_500_000),
        ("0,005", EN, 5_000),
        ("0.001", DE, 1_000),
        (".015", EN, 15_000),
        ("٥٫٥", AR, 5_500_000),
        ("۱۲", EN, 12_000_000),
        ("１２", EN, 12_000_000),
        ("US$ 3", EN, 3_000_000),
        ("0", EN, 0),
        ("", EN, None),
        ("tea", EN, None),
        ("-5", EN, None),
        ("5..5", EN, None),
        ("1e9", EN, None),
        ("5%", EN, None),
        ("99999999", EN, None),
        ("100001", EN, None),
    ],
)
def test_dollars_are_read_as_people_write_them(
    text: str, locale: QLocale, micro: int | None
) -> None:
    assert parse_dollars(text, locale) == micro


@given(
    micro=st.integers(0, MOST // 1_000).map(lambda tenths: tenths * 1_000),
    locale=st.sampled_from(("en", "de", "es", "ar_EG", "fa", "ja", "zh_CN", "fr")),
)
def test_what_the_field_shows_it_reads_again(micro: int, locale: str) -> None:
    spoken = QLocale(locale)
    assert parse_dollars(plain_dollars(micro, spoken), spoken) == micro


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    found = parse_dollars(text, EN)
    assert found is None or 0 <= found <= MOST


@pytest.fixture
def field(qtbot: Any) -> DollarField:
    made = DollarField("Budget", may_be_empty=True)
    qtbot.addWidget(made)
    return made


def test_it_tells_a_change_once(field: DollarField) -> None:
    given_amounts: list[object] = []
    field.given.connect(given_amounts.append)
    field.set_value(5_000_000)
    field.selectAll()
    QTest.keyClicks(field, "7,5")
    field.editingFinished.emit()
    field.editingFinished.emit()
    assert given_amounts == [7_500_000]
    assert field.text() == "7.50"


def test_what_is_no_amount_stays_and_is_said(field: DollarField) -> None:
    field.set_value(5_000_000)
    field.selectAll()
    QTest.keyClicks(field, "tea")
    assert field.property("wrong") is True
    told: list[str] = []
    field.refused.connect(told.append)
    field.editingFinished.emit()
    assert (field.text(), field.value, field.property("wrong")) == ("tea", 5_000_000, True)
    assert told == ["An amount like 5 or 5.50, $100,000 at most."]
    field.selectAll()
    QTest.keyClicks(field, "5")
    field.editingFinished.emit()
    assert (told[-1], field.property("wrong")) == ("", False)


def test_it_grows_with_the_words(field: DollarField) -> None:
    font = field.font()
    font.setPixelSize(28)
    field.setFont(font)
    assert field.width() == 208


def test_empty_is_no_budget_at_all(field: DollarField) -> None:
    told: list[object] = []
    field.given.connect(told.append)
    field.set_value(5_000_000)
    field.selectAll()
    field.del_()
    field.editingFinished.emit()
    assert (told, field.value) == ([None], None)
