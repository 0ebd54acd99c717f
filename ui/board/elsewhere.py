"""Takes a board's pictures to Pinterest or Tumblr and brings the link back, in three calm steps.

Everything that was done is kept as it is done, so that it can be left at any step and gone on with
another day: the folder is found again, and so is the link.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from services.errors import AppError
from services.media.board_values import Board
from services.media.feed_links import shown_link
from services.media.outings import Outing, Site
from services.shop import Shop
from ui import links
from ui.board.elsewhere_steps import ElsewhereSteps
from ui.build import button, column, label, row, scroll, set_kind
from ui.error_words import sentence
from ui.fitting import FittedDialog, fit_height, room_for
from ui.picture_files import picture_folder
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from widgets.isolates import breakable, left_to_right
from widgets.segmented import Segmented
from widgets.type_scale import grown

_WIDE = 560
_FOLDER = "Shoplark"
"""In the owner's folder of pictures; one in it for each board."""
_PAGES = {Site.PINTEREST: links.PINTEREST, Site.TUMBLR: links.TUMBLR}


class Elsewhere(FittedDialog):
    """To be shown with `open()`, over a board that is saved."""

    link_found = Signal(str)
    """Where the board lives now: to be saved as its link."""
    post_asked = Signal()
    """The link is there, and the post about it is wanted."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        board: Board,
        parent: QWidget,
        *,
        words: str = "",
        under: Path | None = None,
    ) -> None:
        """`words`: what the site's page is to say of the pictures. `under`: where the board's
        folder is made, in the owner's folder of pictures without it."""
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._board = board
        self._outing: Outing | None = shop.outings.of(board.id)
        self._told = board.link
        self._under = under or Path(picture_folder()) / _FOLDER
        self.setWindowTitle(self.tr("Put it on Pinterest or Tumblr"))
        self.site = Segmented(name=self.tr("Where to"))
        self.site.add(Site.PINTEREST.value, "Pinterest")
        self.site.add(Site.TUMBLR.value, "Tumblr")
        self.site.choose((self._outing.site if self._outing else Site.PINTEREST).value)
        self.site.chosen.connect(self._on_site)
        self.steps = steps = ElsewhereSteps(self._chosen)
        steps.words.setPlainText(words)
        steps.folder_button.clicked.connect(self._on_folder)
        steps.other_button.clicked.connect(self._on_other)
        steps.page_button.clicked.connect(self._on_page)
        steps.link.textChanged.connect(self._on_link)
        steps.link.editingFinished.connect(self._tell_link)
        self.later_button = button(self.tr("Go on later"))
        self.later_button.clicked.connect(self.reject)
        self.post_button = button(self.tr("Make the post"))
        self.post_button.clicked.connect(self.accept)
        self._build()
        if shown_link(board.link):
            steps.link.setText(board.link)
        self._on_link()
        self._save()

    def done(self, result: int) -> None:
        self._tell_link()
        super().done(result)
        if result == QDialog.DialogCode.Accepted:
            self.post_asked.emit()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Back from the browser: the link that was copied there comes in by itself."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._take_copied()

    def _build(self) -> None:
        pad = MEASURES.s24
        self._area = scroll(self.steps)
        self._intro = label(
            self.tr(
                "A board that is seen there brings people for months. The post then shows "
                "its picture and its link, and counts as help, not as selling."
            ),
            kind="quiet",
            wrap=True,
        )
        self.setLayout(
            column(
                label(self.tr("Put it on Pinterest or Tumblr"), kind="title"),
                self._intro,
                row(self.site, None),
                self._area,
                row(self.later_button, None, self.post_button),
                gap=MEASURES.s16,
                margins=(pad, pad, pad, pad),
            )
        )

    def _fit(self) -> None:
        wide = min(round(_WIDE * grown(self.font())), room_for(self).width())
        self._intro.show()
        if fit_height(self, self._area, wide):
            # The steps first: without the last one nothing goes on.
            self._intro.hide()
            fit_height(self, self._area, wide)

    @property
    def _chosen(self) -> Site:
        return Site(self.site.choice)

    def _save(self, under: Path | None = None) -> None:
        if not self._board.cells:
            self._show_place(self.tr("Put pictures on the board first."))
            return
        self._show_place(self.tr("The pictures are being saved"))
        self._tasks.run(
            partial(
                self._shop.outings.begin,
                self._board,
                self._chosen,
                under=under or self._under,
                move=under is not None,
            ),
            lane=Lane.WORK,
            owner=self,
            done=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, outing: Outing) -> None:
        self._outing = outing
        count = self.tr("%Ln pictures:", "", len(self._board.cells))
        self._show_place(f"{count} {left_to_right(breakable(str(outing.folder)))}", there=True)

    def _on_failed(self, error: AppError) -> None:
        self._outing = None
        self._show_place(sentence(error), tone="red")

    def _show_place(self, words: str, *, there: bool = False, tone: str = "quiet") -> None:
        self.steps.show_place(words, there=there, tone=tone)
        self._refit()

    def _take_copied(self) -> None:
        if not self.steps.link.text().strip():
            found = self._board_link(QGuiApplication.clipboard().text())
            if found is not None:
                self.steps.link.setText(found)
                self._tell_link()

    def _board_link(self, words: str) -> str | None:
        """None also for the pages that this dialog itself opens."""
        found = shown_link(words)
        if found is None or found.rstrip("/") in {page.rstrip("/") for page in _PAGES.values()}:
            return None
        return found

    def _tell_link(self) -> None:
        found = self._board_link(self.steps.link.text())
        if found is not None and found != self._told:
            self._told = found
            self.link_found.emit(found)

    def _on_link(self) -> None:
        words = self.steps.link.text().strip()
        good = self._board_link(words) is not None
        self.post_button.setEnabled(good)
        # One thing to do next: the page, and with its link the post.
        set_kind(self.post_button, "primary" if good else "")
        self.steps.show_next(not good)
        told = ""
        if good:
            told = self.tr("This link goes into the post.")
        elif words:
            told = self.tr("This is not the link of a board on Pinterest or of a page on Tumblr.")
        self.steps.show_note(told, good=good)
        self._refit()

    def _on_site(self, _key: str) -> None:
        self._shop.outings.choose(self._board.id, self._chosen)
        self.steps.show_site(self._chosen)
        self._refit()

    def _on_folder(self) -> None:
        if self._outing is not None and not links.open_folder(self._outing.folder):
            # It was moved or thrown away meanwhile.
            self._save()

    def _on_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose where the folder shall be"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(picture_folder())
        dialog.filesSelected.connect(self._on_place)
        dialog.open()

    def _on_place(self, folders: list[str]) -> None:
        self._save(Path(folders[0]))

    def _on_page(self) -> None:
        words = self.steps.words.text().strip()
        if words:
            QGuiApplication.clipboard().setText(words)
        self.steps.copied.setVisible(bool(words))
        self._refit()
        links.open_page(_PAGES[self._chosen], over=self)
        if self._outing is not None:
            links.open_folder(self._outing.folder)
