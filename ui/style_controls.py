"""The part of the style sheet about what can be pressed, typed in, ticked and slid."""

from __future__ import annotations

from PySide6.QtGui import QColor

from ui.style_look import Look, css
from widgets.measures import MEASURES
from widgets.tones import mix


def buttons(k: Look) -> str:
    m = MEASURES
    lift = "#FFFFFF" if not k.t.dark else "#000000"
    accent_hover = css(mix(k.t.accent, QColor(lift), 0.1))
    accent_down = css(mix(k.t.accent, k.t.text, 0.18))
    return f"""
QPushButton {{
    min-height: {k.high(m.control) - 2}px; padding: 0 14px; border: 1px solid {k.c("border")};
    border-radius: {m.radius}px; background: {k.c("surface")}; color: {k.c("text")}; }}
QPushButton:hover {{ background: {k.hover()}; }}
QPushButton:pressed, QPushButton:checked {{ background: {k.pressed()}; }}
QPushButton:disabled {{ color: {k.off()}; border-color: {k.c("line")}; background: transparent; }}
QPushButton[dense="true"] {{ min-height: {k.high(m.row_button) - 2}px; padding: 0 10px; }}

QPushButton[kind="primary"] {{
    min-height: {k.high(m.primary) - 2}px; padding: 0 18px; font-weight: 600;
    border-color: {k.c("accent")}; background: {k.c("accent")}; color: {k.c("on_accent")}; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_down}; border-color: {accent_down}; }}
QPushButton[kind="primary"]:disabled {{
    background: {k.c("line")}; border-color: {k.c("line")}; color: {k.off()}; }}

QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; padding: 0 10px; }}
QPushButton[kind="quiet"]:hover {{ background: {k.hover("window")}; border-color: transparent; }}
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked {{
    background: {k.pressed("window")}; }}

QPushButton[kind="spend"] {{
    border-color: transparent; background: transparent; padding: 0 8px;
    font-size: {k.px(m.caption)}px; color: {k.c("quiet")}; }}
QPushButton[kind="spend"]:hover {{ background: {k.hover()}; }}
QPushButton[kind="spend"][tone="amber"] {{
    color: {k.c("amber")}; background: {k.c("amber_tint")}; }}
QPushButton[kind="spend"][tone="red"] {{ color: {k.c("red")}; background: {k.c("red_tint")}; }}

QPushButton[kind="danger"] {{ color: {k.c("red")}; border-color: {k.c("red")}; }}
QPushButton[kind="danger"]:hover {{ background: {k.c("red_tint")}; }}
QPushButton[kind="danger"]:disabled {{ color: {k.off("red")}; border-color: {k.c("line")}; }}

QPushButton[kind="link"] {{
    border-color: transparent; background: transparent; color: {k.c("blue")}; padding: 0 4px; }}
QPushButton[kind="link"][flush="true"] {{ border: none; padding: 0; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:pressed {{ color: {k.c("text")}; }}
QPushButton[kind="strip"] {{
    min-height: {k.high(24) - 2}px; padding: 0 10px; border-radius: 6px; background: transparent;
    border-color: {k.c("quiet")}; }}
QPushButton[kind="strip"]:hover {{ background: {k.hover()}; }}
QPushButton[kind="undo"] {{
    min-height: {k.high(m.row_button) - 2}px; padding: 0 12px; border-color: transparent;
    font-weight: 600;
    background: {css(mix(k.t.text, k.t.surface, 0.16))}; color: {k.c("surface")}; }}
QPushButton[kind="undo"]:hover {{ background: {css(mix(k.t.text, k.t.surface, 0.26))}; }}
QPushButton[kind="undo"]:pressed {{ background: {css(mix(k.t.text, k.t.surface, 0.34))}; }}
QPushButton[opens="true"] {{ padding-{"left" if k.mirrored else "right"}: 30px; }}
QPushButton::menu-indicator {{
    image: {k.image("chevron-down")}; {k.box(14)} subcontrol-origin: padding;
    subcontrol-position: center right; right: 10px; }}
"""


def tool_buttons(k: Look) -> str:
    m = MEASURES
    # Qt adds three pixels to every tool button and spin box that a style sheet shapes.
    tool = 3
    segment = css(mix(k.t.surface, k.t.text, 0.14)) if k.t.dark else k.c("surface")
    return f"""
QToolButton {{
    border: 1px solid transparent; border-radius: {m.radius}px; background: transparent;
    color: {k.c("quiet")}; padding: 0 6px; min-height: {k.high(m.row_button) - 2 - tool}px; }}
QToolButton:hover {{ background: {k.hover("window")}; color: {k.c("text")}; }}
QToolButton:pressed, QToolButton:open {{ background: {k.pressed("window")}; color: {k.c("text")}; }}
QToolButton:checked {{ background: {k.pressed("window")}; color: {k.c("text")}; }}
QToolButton:disabled {{ color: {k.off("quiet")}; }}
QToolButton[kind="icon"] {{
    padding: 0; min-width: {k.high(m.control) - 2 - tool}px;
    min-height: {k.high(m.control) - 2 - tool}px;
    }}
QToolButton[kind="icon"][dense="true"] {{
    min-width: {k.high(m.row_button) - 2 - tool}px;
    min-height: {k.high(m.row_button) - 2 - tool}px; }}
QToolButton[kind="segment"] {{
    border: none; border-radius: 6px; padding: 0 12px;
    min-height: {k.high(m.row_button) - tool}px; }}
QToolButton[kind="segment"][tile="true"] {{
    padding: 4px 2px 2px 2px; font-size: {k.px(m.caption)}px; }}
QToolButton[kind="segment"]:hover {{ background: transparent; color: {k.c("text")}; }}
QToolButton[kind="segment"]:checked {{ background: {segment}; color: {k.c("text")}; }}
QToolButton[kind="chip"] {{
    border-radius: {k.high(m.row_button) // 2}px; padding: 0 10px; color: {k.c("text")};
    background: {css(mix(k.t.window, k.t.text, 0.06))}; }}
QToolButton[kind="chip"]:hover {{ background: {css(mix(k.t.window, k.t.text, 0.1))}; }}
QToolButton[kind="chip"]:checked {{
    background: {k.c("tint")}; border-color: {k.c("accent")}; color: {k.c("text")}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[popupMode="1"] {{ padding-right: 18px; }}
QToolButton::menu-button {{ border: none; width: 18px; }}
QToolButton::menu-arrow {{ image: {k.image("chevron-down")}; {k.box(12)} }}
"""


