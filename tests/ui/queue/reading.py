"""What stands on the page."""

from __future__ import annotations

from ui.queue.queue_page import QueuePage
from widgets.post_card import PostCard


def cards(page: QueuePage) -> list[PostCard]:
    return [button for button in page.grid.buttons() if isinstance(button, PostCard)]
