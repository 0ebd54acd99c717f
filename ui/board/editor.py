"""The open board between the hands that change it: the stage, the panel and the project."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from services.media.board_values import Shape
from services.media.captions import ALT_TEXT_LIMIT, compose_alt_text
from ui.board.images import Images
from ui.board.project import Project
from ui.board.side_panel import SidePanel
from ui.board.stage import Stage
from ui.build import menu, row
from ui.icons import icon


class Editor(QWidget):
    taken_out = Signal()
    """A picture went; the project's last step brings it back."""

    def __init__(self, project: Project, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.stage = Stage(images)
        self.panel = SidePanel()
        layout = row(self.stage, self.panel, gap=0)
        layout.setStretchFactor(self.stage, 1)
        self.setLayout(layout)
        self._connect()
        images.came.connect(self._on_images)
        self.show_board()

    def alt_text(self) -> str:
        """The owner's words, or composed from what the pictures show."""
        board = self.project.board
        if board.alt_text or not board.cells:
            return board.alt_text
        opening = self.tr("Board of %Ln pictures", "", len(board.cells))
        return compose_alt_text(opening, (cell.caption for cell in board.cells))

    def show_board(self) -> None:
        board = self.project.board
        self.stage.show_board(board)
        self.panel.show_look(board.look.shape, board.look.gutter, board.look.background)
        self.panel.show_link(board.link)
        self.panel.show_alt(self.alt_text(), own=bool(board.alt_text))
        self._show_caption()

    def _connect(self) -> None:
        project, panel, canvas = self.project, self.panel, self.stage.canvas
        project.changed.connect(self.show_board)
        self.stage.name_typed.connect(self._on_name)
        canvas.swapped.connect(project.swap)
        canvas.removed.connect(self._on_removed)
        canvas.focus_moved.connect(self._on_focus_moved)
        canvas.chosen.connect(self._on_chosen)
        canvas.caption_asked.connect(self._on_caption_asked)
        canvas.menu_asked.connect(self._on_menu)
        panel.shape_chosen.connect(self._on_shape)
        panel.gutter_moved.connect(project.set_gutter)
        panel.background_chosen.connect(project.set_background)
        panel.caption_typed.connect(self._on_caption)
        panel.link_typed.connect(self._on_link)
        panel.alt_typed.connect(self._on_alt)
        panel.alt_again_asked.connect(self._on_alt_again)

    def _show_caption(self) -> None:
        cells = self.project.board.cells
        current = self.stage.canvas.current
        if 0 <= current < len(cells):
            self.panel.show_caption(current + 1, cells[current].caption)
        else:
            self.panel.show_caption(0, "")

    def _on_images(self) -> None:
        self.stage.show_board(self.project.board)

    def _on_chosen(self, _index: int) -> None:
        self._show_caption()

    def _on_removed(self, index: int) -> None:
        self.project.remove(index)
        self.taken_out.emit()

    def _on_focus_moved(self, index: int, focus: QPointF) -> None:
        self.project.set_cell(index, focus=(focus.x(), focus.y()))

    def _on_caption_asked(self, _index: int) -> None:
        self.panel.caption.setFocus()
        self.panel.caption.selectAll()

    def _on_menu(self, _index: int, where: QPoint) -> None:
        popup = menu(self)
        popup.aboutToHide.connect(popup.deleteLater)
        write = popup.addAction(icon("pencil"), self.tr("Say what it shows"))
        write.triggered.connect(self._on_menu_caption)
        take_out = popup.addAction(icon("trash-2"), self.tr("Take it out"))
        take_out.triggered.connect(self._on_menu_remove)
        popup.popup(where)

    def _on_menu_caption(self) -> None:
        self._on_caption_asked(self.stage.canvas.current)

    def _on_menu_remove(self) -> None:
        self._on_removed(self.stage.canvas.current)

    def _on_shape(self, value: str) -> None:
        self.project.set_shape(Shape(value))

    def _on_name(self, name: str) -> None:
        self.project.set_words(name=name)

    def _on_link(self, link: str) -> None:
        self.project.set_words(link=link.strip())

    def _on_caption(self, caption: str) -> None:
        if self.stage.canvas.current >= 0:
            self.project.set_cell(self.stage.canvas.current, caption=caption)

    def _on_alt(self, text: str) -> None:
        """Emptied, it follows the pictures again."""
        self.project.set_words(alt_text=text[:ALT_TEXT_LIMIT])

    def _on_alt_again(self) -> None:
        self.project.set_words(alt_text="")
