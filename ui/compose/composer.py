"""What is being written: the sheet, its pictures, and the one line of advice under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import AppError, StorageTrouble
from services.publishing.posts import MOST_PICTURES
from services.shop import Shop
from services.text.measure import Parsed, parse
from ui.compose.advice import Act, Situation, advise
from ui.compose.advice_line import AdviceLine
from ui.compose.attacher import Attacher
from ui.compose.content import Attached, Content, with_board
from ui.compose.picture_rules import name_of, what_was_done, why_not
from ui.compose.popups import Popups
from ui.compose.sheet import Sheet
from ui.compose.thumbs import LARGE, Thumbs
from ui.messages import words
from ui.page import Undo
from ui.tasks import Tasks
from ui.theme import MEASURES
from widgets.image_strip import TileValue

if TYPE_CHECKING:
    from services.media.pictures import Picture

_UNDO_SECONDS = 10


class Composer(QWidget):
    changed = Signal()
    """`content` or `measured` is another."""
    undo_offered = Signal(object)
    board_asked = Signal()
    same_asked = Signal(str)
    """Show the post with the same words."""
    failed = Signal(object)
    """An AppError that has nothing to do with the picture: the disk refused our copy."""
    send_asked = Signal()
    """Post anyway, without descriptions."""
    stopped = Signal()
    """The post is not sent, and the line under the sheet says why: it has to be seen."""

    def __init__(
        self, shop: Shop, tasks: Tasks, thumbs: Thumbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shop = shop
        self._thumbs = thumbs
        self._now = Situation(Content(), parse(""))
        self._opened = 0
        self._attacher = Attacher(shop.pictures, tasks, self)
        self._attacher.chosen.connect(self.attach)
        self._attacher.came.connect(self._on_picture)
        self._attacher.failed.connect(self._on_bad_picture)
        self._thumbs.came.connect(self._on_thumb)
        self.popups = Popups(self, shop.settings, partial(thumbs.get, size=LARGE))
        self.sheet = Sheet()
        self.advice = AdviceLine()
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s8)
        layout.addWidget(self.sheet)
        layout.addWidget(self.advice)
        self._turn(self._now)

    def _connect(self) -> None:
        self.sheet.edit.changed.connect(self._on_text)
        self.sheet.edit.cleaned.connect(self._on_cleaned)
        self.sheet.pictures_offered.connect(self.attach)
        self.sheet.picture_asked.connect(partial(self._attacher.choose, self))
        self.sheet.board_asked.connect(self._on_board)
        self.sheet.emoji_asked.connect(partial(self.popups.offer_emoji, self.sheet.emoji_button))
        self.sheet.strip.alt_asked.connect(self.describe)
        self.sheet.strip.remove_asked.connect(self.remove)
        self.sheet.strip.moved.connect(self._on_moved)
        self.advice.pressed.connect(self._on_advice)
        self.popups.described.connect(self._on_described)
        self.popups.picked.connect(self._on_emoji_picked)
        self.popups.closed.connect(self.take_focus)

    @property
    def content(self) -> Content:
        return self._now.content

    @property
    def measured(self) -> Parsed:
        return self._now.measured

    @property
    def for_board(self) -> tuple[str, ...]:
        """Hashes of the pictures a new board would begin with."""
        return tuple(one.hash for one in (*self.content.pictures, *self._now.left_over))

    @property
    def is_reading(self) -> bool:
        """A picture is on its way into the post."""
        return self._attacher.waiting > 0

    def open(self, content: Content, caret: int = 0) -> None:
        """Another post. Nothing of the one before is left in Undo."""
        self._opened += 1
        self._thumbs.forget_large()
        self._now = Situation(content, parse(content.text))
        self.sheet.edit.set_text(content.text)
        # The store may hold what the field does not take: the field's words are what counts.
        shown = replace(content, text=self.sheet.edit.text())
        self._now = Situation(shown, parse(shown.text))
        self.sheet.edit.place_caret(caret)
        self._show()

    def take_focus(self) -> None:
        self.sheet.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        return self.sheet.edit.caret()

    def attach(self, offered: tuple[Path | bytes, ...]) -> None:
        self._now = replace(self._now, trouble="")
        self._thumbs.wake()
        self._attacher.add(offered)
        self.changed.emit()

    def attach_board(self, picture: Picture, alt_text: str, link: str, board_id: str) -> None:
        """A board's picture takes the place of the pictures it was made of."""
        before, left_over = self.content, self._now.left_over
        made = with_board(before, picture, alt_text, link, board_id)
        if made.text != before.text:
            self.sheet.edit.replace(0, len(before.text), made.text)
        self._put(made, left_over=())
        if before.pictures and before.board_id is None:
            self._offer_undo(
                self.tr("The board stands in place of your pictures."),
                partial(self._unmake_board, before, left_over),
            )

    def describe(self, picture: str) -> None:
        self.popups.describe(self.content.pictures, picture)

    def remove(self, picture: str) -> None:
        place = next(n for n, one in enumerate(self.content.pictures) if one.hash == picture)
        gone = self.content.pictures[place]
        self._put(self.content.without(picture), left_over=())
        self._offer_undo(self.tr("Picture taken out."), partial(self._put_back, gone, place))

    def show_same(self, post_id: str) -> None:
        """The post is stopped: the same words are in the queue or on X."""
        self._stop(replace(self._now, same_as=post_id))

    def ask_to_describe(self, *, queued: bool) -> None:
        """Before sending, once: pictures without a description."""
        self._stop(replace(self._now, asked_to_describe=True, into_queue=queued))

    def _stop(self, now: Situation) -> None:
        # Nothing else is in the way any more: whoever sends has read what stood there.
        self._turn(replace(now, trouble="", left_over=()))
        self.stopped.emit()

    def _turn(self, now: Situation) -> None:
        self._now = now
        self.advice.show_advice(advise(now))

    def _put(self, content: Content, *, left_over: tuple[Attached, ...] | None = None) -> None:
        kept = self._now.left_over if left_over is None else left_over
        self._now = replace(self._now, content=content, left_over=kept)
        self._show()
        self.changed.emit()

    def _offer_undo(self, sentence: str, undo: Callable[[], None]) -> None:
        undo = partial(self._undo, undo, self._opened)
        self.undo_offered.emit(Undo(sentence, _UNDO_SECONDS, undo))

    def _undo(self, undo: Callable[[], None], opened: int) -> None:
        """Nothing is put back into another post than it was taken from."""
        if opened == self._opened:
            undo()

    def _put_back(self, gone: Attached, place: int) -> None:
        pictures = list(self.content.pictures)
        known = any(one.hash == gone.hash for one in pictures)
        if known or len(pictures) >= MOST_PICTURES:
            return
        pictures.insert(place, gone)
        self._put(replace(self.content, pictures=tuple(pictures)))

    def _unmake_board(self, before: Content, left_over: tuple[Attached, ...]) -> None:
        content = replace(self.content, pictures=before.pictures, board_id=before.board_id)
        self._put(content, left_over=left_over)

    def _show(self) -> None:
        self.sheet.show_measured(self.measured)
        self.sheet.show_tiles([self._tile(one) for one in self.content.pictures])
        self._turn(self._now)

    def _tile(self, one: Attached) -> TileValue:
        name = name_of(self._shop.pictures, one)
        image = self._thumbs.get(one.hash, LARGE)
        return TileValue(one.hash, image, bool(one.alt_text.strip()), name)

    def _on_text(self, text: str) -> None:
        """What was said of the words before holds no longer; a picture's missing words do."""
        self._turn(
            Situation(
                replace(self.content, text=text),
                parse(text, before=self.measured),
                asked_to_describe=self._now.asked_to_describe,
                into_queue=self._now.into_queue,
                left_over=self._now.left_over,
                board_offered=self._now.board_offered,
            )
        )
        self.sheet.show_measured(self.measured)
        self.changed.emit()

    def _on_cleaned(self, dropped: int) -> None:
        self._turn(replace(self._now, dropped_signs=dropped))

    def _on_picture(self, picture: Picture) -> None:
        held = (*self.content.pictures, *self._now.left_over)
        refused = why_not(self._shop.pictures, held, picture)
        if refused:
            self._refuse(refused)
            return
        new = Attached(picture.hash, name=picture.name)
        if len(self.content.pictures) >= MOST_PICTURES:
            self._put(self.content, left_over=(*self._now.left_over, new))
            return
        pictures = (*self.content.pictures, new)
        now = replace(
            self._now, note=what_was_done(picture, self.locale()), asked_to_describe=False
        )
        offered = len(pictures) > 1 and self.content.board_id is None
        self._now = replace(now, board_offered=offered)
        self._put(replace(self.content, pictures=pictures))

    def _on_bad_picture(self, error: AppError) -> None:
        if isinstance(error, StorageTrouble):
            # No other picture would help.
            self.failed.emit(error)
            self.changed.emit()
        else:
            self._refuse(words(error).sentence)

    def _refuse(self, sentence: str) -> None:
        self._turn(replace(self._now, trouble=sentence))
        self.changed.emit()

    def _on_thumb(self, picture: str) -> None:
        if any(one.hash == picture for one in self.content.pictures):
            self._show()
            self.changed.emit()
            self.popups.refresh_image()

    def _on_moved(self, hashes: tuple[str, ...]) -> None:
        self._put(self.content.ordered(hashes))

    def _on_described(self, picture: str, alt_text: str) -> None:
        self._put(self.content.described(picture, alt_text))

    def _on_board(self) -> None:
        self._offer_no_board()
        self.board_asked.emit()

    def _offer_no_board(self) -> None:
        self._turn(replace(self._now, board_offered=False))

    def _on_emoji_picked(self, emoji: str) -> None:
        self.sheet.edit.insert(emoji)
        self.take_focus()

    def _on_advice(self, act: Act) -> None:
        if act is Act.TRIM:
            from ui.compose.trim import trimmed

            cut = trimmed(self.content.text, self.measured)
            self.sheet.edit.replace(cut, len(self.content.text), "")
            self.take_focus()
        elif act is Act.DESCRIBE:
            self.describe(self.content.undescribed[0])
        elif act is Act.CHOOSE_PICTURE:
            self._attacher.choose(self)
        elif act is Act.MAKE_BOARD:
            self._on_board()
        elif act is Act.DISMISS:
            self._offer_no_board()
        elif act is Act.KEEP_THESE:
            self._turn(replace(self._now, board_offered=False, left_over=()))
            self.take_focus()
        elif act is Act.SHOW_SAME and self._now.same_as is not None:
            self.same_asked.emit(self._now.same_as)
        elif act is Act.POST_ANYWAY:
            self.send_asked.emit()
