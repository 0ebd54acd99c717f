"""The parts of a template as they would stand in the composer, with what waits for its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from services.text.fill_ins import fill, read
from ui.build import card, label, scroll
from ui.compose.brace_words import fault_words
from ui.theme import MEASURES
from widgets.text_block import direction_of
from widgets.tones import tones_of


class TemplatePreview(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(0, 0, MEASURES.s8, 0)
        self._rows.setSpacing(MEASURES.s8)
        self._rows.addStretch(1)
        self._area: QScrollArea = scroll(self._inner, name=self.tr("Preview of the parts"))
        layout.addWidget(self._area)
        self._cards: list[QFrame] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """As they are read aloud."""
        return tuple(card.accessibleName() for card in self._cards)

    def show_parts(self, parts: Sequence[str], values: Mapping[str, str]) -> None:
        for old in self._cards:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [self._card(place, text, values) for place, text in enumerate(parts)]
        for place, each in enumerate(self._cards):
            self._rows.insertWidget(place, each)
        self._area.verticalScrollBar().setValue(0)

    def _card(self, place: int, text: str, values: Mapping[str, str]) -> QFrame:
        number = self.locale().toString(place + 1)
        words = QLabel(self._marked(fill(text, values)))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        fault = fault_words(text, self.locale())
        warning = label(fault, kind="caption", tone="amber", wrap=True)
        made = card(label(number, kind="caption"), words, warning, gap=MEASURES.s4)
        warning.setVisible(bool(fault))
        made.setAccessibleName(fill(text, values))
        return made

    def _marked(self, text: str) -> str:
        """What waits is underlined; each paragraph runs in its own direction."""
        pieces, done = [], 0
        colour = tones_of(self).blue.name()
        for one in read(text).fill_ins:
            waits = escape(text[one.start : one.end])
            pieces += [
                escape(text[done : one.start]),
                f'<u style="color: {colour}">{waits}</u>',
            ]
            done = one.end
        html = "".join([*pieces, escape(text[done:])])
        lines = zip(text.split("\n"), html.split("\n"), strict=True)
        return "".join(self._paragraph(plain, marked) for plain, marked in lines)

    def _paragraph(self, plain: str, marked: str) -> str:
        rightwards = direction_of(plain, self.layoutDirection()) is Qt.LayoutDirection.LeftToRight
        way = "ltr" if rightwards else "rtl"
        side = "left" if rightwards and not self.isRightToLeft() else "right"
        return f'<p dir="{way}" align="{side}" style="margin: 0">{marked or "&nbsp;"}</p>'
