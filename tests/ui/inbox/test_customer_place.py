"""Where the customer's card stands, and when Tab comes to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui.inbox.conftest import Says
from ui.inbox.inbox_page import InboxPage


def test_it_stands_beside_the_words_only_where_there_is_room(page: InboxPage, says: Says) -> None:
    says("Maya", "هل تشحنون؟ 🍵")
    page.show()
    place = page._place
    assert not place.isVisible()
    page.pane.notes.click()
    assert page.customer.notes.isVisible()
    assert place.isVisible()
    needed = page.lanes.least_width() + page.pane.wished_width()
    assert place.share(needed + place.width(), needed=needed) == needed
    assert place.share(needed + place.width() - 1, needed=needed) == needed + place.width() - 1
    page.drawer.close_drawer()
    assert not place.isVisible()


def test_tab_comes_to_it_after_the_conversation(page: InboxPage, says: Says) -> None:
    says("Maya", "Do you ship?")
    page.show()
    order: list[QWidget] = []
    each = page.nextInFocusChain()
    while each is not page:
        order.append(each)
        each = each.nextInFocusChain()
    assert order.index(page.customer.notes) > order.index(page.pane.box.button)
    assert order.index(page.pane.box.button) > order.index(page.lanes.list)
