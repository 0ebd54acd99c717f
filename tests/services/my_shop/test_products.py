from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.my_shop.products import Products
from services.store.database import Database


def names(products: Products, account_id: str) -> list[str]:
    found = products.all(account_id)
    assert [one.position for one in found] == list(range(len(found)))
    return [one.name for one in found]


def test_added_products_come_back_in_order(products: Products, account_id: str) -> None:
    first = products.add(account_id, name="湯呑み\x00", price_minor=1200, currency="JPY")
    products.add(account_id, name="قوري", link="https://tea.example.com/2")
    assert names(products, account_id) == ["湯呑み", "قوري"]
    assert products.get(first.id) == first
    assert (first.price_minor, first.currency, first.picture) == (1200, "JPY", None)


def test_a_product_is_changed_but_keeps_its_place(products: Products, account_id: str) -> None:
    products.add(account_id, name="a")
    second = products.add(account_id, name="b")
    saved = products.save(replace(second, name="B", price_minor=5, currency="EUR", position=9))
    assert (saved.name, saved.price_minor, saved.position) == ("B", 5, 1)
    with pytest.raises(KeyError):
        products.save(replace(second, id="nobody"))


def test_deleting_is_taken_back_to_the_same_place(products: Products, account_id: str) -> None:
    made = [products.add(account_id, name=name) for name in "abcd"]
    gone = products.delete(made[1].id)
    assert names(products, account_id) == ["a", "c", "d"]
    assert products.undelete(gone).id == made[1].id
    assert names(products, account_id) == ["a", "b", "c", "d"]
    products.undelete(gone)
    assert names(products, account_id) == ["a", "b", "c", "d"]
    with pytest.raises(KeyError):
        products.delete("nobody")


def test_a_deleted_picture_is_refused_and_nothing_changes(
    products: Products, account_id: str, database: Database
) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        products.add(account_id, name="a", picture="no such hash")
    assert products.all(account_id) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(-2, 9)), max_size=8))
def test_moving_is_like_moving_in_a_list(
    moves: list[tuple[int, int]], products: Products, account_id: str
) -> None:
    for one in products.all(account_id):
        products.delete(one.id)
    ids = [products.add(account_id, name=name).id for name in "abcde"]
    model = list("abcde")
    for which, to in moves:
        name = "abcde"[which]
        model.remove(name)
        model.insert(max(0, min(to, 4)), name)
        products.move(ids[which], to=to)
    assert names(products, account_id) == model
