"""What a desktop notice says of new words in the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.settings import NOTICES_WITH_TEXT, Settings

if TYPE_CHECKING:
    from services.inbox.values import Item

translate = QCoreApplication.translate
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Notice:
    title: str
    body: str


def notice_for(items: Sequence[Item], settings: Settings, *, sample: bool) -> Notice:
    """One notice for all of `items`; the newest speaks unless the owner wants no words shown."""
    count = len(items)
    title = translate("Notices", "%n new to answer", "", count)
    if sample:
        title = translate("Notices", "Sample: {title}").format(title=title)
    if not settings.get(NOTICES_WITH_TEXT):
        return Notice(title, "")
    newest = items[-1]
    words = newest.text if len(newest.text) <= LONGEST else newest.text[: LONGEST - 1] + "…"
    body = translate("Notices", "{name}: {words}").format(name=newest.customer.name, words=words)
    return Notice(title, body)
