"""The post as X will show it, at the end of Compose; below 1100 pixels it lies in a drawer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.build import column, icon_button, label, row, scroll
from ui.icons import icon
from ui.theme import MEASURES
from widgets.preview_card import PreviewCard, PreviewValue

WIDE = 320
_FOLDED = MEASURES.page_margin + 32
_UNDER_A_POST = ("message-circle", "repeat-2", "heart", "chart-column", "bookmark")


class PreviewPane(QFrame):
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = False
        self.setProperty("kind", "pane")
        self.card = self.new_card()
        self._title = label(self.tr("As on X"), kind="strong")
        self.fold_button = icon_button(
            self.tr("Fold the preview away"), icon="panel-right-close", in_row=True
        )
        self.fold_button.clicked.connect(self._on_fold)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.card)
        inside.addStretch(1)
        self._area = scroll(inner)
        self._rest = QWidget()
        self._column = column(row(self._title, None, self.fold_button), self._area, self._rest)
        self._column.setStretch(1, 1)
        # In a row, since Qt mirrors what a layout holds but not its margins.
        self.setLayout(
            row(self._column, margins=(0, MEASURES.s16, MEASURES.page_margin, MEASURES.s16))
        )
        self.set_folded(False)

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        self._title.setVisible(not folded)
        self._area.setVisible(not folded)
        self._rest.setVisible(folded)
        self._column.setStretch(2, int(folded))
        self.fold_button.setIcon(icon("panel-right-open" if folded else "panel-right-close"))
        name = self.tr("Show the preview") if folded else self.tr("Fold the preview away")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)
        self.setFixedWidth(_FOLDED if folded else WIDE)

    @property
    def is_folded(self) -> bool:
        return self._folded

    def show_post(self, value: PreviewValue) -> None:
        self.card.show_post(value)

    def new_card(self, *, outlined: bool = False) -> PreviewCard:
        card = PreviewCard(outlined=outlined)
        card.set_hint(self.tr("Your words appear here as people on X will see them."))
        card.set_icons([icon(name) for name in _UNDER_A_POST])
        return card

    def _on_fold(self) -> None:
        self.set_folded(not self._folded)
        self.folded.emit(self._folded)
