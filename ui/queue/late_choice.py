"""What becomes of a post whose time passes while Shoplark is not running: three quiet choices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.publishing.posts import LateRule
from ui.build import column, label
from ui.fields import combo
from ui.theme import MEASURES


class LateChoice(QWidget):
    chosen = Signal(object)
    """A `LateRule`, by the owner. Nothing is kept by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("If it is over 30 minutes late")
        self.box = combo(name=name)
        self.box.addItem(self.tr("Move to the next free time"), LateRule.USUAL)
        self.box.addItem(self.tr("Send it all the same"), LateRule.SEND)
        self.box.addItem(self.tr("Ask me first"), LateRule.ASK)
        self.box.setSizeAdjustPolicy(
            self.box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.activated.connect(self._on_activated)
        caption = label(name, kind="caption")
        caption.setBuddy(self.box)
        self.setLayout(column(caption, self.box, gap=MEASURES.s4))

    @property
    def rule(self) -> LateRule:
        return LateRule(self.box.currentData())

    def set_rule(self, rule: LateRule) -> None:
        """Tells nobody."""
        self.box.setCurrentIndex(self.box.findData(rule))

    def _on_activated(self, _place: int) -> None:
        self.chosen.emit(self.rule)
