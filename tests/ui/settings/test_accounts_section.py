from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from services.accounts.account_rows import COLOURS
from services.accounts.accounts import Account, SignedIn, Way
from services.accounts.removal import KEPT
from services.clock import SteppedClock
from services.errors import Offline, StorageProblem, StorageTrouble
from services.shop import Shop
from tests.ui.settings.accounts_shown import Ended, choose, question, said
from ui.settings import account_words
from ui.settings.accounts_section import AccountsSection
from ui.settings.add_account_dialog import AddAccountDialog
from ui.settings.remove_dialog import RemoveDialog
from ui.settings.settings_dialog import ACCOUNTS, SPENDING, SettingsDialog
from ui.settings.sign_out_dialog import SignOutDialog
from ui.tasks import Tasks
from ui.theme import Theme
from ui.tour.faults import clipped


def test_every_account_stands_there_and_the_one_in_view_first(
    section: AccountsSection, shop: Shop, tea: Account, kiln: Account
) -> None:
    assert section.list.ids() == (tea.id, kiln.id, shop.accounts.practice().id)
    assert (section.list.current, section.details.head.text()) == (tea.id, "Tea & شاي")
    spoken = [
        section.list.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)
    ]
    assert "In view" in spoken[0]
    assert "Connected" in spoken[1]
    assert "Sample shop" in spoken[2]


def test_the_arrows_choose_whose_choices_are_shown(
    section: AccountsSection, kiln: Account, qtbot: Any
) -> None:
    QTest.keyClick(section.list, Qt.Key.Key_Down)
    details = section.details
    assert details.head.text() == "青い扉"
    assert details.sign_out.isVisible()
    assert not details.connect_button.isVisible()
    assert details.remove.accessibleName() == "Remove: 青い扉"
    QTest.keyClick(section.list, Qt.Key.Key_Down)
    assert not details.remove.isVisible()
    assert not details.connect_button.isVisible()
    assert details.colour.isVisible()


def test_a_colour_is_kept_and_told(
    section: AccountsSection, shop: Shop, tea: Account, qtbot: Any
) -> None:
    with qtbot.waitSignal(section.changed) as told:
        section.details.colour.disc(COLOURS[4]).click()
    assert told.args[0].colour == shop.accounts.get(tea.id).colour == COLOURS[4]
    assert section.details.colour.choice == COLOURS[4]


@pytest.mark.parametrize(
    ("signed_in", "words", "says"),
    [
        (SignedIn.ENDED, "Sign in again", "X has ended the sign-in."),
        (SignedIn.LOST, "Sign in again", "The sign-in is lost here."),
        (SignedIn.NONE, "Sign in", "Not signed in."),
    ],
)
def test_who_is_not_signed_in_is_asked_to(
    section: AccountsSection,
    dialog: SettingsDialog,
    shop: Shop,
    kiln: Account,
    qtbot: Any,
    signed_in: SignedIn,
    words: str,
    says: str,
) -> None:
    shop.accounts.set_signed_in(kiln.id, signed_in)
    section.read()
    choose(section, kiln)
    assert section.details.connect_button.text() == words
    assert section.details.connection.text().startswith(says)
    assert "Waits for you to sign in" in account_words.note(shop, shop.accounts.get(kiln.id))
    with qtbot.waitSignal(dialog.connect_asked) as told:
        section.details.connect_button.click()
    assert told.args == [kiln.id, True]
    assert not dialog.isVisible()


def test_by_hand_the_way_to_x_is_offered(
    section: AccountsSection, dialog: SettingsDialog, tea: Account, qtbot: Any
) -> None:
    assert section.details.connect_button.text() == "Connect to X"
    assert not section.details.sign_out.isVisible()
    with qtbot.waitSignal(dialog.connect_asked) as told:
        section.details.connect_button.click()
    assert told.args == [tea.id, False]


def test_another_account_comes_into_view_and_one_is_back_here(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, kiln: Account, qtbot: Any
) -> None:
    choose(section, kiln)
    with qtbot.waitSignals([dialog.account_asked, dialog.again_asked]):
        section.details.show_button.click()
    assert shop.accounts.active() == kiln
    assert not dialog.isVisible()


def test_the_money_of_another_is_shown_once_it_is_in_view(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, kiln: Account, qtbot: Any
) -> None:
    choose(section, kiln)
    assert section.details.spending.accessibleName() == "Spending and budget: 青い扉"
    with qtbot.waitSignals([dialog.account_asked, dialog.spending_asked], order="strict"):
        section.details.spending.click()
    assert shop.accounts.active().id == kiln.id
    assert not dialog.isVisible()


def test_who_made_the_app_can_be_said_again(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, kiln: Account, qtbot: Any
) -> None:
    choose(section, kiln)
    details = section.details
    assert details.owner.choice == ""
    assert "$0.001" in details.owner_note.text()
    assert "$0.005" in details.owner_note.text()
    for key, owns in (("no", False), ("yes", True)):
        with qtbot.waitSignal(dialog.prices_changed):
            details.owner.button(key).click()
        assert shop.accounts.get(kiln.id).owns_app is owns
        assert details.owner.choice == key


def test_a_sign_in_that_is_not_proven_leads_to_its_proof(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, kiln: Account, qtbot: Any
) -> None:
    shop.accounts.set_unproven(kiln.id, True)
    section.read()
    choose(section, kiln)
    assert section.details.connect_button.text() == "Prove it · \u2068$0.035\u2069"
    assert "Until then nothing is sent or read." in section.details.connection.text()
    with qtbot.waitSignal(dialog.connect_asked) as told:
        section.details.connect_button.click()
    assert told.args == [kiln.id, True]


