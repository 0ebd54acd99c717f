"""Pictures of a public board elsewhere: paste its link, look, choose, and they come full size."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QStackedWidget, QWidget

from services.errors import AppError
from services.media.board_values import Cell
from services.media.feed_links import shown_link
from services.media.feed_look import Look, look
from services.settings import FEEDS_CREDITED
from services.shop import Shop
from ui.board.board_banner import BoardBanner
from ui.board.feed_fetch import FeedFetch
from ui.board.feed_grid import FeedGrid
from ui.board.feed_links_kept import recent, remember
from ui.board.feed_start import FeedStart
from ui.board.feed_thumbs import FeedThumbs
from ui.build import button, column, frame, label, row, set_kind
from ui.messages import Message, words
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.elided_label import ElidedLabel
from widgets.focus_ring import FocusRing
from widgets.isolates import held, left_to_right
from widgets.line_progress import LineProgress

_SIZE = QSize(860, 660)
_AROUND = QSize(48, 48)


class FeedDialog(QDialog):
    """To be shown with `open()`. Comes a second time with what an earlier round could not have."""

    chosen = Signal(object, str)
    """A tuple of `Cell`, whose pictures are kept, and the link that goes into the post."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget | None, *, room: int) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._room = room
        self._added = False
        self._look: Look | None = None
        self._round = 0
        self._pasted = ""
        self.setWindowTitle(self.tr("Pictures from a link"))
        self.link = QLineEdit()
        self.link.setPlaceholderText(left_to_right("pinterest.com/name/board"))
        self.link.setAccessibleName(self.tr("Link of a board, a blog or a feed"))
        self.link.setClearButtonEnabled(True)
        self.look_button = BusyButton(self.tr("Look"))
        self.look_button.setAutoDefault(False)
        self.banner = BoardBanner()
        self.start = FeedStart(recent(shop.settings))
        self._thumbs = FeedThumbs(shop.web, tasks, self)
        self.grid = FeedGrid(self._thumbs.get)
        self._fetch = FeedFetch(shop.web, shop.pictures, tasks, self)
        self._title = ElidedLabel()
        self._stack = QStackedWidget()
        self.progress = LineProgress()
        self.credit = QCheckBox(self.tr("Write on each picture where it is from"))
        self.credit.setChecked(shop.settings.get(FEEDS_CREDITED))
        self._told = label(kind="quiet")
        self.close_button = button(self.tr("Cancel"))
        self.add_button = button(self.tr("Add to the board"), kind="primary")
        self._build()
        self._ring = FocusRing(self)
        self._connect()
        self._show()
        self._take_copied()

    def done(self, result: int) -> None:
        self._round += 1
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
        field = row(self.link, self.look_button)
        field.setStretchFactor(self.link, 1)
        set_kind(self._title, "strong")
        shown = QWidget()
        listed = column(self._title, self.grid, gap=MEASURES.s8)
        listed.setStretchFactor(self.grid, 1)
        shown.setLayout(listed)
        self._stack.addWidget(self.start)
        self._stack.addWidget(shown)
        self.progress.hide()
        foot = frame("bar")
        foot.setLayout(
            row(
                self._told,
                None,
                self.close_button,
                self.add_button,
                margins=(pad, MEASURES.s12, pad, MEASURES.s12),
            )
        )
        top = column(
            label(self.tr("Pictures from a link"), kind="title"),
            label(
                self.tr(
                    "A board or profile on Pinterest, a blog or tag on Tumblr, or any page that "
                    "has a feed. Nobody has to sign in."
                ),
                kind="quiet",
                wrap=True,
            ),
            field,
            gap=MEASURES.s12,
            margins=(pad, pad, pad, 0),
        )
        middle = column(self._stack, self.credit, gap=MEASURES.s12, margins=(pad, 0, pad, 0))
        middle.setStretchFactor(self._stack, 1)
        whole = column(top, self.banner, middle, self.progress, foot, gap=MEASURES.s12)
        whole.setStretchFactor(middle, 1)
        self.setLayout(whole)
        parent = self.parentWidget()
        around = parent.window().size() if parent else _SIZE + _AROUND
        self.resize(_SIZE.boundedTo(around - _AROUND))

    def _connect(self) -> None:
        self.link.returnPressed.connect(self._on_look)
        self.look_button.clicked.connect(self._on_look)
        self.start.again_asked.connect(self._on_look)
        self.start.link_chosen.connect(self.look_at)
        self.banner.pressed.connect(self._on_add)
        self._thumbs.came.connect(self.grid.look_again)
        self.grid.changed.connect(self._show)
        self.grid.full.connect(self._on_full)
        self._fetch.progressed.connect(self._on_progress)
        self._fetch.ended.connect(self._on_ended)
        self.credit.toggled.connect(partial(self._shop.settings.remember, FEEDS_CREDITED))
        self.close_button.clicked.connect(self._on_close)
        self.add_button.clicked.connect(self._on_add)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_add)

    def _show(self) -> None:
        count, runs = len(self.grid.order), self._fetch.runs
        self._stack.setCurrentIndex(1 if self._look else 0)
        self.credit.setVisible(self._look is not None)
        self.progress.setVisible(runs)
        self.grid.setEnabled(not runs)
        self.look_button.setEnabled(not runs)
        self.add_button.setEnabled(count > 0 and not runs)
        idle = self.tr("Close") if self._added else self.tr("Cancel")
        self.close_button.setText(self.tr("Stop") if runs else idle)
        if not self._look:
            self._told.setText("")
        elif not runs:
            places = self.tr("room for %Ln", "", self._room)
            chosen = self.tr("%Ln chosen", "", count)
            self._told.setText(f"{chosen} · {places}")

    def _take_copied(self) -> None:
        """A link that was just copied on Pinterest or Tumblr is most likely the one."""
        copied = shown_link(QGuiApplication.clipboard().text())
        if copied is not None:
            self.link.setText(copied)
            self.link.selectAll()

    def _on_look(self) -> None:
        pasted = self.link.text().strip()
        if not pasted or self._fetch.runs:
            return
        self._pasted = pasted
        self._round += 1
        self._look = None
        self._fetch.forget()
        self._thumbs.let_go()
        self.banner.clear()
        self.start.say_busy()
        self.look_button.set_busy(True, self.tr("Looking at the feed"))
        self._show()
        round_ = self._round
        self._tasks.run(
            partial(look, self._shop.web, pasted, watch=partial(self._goes_on, round_)),
            lane=Lane.FETCH,
            owner=self,
            done=partial(self._on_looked, round_),
            failed=partial(self._on_look_failed, round_),
        )

    def _goes_on(self, round_: int, _come: int, _whole: int) -> bool:
        """Asked in the lane's thread."""
        return round_ == self._round

    def _on_looked(self, round_: int, found: Look) -> None:
        if round_ != self._round:
            return
        self.look_button.set_busy(False)
        self._look = found
        self._thumbs.show(found.pictures)
        count = self.tr("%Ln pictures", "", len(found.pictures))
        name = found.title or found.credit
        self._title.setText(f"{held(name)} · {count}")
        self.grid.show_titles([one.title for one in found.pictures], room=self._room)
        remember(self._shop.settings, found.link)
        self._show()
        self.grid.setFocus()

    def _on_look_failed(self, round_: int, error: AppError) -> None:
        if round_ != self._round:
            return
        self.look_button.set_busy(False)
        message = words(error)
        self.start.tell(message.sentence, again=getattr(error, "may_pass", False))
        self._show()
        self.link.setFocus()
        self.link.selectAll()

    def _on_full(self) -> None:
        sentence = self.tr("The board has room for %Ln more.", "", self._room)
        self.banner.tell(Message(sentence))

    def _on_add(self) -> None:
        if self._look is None or self._fetch.runs or not self.grid.order:
            return
        self.banner.clear()
        self._fetch.start({at: self._look.pictures[at] for at in self.grid.order})
        self._show()

    def _on_progress(self, done: int, whole: int) -> None:
        self.progress.set(done, whole)
        place = self.locale().toString(min(done // 1_000 + 1, whole // 1_000))
        count = self.locale().toString(whole // 1_000)
        self._told.setText(
            self.tr("Fetching picture {place} of {count}").format(place=place, count=count)
        )

    def _on_ended(self) -> None:
        # After the call that brought the last one: a dialog that closes in it would end it.
        QTimer.singleShot(0, self, self._on_all_tried)

    def _on_all_tried(self) -> None:
        found, order = self._look, self.grid.order
        if found is None:
            return
        came = [at for at in order if at in self._fetch.kept]
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
            self.grid.tell(at, words(error).sentence)
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
        why = words(errors[0]).sentence
        left = self.tr("%Ln pictures could not be fetched.", "", len(errors))
        kept = self.tr("The others are on the board.") if came else ""
        sentence = " ".join(filter(None, (left, why, kept)))
        self.banner.tell(Message(sentence, self.tr("Try again")))

    def _on_close(self) -> None:
        if not self._fetch.runs:
            self.reject()
            return
        self._fetch.stop()
        self._show()
        self.add_button.setFocus()
