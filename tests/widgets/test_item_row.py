from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from widgets.chip import Chip, ChipTone
from widgets.item_row import (
    HEAD_HEIGHT,
    HEIGHT,
    HeadValue,
    ItemDelegate,
    ItemRole,
    ItemValue,
)
from widgets.tones import tones_of

VALUE = ItemValue("1", "Maya", "@maya", "Do you ship?", "09:00", "Maya, Do you ship?")


@pytest.fixture
def view(qtbot: QtBot, themed: object) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStandardItemModel(view))
    view.setItemDelegate(ItemDelegate(view))
    return view


def painted(view: QListView, value: ItemValue | HeadValue) -> QImage:
    item = QStandardItem()
    item.setData(value, ItemRole.VALUE)
    model = view.model()
    assert isinstance(model, QStandardItemModel)
    model.appendRow(item)
    image = QImage(360, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 360, HEIGHT)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, item.index())
    painter.end()
    return image


def columns(image: QImage, colour: QColor) -> list[int]:
    wanted = colour.rgb()
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == wanted for y in range(image.height()))
    ]


def test_unread_has_a_dot_before_the_picture(view: QListView) -> None:
    dot = tones_of(view).text
    read = columns(painted(view, VALUE), dot)
    unread = columns(painted(view, replace(VALUE, unread=True)), dot)
    assert not [x for x in read if x < 20]
    assert [x for x in unread if x < 20]


def test_its_kind_stands_in_a_chip_at_the_end(view: QListView) -> None:
    kind = replace(VALUE, chip=Chip("Order", ChipTone.AMBER))
    ground = tones_of(view).amber_tint
    assert not columns(painted(view, VALUE), ground)
    assert min(columns(painted(view, kind), ground)) > 250
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert max(columns(painted(view, kind), ground)) < 110


def test_a_wait_takes_the_place_of_the_time(view: QListView) -> None:
    colour = tones_of(view).red
    late = replace(VALUE, wait=Chip("2 h", ChipTone.RED))
    assert min(columns(painted(view, late), colour)) > 280
    no_time = replace(late, time="")
    assert painted(view, late) == painted(view, no_time)


def test_a_chip_leaves_the_first_line_its_width(view: QListView) -> None:
    words = "Do you ship to Lahti before the end of the week, or is it too late by now? Thanks"
    plain = painted(view, replace(VALUE, text=words))
    kind = painted(view, replace(VALUE, text=words, chip=Chip("Question")))
    first_lines = QRect(0, 0, 360, 44)
    assert kind.copy(first_lines) == plain.copy(first_lines)
    assert kind != plain


def test_heads_are_lower_than_rows(view: QListView) -> None:
    painted(view, VALUE)
    painted(view, HeadValue("Today"))
    model, delegate = view.model(), view.itemDelegate()
    option = QStyleOptionViewItem()
    assert delegate.sizeHint(option, model.index(0, 0)).height() == HEIGHT
    assert delegate.sizeHint(option, model.index(1, 0)).height() == HEAD_HEIGHT


@pytest.mark.parametrize(
    "text", ["شكراً جزيلاً على الشاي الرائع 🍵", "とても美味しいお茶でした。", "", "a" * 500]
)
def test_any_words_can_be_drawn(view: QListView, text: str) -> None:
    assert not painted(view, replace(VALUE, text=text, name=text[:40])).isNull()


def test_a_row_kept_from_before_is_drawn_anew_in_another_size(view: QListView) -> None:
    first = painted(view, VALUE)
    assert painted(view, VALUE) == first
    font = view.font()
    font.setPixelSize(20)
    view.setFont(font)
    assert painted(view, VALUE) != first


def test_no_more_rows_are_kept_than_a_window_shows(view: QListView) -> None:
    for number in range(60):
        painted(view, replace(VALUE, id=str(number)))
    first = painted(view, replace(VALUE, id="0", unread=True))
    assert columns(first, tones_of(view).text)
    delegate = view.itemDelegate()
    assert isinstance(delegate, ItemDelegate)
    assert len(delegate._drawn) == 24
