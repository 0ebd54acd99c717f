"""What is being written: a sheet for each part, what the post carries, the line of advice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.publishing.post_options import PLAIN, PostOptions
from services.shop import Shop
from services.text.measure import Parsed
from ui.compose.advice_line import AdviceLine
from ui.compose.adviser import Adviser
from ui.compose.board_place import BoardPlace
from ui.compose.content import Content
from ui.compose.extras import Extras
from ui.compose.guarding import Guarding
from ui.compose.parts import Parts
from ui.compose.popups import Popups
from ui.compose.sheet import Sheet
from ui.compose.thumbs import LARGE, Thumbs
from ui.page import Undo
from ui.tasks import Tasks
from ui.theme import MEASURES

if TYPE_CHECKING:
    from services.media.pictures import Picture
    from widgets.pasted import Offered

_UNDO_SECONDS = 10


class Composer(QWidget):
    changed = Signal()
    """`content` or `measured` is another."""
    undo_offered = Signal(object)
    undo_over = Signal(object)
    """An `Undo` that was offered and can no longer be."""
    board_asked = Signal()
    failed = Signal(object)
    """An AppError that has nothing to do with the picture: the disk refused our copy."""
    preview_asked = Signal()
    drafts_asked = Signal()

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        thumbs: Thumbs,
        guarding: Guarding,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbs = thumbs
        self._options = PLAIN
        self._opened = 0
        self._offer: Undo | None = None
        self._of_a_step = False
        self._thumbs.came.connect(self._on_thumb)
        self.parts = Parts(shop, tasks, thumbs)
        self.popups = Popups(self, shop, partial(thumbs.get, size=LARGE), self.parts)
        self.extras = Extras(self)
        self._board = BoardPlace(shop, self.parts)
        self.adviser = Adviser(shop, self.parts, guarding, self._content)
        self._connect()
        self.parts.begin()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEASURES.s8)
        layout.addWidget(self.parts.sheets)
        layout.addWidget(self.advice)
        self.adviser.show()

    def _connect(self) -> None:
        self.popups.described.connect(self._on_described)
        self.popups.picked.connect(self.insert)
        self.popups.closed.connect(self.take_focus)
        self.adviser.describe_asked.connect(self.describe)
        self.adviser.board_asked.connect(self.board_asked)
        self.parts.came.connect(self._on_sheet)
        self.parts.changed.connect(self._on_changed)
        self.parts.turned.connect(self.adviser.show)
        self.parts.undo_offered.connect(self._offer_undo)
        self.parts.step_offered.connect(self._offer_step)
        self.parts.failed.connect(self.failed)
        self.parts.first_came.connect(self.extras.lay_on)
        self.extras.changed.connect(self._on_options)
        self.extras.undo_offered.connect(self._offer_undo)
        self.extras.numbering_asked.connect(self.parts.number)

    def _on_sheet(self, sheet: Sheet) -> None:
        sheet.strip.alt_asked.connect(self.describe)
        sheet.board_asked.connect(self._on_board)
        sheet.poll_asked.connect(self.extras.ask)
        sheet.more_asked.connect(partial(self._on_more, sheet))
        sheet.emoji_asked.connect(partial(self.popups.offer_emoji, sheet.emoji_button))
        sheet.drafts_asked.connect(self.drafts_asked)
        sheet.preview_asked.connect(self.preview_asked)

    @property
    def advice(self) -> AdviceLine:
        return self.adviser.line

    @property
    def content(self) -> Content:
        return self._content()

    def _content(self) -> Content:
        return Content(self.parts.contents, self._board.board_id, self._options)

    @property
    def measured(self) -> tuple[Parsed, ...]:
        """One for each part."""
        return tuple(editor.measured for editor in self.parts.editors)

    @property
    def sheet(self) -> Sheet:
        """The current part's."""
        return self.parts.now.sheet

    @property
    def for_board(self) -> tuple[str, ...]:
        """Hashes of the pictures a new board would begin with: no video can stand on it."""
        state = self.parts.now.state
        shown = (*state.content.pictures, *state.left_over)
        return tuple(one.hash for one in shown if not self.parts.is_video(one.hash))

    def open(self, content: Content, caret: int = 0) -> None:
        """Another post. Nothing of the one before is left in Undo."""
        self._opened += 1
        self._thumbs.forget_large()
        self._options = content.options
        self._board.open(content)
        self.adviser.begin_again()
        self.extras.show(content.options)
        self.parts.keep_first(content.options.poll is not None)
        self.parts.open(content.parts, caret)
        self.adviser.show()
        self._withdraw()

    def take_focus(self) -> None:
        self.parts.now.take_focus()

    def point_out(self) -> None:
        """What keeps it from being sent gets the caret."""
        if not self.extras.point_out(len(self.parts.contents[0].pictures)):
            self.take_focus()

    def caret(self) -> int:
        return self.parts.caret()

    def insert(self, words: str) -> None:
        """Types them at the caret of the current part."""
        self.sheet.edit.insert(words)
        self.take_focus()

    def insert_apart(self, words: str) -> None:
        """As `insert`, with a gap after a word: a tag that touches one is no tag."""
        edit = self.sheet.edit
        before = edit.text()[: edit.caret()]
        self.insert(f" {words}" if before and not before[-1].isspace() else words)

    def attach(self, offered: tuple[Offered, ...]) -> None:
        self.parts.now.attach(offered)

    def attach_board(self, picture: Picture, alt_text: str, link: str, board_id: str) -> None:
        """A board's picture takes the place of the pictures it was made of."""
        pictures = self.parts.now.content.pictures
        video = any(self.parts.is_video(one.hash) for one in pictures)
        undo = self._board.attach(picture, alt_text, link, board_id)
        if undo is not None:
            said = (
                self.tr("The board stands in place of your video.")
                if video
                else self.tr("The board stands in place of your pictures.")
            )
            self._offer_undo(said, undo)

    def set_options(self, options: PostOptions) -> None:
        self.extras.show(options)
        self._on_options(options)

    def describe(self, picture: str) -> None:
        self.popups.describe(self.content.pictures, picture)

    def remove(self, picture: str) -> None:
        next(one for one in self.parts.editors if one.shows(picture)).remove(picture)

    def _offer_undo(self, sentence: str, undo: Callable[[], None]) -> None:
        self._offer = Undo(sentence, _UNDO_SECONDS, partial(self._undo, undo, self._opened))
        self._of_a_step = False
        self.undo_offered.emit(self._offer)

    def _undo(self, undo: Callable[[], None], opened: int) -> None:
        """Nothing is put back into another post than it was taken from."""
        if opened == self._opened:
            undo()

    def _offer_step(self, sentence: str) -> None:
        self._offer_undo(sentence, self.parts.take_back)
        self._of_a_step = True

    def _withdraw(self) -> None:
        """The bar goes with its post, and a step's with the first new word."""
        offer, self._offer = self._offer, None
        if offer is not None:
            self.undo_over.emit(offer)

    def _on_options(self, options: PostOptions) -> None:
        self.parts.keep_first(options.poll is not None)
        if options != self._options:
            self._options = options
            self._on_changed()

    def _on_more(self, sheet: Sheet) -> None:
        texts = self.content.texts
        self.extras.offer_more(sheet, parts=len(texts), numbered=self.parts.numbers.on)

    def _on_changed(self) -> None:
        if self._of_a_step and not self.parts.can_take_back:
            self._withdraw()
        self.adviser.show()
        self.changed.emit()

    def _on_thumb(self, picture: str) -> None:
        for editor in self.parts.editors:
            if editor.shows(picture):
                editor.show()
                self.changed.emit()
                self.popups.refresh_image()

    def _on_described(self, picture: str, alt_text: str) -> None:
        self._board.described(picture, alt_text)
        for editor in self.parts.editors:
            if editor.shows(picture):
                editor.put(editor.content.described(picture, alt_text))

    def _on_board(self) -> None:
        self.parts.now.offer_no_board()
        self.board_asked.emit()
