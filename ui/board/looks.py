"""Looks put on the open board, kept as templates, renamed, deleted and brought back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from services.errors import AppError
from services.media.board_values import Look, Template
from services.media.templates import BoardTemplates
from ui.board.editor import Editor
from ui.board.images import Images
from ui.board.looks_popover import LooksPopover
from ui.board.project import Project


class Looks(QObject):
    deleted = Signal(str, object)
    """A sentence, and the call that brings the template back."""
    kept = Signal(str)
    """A sentence: the look is a template now."""
    failed = Signal(object)
    """An AppError: nothing was changed."""

    def __init__(
        self, templates: BoardTemplates, project: Project, images: Images, editor: Editor
    ) -> None:
        super().__init__(editor)
        self._templates = templates
        self._project = project
        self._images = images
        self._button = editor.panel.look.looks_button
        self._button.clicked.connect(self.open)
        self.popover: LooksPopover | None = None

    def open(self) -> None:
        board = self._project.board
        own = self._templates.all(board.account_id)
        popover = LooksPopover(board, own, self._images.small, self._button)
        popover.chosen.connect(self._on_chosen)
        popover.keep_asked.connect(self._on_keep)
        popover.renamed.connect(self._on_renamed)
        popover.delete_asked.connect(self._on_delete)
        popover.destroyed.connect(self._on_gone)
        self.popover = popover
        popover.open_at(self._button)

    def _on_gone(self) -> None:
        self.popover = None

    def _on_chosen(self, look: Look) -> None:
        self._project.wear(look)

    def _on_keep(self, name: str) -> None:
        board = self._project.board
        try:
            made = self._templates.add(board.account_id, name=name, look=board.look)
        except AppError as error:
            self.failed.emit(error)
            return
        self.kept.emit(self.tr("“{name}” is kept under Choose a look").format(name=made.name))

    def _on_renamed(self, template_id: str, name: str) -> None:
        try:
            self._templates.rename(template_id, name)
        except AppError as error:
            self.failed.emit(error)

    def _on_delete(self, template_id: str) -> None:
        try:
            gone = self._templates.delete(template_id)
        except AppError as error:
            self.failed.emit(error)
            return
        sentence = self.tr("“{name}” is deleted").format(name=gone.name)
        self.deleted.emit(sentence, partial(self._bring_back, gone))

    def _bring_back(self, gone: Template) -> None:
        try:
            self._templates.undelete(gone)
        except AppError as error:
            self.failed.emit(error)
