"""My shop as a page: what is typed about the shop is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from services.my_shop.profiles import DayHours
from services.shop import Shop
from tests.ui.shop.reading import own
from ui.shop.shop_page import ShopPage

LEFT = Qt.MouseButton.LeftButton


def test_it_is_built_when_first_looked_at(shop: Shop, inline_tasks: Any, qtbot: QtBot) -> None:
    made = ShopPage(shop, inline_tasks)
    qtbot.addWidget(made)
    made.show_account(shop.accounts.active())
    made.refresh()
    assert not hasattr(made, "who")


@pytest.mark.parametrize("name", ["Leaf & Kiln", "نارنج", "湯呑み屋", "春茶 🍵", "متجر الشاي"])
def test_saved_as_typed(page: ShopPage, shop: Shop, qtbot: QtBot, name: str) -> None:
    page.who.name.setText(name)
    page.who.name.textEdited.emit(name)
    page.who.sells.setPlainText("Tea and bowls")
    page.voice.speaker.setText("Mia")
    page.voice.tags.setText("#tea, ceramics #Tea")
    page.voice.tags.textEdited.emit("")
    assert page._saved.text() == "Saving"
    qtbot.waitUntil(lambda: page._saved.text() == "Saved", timeout=5_000)
    profile = shop.profiles.get(own(shop))
    assert (profile.name, profile.sells, profile.speaker) == (name, "Tea and bowls", "Mia")
    assert profile.own_tags == ("tea", "ceramics")


def test_showing_an_account_saves_nothing_anew(page: ShopPage, shop: Shop) -> None:
    heard: list[None] = []
    page.changed.connect(lambda: heard.append(None))
    page.refresh()
    page.save_now()
    assert heard == []


def test_hours_are_seven_rows_with_switches(page: ShopPage, shop: Shop, qtbot: QtBot) -> None:
    from PySide6.QtCore import QTime

    page.hours.day(0).open.setChecked(False)
    page.hours.day(2).opens.setTime(QTime(11, 30))
    page.save_now()
    hours = shop.profiles.get(own(shop)).hours
    assert hours[0] == DayHours(0)
    assert hours[2] == DayHours(2, "11:30", "18:00")
    assert not page.hours.day(0).opens.isVisible()


def test_country_brings_its_clock(page: ShopPage, shop: Shop) -> None:
    page.who.country.setCurrentIndex(page.who.country.findData("JP"))
    page.who.country.activated.emit(page.who.country.currentIndex())
    page.save_now()
    assert shop.accounts.active().zone == "Asia/Tokyo"
    assert shop.profiles.get(own(shop)).country == "JP"
    page.who.country.setCurrentIndex(page.who.country.findData("ES"))
    page.who.country.activated.emit(page.who.country.currentIndex())
    page.who.zone.setCurrentIndex(page.who.zone.findData("Atlantic/Canary"))
    page.who.zone.activated.emit(page.who.zone.currentIndex())
    assert shop.accounts.active().zone == "Atlantic/Canary"


def test_the_handle_is_the_owners_only_while_by_hand(page: ShopPage, shop: Shop) -> None:
    page.who.handle.setText("@newname")
    page.who.handle.textEdited.emit("@newname")
    page.save_now()
    assert shop.accounts.active().handle == "newname"
    assert not page.who.handle.isReadOnly()
    page.show_account(shop.accounts.practice())
    assert page.who.handle.isReadOnly()


def test_a_logo_is_kept(page: ShopPage, shop: Shop, bowl: Path) -> None:
    page.use_logo(str(bowl))
    page.save_now()
    logo = shop.profiles.get(own(shop)).logo
    assert logo is not None
    assert shop.pictures.get(logo).name == "bowl.png"


def test_a_file_that_is_no_picture_is_said(page: ShopPage, tmp_path: Path) -> None:
    heard: list[Any] = []
    page.message.connect(heard.append)
    broken = tmp_path / "notes.txt"
    broken.write_text("no picture")
    page.use_logo(str(broken))
    assert heard[-1].sentence.startswith("notes.txt is not a picture.")


def test_colours_are_chosen(page: ShopPage, shop: Shop, qtbot: QtBot) -> None:
    from PySide6.QtGui import QColor

    qtbot.mouseClick(page.voice.wells[1], LEFT)
    picker = page.voice._picker
    assert picker is not None
    picker.colorSelected.emit(QColor("#c46a4a"))
    picker.close()
    page.save_now()
    assert shop.profiles.get(own(shop)).colours == ("", "#c46a4a")


def test_every_control_has_a_name(page: ShopPage) -> None:
    page.products.add()
    QApplication.processEvents()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    nameless = [
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_locked_file_is_tried_again(
    page: ShopPage, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.errors import StorageProblem, StorageTrouble

    real = type(shop.profiles).save
    refusals = [1, 1]

    def save(profiles: Any, account_id: str, profile: Any) -> Any:
        if refusals:
            refusals.pop()
            raise StorageTrouble(StorageProblem.LOCKED, shop.paths.database)
        return real(profiles, account_id, profile)

    monkeypatch.setattr(type(shop.profiles), "save", save)
    page.who.name.setText("Patience")
    page.who.name.textEdited.emit("Patience")
    qtbot.waitUntil(lambda: page._saved.text() == "Saved", timeout=5_000)
    assert shop.profiles.get(own(shop)).name == "Patience"


def test_a_pause_takes_nothing_back_from_the_one_who_types(page: ShopPage, shop: Shop) -> None:
    page.changed.connect(page.refresh)
    for edit, before in (
        (page.who.name, "Leaf & "),
        (page.who.handle, "@kiln"),
        (page.who.website, "https://kiln.example.com "),
        (page.voice.speaker, "Mia, "),
    ):
        edit.setText(before)
        edit.setCursorPosition(3)
        edit.textEdited.emit(before)
        page.save_now()
        assert edit.text() == before
        assert edit.cursorPosition() == 3
    for area in (page.who.sells, page.voice.voice):
        area.insertPlainText("茶と 🍵 ")
        page.save_now()
        assert area.toPlainText() == "茶と 🍵 "
        assert area.textCursor().position() == len("茶と x🍵 ")
    kept = shop.profiles.get(own(shop))
    assert (kept.name, kept.sells, kept.voice) == ("Leaf &", "茶と 🍵", "茶と 🍵")


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_both_columns_stand_together_and_the_cards_fill_theirs(
    page: ShopPage, shop: Shop, width: int
) -> None:
    for number in range(4):
        shop.products.add(own(shop), name=f"湯呑み {number}", price_minor=900, currency="EUR")
    page.refresh()
    page.resize(width, 900)
    QApplication.processEvents()
    grid = page.products.grid
    who = page.who.mapTo(page, page.who.rect().topLeft()).x()
    start = grid.mapTo(page, grid.rect().topLeft()).x()
    assert who >= 24
    assert start - (who + page.who.width()) == 24
    assert page.who.width() <= 640
    cards = [card for card in grid.cards() if card.y() == 0]
    last = max(card.geometry().right() for card in cards)
    assert grid.width() - last <= 8
    assert all(card.width() == grid.add_card.width() for card in cards)


def test_what_we_sell_grows_to_five_lines(page: ShopPage) -> None:
    edit = page.who.sells
    heights = []
    for lines in (1, 2, 5, 9):
        edit.setPlainText("\n".join(["Tea and bowls"] * lines))
        heights.append(edit.height())
    assert heights[0] == heights[1] < heights[2] == heights[3]
    edit.setPlainText("\n".join(["Tea and bowls"] * 5))
    assert edit.verticalScrollBar().maximum() == 0


def test_no_break_spaces_are_kept_and_the_caret_stays(page: ShopPage, shop: Shop) -> None:
    page.who.sells.setPlainText("Thé\u00a0: 12\u00a0€")
    page.voice.voice.setPlainText("Clair\u00a0!")
    caret = page.who.sells.textCursor()
    caret.setPosition(5)
    page.who.sells.setTextCursor(caret)
    page.save_now()
    profile = shop.profiles.get(own(shop))
    assert (profile.sells, profile.voice) == ("Thé\u00a0: 12\u00a0€", "Clair\u00a0!")
    page.refresh()
    assert page.who.sells.textCursor().position() == 5
