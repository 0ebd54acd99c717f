"""Small constructors, so that a page reads as what stands on it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon as named_icon
from ui.theme import MEASURES
from widgets.soft_menu import SoftMenu
from widgets.start_label import StartLabel
from widgets.type_scale import fit_icon

Part = QWidget | QLayout | int | None
"""What a row or column takes: a widget, a layout, a gap in pixels, or None for a stretch."""

_BESIDE_TEXT = QSize(MEASURES.icon + 4, MEASURES.icon)
"""Qt leaves four pixels between icon and word; the icon brings four more with it."""

_L = TypeVar("_L", bound=QBoxLayout)


def button(
    text: str,
    *,
    kind: str = "",
    icon: str | None = None,
    in_row: bool = False,
    parent: QWidget | None = None,
) -> QPushButton:
    """Kinds: "primary", "quiet", "danger", "link"; none is the plain one. `in_row`: 28 high."""
    result = QPushButton(text, parent)
    result.setAutoDefault(False)
    set_kind(result, kind)
    if in_row:
        result.setProperty("dense", True)
    if icon is not None:
        result.setIcon(named_icon(icon, tone=_icon_tone(kind)))
        fit_icon(result, _BESIDE_TEXT if text else QSize(MEASURES.icon, MEASURES.icon))
    if kind == "link":
        result.setCursor(Qt.CursorShape.PointingHandCursor)
    return result


def tool_button(
    text: str, *, icon: str, in_row: bool = True, parent: QWidget | None = None
) -> QToolButton:
    """An icon with its word beside it, as in the rows under an editor."""
    result = QToolButton(parent)
    result.setText(text)
    result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    _dress(result, "tool", icon, in_row=in_row)
    fit_icon(result, _BESIDE_TEXT)
    return result


def icon_button(
    name: str, *, icon: str, in_row: bool = False, parent: QWidget | None = None
) -> QToolButton:
    """An icon alone; `name` is what a tooltip and a screen reader say."""
    result = QToolButton(parent)
    dress_icon(result, name, icon=icon, in_row=in_row)
    return result


def dress_icon(button: QToolButton, name: str, *, icon: str, in_row: bool = False) -> None:
    """Makes a button of our own one of an icon alone."""
    button.setToolTip(name)
    button.setAccessibleName(name)
    _dress(button, "icon", icon, in_row=in_row)


def label(
    text: str = "",
    *,
    kind: str = "",
    tone: str = "",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Kinds: "title", "section", "strong", "post", "caption", "quiet", "figure". Plain text."""
    result = StartLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    set_kind(result, kind)
    if tone:
        result.setProperty("tone", tone)
    result.setWordWrap(wrap)
    return result


def frame(kind: str, *, parent: QWidget | None = None) -> QFrame:
    result = QFrame(parent)
    set_kind(result, kind)
    return result


def card(*parts: Part, gap: int = MEASURES.s8, kind: str = "card") -> QFrame:
    """A surface with its padding; a "sheet" has the wider one."""
    result = frame(kind)
    pad = MEASURES.s24 if kind == "sheet" else MEASURES.card_padding
    result.setLayout(column(*parts, gap=gap, margins=(pad, pad, pad, pad)))
    return result


def line(*, vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    result = frame("line", parent=parent)
    if vertical:
        result.setFixedWidth(1)
    else:
        result.setFixedHeight(1)
    return result


def row(
    *parts: Part, gap: int = MEASURES.s8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """`margins` are start, top, end, bottom: they turn round with the parts."""
    start, top, end, bottom = margins
    if start == end:
        return _filled(QHBoxLayout(), parts, gap, margins)
    # Qt mirrors what a row holds, but not its margins.
    return _filled(QHBoxLayout(), (start, *parts, end), gap, (0, top, 0, bottom))


def column(
    *parts: Part, gap: int = MEASURES.s8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    return _filled(QVBoxLayout(), parts, gap, margins)


def scroll(inner: QWidget, *, name: str = "") -> QScrollArea:
    """A page that scrolls and shows no frame or ground of its own.

    Give a `name` to one that holds words to be read: it is a stop of the Tab key, so that the
    arrows scroll it. One without a name follows the controls that stand in it.
    """
    area = QScrollArea()
    area.setAccessibleName(name)
    if not name:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Not Qt's own one: asked for that, PySide would read in every class it might be.
    ground = QWidget()
    ground.setAutoFillBackground(False)
    area.setViewport(ground)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_kind(inner, "page")
    area.setWidget(inner)
    return area


def menu(parent: QWidget | None = None, *, title: str = "") -> SoftMenu:
    """A menu with round corners and a soft shadow."""
    return SoftMenu(title, parent)


def set_kind(widget: QWidget, kind: str) -> None:
    """Say what a widget is, also after it has been shown."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """The style sheet reads properties once; this makes it look again."""
    app = QApplication.instance()
    polished = widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    if not polished or not isinstance(app, QApplication) or not app.styleSheet():
        # Not seen yet, or while the window is built: the first look will find the property.
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _dress(result: QToolButton, kind: str, icon: str, *, in_row: bool) -> None:
    result.setAutoRaise(True)
    set_kind(result, kind)
    if in_row:
        result.setProperty("dense", True)
    result.setIcon(named_icon(icon))
    fit_icon(result, QSize(MEASURES.icon, MEASURES.icon))
    result.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    # A button reached by mouse must not take the caret away from the text.
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _icon_tone(kind: str) -> str:
    return {"primary": "on_accent", "danger": "red", "link": "blue"}.get(kind, "quiet")


def _filled(
    layout: _L, parts: tuple[Part, ...], gap: int, margins: tuple[int, int, int, int]
) -> _L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout
