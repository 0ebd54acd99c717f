"""A picture of the screen by the desktop's portal, over a real session bus."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from ui.screen_portal import PortalProblem, PortalStopped, photograph

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]
STAND_IN = Path(__file__).with_name("portal_stand_in.py")
Portal = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def portal() -> Iterator[Portal]:
    begun: list[subprocess.Popen[str]] = []

    def begin(*way: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(STAND_IN), *way], stdout=subprocess.PIPE, text=True
        )
        begun.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    path = tmp_path / "Captura de pantalla – 写真.png"
    assert image.save(str(path))
    return path


def always() -> bool:
    return True


@pytest.mark.parametrize("way", ["takes", "old"])
def test_the_picture_comes_back(portal: Portal, shot: Path, way: str) -> None:
    portal(way, str(shot))
    assert photograph(always) == shot.read_bytes()


@pytest.mark.parametrize(
    ("way", "problem"),
    [
        ("cancels", PortalProblem.CANCELLED),
        ("refuses", PortalProblem.REFUSED),
        ("lacks", PortalProblem.MISSING),
    ],
)
def test_what_is_not_done_is_told_apart(portal: Portal, way: str, problem: PortalProblem) -> None:
    portal(way)
    with pytest.raises(PortalStopped) as met:
        photograph(always)
    assert met.value.problem is problem


def test_a_picture_that_is_gone_is_told(portal: Portal, shot: Path) -> None:
    portal("takes", str(shot))
    shot.unlink()
    with pytest.raises(PortalStopped) as met:
        photograph(always)
    assert met.value.problem is PortalProblem.UNREADABLE


def test_without_a_portal(shot: Path) -> None:
    with pytest.raises(PortalStopped) as met:
        photograph(always)
    assert met.value.problem is PortalProblem.MISSING


def test_without_a_bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    with pytest.raises(PortalStopped) as met:
        photograph(always)
    assert met.value.problem is PortalProblem.MISSING


def test_nobody_waits_any_more_and_the_desktop_is_told(portal: Portal) -> None:
    process = portal("waits")
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 2

    with pytest.raises(PortalStopped) as met:
        photograph(wanted)
    assert met.value.problem is PortalProblem.CANCELLED
    assert process.stdout is not None
    assert process.stdout.readline() == "closed\n"


def test_a_desktop_that_never_answers_ends_with_the_time(portal: Portal) -> None:
    portal("waits")
    with pytest.raises(PortalStopped) as met:
        photograph(always, seconds=0)
    assert met.value.problem is PortalProblem.SILENT
