"""A disk that says no: nothing typed is lost, and it is told once in one sentence."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services.errors import NextStep, StorageProblem, StorageTrouble
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.tour.hand import type_text


class Refusing:
    """Stands before `Drafts.save` and refuses the first `times` saves."""

    def __init__(self, shop: Shop, problem: StorageProblem, times: int) -> None:
        self._real = type(shop.drafts).save
        self._path = shop.paths.database
        self._problem = problem
        self.left = times
        self.asked = 0

    def __call__(self, drafts: Any, post_id: str, **parts: Any) -> Any:
        self.asked += 1
        if self.left:
            self.left -= 1
            raise StorageTrouble(self._problem, self._path)
        return self._real(drafts, post_id, **parts)


def refuse(
    monkeypatch: pytest.MonkeyPatch, shop: Shop, problem: StorageProblem, times: int
) -> Refusing:
    refusing = Refusing(shop, problem, times)
    monkeypatch.setattr(type(shop.drafts), "save", lambda *a, **k: refusing(*a, **k))
    return refusing


def test_a_locked_file_is_tried_again_without_a_word(
    page: ComposePage, shop: Shop, heard: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = refuse(monkeypatch, shop, StorageProblem.LOCKED, 2)
    type_text(page, "patience")
    qtbot.waitUntil(lambda: page.keeper.is_saved, timeout=5_000)
    assert refusing.asked == 3
    assert heard.messages == []
    assert shop.drafts.get(page.keeper.post_id).text == "patience"


def test_a_full_disk_is_told_once_and_the_words_stay(
    page: ComposePage, shop: Shop, heard: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_text(page, "before")
    page.save_now()
    refusing = refuse(monkeypatch, shop, StorageProblem.FULL, 2)
    type_text(page, " after")
    page.save_now()
    page.save_now()
    assert [message.action for message in heard.messages] == [NextStep.FREE_SPACE]
    assert page.bar.saved_text == "Not saved yet. Your words stay on the screen."
    assert page.composer.content.text == "before after"
    assert shop.drafts.get(page.keeper.post_id).text == "before"
    page.save_now()
    assert refusing.left == 0
    assert heard.messages[-1] is None
    assert shop.drafts.get(page.keeper.post_id).text == "before after"


def test_nothing_is_sent_or_left_while_it_cannot_be_saved(
    page: ComposePage, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, shop, StorageProblem.FULL, 99)
    type_text(page, "precious")
    page.post()
    page.new_draft()
    assert page.composer.content.text == "precious"
    assert shop.outbox.list(shop.accounts.active().id) == ()
