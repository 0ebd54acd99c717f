"""Threads to begin with: four that teach, and the owner's own, with a product filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.errors import StorageTrouble
from services.my_shop.products import Product
from services.publishing.templates import LONGEST_NAME, NameTaken, Template, first_words
from services.shop import Shop
from services.text.blank import is_blank
from services.text.fill_ins import LINK, PRICE, PRODUCT, fill
from ui.build import button, column, icon_button, label, line, restyle, row, tool_button
from ui.compose.teaching_templates import TeachingTemplate, teaching_templates
from ui.compose.template_preview import TemplatePreview
from ui.fields import combo
from ui.shop.money_words import price_words
from ui.theme import MEASURES
from widgets.line_list import LineList, LineRow
from widgets.start_edit import StartEdit

_SIZE = (880, 620)
_LIST = 250


class TemplatesDialog(QDialog):
    chosen = Signal(object)
    """tuple[str, ...]: the texts of the parts; what could not be filled still waits in them."""
    failed = Signal(object)
    """A StorageTrouble: nothing was changed."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account_id = ""
        self._offered: tuple[str, ...] = ()
        self._teaching: tuple[TeachingTemplate, ...] = ()
        self._own: tuple[Template, ...] = ()
        self._products: tuple[Product, ...] = ()
        self._undo: Callable[[], Template] | None = None
        self.setModal(True)
        self.resize(*_SIZE)
        self.setWindowTitle(self.tr("Templates"))
        self.list = LineList(self.tr("Templates"))
        self.list.setFixedWidth(_LIST)
        self.list.pointed.connect(self._on_pointed)
        self.list.delete_asked.connect(self._on_delete)
        self.list.entered.connect(self._on_use)
        self.heading = label(kind="strong")
        self.name = StartEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of the template"))
        self.name.editingFinished.connect(self._on_renamed)
        self.replace_button = tool_button(
            self.tr("Put what is written here in its place"), icon="refresh-cw"
        )
        self.replace_button.clicked.connect(self._on_replace)
        self.delete_button = icon_button(
            self.tr("Delete this template"), icon="trash-2", in_row=True
        )
        self.delete_button.clicked.connect(self._on_delete_current)
        self.products = combo(name=self.tr("Product"))
        self.products.currentIndexChanged.connect(self._show_parts)
        self._no_products = label(
            self.tr("Add a product in My shop, and its name, price and link are filled in here."),
            kind="caption",
            wrap=True,
        )
        self.preview = TemplatePreview()
        self.note = label(kind="caption", wrap=True)
        self.undo_button = button(self.tr("Undo"), kind="link")
        self.undo_button.clicked.connect(self._on_undo)
        self.save_button = button(self.tr("Save what is written as a template"))
        self.save_button.clicked.connect(self._on_save)
        self.close_button = button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.use_button = button(self.tr("Use this template"), kind="primary")
        self.use_button.clicked.connect(self._on_use)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_use)
        self._build()

    def _build(self) -> None:
        named = row(self.heading, self.name, self.delete_button)
        named.setStretch(1, 1)
        told = row(self.note, self.undo_button, None)
        right = column(
            named, self.replace_button, self.products, self._no_products, self.preview, told
        )
        right.setStretch(4, 1)
        body = row(self.list, line(vertical=True), right, gap=MEASURES.s16)
        body.setStretch(2, 1)
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Templates"), kind="title"))
        layout.addLayout(body, 1)
        layout.addLayout(row(self.save_button, None, self.close_button, self.use_button))

    def offer(self, account_id: str, *, texts: tuple[str, ...]) -> None:
        """Opens. `texts`: the parts on the sheet, which can be saved as a template."""
        self._account_id = account_id
        self._offered = () if all(is_blank(text) for text in texts) else texts
        self._teaching = teaching_templates()
        self.save_button.setVisible(bool(self._offered))
        self._read_products()
        self._say()
        self._read()
        self.open()
        self.list.setFocus()

    def _read_products(self) -> None:
        self._products = self._shop.products.all(self._account_id)
        self.products.blockSignals(True)
        self.products.clear()
        self.products.addItem(self.tr("Choose a product to fill in"))
        self.products.addItems([one.name for one in self._products])
        self.products.blockSignals(False)
        self.products.setVisible(bool(self._products))
        self._no_products.setVisible(not self._products)

    def _read(self, current: str = "") -> None:
        self._own = self._shop.templates.templates(self._account_id)
        rows = [LineRow(one.id, one.name, one.note, ours=True) for one in self._teaching]
        rows += [
            LineRow(one.id, one.name, self.tr("%Ln parts of your own", "", len(one.parts)))
            for one in self._own
        ]
        self.list.set_rows(rows, current=current)

    def _mine(self) -> Template | None:
        return next((one for one in self._own if one.id == self.list.current), None)

    def _parts(self) -> tuple[str, ...]:
        every: tuple[TeachingTemplate | Template, ...] = (*self._teaching, *self._own)
        return next((one.parts for one in every if one.id == self.list.current), ())

    def _values(self) -> Mapping[str, str]:
        place = self.products.currentIndex() - 1
        if not 0 <= place < len(self._products):
            return {}
        product = self._products[place]
        country = self._shop.profiles.get(self._account_id).country
        price = price_words(
            product.price_minor, product.currency, country=country, locale=self.locale()
        )
        values = {PRODUCT: product.name, PRICE: price, LINK: product.link}
        return {name: words for name, words in values.items() if words}

    def _on_pointed(self, _template_id: str) -> None:
        mine = self._mine()
        teaching = next((one for one in self._teaching if one.id == self.list.current), None)
        self.heading.setText("" if teaching is None else teaching.name)
        self.heading.setVisible(teaching is not None)
        self.name.setText("" if mine is None else mine.name)
        self.name.setVisible(mine is not None)
        self.delete_button.setVisible(mine is not None)
        other = mine is not None and bool(self._offered) and mine.parts != self._offered
        self.replace_button.setVisible(other)
        self._show_parts()

    def _show_parts(self) -> None:
        self.preview.show_parts(self._parts(), self._values())

    def _on_use(self, *_of: object) -> None:
        parts, mine = self._parts(), self._mine()
        if not parts:
            return
        texts = tuple(fill(part, self._values()) for part in parts)
        self.accept()
        if mine is not None:
            try:
                self._shop.templates.count_use(mine.id)
            except StorageTrouble as error:
                # The words are here all the same.
                self.failed.emit(error)
        self.chosen.emit(texts)

    def _on_save(self) -> None:
        templates = self._shop.templates
        called = first_words(self._offered)
        name = templates.free_name(self._account_id, called, is_snippet=False)
        made = self._try(
            partial(
                templates.add, self._account_id, name=name, parts=self._offered, is_snippet=False
            )
        )
        if made is not None:
            self._say(self.tr("Saved. Give it a name of its own."))
            self.name.setFocus()
            self.name.selectAll()

    def _on_renamed(self) -> None:
        mine, name = self._mine(), self.name.text().strip()
        if mine is None or not name or name == mine.name:
            return
        if self._try(partial(self._shop.templates.change, mine.id, name=name)) is not None:
            self._say(self.tr("Renamed."), undo=partial(self._put_back, mine))

    def _on_replace(self) -> None:
        mine = self._mine()
        if mine is None:
            return
        if self._try(partial(self._shop.templates.change, mine.id, parts=self._offered)):
            self._say(self.tr("Its words are changed."), undo=partial(self._put_back, mine))

    def _put_back(self, before: Template) -> Template:
        return self._shop.templates.change(before.id, name=before.name, parts=before.parts)

    def _on_delete_current(self) -> None:
        self._on_delete(self.list.current)

    def _on_delete(self, template_id: str) -> None:
        if template_id not in {one.id for one in self._own}:
            return
        gone = self._try(partial(self._shop.templates.delete, template_id))
        if gone is not None:
            self._say(
                self.tr("Template deleted."), undo=partial(self._shop.templates.undelete, gone)
            )

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None and self._try(undo) is not None:
            self._say()

    def _try(self, change: Callable[[], Template]) -> Template | None:
        """What it makes, shown and marked; None when it could not be done, which is told."""
        try:
            changed = change()
        except NameTaken:
            self._say(self.tr("Another template has this name."), amber=True)
            return None
        except StorageTrouble as error:
            self.failed.emit(error)
            return None
        self._read(changed.id)
        return changed

    def _say(
        self,
        sentence: str = "",
        *,
        undo: Callable[[], Template] | None = None,
        amber: bool = False,
    ) -> None:
        self._undo = undo
        self.note.setText(sentence)
        self.note.setProperty("tone", "amber" if amber else "quiet")
        restyle(self.note)
        self.note.setVisible(bool(sentence))
        self.undo_button.setVisible(undo is not None)
