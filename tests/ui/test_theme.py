from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.build import button, column, icon_button, label, tool_button
from ui.fields import combo, padded
from ui.style_sheet import style_sheet
from ui.theme import DARK, LIGHT, MEASURES, RESOURCES, Theme, line_height, ui_font
from widgets.tones import NAMES, mix, to_palette, tones_of

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("window", "surface")
WORDS_ON = {
    "text": (*GROUNDS, "tint", "amber_tint", "red_tint"),
    "quiet": (*GROUNDS, "tint", "amber_tint", "red_tint"),
    "accent": (*GROUNDS, "tint"),
    "on_accent": ("accent",),
    "amber": (*GROUNDS, "amber_tint"),
    "red": (*GROUNDS, "red_tint"),
    "green": (*GROUNDS, "tint"),
    "blue": (*GROUNDS, "tint"),
}
PAIRS = [(words, ground) for words, grounds in WORDS_ON.items() for ground in grounds]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    font, palette = qapp.font(), qapp.palette()
    made = Theme(qapp)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""

    def light(colour: QColor) -> float:
        parts = [
            v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
            for v in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_itself() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("scheme", "pair"), list(product(THEMES, PAIRS)))
def test_every_pair_of_words_and_ground_can_be_read(scheme: str, pair: tuple[str, str]) -> None:
    tones = THEMES[scheme]
    assert contrast(tones.named(pair[0]), tones.named(pair[1])) >= 4.5


@pytest.mark.parametrize(("scheme", "ground"), list(product(THEMES, GROUNDS)))
def test_words_can_be_read_while_pointed_at_and_pressed(scheme: str, ground: str) -> None:
    tones = THEMES[scheme]
    for share in (0.05, 0.1, 0.12):
        under = mix(tones.named(ground), tones.text, share)
        assert contrast(tones.quiet, under) >= 4.5


@pytest.mark.parametrize(("scheme", "ground"), list(product(THEMES, GROUNDS)))
def test_edges_of_controls_can_be_seen(scheme: str, ground: str) -> None:
    tones = THEMES[scheme]
    assert contrast(tones.border, tones.named(ground)) >= 3.2


@pytest.mark.parametrize("scheme", THEMES)
def test_selected_words_can_be_read(scheme: str) -> None:
    palette = to_palette(THEMES[scheme])
    chosen = palette.color(QPalette.ColorRole.HighlightedText)
    assert contrast(chosen, palette.color(QPalette.ColorRole.Highlight)) >= 4.5


def test_the_colours_of_the_look() -> None:
    assert (LIGHT.window.name(), LIGHT.accent.name()) == ("#f6f5f2", "#0b6b63")
    assert (DARK.surface.name(), DARK.text.name()) == ("#1f1e1b", "#efece6")
    assert not LIGHT.dark
    assert DARK.dark


@pytest.mark.parametrize("scheme", THEMES)
def test_tones_come_back_whole_out_of_a_palette(qapp: QApplication, scheme: str) -> None:
    widget = QWidget()
    widget.setPalette(to_palette(THEMES[scheme]))
    assert tones_of(widget) == THEMES[scheme]
    assert len({THEMES[scheme].named(name).rgba() for name in NAMES}) >= len(NAMES) - 2


def test_a_style_sheet_leaves_the_tones_alone(theme: Theme) -> None:
    theme.apply("dark", "en")
    for made in (
        label("x", kind="caption"),
        label("x", kind="chip", tone="red"),
        button("x", kind="primary"),
        QLineEdit(),
    ):
        made.ensurePolished()
        assert tones_of(made) == DARK
        made.setEnabled(False)
        assert tones_of(made) == DARK


def test_apply_sets_palette_sheet_font_and_direction(theme: Theme, qapp: QApplication) -> None:
    theme.apply("dark", "en")
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window
    assert DARK.accent.name() in qapp.styleSheet()
    assert qapp.font().pixelSize() == MEASURES.base
    theme.apply("light", "fa")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert qapp.font().pixelSize() == MEASURES.base + 1
    assert "Vazirmatn" in qapp.font().families()
    assert LIGHT.accent.name() in qapp.styleSheet()


def test_larger_text_grows_every_size(theme: Theme, qapp: QApplication) -> None:
    theme.apply("light", "en", text_percent=200)
    big = label("12", kind="caption")
    big.ensurePolished()
    assert big.font().pixelSize() == 24
    pressed = button("Post", kind="primary")
    assert pressed.sizeHint().height() >= pressed.fontMetrics().height()


