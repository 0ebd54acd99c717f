"""Says what of a post is on the clipboard for X's page, and offers the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import build
from ui.queue.post_clipboard import Lies, what_lies_there
from ui.theme import MEASURES


class ClipboardNote(QWidget):
    words_asked = Signal()
    pictures_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post_id = ""
        self._words = self._pictures = self._folder = self._video = False
        self.said = build.label(kind="caption", wrap=True)
        self.copy_words = build.button(self.tr("Copy the words"), kind="link", in_row=True)
        self.copy_pictures = build.button(self.tr("Copy the pictures"), kind="link", in_row=True)
        self.show_folder = build.button(self.tr("Show the folder"), kind="link", in_row=True)
        links = (self.copy_words, self.copy_pictures, self.show_folder)
        for link in links:
            link.setProperty("flush", True)
        rows = (build.row(link, None, gap=0) for link in links)
        below = build.column(*rows, gap=0)
        self.setLayout(build.column(self.said, below, gap=MEASURES.s4))
        self.copy_words.clicked.connect(self.words_asked)
        self.copy_pictures.clicked.connect(self.pictures_asked)
        self.show_folder.clicked.connect(self.folder_asked)
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard)
        self.hide()

    def set(
        self, post_id: str, *, words: bool, pictures: bool, folder: bool, video: bool = False
    ) -> None:
        """`words`: X's page opened without them; `pictures`: the part it is open for has some;
        `folder`: some part that is still to come has. `video`: it is a video, and never lies on
        the clipboard.
        """
        self._post_id = post_id
        self._words, self._pictures, self._folder = words, pictures and not video, folder
        self._video = video
        self.setVisible(words or folder)
        self._look()

    def _on_clipboard(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        lies = what_lies_there(self._post_id)
        self.said.setText(self._sentence(lies))
        self.said.setVisible(bool(self.said.text()))
        self.copy_words.setVisible((self._words or self._pictures) and lies is not Lies.WORDS)
        self.copy_pictures.setVisible(self._pictures and lies is not Lies.PICTURES)
        self.show_folder.setVisible(self._folder)

    def _sentence(self, lies: Lies) -> str:
        if self._video:
            return self.tr("The video is in a folder: drag it from there onto X's page.")
        if lies is Lies.WORDS:
            return (
                self.tr("The words are on the clipboard, the pictures in a folder.")
                if self._folder
                else self.tr("The words are on the clipboard: paste them in X.")
            )
        if lies is Lies.PICTURES:
            return self.tr("The pictures are on the clipboard and in a folder: paste them in X.")
        return self.tr("The pictures are in a folder.") if self._folder else ""
