"""The style sheet, written from the tones and the measures.

It speaks by the dynamic property `kind` (what a thing is), by `tone` on labels (what it says)
and by `dense` on the 28 px buttons that stand in rows.
"""

from __future__ import annotations

from pathlib import Path

from ui.style_controls import buttons, inputs, ticks, tool_buttons
from ui.style_look import Look, css
from widgets.measures import MEASURES
from widgets.soft_menu import ROOM
from widgets.tones import Tones, mix


def style_sheet(
    tones: Tones,
    *,
    images: Path,
    extra: int = 0,
    text_percent: int = 100,
    mirrored: bool = False,
) -> str:
    """`extra` pixels are added to every size of text (Arabic and Persian)."""

    def px(size: int) -> int:
        return round((size + extra) * text_percent / 100)

    look = Look(tones, images.as_posix(), px, mirrored)
    parts = (_ground, _labels, _frames, buttons, tool_buttons, inputs, ticks, _lists, _popups)
    return "\n".join(part(look) for part in (*parts, _bars))


def _ground(k: Look) -> str:
    return f"""
QMainWindow, QDialog {{ background: {k.c("window")}; }}
QDialog {{ border: 1px solid {k.c("border" if k.t.dark else "line")}; }}
QWidget {{ outline: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{
    background: transparent; border: none; }}
QSplitter::handle {{ background: {k.c("line")}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _labels(k: Look) -> str:
    m = MEASURES
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {k.c(tone)}; }}'
        for tone in ("text", "quiet", "accent", "amber", "red", "green", "blue")
    )
    return f"""
QLabel {{ color: {k.c("text")}; background: transparent; }}
QLabel:disabled {{ color: {k.off()}; }}
QLabel[kind="title"], QLabel[kind="section"] {{
    font-size: {k.px(m.section)}px; font-weight: 600; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="post"] {{ font-size: {k.px(m.post)}px; }}
QLabel[kind="caption"] {{ font-size: {k.px(m.caption)}px; color: {k.c("quiet")}; }}
QLabel[kind="quiet"] {{ color: {k.c("quiet")}; }}
QLabel[kind="figure"] {{ font-size: {k.px(m.figure)}px; font-weight: 600; }}
{tones}
QLabel[kind="chip"] {{
    font-size: {k.px(m.caption)}px; padding: 2px 8px; border-radius: 9px; color: {k.c("quiet")};
    background: {css(mix(k.t.surface, k.t.text, 0.07))}; }}
QLabel[kind="chip"][tone="amber"] {{ color: {k.c("amber")}; background: {k.c("amber_tint")}; }}
QLabel[kind="chip"][tone="red"] {{ color: {k.c("red")}; background: {k.c("red_tint")}; }}
QLabel[kind="chip"][tone="green"] {{ color: {k.c("green")}; }}
QLabel[kind="chip"][tone="blue"] {{ color: {k.c("blue")}; }}
"""


def _frames(k: Look) -> str:
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
    background: {css(mix(k.t.window, k.t.text, 0.08))}; border: none;
    border-radius: {m.radius}px; }}
QFrame[kind="undo"] {{ background: {k.c("text")}; border: none; border-radius: 10px; }}
QFrame[kind="undo"] QLabel {{ color: {k.c("surface")}; }}
QFrame[kind="bar"] {{
    background: {k.c("window")}; border: none; border-top: 1px solid {k.c("line")}; }}
"""
    )


def _lists(k: Look) -> str:
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
    color: {k.c("quiet")}; font-size: {k.px(m.caption)}px; padding: 6px 8px; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{
    background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 8px 12px; color: {k.c("quiet")}; }}
QTabBar::tab:hover {{ color: {k.c("text")}; }}
QTabBar::tab:selected {{
    color: {k.c("text")}; border-bottom-color: {k.c("accent")}; font-weight: 600; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {k.c("line")}; }}
"""


def _popups(k: Look) -> str:
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
QMenu::indicator {{ {k.box(14)} left: 8px; }}
QMenu::indicator:checked {{ image: {k.image("tick")}; }}
QMenu::right-arrow {{ image: {k.image("chevron-right")}; {k.box(14)} }}
QMenuBar {{ background: {k.c("surface")}; color: {k.c("text")}; border: none; }}
QMenuBar::item {{ padding: 6px 10px; background: transparent; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {k.pressed()}; }}
QToolTip {{
    background: {k.c("text")}; color: {k.c("surface")}; border: none; padding: 2px 4px;
    font-size: {k.px(m.caption)}px; }}
QCalendarWidget QWidget {{ background: {k.c("surface")}; }}
QCalendarWidget QToolButton {{ color: {k.c("text")}; font-weight: 600; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{
    qproperty-icon: {k.image("chevron-left")}; min-width: 24px; }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{
    qproperty-icon: {k.image("chevron-right")}; min-width: 24px; }}
QCalendarWidget QAbstractItemView {{
    selection-background-color: {k.c("accent")}; selection-color: {k.c("on_accent")}; }}
"""


def _bars(k: Look) -> str:
    handle = css(mix(k.t.window, k.t.text, 0.26))
    over = css(mix(k.t.window, k.t.text, 0.45))
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
