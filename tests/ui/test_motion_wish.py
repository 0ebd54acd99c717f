import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from services.errors import Offline
from ui import motion_wish
from ui.motion_wish import MotionWish
from widgets.motion import motion_ms


@pytest.fixture
def on_a_desktop(monkeypatch, qapp):
    monkeypatch.setattr(motion_wish.sys, "platform", "linux")
    monkeypatch.setattr(motion_wish.QGuiApplication, "platformName", lambda: "xcb")
    before = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    yield
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, before)


def test_things_move_where_the_desktop_lets_them(monkeypatch, on_a_desktop, inline_tasks, qapp):
    wish = MotionWish(inline_tasks, QObject(qapp))
    monkeypatch.setattr(motion_wish, "read_motion", lambda: True)
    wish.ask()
    assert motion_ms() == 140
    monkeypatch.setattr(motion_wish, "read_motion", lambda: False)
    wish.ask()
    assert motion_ms() == 0


def test_nothing_moves_where_nobody_answers(monkeypatch, on_a_desktop, inline_tasks, qapp):
    def nobody():
        raise Offline("no session bus")

    monkeypatch.setattr(motion_wish, "read_motion", nobody)
    before = motion_ms()
    MotionWish(inline_tasks, QObject(qapp)).ask()
    assert motion_ms() == before


def test_offscreen_nobody_is_asked(monkeypatch, inline_tasks, qapp):
    asked = []
    monkeypatch.setattr(motion_wish, "read_motion", lambda: asked.append(1))
    MotionWish(inline_tasks, QObject(qapp)).ask()
    assert asked == []
