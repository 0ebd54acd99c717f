"""Words that are there already and come to the sheet: snippets, templates, earlier versions.

Most posts need none of them: each window is loaded when it opens, and a dialog, which is a whole
window in memory, goes when it is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.posts import Post
from services.shop import Shop
from ui.compose.composer import Composer
from ui.compose.content import PartContent
from ui.compose.desk import Desk
from ui.compose.keeper import DraftKeeper
from ui.page import Undo
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.compose.snippets_popover import SnippetsPopover
    from ui.compose.templates_dialog import TemplatesDialog
    from ui.compose.versions_dialog import VersionsDialog


class KeptWords(QObject):
    undo_offered = Signal(object)
    undo_over = Signal(object)
    """An `Undo` that was offered and can no longer be."""
    failed = Signal(object)
    """An AppError."""

    def __init__(
        self,
        shop: Shop,
        over: QWidget,
        *,
        composer: Composer,
        keeper: DraftKeeper,
        desk: Desk,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(over)
        self._shop = shop
        self._tasks = tasks
        self._over = over
        self._composer = composer
        self._keeper = keeper
        self._desk = desk
        self._account_id = ""
        self._offer: Undo | None = None
        self._offer_of = ""
        desk.turned.connect(self._on_turned)
        composer.parts.replacing.connect(self._keep)
        self.snippets: SnippetsPopover | None = None
        self.templates: TemplatesDialog | None = None
        self.versions: VersionsDialog | None = None

    def show_account(self, account: Account) -> None:
        self._account_id = account.id

    def offer_snippets(self) -> None:
        if self.snippets is None:
            from ui.compose.snippets_popover import SnippetsPopover

            self.snippets = SnippetsPopover(self._shop, self._over)
            self.snippets.chosen.connect(self._on_snippet)
            self.snippets.failed.connect(self.failed)
        sheet = self._composer.sheet
        self.snippets.offer(
            sheet.more_button,
            account_id=self._account_id,
            # Qt writes a paragraph's end of a selection as a sign of its own.
            selection=sheet.edit.textCursor().selectedText().replace("\u2029", "\n"),
            text=sheet.edit.text(),
        )

    def offer_templates(self) -> None:
        if self.templates is None:
            from ui.compose.templates_dialog import TemplatesDialog

            self.templates = TemplatesDialog(self._shop, self._over)
            self.templates.chosen.connect(self._on_template)
            self.templates.failed.connect(self.failed)
            self.templates.finished.connect(self._on_templates_closed)
        self.templates.offer(self._account_id, texts=self._composer.content.texts)

    def show_versions(self) -> None:
        """Of what lies on the sheet, once it is on disk."""
        if not self._save_first():
            return
        if self.versions is None:
            from ui.compose.versions_dialog import VersionsDialog

            self.versions = VersionsDialog(
                self._shop, self._over, save_first=self._save_first, tasks=self._tasks
            )
            self.versions.restored.connect(self._on_restored)
            self.versions.undo_offered.connect(self._on_undo_offered)
            self.versions.failed.connect(self.failed)
            self.versions.finished.connect(self._on_versions_closed)
        self.versions.show_post(self._keeper.post_id)

    def _on_templates_closed(self) -> None:
        if self.templates is not None:
            self.templates.deleteLater()
            self.templates = None

    def _on_versions_closed(self) -> None:
        if self.versions is not None:
            self.versions.deleteLater()
            self.versions = None

    def _on_snippet(self, words: str) -> None:
        self._composer.insert(words)
        self._composer.adviser.filling_in.go_into(words)

    def _on_template(self, texts: tuple[str, ...]) -> None:
        """In place of what is written; Undo brings that back, and so does an earlier version."""
        if not self._keep():
            return
        parts = tuple(PartContent(text) for text in texts)
        self._composer.parts.replace(parts, self.tr("The template stands on the sheet."))
        self._composer.take_focus()
        self._composer.adviser.filling_in.go_to_first()

    def _keep(self) -> bool:
        """What lies on the sheet is a version; without that nothing may take its place."""
        if not self._save_first():
            return False
        try:
            if self._keeper.post_id:
                self._shop.versions.keep(self._keeper.post_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return False
        return True

    def _save_first(self) -> bool:
        self._desk.save_now()
        return self._keeper.is_saved

    def _on_undo_offered(self, undo: Undo) -> None:
        self._offer, self._offer_of = undo, self._keeper.post_id
        self.undo_offered.emit(undo)

    def _on_turned(self) -> None:
        """What was offered for a draft ends when that leaves the sheet."""
        if self._offer is not None and self._offer_of != self._keeper.post_id:
            gone, self._offer = self._offer, None
            self.undo_over.emit(gone)

    def _on_restored(self, post: Post) -> None:
        if post.id == self._keeper.post_id:
            self._desk.lay_again(post)
            self._composer.take_focus()
