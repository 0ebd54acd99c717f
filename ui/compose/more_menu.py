"""More: who can reply, a post's marks, the direction of a paragraph, and rarer tools."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from services.publishing.post_options import PLAIN, PostOptions, WhoCanReply
from ui.build import label, line, scroll
from ui.compose.more_parts import Fold, NotedSwitch
from ui.compose.option_words import ai_words, paid_words, who_words
from ui.compose.popover import Popover
from ui.icons import icon
from ui.theme import MEASURES
from widgets.menu_row import MenuRow
from widgets.post_direction import Direction
from widgets.segmented import Segmented
from widgets.type_scale import icon_times

_WIDE = 384
_PAD = MEASURES.s8
_FROM_EDGE = 16


@dataclass(frozen=True, slots=True)
class CampaignName:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class MoreState:
    """`direction` is that of the paragraph with the caret."""

    options: PostOptions = PLAIN
    direction: Direction = Direction.AUTO
    parts: int = 1
    numbered: bool = False
    campaigns: tuple[CampaignName, ...] = ()


class MoreMenu(Popover):
    options_chosen = Signal(object)
    """The `PostOptions` with what was chosen."""
    direction_chosen = Signal(object)
    """A `Direction` for the paragraph with the caret."""
    numbering_asked = Signal(bool)
    snippets_asked = Signal()
    templates_asked = Signal()
    versions_asked = Signal()
    giveaway_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_name(self.tr("More"))
        self._state = MoreState()
        self._anchor: QWidget | None = None
        self._make_choices()
        self._make_rows()
        self._build()

    def offer(self, anchor: QWidget, state: MoreState) -> None:
        """Opens at the tool that was pressed, with what the post has now."""
        self._anchor = anchor
        self._show(state)
        self._area.verticalScrollBar().setValue(0)
        # The style sheet gives words their size with the first look, which the height needs.
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self._fit()
        self.who.head.setFocus(Qt.FocusReason.PopupFocusReason)

    def _make_choices(self) -> None:
        self.who = Fold(self.tr("Who can reply"), icon_name="message-circle")
        self.who.chosen.connect(self._on_who)
        self.campaign = Fold(self.tr("Campaign"), icon_name="megaphone")
        self.campaign.chosen.connect(self._on_campaign)
        for fold in (self.who, self.campaign):
            fold.toggled.connect(self._on_toggled)
        self.paid = NotedSwitch(
            paid_words(), self.tr("For a post that you are paid for. X says so below it.")
        )
        self.ai = NotedSwitch(ai_words(), self.tr("X says so below the post."))
        self.marks = NotedSwitch(
            self.tr("Mark links to my shop"),
            self.tr("Your shop's figures then show who came from X."),
        )
        self.numbers = NotedSwitch(self.tr("Number the parts"), self.tr("1/3 at the end of each."))
        self.paid.switch.clicked.connect(self._on_paid)
        self.ai.switch.clicked.connect(self._on_ai)
        self.marks.switch.clicked.connect(self._on_marks)
        self.numbers.switch.clicked.connect(self.numbering_asked)
        self.direction = Segmented(name=self.tr("Direction of this paragraph"), stacks=True)
        self.direction.add(Direction.AUTO.name, self.tr("Automatic"))
        self.direction.add(Direction.LTR.name, self.tr("Left to right"))
        self.direction.add(Direction.RTL.name, self.tr("Right to left"))
        self.direction.chosen.connect(self._on_direction)

    def _make_rows(self) -> None:
        self.snippets = MenuRow(self.tr("Snippets…"), icon=icon("text-quote"))
        self.templates = MenuRow(self.tr("Templates…"), icon=icon("layout-template"))
        self.versions = MenuRow(self.tr("Earlier versions…"), icon=icon("history"))
        self.giveaway = MenuRow(self.tr("Giveaway…"), icon=icon("gift"))
        asked = {
            self.snippets: self.snippets_asked,
            self.templates: self.templates_asked,
            self.versions: self.versions_asked,
            self.giveaway: self.giveaway_asked,
        }
        for each, signal in asked.items():
            # Closed first: what comes next may take the focus.
            each.clicked.connect(self.hide)
            each.clicked.connect(signal)

    def _build(self) -> None:
        inner = QWidget()
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        way = QWidget()
        lines = QVBoxLayout(way)
        lines.setContentsMargins(MEASURES.s8, MEASURES.s4, MEASURES.s8, MEASURES.s8)
        lines.setSpacing(MEASURES.s4)
        lines.addWidget(label(self.tr("Direction of this paragraph"), kind="caption"))
        lines.addWidget(self.direction)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.who, self.campaign),
            (self.paid, self.ai, self.marks, self.numbers),
            (way,),
            (self.snippets, self.templates, self.versions, self.giveaway),
        )
        for number, group in enumerate(groups):
            if number:
                self._inside.addSpacing(MEASURES.s4)
                self._inside.addWidget(line())
                self._inside.addSpacing(MEASURES.s4)
            for each in group:
                self._inside.addWidget(each)
        self._inside.addStretch(1)
        self._area = scroll(inner)
        self.body.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self.body.addWidget(self._area)
        for each in inner.findChildren(QAbstractButton):
            each.installEventFilter(self)

    def _show(self, state: MoreState) -> None:
        self._state = state
        options = state.options
        self.who.offer([(who.value, who_words(who)) for who in WhoCanReply], options.who_can_reply)
        names = [("", self.tr("None")), *((one.id, one.name) for one in state.campaigns)]
        self.campaign.offer(names, options.campaign_id or "")
        self.campaign.setVisible(bool(state.campaigns))
        self.paid.switch.setChecked(options.paid_partnership)
        self.ai.switch.setChecked(options.made_with_ai)
        self.marks.switch.setChecked(options.link_marks)
        self.numbers.setVisible(state.parts > 1)
        self.numbers.switch.setChecked(state.numbered)
        self.direction.choose(state.direction.name)
        for fold in (self.who, self.campaign):
            for row in fold.stops():
                row.installEventFilter(self)

    def _fit(self) -> None:
        """As high as it needs, as the room above or below the tool allows; else it scrolls."""
        if self._anchor is None:
            return
        self.setFixedWidth(round(_WIDE * icon_times(self.font())))
        spot = self._anchor.mapToGlobal(QPoint(0, 0))
        screen = QGuiApplication.screenAt(spot) or QGuiApplication.primaryScreen()
        space = screen.availableGeometry()
        below = space.bottom() - spot.y() - self._anchor.height()
        room = max(spot.y() - space.top(), below) - _FROM_EDGE
        around = 2 * _PAD
        needed = self._inside.heightForWidth(self.width() - around)
        policies = Qt.ScrollBarPolicy
        fits = needed <= room - around
        # Qt would keep a bar from before: beside it the words need more lines, and so the bar.
        self._area.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded
        )
        self._area.setFixedHeight(max(min(needed, room - around), MEASURES.control))
        self.open_at(self._anchor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from row to row; in the directions left and right choose, as everywhere."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
            key = event.key()
            if key in steps:
                return self._step(steps[Qt.Key(key)])
            if key in ends:
                return self._go(self._stops()[ends[Qt.Key(key)]])
            enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if key in enter and isinstance(watched, QAbstractButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _stops(self) -> list[QWidget]:
        chosen = self.direction.button(self.direction.choice)
        every: list[QWidget] = [
            *self.who.stops(),
            *self.campaign.stops(),
            *(each.switch for each in (self.paid, self.ai, self.marks, self.numbers)),
            chosen,
            self.snippets,
            self.templates,
            self.versions,
            self.giveaway,
        ]
        return [each for each in every if each.isVisibleTo(self)]

    def _step(self, step: int) -> bool:
        stops = self._stops()
        now = self.focusWidget()
        place = stops.index(now) if now in stops else -1
        return self._go(stops[(place + step) % len(stops)])

    def _go(self, stop: QWidget) -> bool:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(stop, 0, MEASURES.s8)
        return True

    def _choose(self, options: PostOptions) -> None:
        self._state = replace(self._state, options=options)
        self.options_chosen.emit(options)

    def _on_who(self, key: str) -> None:
        self._choose(replace(self._state.options, who_can_reply=WhoCanReply(key)))

    def _on_campaign(self, key: str) -> None:
        self._choose(replace(self._state.options, campaign_id=key or None))

    def _on_paid(self, on: bool) -> None:
        self._choose(replace(self._state.options, paid_partnership=on))

    def _on_ai(self, on: bool) -> None:
        self._choose(replace(self._state.options, made_with_ai=on))

    def _on_marks(self, on: bool) -> None:
        self._choose(replace(self._state.options, link_marks=on))

    def _on_direction(self, key: str) -> None:
        self.direction_chosen.emit(Direction[key])

    def _on_toggled(self) -> None:
        # What became visible has its height with the next turn of the loop.
        QTimer.singleShot(0, self, self._fit)
