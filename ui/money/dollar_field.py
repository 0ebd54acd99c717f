"""A field for an amount of dollars, written as people write it: 5, 5.50, 5,50, $ 12, ٥."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.build import restyle

_MICRO = 1_000_000
MOST = 100_000 * _MICRO
_AROUND = re.compile(r"[\s$\u200e\u200f\u061c\u2066-\u2069]|US")
_MARK = re.compile(r"[.,']")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,'])\d{3}(\1\d{3})*")
_MARKS = str.maketrans({"٫": ".", "،": ",", "٬": ",", "’": "'"})


def parse_dollars(text: str, locale: QLocale) -> int | None:
    """Micro-dollars, or None for what is no amount. Digits of any script.

    One mark is the decimal one, unless it stands as the locale groups thousands.
    """
    plain = _AROUND.sub("", text).translate(_MARKS)
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in plain)
    marks = [sign for sign in plain if sign in ".,'"]
    grouping = locale.groupSeparator().translate(_MARKS)
    if _GROUPED.fullmatch(plain) and (len(marks) > 1 or marks[0] == grouping):
        plain = plain.replace(marks[0], "")
    elif marks:
        whole, _, part = plain.rpartition(marks[-1])
        if len(marks) > 1 and not (_GROUPED.fullmatch(whole) and marks[-1] not in whole):
            return None
        plain = f"{_MARK.sub('', whole)}.{part}"
    if not re.fullmatch(r"\d{1,7}(\.\d{0,6})?|\.\d{1,6}", plain):
        return None
    whole, _, part = plain.partition(".")
    micro = int(whole or "0") * _MICRO + int(part.ljust(6, "0") or "0")
    return micro if micro <= MOST else None


def plain_dollars(micro: int, locale: QLocale) -> str:
    """As it stands in the field: without the sign, with the decimals that count."""
    places = 2 if micro % 10_000 == 0 else 3 if micro % 1_000 == 0 else 6
    if micro % _MICRO == 0:
        places = 0
    plain = QLocale(locale)
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return plain.toString(micro / _MICRO, "f", places)


class DollarField(QLineEdit):
    """Tells an amount when it is left, or at Enter; what is none goes back to what was there."""

    given = Signal(object)
    """Micro-dollars, or None for an emptied field; only when it changed."""

    def __init__(self, name: str, parent: QWidget | None = None, *, may_be_empty: bool) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._may_be_empty = may_be_empty
        self.setAccessibleName(name)
        self.setMaxLength(24)
        self.setFixedWidth(104)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    @property
    def value(self) -> int | None:
        return self._value

    def set_value(self, micro: int | None) -> None:
        self._value = micro
        self.setText("" if micro is None else plain_dollars(micro, self.locale()))
        self._mark(wrong=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _on_edited(self, text: str) -> None:
        empty = not text.strip() and self._may_be_empty
        self._mark(wrong=not empty and parse_dollars(text, self.locale()) is None)

    def _on_finished(self) -> None:
        text = self.text()
        found = parse_dollars(text, self.locale())
        if found is None and (text.strip() or not self._may_be_empty):
            self.set_value(self._value)
            return
        if found != self._value:
            self.set_value(found)
            self.given.emit(found)

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            restyle(self)
