"""Templates: four that teach and the owner's own, with a product filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.shop import Shop
from services.text.fill_ins import LINK, PRODUCT, read
from services.text.measure import parse
from ui.compose.teaching_templates import teaching_templates
from ui.compose.templates_dialog import TemplatesDialog

TEXTS = ("Friday tea {product}", "二", "شاي الجمعة")


@pytest.fixture
def dialog(shop: Shop, qtbot: QtBot, themed: Any) -> Iterator[TemplatesDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    made = TemplatesDialog(shop, over)
    yield made
    made.close()
    over.close()


@pytest.fixture
def account(shop: Shop) -> str:
    return shop.accounts.active().id


def own(shop: Shop, account: str) -> list[str]:
    return [one.name for one in shop.templates.templates(account)]


def test_each_teaching_template_has_a_place_for_one_product(qapp: Any) -> None:
    every = teaching_templates()
    assert len({one.id for one in every}) == 4
    for one in every:
        assert 4 <= len(one.parts) <= 5
        names = {name for part in one.parts for name in read(part).names}
        assert {PRODUCT, LINK} <= names
        assert not any(read(part).broken for part in one.parts)
        assert all(parse(part).weighted_length <= 200 for part in one.parts)


def test_a_product_fills_its_braces(
    dialog: TemplatesDialog, shop: Shop, account: str, qtbot: QtBot
) -> None:
    chosen: list[tuple[str, ...]] = []
    dialog.chosen.connect(chosen.append)
    dialog.offer(account, texts=("",))
    product = shop.products.all(account)[0]
    dialog.products.setCurrentIndex(1)
    assert product.name in dialog.preview.texts[0]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    (parts,) = chosen
    assert len(parts) == 5
    assert product.name in parts[0]
    assert product.link in parts[-1]
    assert "{material}" in parts[1]


def test_without_products_it_says_where_they_come_from(
    dialog: TemplatesDialog, shop: Shop, account: str
) -> None:
    for product in shop.products.all(account):
        shop.products.delete(product.id)
    dialog.offer(account, texts=("",))
    assert not dialog.products.isVisible()
    assert dialog._no_products.isVisible()


def test_what_is_written_is_saved_and_named(
    dialog: TemplatesDialog, shop: Shop, account: str, qtbot: QtBot
) -> None:
    dialog.offer(account, texts=TEXTS)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert own(shop, account) == ["Friday tea {product} 二 شاي…"]
    assert dialog.preview.texts == TEXTS
    dialog.name.setText("Friday")
    dialog.name.editingFinished.emit()
    assert own(shop, account) == ["Friday"]
    qtbot.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
    assert own(shop, account) == ["Friday tea {product} 二 شاي…"]


def test_an_empty_sheet_saves_nothing(dialog: TemplatesDialog, account: str) -> None:
    dialog.offer(account, texts=("", "  "))
    assert not dialog.save_button.isVisible()


def test_own_ones_are_changed_deleted_and_brought_back(
    dialog: TemplatesDialog, shop: Shop, account: str, qtbot: QtBot
) -> None:
    made = shop.templates.add(account, name="Friday", parts=("old",), is_snippet=False)
    dialog.offer(account, texts=TEXTS)
    assert not dialog.delete_button.isVisible()
    dialog.list.step(4)
    assert dialog.list.current == made.id
    qtbot.mouseClick(dialog.replace_button, Qt.MouseButton.LeftButton)
    assert shop.templates.get(made.id).parts == TEXTS
    dialog.undo_button.click()
    assert shop.templates.get(made.id).parts == ("old",)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert own(shop, account) == []
    dialog.undo_button.click()
    assert own(shop, account) == ["Friday"]
    assert dialog.list.current == made.id
    dialog.use_button.click()
    assert shop.templates.get(made.id).uses == 1


def test_a_taken_name_is_told(dialog: TemplatesDialog, shop: Shop, account: str) -> None:
    shop.templates.add(account, name="Friday", parts=("a",), is_snippet=False)
    other = shop.templates.add(account, name="Monday", parts=("b",), is_snippet=False)
    dialog.offer(account, texts=("",))
    dialog.list.step(5)
    dialog.name.setText("Friday")
    dialog.name.editingFinished.emit()
    assert dialog.note.text() == "Another template has this name."
    assert shop.templates.get(other.id).name == "Monday"


def test_broken_braces_are_shown_with_their_part(
    dialog: TemplatesDialog, shop: Shop, account: str
) -> None:
    shop.templates.add(account, name="x", parts=("fine", "broken {} <b>"), is_snippet=False)
    dialog.offer(account, texts=("",))
    dialog.list.step(4)
    said = [one.text() for one in dialog.preview.findChildren(QWidget) if hasattr(one, "text")]
    assert "Line 1: no name stands between the braces in “{} <b>”." in said
    assert dialog.preview.texts == ("fine", "broken {} <b>")
