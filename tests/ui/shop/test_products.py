"""Products come, go and are put in order; the open one lies beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from services.shop import Shop
from tests.ui.shop.reading import own
from ui.shop.shop_page import ShopPage
from widgets.drawer import Drawer

LEFT = Qt.MouseButton.LeftButton


def test_a_product_is_added_by_hand(page: ShopPage, shop: Shop, bowl: Path, qtbot: QtBot) -> None:
    page.who.country.setCurrentIndex(page.who.country.findData("PT"))
    page.who.country.activated.emit(0)
    page.save_now()
    page.refresh()
    qtbot.mouseClick(page.products.grid.add_card, LEFT)
    form = page.products.form
    assert form is not None
    qtbot.keyClicks(form.name, "Tea bowl")
    qtbot.keyClicks(form.price, "24,50")
    qtbot.keyClicks(form.link, "https://kiln.example.com/bowl")
    page.products.use_picture(str(bowl))
    qtbot.mouseClick(form.done_button, LEFT)
    (product,) = shop.products.all(own(shop))
    assert (product.name, product.price_minor, product.currency) == ("Tea bowl", 2450, "EUR")
    assert product.link == "https://kiln.example.com/bowl"
    assert shop.pictures.get(product.picture or "").name == "bowl.png"
    (card,) = page.products.grid.cards()
    assert card.value.image is not None
    assert "24.50" in card.value.price


def test_typing_on_changes_the_same_product(page: ShopPage, shop: Shop, qtbot: QtBot) -> None:
    page.products.add()
    form = page.products.form
    assert form is not None
    qtbot.keyClicks(form.name, "Tea")
    page.products.save_now()
    qtbot.keyClicks(form.name, " bowl")
    page.products.save_now()
    assert [product.name for product in shop.products.all(own(shop))] == ["Tea bowl"]


def test_a_price_that_is_none_is_said_and_the_one_before_kept(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    product = shop.products.add(own(shop), name="Bowl", price_minor=2450, currency="EUR")
    page.refresh()
    page.products.open(product.id)
    form = page.products.form
    assert form is not None
    form.price.clear()
    qtbot.keyClicks(form.price, "a lot")
    assert form.price_note.text().startswith("Write the price as a number")
    page.products.save_now()
    assert shop.products.get(product.id).price_minor == 2450
    form.price.clear()
    qtbot.keyClicks(form.price, "30")
    assert not form.price_note.text().startswith("Write")
    page.products.save_now()
    assert shop.products.get(product.id).price_minor == 3000


def test_an_untouched_form_makes_no_product(page: ShopPage, shop: Shop, qtbot: QtBot) -> None:
    page.products.add()
    form = page.products.form
    assert form is not None
    qtbot.keyClicks(form.name, " ")
    page.products.close()
    assert shop.products.all(own(shop)) == ()


def test_closing_discards_nothing_of_a_product_without_a_name(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    page.products.add()
    form = page.products.form
    assert form is not None
    qtbot.keyClicks(form.price, "12")
    page.products.close()
    (kept,) = shop.products.all(own(shop))
    assert (kept.name, kept.price_minor) == ("Product without a name", 1_200)
    page.products.open(kept.id)
    form.name.setText("急須")
    form.name.textEdited.emit("急須")
    page.products.close()
    assert [one.name for one in shop.products.all(own(shop))] == ["急須"]


def test_a_name_that_was_cleared_holds_back_nothing_else(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    cup = shop.products.add(own(shop), name="كوب 🍵")
    page.refresh()
    page.products.open(cup.id)
    form = page.products.form
    assert form is not None
    form.name.clear()
    qtbot.keyClicks(form.link, "https://kiln.example.com/cup")
    page.products.close()
    (kept,) = shop.products.all(own(shop))
    assert (kept.name, kept.link) == ("كوب 🍵", "https://kiln.example.com/cup")


def test_deleting_a_product_is_undone_in_its_place(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    ids = [shop.products.add(own(shop), name=name).id for name in ("One", "Two", "Three")]
    page.refresh()
    undos: list[Any] = []
    page.undo_offered.connect(undos.append)
    page.products.open(ids[1])
    form = page.products.form
    assert form is not None
    qtbot.mouseClick(form.delete_button, LEFT)
    assert [card.value.name for card in page.products.grid.cards()] == ["One", "Three"]
    undos[-1].undo()
    assert [card.value.id for card in page.products.grid.cards()] == ids


def test_products_are_put_in_order_by_keys(page: ShopPage, shop: Shop, qtbot: QtBot) -> None:
    for name in ("One", "Two"):
        shop.products.add(own(shop), name=name)
    page.refresh()
    first = page.products.grid.cards()[0]
    qtbot.keyClick(first, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert [product.name for product in shop.products.all(own(shop))] == ["Two", "One"]


def test_another_account_closes_the_drawer_and_keeps_what_was_typed(
    page: ShopPage, shop: Shop, qtbot: QtBot
) -> None:
    mine = own(shop)
    page.products.add()
    form = page.products.form
    assert form is not None
    qtbot.keyClicks(form.name, "Half-written")
    page.show_account(shop.accounts.practice())
    assert not page.products.is_open
    assert [product.name for product in shop.products.all(mine)] == ["Half-written"]
    assert page.who.name.text() == "Leaf & Kiln"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_products_make_room_for_the_open_one(
    page: ShopPage, shop: Shop, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    for name in ("Cup", "急須", "كوب 🍵"):
        shop.products.add(own(shop), name=name)
    page.setLayoutDirection(direction)
    page.refresh()

    def free() -> list[bool]:
        drawer = page.findChild(Drawer)
        assert drawer is not None
        covered = QRect(drawer.mapTo(page, QPoint()), drawer.size())
        cards = (*page.products.grid.cards(), page.products.grid.add_card)
        return [not covered.intersects(QRect(c.mapTo(page, QPoint()), c.size())) for c in cards]

    page.products.add()
    qtbot.waitUntil(lambda: all(free()))
    places = {card.mapTo(page, QPoint()).x() for card in page.products.grid.cards()}
    assert len(places) == 2
    page.resize(1000, 800)
    qtbot.waitUntil(lambda: not all(free()))
    page.resize(1280, 800)
    page.products.close()
    wide = page.products.grid.width()
    qtbot.waitUntil(lambda: page.products.grid.width() > wide or wide > 500)
