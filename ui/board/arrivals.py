"""Pictures that come onto the open board: added, counted, and told of where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.media.board_values import MOST, Cell
from services.media.pictures import Picture
from ui.board.editor import Editor
from ui.board.one_picture import OnePicture
from ui.board.project import Project
from ui.board.source_menu import SourceMenu
from ui.board.sources import Sources
from widgets.pasted import Offered


class Arrivals(QObject):
    came = Signal()
    left_out = Signal(str)
    """A sentence: so many had no room."""
    told = Signal(str)
    """A sentence: it came, and there is something to know of it."""

    def __init__(
        self, sources: Sources, others: OnePicture, project: Project, editor: Editor, over: QWidget
    ) -> None:
        super().__init__(over)
        self._sources = sources
        self._others = others
        self._project = project
        self._editor = editor
        self._over = over
        self._without_room = 0
        self._twice = False
        self._onto: tuple[str, int] | None = None
        sources.room = self._room
        sources.came.connect(self._on_came)
        sources.came_together.connect(self._on_came_together)
        sources.settled.connect(self._on_settled)
        sources.link_found.connect(self._on_link)
        stage = editor.stage
        self.menu = SourceMenu(sources, over)
        stage.offer_ways(self.menu.menu)
        stage.add_asked.connect(sources.ask_files)
        stage.dropped.connect(sources.offer)
        stage.canvas.dropped_on.connect(self._on_dropped_on)

    def _room(self) -> int:
        return self._project.room

    def _on_came(self, cell: Cell) -> None:
        there = any(each.picture == cell.picture for each in self._project.board.cells)
        if self._project.add(cell, more=True):
            self._twice = self._twice or there
            self.came.emit()
        else:
            self._without_room += 1

    def _on_came_together(self, cells: Sequence[Cell]) -> None:
        """One step back takes all of them out again."""
        taken = self._project.add_all(cells)
        self._without_room += len(cells) - taken
        if taken:
            self.came.emit()

    def _on_settled(self) -> None:
        self._project.end_step()
        if self._twice and not self._without_room:
            self.told.emit(self.tr("The same picture is on the board twice now."))
        self._twice = False
        if self._without_room:
            sentence = self.tr(
                "A board holds {most} pictures. %Ln left out.", "", self._without_room
            )
            self.left_out.emit(sentence.format(most=self._over.locale().toString(MOST)))
            self._without_room = 0

    def _on_link(self, link: str) -> None:
        """A link that the owner gave stays."""
        if not self._project.board.link:
            self._project.set_words(link=link)
            self._project.end_step()

    def _on_dropped_on(self, index: int, offered: Sequence[Offered]) -> None:
        """Onto a picture of a full board: it takes that one's place."""
        if not offered:
            self._sources.offer(offered)
            return
        self._onto = (self._project.board.cells[index].picture, index)
        self._others.offer(offered, self._put_instead)

    def _put_instead(self, picture: Picture) -> None:
        if self._onto is None:
            return
        before, index = self._onto
        cells = self._project.board.cells
        if index < len(cells) and cells[index].picture == before:
            self._editor.put_at(index, picture)
            self.came.emit()
