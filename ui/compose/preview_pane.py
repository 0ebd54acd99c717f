"""The post as X will show it, at the end of Compose; below 1100 pixels it lies in a drawer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.settings import PREVIEW_SHOWN, Settings
from ui.build import label, scroll
from ui.compose.folding_pane import FoldingPane
from ui.icons import icon
from widgets.preview_card import PreviewCard, PreviewValue

WIDE = 320
_UNDER_A_POST = ("message-circle", "repeat-2", "heart", "chart-column", "bookmark")


class PreviewPane(FoldingPane):
    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, shown=PREVIEW_SHOWN, wide=WIDE, parent=parent)
        self.card = self.new_card()
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.card)
        inside.addStretch(1)
        self.lay_out(
            label(self.tr("As on X"), kind="strong"),
            scroll(inner),
            fold=(self.tr("Fold the preview away"), "panel-right-close"),
            show=(self.tr("Show the preview"), "panel-right-open"),
        )

    def show_post(self, value: PreviewValue) -> None:
        self.card.show_post(value)

    def new_card(self, *, outlined: bool = False) -> PreviewCard:
        card = PreviewCard(outlined=outlined)
        card.set_hint(self.tr("Your words appear here as people on X will see them."))
        card.set_icons([icon(name) for name in _UNDER_A_POST])
        return card
