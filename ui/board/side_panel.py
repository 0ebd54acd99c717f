"""What the open board is like and what goes with it: shape, spacing, ground, words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QSlider, QWidget

from services.media.board_layout import ratio_of
from services.media.board_values import Shape
from services.media.captions import ALT_TEXT_LIMIT
from ui.board.shape_icon import shape_icon
from ui.board.swatches import Colour, Swatches
from ui.build import button, column, frame, label, line, row, scroll
from ui.theme import MEASURES
from widgets.counter_ring import CounterRing
from widgets.growing_edit import GrowingEdit
from widgets.segmented import Segmented
from widgets.start_edit import StartEdit

WIDTH = 320
WIDEST_GUTTER = 32
"""Thousandths of the board's width."""
_MOST_LINES = 40
"""More than the longest description has: the panel scrolls, and nothing scrolls inside it."""


class SidePanel(QFrame):
    shape_chosen = Signal(str)
    gutter_moved = Signal(int)
    background_chosen = Signal(str)
    caption_typed = Signal(str)
    link_typed = Signal(str)
    alt_typed = Signal(str)
    alt_again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.setFixedWidth(WIDTH)
        self.shapes = Segmented(name=self.tr("Shape"))
        for shape in (Shape.WIDE, Shape.SQUARE, Shape.TALL):
            drawn = shape_icon(ratio_of(shape, 1.0))
            self.shapes.add(shape.value, f"\u2066{shape.value}\u2069", icon=drawn)
        self.shapes.chosen.connect(self.shape_chosen)
        self.gutter = QSlider(Qt.Orientation.Horizontal)
        self.gutter.setRange(0, WIDEST_GUTTER)
        self.gutter.setPageStep(4)
        self.gutter.setAccessibleName(self.tr("Spacing"))
        self.gutter.valueChanged.connect(self.gutter_moved)
        self.swatches = Swatches(name=self.tr("Background"))
        self.swatches.chosen.connect(self.background_chosen)
        self._caption_head = label(kind="strong")
        self.caption = StartEdit()
        self.caption.setPlaceholderText(self.tr("For example: blue tea bowl"))
        self.caption.textEdited.connect(self.caption_typed)
        self.link = StartEdit()
        self.link.setPlaceholderText(self.tr("Your board on Pinterest or Tumblr"))
        self.link.setAccessibleName(self.tr("Link"))
        self.link.textEdited.connect(self.link_typed)
        self.alt = GrowingEdit(fewest=4, most=_MOST_LINES)
        self.alt.setTabChangesFocus(True)
        self.alt.setAccessibleName(self.tr("Description"))
        self.alt.textChanged.connect(self._on_alt)
        self.alt_ring = CounterRing()
        self.again = button(self.tr("Write it again from the pictures"), kind="link")
        self.again.clicked.connect(self.alt_again_asked)
        self._shown_alt = ""
        self._inside = QWidget()
        self._build()

    def _build(self) -> None:
        pad = MEASURES.s24
        inside = self._inside
        inside.setLayout(
            column(
                _field(self.tr("Shape"), self.shapes),
                _field(self.tr("Spacing"), self.gutter),
                _field(self.tr("Background"), self.swatches),
                line(),
                column(self._caption_head, self.caption, gap=MEASURES.s8),
                _field(self.tr("Link that goes with it"), self.link),
                column(
                    row(_head(self.tr("Description")), None, self.alt_ring),
                    self.alt,
                    row(self.again, None),
                    gap=MEASURES.s8,
                ),
                None,
                gap=MEASURES.s16,
                margins=(pad, pad, pad, pad),
            )
        )
        self.setLayout(column(scroll(inside)))

    def showEvent(self, event: QShowEvent) -> None:
        """Wide enough for its words at any size of the owner's text."""
        super().showEvent(event)
        self.setFixedWidth(max(WIDTH, self._inside.minimumSizeHint().width()))

    def offer_colours(self, own: Sequence[str]) -> None:
        """Paper, linen and ink, then the shop's own two as far as it has them."""
        names = (self.tr("Your first colour"), self.tr("Your second colour"))
        self.swatches.set_colours(
            [
                Colour("#ffffff", self.tr("White")),
                Colour("#f3eee4", self.tr("Linen")),
                Colour("#1d1b18", self.tr("Ink")),
                *(
                    Colour(value.lower(), name)
                    for value, name in zip(own, names, strict=True)
                    if value
                ),
            ]
        )

    def show_look(self, shape: Shape, gutter: int, background: str) -> None:
        self.shapes.choose(shape.value)
        self.gutter.blockSignals(True)
        self.gutter.setValue(gutter)
        self.gutter.blockSignals(False)
        self.swatches.choose(background)

    def show_link(self, link: str) -> None:
        _put(self.link, link)

    def show_caption(self, place: int, caption: str) -> None:
        """`place` counts from 1; 0: no picture is chosen."""
        head = (
            self.tr("Picture {place} shows").format(place=self.locale().toString(place))
            if place
            else self.tr("The chosen picture shows")
        )
        self._caption_head.setText(head)
        self.caption.setAccessibleName(head)
        self.caption.setEnabled(bool(place))
        _put(self.caption, caption)

    def show_alt(self, text: str, *, own: bool) -> None:
        """`own`: the owner wrote it; otherwise it follows the pictures."""
        self.again.setVisible(own)
        self.alt_ring.set(len(text), ALT_TEXT_LIMIT)
        self._shown_alt = text
        if self.alt.text() != text:
            self.alt.blockSignals(True)
            self.alt.setPlainText(text)
            self.alt.blockSignals(False)

    def _on_alt(self) -> None:
        text = self.alt.text()
        if text != self._shown_alt:
            self._shown_alt = text
            self.alt_ring.set(len(text), ALT_TEXT_LIMIT)
            self.alt_typed.emit(text)


def _head(text: str) -> QLabel:
    return label(text, kind="strong")


def _field(name: str, widget: QWidget) -> QFrame:
    holder = frame("pane")
    holder.setLayout(column(_head(name), widget, gap=MEASURES.s8))
    return holder


def _put(field: QLineEdit, text: str) -> None:
    """Keeps the caret of a field that says so already."""
    if field.text() != text:
        field.setText(text)
