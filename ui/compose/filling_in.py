"""The places of a template that wait for their words, such as {name}, and the way through them."""

from __future__ import annotations

from typing import NamedTuple

from ui.compose.part_editor import PartEditor
from ui.compose.parts import Parts


class _Place(NamedTuple):
    """In code points of one part's words, both braces within."""

    part: int
    start: int
    end: int


class FillingIn:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @property
    def first(self) -> str:
        """With its braces; empty when none waits."""
        place = next(iter(self._places()), None)
        return "" if place is None else self._words(place)

    @property
    def count(self) -> int:
        return len(self._places())

    def go_on(self) -> None:
        """Selects the next place behind the caret; behind the last one, the first again."""
        caret = (self._parts.current, self._parts.now.sheet.edit.caret())
        places = self._places()
        behind = [one for one in places if (one.part, one.start) >= caret]
        self._go_to(next(iter([*behind, *places]), None))

    def go_to_first(self) -> None:
        self._go_to(next(iter(self._places()), None))

    def go_into(self, words: str) -> None:
        """Of words that were put in just before the caret."""
        end = self._parts.now.sheet.edit.caret()
        behind = (self._parts.current, end - len(words))
        places = [one for one in self._places() if one[:2] >= behind and one.end <= end]
        self._go_to(next(iter(places), None))

    def _go_to(self, place: _Place | None) -> None:
        if place is not None:
            self._parts.go_to(place.part)
            self._editor(place).sheet.edit.select(place.start, place.end)

    def _places(self) -> list[_Place]:
        texts = [editor.content.text for editor in self._parts.editors]
        if not any("{" in text for text in texts):
            return []
        from services.text.fill_ins import waiting

        return [
            _Place(part, one.start, one.end)
            for part, text in enumerate(texts)
            for one in waiting(text)
        ]

    def _words(self, place: _Place) -> str:
        return self._editor(place).content.text[place.start : place.end]

    def _editor(self, place: _Place) -> PartEditor:
        return self._parts.editors[place.part]
