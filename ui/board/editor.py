"""The open board between the hands that change it: the stage, the panel and the project."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from services.media.board_values import Cell
from services.media.captions import ALT_TEXT_LIMIT, caption_from, compose_alt_text, words_of
from services.media.pictures import Picture
from ui.board.images import Images
from ui.board.one_picture import OnePicture
from ui.board.project import Project
from ui.board.side_panel import PICTURE, POST, SidePanel
from ui.board.stage import Stage
from ui.build import menu, row
from ui.icons import icon
from ui.paint.text_painter import QtTextPainter


class Editor(QWidget):
    taken_out = Signal()
    """A picture went; the project's last step brings it back."""
    words_gone = Signal()
    """So did the price or ribbon that stood on a picture, with it."""

    def __init__(
        self,
        project: Project,
        images: Images,
        others: OnePicture,
        painter: QtTextPainter,
        parent: QWidget | None = None,
    ) -> None:
        """`others` asks for a picture in the place of one; `painter` draws the words on boards."""
        super().__init__(parent)
        self.project = project
        self._images = images
        self._others = others
        self.stage = Stage(images, painter)
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
        return compose_alt_text(opening, map(words_of, board.cells))

    def show_board(self) -> None:
        board = self.project.board
        self.stage.show_board(board)
        self.panel.look.show_look(board.look)
        self.panel.words.show_link(board.link, board.look, code=self.stage.shows_code)
        self.panel.words.elsewhere.setVisible(bool(board.cells))
        self.panel.words.show_alt(self.alt_text(), own=bool(board.alt_text))
        self._show_cell()

    def ask_for_link(self) -> None:
        """What was typed for the board's link is none: the field is shown."""
        self.panel.turn_to(POST)
        self.panel.words.ask_for_link()

    def replace(self, index: int) -> None:
        """Asks for another picture in that place."""
        title = self.tr("Choose the picture that takes its place")
        board, before = self.project.board.id, self.project.board.cells[index]
        self._others.ask(title, partial(self._put_instead, board, index, before))

    def put_at(self, index: int, picture: Picture) -> None:
        """In the place of another. What was said by that one's name is said by this one's, and
        then a price and a ribbon were not meant for it; words that the owner wrote stay."""
        cell = self.project.board.cells[index]
        before = caption_from(self._images.name(cell.picture))
        now = caption_from(picture.name)
        if cell.caption != before or before == now:
            self.project.replace_picture(index, picture.hash)
            return
        other = bool(before)
        words = {"caption": now, **({"price": "", "ribbon": ""} if other else {})}
        self.project.replace_picture(index, picture.hash, **words)
        if other and (cell.price or cell.ribbon):
            self.words_gone.emit()

    def _connect(self) -> None:
        project, canvas = self.project, self.stage.canvas
        project.changed.connect(self.show_board)
        self.stage.name_typed.connect(self._on_name)
        self.stage.name.editingFinished.connect(project.end_step)
        canvas.swapped.connect(project.swap)
        canvas.removed.connect(self._on_removed)
        canvas.focus_moved.connect(self._on_focus_moved)
        canvas.zoomed.connect(self._on_zoomed)
        canvas.crop_reset.connect(self._on_crop_reset)
        canvas.gesture_ended.connect(project.end_step)
        canvas.chosen.connect(self._on_chosen)
        canvas.caption_asked.connect(self._on_caption_asked)
        canvas.menu_asked.connect(self._on_menu)
        look, cell, words = self.panel.look, self.panel.cell, self.panel.words
        look.changed.connect(self._on_look)
        look.step_ended.connect(project.end_step)
        cell.changed.connect(self._on_cell)
        cell.step_ended.connect(project.end_step)
        cell.replace_asked.connect(self._on_replace)
        cell.crop_asked.connect(self._on_crop_again)
        words.link_typed.connect(self._on_link)
        words.qr_moved.connect(self._on_qr)
        words.alt_typed.connect(self._on_alt)
        words.alt_again_asked.connect(self._on_alt_again)
        words.step_ended.connect(project.end_step)

    @property
    def chosen(self) -> int:
        """Which cell is chosen; -1 for none."""
        current = self.stage.canvas.current
        return current if current < len(self.project.board.cells) else -1

    def _show_cell(self) -> None:
        at = self.chosen
        if at < 0:
            self.panel.cell.show_cell(0, Cell(""), gone=False)
            return
        cell = self.project.board.cells[at]
        gone, note = self._images.gone(cell.picture), self.stage.notes.of_cell(at)
        self.panel.cell.show_cell(at + 1, cell, gone=gone, note=note)

    def _put_instead(self, board: str, index: int, before: Cell, picture: Picture) -> None:
        """Where the owner went on meanwhile, it takes the place of the picture that was meant."""
        cells = self.project.board.cells
        if self.project.board.id != board:
            return
        if index >= len(cells) or cells[index].picture != before.picture:
            index = next((n for n, cell in enumerate(cells) if cell.picture == before.picture), -1)
        if index >= 0:
            self.put_at(index, picture)

    def _on_images(self) -> None:
        self.stage.show_board(self.project.board)

    def _on_chosen(self, _index: int) -> None:
        self.project.end_step()
        self._show_cell()

    def _on_removed(self, index: int) -> None:
        self.project.remove(index)
        self.taken_out.emit()

    def _on_focus_moved(self, index: int, focus: QPointF) -> None:
        self.project.set_cell(index, focus=(focus.x(), focus.y()))

    def _on_zoomed(self, index: int, zoom: float, focus: QPointF) -> None:
        self.project.set_cell(index, zoom=zoom, focus=(focus.x(), focus.y()))

    def _on_crop_reset(self, index: int) -> None:
        self.project.end_step()
        self.project.set_cell(index, focus=None, zoom=1.0)
        self.project.end_step()

    def _on_caption_asked(self, index: int) -> None:
        if self._images.gone(self.project.board.cells[index].picture):
            self.replace(index)
            return
        self.panel.turn_to(PICTURE)
        self.panel.cell.caption.setFocus()
        self.panel.cell.caption.selectAll()

    def _on_menu(self, _index: int, where: QPoint) -> None:
        popup = menu(self)
        popup.aboutToHide.connect(popup.deleteLater)
        keys = Qt.Key
        for name, words, slot, key in (
            ("pencil", self.tr("Write its caption"), self._on_menu_caption, keys.Key_Return),
            ("image-plus", self.tr("Replace this picture"), self._on_replace, None),
            ("crop", self.tr("Crop it as at first"), self._on_crop_again, keys.Key_0),
            ("trash-2", self.tr("Take it out"), self._on_menu_remove, keys.Key_Delete),
        ):
            action = popup.addAction(icon(name), words)
            action.triggered.connect(slot)
            if key is not None:
                # Shown only: the canvas itself heeds the key.
                action.setShortcut(key)
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.setShortcutVisibleInContextMenu(True)
        popup.popup(where)

    def _on_menu_caption(self) -> None:
        self._on_caption_asked(self.stage.canvas.current)

    def _on_menu_remove(self) -> None:
        self._on_removed(self.stage.canvas.current)

    def _on_replace(self) -> None:
        if self.chosen >= 0:
            self.replace(self.chosen)

    def _on_crop_again(self) -> None:
        if self.chosen >= 0:
            self._on_crop_reset(self.chosen)

    def _on_look(self, parts: dict[str, object]) -> None:
        self.project.set_look(**parts)

    def _on_cell(self, parts: dict[str, object]) -> None:
        if self.chosen >= 0:
            self.project.set_cell(self.chosen, **parts)

    def _on_name(self, name: str) -> None:
        self.project.set_words(name=name)

    def _on_link(self, link: str) -> None:
        self.project.set_words(link=link.strip())

    def _on_qr(self, corner: object) -> None:
        self.project.set_look(qr_at=corner)

    def _on_alt(self, text: str) -> None:
        """Emptied, it follows the pictures again."""
        self.project.set_words(alt_text=text[:ALT_TEXT_LIMIT])

    def _on_alt_again(self) -> None:
        self.project.set_words(alt_text="")
