"""Looks to choose from: those that come along, and the owner's own, to keep, rename and delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from services.media.board_values import Board, Cell, Look, Template
from services.media.templates import LONGEST_NAME
from ui.board.look_tile import PAD, LookTile
from ui.board.starting_looks import starting_looks, worn
from ui.build import button, column, icon_button, label, menu, row, scroll
from ui.compose.popover import Popover
from ui.icons import icon
from ui.theme import MEASURES
from widgets.start_edit import StartEdit

_ACROSS = 3
_BLANKS = 4
"""Pictures of a board that has none yet."""
_TILES_HIGH = 480
_REST_HIGH = 260
"""What stands over and under the tiles, with the button that opens them."""


class LooksPopover(Popover):
    chosen = Signal(object)
    """A `Look`."""
    keep_asked = Signal(str)
    """The open board's look is to be kept under this name."""
    renamed = Signal(str, str)
    """A template's id and its new name."""
    delete_asked = Signal(str)

    def __init__(
        self,
        board: Board,
        own: Sequence[Template],
        image_of: Callable[[str], QImage | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_name(self.tr("Looks"))
        self._board = board
        self._most_high = min(_TILES_HIGH, parent.window().height() - _REST_HIGH)
        self._image_of = image_of
        self._renaming = ""
        self.tiles: dict[str, LookTile] = {}
        """By a template's id, or a starting look's."""
        self._looks: dict[str, Look] = {}
        self.name = StartEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.returnPressed.connect(self._on_name)
        self.keep_button = button(self.tr("Keep this look"), icon="bookmark")
        self.keep_button.setEnabled(bool(board.cells))
        self.keep_button.clicked.connect(self._on_keep)
        self.save_button = button(self.tr("Save"), kind="primary")
        self.save_button.clicked.connect(self._on_name)
        naming = row(self.name, self.save_button)
        naming.setStretchFactor(self.name, 1)
        self._naming = QWidget()
        self._naming.setLayout(naming)
        self._naming.hide()
        self._build(own)

    def begin_renaming(self, template_id: str) -> None:
        self._renaming = template_id
        self._ask_name(self.tr("Another name for this look"), self.tiles[template_id].text())

    def _build(self, own: Sequence[Template]) -> None:
        starting = [
            self._tile(one.id, one.name, worn(self._board.look, one.look))
            for one in starting_looks()
        ]
        parts = [_heading(self.tr("To begin with")), _grid(starting)]
        if own:
            kept = [self._own(each) for each in own]
            parts += [_heading(self.tr("Your own")), _grid(kept)]
        inside = QWidget()
        inside.setLayout(column(*parts, None, gap=MEASURES.s8))
        area = scroll(inside)
        size = inside.sizeHint()
        area.setFixedSize(size.width() + MEASURES.s12, min(size.height(), self._most_high))
        self.body.addWidget(area)
        # Under the tiles, in line with them.
        self.body.addLayout(row(self.keep_button, margins=(PAD, 0, PAD, 0)))
        self.body.addLayout(row(self._naming, margins=(PAD, 0, PAD, 0)))

    def _tile(self, key: str, name: str, look: Look) -> LookTile:
        board = replace(self._board, look=look)
        if not board.cells:
            board = replace(board, cells=(Cell(""),) * _BLANKS)
        made = LookTile(name, board, self._image_of)
        made.setObjectName(key)
        made.clicked.connect(self._on_tile)
        self.tiles[key] = made
        self._looks[key] = look
        return made

    def _own(self, template: Template) -> LookTile:
        tile = self._tile(template.id, template.name, template.look)
        more = icon_button(
            self.tr("More on {name}").format(name=template.name), icon="ellipsis", in_row=True
        )
        popup = menu(more)
        for name, words, slot in (
            ("pencil", self.tr("Rename"), self._on_rename),
            ("trash-2", self.tr("Delete"), self._on_delete),
        ):
            action = popup.addAction(icon(name), words)
            action.setData(template.id)
            action.triggered.connect(slot)
        more.setMenu(popup)
        tile.set_more(more)
        return tile

    def _ask_name(self, hint: str, name: str) -> None:
        self.name.setPlaceholderText(hint)
        self.name.setAccessibleName(hint)
        self.name.setText(name)
        self.keep_button.hide()
        self._naming.show()
        self.adjustSize()
        self.name.setFocus()
        self.name.selectAll()

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, LookTile):
            look = self._looks[tile.objectName()]
            self.close()
            self.chosen.emit(look)

    def _on_keep(self) -> None:
        self._renaming = ""
        self._ask_name(self.tr("Name of this look"), self._board.name)

    def _on_name(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        self.close()
        if self._renaming:
            self.renamed.emit(self._renaming, name)
        else:
            self.keep_asked.emit(name)

    def _on_rename(self) -> None:
        self.begin_renaming(self._asked())

    def _on_delete(self) -> None:
        template_id = self._asked()
        self.close()
        self.delete_asked.emit(template_id)

    def _asked(self) -> str:
        action = self.sender()
        return str(action.data()) if isinstance(action, QAction) else ""


def _heading(words: str) -> QHBoxLayout:
    return row(label(words, kind="strong"), None, margins=(PAD, 0, 0, 0))


def _grid(tiles: Sequence[LookTile]) -> QGridLayout:
    made = QGridLayout()
    made.setSpacing(MEASURES.s4)
    for place, tile in enumerate(tiles):
        made.addWidget(tile, place // _ACROSS, place % _ACROSS)
    made.setColumnStretch(_ACROSS, 1)
    return made
