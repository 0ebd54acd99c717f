"""What stands on the button that leads to the campaigns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from ui import when
from widgets.isolates import held

if TYPE_CHECKING:
    from services.campaigns.campaigns import Campaign


def running_words(running: Sequence[Campaign], locale: QLocale) -> str:
    """ "#spring until May 3" while one runs."""
    translate = QCoreApplication.translate
    if not running:
        return translate("ShopPage", "Campaigns")
    last = when.day_month(locale, when.as_qdate(running[0].last_day))
    return translate("ShopPage", "{tag} until {day}").format(
        tag=held(f"#{running[0].tag}"), day=last
    )
