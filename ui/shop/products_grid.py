"""The shop's products as cards that fill their line, the one that adds first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout
from widgets.product_card import WIDE, AddCard, ProductCard, ProductValue


class ProductsGrid(QWidget):
    add_asked = Signal()
    opened = Signal(str)
    moved = Signal(str, int)
    """A product's id and its new place, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ProductCard] = []
        self._flow = FlowLayout(self, gap=MEASURES.gap, least=WIDE)
        self.add_card = AddCard(self.tr("Add a product"))
        self.add_card.clicked.connect(self.add_asked)
        self._flow.addWidget(self.add_card)

    def show_products(self, values: Sequence[ProductValue]) -> None:
        """A card that stays keeps its focus."""
        if [card.value.id for card in self._cards] == [value.id for value in values]:
            for card, value in zip(self._cards, values, strict=True):
                card.show_value(value)
            return
        focused = next((card.value.id for card in self._cards if card.hasFocus()), None)
        for card in self._cards:
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(value) for value in values]
        for card in self._cards:
            self._flow.addWidget(card)
            card.show()
            if card.value.id == focused:
                card.setFocus()

    def cards(self) -> tuple[ProductCard, ...]:
        return tuple(self._cards)

    def _card(self, value: ProductValue) -> ProductCard:
        card = ProductCard(value, self)
        card.set_icon_without_picture(icon("package"))
        card.opened.connect(self.opened)
        card.step_asked.connect(self._on_step)
        return card

    def _on_step(self, product_id: str, step: int) -> None:
        places = [card.value.id for card in self._cards]
        place = places.index(product_id) + step
        if 0 <= place < len(places):
            self.moved.emit(product_id, place)
