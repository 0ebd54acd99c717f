"""How the shop speaks, as it is typed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from services.my_shop.profiles import Profile
from services.shop import Shop
from tests.ui.shop.reading import own
from ui.shop.shop_page import ShopPage
from ui.shop.voice_form import VoiceForm

VOICE = Profile(
    speaker="Mia",
    speaker_role="throws the bowls",
    voice="Warm and plain.",
    sign_off="— Mia 🍵",
    words_to_use=("steep", "器"),
    words_to_avoid=("dirt cheap", "ارزان", "安い"),
    own_tags=("tea",),
)


@pytest.fixture
def form(qtbot: QtBot, themed: Any) -> VoiceForm:
    made = VoiceForm()
    qtbot.addWidget(made)
    return made


def test_what_is_shown_is_what_is_read_back(form: VoiceForm) -> None:
    heard: list[None] = []
    form.edited.connect(lambda: heard.append(None))
    form.show_profile(VOICE)
    assert form.into(Profile()) == VOICE
    assert heard == []


@pytest.mark.parametrize("name", ["role", "use", "avoid", "sign_off"])
def test_each_field_tells_that_it_was_typed_in(form: VoiceForm, name: str, qtbot: QtBot) -> None:
    edit = getattr(form, name)
    assert isinstance(edit, QLineEdit)
    assert edit.accessibleName()
    with qtbot.waitSignal(form.edited):
        QTest.keyClick(edit, Qt.Key.Key_A)


def test_a_list_that_is_being_typed_stays_as_typed(form: VoiceForm) -> None:
    form.avoid.setText("cheap, ")
    form.show_profile(Profile(words_to_avoid=("cheap",)))
    assert form.avoid.text() == "cheap, "


def test_it_is_kept_as_typed(page: ShopPage, shop: Shop) -> None:
    page.voice.avoid.setText("ارزان، حراج")
    page.voice.sign_off.setText("  — Mia ")
    page.voice.sign_off.textEdited.emit("")
    page.save_now()
    profile = shop.profiles.get(own(shop))
    assert profile.words_to_avoid == ("ارزان", "حراج")
    assert profile.sign_off == "— Mia"
