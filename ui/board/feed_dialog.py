"""Pictures of a public board elsewhere: paste its link, look, choose, and they come full size."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QStackedWidget, QWidget

from services.errors import AppError
from services.media.board_values import Cell
from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.feed_look import Look
from services.settings import FEEDS_CREDITED
from services.shop import Shop
from ui.board.board_banner import BoardBanner
from ui.board.feed_fetch import FeedFetch
from ui.board.feed_foot import FeedFoot
from ui.board.feed_grid import FeedGrid
from ui.board.feed_head import FeedHead
from ui.board.feed_links_kept import recent, remember
from ui.board.feed_looking import FeedLooking
from ui.board.feed_start import FeedStart
from ui.board.feed_thumbs import FeedThumbs
from ui.build import column, row, scroll, set_kind
from ui.messages import Message, words
from ui.tasks import Tasks
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.focus_ring import FocusRing
from widgets.isolates import held

_SIZE = QSize(860, 660)
_AROUND = QSize(48, 48)


class FeedDialog(QDialog):
    """To be shown with `open()`. Comes a second time with what an earlier round could not have."""

    chosen = Signal(object, str)
    """A tuple of `Cell`, whose pictures are kept, and the link that goes into the post."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget | None, *, room: int) -> None:
        super().__init__(parent)
        self._settings = shop.settings
        self._room = room
        self._added = False
        self._look: Look | None = None
        self.setWindowTitle(self.tr("Pictures from a link"))
        self.head = FeedHead()
        self.link, self.look_button = self.head.link, self.head.look_button
        self.banner = BoardBanner()
        self.start = FeedStart(recent(shop.settings))
        self._thumbs = FeedThumbs(shop.web, tasks, self)
        self.grid = FeedGrid(self._thumbs.get)
        self._looking = FeedLooking(shop.web, tasks, self)
        self._fetch = FeedFetch(shop.web, shop.pictures, tasks, self)
        self._title = ElidedLabel()
        self._stack = QStackedWidget()
        self.credit = QCheckBox(self.tr("Write on each picture where it is from"))
        self.credit.setChecked(shop.settings.get(FEEDS_CREDITED))
        self.foot = FeedFoot()
        self.progress, self.add_button = self.foot.progress, self.foot.add_button
        self.close_button = self.foot.close_button
        self._build()
        self._ring = FocusRing(self)
        self._connect()
        self._show()

    def done(self, result: int) -> None:
        self._looking.stop()
        self._fetch.stop()
        self._thumbs.let_go()
        super().done(result)
        self.deleteLater()

    def look_at(self, pasted: str) -> None:
        """As if it had been pasted and looked at by hand."""
        self.link.setText(pasted)
        self._on_look()

    def _build(self) -> None:
        pad = MEASURES.s24
        set_kind(self._title, "strong")
        shown = QWidget()
        # The tiles' own gap: their pictures stand under the edge of the field.
        gap = MEASURES.s4
        head = row(self._title, margins=(gap, 0, gap, 0))
        listed = column(head, self.grid, gap=MEASURES.s8)
        listed.setStretchFactor(self.grid, 1)
        shown.setLayout(listed)
        # With large words in a small window it has not room enough.
        self._stack.addWidget(scroll(self.start))
        self._stack.addWidget(shown)
        self.start.setContentsMargins(gap, 0, gap, 0)
        credit = row(self.credit, margins=(gap, 0, gap, 0))
        around = (pad - gap, 0, pad - gap, 0)
        middle = column(self._stack, credit, gap=MEASURES.s12, margins=around)
        middle.setStretchFactor(self._stack, 1)
        whole = column(self.head, self.banner, middle, self.foot, gap=MEASURES.s12)
        whole.setStretchFactor(middle, 1)
        self.setLayout(whole)
        parent = self.parentWidget()
        room = parent.window().size() if parent else _SIZE + _AROUND
        self.resize(_SIZE.boundedTo(room - _AROUND))

    def _connect(self) -> None:
        self.head.look_asked.connect(self._on_look)
        self.start.link_chosen.connect(self.look_at)
        self.banner.pressed.connect(self._on_again)
        self._looking.found.connect(self._on_found)
        self._looking.failed.connect(self._on_look_failed)
        self._thumbs.came.connect(self.grid.look_again)
        self.grid.changed.connect(self._show)
        self.grid.full.connect(self._on_full)
        self._fetch.progressed.connect(self.foot.show_fetching)
        self._fetch.ended.connect(self._on_ended)
        self.credit.toggled.connect(partial(self._settings.remember, FEEDS_CREDITED))
        self.close_button.clicked.connect(self._on_close)
        self.add_button.clicked.connect(self._on_add)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_add)

    def _show(self) -> None:
        listed, runs = self._look is not None, self._fetch.runs
        self._stack.setCurrentIndex(1 if listed else 0)
        self.credit.setVisible(listed)
        self.grid.setEnabled(not runs)
        self.look_button.setEnabled(not runs)
        if not runs:
            count = len(self.grid.order) if listed else 0
            self.foot.show_choice(count, room=self._room, listed=listed, added=self._added)

    def _on_look(self) -> None:
        pasted = self.link.text().strip()
        if not pasted or self._fetch.runs:
            return
        self._look = None
        self._fetch.forget()
        self._thumbs.let_go()
        self.banner.clear()
        self.start.say_busy()
        self.head.set_busy(True)
        self._show()
        self._looking.start(pasted)

    def _on_found(self, found: Look) -> None:
        self.head.set_busy(False)
        self._look = found
        self._thumbs.show(found.pictures)
        count = self.tr("%Ln pictures", "", len(found.pictures))
        self._title.setText(f"{held(found.title or found.credit)} · {count}")
        self.grid.show_titles([one.title for one in found.pictures], room=self._room)
        remember(self._settings, found.link)
        self._show()
        self.grid.setFocus()

    def _on_look_failed(self, error: AppError) -> None:
        self.head.set_busy(False)
        self.start.invite()
        sentence = words(error).sentence
        if _is_gone(error):
            step = self.tr("Open it in your browser to see whether it is public.")
            sentence = f"{sentence} {step}"
        again = self.tr("Try again") if getattr(error, "may_pass", False) else ""
        self.banner.tell(Message(sentence, again))
        self._show()
        self.head.ask_again()

    def _on_again(self) -> None:
        """Whatever went wrong: looking, else fetching."""
        if self._look is None:
            self._on_look()
        else:
            self._on_add()

    def _on_full(self) -> None:
        self.banner.tell(Message(self.tr("The board has room for %Ln more.", "", self._room)))

    def _on_add(self) -> None:
        if self._look is None or self._fetch.runs or not self.grid.order:
            return
        self.banner.clear()
        self._fetch.start({at: self._look.pictures[at] for at in self.grid.order})
        self._show()

    def _on_ended(self) -> None:
        # After the call that brought the last one: a dialog that closes in it would end it.
        QTimer.singleShot(0, self, self._on_all_tried)

    def _on_all_tried(self) -> None:
        found = self._look
        if found is None:
            return
        came = [at for at in self.grid.order if at in self._fetch.kept]
        failed = dict(self._fetch.failed)
        if came:
            self._added = True
            self.chosen.emit(tuple(self._cell(found, at) for at in came), found.link)
        if not failed:
            self.accept()
            return
        self._room -= len(came)
        self.grid.set_room(self._room)
        self.grid.let_go_of(came)
        for at, error in failed.items():
            gone = self.tr("It is no longer there.") if _is_gone(error) else ""
            self.grid.tell(at, gone or words(error).sentence)
        self.grid.show_row(min(failed))
        self._tell_failed(list(failed.values()), came=len(came))
        self._show()

    def _cell(self, found: Look, at: int) -> Cell:
        picture = found.pictures[at]
        credit = (picture.credit or found.credit) if self.credit.isChecked() else ""
        return Cell(
            self._fetch.kept[at].hash,
            picture.title,
            credit=credit,
            source=picture.link or found.link,
        )

    def _tell_failed(self, errors: list[AppError], *, came: int) -> None:
        gone = all(_is_gone(error) for error in errors)
        kept = self.tr("The others are on the board.") if came else ""
        if gone:
            left = self.tr("%Ln pictures are no longer there.", "", len(errors))
            self.banner.tell(Message(f"{left} {kept}".strip()))
            return
        left = self.tr("%Ln pictures could not be fetched.", "", len(errors))
        # Why one of them is gone says nothing about the link that was pasted.
        why = next(words(error).sentence for error in errors if not _is_gone(error))
        sentence = " ".join(filter(None, (left, why, kept)))
        self.banner.tell(Message(sentence, self.tr("Try again")))

    def _on_close(self) -> None:
        if not self._fetch.runs:
            self.reject()
            return
        self._fetch.stop()
        self._show()
        self.add_button.setFocus()


def _is_gone(error: AppError) -> bool:
    return isinstance(error, DownloadStopped) and error.problem is DownloadProblem.NOT_FOUND
