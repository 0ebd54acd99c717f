"""The campaigns of the drawer: one is shown, written or changed, deleted and taken back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account
from services.campaigns.campaigns import Campaign, Gone
from services.errors import StorageTrouble
from ui.campaigns.campaign_form import CampaignForm
from ui.campaigns.campaign_rows import ONLY_ON_X, campaign_groups, post_groups, use_rows
from ui.campaigns.campaign_view import CampaignView
from ui.campaigns.campaign_words import figures_words
from ui.campaigns.things import Group
from ui.page import Undo

if TYPE_CHECKING:
    from services.shop import Shop

UNDO_SECONDS = 10
_USUAL_DAYS = 7


class CampaignRoom(QObject):
    shown = Signal(object)
    """The widget that the drawer is to show, or None for the lists."""
    go = Signal(str, str)
    failed = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()

    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account: Account | None = None
        self._open = ""
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

    def show_account(self, account: Account) -> None:
        self._account, self._open = account, ""

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

    def open(self, campaign_id: str) -> None:
        """Nothing for one that is gone."""
        self._open = campaign_id
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
        campaigns = self._shop.campaigns
        try:
            if campaign.id:
                kept = campaigns.change(campaign)
            else:
                kept = campaigns.add(
                    campaign.account_id,
                    name=campaign.name,
                    tag=campaign.tag,
                    first_day=campaign.first_day,
                    last_day=campaign.last_day,
                    board_id=campaign.board_id,
                )
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.changed.emit()
        self.open(kept.id)

    def _on_left(self) -> None:
        if self._open:
            self.open(self._open)
        else:
            self.shown.emit(None)

    def _on_back(self) -> None:
        self._open = ""
        self.shown.emit(None)

    def _on_write(self) -> None:
        try:
            draft = self._shop.campaigns.begin_post(self._open)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.go.emit("compose", draft.id)

    def _on_edit(self) -> None:
        self._show_form(self._shop.campaigns.get(self._open))

    def _on_delete(self) -> None:
        try:
            gone = self._shop.campaigns.delete(self._open)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self._on_back()
        self.changed.emit()
        undo = partial(self._undelete, gone)
        self.undo_offered.emit(Undo(self.tr("Campaign deleted."), UNDO_SECONDS, undo))

    def _undelete(self, gone: Gone) -> None:
        try:
            self._shop.campaigns.undelete(gone)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.changed.emit()

    def _on_post(self, post_id: str) -> None:
        drafts = {post.id for post in self._shop.drafts.all(self._shop_account)}
        self.go.emit("compose" if post_id in drafts else "queue", post_id)

    @property
    def _shop_account(self) -> str:
        return "" if self._account is None else self._account.id

    def _on_use(self, item_id: str) -> None:
        self.go.emit("inbox", item_id)
