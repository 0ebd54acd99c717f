"""A Compose page on a real shop in a temporary folder, with in-line tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.page import Undo


class Heard:
    """What the window would have been told."""

    def __init__(self, page: ComposePage) -> None:
        self.undos: list[Undo] = []
        self.messages: list[Any] = []
        self.went: list[tuple[str, str]] = []
        self.changes = 0
        page.undo_offered.connect(self.undos.append)
        page.message.connect(self.messages.append)
        page.go.connect(self._on_go)
        page.changed.connect(self._on_changed)

    def _on_go(self, tab: str, item: str) -> None:
        self.went.append((tab, item))

    def _on_changed(self) -> None:
        self.changes += 1


@pytest.fixture
def make_page(
    shop: Shop, inline_tasks: Any, qtbot: QtBot, themed: Any
) -> Iterator[Callable[[], ComposePage]]:
    """Each call is another start of the program on the same folder."""
    made: list[ComposePage] = []

    def make() -> ComposePage:
        page = ComposePage(shop, inline_tasks)
        qtbot.addWidget(page)
        page.resize(1280, 716)
        page.show_account(shop.accounts.active())
        page.show()
        made.append(page)
        return page

    yield make
    for page in made:
        page.close()


@pytest.fixture
def page(make_page: Callable[[], ComposePage]) -> ComposePage:
    """Past the start card."""
    made = make_page()
    made.beginning.card.sample.click()
    return made


@pytest.fixture
def heard(page: ComposePage) -> Heard:
    return Heard(page)


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, ...]:
    """Five small pictures, all different."""
    from PIL import Image

    paths = []
    for number, colour in enumerate(("teal", "orange", "navy", "brown", "olive")):
        path = tmp_path / f"{colour}.png"
        Image.new("RGB", (64 + number, 48), colour).save(path)
        paths.append(path)
    return tuple(paths)
