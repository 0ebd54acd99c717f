"""The ways by which pictures come onto a board, as a menu at its Add button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.board.sources import Sources
from ui.build import menu
from ui.icons import icon


class SourceMenu(QObject):
    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self._sources = sources
        self.menu = popup = menu(parent, title=self.tr("Add pictures"))
        self.files = popup.addAction(icon("image-plus"), self.tr("Files"))
        self.files.triggered.connect(sources.ask_files)
        self.folder = popup.addAction(icon("folder"), self.tr("A whole folder"))
        self.folder.triggered.connect(sources.ask_folder)
        self.products = popup.addAction(icon("package"), self.tr("Your products"))
        self.products.triggered.connect(sources.ask_products)
        popup.addSeparator()
        self.feed = popup.addAction(icon("link"), self.tr("From Pinterest, Tumblr or a feed"))
        self.feed.triggered.connect(partial(sources.ask_feed, ""))
        self.screen = popup.addAction(icon("crop"), self.tr("Capture from the screen"))
        self.screen.triggered.connect(sources.ask_screen)
        popup.addSeparator()
        self.paste = popup.addAction(icon("copy"), self.tr("Paste"))
        self.paste.triggered.connect(sources.paste)
        popup.aboutToShow.connect(self._on_show)

    def _on_show(self) -> None:
        self.paste.setEnabled(self._sources.may_paste())
