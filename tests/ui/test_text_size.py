from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication

from services.errors import Offline
from services.settings import DESKTOP_TEXT, TEXT_PERCENT
from services.shop import Shop
from ui import desktop_linux, text_size, theme
from ui.build import button, icon_button, label
from ui.tasks import InlineTasks
from ui.text_size import TextSize
from ui.theme import MEASURES, Theme, system_text_percent


@pytest.fixture
def size(themed: Theme, shop: Shop, inline_tasks: InlineTasks) -> TextSize:
    return TextSize(themed, shop.settings, inline_tasks, QObject(themed))


@pytest.fixture
def on_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (text_size, theme):
        monkeypatch.setattr(module, "asks_the_portal", lambda: True)


def base() -> int:
    return QApplication.font().pixelSize()


def test_the_owner_s_size_takes_effect_at_once(size: TextSize) -> None:
    words, press, more = label("12"), button("Post", icon="send"), icon_button("More", icon="x")
    size.choose(200)
    assert base() == MEASURES.base * 2
    words.ensurePolished()
    assert words.font().pixelSize() == MEASURES.base * 2
    assert press.iconSize().height() > MEASURES.icon
    assert more.iconSize().width() > MEASURES.icon
    size.choose(0)
    assert base() == MEASURES.base
    assert more.iconSize() == QSize(MEASURES.icon, MEASURES.icon)


def test_a_desktop_s_wish_is_followed_and_remembered(
    size: TextSize, shop: Shop, on_wayland: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop_linux, "read_text_percent", lambda: 150)
    size.ask()
    assert base() == 21
    assert shop.settings.get(DESKTOP_TEXT) == 150
    assert system_text_percent(150) == 150


def test_the_owner_s_own_size_goes_before_the_desktop_s(
    size: TextSize, shop: Shop, on_wayland: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.settings.set(TEXT_PERCENT, 125)
    size.choose(125)
    before = base()
    monkeypatch.setattr(desktop_linux, "read_text_percent", lambda: 200)
    size.ask()
    assert base() == before
    size.choose(0)
    assert base() == MEASURES.base * 2


def test_nobody_answers(
    size: TextSize, shop: Shop, on_wayland: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> int:
        raise Offline("no session bus")

    monkeypatch.setattr(desktop_linux, "read_text_percent", nobody)
    size.ask()
    assert (base(), shop.settings.get(DESKTOP_TEXT)) == (MEASURES.base, 100)


def test_where_qt_scales_the_window_nobody_is_asked(
    size: TextSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(desktop_linux, "read_text_percent", lambda: asked.append(1))
    size.ask()
    assert asked == []
    assert system_text_percent(200) == 100
