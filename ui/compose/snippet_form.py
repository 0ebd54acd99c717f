"""A snippet's name and words, new or changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from services.errors import StorageTrouble
from services.publishing.templates import LONGEST_NAME, NameTaken, Template, first_words
from services.shop import Shop
from ui.build import button, column, label, restyle, row
from ui.compose.brace_words import fault_words
from ui.theme import MEASURES
from widgets.plain_edit import PlainEdit
from widgets.start_edit import StartEdit

_TEXT_HIGH = 132


class SnippetForm(QWidget):
    done = Signal(str)
    """The id of what was saved; "" when nothing was."""
    failed = Signal(object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account_id = ""
        self._changed: Template | None = None
        self._heading = label(kind="strong")
        self.name = StartEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.words = PlainEdit()
        self.words.setFixedHeight(_TEXT_HIGH)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Words"))
        self.words.textChanged.connect(self._on_words)
        self.note = label(kind="caption", wrap=True)
        self.save_button = button(self.tr("Save"), kind="primary", in_row=True)
        self.save_button.clicked.connect(self.save)
        self.back_button = button(self.tr("Back"), in_row=True)
        self.back_button.clicked.connect(self._on_back)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        self.setLayout(
            column(
                self._heading,
                column(label(self.tr("Name"), kind="caption"), self.name, gap=MEASURES.s4),
                column(label(self.tr("Words"), kind="caption"), self.words, gap=MEASURES.s4),
                self.note,
                None,
                row(None, self.back_button, self.save_button),
            )
        )

    def begin(self, account_id: str, words: str) -> None:
        """A new one with these words, called by the first of them."""
        self._account_id = account_id
        self._changed = None
        self._heading.setText(self.tr("New snippet"))
        called = first_words((words,)) if words else ""
        self.name.setText(
            self._shop.templates.free_name(account_id, called, is_snippet=True) if called else ""
        )
        self.words.setPlainText(words)
        self._on_words()

    def change(self, snippet: Template) -> None:
        self._account_id = snippet.account_id
        self._changed = snippet
        self._heading.setText(self.tr("Change this snippet"))
        self.name.setText(snippet.name)
        self.words.setPlainText(snippet.text)
        self._on_words()

    def take_focus(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def save(self) -> None:
        words, name = self.words.text().strip(), self.name.text()
        if not words:
            return
        try:
            kept = self._kept(name, words)
        except NameTaken:
            self._say(self.tr("Another snippet has this name."), amber=True)
            self.take_focus()
            return
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.done.emit(kept.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            self.words.setFocus()
        else:
            super().keyPressEvent(event)

    def _kept(self, name: str, words: str) -> Template:
        if self._changed is not None:
            return self._shop.templates.change(self._changed.id, name=name, parts=(words,))
        return self._shop.templates.add(
            self._account_id, name=name, parts=(words,), is_snippet=True
        )

    def _on_words(self) -> None:
        words = self.words.text()
        self.save_button.setEnabled(bool(words.strip()))
        fault = fault_words(words, self.locale())
        self._say(
            fault or self.tr("{product} or any word in braces waits to be filled."),
            amber=bool(fault),
        )

    def _say(self, sentence: str, *, amber: bool) -> None:
        self.note.setText(sentence)
        self.note.setProperty("tone", "amber" if amber else "quiet")
        restyle(self.note)

    def _on_back(self) -> None:
        self.done.emit("")
