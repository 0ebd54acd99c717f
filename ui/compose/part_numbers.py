"""Keeps the numbers of a thread's parts up while it is written."""

from __future__ import annotations

from services.text.numbering import are_numbered, numbered, with_number, without_numbers
from ui.compose.part_editor import PartEditor


class PartNumbers:
    def __init__(self, editors: list[PartEditor]) -> None:
        """`editors` is the living list: one for each part, in their order."""
        self._editors = editors
        self._empty: set[PartEditor] = set()
        self._retelling = False
        self._paused = False
        self.on = False

    def read(self) -> None:
        """Other words lie there: are they numbered?"""
        self.on = are_numbered(self._texts())

    def turn(self, on: bool) -> None:
        self._retell((numbered if on else without_numbers)(self._texts()))
        self.on = on

    def take_off(self) -> None:
        """Before parts come, go or move; until `put_on` nothing is numbered."""
        self._paused = True
        if self.on:
            self._retell(without_numbers(self._texts()))

    def put_on(self) -> None:
        self._paused = False
        if self.on:
            self._retell(numbered(self._texts()))

    def put_right(self) -> None:
        """Where words were typed behind a number it goes to their end again."""
        if self.on and not self._paused:
            self._retell(numbered(without_numbers(self._texts())))

    def begin(self, editor: PartEditor) -> None:
        """Its words were laid there."""
        self._empty.discard(editor)
        if not editor.content.text.strip():
            self._empty.add(editor)

    def note(self, editor: PartEditor) -> None:
        """Its words changed: the first sign in an empty part brings the number along."""
        text = editor.content.text
        if not text.strip():
            self._empty.add(editor)
        elif editor in self._empty:
            self._empty.discard(editor)
            if self.on and not self._paused and not self._retelling:
                place = self._editors.index(editor) + 1
                editor.replace_text(with_number(text, place, len(self._editors)))

    def forget(self, editor: PartEditor) -> None:
        self._empty.discard(editor)

    def _texts(self) -> tuple[str, ...]:
        return tuple(editor.content.text for editor in self._editors)

    def _retell(self, texts: tuple[str, ...]) -> None:
        self._retelling = True
        for editor, text in zip(self._editors, texts, strict=True):
            editor.replace_text(text)
        self._retelling = False
