"""The one question before more may be spent than was set."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.build import button, label, row
from ui.fitting import room_for
from ui.status import dollars
from ui.theme import MEASURES
from widgets.type_scale import grown

WIDE = 400


class AskBudget(QDialog):
    def __init__(self, before: int, wished: int | None, parent: QWidget) -> None:
        """Micro-dollars; `wished` None is no budget at all."""
        super().__init__(parent)
        self.setModal(True)
        title = self.tr("Raise the budget?") if wished is not None else self.tr("No budget?")
        self.setWindowTitle(title)
        if wished is None:
            said = self.tr("Nothing would stop posts and answers any more, whatever they cost.")
            yes = self.tr("No budget")
        else:
            said = self.tr("From {before} to {after} a month.").format(
                before=dollars(before), after=dollars(wished)
            )
            yes = self.tr("Raise it to {budget}").format(budget=dollars(wished))
        self.yes_button = button(yes, kind="primary")
        self.yes_button.clicked.connect(self.accept)
        self.keep_button = button(self.tr("Keep {budget}").format(budget=dollars(before)))
        self.keep_button.clicked.connect(self.reject)
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(title, kind="section"))
        layout.addWidget(label(said, kind="quiet", wrap=True))
        layout.addLayout(row(self.keep_button, None, self.yes_button))
        self.setFixedWidth(min(round(WIDE * grown(self.font())), room_for(self).width()))
