"""The drawer of campaigns and giveaways in the Shop tab: two lists, and what is open of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from services.accounts.accounts import Account
from ui.build import column, scroll
from ui.campaigns.campaign_room import CampaignRoom
from ui.campaigns.giveaway_room import GiveawayRoom
from ui.campaigns.things import Things
from ui.icons import icon
from ui.theme import MEASURES
from widgets.drawer import Drawer
from widgets.segmented import Segmented
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop

WIDE = 420
CAMPAIGNS, GIVEAWAYS = "campaigns", "giveaways"


class CampaignsSide(QObject):
    go = Signal(str, str)
    failed = Signal(object)
    """An AppError."""
    undo_offered = Signal(object)
    changed = Signal()
    turned = Signal()
    """It opened, or closed."""

    def __init__(self, shop: Shop, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._home = QWidget()
        self.which = Segmented(name=self.tr("Campaigns or giveaways"))
        self.which.add(CAMPAIGNS, self.tr("Campaigns"), icon=icon("megaphone"))
        self.which.add(GIVEAWAYS, self.tr("Giveaways"), icon=icon("gift"))
        self.which.choose(CAMPAIGNS)
        self.campaigns = Things(
            icon_name="megaphone",
            sentence=self.tr("A campaign holds posts together by one tag, for some days."),
            begin=self.tr("New campaign"),
        )
        self.giveaways = Things(
            icon_name="gift",
            sentence=self.tr("A giveaway has a prize, rules and an end, and a draw by chance."),
            begin=self.tr("New giveaway"),
        )
        self.campaign = CampaignRoom(shop, self)
        self.giveaway = GiveawayRoom(shop, self)
        self._home.setLayout(
            column(self.which, self.campaigns, self.giveaways, None, gap=MEASURES.s16)
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._stack = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        for part in (
            self._home,
            self.campaign.form,
            self.campaign.view,
            self.giveaway.form,
            self.giveaway.view,
        ):
            self._add(part)
        self.drawer = Drawer(
            page, width=WIDE, close_icon=icon("x"), close_name=self.tr("Close the campaigns")
        )
        self.drawer.set_title(self.tr("Campaigns and giveaways"))
        self.drawer.set_content(self._stack)
        self._connect()

    def _add(self, part: QWidget) -> None:
        ground = QWidget()
        pad = MEASURES.s16
        ground.setLayout(column(part, None, margins=(pad, MEASURES.s4, pad, pad)))
        self._areas[part] = scroll(ground)
        self._stack.addWidget(self._areas[part])

    def _connect(self) -> None:
        self.drawer.opened.connect(self.turned)
        self.drawer.closed.connect(self.turned)
        self.which.chosen.connect(self._on_which)
        self.campaigns.new_asked.connect(self.campaign.begin)
        self.campaigns.opened.connect(self.campaign.open)
        self.giveaways.new_asked.connect(self.giveaway.begin)
        self.giveaways.opened.connect(self.giveaway.open)
        self.giveaway.view.box.asking.connect(self._later.start)
        self._later.timeout.connect(self._show_question)
        for room in (self.campaign, self.giveaway):
            room.shown.connect(self._on_shown)
            room.go.connect(self.go)
            room.failed.connect(self.failed)
            room.undo_offered.connect(self.undo_offered)
            room.changed.connect(self._on_changed)

    @property
    def is_open(self) -> bool:
        return self.drawer.is_open

    @property
    def wide(self) -> int:
        """Of the drawer; words that have grown need more."""
        return round(WIDE * grown(self._page.font()))

    def show_account(self, account: Account) -> None:
        """What was open of the account before is put away."""
        self.campaign.show_account(account)
        self.giveaway.show_account(account)
        self._on_shown(None)

    def open(self, which: str = CAMPAIGNS) -> None:
        """The lists, or what was open when it was closed: a form keeps what was typed."""
        self.which.choose(which)
        self.refresh()
        self.drawer.set_wide(self.wide)
        self.drawer.open()

    def begin_giveaway(self) -> None:
        """A new one for whoever comes from Compose; one that is being written goes on."""
        self.open(GIVEAWAYS)
        if self._shows(self.giveaway.form) and self.giveaway.is_new:
            self.giveaway.form.to_draft.show()
            self.giveaway.form.prize.setFocus()
        else:
            self.giveaway.begin(from_draft=True)

    def close(self) -> None:
        self.drawer.close_drawer()

    def refresh(self) -> None:
        """Never what is being typed."""
        self.campaigns.set(self.campaign.groups())
        self.giveaways.set(self.giveaway.groups())
        chosen = self.which.choice
        self.campaigns.setVisible(chosen == CAMPAIGNS)
        self.giveaways.setVisible(chosen == GIVEAWAYS)
        for room in (self.campaign, self.giveaway):
            if self._shows(room.view) and not room.refresh():
                self._on_shown(None)

    def _shows(self, part: QWidget) -> bool:
        return self._stack.currentWidget() is self._areas[part]

    def _on_shown(self, part: QWidget | None) -> None:
        self._stack.setCurrentWidget(self._areas[self._home if part is None else part])
        if part is None:
            self.refresh()

    def _show_question(self) -> None:
        view = self.giveaway.view
        self._areas[view].ensureWidgetVisible(view.box.ask, 0, MEASURES.s16)

    def _on_which(self, _which: str) -> None:
        self.refresh()

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()
