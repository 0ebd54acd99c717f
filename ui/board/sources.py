"""Where a board's pictures come from: files, folders, drops, the clipboard, products, the screen.

Each comes as a `Cell`, with the words, the price and the address that were known of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from services.errors import AppError, BadImage, ImageProblem
from services.media.board_values import MOST, Cell
from services.media.captions import caption_from
from services.media.feed_links import shown_link
from services.media.folders import Listed
from services.media.pictures import Picture, PictureStore
from services.media.web import Web
from services.shop import Shop
from ui.board.capture import Capture, Grab
from ui.bringing import Bringing, Brought, PageNotPicture
from ui.picture_files import picture_dialog, picture_folder
from ui.tasks import Lane, Tasks
from widgets.isolates import held
from widgets.pasted import Offered, holds_pictures, pictures_in

_VIDEOS = frozenset({".mp4", ".mov", ".m4v"})
_NAMED = 4
"""Files left out of one drop that are told by their names."""


class Sources(QObject):
    came = Signal(object)
    """A `Cell`; its picture is kept."""
    came_together = Signal(object)
    """A tuple of `Cell`, chosen as one: of products, of a feed."""
    failed = Signal(object)
    """An AppError: that picture was left out, the only one of its drop."""
    refused = Signal(str)
    """A sentence: there is no picture in it, or the system does not show the screen."""
    told = Signal(str)
    """A sentence: something was left out, and nothing is wrong."""
    link_found = Signal(str)
    """The page of Pinterest or Tumblr that the pictures came from: the board's link."""
    settled = Signal()
    """Nothing is being read any more."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        parent: QWidget,
        *,
        account_id: str = "",
        grab: Grab | None = None,
    ) -> None:
        """`account_id`: whose products are offered."""
        super().__init__(parent)
        self._widget = parent
        self._shop = shop
        self._tasks = tasks
        self._account_id = account_id
        self._shots = 0
        self._left_out: list[str] = []
        self._bad: list[AppError] = []
        self.room: Callable[[], int] = _most
        """How many more pictures the board takes."""
        self._bringing = Bringing(shop.pictures, self._web, tasks, self, room=self._room_now)
        self._bringing.came.connect(self._on_brought)
        self._bringing.failed.connect(self._on_failed)
        self._bringing.folder_read.connect(self._on_folder_read)
        self._bringing.settled.connect(self._tell_settled)
        self.capture = Capture(parent, tasks, grab=grab, room=self._room_now)
        self.capture.captured.connect(self._on_captured)
        self.capture.refused.connect(self.refused)

    @property
    def waiting(self) -> int:
        """Pictures still being read or fetched."""
        return self._bringing.waiting + self._shots

    def ask_files(self) -> None:
        title = self.tr("Choose pictures for the board")
        dialog = picture_dialog(self._widget, title, several=True)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def ask_folder(self) -> None:
        """All pictures of one folder, as far as the board has room."""
        dialog = QFileDialog(self._widget, self.tr("Choose a folder of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(picture_folder())
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def ask_products(self) -> None:
        from ui.board.product_pictures import ProductPictures

        products = self._shop.products.all(self._account_id)
        if not any(product.picture for product in products):
            self.refused.emit(
                self.tr(
                    "No product has a picture yet. Give them one under My shop, then come back."
                )
            )
            return
        dialog = ProductPictures(self._shop, self._tasks, products, self._widget, room=self.room())
        dialog.chosen.connect(self._on_cells)
        dialog.open()

    def ask_feed(self, link: str = "") -> None:
        """Pictures of a board on Pinterest, of a blog on Tumblr, or of any feed.

        With a `link` it looks there at once.
        """
        from ui.board.feed_dialog import FeedDialog

        dialog = FeedDialog(self._shop, self._tasks, room=self.room(), parent=self._widget)
        dialog.chosen.connect(self._on_feed)
        dialog.open()
        if link:
            dialog.look_at(link)

    def ask_screen(self) -> None:
        aside = [self._widget, self._widget.parentWidget()]
        windows = [each.window() for each in aside if each is not None]
        self.capture.start([window for window in windows if window.isVisible()])

    def paste(self) -> None:
        """A picture; or the link of a board or blog, whose pictures are then to be chosen from."""
        source = _clipboard()
        offered = pictures_in(source, beside_words=True) if source is not None else ()
        link = shown_link(source.text()) if source is not None and not offered else None
        if link is not None:
            self.ask_feed(link)
        else:
            self.offer(offered)

    def may_paste(self) -> bool:
        source = _clipboard()
        if source is None:
            return False
        return holds_pictures(source, beside_words=True) or shown_link(source.text()) is not None

    def offer(self, offered: Sequence[Offered]) -> None:
        """Nothing, where something was dropped or pasted, is told to be no picture."""
        if not offered:
            self.refused.emit(
                self.tr("There is no picture in it. Drag or copy the picture itself, not its page.")
            )
            return
        self._bringing.add(offered)

    def let_go(self) -> None:
        """The board is closed: what is still being fetched is broken off."""
        self._bringing.let_go()

    def _web(self) -> Web:
        return self._shop.web

    def _room_now(self) -> int:
        return self.room()

    def _on_files(self, files: list[str]) -> None:
        self.offer([Path(file) for file in files])

    def _on_cells(self, cells: Sequence[Cell]) -> None:
        if cells:
            self.came_together.emit(tuple(cells))
        self._tell_settled()

    def _on_feed(self, cells: Sequence[Cell], link: str) -> None:
        self._on_cells(cells)
        if link:
            self.link_found.emit(link)

    def _on_captured(self, image: QImage) -> None:
        self._shots += 1
        self._tasks.run(
            partial(_keep_shot, self._shop.pictures, image),
            lane=Lane.WORK,
            owner=self,
            done=self._on_shot,
            failed=self._on_shot_failed,
        )

    def _on_shot(self, picture: Picture) -> None:
        self._shots -= 1
        self._on_brought(Brought(picture))
        self._tell_settled()

    def _on_shot_failed(self, error: AppError) -> None:
        self._shots -= 1
        self._on_failed(error)
        self._tell_settled()

    def _on_brought(self, brought: Brought) -> None:
        picture = brought.picture
        words = brought.words or caption_from(picture.name)
        self.came.emit(Cell(picture.hash, words, source=brought.source))

    def _on_failed(self, error: AppError) -> None:
        """Told when all is read: what comes later would clear it away."""
        self._bad.append(error)

    def _tell_failed(self, bad: list[AppError]) -> None:
        """One by its own sentence, several of them together."""
        names = [named for error in bad if (named := self._named(error))]
        if any(isinstance(error, PageNotPicture) for error in bad):
            self.refused.emit(
                self.tr("The link leads to a page, not to a picture. Drag the picture itself.")
            )
        elif bad and all(_is_of_video(error) for error in bad):
            self.refused.emit(
                self.tr("A board holds pictures. A video goes into the post by itself.")
            )
        elif len(bad) == 1:
            self.failed.emit(bad[0])
        elif names and len(names) == len(bad) <= _NAMED:
            listed = self._widget.locale().createSeparatedList(names)
            self.refused.emit(self.tr("Left out: {names}.").format(names=listed))
        elif bad:
            self.refused.emit(self.tr("%Ln pictures were left out.", "", len(bad)))

    def _named(self, error: AppError) -> str:
        """The file and, in a word or two, why; "" for what is no file."""
        if not isinstance(error, BadImage):
            return ""
        name = held(error.path.name)
        if error.problem is ImageProblem.CUT_SHORT:
            return self.tr("{name} (cut short)").format(name=name)
        if error.problem is ImageProblem.NOT_A_PICTURE:
            return self.tr("{name} (not a picture)").format(name=name)
        return name

    def _on_folder_read(self, listed: Listed) -> None:
        name = held(listed.folder.name)
        if not listed.files and not listed.left_out:
            self.refused.emit(self.tr("There are no pictures in {folder}.").format(folder=name))
        elif listed.left_out:
            taken = self.tr("%Ln pictures of {folder} are taken", "", len(listed.files))
            rest = self.tr("%Ln did not fit.", "", listed.left_out)
            # After its pictures: each that comes clears what was told before.
            self._left_out.append(f"{taken.format(folder=name)}. {rest}")

    def _tell_settled(self) -> None:
        if self.waiting:
            return
        self.settled.emit()
        told, self._left_out = self._left_out, []
        for sentence in told:
            self.told.emit(sentence)
        bad, self._bad = self._bad, []
        self._tell_failed(bad)


def _clipboard() -> QMimeData | None:
    """None where nothing was ever copied, whatever the stub says."""
    return QGuiApplication.clipboard().mimeData()


def _most() -> int:
    return MOST


def _is_of_video(error: AppError) -> bool:
    return isinstance(error, BadImage) and error.path.suffix.lower() in _VIDEOS


def _keep_shot(store: PictureStore, image: QImage) -> Picture:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return store.add_bytes(bytes(buffer.data().data()), name="capture.png")
