"""Moves a part by its grip: a line shows where it would come to lie."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint

from ui.compose.part_editor import PartEditor
from ui.compose.part_place import PartPlace
from ui.compose.sheets import Sheets


class PartDrags:
    def __init__(
        self,
        sheets: Sheets,
        editors: list[PartEditor],
        move: Callable[[PartEditor, int], None],
    ) -> None:
        """`editors` is the living list: one for each part, in their order."""
        self._sheets = sheets
        self._editors = editors
        self._move = move

    def watch(self, editor: PartEditor, place: PartPlace) -> None:
        place.dragged.connect(partial(self._on_dragged, editor))
        place.dropped.connect(partial(self._on_dropped, editor))

    def _on_dragged(self, editor: PartEditor, at: QPoint) -> None:
        held = self._editors.index(editor)
        self._sheets.show_gap(self._sheets.place_at(at, held), held)

    def _on_dropped(self, editor: PartEditor, at: QPoint) -> None:
        held = self._editors.index(editor)
        self._sheets.show_gap(None, held)
        place = self._sheets.place_at(at, held)
        if place is not None:
            self._move(editor, place)
