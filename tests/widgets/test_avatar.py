from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from widgets.avatar import Avatar, initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Leaf & Kiln", "LK"),
        ("tea", "T"),
        ("@bean_there", "B"),
        ("Ana María Ruiz", "AR"),
        ("éclair", "É"),
        ("محمد علی", "م"),
        ("سارا", "س"),
        ("田中 さくら", "田"),
        ("王小明", "王"),
        ("Zoë 🌿 Ray", "ZR"),
        ("🌿", "🌿"),
        ("👩🏽‍🌾 ", "👩🏽‍🌾"),
        ("", "?"),
        ("  ", "?"),
        ("'Nice' shop", "NS"),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_name_is_spoken_and_picture_is_drawn(qtbot: QtBot) -> None:
    avatar = Avatar(size=40)
    qtbot.addWidget(avatar)
    red = QImage(80, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#cc0000"))
    avatar.set("Leaf & Kiln", image=red)
    assert avatar.accessibleName() == "Leaf & Kiln"
    avatar.resize(avatar.sizeHint())
    drawn = avatar.grab().toImage()
    assert drawn.pixelColor(20, 20) == QColor("#cc0000")
    assert drawn.pixelColor(0, 0) != QColor("#cc0000")


def test_the_accounts_colour_is_an_edge_never_a_fill(qtbot: QtBot) -> None:
    avatar = Avatar(size=40)
    qtbot.addWidget(avatar)
    edge = QColor("#00aa00")
    avatar.set("x", edge=edge)
    avatar.resize(40, 40)
    drawn = avatar.grab().toImage()
    assert drawn.pixelColor(20, 1) == edge
    assert drawn.pixelColor(12, 20) != edge


def test_one_name_always_has_one_hue(qtbot: QtBot) -> None:
    def ground(name: str) -> QColor:
        avatar = Avatar(size=40)
        qtbot.addWidget(avatar)
        avatar.set(name)
        avatar.resize(40, 40)
        return avatar.grab().toImage().pixelColor(20, 4)

    assert ground("Sara") == ground("Sara")
