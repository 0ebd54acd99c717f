from __future__ import annotations

from dataclasses import replace

import pytest

from services.accounts.accounts import Account, SignedIn, Way
from services.shop import Shop
from ui.account_names import name_among_others, name_of
from ui.compose.bottom_bar import BottomBar
from ui.compose.post_cost import poster


@pytest.fixture
def tea(shop: Shop, qapp: object) -> Account:
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


def named(shop: Shop, account: Account, name: str) -> None:
    shop.profiles.save(account.id, replace(shop.profiles.get(account.id), name=name))


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_one_shop_alone_is_not_named(shop: Shop, tea: Account) -> None:
    assert name_of(shop, tea) == "\u2068@tea\u2069"
    assert name_among_others(shop, tea) == ""
    assert name_among_others(shop, shop.accounts.practice()) == ""
    assert poster(shop, tea) == ""
    assert poster(shop, shop.accounts.set_way(tea.id, Way.CONNECTED)) == "@tea"
    assert poster(shop, shop.accounts.practice()) == poster(shop, None) == ""


def test_of_several_each_is_told_apart(shop: Shop, tea: Account) -> None:
    without, same = shop.accounts.add("", "UTC"), shop.accounts.add("TEA", "UTC")
    named(shop, without, "青い扉")
    named(shop, same, "در آبی")
    assert plain(name_among_others(shop, without)) == "青い扉"
    assert plain(name_among_others(shop, same)) == "در آبی (@TEA)"
    assert plain(name_among_others(shop, tea)) == "@tea"
    assert name_among_others(shop, shop.accounts.practice()) == ""
    shop.removal.remove(same.id)
    shop.removal.remove(without.id)
    assert name_among_others(shop, tea) == ""


@pytest.mark.parametrize(
    ("way", "price", "who", "words"),
    [
        (Way.PRACTICE, "", "@tea", "Post (sample)"),
        (Way.BY_HAND, "", "", "Open in X · free"),
        (Way.BY_HAND, "", "@tea", "Open in X as @tea · free"),
        (Way.CONNECTED, "$0.02", "@tea", "Post as @tea · $0.02"),
        (Way.CONNECTED, "$0.02", "", "Post · $0.02"),
        (Way.CONNECTED, "", "", "Post"),
    ],
)
def test_the_button_says_as_whom(
    shop: Shop, tea: Account, qtbot: object, way: Way, price: str, who: str, words: str
) -> None:
    bar = BottomBar()
    qtbot.addWidget(bar)  # type: ignore[attr-defined]  # pytest-qt's own
    bar.show_price(replace(tea, way=way, signed_in=SignedIn.YES), price, who=who)
    assert not bar.signs_in
    assert bar.post_button.text() == bar.post_button.accessibleName() == words


@pytest.mark.parametrize(
    ("signed_in", "unproven", "words"),
    [
        (SignedIn.LOST, False, "Sign in to post"),
        (SignedIn.ENDED, True, "Sign in to post"),
        (SignedIn.NONE, False, "Sign in to post"),
        (SignedIn.YES, True, "Finish signing in to post"),
    ],
)
def test_the_button_leads_to_the_sign_in_first(
    tea: Account, qtbot: object, signed_in: SignedIn, unproven: bool, words: str
) -> None:
    bar = BottomBar()
    qtbot.addWidget(bar)  # type: ignore[attr-defined]  # pytest-qt's own
    account = replace(tea, way=Way.CONNECTED, signed_in=signed_in, unproven=unproven)
    bar.show_price(account, "$0.02", who="@tea")
    bar.allow(sending=False, why_not="Nothing is written yet.")
    assert bar.post_button.text() == words
    assert (bar.signs_in, bar.post_button.isEnabled(), bar.queue_button.isEnabled()) == (
        True,
        True,
        False,
    )
