"""The campaigns of the drawer: one is shown, written or changed, deleted and taken back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from services.campaigns.campaigns import Campaign
from ui.campaigns.campaign_form import CampaignForm
from ui.campaigns.campaign_rows import ONLY_ON_X, campaign_groups, post_groups, use_rows
from ui.campaigns.campaign_view import CampaignView
from ui.campaigns.campaign_words import figures_words
from ui.campaigns.drawer_room import DrawerRoom
from ui.campaigns.things import Group

if TYPE_CHECKING:
    from services.shop import Shop

_USUAL_DAYS = 7


class CampaignRoom(DrawerRoom):
    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(shop, parent)
        self.form = CampaignForm()
        self.view = CampaignView()
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        self.view.back.connect(self._on_back)
        self.view.write_asked.connect(self._on_write)
        self.view.edit_asked.connect(self._on_edit)
        self.view.delete_asked.connect(self._on_delete)
        self.view.post_opened.connect(self._on_post)
        self.view.use_opened.connect(self._on_use)

    def groups(self) -> tuple[Group, ...]:
        if self._account is None:
            return ()
        campaigns, today = self._shop.campaigns, self._shop.campaigns.today(self._account.id)
        return campaign_groups(campaigns.all(self._account.id), today, self.view.locale())

    def begin(self) -> None:
        """A new one, of a week from today."""
        if self._account is None:
            return
        today = self._shop.campaigns.today(self._account.id)
        last = today + timedelta(days=_USUAL_DAYS - 1)
        self._open = ""
        self._show_form(Campaign("", self._account.id, "", "", today, last))

    def open(self, thing_id: str) -> None:
        self._open = thing_id
        if self.refresh():
            self.shown.emit(self.view)
            self.view.write.setFocus()

    def refresh(self) -> bool:
        """Reads again what is open; False where nothing is."""
        if self._account is None or not self._open:
            return False
        try:
            campaign = self._shop.campaigns.get(self._open)
        except KeyError:
            self._open = ""
            return False
        zone, locale, reach = self._account.zone, self.view.locale(), self._shop.reach
        stage = campaign.stage(self._shop.campaigns.today(campaign.account_id))
        figures = figures_words(reach.figures(campaign, zone), locale)
        self.view.show_campaign(campaign, stage, figures)
        on_x = reach.own_words(campaign, zone)
        groups = post_groups(self._shop.campaigns.posts(campaign.id), on_x, zone, locale)
        dead = frozenset(
            value.id for group in groups for value in group.rows if value.id.startswith(ONLY_ON_X)
        )
        self.view.show_posts(groups, dead=dead)
        self.view.show_uses(use_rows(reach.uses(campaign, zone), zone, locale))
        return True

    def _show_form(self, campaign: Campaign) -> None:
        boards = self._shop.boards.all(campaign.account_id)
        today = self._shop.campaigns.today(campaign.account_id)
        self.form.show_campaign(campaign, boards, today)
        self.shown.emit(self.form)
        self.form.name.setFocus()

    def _on_saved(self, campaign: Campaign) -> None:
        kept = self._tried(partial(self._keep, campaign))
        self._kept(kept)

    def _keep(self, campaign: Campaign) -> Campaign:
        campaigns = self._shop.campaigns
        if campaign.id:
            return campaigns.change(campaign)
        return campaigns.add(
            campaign.account_id,
            name=campaign.name,
            tag=campaign.tag,
            first_day=campaign.first_day,
            last_day=campaign.last_day,
            board_id=campaign.board_id,
        )

    def _on_write(self) -> None:
        draft = self._tried(partial(self._shop.campaigns.begin_post, self._open))
        self._begun(draft)

    def _on_edit(self) -> None:
        self._show_form(self._shop.campaigns.get(self._open))

    def _on_delete(self) -> None:
        gone = self._tried(partial(self._shop.campaigns.delete, self._open))
        self._deleted(self.tr("Campaign deleted."), gone, self._shop.campaigns.undelete)

    def _on_use(self, item_id: str) -> None:
        self.go.emit("inbox", item_id)
