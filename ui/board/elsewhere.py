"""Takes a board's pictures to Pinterest or Tumblr and brings the link back, in three calm steps.

Everything that was done is kept as it is done, so that it can be left at any step and gone on with
another day: the folder is found again, and so is the link.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QWidget

from services.errors import AppError
from services.media.board_values import Board
from services.media.feed_links import shown_link
from services.media.outings import Outing, Site
from services.shop import Shop
from ui import links
from ui.board.elsewhere_words import words_of
from ui.build import Part, button, column, frame, label, restyle, row, scroll
from ui.error_words import sentence
from ui.fitting import SCROLL_BAR, FittedDialog, fit_height
from ui.picture_files import picture_folder
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from widgets.growing_edit import GrowingEdit
from widgets.isolates import breakable, left_to_right
from widgets.number_disc import NumberDisc
from widgets.segmented import Segmented
from widgets.start_edit import StartEdit
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
        self.place = label(wrap=True)
        self.folder_button = button(self.tr("Open the folder"), icon="folder")
        self.folder_button.clicked.connect(self._on_folder)
        self.other_button = button(self.tr("Choose another place"), kind="link")
        self.other_button.clicked.connect(self._on_other)
        self._how = label(kind="quiet", wrap=True)
        self.words = GrowingEdit(fewest=2, most=4)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Words for the page"))
        self.words.setPlainText(words)
        self.page_button = button(words_of(self._chosen).open_it, icon="external-link")
        self.page_button.clicked.connect(self._on_page)
        self.copied = label(
            self.tr("The words are copied: paste them there."), kind="quiet", wrap=True
        )
        self.copied.hide()
        self._bring = label(kind="quiet", wrap=True)
        self.link = StartEdit()
        self.link.setAccessibleName(self.tr("Link of the board"))
        self.link.setClearButtonEnabled(True)
        self.link.textChanged.connect(self._on_link)
        self.link.editingFinished.connect(self._tell_link)
        self.note = label(kind="caption", wrap=True)
        self.later_button = button(self.tr("Go on later"))
        self.later_button.clicked.connect(self.reject)
        self.post_button = button(self.tr("Make the post"), kind="primary")
        self.post_button.clicked.connect(self.accept)
        self._steps = QWidget()
        self._build()
        self._show_site()
        if shown_link(board.link):
            self.link.setText(board.link)
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
        steps = column(
            self._step(
                1,
                self.tr("The pictures are in a folder"),
                self.place,
                row(self.folder_button, self.other_button, None),
            ),
            self._step(
                2,
                self.tr("The page where they go"),
                self._how,
                self.words,
                row(self.page_button, None),
                self.copied,
            ),
            self._step(3, self.tr("The link comes back"), self._bring, self.link, self.note),
            gap=MEASURES.s24,
        )
        self._steps.setLayout(row(steps, margins=(0, 0, SCROLL_BAR, 0)))
        self._area = scroll(self._steps)
        self.setLayout(
            column(
                label(self.tr("Put it on Pinterest or Tumblr"), kind="title"),
                label(
                    self.tr(
                        "A board that is seen there brings people for months. The post then shows "
                        "its picture and its link, and counts as help, not as selling."
                    ),
                    kind="quiet",
                    wrap=True,
                ),
                row(self.site, None),
                self._area,
                row(self.later_button, None, self.post_button),
                gap=MEASURES.s16,
                margins=(pad, pad, pad, pad),
            )
        )

    def _step(self, number: int, name: str, *parts: Part) -> QFrame:
        holder = frame("pane")
        disc = NumberDisc(number)
        inside = column(label(name, kind="strong"), *parts, gap=MEASURES.s8)
        holder.setLayout(row(column(disc, None), inside, gap=MEASURES.s12))
        return holder

    def _fit(self) -> None:
        fit_height(self, self._area, round(_WIDE * grown(self.font())))

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
        self.place.setText(words)
        _set_tone(self.place, tone)
        self.folder_button.setEnabled(there)
        self._refit()

    def _show_site(self) -> None:
        told = words_of(self._chosen)
        self._how.setText(told.how)
        self.page_button.setText(told.open_it)
        self._bring.setText(told.bring)
        self.link.setPlaceholderText(left_to_right(told.example))
        self._refit()

    def _take_copied(self) -> None:
        if not self.link.text().strip():
            found = self._board_link(QGuiApplication.clipboard().text())
            if found is not None:
                self.link.setText(found)
                self._tell_link()

    def _board_link(self, words: str) -> str | None:
        """None also for the pages that this dialog itself opens."""
        found = shown_link(words)
        if found is None or found.rstrip("/") in {page.rstrip("/") for page in _PAGES.values()}:
            return None
        return found

    def _tell_link(self) -> None:
        found = self._board_link(self.link.text())
        if found is not None and found != self._told:
            self._told = found
            self.link_found.emit(found)

    def _on_link(self) -> None:
        words = self.link.text().strip()
        good = self._board_link(words) is not None
        self.post_button.setEnabled(good)
        _set_tone(self.note, "quiet" if good else "amber")
        if good:
            self.note.setText(self.tr("This link goes into the post."))
        elif words:
            self.note.setText(
                self.tr("This is not the link of a board on Pinterest or of a page on Tumblr.")
            )
        self.note.setVisible(bool(words))
        self._refit()

    def _on_site(self, _key: str) -> None:
        self._shop.outings.choose(self._board.id, self._chosen)
        self._show_site()

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
        words = self.words.text().strip()
        if words:
            QGuiApplication.clipboard().setText(words)
        self.copied.setVisible(bool(words))
        self._refit()
        links.open_page(_PAGES[self._chosen], over=self)
        if self._outing is not None:
            links.open_folder(self._outing.folder)


def _set_tone(words: QLabel, tone: str) -> None:
    words.setProperty("tone", tone)
    restyle(words)
