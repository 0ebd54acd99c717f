"""The windows that open over the sheet: every control has a name, and none is cut at 200 %."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from tests.stories.test_accessible_names import nameless
from ui.compose.snippets_popover import SnippetsPopover
from ui.compose.templates_dialog import TemplatesDialog
from ui.compose.versions_dialog import VersionsDialog

Opened = Callable[[], QWidget]


@pytest.fixture
def over(qtbot: QtBot, themed: Any) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture(params=["versions", "snippets", "templates"])
def opened(
    request: pytest.FixtureRequest, shop: Shop, clock: SteppedClock, over: QWidget
) -> Iterator[Opened]:
    account = shop.accounts.active().id
    made: list[QWidget] = []

    def versions() -> QWidget:
        post = shop.drafts.new(account)
        shop.drafts.save(post.id, parts=(DraftPart("before"),))
        clock.advance(3_600)
        shop.drafts.save(post.id, parts=(DraftPart("after"),))
        dialog = VersionsDialog(shop, over, save_first=lambda: True)
        dialog.show_post(post.id)
        return dialog

    def snippets() -> QWidget:
        shop.templates.add(account, name="Hours", parts=("{broken",), is_snippet=True)
        popover = SnippetsPopover(shop, over)
        popover.offer(over, account_id=account, selection="a", text="a")
        popover.list.choose_current()
        return popover

    def templates() -> QWidget:
        shop.templates.add(account, name="Friday", parts=("a", "b"), is_snippet=False)
        dialog = TemplatesDialog(shop, over)
        dialog.offer(account, texts=("one", "two"))
        dialog.list.step(4)
        return dialog

    def begin() -> QWidget:
        kinds = {"versions": versions, "snippets": snippets, "templates": templates}
        made.append(kinds[request.param]())
        return made[-1]

    yield begin
    for each in made:
        each.close()


def test_every_control_says_its_name(opened: Opened) -> None:
    window = opened()
    assert list(nameless(window, type(window).__name__)) == []


def test_the_snippet_form_says_its_names(shop: Shop, over: QWidget) -> None:
    popover = SnippetsPopover(shop, over)
    account = shop.accounts.active().id
    popover.offer(over, account_id=account, selection="", text="words")
    popover.save_button.click()
    assert list(nameless(popover, "form")) == []
    popover.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut_at_twice_the_size(opened: Opened, themed: Any, language: str) -> None:
    themed.apply("light", language, text_percent=200)
    try:
        window = opened()
        QApplication.processEvents()
        cut = [
            part.text()
            for kind in (QPushButton, QToolButton, QLabel)
            for part in window.findChildren(kind)
            if part.isVisible() and _is_cut(part)
        ]
        assert cut == []
    finally:
        themed.apply("light", "en", text_percent=100)


def _is_cut(part: QLabel | QPushButton | QToolButton) -> bool:
    if isinstance(part, QLabel):
        return part.height() < part.heightForWidth(part.width())
    high = part.fontMetrics().height()
    return bool(part.text()) and (part.width() < part.sizeHint().width() or part.height() < high)
