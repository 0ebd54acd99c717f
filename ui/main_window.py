"""The frame round the rooms: tabs, account, one strip, undo. It knows no services.

`ui/app.py` tells it what to show and listens to its signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QSize, Signal, SignalInstance
from PySide6.QtGui import QAction, QCloseEvent, QColor, QImage, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.build import button, frame, icon_button, label, restyle, row
from ui.icons import app_icon, icon
from ui.page import Page
from ui.theme import MEASURES
from ui.window_actions import WindowActions
from widgets.account_chip import AccountChip
from widgets.banner import Banner
from widgets.elided_label import ElidedLabel
from widgets.tab_bar import TabBar
from widgets.undo_bar import UndoBar


class MainWindow(QMainWindow):
    tab_changed = Signal(str)
    banner_pressed = Signal()
    own_shop_asked = Signal()
    account_asked = Signal()
    spend_asked = Signal()
    theme_chosen = Signal(str)
    """"system", "light" or "dark"."""
    text_chosen = Signal(int)
    """Percent; 0 is as the system."""
    undo_pressed = Signal()
    second_pressed = Signal()
    """What an offer to undo has beside it."""
    closing = Signal(object)
    """The QCloseEvent, before the window closes: a slot may ignore it."""

    def __init__(
        self, pages: Sequence[tuple[str, str, str, QWidget | Callable[[], QWidget]]]
    ) -> None:
        """`pages` are (name, icon, title, page), in the order of the tabs.

        In a page's place may stand what makes it: it is called when the tab is first shown.
        """
        super().__init__()
        self._pages = {name: page for name, _icon, _title, page in pages}
        self.setWindowTitle("Shoplark")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(MEASURES.least_width, MEASURES.least_height)
        self._tabs = TabBar()
        self._tabs.setAccessibleName(self.tr("Rooms"))
        self._stack = QStackedWidget()
        for name, icon_name, title, _page in pages:
            self._tabs.add(name, icon(icon_name, checked="text"), title)
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._chip = AccountChip()
        self._chip.clicked.connect(self.account_asked)
        self._sample = label(self.tr("Sample shop"), kind="chip")
        self._sample.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._sample.hide()
        self._spend = button("", kind="spend", in_row=True)
        self._spend.clicked.connect(self.spend_asked)
        self._spend.hide()
        self._spend_texts = ("", "")
        self._checked = ElidedLabel()
        self._checked.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._checked.setProperty("kind", "caption")
        self._checked.hide()
        self._settings = icon_button(self.tr("Settings and menus"), icon="settings")
        self._practice = self._strip(self.own_shop_asked)
        self._banner = self._strip(self.banner_pressed)
        self._has_practice = False

        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._top_bar(), self._practice, self._banner):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self._undo = UndoBar(central, undo=self.tr("Undo"))
        self._undo.undone.connect(self.undo_pressed)
        self._undo.chosen.connect(self.second_pressed)
        self._actions = WindowActions(self, [(name, title) for name, _i, title, _p in pages])
        self._wire_actions()
        self._settings.clicked.connect(self._on_menu)
        self.resize(self._first_size())

    @property
    def actions_by_name(self) -> dict[str, QAction]:
        """ "new_draft", "post", "queue", "find", "check_now", "keys", "settings", "undo", "about",
        "reset_practice", "quit", and "tab_" with each page's name."""
        return self._actions.by_name

    @property
    def current_tab(self) -> str:
        return self._tabs.current

    @property
    def undo_bar(self) -> UndoBar:
        return self._undo

    @property
    def banner(self) -> Banner:
        return self._banner

    @property
    def practice_strip(self) -> Banner:
        return self._practice

    @property
    def account_chip(self) -> AccountChip:
        return self._chip

    def page(self, name: str) -> QWidget:
        page = self._pages[name]
        if not isinstance(page, QWidget):
            page = self._pages[name] = page()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        return page

    def show_tab(self, name: str) -> None:
        self._bring(name)
        self._tabs.set_current(name)

    def set_count(self, name: str, count: int, spoken: str = "") -> None:
        """`spoken` is the count in words ("3 to answer"), for tooltip and screen reader."""
        self._tabs.set_count(name, count, spoken)

    def set_account(
        self,
        name: str,
        handle: str | None,
        colour: str,
        way: str,
        *,
        picture: QImage | None = None,
    ) -> None:
        """`way` is how it works, in words: "Sample shop", "By hand, free", "Connected"."""
        shown = f"@{handle.lstrip('@')}" if handle else name
        spoken = self.tr("{name}, {way}. Accounts").format(name=name or shown, way=way)
        self._chip.set(name or shown, shown, colour=QColor(colour), spoken=spoken, image=picture)

    def set_practice(self, practice: bool, *, has_own: bool = False) -> None:
        """`has_own`: there is a shop of the owner's to go back to."""
        self._has_practice = practice
        self._actions.by_name["reset_practice"].setVisible(practice)
        self._practice.show_message(
            self.tr("You are looking around a sample shop. Nothing here reaches X."),
            self.tr("Back to my shop") if has_own else self.tr("Start my own shop"),
        )
        self._show_one_strip()

    def set_checked(self, text: str) -> None:
        self._checked.setText(text)
        self._fit_bar()

    def set_spend(self, text: str | None, tone: str = "", *, short: str = "") -> None:
        """`tone` is "amber" when most of the budget is spent, "red" when all of it is.

        `short` stands where the whole text leaves the tabs no room for their words.
        """
        self._spend_texts = (text or "", short or text or "")
        self._spend.setAccessibleName(self.tr("{spent}. Every payment").format(spent=text or ""))
        if self._spend.property("tone") != tone:
            self._spend.setProperty("tone", tone)
            restyle(self._spend)
        self._spend.setVisible(bool(text))
        self._fit_bar()

    def show_banner(self, sentence: str, button: str = "", tone: str = "info") -> None:
        """`tone` is "info", "amber" or "red". It takes the place of the practice strip, and a mark
        beside the account stands for that meanwhile."""
        self._banner.show_message(sentence, button, tone)
        self._show_one_strip()

    def clear_banner(self) -> None:
        self._banner.clear()
        self._show_one_strip()

    def offer_undo(self, sentence: str, seconds: float, *, second: str = "") -> None:
        self._undo.offer(sentence, seconds, second=second)

    def set_theme_choice(self, scheme: str) -> None:
        self._actions.set_theme_choice(scheme)

    def set_single_keys(self, on: bool) -> None:
        self._actions.set_single_keys(on)

    def place(self) -> str:
        """Where and how large the window is, to be given to `put_back` at the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def put_back(self, place: str) -> bool:
        return self.restoreGeometry(QByteArray.fromBase64(QByteArray(place.encode())))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit(event)

    def _top_bar(self) -> QWidget:
        bar = frame("topbar")
        bar.setFixedHeight(MEASURES.top_bar)
        end = row(
            self._chip, self._sample, self._spend, self._checked, self._settings, gap=MEASURES.s12
        )
        # The first tab's icon stands on the page margin.
        layout = row(self._tabs, None, end, gap=MEASURES.s12, margins=(10, 0, MEASURES.s16, 0))
        bar.setLayout(layout)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """When X was read last gives way first, then the words of the spend, then those of tabs."""
        checked = bool(self._checked.text())
        whole, short = self._spend_texts
        for text, shown in ((whole, checked), (whole, False), (short, False)):
            self._spend.setText(text)
            self._checked.setVisible(shown)
            if self._bar_wants() <= self.width():
                return

    def _bar_wants(self) -> int:
        end = (self._chip, self._sample, self._spend, self._checked, self._settings)
        wide = [part.sizeHint().width() for part in (self._tabs, *end) if not part.isHidden()]
        return sum(wide) + MEASURES.s12 * (len(wide) + 1) + 10 + MEASURES.s16

    def _strip(self, pressed: SignalInstance) -> Banner:
        icons = {
            "info": icon("info", tone="text"),
            "amber": icon("triangle-alert", tone="amber"),
            "red": icon("circle-alert", tone="red"),
        }
        strip = Banner(icons=icons)
        strip.pressed.connect(pressed)
        return strip

    def _show_one_strip(self) -> None:
        """A banner takes the practice strip's place; that it is practice stays said."""
        told = not self._banner.isHidden()
        self._practice.setVisible(self._has_practice and not told)
        self._sample.setVisible(self._has_practice and told)

    def _wire_actions(self) -> None:
        named = self._actions.by_name
        named["undo"].triggered.connect(self._undo.press)
        for name in self._pages:
            named[f"tab_{name}"].triggered.connect(self._on_tab_action)
        self._actions.theme_chosen.connect(self.theme_chosen)

    def _on_tab_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_tab(action.data())

    def _bring(self, name: str) -> None:
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self._undo.stand_over(page.undo_place() if isinstance(page, Page) else page)

    def _on_tab_chosen(self, name: str) -> None:
        self._bring(name)
        self.tab_changed.emit(name)

    def _on_menu(self) -> None:
        self._actions.menu.open_under(self._settings)

    def _first_size(self) -> QSize:
        wished = QSize(MEASURES.window_width, MEASURES.window_height)
        room = self.screen().availableSize()
        if room.width() < MEASURES.least_width or room.height() < MEASURES.least_height:
            # Not a screen anyone works at (the offscreen platform has 800 by 800).
            return wished
        return wished.boundedTo(room)
