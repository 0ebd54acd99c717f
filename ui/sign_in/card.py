"""Before the first step: what a key gives, what it costs, what it takes; and staying free."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from services.accounts.account import Checking
from ui.build import Part, card, column, label, line, row, scroll
from ui.icons import icon
from ui.sign_in.pace import Pace
from ui.theme import MEASURES
from widgets.choice_tile import ChoiceTile
from widgets.isolates import held, left_to_right
from widgets.sign import Sign
from widgets.type_scale import grown, icon_times

_BESIDE = 760


class Card(QWidget):
    stay_asked = Signal()

    def __init__(self, name: str, checking: Checking) -> None:
        """`name`: the account's @name; empty where nobody said."""
        super().__init__()
        whose = held(left_to_right(f"@{name}"))
        title = (
            self.tr("Connect {name} to X").format(name=whose)
            if name
            else self.tr("Connect your shop to X")
        )
        self.setAccessibleName(title)
        self.title = label(title, kind="section", wrap=True)
        self.pace = Pace(checking)
        self.start_button = ChoiceTile(
            icon("link", tone="accent"),
            self.tr("Connect my account"),
            self.tr("Six steps, ten minutes. You can stop at any of them; nothing is lost."),
        )
        self.stay_free = ChoiceTile(
            icon("heart", tone="accent"),
            self.tr("Stay free"),
            self.tr("Posts open in X with one click. Nothing to pay, and you are not asked again."),
        )
        self.stay_free.clicked.connect(self.stay_asked)
        self._sides = QHBoxLayout()
        self._build()

    def _build(self) -> None:
        self._sides.setSpacing(MEASURES.gap)
        for side in (self._gives(), self._charges(), self._takes()):
            self._sides.addWidget(side, 1)
        lead = label(
            self.tr(
                "With a key of your own Shoplark speaks to X itself. X charges you for it; "
                "Shoplark takes nothing. Without one everything stays as it is, and free."
            ),
            kind="quiet",
            wrap=True,
        )
        pad = MEASURES.s32
        inner = QWidget()
        parts = column(
            self.title,
            lead,
            MEASURES.s4,
            gap=MEASURES.s12,
            margins=(pad, MEASURES.s24, pad, MEASURES.s24),
        )
        parts.addLayout(self._sides, 1)
        inner.setLayout(parts)
        self._parts = parts
        foot = row(
            self.start_button,
            self.stay_free,
            gap=MEASURES.gap,
            margins=(pad, MEASURES.s16, pad, MEASURES.s16),
        )
        self._foot = QWidget()
        self._foot.setLayout(column(line(), foot, gap=0))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(scroll(inner), 1)
        self._whole.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE * grown(self.font())
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() is not way:
            self._sides.setDirection(way)
            # Large words leave no room for a choice that stays in view.
            (self._whole if beside else self._parts).addWidget(self._foot)

    def take_focus(self) -> None:
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gives(self) -> QFrame:
        return _side(
            self.tr("What a key gives"),
            _said("send", self.tr("Posts go out by themselves, at their time.")),
            _said("inbox", self.tr("What people write to you comes into the inbox.")),
            _said("chart-column", self.tr("The figures of your posts come every day, and stay.")),
        )

    def _charges(self) -> QFrame:
        return _side(self.tr("What X charges in a month"), self.pace)

    def _takes(self) -> QFrame:
        return _side(
            self.tr("What you need at hand"),
            _said("user", self.tr("Your account on X, signed in or its password.")),
            _said("credit-card", self.tr("A bank card, for credit at X.")),
            _said("clock", self.tr("Ten minutes, most of them on X's pages.")),
        )


def _side(title: str, *parts: Part) -> QFrame:
    return card(label(title, kind="strong", wrap=True), *parts, None, gap=MEASURES.s16)


def _said(sign: str, words: str) -> QHBoxLayout:
    mark = Sign(icon(sign, tone="accent"), size=round(20 * icon_times(QGuiApplication.font())))
    said = row(mark, label(words, wrap=True), gap=MEASURES.s12)
    said.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    said.setStretch(1, 1)
    return said
