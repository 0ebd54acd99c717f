"""The owner's snippets at the caret: type a few letters, Enter inserts; more can be saved here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from services.errors import StorageTrouble
from services.publishing.templates import Template, first_words, matching
from services.shop import Shop
from services.text.fill_ins import fill
from ui.build import button, column, icon_button, label, restyle, row, tool_button
from ui.compose.brace_words import fault_words
from ui.compose.popover import Popover
from ui.compose.snippet_form import SnippetForm
from ui.theme import MEASURES
from widgets.line_list import LineList, LineRow
from widgets.start_edit import StartEdit

_WIDE = 360
_ROWS_HIGH = 132
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SnippetsPopover(Popover):
    chosen = Signal(str)
    """Words to be put where the caret stands; fill-ins that wait are still in them."""
    failed = Signal(object)
    """A StorageTrouble: nothing was changed."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account_id = ""
        self._offered = ""
        self._every: tuple[Template, ...] = ()
        self._gone: Template | None = None
        self._warned = ""
        self.set_name(self.tr("Snippets"))
        self.body.addStrut(_WIDE)
        self.search = StartEdit()
        self.search.setPlaceholderText(self.tr("Search your snippets"))
        self.search.setAccessibleName(self.tr("Search your snippets"))
        self.search.textChanged.connect(self._show_rows)
        self.search.installEventFilter(self)
        self.list = LineList(self.tr("Snippets"))
        self.list.chosen.connect(self._on_chosen)
        self.list.delete_asked.connect(self._on_delete)
        self.list.pointed.connect(self._on_pointed)
        self.nothing = label(kind="quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(MEASURES.s16, 0, MEASURES.s16, 0)
        self.note = label(kind="caption", wrap=True)
        self.anyway_button = button(self.tr("Insert as it is"), kind="link")
        self.anyway_button.clicked.connect(self._on_anyway)
        self.undo_button = button(self.tr("Undo"), kind="link")
        self.undo_button.clicked.connect(self._on_undo)
        self.save_button = tool_button("", icon="plus")
        self.save_button.clicked.connect(self._on_save)
        self.change_button = icon_button(self.tr("Change this snippet"), icon="pencil", in_row=True)
        self.change_button.clicked.connect(self._on_change)
        self.delete_button = icon_button(
            self.tr("Delete this snippet"), icon="trash-2", in_row=True
        )
        self.delete_button.clicked.connect(self._on_delete_current)
        self.form = SnippetForm(shop)
        self.form.done.connect(self._on_form_done)
        self.form.failed.connect(self.failed)
        self._build()

    def _build(self) -> None:
        self._places = QStackedWidget()
        # What is said below takes its room from the rows, and the window stays where it is.
        self._places.setMinimumHeight(_ROWS_HIGH)
        self._places.addWidget(self.list)
        self._places.addWidget(self.nothing)
        inner = QWidget()
        said = column(self.note, row(self.anyway_button, self.undo_button, None), gap=0)
        foot = row(self.save_button, None, self.change_button, self.delete_button, gap=4)
        inner.setLayout(column(self.search, self._places, said, foot))
        self._pages = QStackedWidget()
        self._pages.addWidget(inner)
        self._pages.addWidget(self.form)
        self.body.addWidget(self._pages)

    def offer(self, anchor: QWidget, *, account_id: str, selection: str, text: str) -> None:
        """Opens at `anchor`. `selection` of the post, or all its `text`, can be saved."""
        self._account_id = account_id
        self._offered = (selection or text).strip()
        self.save_button.setText(
            self.tr("Save the selection")
            if selection.strip()
            else self.tr("Save this text")
            if self._offered
            else self.tr("New snippet")
        )
        self._gone = None
        self.search.clear()
        self._pages.setCurrentIndex(0)
        self._read()
        self.open_at(anchor)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field arrows move the list, and Enter inserts what is marked."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.list.step(_STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.choose_current()
                return True
        return super().eventFilter(watched, event)

    def _read(self, current: str = "") -> None:
        self._every = self._shop.templates.snippets(self._account_id)
        self._show_rows(current=current)

    def _show_rows(self, _query: str = "", *, current: str = "") -> None:
        found = matching(self._every, self.search.text())
        rows = [LineRow(one.id, one.name, first_words(one.parts, most=80)) for one in found]
        self.list.set_rows(rows, current=current)
        self._places.setCurrentIndex(0 if rows else 1)
        self.nothing.setText(
            self.tr("No snippet has these words.")
            if self._every
            else self.tr("Words you write often, kept by name: opening hours, parcels, thanks.")
        )
        self.search.setVisible(bool(self._every))
        self.change_button.setEnabled(bool(rows))
        self.delete_button.setEnabled(bool(rows))
        self._say()

    def _say(self, sentence: str = "", *, anyway: bool = False) -> None:
        undo = self._gone is not None and not sentence
        if undo:
            sentence = self.tr("Snippet deleted.")
        self.note.setText(sentence)
        self.note.setProperty("tone", "amber" if anyway else "quiet")
        restyle(self.note)
        self.note.setVisible(bool(sentence))
        self.undo_button.setVisible(undo)
        self.anyway_button.setVisible(anyway)
        if not anyway:
            self._warned = ""

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except StorageTrouble as error:
            self.failed.emit(error)

    def _current(self) -> Template | None:
        return next((one for one in self._every if one.id == self.list.current), None)

    def _on_pointed(self, snippet_id: str) -> None:
        if self._warned and snippet_id != self._warned:
            self._say()

    def _on_chosen(self, snippet_id: str) -> None:
        """One with broken braces is inserted only once that has been read."""
        one = next(each for each in self._every if each.id == snippet_id)
        fault = fault_words(one.text, self.locale())
        if fault and self._warned != snippet_id:
            self._gone = None
            self._say(fault, anyway=True)
            self._warned = snippet_id
            return
        self.hide()
        try:
            self._shop.templates.count_use(snippet_id)
        except StorageTrouble as error:
            # The words are here all the same.
            self.failed.emit(error)
        self.chosen.emit(fill(one.text, {}))

    def _on_anyway(self) -> None:
        self._on_chosen(self._warned)

    def _on_save(self) -> None:
        self.form.begin(self._account_id, self._offered)
        self._pages.setCurrentIndex(1)
        self.form.take_focus()

    def _on_change(self) -> None:
        one = self._current()
        if one is not None:
            self.form.change(one)
            self._pages.setCurrentIndex(1)
            self.form.take_focus()

    def _on_form_done(self, snippet_id: str) -> None:
        self._pages.setCurrentIndex(0)
        self._gone = None
        if snippet_id:
            self.search.clear()
        self._read(snippet_id)
        (self.search if self._every else self.save_button).setFocus()

    def _on_delete_current(self) -> None:
        self._on_delete(self.list.current)

    def _on_delete(self, snippet_id: str) -> None:
        if snippet_id:
            self._try(partial(self._delete, snippet_id))

    def _delete(self, snippet_id: str) -> None:
        self._gone = self._shop.templates.delete(snippet_id)
        self._read()

    def _on_undo(self) -> None:
        self._try(self._undelete)

    def _undelete(self) -> None:
        if self._gone is not None:
            back = self._shop.templates.undelete(self._gone)
            self._gone = None
            self._read(back.id)
            self.list.setFocus()
