"""The five rooms, in the order of their tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.analytics.analytics_page import AnalyticsPage
from ui.compose.compose_page import ComposePage
from ui.inbox.inbox_page import InboxPage
from ui.page import Page
from ui.queue.queue_page import QueuePage
from ui.shop.shop_page import ShopPage
from ui.tasks import Tasks

if TYPE_CHECKING:
    from services.shop import Shop

translate = QCoreApplication.translate


def make_pages(shop: Shop, tasks: Tasks) -> list[tuple[str, str, str, Page]]:
    """(name, icon, title, page) of each tab."""
    return [
        ("compose", "square-pen", translate("Pages", "Compose"), ComposePage(shop, tasks)),
        ("queue", "calendar", translate("Pages", "Queue"), QueuePage(shop, tasks)),
        ("inbox", "inbox", translate("Pages", "Inbox"), InboxPage(shop, tasks)),
        ("analytics", "chart-line", translate("Pages", "Analytics"), AnalyticsPage(shop, tasks)),
        ("shop", "store", translate("Pages", "Shop"), ShopPage(shop, tasks)),
    ]
