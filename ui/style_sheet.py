"""The style sheet, written from the tones and the measures.

It speaks by the dynamic property `kind` (what a thing is), by `tone` on labels (what it says)
and by `dense` on the 28 px buttons that stand in rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor

from widgets.measures import MEASURES
from widgets.soft_menu import ROOM
from widgets.tones import Tones, faded, mix


@dataclass(frozen=True, slots=True)
class _Look:
    """The tones and what follows from them, as style sheet words."""

    t: Tones
    images: str
    px: Callable[[int], int]
    """A size of text at the owner's text scale."""

    def hover(self, ground: str = "surface") -> str:
        return _css(mix(self.t.named(ground), self.t.text, 0.05))

    def pressed(self, ground: str = "surface") -> str:
        return _css(mix(self.t.named(ground), self.t.text, 0.1))

    def c(self, name: str) -> str:
        return _css(self.t.named(name))

    def off(self, name: str = "text") -> str:
        return _css(faded(self.t.named(name)))

    def image(self, name: str) -> str:
        return f'url("{self.images}/{name}-{"dark" if self.t.dark else "light"}.svg")'


def style_sheet(tones: Tones, *, images: Path, extra: int = 0, text_percent: int = 100) -> str:
    """`extra` pixels are added to every size of text (Arabic and Persian)."""

    def px(size: int) -> int:
        return round((size + extra) * text_percent / 100)

    look = _Look(tones, images.as_posix(), px)
    parts = (_ground, _labels, _frames, _buttons, _tool_buttons, _inputs, _ticks, _lists, _popups)
    return "\n".join(part(look) for part in (*parts, _bars))


def _css(colour: QColor) -> str:
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alphaF():.2f})"


def _ground(k: _Look) -> str:
    return f"""
QMainWindow, QDialog {{ background: {k.c("window")}; }}
QWidget {{ outline: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{
    background: transparent; border: none; }}
QSplitter::handle {{ background: {k.c("line")}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _labels(k: _Look) -> str:
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {k.c(tone)}; }}'
        for tone in ("text", "quiet", "accent", "amber", "red", "green", "blue")
    )
    return f"""
QLabel {{ color: {k.c("text")}; background: transparent; }}
QLabel:disabled {{ color: {k.off()}; }}
QLabel[kind="title"] {{ font-size: {k.px(20)}px; font-weight: 600; }}
QLabel[kind="section"] {{ font-size: {k.px(20)}px; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="post"] {{ font-size: {k.px(17)}px; }}
QLabel[kind="caption"] {{ font-size: {k.px(12)}px; color: {k.c("quiet")}; }}
QLabel[kind="quiet"] {{ color: {k.c("quiet")}; }}
QLabel[kind="figure"] {{ font-size: {k.px(30)}px; font-weight: 600; }}
{tones}
QLabel[kind="chip"] {{
    font-size: {k.px(12)}px; padding: 2px 8px; border-radius: 9px; color: {k.c("quiet")};
    background: {_css(mix(k.t.surface, k.t.text, 0.07))}; }}
QLabel[kind="chip"][tone="amber"] {{ color: {k.c("amber")}; background: {k.c("amber_tint")}; }}
QLabel[kind="chip"][tone="red"] {{ color: {k.c("red")}; background: {k.c("red_tint")}; }}
QLabel[kind="chip"][tone="green"] {{ color: {k.c("green")}; }}
QLabel[kind="chip"][tone="blue"] {{ color: {k.c("blue")}; }}
"""


def _frames(k: _Look) -> str:
    m = MEASURES
    flat = {
        "strip": "tint",
        "strip-amber": "amber_tint",
        "strip-red": "red_tint",
        "line": "line",
        "drawer": "surface",
        "surface": "surface",
        "topbar": "surface",
    }
    rounded = {
        "card": "surface",
        "sheet": "surface",
        "band": "tint",
        "band-red": "red_tint",
        "band-amber": "amber_tint",
        "bubble-theirs": "window",
        "bubble-ours": "tint",
    }
    rules = [
        f'QFrame[kind="{kind}"] {{ background: {k.c(tone)}; border: none; }}'
        for kind, tone in flat.items()
    ]
    rules += [
        f'QFrame[kind="{kind}"] {{ background: {k.c(tone)}; border: none;'
        f" border-radius: {m.card_radius}px; }}"
        for kind, tone in rounded.items()
    ]
    return (
        "\n".join(rules)
        + f"""
QFrame[kind="pane"] {{ background: transparent; border: none; }}
QFrame[kind="segments"] {{
    background: {_css(mix(k.t.window, k.t.text, 0.08))}; border: none;
    border-radius: {m.radius}px; }}
QFrame[kind="undo"] {{ background: {k.c("text")}; border: none; border-radius: 10px; }}
QFrame[kind="undo"] QLabel {{ color: {k.c("surface")}; }}
QFrame[kind="bar"] {{
    background: {k.c("window")}; border: none; border-top: 1px solid {k.c("line")}; }}
"""
    )


def _buttons(k: _Look) -> str:
    m = MEASURES
    lift = "#FFFFFF" if not k.t.dark else "#000000"
    accent_hover = _css(mix(k.t.accent, QColor(lift), 0.1))
    accent_down = _css(mix(k.t.accent, k.t.text, 0.18))
    return f"""
QPushButton {{
    min-height: {m.control - 2}px; padding: 0 14px; border: 1px solid {k.c("border")};
    border-radius: {m.radius}px; background: {k.c("surface")}; color: {k.c("text")}; }}
QPushButton:hover {{ background: {k.hover()}; }}
QPushButton:pressed, QPushButton:checked {{ background: {k.pressed()}; }}
QPushButton:disabled {{ color: {k.off()}; border-color: {k.c("line")}; background: transparent; }}
QPushButton[dense="true"] {{ min-height: {m.row_button - 2}px; padding: 0 10px; }}

QPushButton[kind="primary"] {{
    min-height: {m.primary - 2}px; padding: 0 18px; font-weight: 600;
    border-color: {k.c("accent")}; background: {k.c("accent")}; color: {k.c("on_accent")}; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_down}; border-color: {accent_down}; }}
