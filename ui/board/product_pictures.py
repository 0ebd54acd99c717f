"""The pictures of the shop's products, to be put on a board with their names and prices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from services.media.board_values import Cell
from services.my_shop.products import Product
from services.shop import Shop
from ui.build import button, column, label, row, scroll
from ui.compose.thumbs import Thumbs
from ui.icons import icon
from ui.shop.money_words import price_words
from ui.shop.products_side import CARD_PICTURE
from ui.tasks import Tasks
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout
from widgets.product_card import WIDE, ProductValue
from widgets.product_choice import ProductChoice

_SIZE = QSize(760, 580)
_AROUND = QSize(48, 48)
_SEARCHED = 12
"""More than so many products, and they can be searched."""


class ProductPictures(QDialog):
    """To be shown with `open()`. Chosen are as many as there is room for, in the order pressed."""

    chosen = Signal(object)
    """A tuple of `Cell`: name, price and link of the product with its picture."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        products: Sequence[Product],
        parent: QWidget,
        *,
        room: int,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._products = {one.id: one for one in products if one.picture}
        self._order: list[str] = []
        self._thumbs: Thumbs | None = Thumbs(shop.pictures, tasks, self)
        account_id = next(iter(self._products.values())).account_id
        self._country = shop.profiles.get(account_id).country
        self.setWindowTitle(self.tr("Pictures of your products"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a product"))
        self.search.setAccessibleName(self.tr("Find a product"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.search.setVisible(len(self._products) > _SEARCHED)
        self._grid = QWidget()
        self._flow = FlowLayout(self._grid, gap=MEASURES.gap, least=WIDE)
        self.cards = [self._card(product) for product in self._products.values()]
        self._thumbs.came.connect(self._on_thumb)
        self._told = label(kind="quiet")
        self.cancel_button = button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.add_button = button(self.tr("Add to the board"), kind="primary")
        self.add_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_done)
        self._build()
        self._show()

    def done(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.chosen.emit(tuple(self._cell(self._products[one]) for one in self._order))
        super().done(result)
        self._thumbs = None
        self.deleteLater()

    def _build(self) -> None:
        pad = MEASURES.s24
        # The ring around a card stands two pixels off it.
        inner = MEASURES.s4
        self._flow.setContentsMargins(inner, inner, inner, inner)
        foot = row(self._told, None, self.cancel_button, self.add_button)
        layout = column(
            label(self.tr("Pictures of your products"), kind="title"),
            label(
                self.tr("Press them in the order they shall have. Names and prices come along."),
                kind="quiet",
                wrap=True,
            ),
            self.search,
            scroll(self._grid),
            foot,
            gap=MEASURES.s12,
            margins=(pad, pad, pad, pad),
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)
        parent = self.parentWidget()
        around = parent.window().size() if parent else _SIZE + _AROUND
        self.resize(_SIZE.boundedTo(around - _AROUND))

    def _card(self, product: Product) -> ProductChoice:
        card = ProductChoice(self._value(product), self._grid)
        card.set_icon_without_picture(icon("package"))
        card.opened.connect(self._on_pressed)
        self._flow.addWidget(card)
        return card

    def _value(self, product: Product) -> ProductValue:
        image = None
        if self._thumbs is not None and product.picture:
            image = self._thumbs.get(product.picture, CARD_PICTURE)
        return ProductValue(product.id, product.name, self._price(product), image)

    def _price(self, product: Product) -> str:
        return price_words(
            product.price_minor, product.currency, country=self._country, locale=self.locale()
        )

    def _cell(self, product: Product) -> Cell:
        return Cell(
            product.picture or "",
            product.name,
            price=self._price(product),
            source=product.link,
        )

    def _show(self) -> None:
        for card in self.cards:
            pressed = card.value.id in self._order
            card.set_place(self._order.index(card.value.id) + 1 if pressed else 0)
        count = len(self._order)
        full = count >= self._room
        self._told.setText(
            self.tr("%Ln chosen: the board is full", "", count)
            if full
            else self.tr("%Ln chosen", "", count)
        )
        self.add_button.setEnabled(count > 0)

    def _on_pressed(self, product_id: str) -> None:
        if product_id in self._order:
            self._order.remove(product_id)
        elif len(self._order) < self._room:
            self._order.append(product_id)
        self._show()

    def _on_search(self, words: str) -> None:
        sought = words.strip().casefold()
        for card in self.cards:
            card.setVisible(sought in card.value.name.casefold())

    def _on_thumb(self, picture: str) -> None:
        for card in self.cards:
            product = self._products[card.value.id]
            if product.picture == picture:
                card.show_value(self._value(product))

    def _on_done(self) -> None:
        if self._order:
            self.accept()
