"""What the owner does to the parts of a post: add, split, join, move, number, and take it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from services.publishing.posts import MOST_PICTURES
from services.shop import Shop
from ui.compose.content import EMPTY, Attached, PartContent
from ui.compose.part_editor import PartEditor
from ui.compose.part_stack import PartStack
from ui.compose.picture_rules import goes_alone, is_video
from ui.compose.thread_steps import Step, ThreadSteps
from ui.compose.thumbs import Thumbs
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.compose.part_drags import PartDrags


class Parts(PartStack):
    """Each of its steps can be taken back, and none loses a word."""

    undo_offered = Signal(str, object)
    """A sentence, and the call that takes it back whatever was written since."""
    step_offered = Signal(str)
    """A sentence: `take_back` undoes it, while nothing was written since."""
    replacing = Signal()
    """All words are about to be others."""

    def __init__(self, shop: Shop, tasks: Tasks, thumbs: Thumbs) -> None:
        super().__init__(shop, tasks, thumbs)
        self._steps = ThreadSteps()
        self._first_stays = False
        self._drags: PartDrags | None = None

    def open(self, parts: tuple[PartContent, ...], caret: int) -> None:
        """Another post: nothing of the one before is left to take back."""
        self._steps.clear()
        self._lay(parts)
        self.numbers.read()
        self.place_caret(caret)

    def keep_first(self, on: bool) -> None:
        """The first part holds what belongs to the first part alone: it stays where it is."""
        self._first_stays = on

    def replace(self, parts: tuple[PartContent, ...], sentence: str) -> None:
        """Other words and pictures for the whole post."""
        self.replacing.emit()
        with self._step():
            self._lay(parts or (EMPTY,))
            self.numbers.read()
        self.go_to(0)
        self.step_offered.emit(sentence)

    @property
    def can_take_back(self) -> bool:
        """The last step is the last thing that was done."""
        return self._steps.is_last(self.contents)

    def take_back(self) -> None:
        """The thread as it was before the last step, if nothing was written since."""
        if self.can_take_back:
            step = self._steps.pop()
            self._lay(step.before)
            self.numbers.on = step.was_numbered
            self.place_caret(step.caret)
            self.now.take_focus()
            self._on_changed()

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
        if editor.is_reading:
            editor.refuse(self.tr("A picture is still being read."))
            return
        both = (*above.content.pictures, *editor.content.pictures)
        alone = any(goes_alone(self._shop.pictures, one.hash) for one in both)
        if alone and len(both) > 1:
            editor.refuse(self.tr("A video or a moving picture goes alone in a part."))
            return
        if len(above.content.pictures) + len(editor.content.pictures) > MOST_PICTURES:
            editor.refuse(self.tr("Together they would have more than four pictures."))
            return
        from ui.compose import thread_moves

        was_empty = editor.content.is_empty
        with self._changing():
            self.go_to(place - 1)
            joined = thread_moves.joined(above.content, editor.content)
            caret = len(joined.text) - len(editor.content.text.lstrip())
            self._discard(editor)
            above.replace_text(joined.text)
            above.put(above.content._replace(pictures=joined.pictures))
            above.sheet.edit.place_caret(caret)
        if not was_empty:
            self.step_offered.emit(self.tr("Joined to the part above."))

    def move(self, step: int) -> None:
        """The current part goes up or down."""
        place = self.current + step
        if 0 <= place < len(self.editors):
            self._move(self.now, place)

    def is_video(self, picture: str) -> bool:
        return is_video(self._shop.pictures, picture)

    def take_out(self, editor: PartEditor) -> None:
        if len(self.editors) == 1:
            return
        with self._changing():
            place, gone = self.editors.index(editor), editor.content
            if editor is self.now:
                self.go_to(place + 1 if editor is not self.editors[-1] else place - 1)
            self._discard(editor)
        if not gone.is_empty:
            self.undo_offered.emit(self.tr("Part taken out."), partial(self._put_back, place, gone))

    def number(self, on: bool) -> None:
        if on is not self.numbers.on:
            with self._step():
                self.numbers.turn(on)

    def make_of_current(self) -> None:
        """The current part becomes a thread of its own, cut at the ends of sentences."""
        # Most posts are one part: what cuts words up is loaded with the first that are not.
        from ui.compose import thread_moves

        made = thread_moves.threaded(
            self.contents, self.current, config=self._config, numbers=self.numbers.on
        )
        if made is None:
            most = thread_moves.MOST_PARTS
            self.now.refuse(self.tr("Too much for a thread: it can have %Ln parts.", "", most))
            return
        said = self.tr("A thread of %Ln parts, cut at the ends of sentences.", "", len(made))
        self.replace(made, said)

    def _connect(self, editor: PartEditor) -> None:
        editor.picture_gone.connect(partial(self._on_picture_gone, editor))
        editor.keys.split_asked.connect(self.split)
        editor.keys.join_asked.connect(self.join)
        editor.keys.move_asked.connect(self.move)
        editor.keys.undo_asked.connect(self.take_back)
        editor.sheet.part_asked.connect(self.add)
        editor.sheet.placed.connect(partial(self._on_placed, editor))

    def _on_placed(self, editor: PartEditor) -> None:
        """Its grip and its × were made: it is a part of a thread now."""
        place = editor.sheet.place
        if place is None:
            return
        place.out_asked.connect(partial(self.take_out, editor))
        place.step_asked.connect(self.move)
        if self._drags is None:
            from ui.compose.part_drags import PartDrags

            self._drags = PartDrags(self.sheets, self.editors, self._move)
        self._drags.watch(editor, place)

    @contextmanager
    def _step(self) -> Iterator[None]:
        """One step of the thread. From here on the fields' own undo would tear parts of it out."""
        before, caret, was_numbered = self.contents, self.caret(), self.numbers.on
        yield
        for editor in self.editors:
            editor.sheet.edit.document().clearUndoRedoStacks()
        self._steps.note(Step(before, self.contents, caret, was_numbered))
        self._on_changed()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A step after which a thread whose parts are numbered still is."""
        with self._step():
            self.numbers.take_off()
            yield
            self._arrange()
            self.numbers.put_on()

    def _put_back(self, place: int, part: PartContent) -> None:
        """Without pictures that stand in another part by now."""
        for one in self._all_pictures():
            part = part.without(one.hash)
        with self._changing():
            self._insert(min(place, len(self.editors)), part)

    def _on_picture_gone(self, editor: PartEditor, gone: Attached, place: int) -> None:
        undo = partial(self._put_picture_back, editor, gone, place)
        self.undo_offered.emit(self.tr("Picture taken out."), undo)

    def _put_picture_back(self, editor: PartEditor, gone: Attached, place: int) -> None:
        """Into its part, or the current one if that is gone."""
        target = editor if editor in self.editors else self.now
        if not any(one.hash == gone.hash for one in self._all_pictures()):
            target.put_back(gone, place)

    def _move(self, editor: PartEditor, place: int) -> None:
        if self._first_stays and 0 in (place, self.editors.index(editor)):
            editor.refuse(self.tr("The poll stays with the first part: take it out first."))
            return
        with self._changing():
            self.editors.remove(editor)
            self.editors.insert(place, editor)
        editor.take_focus()
