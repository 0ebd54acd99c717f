"""What X would charge in a month: three ways of looking at X, each with its working."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from services.accounts.account import Checking
from services.x_api.forecast import Forecast, Habits
from ui.build import column, label, row, set_kind
from ui.money.forecast_words import way_name, working
from ui.money.money_words import exactly
from ui.status import dollars
from ui.theme import MEASURES
from widgets.fold_section import FoldSection

EXAMPLE = Habits(days=28, posts=24, links=4, answers=20, alt_texts=12, mentions=28, authors=14)
"""For a shop that has no days behind it: one post a day, one word to it a day."""


class Pace(QWidget):
    def __init__(self, checking: Checking) -> None:
        super().__init__()
        self._checking = checking
        self.figure = label(kind="figure")
        self.rests_on = label(kind="caption", wrap=True)
        self.totals = {way: label() for way in Checking}
        self.working = label(kind="caption", wrap=True)
        self.dearer = label(kind="caption", wrap=True)
        self.fold = FoldSection(self.tr("How this is worked out"))
        worked_out = QWidget()
        worked_out.setLayout(column(self.working, self.dearer, gap=MEASURES.s4))
        self.fold.set_content(worked_out)
        ways = [
            column(
                row(label(way_name(way), kind="" if way is checking else "quiet"), None, total),
                label(self._often(way), kind="caption", wrap=True),
                gap=0,
            )
            for way, total in self.totals.items()
        ]
        self.setLayout(
            column(
                self.figure,
                self.rests_on,
                MEASURES.s4,
                *ways,
                self.fold,
                gap=MEASURES.s4,
            )
        )

    def set(
        self, forecasts: Mapping[Checking, Forecast], *, example: bool, dearer: int | None = None
    ) -> None:
        """`example`: nothing of the shop's own stands behind it. `dearer`: micro-dollars for a
        read of an own post while nobody said which account made the app."""
        chosen = forecasts[self._checking]
        self.figure.setText(self.tr("About {cost}").format(cost=_about(chosen.total)))
        for way, forecast in forecasts.items():
            self.totals[way].setText(_about(forecast.total))
            set_kind(self.totals[way], "" if way is self._checking else "quiet")
        if example:
            self.rests_on.setText(
                self.tr("For one post a day, one in seven with a link, and one word to you a day.")
            )
        else:
            self.rests_on.setText(
                self.tr("At your shop's own pace of the last %Ln days.", "", chosen.days)
            )
        lines = [working(line, self.locale()) for line in chosen.lines]
        self.working.setText("\n".join(lines))
        self.dearer.setVisible(dearer is not None)
        if dearer is not None:
            self.dearer.setText(
                self.tr("If another account made the app, each post read costs {price}.").format(
                    price=exactly(dearer)
                )
            )

    def _often(self, way: Checking) -> str:
        """As services/x_api/pace.py has it."""
        return {
            Checking.THRIFTY: self.tr("The inbox every three hours"),
            Checking.NORMAL: self.tr("The inbox every five minutes"),
            Checking.AT_ONCE: self.tr("The inbox every minute, at the same price"),
        }[way]


def _about(micro: int) -> str:
    """A forecast is not known to the tenth of a cent."""
    return dollars(-(-micro // 10_000) * 10_000)