QPushButton[kind="primary"]:disabled {{
    background: {k.c("line")}; border-color: {k.c("line")}; color: {k.off()}; }}

QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; padding: 0 10px; }}
QPushButton[kind="quiet"]:hover {{ background: {k.hover("window")}; border-color: transparent; }}
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked {{
    background: {k.pressed("window")}; }}

QPushButton[kind="danger"] {{ color: {k.c("red")}; border-color: {k.c("red")}; }}
QPushButton[kind="danger"]:hover {{ background: {k.c("red_tint")}; }}
QPushButton[kind="danger"]:disabled {{ color: {k.off("red")}; border-color: {k.c("line")}; }}

QPushButton[kind="link"] {{
    border-color: transparent; background: transparent; color: {k.c("blue")}; padding: 0 4px; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:pressed {{ color: {k.c("text")}; }}
QPushButton[kind="strip"] {{
    min-height: 22px; padding: 0 10px; border-radius: 6px; background: transparent;
    border-color: {k.c("quiet")}; }}
QPushButton[kind="strip"]:hover {{ background: {k.hover()}; }}
QPushButton[kind="undo"] {{
    min-height: {m.row_button - 2}px; padding: 0 12px; border-color: transparent; font-weight: 600;
    background: {_css(mix(k.t.text, k.t.surface, 0.16))}; color: {k.c("surface")}; }}
QPushButton[kind="undo"]:hover {{ background: {_css(mix(k.t.text, k.t.surface, 0.26))}; }}
QPushButton[kind="undo"]:pressed {{ background: {_css(mix(k.t.text, k.t.surface, 0.34))}; }}
QPushButton::menu-indicator {{
    image: {k.image("chevron-down")}; width: 14px; height: 14px; subcontrol-origin: padding;
    subcontrol-position: center right; right: 10px; }}
"""


def _tool_buttons(k: _Look) -> str:
    m = MEASURES
    # Qt adds three pixels to every tool button and spin box that a style sheet shapes.
    tool = 3
    segment = _css(mix(k.t.surface, k.t.text, 0.14)) if k.t.dark else k.c("surface")
    return f"""
QToolButton {{
    border: 1px solid transparent; border-radius: {m.radius}px; background: transparent;
    color: {k.c("quiet")}; padding: 0 6px; min-height: {m.row_button - 2 - tool}px; }}
QToolButton:hover {{ background: {k.hover("window")}; color: {k.c("text")}; }}
QToolButton:pressed, QToolButton:open {{ background: {k.pressed("window")}; color: {k.c("text")}; }}
QToolButton:checked {{ background: {k.pressed("window")}; color: {k.c("text")}; }}
QToolButton:disabled {{ color: {k.off("quiet")}; }}
QToolButton[kind="icon"] {{
    padding: 0; min-width: {m.control - 2 - tool}px; min-height: {m.control - 2 - tool}px; }}
QToolButton[kind="icon"][dense="true"] {{
    min-width: {m.row_button - 2 - tool}px; min-height: {m.row_button - 2 - tool}px; }}
QToolButton[kind="segment"] {{
    border: none; border-radius: 6px; padding: 0 12px; min-height: {m.row_button - tool}px; }}
QToolButton[kind="segment"]:hover {{ background: transparent; color: {k.c("text")}; }}
QToolButton[kind="segment"]:checked {{ background: {segment}; color: {k.c("text")}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[popupMode="1"] {{ padding-right: 18px; }}
QToolButton::menu-button {{ border: none; width: 18px; }}
QToolButton::menu-arrow {{ image: {k.image("chevron-down")}; width: 12px; height: 12px; }}
"""


def _inputs(k: _Look) -> str:
    m = MEASURES
    fields = "QLineEdit, QAbstractSpinBox, QComboBox"
    focused = "QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus"
    return f"""
{fields} {{
    min-height: {m.control - 2}px; padding: 0 10px; border: 1px solid {k.c("border")};
    border-radius: {m.radius}px; background: {k.c("surface")}; color: {k.c("text")};
    selection-background-color: {_css(mix(k.t.surface, k.t.accent, 0.3))};
    selection-color: {k.c("text")}; placeholder-text-color: {k.c("quiet")}; }}
{focused} {{ border: 2px solid {k.c("accent")}; padding: 0 9px; min-height: {m.control - 4}px; }}
QLineEdit:hover:!focus, QAbstractSpinBox:hover:!focus, QComboBox:hover:!focus {{
    border-color: {k.c("quiet")}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
    color: {k.off()}; border-color: {k.c("line")}; background: transparent; }}
QLineEdit:read-only {{ background: transparent; }}
QPlainTextEdit, QTextEdit {{
    padding: 6px 8px; border: 1px solid {k.c("border")}; border-radius: {m.radius}px;
    background: {k.c("surface")}; color: {k.c("text")};
    selection-background-color: {_css(mix(k.t.surface, k.t.accent, 0.3))};
    selection-color: {k.c("text")}; placeholder-text-color: {k.c("quiet")}; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {k.c("accent")}; padding: 5px 7px; }}
QPlainTextEdit[kind="post"], QTextEdit[kind="post"] {{
    border: none; padding: 0; background: transparent; font-size: {k.px(17)}px; }}
QPlainTextEdit[kind="bare"], QTextEdit[kind="bare"], QLineEdit[kind="bare"] {{
    border: none; padding: 0; background: transparent; }}

QAbstractSpinBox {{ min-height: {m.control - 5}px; }}
QAbstractSpinBox:focus {{ min-height: {m.control - 7}px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QLineEdit QToolButton, QLineEdit QToolButton:hover, QLineEdit QToolButton:pressed {{
    border: none; padding: 0; min-width: 0; min-height: 0; background: transparent; }}
QLineEdit {{ lineedit-clear-button-icon: {k.image("x")}; }}
QComboBox {{ padding-right: 28px; combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: {k.image("chevron-down")}; width: 14px; height: 14px; }}
QComboBoxPrivateContainer {{ background: transparent; border: none; }}
QComboBox QAbstractItemView {{
    background: {k.c("surface")}; border: 1px solid {k.c("line")}; border-radius: {m.radius}px;
    padding: 4px; selection-background-color: {k.pressed()}; selection-color: {k.c("text")}; }}
QComboBox QAbstractItemView::item {{ min-height: 30px; padding: 0 8px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {k.pressed()}; color: {k.c("text")}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    border: none; background: transparent; width: 22px; }}
QAbstractSpinBox::up-arrow {{ image: {k.image("chevron-up")}; width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: {k.image("chevron-down")}; width: 12px; height: 12px; }}
QDateTimeEdit::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
QDateTimeEdit::down-arrow {{ image: {k.image("chevron-down")}; width: 14px; height: 14px; }}
"""


def _ticks(k: _Look) -> str:
    return f"""
QCheckBox, QRadioButton {{
    spacing: 8px; color: {k.c("text")}; background: transparent; min-height: 24px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {k.off()}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; border: 1px solid {k.c("border")}; background: {k.c("surface")}; }}
QCheckBox::indicator {{ border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {k.c("text")}; }}
QCheckBox::indicator:checked {{
    background: {k.c("text")}; border-color: {k.c("text")}; image: {k.image("check")}; }}
QRadioButton::indicator:checked {{
    background: {k.c("text")}; border-color: {k.c("text")}; image: {k.image("dot")}; }}
QCheckBox::indicator:indeterminate {{
    background: {k.c("text")}; border-color: {k.c("text")}; image: {k.image("minus")}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {k.c("line")}; }}
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {{
    background: {k.off("quiet")}; border-color: transparent; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{
    border: 2px solid {k.c("accent")}; width: 14px; height: 14px; }}
QSlider {{ min-height: 24px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {k.c("line")}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {k.c("border")}; }}
QSlider::handle:horizontal {{
    width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
    border: 1px solid {k.c("border")}; background: {k.c("surface")}; }}
QSlider::handle:horizontal:hover {{ border-color: {k.c("text")}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {k.c("accent")}; width: 14px; height: 14px; }}
QProgressBar {{ border: none; border-radius: 2px; background: {k.c("line")};
    max-height: 4px; min-height: 4px; color: transparent; }}
QProgressBar::chunk {{ border-radius: 2px; background: {k.c("quiet")}; }}
"""


def _lists(k: _Look) -> str:
    m = MEASURES
    return f"""
QListView, QTreeView, QTableView {{
    border: none; background: transparent; color: {k.c("text")};
    selection-background-color: {k.c("tint")}; selection-color: {k.c("text")}; }}
QListView::item {{ border: none; border-radius: {m.radius}px; padding: 6px 8px; }}
QListView::item:hover {{ background: {k.hover("window")}; }}
QListView::item:selected {{ background: {k.c("tint")}; color: {k.c("text")}; }}
QTableView {{ gridline-color: {k.c("line")}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; border: none; border-bottom: 1px solid {k.c("line")};
    color: {k.c("quiet")}; font-size: {k.px(12)}px; padding: 6px 8px; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{
    background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 8px 12px; color: {k.c("quiet")}; }}
QTabBar::tab:hover {{ color: {k.c("text")}; }}
QTabBar::tab:selected {{
    color: {k.c("text")}; border-bottom-color: {k.c("accent")}; font-weight: 600; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {k.c("line")}; }}
"""


def _popups(k: _Look) -> str:
    m = MEASURES
    return f"""
QMenu {{
    background: {k.c("surface")}; border: 1px solid {k.c("line")}; border-radius: {m.radius}px;
    padding: 6px; color: {k.c("text")}; }}
QMenu[soft="true"] {{ margin: {ROOM}px; }}
QMenu::item {{ padding: 7px 14px 7px 10px; border-radius: 6px; background: transparent; }}
QMenu::item:selected {{ background: {k.pressed()}; }}
QMenu::item:disabled {{ color: {k.off()}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {k.c("line")}; margin: 6px 8px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 8px; }}
QMenu::indicator:checked {{ image: {k.image("tick")}; }}
QMenu::right-arrow {{ image: {k.image("chevron-right")}; width: 14px; height: 14px; }}
QMenuBar {{ background: {k.c("surface")}; color: {k.c("text")}; border: none; }}
QMenuBar::item {{ padding: 6px 10px; background: transparent; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {k.pressed()}; }}
QToolTip {{
    background: {k.c("text")}; color: {k.c("surface")}; border: none; padding: 2px 4px;
    font-size: {k.px(12)}px; }}
QCalendarWidget QWidget {{ background: {k.c("surface")}; }}
QCalendarWidget QToolButton {{ color: {k.c("text")}; font-weight: 600; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{
    qproperty-icon: {k.image("chevron-left")}; min-width: 24px; }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{
    qproperty-icon: {k.image("chevron-right")}; min-width: 24px; }}
QCalendarWidget QAbstractItemView {{
    selection-background-color: {k.c("accent")}; selection-color: {k.c("on_accent")}; }}
"""


def _bars(k: _Look) -> str:
    handle = _css(mix(k.t.window, k.t.text, 0.26))
    over = _css(mix(k.t.window, k.t.text, 0.45))
    return f"""
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {over}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
