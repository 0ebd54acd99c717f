"""What the panels know of the shop: its colours, logo, products, money, and what a link costs."""

from __future__ import annotations

from PySide6.QtCore import QObject

from services.media.pictures import Picture
from services.my_shop.prices import parse_price
from services.shop import Shop
from services.x_api.prices import Prices
from ui.board.cell_panel import Offer
from ui.board.editor import Editor
from ui.board.one_picture import OnePicture
from ui.shop.money_words import currency_of, price_words
from ui.status import dollars


class ShopWords(QObject):
    def __init__(self, shop: Shop, account_id: str, editor: Editor, others: OnePicture) -> None:
        """`others` asks for a picture of the logo, where the shop has none."""
        super().__init__(editor)
        self._others = others
        self._editor = editor
        profile = shop.profiles.get(account_id)
        self._country = profile.country
        panel = editor.panel
        panel.look.offer_colours(profile.colours)
        panel.look.marks.offer_logo(profile.logo)
        panel.look.logo_asked.connect(self._on_logo_asked)
        panel.cell.offer_products(
            [
                Offer(product.name, self._price(product.price_minor, product.currency))
                for product in shop.products.all(account_id)
            ]
        )
        panel.cell.price_written.connect(self._on_price_written)
        prices = shop.accounts.get(account_id).prices
        if prices is None:
            panel.words.tell_cost("")
        else:
            dear = dollars(prices.of_post(True))
            panel.words.tell_cost(self._link_cost(prices), post=dear)

    def _price(self, minor: int | None, currency: str) -> str:
        locale = self._editor.locale()
        return price_words(minor, currency, country=self._country, locale=locale)

    def _on_logo_asked(self) -> None:
        self._others.ask(self.tr("Choose the picture of your logo"), self._on_logo)

    def _on_logo(self, picture: Picture) -> None:
        self._editor.project.set_look(logo=picture.hash)

    def _on_price_written(self, text: str) -> None:
        """ "24.5" gets the shop's own money; what names a money, and other words, stay."""
        price = parse_price(text)
        at = self._editor.chosen
        if price is None or price[1] or at < 0:
            return
        own = currency_of(self._country)
        price = parse_price(text, currency=own)
        if price is not None:
            self._editor.project.set_cell(at, price=self._price(*price))
            self._editor.project.end_step()

    def _link_cost(self, prices: Prices) -> str:
        """By the account's own price list."""
        sentence = self.tr(
            "With a link in it X charges {dear} for the post, and {cheap} without. As a QR code "
            "in the picture the link is free."
        )
        return sentence.format(
            dear=dollars(prices.of_post(True)), cheap=dollars(prices.of_post(False))
        )
