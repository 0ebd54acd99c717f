"""What a post carries besides words and pictures, where it is shown and where it is chosen:
the poll and the chips on the first sheet, and the menu behind More."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.publishing.post_options import MOST_OPTIONS, PLAIN, Poll, PostOptions
from ui.compose.sheet import Sheet
from widgets.post_direction import Direction

if TYPE_CHECKING:
    from ui.compose.more_menu import CampaignName, MoreMenu
    from ui.compose.option_chips import OptionChips
    from ui.compose.poll_form import PollForm


class Extras(QObject):
    """Most posts are plain: each part of it is made when it is first wanted."""

    changed = Signal(object)
    """The `PostOptions` as they are now."""
    undo_offered = Signal(str, object)
    numbering_asked = Signal(bool)
    snippets_asked = Signal()
    templates_asked = Signal()
    versions_asked = Signal()
    giveaway_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._options = PLAIN
        self._layout: QVBoxLayout | None = None
        self._sheet: Sheet | None = None
        self._asked_on: Sheet | None = None
        self._campaigns: Callable[[str | None], tuple[CampaignName, ...]] = _no_campaigns
        self.poll: PollForm | None = None
        self.chips: OptionChips | None = None
        self.menu: MoreMenu | None = None

    def set_campaigns(self, campaigns: Callable[[str | None], tuple[CampaignName, ...]]) -> None:
        """Whom to ask for those that a post can belong to, given the id of its own."""
        self._campaigns = campaigns

    def lay_on(self, sheet: Sheet) -> None:
        """The first part's sheet, which may be another now."""
        if sheet.extras is self._layout:
            return
        for each in (self.poll, self.chips):
            if each is not None and self._layout is not None:
                self._layout.removeWidget(each)
                sheet.extras.addWidget(each)
        self._layout, self._sheet = sheet.extras, sheet
        sheet.fit_paper()

    def show(self, options: PostOptions) -> None:
        self._options = options
        if options.poll is not None:
            self._poll_form().set_poll(options.poll)
        if self.poll is not None:
            self.poll.setVisible(options.poll is not None)
        if self.chips is not None or replace(options, poll=None, kind=PLAIN.kind) != PLAIN:
            self._option_chips().show_options(options, campaign=self._campaign_of(options))
        if self._sheet is not None:
            self._sheet.fit_paper()

    def ask(self) -> None:
        """Puts a poll on the sheet, or the caret into the one that is there."""
        if self._options.poll is None:
            self._choose(replace(self._options, poll=Poll()))
        if self.poll is not None:
            self.poll.take_focus()

    def point_out(self, pictures: int) -> bool:
        """Marks what is wrong with the poll; False when nothing is."""
        from services.publishing.poll_rules import poll_trouble

        poll = self._options.poll
        trouble = poll and poll_trouble(poll, pictures=pictures)
        if self.poll is None or not trouble:
            return False
        self.poll.show_trouble(trouble)
        return True

    def offer_more(self, sheet: Sheet, *, parts: int, numbered: bool) -> None:
        self._asked_on = sheet
        if self.menu is None:
            self.menu = self._new_menu()
        from ui.compose.more_menu import MoreState

        self.menu.offer(
            sheet.more_button,
            MoreState(
                options=self._options,
                direction=sheet.edit.direction(),
                parts=parts,
                numbered=numbered,
                campaigns=self._campaigns(self._options.campaign_id),
            ),
        )

    def _choose(self, options: PostOptions) -> None:
        self.show(options)
        self.changed.emit(options)

    def _poll_form(self) -> PollForm:
        if self.poll is None:
            from ui.compose.poll_form import PollForm

            self.poll = PollForm()
            self.poll.changed.connect(self._on_poll)
            self.poll.removed.connect(self._on_poll_removed)
            self.poll.option_dropped.connect(self._on_option_dropped)
            if self._layout is not None:
                self._layout.insertWidget(0, self.poll)
        return self.poll

    def _option_chips(self) -> OptionChips:
        if self.chips is None:
            from ui.compose.option_chips import OptionChips

            self.chips = OptionChips()
            self.chips.changed.connect(self._choose)
            if self._layout is not None:
                self._layout.addWidget(self.chips)
        return self.chips

    def _new_menu(self) -> MoreMenu:
        from ui.compose.more_menu import MoreMenu

        menu = MoreMenu(self._over)
        menu.options_chosen.connect(self._choose)
        menu.direction_chosen.connect(self._on_direction)
        menu.numbering_asked.connect(self.numbering_asked)
        menu.snippets_asked.connect(self.snippets_asked)
        menu.templates_asked.connect(self.templates_asked)
        menu.versions_asked.connect(self.versions_asked)
        menu.giveaway_asked.connect(self.giveaway_asked)
        return menu

    def _campaign_of(self, options: PostOptions) -> str:
        own = options.campaign_id
        if own is None:
            return ""
        return next((one.name for one in self._campaigns(own) if one.id == own), "")

    def _on_direction(self, direction: Direction) -> None:
        if self._asked_on is not None:
            self._asked_on.edit.set_direction(direction)

    def _on_poll(self, poll: Poll) -> None:
        self._options = replace(self._options, poll=poll)
        self.changed.emit(self._options)

    def _on_poll_removed(self) -> None:
        poll = self._options.poll
        self._choose(replace(self._options, poll=None))
        if poll is not None and any(option.strip() for option in poll.options):
            self.undo_offered.emit(self.tr("Poll taken out."), partial(self._put_poll, poll))

    def _on_option_dropped(self, before: Poll) -> None:
        poll = self._options.poll
        if poll is not None:
            place = _place_of_gone(before.options, poll.options)
            undo = partial(self._put_option, before.options[place], place)
            self.undo_offered.emit(self.tr("Option taken out."), undo)

    def _put_poll(self, poll: Poll) -> None:
        """Not over one that was begun since."""
        if self._options.poll is None:
            self._choose(replace(self._options, poll=poll))

    def _put_option(self, option: str, place: int) -> None:
        """Among those that stand there now; where there is no room, in place of an empty one."""
        poll = self._options.poll
        if poll is None:
            return
        options = list(poll.options)
        if len(options) >= MOST_OPTIONS:
            empty = next((one for one in reversed(options) if not one.strip()), None)
            if empty is None:
                return
            options.remove(empty)
        options.insert(place, option)
        self._choose(replace(self._options, poll=replace(poll, options=tuple(options))))


def _no_campaigns(_own: str | None) -> tuple[CampaignName, ...]:
    return ()


def _place_of_gone(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (was, now) in pairs if was != now), len(after))
