"""A field for an amount of dollars, written as people write it: 5, 5.50, 5,50, $ 12, ٥."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.build import restyle
from widgets.type_scale import grown

_MICRO = 1_000_000
MOST = 100_000 * _MICRO
_WIDE = 104
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
    """Tells an amount when it is left, or at Enter; what is none stays, marked, and is not told."""

    given = Signal(object)
    """Micro-dollars, or None for an emptied field; only when it changed."""
    refused = Signal(str)
    """Why what was typed is no amount, when it is left so; "" once it is one."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        may_be_empty: bool,
        most: int = MOST,
    ) -> None:
        """`most` in micro-dollars."""
        super().__init__(parent)
        self._value: int | None = None
        self._may_be_empty = may_be_empty
        self._most = most
        self.setAccessibleName(name)
        self.setMaxLength(24)
        self._fit()
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    @property
    def value(self) -> int | None:
        return self._value

    @property
    def amount(self) -> int | None:
        """What is typed, in micro-dollars; None for what cannot be taken."""
        found = parse_dollars(self.text(), self.locale())
        return None if found is None or found > self._most else found

    def set_value(self, micro: int | None) -> None:
        """What is being mended stays as it was typed."""
        if self.property("wrong") and micro == self._value:
            return
        self._value = micro
        self.setText("" if micro is None else plain_dollars(micro, self.locale()))
        self._mark(wrong=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(round(_WIDE * grown(self.font())))

    def _is_wrong(self) -> bool:
        empty = not self.text().strip() and self._may_be_empty
        return not empty and self.amount is None

    def _on_edited(self, _text: str) -> None:
        self._mark(wrong=self._is_wrong())
        if not self._is_wrong():
            self.refused.emit("")

    def _on_finished(self) -> None:
        if self._is_wrong():
            self._mark(wrong=True)
            self.refused.emit(
                self.tr("An amount like 5 or 5.50, {most} at most.").format(
                    most=QLocale().toCurrencyString(self._most / _MICRO, "$", 0)
                )
            )
            return
        found = self.amount
        if found != self._value:
            self._mark(wrong=False)
            self.set_value(found)
            self.given.emit(found)

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            restyle(self)
