"""Voice, Mix and Tags below the preview: closed, remembered, and filled when they are opened."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import DAY
from services.my_shop.profiles import Profile
from services.publishing.drafts import DraftPart
from services.publishing.mix import Mix
from services.publishing.post_options import PostKind, PostOptions
from services.publishing.suggestions import TagUse
from services.settings import MIX_SHOWN, TAGS_SHOWN, VOICE_SHOWN, Field
from services.shop import Shop
from ui.compose.content import Content, PartContent
from ui.compose.guarding import Guarding
from ui.compose.mix_card import MixCard, mix_note
from ui.compose.side_cards import SideCards
from ui.compose.tags_card import TagsCard
from ui.compose.voice_card import VoiceCard

VOICE = Profile(
    speaker="Mia",
    speaker_role="throws the bowls",
    voice="Warm and plain.",
    sign_off="— Mia & Bo",
    words_to_use=("steep", "器"),
    words_to_avoid=("deal", "ارزان"),
    own_tags=("LeafAndKiln",),
)


@pytest.fixture
def account(shop: Shop) -> Account:
    made = shop.accounts.start_own_shop(handle="tea", zone="UTC")
    shop.profiles.save(made.id, VOICE)
    return made


@pytest.fixture
def guarding(shop: Shop, inline_tasks: Any) -> Guarding:
    return Guarding(shop, inline_tasks)


@pytest.fixture
def cards(
    shop: Shop, inline_tasks: Any, guarding: Guarding, qtbot: QtBot, themed: Any, account: Account
) -> SideCards:
    made = SideCards(shop, inline_tasks, guarding)
    qtbot.addWidget(made)
    made.resize(296, 700)
    made.show_account(account)
    made.show()
    return made


def open_card(cards: SideCards, field: Field[bool], qtbot: QtBot) -> None:
    qtbot.mouseClick(cards.section(field).head, Qt.MouseButton.LeftButton)


def words_of(card: Any) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if not one.isHidden()]


def test_all_are_closed_and_empty_at_first(cards: SideCards) -> None:
    assert not any(cards.section(one).is_open for one in (VOICE_SHOWN, MIX_SHOWN, TAGS_SHOWN))
    assert (cards.voice, cards.mix, cards.tags) == (None, None, None)
    assert cards.section(VOICE_SHOWN).head.note == "Mia"


def test_what_was_opened_is_open_the_next_time(
    cards: SideCards, shop: Shop, inline_tasks: Any, account: Account, qtbot: QtBot
) -> None:
    open_card(cards, MIX_SHOWN, qtbot)
    assert shop.settings.get(MIX_SHOWN)
    again = SideCards(shop, inline_tasks, Guarding(shop, inline_tasks))
    qtbot.addWidget(again)
    again.show_account(account)
    assert again.section(MIX_SHOWN).is_open
    assert again.mix is not None
    assert again.voice is None


def test_nothing_is_built_before_the_first_frame(
    shop: Shop, guarding: Guarding, qtbot: QtBot, account: Account
) -> None:
    from ui.tasks import LaneTasks

    held = LaneTasks(held=True)
    made = SideCards(shop, held, guarding)
    qtbot.addWidget(made)
    made.show_account(account)
    assert made.findChildren(QPushButton) == []
    held.release()
    qtbot.waitUntil(lambda: made._sections != {}, timeout=5_000)


def test_the_voice_as_it_is_in_my_shop(
    cards: SideCards, shop: Shop, account: Account, qtbot: QtBot
) -> None:
    open_card(cards, VOICE_SHOWN, qtbot)
    assert cards.voice is not None
    said = words_of(cards.voice)
    assert "Mia, throws the bowls" in said
    assert "steep, 器" in said
    assert "deal, ارزان" in said
    with qtbot.waitSignal(cards.chosen, check_params_cb=lambda words: words == "— Mia & Bo"):
        cards.voice.sign_off_button.click()
    with qtbot.waitSignal(cards.shop_asked):
        cards.voice.change_button.click()
    shop.profiles.save(account.id, Profile(speaker="Bo"))
    cards.show_account(account)
    assert words_of(cards.voice)[0] == "Bo"
    assert cards.voice.sign_off_button.isHidden() or not cards.voice.sign_off_button.isVisible()


def test_a_voice_without_words_asks_for_them(qtbot: QtBot, themed: Any) -> None:
    card = VoiceCard()
    qtbot.addWidget(card)
    assert words_of(card)[0] or words_of(card)[1]
    card.show_profile(Profile(speaker_role="potter"))
    assert "potter" in words_of(card)


def test_the_mix_is_read_when_it_is_opened(
    cards: SideCards, shop: Shop, account: Account, qtbot: QtBot, guarding: Guarding
) -> None:
    guarding.watch(account.id, Content(), None)
    for day, text in enumerate(("New in, 24 €", "Thank you all", "20% off"), start=1):
        post = shop.drafts.new(account.id)
        shop.drafts.save(post.id, parts=(DraftPart(text),))
        shop.outbox.enqueue(post.id, due_at=shop.clock.now() + day * DAY)
    open_card(cards, MIX_SHOWN, qtbot)
    assert cards.mix is not None
    assert [part.count for part in cards.mix.bar.parts] == [2, 0, 1, 0]
    assert cards.section(MIX_SHOWN).head.note == "2 of 3 sell"
    assert not cards.mix.kind_button.isVisible()


def test_the_kind_is_shown_and_corrected(
    cards: SideCards, account: Account, qtbot: QtBot, guarding: Guarding
) -> None:
    open_card(cards, MIX_SHOWN, qtbot)
    assert cards.mix is not None
    guarding.watch(account.id, Content((PartContent("New in, 24 €"),)), None)
    guarding.look_now()
    assert cards.mix.kind_button.text() == "This reads as: Sell"
    help_action = cards.mix._actions[PostKind.HELP]
    with qtbot.waitSignal(cards.kind_chosen, check_params_cb=lambda kind: kind is PostKind.HELP):
        help_action.trigger()
    options = PostOptions(kind=PostKind.HELP)
    guarding.watch(account.id, Content((PartContent("New in, 24 €"),), options=options), None)
    guarding.look_now()
    assert cards.mix.kind_button.text() == "This is: Help"
    assert help_action.isChecked()


def test_the_note_of_the_mix() -> None:
    assert mix_note(Mix(sell=12, help=8)) == "12 of 20 sell"
    assert mix_note(Mix()) == ""


def test_each_choice_has_its_word(qtbot: QtBot, themed: Any) -> None:
    card = MixCard()
    qtbot.addWidget(card)
    assert [one.text() for one in card._actions.values()] == [
        "Sell",
        "Help",
        "People",
        "Ask",
        "Guess it",
    ]


def test_own_tags_come_first_and_a_press_writes_one(cards: SideCards, qtbot: QtBot) -> None:
    open_card(cards, TAGS_SHOWN, qtbot)
    assert cards.tags is not None
    assert words_of(cards.tags) == ["our own"]
    with qtbot.waitSignal(cards.chosen, check_params_cb=lambda tag: tag == "#LeafAndKiln"):
        cards.tags.findChildren(QPushButton)[0].click()


def test_tags_that_did_well_say_how_well(qtbot: QtBot, themed: Any) -> None:
    card = TagsCard()
    qtbot.addWidget(card)
    card.show()
    card.show_tags(
        ("tea", "خزف"), (TagUse("clay", 4, 1_200), TagUse("Tea", 5, 300), TagUse("mug", 2, None))
    )
    assert words_of(card) == ["seen 300", "our own", "seen 1,200", "in 2 posts"]
    assert [one.accessibleName() for one in card.findChildren(QPushButton)] == [
        "Write #tea, seen 300",
        "Write #خزف, our own",
        "Write #clay, seen 1,200",
        "Write #mug, in 2 posts",
    ]
    card.show_tags((), ())
    qtbot.waitUntil(lambda: len(card.findChildren(QPushButton)) == 0, timeout=2_000)
    assert len(words_of(card)) == 1
