"""The chosen picture's own words: caption, price, ribbon, credit, zoom, another picture."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from ui.board.side_panel import PICTURE


@pytest.fixture
def dialog(opened, shop, pictures, account):
    shop.profiles.save(account, replace(shop.profiles.get(account), country="FI"))
    dialog = opened(pictures)
    dialog.editor.panel.turn_to(PICTURE)
    return dialog


def panel_of(dialog, at=0):
    dialog.editor.stage.canvas.choose(at)
    return dialog.editor.panel.cell


def cell_of(dialog, at=0):
    return dialog.project.board.cells[at]


def test_without_a_chosen_picture_it_says_what_to_do(dialog):
    dialog.editor.stage.canvas.choose(-1)
    panel = dialog.editor.panel.cell
    assert panel.none_chosen.isVisible()
    assert not panel.caption.isVisible()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("24.5", "€24.50"),
        ("24,50", "€24.50"),
        ("$12", "$12"),
        ("from 12", "from 12"),
        ("ask us", "ask us"),
        ("۱۲", "€12.00"),
    ],
)
def test_a_price_gets_the_shops_own_money(dialog, typed, kept):
    panel = panel_of(dialog)
    panel.price.insert(typed)
    panel.price.editingFinished.emit()
    assert cell_of(dialog).price == kept
    assert panel.price.text() == kept


def test_price_and_name_come_from_a_product(dialog, shop, account):
    product = shop.products.all(account)[0]
    panel = panel_of(dialog, 3)
    assert panel.caption.text() == "", "a camera's name says nothing"
    menu = panel.products_button.menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(shop.products.all(account))
    menu.actions()[0].trigger()
    cell = cell_of(dialog, 3)
    assert cell.caption == product.name
    assert str((product.price_minor or 0) // 100) in cell.price
    dialog.project.undo()
    assert (cell_of(dialog, 3).caption, cell_of(dialog, 3).price) == ("", "")
    other = panel_of(dialog, 0)
    before = cell_of(dialog).caption
    other.products_button.menu().actions()[0].trigger()
    assert cell_of(dialog).caption == before, "what is said already stays"


def test_a_ribbon_from_the_menu_or_typed(dialog):
    panel = panel_of(dialog)
    panel.ribbons_button.menu().actions()[0].trigger()
    assert cell_of(dialog).ribbon == "Sold out"
    panel.ribbon.selectAll()
    QTest.keyClicks(panel.ribbon, "1 + 1")
    assert cell_of(dialog).ribbon == "1 + 1"
    panel.ribbons_button.menu().actions()[-1].trigger()
    assert cell_of(dialog).ribbon == ""


def test_each_field_is_one_step_back(dialog):
    panel = panel_of(dialog)
    QTest.keyClicks(panel.credit, "Mia")
    panel.credit.editingFinished.emit()
    QTest.keyClicks(panel.credit, " K")
    dialog.project.undo()
    assert cell_of(dialog).credit == "Mia"
    assert panel.credit.text() == "Mia"
    dialog.project.undo()
    assert cell_of(dialog).credit == ""


def test_zoom_and_cropping_by_itself_again(dialog):
    panel = panel_of(dialog)
    assert not panel.crop_button.isVisible()
    for step in (10, 20, 100):
        panel.zoom.setValue(step)
    assert cell_of(dialog).zoom == 8.0
    dialog.project.set_cell(0, focus=(0.1, 0.2))
    panel.crop_button.click()
    assert (cell_of(dialog).zoom, cell_of(dialog).focus) == (1.0, None)
    dialog.project.undo()
    assert cell_of(dialog).focus == (0.1, 0.2)


def test_another_picture_takes_its_place(dialog, shop, pictures):
    panel = panel_of(dialog, 1)
    caption = "Green tea"
    dialog.project.set_cell(1, caption=caption)
    panel.replace_button.click()
    asked = dialog.others.dialog
    dialog.project.swap(1, 2)
    asked.filesSelected.emit([str(shop.pictures.path(pictures[3]))])
    asked.reject()
    assert cell_of(dialog, 2).caption == caption, "it follows the picture that was meant"
    assert cell_of(dialog, 2).picture != pictures[1]
    assert cell_of(dialog, 1).picture == pictures[2]
