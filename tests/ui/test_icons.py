from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmapCache
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.icons import _ALONG_THE_LINE, FOLDER, RESOURCES, app_icon, icon
from ui.theme import DARK, LIGHT, Theme

ROOT = Path(__file__).resolve().parents[2]
SIZE = QSize(18, 18)


@pytest.fixture
def theme(qapp: QApplication, themed: Theme) -> Iterator[Theme]:
    yield themed
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def listed() -> set[str]:
    lines = (FOLDER / "icons.txt").read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def strongest(image: QImage) -> QColor:
    """The colour of the pixel that covers most."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha)


def drawn(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, scale: float = 1.0) -> QImage:
    return made.pixmap(SIZE, scale, mode).toImage()


def close_to(one: QColor, other: QColor) -> bool:
    return all(
        abs(a - b) <= 3
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]  # four ints
    )


def test_the_list_and_the_folder_agree() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == listed()
    assert "ISC License" in (FOLDER / "LICENSE").read_text("utf-8")


def test_every_icon_takes_its_colour_from_us() -> None:
    for path in FOLDER.glob("*.svg"):
        text = path.read_text("utf-8")
        assert 'stroke="currentColor"' in text
        assert 'stroke-width="1.75"' in text
        assert "#" not in text


def test_every_icon_named_in_the_program_is_listed() -> None:
    """Any literal given to icon(), or as `icon=`, in the program's own files."""
    named: dict[str, str] = {}
    for folder in ("ui", "widgets"):
        for path in (ROOT / folder).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
                function = call.func
                given = [word.value for word in call.keywords if word.arg == "icon"]
                if isinstance(function, ast.Name) and function.id == "icon":
                    given += call.args[:1]
                for value in given:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        named[value.value] = path.name
    assert named
    assert {name: file for name, file in named.items() if name not in listed()} == {}


def test_every_listed_icon_is_named_in_the_program() -> None:
    said = {
        node.value
        for folder in ("ui", "widgets")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert listed() - said == set()


def test_icons_that_mirror_are_listed() -> None:
    assert listed() >= _ALONG_THE_LINE


def test_an_icon_follows_the_theme(theme: Theme) -> None:
    made = icon("layout-grid", tone="text")
    assert close_to(strongest(drawn(made)), LIGHT.text)
    theme.apply("dark", "en")
    assert close_to(strongest(drawn(made)), DARK.text)


def test_a_disabled_icon_is_faint(theme: Theme) -> None:
    made = icon("layout-grid", tone="text")
    assert strongest(drawn(made)).alpha() > 180
    assert strongest(drawn(made, QIcon.Mode.Disabled)).alpha() < 130


def test_the_on_state_has_its_own_tone(theme: Theme) -> None:
    made = icon("layout-grid", tone="quiet", checked="accent")
    on = made.pixmap(SIZE, 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert close_to(strongest(on), LIGHT.accent)


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0, 3.0])
def test_sharp_at_any_scale(theme: Theme, scale: float) -> None:
    pixmap = icon("send").pixmap(SIZE, scale)
    assert abs(pixmap.width() - 18 * scale) <= 1
    assert pixmap.devicePixelRatio() == pytest.approx(scale)


def test_arrows_turn_round_where_reading_does(theme: Theme, qapp: QApplication) -> None:
    ltr = {name: drawn(icon(name)) for name in ("arrow-left", "clock")}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rtl = {name: drawn(icon(name)) for name in ("arrow-left", "clock")}
    assert rtl["arrow-left"] == ltr["arrow-left"].flipped(Qt.Orientation.Horizontal)
    assert rtl["clock"] == ltr["clock"]
    assert drawn(icon("arrow-left", mirror=False)) == ltr["arrow-left"]


def test_a_wide_box_keeps_the_icon_at_the_reading_start(theme: Theme, qapp: QApplication) -> None:
    wide = QSize(22, 18)
    image = icon("layout-grid").pixmap(wide, 1.0).toImage()
    assert image.pixelColor(20, 9).alpha() == 0
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = icon("layout-grid").pixmap(wide, 1.0).toImage()
    assert image.pixelColor(1, 9).alpha() == 0


def test_drawn_once(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    QPixmapCache.clear()
    read: list[str] = []

    def counted(path: str, *args: str, **words: str) -> IO[str]:
        read.append(Path(path).name)
        return open(path, *args, **words)

    monkeypatch.setattr(icons, "open", counted, raising=False)
    made = icon("send")
    assert read == []
    drawn(made)
    drawn(icon("send"))
    assert read == ["send.svg"]


def test_copies_outlive_the_first(theme: Theme) -> None:
    made = icon("send")
    copy = QIcon(made)
    del made
    gc.collect()
    assert not copy.isNull()
    assert strongest(drawn(copy)).alpha() > 100
    assert copy.name() == "send"


def test_the_programs_own_mark(qapp: QApplication) -> None:
    made = app_icon()
    assert {16, 32, 48, 256} <= {size.width() for size in made.availableSizes()}
    for name in ("app.svg", "app.png", "app.ico", "app.icns", "tray.svg", "tray-light.png"):
        assert (RESOURCES / name).stat().st_size > 300
    assert QImage(str(RESOURCES / "app.png")).size() == QSize(512, 512)
    assert not re.search("twitter", (RESOURCES / "app.svg").read_text("utf-8"), re.IGNORECASE)
