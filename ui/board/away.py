"""Opens the way out to Pinterest or Tumblr, and brings the board's link back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from services.media.captions import public_words
from services.shop import Shop
from ui.board.editor import Editor
from ui.board.project import Project
from ui.tasks import Tasks


class Away(QObject):
    post_asked = Signal()
    """The link is there, and the post about it is wanted."""

    def __init__(
        self, shop: Shop, tasks: Tasks, project: Project, editor: Editor, over: QWidget
    ) -> None:
        super().__init__(over)
        self._shop = shop
        self._tasks = tasks
        self._project = project
        self._editor = editor
        self._over = over
        editor.panel.words.elsewhere_asked.connect(self.open)

    def open(self) -> None:
        """Over a board that is saved. One that could not be saved has told so already."""
        # Most boards never go there.
        from ui.board.elsewhere import Elsewhere

        self._project.keep()
        board = self._project.board
        if self._project.unsaved or not board.changed_at:
            return
        words = public_words(_own_name(board.name), board.cells)
        dialog = Elsewhere(self._shop, self._tasks, board, self._over, words=words)
        dialog.link_found.connect(self._on_link)
        dialog.post_asked.connect(self.post_asked)
        dialog.open()

    def _on_link(self, link: str) -> None:
        self._project.set_words(link=link)
        self._project.end_step()


def _own_name(name: str) -> str:
    """ "" for the one that the board was given when it was begun."""
    given = QCoreApplication.translate("Shelf", "Board, {day}").partition("{day}")[0]
    return "" if given and name.startswith(given) else name
