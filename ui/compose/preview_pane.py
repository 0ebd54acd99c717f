"""The post as X will show it, at the end of Compose; below 1100 pixels it lies in a drawer."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.settings import PREVIEW_SHOWN, Settings
from ui.build import label, scroll
from ui.compose.folding_pane import FoldingPane
from ui.icons import icon

if TYPE_CHECKING:
    from widgets.preview_card import PreviewCard

WIDE = 320
_UNDER_A_POST = ("message-circle", "repeat-2", "heart", "chart-column", "bookmark")


class PreviewPane(FoldingPane):
    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, shown=PREVIEW_SHOWN, wide=WIDE, parent=parent)
        inner = QWidget()
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addStretch(1)
        head = self.tr("As on X")
        self.lay_out(
            label(head, kind="strong"),
            scroll(inner, name=head),
            fold=(self.tr("Fold the preview away"), "panel-right-close"),
            show=(self.tr("Show the preview"), "panel-right-open"),
        )

    @cached_property
    def card(self) -> PreviewCard:
        """Made when it is first wanted: the first frame stands without it."""
        made = self.new_card()
        self._inside.insertWidget(0, made)
        return made

    def new_card(self, *, outlined: bool = False) -> PreviewCard:
        from widgets.preview_card import PreviewCard

        card = PreviewCard(outlined=outlined)
        card.set_hint(self.tr("Your words appear here as people on X will see them."))
        card.set_icons([icon(name) for name in _UNDER_A_POST])
        return card
