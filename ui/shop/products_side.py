"""The products of the shop: the grid, and the drawer in which one is written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.errors import AppError, StorageTrouble
from services.media.pictures import Picture
from services.my_shop.products import Product
from services.shop import Shop
from ui.compose.thumbs import LARGE, Thumbs
from ui.icons import icon
from ui.late_save import LateSave
from ui.page import Undo
from ui.picture_files import picture_dialog
from ui.shop.money_words import price_words
from ui.shop.product_form import ProductForm
from ui.shop.products_grid import ProductsGrid
from ui.tasks import Lane, Tasks
from widgets.drawer import Drawer
from widgets.product_card import ProductValue

_UNDO_SECONDS = 10
DRAWER = 340
CARD_PICTURE = 320


class ProductsSide(QObject):
    saved = Signal()
    failed = Signal(object)
    """An AppError."""
    undo_offered = Signal(object)
    drawer_turned = Signal()
    """It opened, or closed."""

    def __init__(self, shop: Shop, tasks: Tasks, thumbs: Thumbs, page: QWidget) -> None:
        super().__init__(page)
        self._shop = shop
        self._tasks = tasks
        self._thumbs = thumbs
        self._page = page
        self._account: Account | None = None
        self._country = ""
        self._drawer: Drawer | None = None
        self._form: ProductForm | None = None
        self.grid = ProductsGrid()
        self.grid.add_asked.connect(self.add)
        self.grid.opened.connect(self.open)
        self.grid.moved.connect(self._on_moved)
        self._late = LateSave(self._save, self)
        self._late.saved.connect(self._on_saved)
        self._late.trouble.connect(self.failed)
        thumbs.came.connect(self._on_thumb)

    @property
    def form(self) -> ProductForm | None:
        """The drawer's form once it was needed."""
        return self._form

    @property
    def is_open(self) -> bool:
        return self._drawer is not None and self._drawer.is_open

    def show_account(self, account: Account, country: str) -> None:
        if self._account is not None and self._account.id != account.id:
            self.close()
        self._account, self._country = account, country
        self.refresh()

    def refresh(self) -> None:
        if self._account is not None:
            products = self._shop.products.all(self._account.id)
            self.grid.show_products([self._value(product) for product in products])

    def add(self) -> None:
        if self._account is not None:
            self._open(Product("", self._account.id, ""), self.tr("New product"))

    def open(self, product_id: str) -> None:
        self._open(self._shop.products.get(product_id), self.tr("Product"))

    def close(self) -> None:
        self._late.save_now()
        if self._drawer is not None:
            self._drawer.close_drawer()

    def save_now(self) -> None:
        self._late.save_now()

    @property
    def waits(self) -> bool:
        """Something typed is not on disk yet."""
        return self._late.waits

    @property
    def save_trouble(self) -> AppError | None:
        return self._late.met

    def _value(self, product: Product) -> ProductValue:
        price = price_words(
            product.price_minor,
            product.currency,
            country=self._country,
            locale=self.grid.locale(),
        )
        image = self._thumbs.get(product.picture, CARD_PICTURE) if product.picture else None
        return ProductValue(product.id, product.name, price, image)

    def _open(self, product: Product, title: str) -> None:
        self._late.save_now()
        drawer, form = self._parts()
        drawer.set_title(title)
        image = self._thumbs.get(product.picture, LARGE) if product.picture else None
        form.show_product(product, image, country=self._country)
        drawer.open()
        form.name.setFocus()

    def _parts(self) -> tuple[Drawer, ProductForm]:
        """Made when first needed."""
        if self._drawer is None or self._form is None:
            self._drawer = Drawer(
                self._page,
                width=DRAWER,
                close_icon=icon("x"),
                close_name=self.tr("Close the product"),
            )
            self._drawer.opened.connect(self.drawer_turned)
            self._drawer.closed.connect(self.drawer_turned)
            self._drawer.closed.connect(self.save_now)
            self._form = ProductForm()
            self._form.edited.connect(self._late.note)
            self._form.picture_asked.connect(self.ask_picture)
            self._form.delete_asked.connect(self._on_delete)
            self._form.done.connect(self.close)
            self._drawer.set_content(self._form)
        return self._drawer, self._form

    def _save(self) -> None:
        """A new product is kept from its first letter or picture on.

        Without a name it has a stand-in; a name that was cleared stays what it was.
        """
        if self._form is None or self._account is None:
            return
        product = self._form.product
        if product.id:
            name = product.name or self._shop.products.get(product.id).name
            self._shop.products.save(replace(product, name=name))
            return
        typed = product.price_minor is not None or product.link or product.picture
        if not product.name and not typed:
            return
        made = self._shop.products.add(
            self._account.id,
            name=product.name or self.tr("Product without a name"),
            price_minor=product.price_minor,
            currency=product.currency,
            link=product.link,
            picture=product.picture,
        )
        self._form.named(made)

    def _on_saved(self) -> None:
        self.refresh()
        self.saved.emit()

    def _on_moved(self, product_id: str, place: int) -> None:
        try:
            self._shop.products.move(product_id, to=place)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self._on_saved()

    def ask_picture(self) -> None:
        dialog = picture_dialog(self._page, self.tr("Choose a picture"))
        dialog.fileSelected.connect(self.use_picture)
        dialog.open()

    def use_picture(self, name: str) -> None:
        """A file becomes the open product's picture."""
        self._tasks.run(
            partial(self._shop.pictures.add_file, Path(name)),
            lane=Lane.WORK,
            owner=self,
            done=self._on_picture,
            failed=self._on_failed,
        )

    def _on_picture(self, picture: Picture) -> None:
        if self._form is not None:
            self._form.set_picture(picture.hash)
            self._form.show_image(self._thumbs.get(picture.hash, LARGE))
            self._late.note()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)

    def _on_thumb(self, picture: str) -> None:
        self.refresh()
        if self.is_open and self._form is not None and self._form.product.picture == picture:
            self._form.show_image(self._thumbs.get(picture, LARGE))

    def _on_delete(self) -> None:
        if self._form is None:
            return
        product_id = self._form.product.id
        self._late.forget()
        try:
            gone = self._shop.products.delete(product_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.close()
        self._on_saved()
        undo = partial(self._undelete, gone)
        self.undo_offered.emit(Undo(self.tr("Product deleted."), _UNDO_SECONDS, undo))

    def _undelete(self, gone: Product) -> None:
        self._shop.products.undelete(gone)
        self._on_saved()
