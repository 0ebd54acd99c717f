"""Campaigns in the Shop tab: begun, shown with what came of them, changed, deleted, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import from_wall
from services.errors import StorageProblem, StorageTrouble
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.shop import Shop
from ui.campaigns.campaigns_side import CampaignsSide
from ui.shop.shop_page import ShopPage
from widgets.segmented import Segmented

Said = Callable[..., str]


def begin(side: CampaignsSide, *, name: str = "Tea week", tag: str = "#teaweek") -> None:
    side.campaigns.new_asked.emit()
    form = side.campaign.form
    form.name.setText(name)
    form.tag.setText(tag)
    form.save.click()


def words_on(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def test_with_no_campaign_one_can_be_begun(side: CampaignsSide, shop: Shop, own: Account) -> None:
    assert side.campaigns.empty.isVisible()
    assert not side.campaigns.new_button.isVisible()
    begin(side)
    (made,) = shop.campaigns.all(own.id)
    assert (made.name, made.tag) == ("Tea week", "teaweek")
    assert (made.first_day, made.last_day) == (date(2026, 11, 20), date(2026, 11, 26))
    view = side.campaign.view
    assert view.isVisible()
    assert view.days.text().replace("\u2068", "").replace("\u2069", "") == (
        "#teaweek · 20 Nov – 26 Nov · Running"
    )
    assert view.figures.text() == "Nothing of it is on X yet."


@pytest.mark.parametrize("tag", ["", "#", "two words", "2026", "🍵", "tea-week"])
def test_a_tag_that_x_would_not_link_cannot_be_saved(side: CampaignsSide, tag: str) -> None:
    begin(side, tag=tag)
    form = side.campaign.form
    assert form.isVisible()
    assert not form.save.isEnabled()
    assert form.tag_note.text().endswith(".")
    form.tag.setText("#喝茶")
    assert form.save.isEnabled()


def test_days_in_the_wrong_order_are_told(side: CampaignsSide) -> None:
    begin(side, tag="")
    form = side.campaign.form
    form.tag.setText("tea")
    form.last.set_day(date(2026, 11, 1))
    assert form.days_note.isVisible()
    assert not form.save.isEnabled()
    form.last.set_day(form.first.day())
    assert not form.days_note.isVisible()
    assert form.save.isEnabled()


def test_what_is_typed_outlives_the_drawer(page: ShopPage, side: CampaignsSide) -> None:
    side.campaigns.new_asked.emit()
    side.campaign.form.name.setText("أسبوع الشاي")
    side.close()
    page.refresh()
    page.campaigns_button.click()
    assert side.campaign.form.isVisible()
    assert side.campaign.form.name.text() == "أسبوع الشاي"
    side.campaign.form.cancel.click()
    assert side.campaigns.isVisible()


def test_its_page_shows_posts_and_who_used_the_tag(
    page: ShopPage, side: CampaignsSide, shop: Shop, own: Account, said: Said, qtbot: QtBot
) -> None:
    begin(side)
    (made,) = shop.campaigns.all(own.id)
    draft = shop.campaigns.begin_post(made.id)
    queued = shop.campaigns.begin_post(made.id)
    shop.drafts.save(queued.id, parts=(DraftPart("Tomorrow #teaweek"),))
    shop.outbox.enqueue(queued.id, due_at=from_wall("2026-11-21T11:00", own.zone))
    item = said("mina", "My cup #TeaWeek")
    said("otto", "No tag")
    page.refresh()
    view = side.campaign.view
    assert [each.value.text for each in view.posts.rows] == ["#teaweek", "Tomorrow #teaweek"]
    assert [each.value.text for each in view.uses.rows] == ["My cup #TeaWeek"]
    for row, tab, key in (
        (view.posts.rows[0], "compose", draft.id),
        (view.posts.rows[1], "queue", queued.id),
        (view.uses.rows[0], "inbox", item),
    ):
        with qtbot.waitSignal(page.go) as go:
            row.click()
        assert go.args == [tab, key]


def test_of_very_many_uses_the_newest_are_shown_and_more_on_asking(
    side: CampaignsSide, said: Said
) -> None:
    begin(side)
    for number in range(120):
        said(f"mina{number}", f"Cup {number} #TeaWeek")
    side.refresh()
    uses = side.campaign.view.uses
    assert len(uses.rows) == 50
    assert uses.more is not None
    assert uses.more.text() == "Show more (70)"
    uses.more.click()
    assert len(uses.rows) == 100
    assert uses.window().focusWidget() is uses.rows[50]
    said("otto", "Mine, too #teaweek")
    side.refresh()
    assert len(uses.rows) == 100
    assert uses.more is not None
    uses.more.click()
    assert uses.more is None
    assert len({row.value.id for row in uses.rows}) == 121


def test_the_same_rows_again_build_nothing(side: CampaignsSide, said: Said) -> None:
    begin(side)
    said("mina", "My cup #TeaWeek")
    side.refresh()
    view = side.campaign.view
    before = view.uses.rows
    side.refresh()
    assert view.uses.rows == before
    said("otto", "Mine, too #teaweek")
    side.refresh()
    assert len(view.uses.rows) == 2


def test_a_post_for_it_begins_with_its_tag(
    page: ShopPage, side: CampaignsSide, shop: Shop, own: Account, qtbot: QtBot
) -> None:
    begin(side)
    with qtbot.waitSignal(page.go) as go:
        side.campaign.view.write.click()
    (draft,) = shop.drafts.all(own.id)
    assert go.args == ["compose", draft.id]
    assert draft.text == "#teaweek "
    assert draft.options.campaign_id == shop.campaigns.all(own.id)[0].id


def test_changing_keeps_its_posts(side: CampaignsSide, shop: Shop, own: Account) -> None:
    begin(side)
    (made,) = shop.campaigns.all(own.id)
    shop.campaigns.begin_post(made.id)
    side.campaign.view.edit.click()
    assert side.campaign.form.name.text() == "Tea week"
    side.campaign.form.name.setText("Tea fortnight")
    side.campaign.form.save.click()
    assert shop.campaigns.get(made.id).name == "Tea fortnight"
    assert len(side.campaign.view.posts.rows) == 1


def test_deleting_can_be_taken_back(
    page: ShopPage, side: CampaignsSide, shop: Shop, own: Account, qtbot: QtBot
) -> None:
    begin(side)
    with qtbot.waitSignal(page.undo_offered) as offered:
        side.campaign.view.delete.click()
    assert shop.campaigns.all(own.id) == ()
    assert side.campaigns.empty.isVisible()
    offered.args[0].undo()
    assert len(shop.campaigns.all(own.id)) == 1
    assert [row.value.text for row in side.campaigns.list.rows] == ["Tea week"]


def test_the_list_tells_what_runs_comes_and_is_over(
    page: ShopPage, side: CampaignsSide, shop: Shop, own: Account
) -> None:
    for name, first, last in (("Over", 1, 2), ("Runs", 19, 21), ("Comes", 25, 26)):
        shop.campaigns.add(
            own.id,
            name=name,
            tag=name,
            first_day=date(2026, 11, first),
            last_day=date(2026, 11, last),
        )
    page.refresh()
    assert [row.value.text for row in side.campaigns.list.rows] == ["Runs", "Comes", "Over"]
    heads = [words for words in words_on(side.campaigns) if words in ("Running", "Coming", "Over")]
    assert heads == ["Running", "Coming", "Over"]
    assert "Runs" in page.campaigns_button.text()
    side.campaigns.list.rows[1].click()
    assert side.campaign.view.no_uses.text() == "It begins later."


def test_another_account_has_its_own(
    page: ShopPage, side: CampaignsSide, shop: Shop, own: Account
) -> None:
    begin(side)
    page.show_account(shop.accounts.practice())
    assert not side.is_open
    page.campaigns_button.click()
    assert side.campaigns.empty.isVisible()


def test_a_full_disk_is_told_and_the_words_stay(
    page: ShopPage, side: CampaignsSide, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Post:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.data)

    monkeypatch.setattr(type(shop.campaigns), "add", full)
    with qtbot.waitSignal(page.message) as told:
        begin(side)
    assert told.args[0] is not None
    assert side.campaign.form.name.text() == "Tea week"
    assert side.campaign.form.isVisible()


def test_other_rooms_open_it_by_name(page: ShopPage) -> None:
    page.open_item("giveaways")
    assert page.campaigns.is_open
    assert page.campaigns.giveaways.isVisible()
    page.products.add()
    assert not page.campaigns.is_open


def test_every_control_has_a_name_and_takes_the_focus(side: CampaignsSide) -> None:
    parts: list[QWidget] = []
    for show in (
        lambda: None,
        side.campaign.begin,
        lambda: begin(side),
        side.giveaway.begin,
    ):
        show()
        kinds = QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox
        parts += [
            each
            for each in side.drawer.findChildren(QWidget)
            if isinstance(each, kinds) and each.isVisible()
        ]
    assert len(parts) > 25
    assert not [each for each in parts if not (each.accessibleName() or _text(each))]
    assert all(
        each.focusPolicy() & Qt.FocusPolicy.TabFocus
        for each in parts
        # Arrows go on from the segment that is chosen.
        if not isinstance(each.parent(), Segmented)
    )


def test_it_mirrors_and_closes_by_key(page: ShopPage, side: CampaignsSide, qtbot: Any) -> None:
    page.setLocale(QLocale("ar_EG"))
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    begin(side, name="أسبوع الشاي", tag="#أسبوع_الشاي")
    assert side.drawer.x() == 0
    assert "نوفمبر" in side.campaign.view.days.text()
    qtbot.keyClick(side.campaign.view.write, Qt.Key.Key_Escape)
    assert not side.is_open


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_a_wide_page_keeps_its_products_beside_the_drawer(page: ShopPage) -> None:
    page.resize(1400, 900)
    QApplication.processEvents()
    page.open_campaigns()
    QApplication.processEvents()
    drawer = page.campaigns.drawer
    grid = page.products.grid
    assert grid.mapTo(page, grid.rect().bottomRight()).x() < page.width() - drawer.width()
    page.campaigns.close()
    QApplication.processEvents()
    assert grid.mapTo(page, grid.rect().bottomRight()).x() > page.width() - drawer.width()


def test_the_button_stands_on_the_edge_of_the_products(page: ShopPage) -> None:
    button, grid = page.campaigns_button, page.products.grid
    ends = [one.mapTo(page, one.rect().bottomRight()).x() for one in (button, grid)]
    assert ends[0] == ends[1]
    assert button.iconSize().width() > button.iconSize().height()
