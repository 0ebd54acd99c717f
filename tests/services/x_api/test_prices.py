import pytest

from services.x_api.prices import (
    PRICES,
    X_LIST,
    Kind,
    kind_of_post,
)


def test_every_row_has_a_price_in_micro_dollars():
    assert set(PRICES) == set(Kind)
    assert all(isinstance(price, int) and price > 0 for price in PRICES.values())


def test_the_list_cannot_be_changed():
    with pytest.raises(TypeError):
        PRICES[Kind.POST] = 0


@pytest.mark.parametrize(
    ("has_link", "pictures", "answer", "dollars"),
    [
        (False, 0, False, 0.015),
        (True, 0, False, 0.200),
        (False, 0, True, 0.010),
        (True, 0, True, 0.200),
        (False, 4, False, 0.035),
        (True, 1, False, 0.205),
    ],
)
def test_a_post_costs_what_its_button_says(has_link, pictures, answer, dollars):
    assert X_LIST.of_post(has_link, pictures, answer) == round(dollars * 1_000_000)


def test_a_link_counts_before_an_answer():
    assert kind_of_post(True, True) is Kind.POST_WITH_LINK


def test_reads_are_priced_by_what_comes_back():
    assert X_LIST.of(Kind.OWNED_READ, 90) == 90_000
    assert X_LIST.of(Kind.POST_READ, 90) == 450_000
    assert X_LIST.of(Kind.USER_READ, 0) == 0
