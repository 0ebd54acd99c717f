from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from services.accounts.accounts import Account
from services.inbox.values import Item
from services.shop import Shop
from tests.services.accounts.words import word_to
from ui.notices import Notices
from ui.tray import About


@dataclass
class OneTray:
    """Takes one notice in a time that the test ends."""

    told: list[tuple[str, str]] = field(default_factory=list)
    quiet: bool = False

    def is_quiet(self, about: About) -> bool:
        return self.quiet

    def notify(self, title: str, _body: str, item_id: str, *, about: About = About.WORDS) -> bool:
        assert about is About.WORDS
        self.told.append((title, item_id))
        self.quiet = True
        return True


@pytest.fixture
def tray() -> OneTray:
    return OneTray()


@pytest.fixture
def notices(shop: Shop, tray: OneTray, qapp: object) -> Notices:
    return Notices(shop, tray)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def tea(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


def came(shop: Shop, account: Account, text: str) -> Item:
    return word_to(shop, account.id, text)


def test_one_shop_needs_no_name(shop: Shop, notices: Notices, tray: OneTray, tea: Account) -> None:
    item = came(shop, tea, "هل لديكم شاي؟")
    notices.add([item])
    notices.tell(in_view=False)
    assert tray.told == [("1 new to answer", item.id)]
    tray.quiet = False
    notices.tell(in_view=False)
    assert len(tray.told) == 1


def test_of_several_the_one_in_view_comes_first_and_each_is_named(
    shop: Shop, notices: Notices, tray: OneTray, tea: Account
) -> None:
    kiln = shop.accounts.add("kiln", "UTC")
    other = came(shop, kiln, "お茶はありますか")
    own = [came(shop, tea, "one"), came(shop, tea, "two 🍵")]
    notices.add([other])
    notices.add(own)
    notices.tell(in_view=False)
    assert tray.told == [("\u2068@tea\u2069: 2 new to answer", own[-1].id)]
    notices.tell(in_view=False)
    assert len(tray.told) == 1
    tray.quiet = False
    notices.tell(in_view=False)
    assert tray.told[1:] == [("\u2068@kiln\u2069: 1 new to answer", other.id)]


def test_what_is_in_view_or_taken_away_is_told_of_no_more(
    shop: Shop, notices: Notices, tray: OneTray, tea: Account
) -> None:
    kiln, third = shop.accounts.add("kiln", "UTC"), shop.accounts.add("third", "UTC")
    notices.add([came(shop, one, "hi") for one in (tea, kiln, third)])
    notices.forget(tea.id)
    shop.removal.remove(kiln.id)
    for _ in range(3):
        notices.tell(in_view=True)
        tray.quiet = False
    assert [title for title, _item in tray.told] == ["\u2068@third\u2069: 1 new to answer"]


def test_the_sample_shop_speaks_only_in_view(shop: Shop, notices: Notices, tray: OneTray) -> None:
    practice = shop.accounts.active()
    notices.add([came(shop, practice, "hi")])
    notices.tell(in_view=False)
    assert tray.told == []
    notices.add([came(shop, practice, "again")])
    notices.tell(in_view=True)
    assert [title for title, _item in tray.told] == ["Sample: 1 new to answer"]