def inputs(k: Look) -> str:
    m = MEASURES
    fields = "QLineEdit, QAbstractSpinBox, QComboBox"
    focused = "QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus"
    return f"""
{fields} {{
    min-height: {k.high(m.control) - 2}px; padding: 0 10px; border: 1px solid {k.c("border")};
    border-radius: {m.radius}px; background: {k.c("surface")}; color: {k.c("text")};
    selection-background-color: {css(mix(k.t.surface, k.t.accent, 0.3))};
    selection-color: {k.c("text")}; placeholder-text-color: {k.c("quiet")}; }}
{focused} {{
    border: 2px solid {k.c("accent")}; padding: 0 9px; min-height: {k.high(m.control) - 4}px; }}
QLineEdit:hover:!focus, QAbstractSpinBox:hover:!focus, QComboBox:hover:!focus {{
    border-color: {k.c("quiet")}; }}
QLineEdit[wrong="true"], QLineEdit[wrong="true"]:hover {{ border-color: {k.c("red")}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
    color: {k.off()}; border-color: {k.c("line")}; background: transparent; }}
QLineEdit:read-only {{ background: transparent; }}
QPlainTextEdit, QTextEdit {{
    padding: 6px 8px; border: 1px solid {k.c("border")}; border-radius: {m.radius}px;
    background: {k.c("surface")}; color: {k.c("text")};
    selection-background-color: {css(mix(k.t.surface, k.t.accent, 0.3))};
    selection-color: {k.c("text")}; placeholder-text-color: {k.c("quiet")}; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {k.c("accent")}; padding: 5px 7px; }}
QPlainTextEdit[kind="post"], QTextEdit[kind="post"] {{
    border: none; padding: 0; background: transparent; font-size: {k.px(m.post)}px; }}
QPlainTextEdit[kind="bare"], QTextEdit[kind="bare"], QLineEdit[kind="bare"] {{
    border: none; padding: 0; background: transparent; }}

QAbstractSpinBox {{ min-height: {k.high(m.control) - 5}px; }}
QAbstractSpinBox:focus {{ min-height: {k.high(m.control) - 7}px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QLineEdit QToolButton, QLineEdit QToolButton:hover, QLineEdit QToolButton:pressed {{
    border: none; padding: 0; min-width: 0; min-height: 0; background: transparent; }}
QLineEdit {{ lineedit-clear-button-icon: {k.image("x")}; }}
QComboBox {{ padding-left: 12px; padding-right: {k.drawn(14) + 14}px; combobox-popup: 0; }}
QComboBox:focus {{ padding-left: 11px; padding-right: {k.drawn(14) + 13}px; }}
QComboBox::drop-down {{ border: none; width: {k.drawn(14) + 12}px; }}
QComboBox::down-arrow {{ image: {k.image("chevron-down")}; {k.box(14)} }}
QComboBoxPrivateContainer {{ background: transparent; border: none; }}
QComboBox QAbstractItemView {{
    background: {k.c("surface")}; border: 1px solid {k.c("line")}; border-radius: {m.radius}px;
    padding: 4px; selection-background-color: {k.pressed()}; selection-color: {k.c("text")}; }}
QComboBox QAbstractItemView::item {{
    min-height: {k.high(30)}px; padding: 0 8px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {k.pressed()}; color: {k.c("text")}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    border: none; background: transparent; width: 22px; }}
QAbstractSpinBox::up-arrow {{ image: {k.image("chevron-up")}; {k.box(12)} }}
QAbstractSpinBox::down-arrow {{ image: {k.image("chevron-down")}; {k.box(12)} }}
QDateTimeEdit::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
QDateTimeEdit::down-arrow {{ image: {k.image("chevron-down")}; {k.box(14)} }}
"""


def ticks(k: Look) -> str:
    # Qt calls what lies left of the handle "sub" in either direction of reading.
    gone = "add" if k.mirrored else "sub"
    return f"""
QCheckBox, QRadioButton {{
    spacing: 8px; color: {k.c("text")}; background: transparent; min-height: {k.high(24)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {k.off()}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    {k.box(16)} border: 1px solid {k.c("border")}; background: {k.c("surface")}; }}
QCheckBox::indicator {{ border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: {k.drawn(16) // 2 + 1}px; }}
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
QSlider {{ min-height: 24px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {k.c("line")}; }}
QSlider::{gone}-page:horizontal {{ border-radius: 2px; background: {k.c("border")}; }}
QSlider::handle:horizontal {{
    width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
    border: 1px solid {k.c("border")}; background: {k.c("surface")}; }}
QSlider::handle:horizontal:hover {{ border-color: {k.c("text")}; }}
QProgressBar {{ border: none; border-radius: 2px; background: {k.c("line")};
    max-height: 4px; min-height: 4px; color: transparent; }}
QProgressBar::chunk {{ border-radius: 2px; background: {k.c("quiet")}; }}
"""