def test_after_a_run_that_is_over_it_says_so(
    section: AccountsSection, shop: Shop, kiln: Account
) -> None:
    shop.accounts.note_sign_in(kiln.id, client_id="c", scopes=frozenset(), run_only=True)
    assert account_words.connection(shop.accounts.get(kiln.id)).startswith("Signed in until")
    shop.accounts._this_run.clear()
    section.read()
    choose(section, kiln)
    assert section.details.connect_button.text() == "Sign in again"
    assert section.details.connection.text().startswith("You were signed in until Shoplark ended.")


def test_of_the_one_in_view_the_money_is_one_step_away(
    parent: QWidget, shop: Shop, kiln: Account, inline_tasks: Tasks
) -> None:
    shop.accounts.activate(kiln.id)
    shop.accounts.set_budget(kiln.id, 5_000_000)
    dialog = SettingsDialog(shop, inline_tasks, parent)
    dialog.show_section(ACCOUNTS)
    dialog.open()
    assert dialog.accounts.details.spent.text() == "$0.00 of $5.00"
    dialog.accounts.details.spending.click()
    assert dialog.parts.choice == SPENDING
    assert dialog.spending is not None
    assert dialog.spending.isVisible()
    dialog.reject()


def test_an_account_goes_and_comes_back(
    section: AccountsSection, shop: Shop, kiln: Account, ended: Ended, qtbot: Any
) -> None:
    choose(section, kiln)
    section.details.remove.click()
    with qtbot.waitSignal(section.changed):
        question(RemoveDialog).yes_button.click()
    assert ended.asked == ["everywhere"]
    assert kiln.id not in section.list.ids()
    assert "Can be put back until tomorrow, 7:00" in said(section.removed).replace("\u202f", " ")
    with qtbot.waitSignal(section.changed) as told:
        section.removed.buttons[0].click()
    assert told.args[0].id == kiln.id
    assert kiln.id in section.list.ids()
    assert section.list.current == kiln.id
    assert section.removed.buttons == []


def test_the_one_in_view_gives_way_before_it_goes(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, tea: Account, kiln: Account
) -> None:
    section.details.remove.click()
    question(RemoveDialog).yes_button.click()
    assert shop.accounts.active().id == kiln.id
    assert shop.accounts.get(tea.id).removed_at is not None
    # Its other sections were the other account's.
    assert not dialog.isVisible()


def test_nothing_goes_while_the_disk_keeps_the_last_words(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, tea: Account
) -> None:
    dialog.account_asked.disconnect()
    section.details.remove.click()
    question(RemoveDialog).yes_button.click()
    assert shop.accounts.get(tea.id).removed_at is None
    assert section.told.text() == "The disk refuses your last words, so nothing was removed."


def test_too_late_is_told(
    section: AccountsSection, shop: Shop, kiln: Account, clock: SteppedClock
) -> None:
    shop.removal.remove(kiln.id)
    section.read()
    clock.advance(KEPT)
    section.removed.buttons[0].click()
    assert section.told.text() == "Its day is over: it cannot be put back any more."
    assert section.removed.buttons == []


def test_one_more_shop_begins_by_hand(
    section: AccountsSection, dialog: SettingsDialog, shop: Shop, qtbot: Any
) -> None:
    section.add_button.click()
    asks = next(one for one in QApplication.topLevelWidgets() if isinstance(one, AddAccountDialog))
    asks.questions.name.setText("در آبی")
    asks.questions.handle.setText(" @KILN ")
    asks.questions.begin.click()
    assert asks.trouble.text() == "\u2068@KILN\u2069 is among your accounts already."
    asks.questions.handle.setText("door")
    assert asks.questions.back_button.text() == "Cancel"
    with qtbot.waitSignal(dialog.account_added) as told:
        asks.questions.begin.click()
    made = told.args[0]
    assert not dialog.isVisible()
    assert (made.handle, made.way) == ("door", Way.BY_HAND)
    assert shop.profiles.get(made.id).name == "در آبی"
    assert shop.drafts.all(made.id) == ()


def test_a_disk_that_refuses_a_new_shop_is_told(
    section: AccountsSection, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    monkeypatch.setattr(type(shop.profiles), "save", full)
    before = shop.accounts.all()
    section.add()
    asks = next(one for one in QApplication.topLevelWidgets() if isinstance(one, AddAccountDialog))
    asks.questions.name.setText("Door")
    asks.questions.begin.click()
    assert asks.trouble.text().startswith("The disk is full.")
    assert shop.accounts.all() == before


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_word_is_cut_however_large(
    section: AccountsSection,
    dialog: SettingsDialog,
    parent: QWidget,
    kiln: Account,
    ended: Ended,
    themed: Theme,
    side: Qt.LayoutDirection,
    percent: int,
) -> None:
    parent.resize(960, 640)
    dialog.setLayoutDirection(side)
    themed.choose_text(percent)
    choose(section, kiln)
    ended.x = Offline("no route")
    section.details.sign_out.click()
    asks = question(SignOutDialog)
    for press in (asks.show, asks.yes_button.click):
        press()
        QApplication.processEvents()
        assert list(clipped(asks)) == []
        assert asks.rect().contains(asks.yes_button.geometry())
    assert list(clipped(dialog)) == []
    assert dialog.height() <= parent.height()
    asks.reject()
    dialog.reject()
    themed.choose_text(100)