def test_what_is_built_before_the_style_sheet_gets_it_after(
    theme: Theme, qapp: QApplication
) -> None:
    theme.apply("light", "en")
    sheet = qapp.styleSheet()
    with theme.building():
        assert qapp.styleSheet() == ""
        made = label("12", kind="figure")
        made.ensurePolished()
    assert qapp.styleSheet() == sheet
    made.ensurePolished()
    assert made.font().pixelSize() == MEASURES.figure
    assert tones_of(made) == LIGHT


def test_following_the_system(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply("system", "en")
    seen = []
    theme.changed.connect(lambda: seen.append(theme.tones.dark))
    monkeypatch.setattr(Theme, "_wants_dark", lambda self: True)
    theme._on_system_changed()
    assert seen == [True]
    theme.apply("light", "en")
    seen.clear()
    theme._on_system_changed()
    assert seen == []


@pytest.mark.parametrize("scheme", THEMES)
def test_every_picture_of_the_style_sheet_exists(scheme: str) -> None:
    sheet = style_sheet(THEMES[scheme], images=RESOURCES / "icons" / "style")
    names = {part.split('"')[0] for part in sheet.split('url("')[1:]}
    assert len(names) >= 6
    for name in names:
        assert (RESOURCES / "icons" / "style" / name.rsplit("/", 1)[1]).is_file()


def test_the_style_pictures_have_the_tones() -> None:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("drawn", RESOURCES / "generate" / "style_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, text in module.drawings().items():
        assert (RESOURCES / "icons" / "style" / name).read_text("utf-8") == text


@pytest.mark.parametrize("language", ["en", "fa"])
def test_heights_of_controls(theme: Theme, language: str) -> None:
    theme.apply("light", language)
    heights: dict[QWidget, int] = {
        button("Plain"): 32,
        button("Post", kind="primary"): 36,
        button("Edit", in_row=True): 28,
        tool_button("Picture", icon="image"): 28,
        icon_button("More", icon="ellipsis"): 32,
        icon_button("More", icon="ellipsis", in_row=True): 28,
        QLineEdit(): 32,
    }
    for widget, height in heights.items():
        widget.ensurePolished()
        got = widget.sizeHint().height()
        # Vazirmatn stands taller than a row button: it may grow, never shrink.
        assert height <= got <= height + (2 if language == "fa" else 0)


def test_the_focus_moves_nothing(qtbot: QtBot, theme: Theme) -> None:
    """The two pixels of its border are taken from the padding."""
    theme.apply("light", "en")
    window = QWidget()
    parts: list[QWidget] = [QLineEdit("tea"), combo(["Everyone", "Nobody"]), padded(QSpinBox())]
    window.setLayout(column(QPushButton("first"), *parts))
    window.show()
    window.activateWindow()
    before = [(part.sizeHint(), part.geometry()) for part in parts]
    for part, (hint, place) in zip(parts, before, strict=True):
        part.setFocus()
        qtbot.waitUntil(part.hasFocus)
        assert part.sizeHint() == hint
        assert part.geometry() == place
    window.close()


def test_named_kinds_reach_the_buttons(theme: Theme) -> None:
    assert isinstance(button("x"), QPushButton)
    assert isinstance(tool_button("x", icon="x"), QToolButton)
    assert isinstance(label("x"), QLabel)
    assert icon_button("Close", icon="x").accessibleName() == "Close"
    assert label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText


def test_line_heights() -> None:
    assert line_height("fa_IR") == line_height("ar") == 1.7
    assert line_height("ja") == line_height("zh_CN") == 1.6
    assert line_height("en") == 1.5


def test_the_font_falls_back_by_script(qapp: QApplication) -> None:
    chinese = ui_font("zh_CN", 14).families()
    japanese = ui_font("ja", 14).families()
    assert "Noto Sans CJK SC" in chinese
    assert "Noto Sans CJK JP" in japanese
    assert chinese[-1] == "Noto Color Emoji"
    assert "DejaVu Sans" not in chinese


def test_a_text_field_on_its_way_out_does_not_outlive_the_sheet(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """Qt read such a field when the next sheet was put on, and ended the program."""
    shown: list[QTextEdit] = []
    for _ in range(6):
        theme = Theme(qapp)
        theme.apply("light", "en")
        with theme.building():
            field = QTextEdit()
            shown.append(field)
            field.setProperty("kind", "post")
            field.show()
        qtbot.wait(20)
        theme.choose("dark")
        theme.choose("light")
        qtbot.wait(20)
        field.hide()
        field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(shiboken6.isValid(field) for field in shown)
    qapp.setStyleSheet("")
