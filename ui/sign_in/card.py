"""Before the first step: what a key gives, what it costs, what it takes; and staying free."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from services.accounts.account import Checking
from ui.build import Part, button, card, column, label, line, row, scroll
from ui.fitting import settle
from ui.icons import icon
from ui.sign_in.pace import Pace
from ui.theme import MEASURES
from widgets.isolates import held, left_to_right
from widgets.sign import Sign
from widgets.type_scale import grown, icon_times

_BESIDE = 760
_QUIET = 11
"""From the edge of a quiet button to its words: they stand under the column above."""


class Card(QWidget):
    stay_asked = Signal()
    later_asked = Signal()

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
        self.start_button = button(self.tr("Connect my account"), kind="primary")
        self.stay_free = button(self.tr("Stay free"))
        self.stay_free.clicked.connect(self.stay_asked)
        self.later_button = button(self.tr("Not now"), kind="quiet")
        self.later_button.clicked.connect(self.later_asked)
        self._sides = QHBoxLayout()
        self._foot = row(self.later_button, None, self.stay_free, self.start_button)
        self._bar = row(
            MEASURES.s32 - _QUIET, self._foot, MEASURES.s32, gap=0, margins=(0, 12, 0, 12)
        )
        self._inner = QWidget()
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
        self._inner.setLayout(
            column(
                self.title,
                lead,
                MEASURES.s4,
                self._sides,
                MEASURES.s4,
                _said("link", self.tr("Connecting takes six steps. Stop at any; nothing is lost.")),
                _said(
                    "heart",
                    self.tr(
                        "Staying free, posts open in X with one click. You are not asked again."
                    ),
                ),
                None,
                gap=MEASURES.s12,
                margins=(pad, MEASURES.s24, pad, MEASURES.s24),
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll(self._inner, name=self.title.text()), 1)
        whole.addWidget(line())
        whole.addLayout(self._bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def height_at(self, width: int) -> int:
        """That at which nothing scrolls."""
        self._turn(width)
        settle(self._inner)
        return self._inner.heightForWidth(width) + 1 + self._bar.sizeHint().height()

    def _turn(self, width: int) -> None:
        """Large words: the cards, and the buttons, stand one under the other."""
        ways = QBoxLayout.Direction
        beside = width >= _BESIDE * grown(self.font())
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        buttons = (self.later_button, self.stay_free, self.start_button)
        needed = sum(each.sizeHint().width() + MEASURES.s8 for each in buttons)
        fits = needed <= width - MEASURES.s24 - MEASURES.s32
        self._foot.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

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
