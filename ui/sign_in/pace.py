"""What X would charge in a month: three ways of looking at X, each with its working."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from services.accounts.account import Checking
from services.x_api.forecast import Forecast, Habits
from ui.build import column, label, row, set_kind
from ui.money.forecast_words import way_name, working
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
        self.fold = FoldSection(self.tr("How this is worked out"))
        self.fold.set_content(self.working)
        ways = [
            row(label(way_name(way), kind="" if way is checking else "quiet"), None, total)
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

    def set(self, forecasts: Mapping[Checking, Forecast], *, example: bool) -> None:
        """`example`: nothing of the shop's own stands behind it."""
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


def _about(micro: int) -> str:
    """A forecast is not known to the tenth of a cent."""
    return dollars(-(-micro // 10_000) * 10_000)
