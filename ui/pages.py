"""The five rooms, in the order of their tabs; each is loaded and built when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.page import Page
from ui.tasks import Tasks

if TYPE_CHECKING:
    from services.shop import Shop

translate = QCoreApplication.translate


def tabs() -> list[tuple[str, str, str]]:
    """(name, icon, title) of each tab."""
    return [
        ("compose", "square-pen", translate("Pages", "Compose")),
        ("queue", "calendar", translate("Pages", "Queue")),
        ("inbox", "inbox", translate("Pages", "Inbox")),
        ("analytics", "chart-line", translate("Pages", "Analytics")),
        ("shop", "store", translate("Pages", "Shop")),
    ]


def make_page(name: str, shop: Shop, tasks: Tasks) -> Page:
    # The imports stand here so that a start of the program pays for one room, not for five.
    if name == "compose":
        from ui.compose.compose_page import ComposePage

        compose = ComposePage(shop, tasks)
        compose.own_shop_started.connect(compose.account_chosen)
        return compose
    if name == "queue":
        from ui.queue.queue_page import QueuePage

        return QueuePage(shop, tasks)
    if name == "inbox":
        from ui.inbox.inbox_page import InboxPage

        return InboxPage(shop, tasks)
    if name == "analytics":
        from ui.analytics.analytics_page import AnalyticsPage

        return AnalyticsPage(shop, tasks)
    from ui.shop.shop_page import ShopPage

    return ShopPage(shop, tasks)
