"""The first five minutes: one card above the sheet, and on it the four questions about a shop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.build import column, label, row
from ui.compose.shop_questions import ShopQuestions
from ui.icons import icon
from ui.theme import MEASURES
from widgets.choice_tile import ChoiceTile


class StartCard(QFrame):
    begun = Signal(str, str, object)
    """Handle (may be empty), zone, and the `Profile` with name, country and hours."""
    sample_chosen = Signal()
    put_away = Signal()
    """The questions were opened from the sample shop, and thought better of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self._from_sample = False
        self._questions: ShopQuestions | None = None
        self.own = ChoiceTile(
            icon("store", tone="accent"),
            self.tr("Start with my shop"),
            self.tr("Free. Four questions, then your first post."),
        )
        self.own.clicked.connect(self._on_own)
        self.sample = ChoiceTile(
            icon("eye"),
            self.tr("Look around a sample shop"),
            self.tr("With posts, customers and figures to try things on."),
        )
        self.sample.clicked.connect(self.sample_chosen)
        self._choice = QWidget()
        self._choice.setLayout(
            column(
                label(self.tr("How would you like to begin?"), kind="strong"),
                row(self.own, self.sample, gap=MEASURES.s12),
                gap=MEASURES.s12,
            )
        )
        pad = MEASURES.s24
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(pad, MEASURES.s16, pad, pad)
        self._layout.addWidget(self._choice)

    @property
    def questions(self) -> ShopQuestions:
        """Made when first asked for: most starts of the program never need them."""
        if self._questions is None:
            self._questions = ShopQuestions()
            self._questions.begun.connect(self.begun)
            self._questions.back.connect(self._on_back)
            self._questions.hide()
            self._layout.addWidget(self._questions)
        return self._questions

    @property
    def asks(self) -> bool:
        """The questions are shown, not the choice."""
        return self._questions is not None and not self._questions.isHidden()

    def offer_choice(self) -> None:
        self._from_sample = False
        self._show(questions=False)

    def ask_own_shop(self) -> None:
        """Straight to the questions: from the strip of the sample shop."""
        self._from_sample = True
        self._show(questions=True)

    def _show(self, *, questions: bool) -> None:
        self._choice.setVisible(not questions)
        if questions:
            self.questions.show()
            self.questions.take_focus()
        elif self._questions is not None:
            self._questions.hide()

    def _on_own(self) -> None:
        self._from_sample = False
        self._show(questions=True)

    def _on_back(self) -> None:
        if self._from_sample:
            self.put_away.emit()
        else:
            self._show(questions=False)
            self.own.setFocus()
