"""A giveaway from the Shop tab: written, posted, drawn among the answers chosen, and recorded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.campaigns.giveaways import Giveaway, winners_of
from services.clock import SteppedClock
from services.shop import Shop
from services.text.measure import parse
from ui.campaigns.campaigns_side import CampaignsSide
from ui.compose.asks import GIVEAWAYS
from ui.shop.shop_page import ShopPage

Said = Callable[..., str]


@pytest.fixture
def giveaway(side: CampaignsSide, shop: Shop, own: Account) -> Giveaway:
    """Of a cup, for two people, that ends tomorrow at six."""
    side.which.button("giveaways").click()
    side.giveaways.empty.pressed.emit()
    form = side.giveaway.form
    form.prize.setText("A celadon cup")
    form.winners.setValue(2)
    form.day.setDate(QDate(2026, 11, 21))
    form.time.setTime(QTime(18, 0))
    form.save.click()
    (made,) = shop.giveaways.all(own.id)
    return made


@pytest.fixture
def posted(
    giveaway: Giveaway, side: CampaignsSide, shop: Shop, clock: SteppedClock, said: Said
) -> Giveaway:
    """Its post is on X, and four people answered."""
    side.giveaway.view.write.click()
    post_id = shop.giveaways.get(giveaway.id).post_id
    connection = shop.database.connection
    connection.execute(
        "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (clock.now(), post_id)
    )
    connection.execute("UPDATE part SET x_post_id = '900' WHERE post_id = ?", (post_id,))
    for handle in ("mina", "otto", "ali", "sakura", "mina"):
        said(handle, f"{handle} is in 🍵", under="900")
    side.refresh()
    return shop.giveaways.get(giveaway.id)


def test_it_is_kept_in_the_shops_own_time(giveaway: Giveaway, side: CampaignsSide) -> None:
    assert (giveaway.ends_wall, giveaway.ends_zone) == ("2026-11-21T18:00", "Europe/Helsinki")
    assert (giveaway.prize, giveaway.winners) == ("A celadon cup", 2)
    assert side.giveaway.view.end.text() == "Ends Sat 21 Nov, 18:00"


def test_an_end_that_is_over_cannot_be_saved(side: CampaignsSide) -> None:
    side.giveaway.begin()
    form = side.giveaway.form
    form.prize.setText("A cup")
    assert form.save.isEnabled()
    form.day.setDate(QDate(2026, 11, 19))
    assert not form.save.isEnabled()
    assert form.end_note.text() == "This time is over."
    assert form.end_note.property("tone") == "red"
    form.day.setDate(QDate(2026, 11, 29))
    assert form.end_note.property("tone") == "quiet"


def test_one_without_rules_cannot_be_saved(side: CampaignsSide) -> None:
    side.giveaway.begin()
    form = side.giveaway.form
    form.prize.setText("A cup")
    assert form.no_rules.isHidden()
    form.rules.setPlainText(" \n")
    assert not form.save.isEnabled()
    assert not form.no_rules.isHidden()
    assert form.no_rules.text().startswith("Without rules")
    assert form.no_rules.property("tone") == "red"
    form.rules.setPlainText("من يرد على المنشور 🍵")
    assert form.save.isEnabled()
    assert form.no_rules.isHidden()


def test_its_post_has_the_rules_that_x_asks_for(
    giveaway: Giveaway, page: ShopPage, side: CampaignsSide, shop: Shop, own: Account, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.go) as go:
        side.giveaway.view.write.click()
    (draft,) = shop.drafts.all(own.id)
    assert go.args == ["compose", draft.id]
    for said in ("A celadon cup", "several accounts", "again and again", "Sat 21 Nov, 18:00"):
        assert said in draft.text
    assert draft.text.endswith("2 people win.")
    assert parse(draft.text).fits
    side.refresh()
    assert not side.giveaway.view.write.isVisible()
    assert side.giveaway.view.hint.isVisible()


def test_before_its_end_the_owner_has_to_say_so(
    posted: Giveaway, side: CampaignsSide, shop: Shop
) -> None:
    box = side.giveaway.view.box
    assert box.head.text() == "4 of 4 people are in"
    assert box.draw.text() == "Draw now anyway"
    box.draw.click()
    assert "before" not in box.question.text()
    assert "It has not ended yet" in box.question.text()
    assert "cannot be taken back" in box.question.text()
    box.not_yet.click()
    assert shop.giveaways.get(posted.id).drawn_at is None
    box.draw.click()
    box.sure.click()
    assert shop.giveaways.get(posted.id).drawn_early
    assert "before its end" in side.giveaway.view.record.text().replace("\u200b", "")


def test_those_left_out_are_not_drawn_and_the_record_says_who_was(
    posted: Giveaway, side: CampaignsSide, shop: Shop, clock: SteppedClock, said: Said
) -> None:
    clock.advance(2 * 86_400)
    side.refresh()
    view = side.giveaway.view
    assert [row.name.strip("\u2068\u2069") for row in view.box.list.rows] == [
        "@mina",
        "@otto",
        "@ali",
        "@sakura",
    ]
    view.box.list.toggle(view.box.list.rows[1].id)
    said("nele", "I am in, too", under="900", at=posted.ends_at - 1)
    side.refresh()
    assert view.box.head.text() == "4 of 5 people are in"
    view.box.list.toggle(view.box.list.rows[4].id)
    assert view.box.head.text() == "3 of 5 people are in"
    assert view.box.draw.text() == "Draw 2 winners"
    view.box.draw.click()
    view.box.sure.click()
    drawn = shop.giveaways.get(posted.id)
    record = shop.giveaways.record(posted.id)
    assert [one.handle for one in record] == ["mina", "ali", "sakura"]
    assert drawn.seed is not None
    won = {one.handle for one in record if one.won}
    assert won == {record[n].handle for n in winners_of(drawn.seed, 3, 2)}
    assert not view.box.isVisible()
    assert not view.edit.isVisible()
    view.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert drawn.seed in copied
    assert "sample(range(3), 2)" in copied
    assert all(f"@{one.handle} https://x.com/{one.handle}/status/" in copied for one in record)
    assert "\u200b" not in copied
    QGuiApplication.clipboard().clear()


def test_who_answers_after_the_end_stands_apart_and_the_record_says_so(
    posted: Giveaway, side: CampaignsSide, shop: Shop, clock: SteppedClock, said: Said
) -> None:
    box = side.giveaway.view.box
    assert not box.late.isVisible()
    said("late", "Me too", under="900", at=posted.ends_at + 3_600)
    clock.advance(2 * 86_400)
    side.refresh()
    assert box.late.isVisible()
    assert box.late_head.text() == "After the end"
    assert box.head.text() == "4 of 5 people are in"
    box.all.click()
    assert [one.handle for one in box.chosen()] == ["mina", "otto", "ali", "sakura"]
    box.late.toggle(box.late.rows[0].id)
    side.refresh()
    assert box.head.text() == "5 of 5 people are in"
    box.draw.click()
    assert "1 person answered after the end" in box.question.text()
    box.sure.click()
    record = side.giveaway.view.record.text().replace("\u200b", "")
    assert record.count("answered after the end") == 1


def test_a_record_of_very_many_names_some_and_is_copied_whole(
    posted: Giveaway, side: CampaignsSide, said: Said
) -> None:
    for number in range(60):
        said(f"tea{number}", "Me", under="900")
    side.refresh()
    view = side.giveaway.view
    view.box.draw.click()
    view.box.sure.click()
    shown = view.record.text().replace("\u200b", "")
    assert "49. @tea45 " in shown
    assert "50. @" not in shown
    assert "and 14 more" in shown
    view.copy.click()
    assert "63. @tea59 " in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


def test_the_same_answers_again_build_nothing(
    posted: Giveaway, side: CampaignsSide, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(side.giveaway.view.box.list.model().modelReset):
        side.refresh()


def test_nobody_chosen_is_nobody_to_draw(posted: Giveaway, side: CampaignsSide) -> None:
    box = side.giveaway.view.box
    box.none.click()
    assert not box.draw.isEnabled()
    box.all.click()
    assert box.draw.isEnabled()


def test_a_post_that_is_on_x_already_can_be_its_own(
    giveaway: Giveaway, side: CampaignsSide, shop: Shop, own: Account, clock: SteppedClock
) -> None:
    other = shop.giveaways.begin_post(giveaway.id, "Win a cup")
    shop.giveaways.set_post(giveaway.id, None)
    connection = shop.database.connection
    connection.execute(
        "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (clock.now(), other.id)
    )
    connection.execute("UPDATE part SET x_post_id = '901' WHERE post_id = ?", (other.id,))
    side.refresh()
    view = side.giveaway.view
    assert view.choice.itemText(1) == "20 Nov: Win a cup"
    view.choice.setCurrentIndex(1)
    view.choice.activated.emit(1)
    assert shop.giveaways.get(giveaway.id).post_id == other.id
    assert view.box.head.text() == "Nobody has answered yet."
    assert not view.box.draw.isEnabled()


def test_deleting_can_be_taken_back_with_its_record(
    posted: Giveaway, page: ShopPage, side: CampaignsSide, shop: Shop, own: Account, qtbot: QtBot
) -> None:
    side.giveaway.view.box.draw.click()
    side.giveaway.view.box.sure.click()
    record = shop.giveaways.record(posted.id)
    with qtbot.waitSignal(page.undo_offered) as offered:
        side.giveaway.view.delete.click()
    assert shop.giveaways.all(own.id) == ()
    offered.args[0].undo()
    assert shop.giveaways.record(posted.id) == record
    assert [row.value.text for row in side.giveaways.list.rows] == ["A celadon cup"]


def test_compose_asks_for_a_new_one_whatever_was_open(
    giveaway: Giveaway, page: ShopPage, side: CampaignsSide, qtbot: QtBot
) -> None:
    form = side.giveaway.form
    assert side.giveaway.view.prize.text() == "A celadon cup"
    side.close()
    page.open_item(GIVEAWAYS)
    assert side.is_open
    assert form.isVisibleTo(page)
    assert form.prize.text() == ""
    assert not form.to_draft.isHidden()
    with qtbot.waitSignal(page.go) as go:
        form.to_draft.click()
    assert go.args == ["compose", ""]


def test_one_that_is_being_written_goes_on(page: ShopPage, side: CampaignsSide) -> None:
    side.giveaway.begin()
    form = side.giveaway.form
    assert form.to_draft.isHidden()
    form.prize.setText("إبريق 🫖")
    page.open_item(GIVEAWAYS)
    assert form.prize.text() == "إبريق 🫖"
    assert not form.to_draft.isHidden()


def test_one_that_is_changed_makes_room_for_a_new_one(
    giveaway: Giveaway, page: ShopPage, side: CampaignsSide
) -> None:
    side.giveaway.view.edit.click()
    assert side.giveaway.form.prize.text() == "A celadon cup"
    page.open_item(GIVEAWAYS)
    assert side.giveaway.form.prize.text() == ""
