"""The pages that were built so far, and whoever is to hear them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from ui.page import Page
from ui.pages import make_page, tabs
from ui.tasks import Tasks

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.compose.compose_page import ComposePage
    from ui.queue.queue_page import QueuePage

P = TypeVar("P", bound=Page)


class Rooms:
    def __init__(self, shop: Shop, tasks: Tasks, on_built: Callable[[Page], None]) -> None:
        """`on_built` is called with each page when it is built, before it is shown."""
        self._shop = shop
        self._tasks = tasks
        self._on_built = on_built
        self._built: dict[str, Page] = {}

    def for_window(self) -> list[tuple[str, str, str, Callable[[], Page]]]:
        return [(name, icon, title, partial(self.get, name)) for name, icon, title in tabs()]

    def get(self, name: str) -> Page:
        page = self._built.get(name)
        if page is None:
            page = self._built[name] = make_page(name, self._shop, self._tasks)
            self._on_built(page)
        return page

    def built(self) -> tuple[Page, ...]:
        return tuple(self._built.values())

    def take_up_post(self) -> None:
        """To the button of the post that lies open in the queue."""
        cast("QueuePage", self.get("queue")).take_focus()

    def built_by_name(self) -> dict[str, Page]:
        return dict(self._built)

    @property
    def compose(self) -> ComposePage:
        return cast("ComposePage", self.get("compose"))
