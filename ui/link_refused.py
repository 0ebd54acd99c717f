"""Says that an address was not opened, and which."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.build import button, column, label, row
from ui.theme import MEASURES
from widgets.isolates import breakable, left_to_right
from widgets.type_scale import grown

_WIDE = 440
_MOST = 200


class LinkRefused(QDialog):
    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Address not opened"))
        sentence = label(
            self.tr("Shoplark opens X's own pages. This address is not one:"),
            wrap=True,
        )
        self.address = label(left_to_right(breakable(as_it_is(address))), kind="caption", wrap=True)
        self.address.setTextFormat(Qt.TextFormat.PlainText)
        close = button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.setLayout(
            column(
                sentence,
                self.address,
                row(None, close),
                gap=MEASURES.s16,
                margins=(MEASURES.s24,) * 4,
            )
        )
        self.setFixedWidth(round(_WIDE * grown(self.font())))
        close.setFocus()


def as_it_is(address: str) -> str:
    """Every sign to be seen, also those that hide, turn or only look like others."""
    shown = address.encode("ascii", "backslashreplace").decode("ascii")
    shown = "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in shown)
    return shown if len(shown) <= _MOST else f"{shown[:_MOST]}…"
