"""One part of a post while it is written: its sheet, what stands on it, how long that is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from services.errors import AppError, StorageTrouble
from services.publishing.posts import MOST_PICTURES
from services.shop import Shop
from services.text.measure import STANDARD, Parsed, parse
from services.text.weight import Config
from ui.compose.attacher import Attacher
from ui.compose.content import EMPTY, Attached, PartContent, PartState, with_board
from ui.compose.part_keys import PartKeys
from ui.compose.picture_rules import goes_alone, is_full, is_moving, length_of, name_of, why_not
from ui.compose.sheet import Sheet
from ui.compose.thumbs import LARGE, Thumbs
from ui.messages import words
from ui.tasks import Tasks
from widgets.image_strip import TileValue

if TYPE_CHECKING:
    from services.media.changes import Change
    from services.media.pictures import Picture
    from ui.bringing import Brought
    from ui.compose.arrivals import Arrivals
    from widgets.pasted import Offered


class PartEditor(QObject):
    changed = Signal()
    """Its words, its pictures, or what is to be said of them."""
    worded = Signal()
    """Its words: told before `changed`."""
    picture_gone = Signal(object, int)
    """An `Attached` was taken out by the owner, and its place."""
    failed = Signal(object)
    """An AppError that has nothing to do with the picture: the disk refused our copy."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        thumbs: Thumbs,
        *,
        others: Callable[[], tuple[Attached, ...]],
    ) -> None:
        """`others`: all pictures of the post, since none stands in it twice."""
        self.sheet = Sheet()
        super().__init__(self.sheet)
        self._shop = shop
        self._thumbs = thumbs
        self._others = others
        self._config = STANDARD
        self.state = PartState(EMPTY, parse(""))
        self._said_of: dict[str, str] = {}
        self._tasks = tasks
        self._attacher = Attacher(shop, tasks, self)
        self._attacher.chosen.connect(self.attach)
        self._attacher.came.connect(self._on_picture)
        self._attacher.failed.connect(self._on_bad_picture)
        self._attacher.copied.connect(self._on_copied)
        self._attacher.found_nothing.connect(self._on_empty_folder)
        self._attacher.left_unread.connect(self._on_unread)
        self.sheet.edit.changed.connect(self._on_text)
        self.sheet.edit.cleaned.connect(self._on_cleaned)
        self.keys = PartKeys(self.sheet.edit)
        self.sheet.pictures_offered.connect(self.attach)
        self.sheet.picture_asked.connect(self.choose_pictures)
        self.sheet.strip.remove_asked.connect(self.remove)
        self.sheet.strip.moved.connect(self._on_moved)

    @cached_property
    def arrivals(self) -> Arrivals:
        """Made with the first picture that comes."""
        from ui.compose.arrivals import Arrivals

        made = Arrivals(self._shop, self._tasks, self)
        made.told.connect(self._on_used)
        return made

    @property
    def content(self) -> PartContent:
        return self.state.content

    @property
    def measured(self) -> Parsed:
        return self.state.measured

    @property
    def is_reading(self) -> bool:
        """A picture is on its way into the part."""
        return self._attacher.waiting > 0

    def open(self, content: PartContent, config: Config) -> None:
        """Other words. Nothing of those before is left in the field's undo."""
        self._config = config
        # Said before the field says what it took of them.
        self.state = PartState(content, parse(content.text, config=config))
        self.sheet.edit.set_text(content.text)
        # The store may hold what the field does not take: the field's words are what counts.
        shown = content._replace(text=self.sheet.edit.text())
        self.state = PartState(shown, parse(shown.text, config=config))
        self.show()

    def set_config(self, config: Config) -> None:
        """How long it may be: the words stay, and are measured anew."""
        if config == self._config:
            return
        self._config = config
        measured = parse(self.content.text, config=config)
        self.sheet.show_measured(measured)
        self._say(self.state._replace(measured=measured))

    def close(self) -> None:
        """Its part is taken out."""
        self.keys.stop()
        self.sheet.hide()
        self.sheet.deleteLater()

    def take_focus(self) -> None:
        self.sheet.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_text(self, text: str) -> None:
        """One step of the field's own undo; the caret stays where it is in the words."""
        before, edit = self.content.text, self.sheet.edit
        if text != before:
            caret = edit.caret()
            pairs = enumerate(zip(before, text, strict=False))
            shorter = min(len(before), len(text))
            same = next((place for place, (old, new) in pairs if old != new), shorter)
            edit.replace(same, len(before), text[same:])
            edit.place_caret(min(caret, len(text)))

    def attach(self, offered: tuple[Offered, ...]) -> None:
        self.state = self.state._replace(trouble="", unread=0)
        self._thumbs.wake()
        self._attacher.add(offered)
        self.changed.emit()

    def choose_pictures(self) -> None:
        self._attacher.choose(self.sheet)

    def attach_board(
        self, picture: Picture, alt_text: str, link: str, *, before: str | None, former: str
    ) -> None:
        """`before`: the board's picture as it was, whose place it takes; else all pictures'."""
        made = with_board(self.content, picture, alt_text, link, before=before, former=former)
        self.replace_text(made.text)
        self.put(self.content._replace(pictures=made.pictures), left_over=())

    def remove(self, picture: str) -> None:
        place = next(n for n, one in enumerate(self.content.pictures) if one.hash == picture)
        gone = self.content.pictures[place]
        self.put(self.content.without(picture), left_over=())
        self.picture_gone.emit(gone, place)

    def put_back(self, gone: Attached, place: int) -> None:
        """Where there is room for it."""
        pictures = list(self.content.pictures)
        store = self._shop.pictures
        alone = bool(pictures) and goes_alone(store, gone.hash)
        if not (alone or is_full(store, self.content.pictures)):
            pictures.insert(place, gone)
            self.put(self.content._replace(pictures=tuple(pictures)))

    def keep_these(self) -> None:
        """What was left over is let go."""
        self._say(self.state._replace(board_offered=False, left_over=()))

    def offer_no_board(self) -> None:
        self._say(self.state._replace(board_offered=False))

    def say_nothing(self) -> None:
        """Nothing of its pictures is in the way any more: whoever sends has read it."""
        self.state = self.state._replace(trouble="", refused="", left_over=())

    def put(self, content: PartContent, *, left_over: tuple[Attached, ...] | None = None) -> None:
        """The same words with other pictures."""
        kept = self.state.left_over if left_over is None else left_over
        self.state = self.state._replace(content=content, left_over=kept)
        self.state = self._with_uses(self.state.without_notes_of_the_gone())
        self.show()
        self.changed.emit()

    def show(self) -> None:
        self.sheet.show_measured(self.measured)
        full = is_full(self._shop.pictures, self.content.pictures)
        self.sheet.show_tiles([self._tile(one) for one in self.content.pictures], full=full)

    def shows(self, picture: str) -> bool:
        return any(one.hash == picture for one in self.content.pictures)

    def done_to(self, picture: str) -> frozenset[Change]:
        """What was changed in it when it came into this part."""
        return self._attacher.done_to(picture)

    def said_of(self, picture: str) -> str:
        """What the page it was taken from says it shows."""
        return self._said_of.get(picture, "")

    def refuse(self, sentence: str) -> None:
        self._say(self.state._replace(refused=sentence))

    def say_trouble(self, sentence: str) -> None:
        self._say(self.state._replace(trouble=sentence))

    def trim(self) -> None:
        """Cuts off the last words until it fits."""
        from ui.compose.trim import trimmed

        text = self.content.text
        self.sheet.edit.replace(trimmed(text, self.measured), len(text), "")

    def _say(self, state: PartState) -> None:
        """Another word about the part, which stays as it is."""
        self.state = state
        self.changed.emit()

    def _tile(self, one: Attached) -> TileValue:
        store = self._shop.pictures
        image, length = self._thumbs.get(one.hash, LARGE), length_of(store, one.hash)
        described, moves = bool(one.alt_text.strip()), is_moving(store, one.hash)
        return TileValue(one.hash, image, described, name_of(store, one), length, moves)

    def _on_text(self, text: str) -> None:
        """What was said of the words before holds no longer."""
        self.state = PartState(
            self.content._replace(text=text),
            parse(text, config=self._config, before=self.measured),
            left_over=self.state.left_over,
            unread=self.state.unread,
            board_offered=self.state.board_offered,
        )
        self.sheet.show_measured(self.measured)
        self.worded.emit()
        self.changed.emit()

    def _on_cleaned(self, dropped: int) -> None:
        self._say(self.state._replace(dropped_signs=dropped))

    def _on_copied(self, name: str, part: float) -> None:
        if self.is_reading and part < 1:
            self._on_told(self.arrivals.copying(name, part))

    def _on_told(self, sentence: str) -> None:
        self._say(self.state._replace(note=sentence, noted=""))

    def _on_used(self) -> None:
        self._say(self._with_uses(self.state))

    def _with_uses(self, state: PartState) -> PartState:
        known = "arrivals" in self.__dict__
        used = self.arrivals.used_of(state.content.pictures) if known else ""
        return state._replace(used=used)

    def _on_unread(self, count: int) -> None:
        self._say(self.state._replace(unread=count))

    def _on_empty_folder(self, name: str) -> None:
        self.say_trouble(self.arrivals.nothing_in(name))

    def _on_picture(self, brought: Brought) -> None:
        picture = brought.picture
        self._said_of[picture.hash] = brought.words
        refused = why_not(
            self._shop.pictures,
            picture,
            in_post=(*self._others(), *self.state.left_over),
            in_part=self.content.pictures,
        )
        if refused:
            self.say_trouble(refused)
            return
        new = Attached(picture.hash, name=picture.name)
        if len(self.content.pictures) >= MOST_PICTURES:
            self.put(self.content, left_over=(*self.state.left_over, new))
            return
        pictures = (*self.content.pictures, new)
        self.state = self.state._replace(
            note=self.arrivals.note_of(picture, self.done_to(picture.hash)),
            noted=picture.hash,
            board_offered=len(pictures) > 1,
        )
        self.put(self.content._replace(pictures=pictures))

    def _on_bad_picture(self, error: AppError) -> None:
        if isinstance(error, StorageTrouble):
            # No other picture would help.
            self.failed.emit(error)
            self.changed.emit()
        else:
            self.say_trouble(words(error).sentence)

    def _on_moved(self, hashes: tuple[str, ...]) -> None:
        self.put(self.content.ordered(hashes))
