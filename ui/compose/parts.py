"""The parts of the post on the screen: one editor each, and what is done to them as a thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QImage

from services.shop import Shop
from services.text.measure import STANDARD
from services.text.numbering import are_numbered, numbered, without_numbers
from services.text.weight import Config
from ui.compose import thread_moves
from ui.compose.content import EMPTY, Attached, PartContent
from ui.compose.part_editor import PartEditor
from ui.compose.sheets import Sheets
from ui.compose.thumbs import Thumbs
from ui.tasks import Tasks


class Parts(QObject):
    """There is always one part at least, and one that is current: it has the caret or had it last.

    A caret's place counts through all parts, with one between two of them.
    """

    changed = Signal()
    worded = Signal()
    """Words changed: told before `changed`."""
    turned = Signal(int)
    """Another part is current."""
    first_came = Signal(object)
    """A Sheet: the first part's, from now on."""
    came = Signal(object)
    """A Sheet: it was made just now."""
    undo_offered = Signal(str, object)
    """A sentence, and the call that takes it back."""
    failed = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks, thumbs: Thumbs) -> None:
        self.sheets = Sheets()
        super().__init__(self.sheets)
        self._shop = shop
        self._tasks = tasks
        self._thumbs = thumbs
        self._config = STANDARD
        self._narrow = False
        self._who: tuple[str, str, QImage | None] = ("", "", None)
        self._changes = 0
        self.editors: list[PartEditor] = []
        self.now: PartEditor

    def begin(self) -> None:
        """Lays the first sheet: whoever wants to know of each is listening by now."""
        self.now = self._new_editor()
        self.editors.append(self.now)
        self._arrange()

    @property
    def contents(self) -> tuple[PartContent, ...]:
        return tuple(editor.content for editor in self.editors)

    @property
    def current(self) -> int:
        return self.editors.index(self.now)

    def set_config(self, config: Config) -> None:
        """How long a part may be."""
        self._config = config
        for editor in self.editors:
            editor.set_config(config)

    def caret(self) -> int:
        before = sum(len(editor.content.text) + 1 for editor in self.editors[: self.current])
        return before + self.now.sheet.edit.caret()

    def place_caret(self, caret: int) -> None:
        for editor in self.editors:
            length = len(editor.content.text)
            if caret <= length:
                break
            caret -= length + 1
        self.turn_to(editor)
        editor.sheet.edit.place_caret(min(caret, len(editor.content.text)))

    def lay(self, parts: tuple[PartContent, ...]) -> None:
        """Other words and pictures; editors that are there are used again."""
        while len(self.editors) > len(parts):
            self._discard(self.editors[-1])
        while len(self.editors) < len(parts):
            self.editors.append(self._new_editor())
        for editor, part in zip(self.editors, parts, strict=True):
            editor.open(part, self._config)
        self._arrange()

    def replace(self, parts: tuple[PartContent, ...], sentence: str) -> None:
        """As `lay`, and Undo brings back those of before while nothing was written since."""
        before, caret = self.contents, self.caret()
        self.lay(parts or (EMPTY,))
        self.go_to(0)
        self._on_changed()
        self.undo_offered.emit(sentence, partial(self._lay_again, before, caret, self._changes))

    def turn_to(self, editor: PartEditor) -> None:
        if editor is self.now or editor not in self.editors:
            return
        self.now = editor
        self._show_places()
        if are_numbered(self._texts()):
            # What was typed into a new part has its number from now on.
            self._retell(numbered(self._texts()))
        self.turned.emit(self.current)

    def go_to(self, place: int) -> None:
        """Gives a part the caret."""
        self.turn_to(self.editors[place])
        self.now.take_focus()

    def show_shop(self, name: str, handle: str, logo: QImage | None) -> None:
        self._who = (name, handle, logo)
        for editor in self.editors:
            editor.sheet.show_shop(name, handle, logo)

    def set_narrow(self, narrow: bool) -> None:
        """Drafts and preview have a button on the first sheet then."""
        self._narrow = narrow
        for place, editor in enumerate(self.editors):
            editor.sheet.set_narrow(narrow and place == 0)

    def add(self) -> None:
        """An empty part below the current one."""
        with self._changing():
            self._insert(self.current + 1, EMPTY)

    def split(self) -> None:
        """At the caret: what stands behind it begins the next part."""
        with self._changing():
            text, at = self.now.content.text, self.now.sheet.edit.caret()
            self.now.replace_text(text[:at].rstrip())
            self._insert(self.current + 1, PartContent(text[at:].lstrip()))

    def join(self) -> None:
        """The current part goes on at the end of the one above, if its pictures find room there."""
        place, editor = self.current, self.now
        if place == 0:
            return
        above = self.editors[place - 1]
        with self._changing():
            joined = thread_moves.joined(above.content, editor.content)
            if joined is not None:
                self.go_to(place - 1)
                caret = len(joined.text) - len(editor.content.text.lstrip())
                self._discard(editor)
                above.replace_text(joined.text)
                above.put(replace(above.content, pictures=joined.pictures))
                above.sheet.edit.place_caret(caret)
        if joined is None:
            editor.say_trouble(self.tr("Together they would have more than four pictures."))

    def step(self, step: int) -> None:
        """The caret goes on into the part above or below."""
        place = self.current + step
        if 0 <= place < len(self.editors):
            self.go_to(place)

    def move(self, step: int) -> None:
        """The current part goes up or down."""
        place = self.current + step
        if 0 <= place < len(self.editors):
            self._move(self.now, place)

    def take_out(self, editor: PartEditor) -> None:
        if len(self.editors) == 1:
            return
        with self._changing():
            place, gone = self.editors.index(editor), editor.content
            self.go_to(place + 1 if editor is not self.editors[-1] else place - 1)
            self._discard(editor)
        if not gone.is_empty:
            self.undo_offered.emit(self.tr("Part taken out."), partial(self._put_back, place, gone))

    def number(self, on: bool) -> None:
        self._retell((numbered if on else without_numbers)(self._texts()))

    def make_of_current(self) -> None:
        """The current part becomes a thread of its own, cut at the ends of sentences."""
        made = thread_moves.threaded(self.contents, self.current, config=self._config)
        said = self.tr("A thread of %Ln parts, cut at the ends of sentences.", "", len(made))
        self.replace(made, said)

    def _new_editor(self) -> PartEditor:
        editor = PartEditor(self._shop, self._tasks, self._thumbs, held=self._all_pictures)
        editor.changed.connect(self._on_changed)
        editor.worded.connect(self.worded)
        editor.failed.connect(self.failed)
        editor.undo_offered.connect(self.undo_offered)
        editor.keys.entered.connect(partial(self.turn_to, editor))
        editor.keys.split_asked.connect(self.split)
        editor.keys.join_asked.connect(self.join)
        editor.keys.move_asked.connect(self.move)
        editor.keys.step_asked.connect(self.step)
        editor.sheet.part_asked.connect(self.add)
        editor.sheet.placed.connect(partial(self._on_placed, editor))
        editor.sheet.show_shop(*self._who)
        self.came.emit(editor.sheet)
        return editor

    def _on_placed(self, editor: PartEditor) -> None:
        """Its grip and its × were made: it is a part of a thread now."""
        place = editor.sheet.place
        if place is None:
            return
        place.out_asked.connect(partial(self.take_out, editor))
        place.step_asked.connect(self.move)
        place.dragged.connect(partial(self._on_dragged, editor))
        place.dropped.connect(partial(self._on_dropped, editor))

    def _lay_again(self, before: tuple[PartContent, ...], caret: int, changes: int) -> None:
        if changes == self._changes:
            self.lay(before)
            self.place_caret(caret)
            self._on_changed()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A thread whose parts are numbered stays so, whatever is done to it."""
        numbers = are_numbered(self._texts())
        if numbers:
            self._retell(without_numbers(self._texts()))
        yield
        self._arrange()
        if numbers:
            self._retell(numbered(self._texts()))
        self._on_changed()

    def _insert(self, place: int, part: PartContent) -> None:
        editor = self._new_editor()
        self.editors.insert(place, editor)
        editor.open(part, self._config)
        self._arrange()
        self.go_to(place)
        editor.sheet.edit.place_caret(0)

    def _put_back(self, place: int, part: PartContent) -> None:
        with self._changing():
            self._insert(min(place, len(self.editors)), part)

    def _discard(self, editor: PartEditor) -> None:
        self.editors.remove(editor)
        if editor is self.now:
            self.now = self.editors[-1]
        editor.close()

    def _move(self, editor: PartEditor, place: int) -> None:
        with self._changing():
            self.editors.remove(editor)
            self.editors.insert(place, editor)
        editor.take_focus()

    def _arrange(self) -> None:
        self.sheets.put([editor.sheet for editor in self.editors])
        self.first_came.emit(self.editors[0].sheet)
        self._show_places()
        self.set_narrow(self._narrow)

    def _show_places(self) -> None:
        count = len(self.editors)
        for place, editor in enumerate(self.editors):
            editor.sheet.set_place(place + 1, count)
            editor.sheet.set_current(editor is self.now)

    def _retell(self, texts: tuple[str, ...]) -> None:
        for editor, text in zip(self.editors, texts, strict=True):
            editor.replace_text(text)

    def _texts(self) -> tuple[str, ...]:
        return tuple(editor.content.text for editor in self.editors)

    def _all_pictures(self) -> tuple[Attached, ...]:
        return tuple(one for editor in self.editors for one in editor.content.pictures)

    def _on_changed(self) -> None:
        self._changes += 1
        self.changed.emit()

    def _on_dragged(self, editor: PartEditor, at: QPoint) -> None:
        held = self.editors.index(editor)
        self.sheets.show_gap(self.sheets.place_at(at, held), held)

    def _on_dropped(self, editor: PartEditor, at: QPoint) -> None:
        held = self.editors.index(editor)
        self.sheets.show_gap(None, held)
        place = self.sheets.place_at(at, held)
        if place is not None:
            self._move(editor, place)
