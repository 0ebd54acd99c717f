"""What of the program is outside its window: the tray icon with its count, and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.main_window import MainWindow
from ui.notices import Notices
from ui.tray import Tray

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.inbox.feeds import Checked
    from services.shop import Shop
    from ui.tasks import Tasks


class Outside(QObject):
    """Loaded after the first frame."""

    open_asked = Signal()
    quit_asked = Signal()
    item_asked = Signal(str)
    """A customer's word, whose notice was clicked."""
    post_asked = Signal(str)

    def __init__(self, shop: Shop, tasks: Tasks, window: MainWindow) -> None:
        super().__init__(window)
        self._shop = shop
        self._window = window
        self.tray = Tray(shop.clock, tasks, self)
        self.notices = Notices(shop, self.tray)
        self.tray.open_asked.connect(self.open_asked)
        self.tray.quit_asked.connect(self.quit_asked)
        self.tray.item_asked.connect(self.item_asked)
        self.tray.post_asked.connect(self.post_asked)

    def beat(self) -> None:
        if not self.tray.shown:
            # Some desktops start their tray after us.
            self.tray.show()
        self.tray.look_at_clock()
        self.tell()

    def turned(self, account: Account) -> None:
        """Another account is in view."""
        self.notices.forget(account.id)

    def arrived(self, checked: Checked) -> None:
        if checked.new and not checked.first:
            self.notices.add(checked.new)
            self.tell()

    def tell(self) -> None:
        if self._window.isActiveWindow() and self._window.current_tab == "queue":
            self.notices.posts.know(self._shop.accounts.active())
        self.notices.tell(in_view=self._window.isVisible())
