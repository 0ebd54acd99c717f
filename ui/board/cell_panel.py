"""What is said on the chosen picture, and how much of it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSlider, QToolButton, QWidget

from services.media.board_values import Cell
from ui.board.panel_parts import named, put
from ui.build import button, column, icon_button, label, menu, row
from ui.theme import MEASURES
from widgets.isolates import held
from widgets.start_edit import StartEdit

MOST_ZOOM = 8.0
_ZOOM_STEPS = 100
_PRICE_LIMIT, _RIBBON_LIMIT, _CREDIT_LIMIT = 60, 60, 80


@dataclass(frozen=True, slots=True)
class Offer:
    """A product: its name, and its price in the shop's own words."""

    name: str
    price: str


class CellPanel(QWidget):
    changed = Signal(object)
    """Fields of `Cell` and what they are now, as a mapping."""
    step_ended = Signal()
    """A field was left, or the slider let go."""
    replace_asked = Signal()
    crop_asked = Signal()
    """It is to be cropped by itself again."""
    price_written = Signal(str)
    """A price was typed and left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self.none_chosen = label(
            self.tr("Choose a picture on the board. Here you give it a caption and a price."),
            kind="quiet",
            wrap=True,
        )
        self.head = label(kind="section")
        self.gone = label(
            self.tr("This picture is gone from the computer. Choose another one."),
            tone="amber",
            wrap=True,
        )
        self.note = label(tone="amber", wrap=True)
        self.caption = _field(self.tr("Caption"), self.tr("For example: blue tea bowl"))
        self.price = _field(self.tr("Price"), self.tr("None"), limit=_PRICE_LIMIT)
        self.products_button = icon_button(self.tr("Take from a product"), icon="package")
        self.ribbon = _field(self.tr("Ribbon"), self.tr("None"), limit=_RIBBON_LIMIT)
        self.ribbons_button = icon_button(self.tr("Words for a ribbon"), icon="chevron-down")
        self.credit = _field(self.tr("Credit"), self.tr("Whose picture it is"), limit=_CREDIT_LIMIT)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(0, _ZOOM_STEPS)
        self.zoom.setPageStep(10)
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.times = label(kind="quiet")
        self.replace_button = button(self.tr("Replace this picture"), icon="image-plus")
        self.crop_button = button(self.tr("Crop it as at first"), kind="link")
        self.crop_button.setProperty("flush", True)
        self._fields = QFrame()
        self._build()
        self._connect()
        self.show_cell(0, Cell(""), gone=False)

    def _build(self) -> None:
        self._fields.setLayout(
            column(
                self.head,
                self.gone,
                self.note,
                named(self.caption.accessibleName(), self.caption),
                named(self.price.accessibleName(), _beside(self.price, self.products_button)),
                named(self.ribbon.accessibleName(), _beside(self.ribbon, self.ribbons_button)),
                named(self.credit.accessibleName(), self.credit),
                column(
                    row(label(self.zoom.accessibleName(), kind="strong"), None, self.times),
                    self.zoom,
                    label(
                        self.tr(
                            "On the board, Ctrl and the wheel zoom. The handle with four arrows "
                            "moves the picture in its place."
                        ),
                        kind="caption",
                        wrap=True,
                    ),
                    gap=MEASURES.s8,
                ),
                row(self.crop_button, None),
                self.replace_button,
                gap=MEASURES.s16,
            )
        )
        self.setLayout(column(self.none_chosen, self._fields, None, gap=0))
        self._products = menu(self)
        self._products.aboutToShow.connect(self._fill_products)
        self.products_button.setMenu(self._products)
        self._ribbons = menu(self)
        for words in (
            self.tr("Sold out"),
            self.tr("New"),
            self.tr("Last one"),
            self.tr("Back in stock"),
        ):
            self._ribbons.addAction(words).setData(words)
        self._ribbons.addSeparator()
        self._ribbons.addAction(self.tr("No ribbon")).setData("")
        self.ribbons_button.setMenu(self._ribbons)

    def _connect(self) -> None:
        self.caption.textEdited.connect(self._on_caption)
        self.price.textEdited.connect(self._on_price)
        self.price.editingFinished.connect(self._on_price_left)
        self.ribbon.textEdited.connect(self._on_ribbon)
        self.credit.textEdited.connect(self._on_credit)
        for field in (self.caption, self.price, self.ribbon, self.credit):
            field.editingFinished.connect(self.step_ended)
        self.zoom.valueChanged.connect(self._on_zoom)
        self.zoom.sliderReleased.connect(self.step_ended)
        self.replace_button.clicked.connect(self.replace_asked)
        self.crop_button.clicked.connect(self.crop_asked)
        self._products.triggered.connect(self._on_product)
        self._ribbons.triggered.connect(self._on_ribbon_chosen)

    def offer_products(self, offers: Sequence[Offer]) -> None:
        self._offers = tuple(offers)
        self.products_button.setEnabled(bool(offers))

    def show_cell(self, place: int, cell: Cell, *, gone: bool, note: str = "") -> None:
        """Tells nobody. `place` counts from 1; 0: no picture is chosen. `note`: what the owner
        should know of it."""
        self.none_chosen.setVisible(not place)
        self._fields.setVisible(bool(place))
        number = self.locale().toString(place)
        self.head.setText(self.tr("Picture {place}").format(place=number))
        self.gone.setVisible(gone)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        words = self.tr("Choose another") if gone else self.tr("Replace this picture")
        self.replace_button.setText(words)
        put(self.caption, cell.caption)
        put(self.price, cell.price)
        put(self.ribbon, cell.ribbon)
        put(self.credit, cell.credit)
        self.crop_button.setVisible(cell.focus is not None or cell.zoom != 1)
        self.zoom.setEnabled(not gone)
        self.zoom.blockSignals(True)
        self.zoom.setValue(round((cell.zoom - 1) / (MOST_ZOOM - 1) * _ZOOM_STEPS))
        self.zoom.blockSignals(False)
        times = self.locale().toString(cell.zoom, "f", 1)
        self.times.setText(self.tr("{times}×").format(times=times))
        self.zoom.update()

    def _fill_products(self) -> None:
        self._products.clear()
        for place, offer in enumerate(self._offers):
            parts = (held(part) for part in (offer.name, offer.price) if part)
            action = self._products.addAction(" · ".join(parts).replace("&", "&&"))
            action.setData(place)

    def _on_caption(self, text: str) -> None:
        self.changed.emit({"caption": text})

    def _on_price(self, text: str) -> None:
        self.changed.emit({"price": text})

    def _on_price_left(self) -> None:
        self.price_written.emit(self.price.text())

    def _on_ribbon(self, text: str) -> None:
        self.changed.emit({"ribbon": text})

    def _on_credit(self, text: str) -> None:
        self.changed.emit({"credit": text})

    def _on_zoom(self, step: int) -> None:
        self.changed.emit({"zoom": 1 + (MOST_ZOOM - 1) * step / _ZOOM_STEPS})

    def _on_product(self, action: QAction) -> None:
        """Its price, and its name where nothing is said yet."""
        offer = self._offers[action.data()]
        parts = {"price": offer.price}
        if not self.caption.text().strip():
            parts["caption"] = offer.name
        self.step_ended.emit()
        self.changed.emit(parts)
        self.step_ended.emit()

    def _on_ribbon_chosen(self, action: QAction) -> None:
        self.step_ended.emit()
        self.changed.emit({"ribbon": action.data()})
        self.step_ended.emit()


def _field(name: str, hint: str, *, limit: int = 200) -> StartEdit:
    made = StartEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMaxLength(limit)
    return made


def _beside(field: StartEdit, opener: QToolButton) -> QWidget:
    holder = QWidget()
    layout = row(field, opener, gap=MEASURES.s4)
    layout.setStretchFactor(field, 1)
    holder.setLayout(layout)
    return holder
