"""The sheets that lie under each other, one for each part, and which of them is current."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from services.shop import Shop
from services.text.measure import STANDARD
from services.text.weight import Config
from ui.compose.content import Attached, PartContent
from ui.compose.part_editor import PartEditor
from ui.compose.part_numbers import PartNumbers
from ui.compose.sheets import Sheets
from ui.compose.thumbs import Thumbs
from ui.tasks import Tasks


class PartStack(QObject):
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
        self.editors: list[PartEditor] = []
        self.numbers = PartNumbers(self.editors)
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

    def turn_to(self, editor: PartEditor) -> None:
        if editor is self.now or editor not in self.editors:
            return
        self.now = editor
        self._show_places()
        self.numbers.put_right()
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

    def step(self, step: int) -> None:
        """The caret goes on into the part above or below."""
        place = self.current + step
        if 0 <= place < len(self.editors):
            self.go_to(place)

    def _lay(self, parts: tuple[PartContent, ...]) -> None:
        """Other words and pictures; editors that are there are used again."""
        while len(self.editors) > len(parts):
            self._discard(self.editors[-1])
        while len(self.editors) < len(parts):
            self.editors.append(self._new_editor())
        for editor, part in zip(self.editors, parts, strict=True):
            editor.open(part, self._config)
            self.numbers.begin(editor)
        self._arrange()

    def _new_editor(self) -> PartEditor:
        editor = PartEditor(self._shop, self._tasks, self._thumbs, others=self._all_pictures)
        editor.changed.connect(self._on_changed)
        editor.worded.connect(partial(self._on_worded, editor))
        editor.failed.connect(self.failed)
        editor.keys.entered.connect(partial(self.turn_to, editor))
        editor.keys.step_asked.connect(self.step)
        self._connect(editor)
        editor.sheet.show_shop(*self._who)
        self.came.emit(editor.sheet)
        return editor

    def _connect(self, editor: PartEditor) -> None:
        """For a subclass, that does things to the parts."""

    def _insert(self, place: int, part: PartContent) -> None:
        editor = self._new_editor()
        self.editors.insert(place, editor)
        editor.open(part, self._config)
        self.numbers.begin(editor)
        self._arrange()
        self.go_to(place)
        editor.sheet.edit.place_caret(0)

    def _discard(self, editor: PartEditor) -> None:
        self.editors.remove(editor)
        self.numbers.forget(editor)
        if editor is self.now:
            self.now = self.editors[-1]
        editor.close()

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

    def _all_pictures(self) -> tuple[Attached, ...]:
        return tuple(one for editor in self.editors for one in editor.content.pictures)

    def _on_worded(self, editor: PartEditor) -> None:
        self.worded.emit()
        self.numbers.note(editor)

    def _on_changed(self) -> None:
        self.changed.emit()
