"""What stands in the list of the page."""

from __future__ import annotations

from ui.queue.queue_page import QueuePage
from widgets.queue_view_values import EntryKind, LineValue


def lines(page: QueuePage) -> list[LineValue]:
    view = page.list.view
    return [view.line(e.key) for e in view.entries if e.kind is EntryKind.POST]


def words(page: QueuePage) -> list[str]:
    return [line.words for line in lines(page)]


def free_times(page: QueuePage) -> list[LineValue]:
    view = page.list.view
    return [view.line(e.key) for e in view.entries if e.kind is EntryKind.FREE]


def heads(page: QueuePage) -> list[str]:
    view = page.list.view
    return [view.line(e.key).words for e in view.entries if e.kind is EntryKind.HEAD]
