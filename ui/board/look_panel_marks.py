"""The shop's logo on a board, and the colour of its price tags and ribbons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from services.media.board_values import Corner, Look
from ui.board.corner_choice import CornerChoice
from ui.board.own_colour import OwnColour
from ui.board.swatches import Colour, Swatches
from ui.build import button, column, label, row
from ui.theme import MEASURES


class LookMarks(QWidget):
    changed = Signal(object)
    """Fields of `Look` and what they are now, as a mapping."""
    logo_asked = Signal()
    """A picture for the logo is to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._shop_logo: str | None = None
        self.logo = QCheckBox(self.tr("Show our logo"))
        self.logo.toggled.connect(self._on_logo)
        self.corner = CornerChoice(self.tr("Corner of the logo"))
        self.corner.chosen.connect(self._on_corner)
        self.other_logo = button(self.tr("Another logo"), kind="link")
        self.other_logo.setProperty("flush", True)
        self.other_logo.clicked.connect(self.logo_asked)
        self.accent = Swatches(name=self.tr("Colour of tags and ribbons"))
        self.accent.chosen.connect(self._on_accent)
        self.accent.own_asked.connect(self._on_own_accent)
        self._own = OwnColour(self.tr("Colour of tags and ribbons"), self)
        self._own.chosen.connect(self._on_accent)
        self._own.left.connect(self._on_own_left)
        self.setLayout(
            column(
                self.logo,
                self.corner,
                row(self.other_logo, None),
                column(
                    label(self.tr("Colour of tags and ribbons"), kind="caption"),
                    self.accent,
                    gap=MEASURES.s4,
                ),
                margins=(0, MEASURES.s4, 0, MEASURES.s8),
            )
        )

    def offer_logo(self, picture: str | None) -> None:
        """The shop's own: a kept picture's hash."""
        self._shop_logo = picture

    def offer_colours(self, shop: Sequence[Colour]) -> None:
        offered = [
            Colour("#0b6b63", self.tr("Green")),
            Colour("#b3261e", self.tr("Red")),
            Colour("#1d1b18", self.tr("Ink")),
        ]
        known = {colour.value for colour in shop}
        self.accent.set_colours(
            [*shop, *(colour for colour in offered if colour.value not in known)],
            own=self.tr("Another colour"),
        )

    def show_look(self, look: Look) -> None:
        """Tells nobody."""
        self._look = look
        self.logo.blockSignals(True)
        self.logo.setChecked(look.logo is not None)
        self.logo.blockSignals(False)
        for part in (self.corner, self.other_logo):
            part.setVisible(look.logo is not None)
        self.corner.show_corner(look.logo_at, right_to_left=look.right_to_left)
        self.accent.choose(look.accent)

    def _on_logo(self, on: bool) -> None:
        if not on:
            self.changed.emit({"logo": None})
        elif self._shop_logo is not None:
            self.changed.emit({"logo": self._shop_logo})
        else:
            self.show_look(self._look)
            self.logo_asked.emit()

    def _on_corner(self, corner: Corner) -> None:
        self.changed.emit({"logo_at": corner})

    def _on_accent(self, value: str) -> None:
        self.changed.emit({"accent": value})

    def _on_own_accent(self) -> None:
        self._own.ask(self._look.accent)

    def _on_own_left(self) -> None:
        self.accent.choose(self._look.accent)
