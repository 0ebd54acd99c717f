"""My shop: who we are at the start, what we sell at the end. Saved as it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account, Way
from services.errors import AppError
from services.media.pictures import Picture
from services.my_shop.profiles import Profile
from services.shop import Shop
from ui.build import button, card, column, label, line, row
from ui.compose.asks import GIVEAWAYS as NEW_GIVEAWAY
from ui.compose.thumbs import LARGE, Thumbs
from ui.icons import icon
from ui.late_save import LateSave
from ui.page import OwnTrouble, Page
from ui.picture_files import picture_dialog
from ui.shop.campaign_words import running_words
from ui.shop.closed_days_part import ClosedDaysPart
from ui.shop.hours_editor import HoursEditor
from ui.shop.products_side import DRAWER, ProductsSide
from ui.shop.two_columns import TwoColumns
from ui.shop.voice_form import VoiceForm
from ui.shop.who_form import WhoForm
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES
from widgets.sign import Sign

if TYPE_CHECKING:
    from ui.campaigns.campaigns_side import CampaignsSide


class ShopPage(Page):
    def __init__(self, shop: Shop, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account: Account | None = None
        self._profile = Profile()
        self._trouble = OwnTrouble(self.message.emit, here=True)
        self._built = False
        self._campaigns: CampaignsSide | None = None
        self._late = LateSave(self._save, self)
        self._late.saved.connect(self._on_saved)
        self._late.trouble.connect(self._on_trouble)

    def show_account(self, account: Account) -> None:
        self.save_now()
        self._account = account
        if self._campaigns is not None:
            self._campaigns.show_account(account)
            self._campaigns.close()
        if self._built:
            self._show()

    def refresh(self) -> None:
        """What is being typed stays as it is."""
        if self._account is None or not self._built or self._late.waits:
            return
        self._account = self._shop.accounts.get(self._account.id)
        self._show()

    def save_now(self) -> None:
        self._late.save_now()
        if self._built:
            self.products.save_now()

    def choose_picture(self) -> None:
        if self._built and self.products.is_open:
            self.products.ask_picture()
        elif self._built:
            self._on_logo_asked()

    def is_saved(self) -> bool:
        return not self._late.waits and not (self._built and self.products.waits)

    def save_trouble(self) -> AppError | None:
        return self._late.met or (self.products.save_trouble if self._built else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Built when first looked at: the program starts faster without it."""
        if not self._built:
            self.build()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._make_room()

    def build(self) -> None:
        self._built = True
        self._thumbs = Thumbs(self._shop.pictures, self._tasks, self)
        self._thumbs.came.connect(self._on_thumb)
        self.who = WhoForm()
        self.hours = HoursEditor()
        self.closed_days = ClosedDaysPart(self._shop, self._tasks)
        self.voice = VoiceForm()
        self.products = ProductsSide(self._shop, self._tasks, self._thumbs, self)
        self.campaigns_button = button(self.tr("Campaigns"), icon="megaphone", in_row=True)
        self._saved = label(kind="quiet")
        self._sign = Sign(icon("check"), size=16)
        self._lay_out()
        for part in (self.who.edited, self.hours.changed, self.voice.edited):
            part.connect(self._on_edited)
        self.closed_days.edited.connect(self._on_holidays)
        self.closed_days.changed.connect(self.changed)
        self.closed_days.failed.connect(self._on_trouble)
        self.closed_days.undo_offered.connect(self.undo_offered)
        self.closed_days.show_asked.connect(partial(self.go.emit, "queue"))
        self.who.zone_chosen.connect(self._on_zone)
        self.who.logo_asked.connect(self._on_logo_asked)
        self.products.saved.connect(self._on_saved)
        self.products.failed.connect(self._on_trouble)
        self.products.undo_offered.connect(self.undo_offered)
        self.products.drawer_turned.connect(self._on_products_turned)
        self.campaigns_button.clicked.connect(self.open_campaigns)
        if self._account is not None:
            self._show()

    def _lay_out(self) -> None:
        hours = card(
            label(self.tr("Opening hours"), kind="strong"),
            self.hours,
            line(),
            self.closed_days,
            gap=MEASURES.s12,
        )
        forms = column(self.who, hours, self.voice, None, gap=MEASURES.gap)
        title = row(label(self.tr("My shop"), kind="section"), None, self._sign, self._saved)
        start = QWidget()
        start.setLayout(column(title, forms, gap=MEASURES.s12))
        end = QWidget()
        end.setLayout(
            column(
                row(label(self.tr("Products"), kind="section"), None, self.campaigns_button),
                self.products.grid,
                None,
                gap=MEASURES.s12,
            )
        )
        self._columns = TwoColumns(start, end)
        self.setLayout(column(self._columns))
        self._make_room()

    @property
    def campaigns(self) -> CampaignsSide:
        """Built when it is first asked for."""
        if self._campaigns is None:
            from ui.campaigns.campaigns_side import CampaignsSide

            self._campaigns = CampaignsSide(self._shop, self)
            self._campaigns.go.connect(self.go)
            self._campaigns.failed.connect(self._on_trouble)
            self._campaigns.undo_offered.connect(self.undo_offered)
            self._campaigns.changed.connect(self._on_campaigns_changed)
            self._campaigns.turned.connect(self._make_room)
            if self._account is not None:
                self._campaigns.show_account(self._account)
        return self._campaigns

    def open_item(self, item_id: str) -> None:
        """`campaigns` or `giveaways`, whose drawer opens; or the giveaway Compose asks for."""
        if not self._built:
            self.build()
        if item_id == NEW_GIVEAWAY:
            self.products.close()
            self.campaigns.begin_giveaway()
        if item_id in ("campaigns", "giveaways"):
            self.products.close()
            self.campaigns.open(item_id)

    def open_campaigns(self) -> None:
        self.open_item("campaigns")

    def _show_campaigns(self) -> None:
        """The button names the campaign that runs."""
        if self._account is None:
            return
        running = self._shop.campaigns.running(self._account.id)
        self.campaigns_button.setText(running_words(running, self.locale()))
        self.campaigns_button.setAccessibleName(self.tr("Campaigns and giveaways"))
        if self._campaigns is not None and self._campaigns.is_open:
            self._campaigns.refresh()

    def _make_room(self) -> None:
        self._columns.make_room(self.width(), self._open_drawer())

    def _open_drawer(self) -> int:
        """How wide it is; 0 while none is open."""
        if self._campaigns is not None and self._campaigns.is_open:
            return self._campaigns.wide
        return DRAWER if self.products.is_open else 0

    def _show(self) -> None:
        if self._account is None:
            return
        self._profile = self._shop.profiles.get(self._account.id)
        self.who.show_shop(self._account, self._profile)
        self.hours.set_hours(self._profile.hours)
        self.closed_days.show_shop(self._account, self._profile)
        self.voice.show_profile(self._profile)
        self._show_logo()
        self._show_campaigns()
        self.products.show_account(self._account, self._profile.country)
        self._show_saved()

    def _show_logo(self) -> None:
        logo = self._profile.logo
        self.who.show_logo(self._thumbs.get(logo, LARGE) if logo else None)

    def _show_saved(self) -> None:
        waits = self._late.waits
        self._saved.setText(self.tr("Saving") if waits else self.tr("Saved"))
        self._sign.set(icon("ellipsis" if waits else "check"))

    def _save(self) -> None:
        if self._account is None:
            return
        wanted = self.closed_days.into(self.voice.into(self.who.into(self._profile)))
        before, self._profile = (
            self._profile,
            self._shop.profiles.save(self._account.id, replace(wanted, hours=self.hours.hours())),
        )
        if _closing_of(before) != _closing_of(self._profile):
            self.closed_days.kept(self._profile)
        handle = self.who.handle.text().strip().lstrip("@")
        if self._account.way is Way.BY_HAND and handle != (self._account.handle or ""):
            self._account = self._shop.accounts.set_handle(self._account.id, handle)

    def _on_edited(self) -> None:
        self._late.note()
        self._show_saved()

    def _on_holidays(self) -> None:
        """A switch is kept when it is pressed."""
        self._on_edited()
        self._late.save_now()

    def _on_saved(self) -> None:
        self._trouble.over()
        self._show_saved()
        self.saved.emit()
        self.changed.emit()

    def _on_products_turned(self) -> None:
        if self.products.is_open and self._campaigns is not None:
            self._campaigns.close()
        self._make_room()

    def _on_campaigns_changed(self) -> None:
        self._trouble.over()
        self._show_campaigns()
        self.changed.emit()

    def _on_trouble(self, error: AppError) -> None:
        self._trouble.tell(error)

    def _on_zone(self, zone: str) -> None:
        if self._account is not None:
            self._account = self._shop.accounts.set_zone(self._account.id, zone)
            self._on_edited()

    def _on_logo_asked(self) -> None:
        dialog = picture_dialog(self, self.tr("Choose a logo"))
        dialog.fileSelected.connect(self.use_logo)
        dialog.open()

    def use_logo(self, name: str) -> None:
        self._tasks.run(
            partial(self._shop.pictures.add_file, Path(name)),
            lane=Lane.WORK,
            owner=self,
            done=self._on_logo,
            failed=self._on_trouble,
        )

    def _on_logo(self, picture: Picture) -> None:
        self._profile = replace(self._profile, logo=picture.hash)
        self._show_logo()
        self._on_edited()

    def _on_thumb(self, picture: str) -> None:
        if picture == self._profile.logo:
            self._show_logo()


def _closing_of(profile: Profile) -> tuple[object, ...]:
    """What closes days, and so moves posts."""
    weekdays = tuple(day.closed for day in profile.hours)
    return profile.keeps_holidays, profile.country, profile.region, weekdays
