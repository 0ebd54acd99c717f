from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence

from services.accounts.accounts import Account, SignedIn, Way
from services.shop import Shop
from tests.services.accounts.words import word_to
from ui.account_menu import MOST_KEYS, AccountMenu
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: Any, themed: Any) -> MainWindow:
    made = MainWindow([])
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(shop: Shop, window: MainWindow) -> AccountMenu:
    shop.accounts.practice()
    return AccountMenu(shop, window)


def own(shop: Shop, handle: str, name: str) -> Account:
    account = shop.accounts.add(handle, "UTC")
    shop.profiles.save(account.id, replace(shop.profiles.get(account.id), name=name))
    return account


def words(menu: AccountMenu) -> list[str]:
    marks = str.maketrans("", "", "\u2066\u2068\u2069")
    return [each.partition("\t")[0].translate(marks) for each in menu.words() if each]


def test_the_sample_shop_alone_offers_a_shop_of_ones_own(menu: AccountMenu) -> None:
    assert words(menu) == ["Leaf && Kiln · Sample shop", "Start my own shop", "Manage accounts"]
    assert "\t" not in menu.words()[0]


def test_each_shop_says_what_waits_in_it(shop: Shop, menu: AccountMenu) -> None:
    tea, kiln = own(shop, "tea", "Tea & شاي"), own(shop, "kiln", "青い扉")
    shop.accounts.activate(tea.id)
    for text in ("one", "two"):
        word_to(shop, kiln.id, text)
        word_to(shop, tea.id, text)
    draft = shop.drafts.new(kiln.id)
    shop.outbox.enqueue(write(shop, draft.id), due_at=shop.clock.now() + 60)
    shop.outbox.opened_on_x(draft.id)
    assert words(menu)[:2] == [
        "Tea && شاي · @tea",
        "青い扉 · @kiln · 1 needs you · 2 to answer",
    ]


def write(shop: Shop, post_id: str) -> str:
    from services.publishing.drafts import DraftPart

    return shop.drafts.save(post_id, parts=(DraftPart("新しい茶 🍵"),)).id


@pytest.mark.parametrize(
    ("way", "signed_in", "offer"),
    [
        (Way.BY_HAND, SignedIn.NONE, "Connect to X"),
        (Way.CONNECTED, SignedIn.ENDED, "Sign in again"),
        (Way.CONNECTED, SignedIn.LOST, "Sign in again"),
        (Way.CONNECTED, SignedIn.NONE, "Sign in"),
        (Way.CONNECTED, SignedIn.YES, ""),
    ],
)
def test_the_way_to_x_stands_in_it_where_there_is_one(
    shop: Shop, menu: AccountMenu, qtbot: Any, way: Way, signed_in: SignedIn, offer: str
) -> None:
    tea = own(shop, "tea", "Tea")
    shop.accounts.set_way(tea.id, way)
    shop.accounts.set_signed_in(tea.id, signed_in)
    shop.accounts.activate(tea.id)
    last = words(menu)[2:]
    assert last == [*([offer] if offer else []), "Add an account", "Manage accounts"]
    if offer:
        with qtbot.waitSignal(menu.connect_asked) as told:
            action(menu, offer).trigger()
        assert told.args == [tea.id, way is Way.CONNECTED]


@pytest.mark.parametrize(
    ("signed_in", "says"),
    [
        (SignedIn.YES, ""),
        (SignedIn.ENDED, " · sign in again"),
        (SignedIn.LOST, " · sign in again"),
        (SignedIn.NONE, " · sign in"),
    ],
)
def test_another_shop_says_that_it_waits_for_a_sign_in(
    shop: Shop, menu: AccountMenu, signed_in: SignedIn, says: str
) -> None:
    tea, kiln = own(shop, "tea", "Tea"), own(shop, "kiln", "青い扉")
    shop.accounts.set_way(kiln.id, Way.CONNECTED)
    shop.accounts.set_signed_in(kiln.id, signed_in)
    shop.accounts.activate(tea.id)
    assert words(menu)[1] == f"青い扉 · @kiln{says}"


def test_a_script_brings_its_own_key(shop: Shop, menu: AccountMenu) -> None:
    own(shop, "tea", "Tea")
    script = shop.accounts.script_account("http://127.0.0.1:9")
    shop.accounts.activate(script.id)
    assert not {"Sign in", "Sign in again"} & set(words(menu))


def action(menu: AccountMenu, offer: str) -> Any:
    return next(each for each in menu._menu.actions() if each.text() == offer)


def test_a_choice_is_told_but_not_of_the_one_in_view(
    shop: Shop, menu: AccountMenu, qtbot: Any
) -> None:
    tea, kiln = own(shop, "tea", "Tea"), own(shop, "kiln", "Kiln")
    shop.accounts.activate(tea.id)
    menu.words()
    with qtbot.assertNotEmitted(menu.chosen):
        menu._menu.actions()[0].trigger()
    with qtbot.waitSignal(menu.chosen) as told:
        menu._menu.actions()[1].trigger()
    assert told.args == [kiln]


def test_each_has_a_key_while_there_are_several(
    shop: Shop, menu: AccountMenu, window: MainWindow, qtbot: Any
) -> None:
    def keys() -> list[str]:
        return [
            each.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
            for name, each in window.actions_by_name.items()
            if name.startswith("account_")
        ]

    menu.give_keys()
    assert keys() == []
    made = [own(shop, f"shop{number}", f"店 {number}") for number in range(MOST_KEYS + 2)]
    menu.give_keys()
    assert keys() == [f"Alt+{number}" for number in range(1, MOST_KEYS + 1)]
    with qtbot.waitSignal(menu.chosen) as told:
        window.actions_by_name["account_2"].trigger()
    assert told.args == [made[1]]
    for account in made[1:]:
        shop.removal.remove(account.id)
    menu.give_keys()
    assert keys() == ["Alt+1", "Alt+2"]
    assert window.actions_by_name["account_1"].text() == "Show 店 0"


def test_a_sign_in_that_is_not_proven_can_be(shop: Shop, menu: AccountMenu, qtbot: Any) -> None:
    """X is asked nothing for it before its owner has seen the price."""
    tea, kiln = own(shop, "tea", "Tea"), own(shop, "kiln", "青い扉")
    for each in (tea, kiln):
        shop.accounts.set_way(each.id, Way.CONNECTED)
        shop.accounts.set_signed_in(each.id, SignedIn.YES)
        shop.accounts.set_unproven(each.id, True)
    shop.accounts.set_owns_app(tea.id, True)
    shop.accounts.activate(tea.id)
    assert words(menu)[1] == "青い扉 · @kiln · to be proven"
    assert words(menu)[3] == "Prove it · $0.015"
    with qtbot.waitSignal(menu.connect_asked) as told:
        next(one for one in menu._menu.actions() if "Prove" in one.text()).trigger()
    assert told.args == [tea.id, True]
