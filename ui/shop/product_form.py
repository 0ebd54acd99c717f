"""One product in the drawer: picture, name, price, link. Saved as it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from services.my_shop.prices import parse_price
from services.my_shop.products import Product
from ui.build import button, column, label, restyle, row
from ui.shop.field import field, fill, line_edit
from ui.shop.money_words import currency_of, price_typed
from ui.theme import MEASURES
from widgets.picture_button import PictureButton


class ProductForm(QWidget):
    edited = Signal()
    picture_asked = Signal()
    delete_asked = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = ""
        self._product = Product("", "", "")
        self.picture = PictureButton(self.tr("Choose a picture"))
        self.picture.clicked.connect(self.picture_asked)
        self.name = line_edit(self.tr("Tea bowl, iron black"))
        self.price = line_edit(self.tr("24.50"))
        self.price_note = label(kind="caption")
        self.link = line_edit("https://")
        for edit in (self.name, self.price, self.link):
            edit.textEdited.connect(self._on_edited)
        self.delete_button = button(self.tr("Delete"), kind="quiet", icon="trash-2")
        self.delete_button.clicked.connect(self.delete_asked)
        self.done_button = button(self.tr("Done"))
        self.done_button.clicked.connect(self.done)
        pad = MEASURES.s16
        body = column(
            self.picture,
            field(self.tr("Name"), self.name),
            field(self.tr("Price"), self.price, note=self.price_note),
            field(self.tr("Link"), self.link),
            None,
            row(self.delete_button, None, self.done_button),
            gap=MEASURES.s16,
            margins=(pad, 0, pad, pad),
        )
        self.setLayout(body)

    def show_product(self, product: Product, image: QImage | None, *, country: str) -> None:
        self._product, self._country = product, country
        self.name.setText(product.name)
        self.price.setText(price_typed(product.price_minor, product.currency, country=country))
        fill(self.link, product.link)
        self.delete_button.setVisible(bool(product.id))
        self.show_image(image)
        self._show_note()

    def show_image(self, image: QImage | None) -> None:
        self.picture.show_image(image)

    def set_picture(self, picture: str) -> None:
        self._product = replace(self._product, picture=picture)

    def named(self, product: Product) -> None:
        """A new product has been kept: from now on it has an id."""
        self._product = replace(self._product, id=product.id, position=product.position)
        self.delete_button.setVisible(True)

    @property
    def product(self) -> Product:
        """As it stands in the fields. A price that cannot be read leaves the one before."""
        price = self._price()
        minor, currency = (
            (self._product.price_minor, self._product.currency)
            if price is None and self.price.text().strip()
            else price or (None, self._product.currency)
        )
        return replace(
            self._product,
            name=self.name.text().strip(),
            price_minor=minor,
            currency=currency,
            link=self.link.text().strip(),
        )

    @property
    def price_is_read(self) -> bool:
        return not self.price.text().strip() or self._price() is not None

    def _price(self) -> tuple[int, str] | None:
        return parse_price(self.price.text(), currency=currency_of(self._country))

    def _on_edited(self) -> None:
        self._show_note()
        self.edited.emit()

    def _show_note(self) -> None:
        if self.price_is_read:
            money = self.product.currency or currency_of(self._country)
            self.price_note.setText(money)
        else:
            self.price_note.setText(self.tr("Write the price as a number, such as 24.50."))
        self.price_note.setProperty("tone", "quiet" if self.price_is_read else "red")
        restyle(self.price_note)
