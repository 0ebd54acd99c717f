"""What the dialog tells over the board, and what the button beside it does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from ui.board.board_banner import BoardBanner
from ui.board.editor import Editor
from ui.board.images import Images
from ui.board.project import Project
from ui.board.sources import Sources
from ui.messages import Message, Tone, words


class Telling(QObject):
    def __init__(
        self, project: Project, images: Images, sources: Sources, editor: Editor, over: QWidget
    ) -> None:
        super().__init__(over)
        self._project = project
        self._images = images
        self._sources = sources
        self._editor = editor
        self._over = over
        self._gone = -1
        self.banner = BoardBanner()
        self.banner.pressed.connect(self._on_pressed)

    def clear(self) -> None:
        self.banner.clear()

    def tell(self, sentence: str) -> None:
        """All is well."""
        self._show(Message(sentence, tone=Tone.CALM))

    def warn(self, sentence: str) -> None:
        self._show(Message(sentence))

    def fail(self, error: AppError) -> None:
        self._show(words(error))

    def look_for_gone(self) -> None:
        """Says at once which picture is missing, and what to press."""
        self._images.forget_gone()
        cells = self._project.board.cells
        gone = [at for at, cell in enumerate(cells) if self._images.gone(cell.picture)]
        if not gone:
            return
        place = self._over.locale().toString(gone[0] + 1)
        sentence = self.tr(
            "Picture {place} is gone from this computer. The rest of the board is as it was."
        )
        self._show(Message(sentence.format(place=place), self.tr("Choose another")))
        self._gone = gone[0]
        self._editor.show_board()

    def _show(self, message: Message) -> None:
        self._gone = -1
        self.banner.tell(message)

    def _on_pressed(self) -> None:
        """Whatever went wrong is tried again: saving, else choosing a picture."""
        self.banner.clear()
        if self._project.unsaved:
            self._project.save_now()
        elif 0 <= self._gone < len(self._project.board.cells):
            self._editor.replace(self._gone)
        else:
            self._sources.ask_files()
