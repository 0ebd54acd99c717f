"""The one question before more may be spent than was set, or nothing at all."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.build import button, label, row
from ui.fitting import room_for
from ui.status import dollars
from ui.theme import MEASURES
from widgets.type_scale import grown

WIDE = 400


class AskBudget(QDialog):
    def __init__(self, before: int | None, wished: int | None, parent: QWidget) -> None:
        """Micro-dollars; None is no budget at all."""
        super().__init__(parent)
        self.setModal(True)
        if wished == 0:
            title = self.tr("Stop all sending?")
            said = self.tr(
                "With a budget of {budget} no post or answer is sent, and nothing is read from X. "
                "The queue is kept, in order."
            ).format(budget=dollars(0))
            yes = self.tr("Stop all sending")
        elif wished is None:
            title = self.tr("No budget?")
            said = self.tr("Nothing would stop posts and answers any more, whatever they cost.")
            yes = self.tr("No budget")
        else:
            title = self.tr("Raise the budget?")
            said = self.tr("From {before} to {after} a month.").format(
                before=dollars(before or 0), after=dollars(wished)
            )
            yes = self.tr("Raise it to {budget}").format(budget=dollars(wished))
        self.setWindowTitle(title)
        keep = self.tr("Keep {budget}").format(budget=dollars(before or 0))
        self.yes_button = button(yes, kind="primary")
        self.yes_button.clicked.connect(self.accept)
        self.keep_button = button(keep if before is not None else self.tr("Keep no budget"))
        self.keep_button.clicked.connect(self.reject)
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(title, kind="section"))
        layout.addWidget(label(said, kind="quiet", wrap=True))
        layout.addLayout(row(self.keep_button, None, self.yes_button))
        self.setFixedWidth(min(round(WIDE * grown(self.font())), room_for(self).width()))
