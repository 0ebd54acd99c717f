"""A conversation with its head, its words, and the box the answer is written in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui import build
from ui.inbox.on_x_menu import OnXMenu
from ui.inbox.snooze import Wake
from ui.theme import MEASURES
from widgets.answer_box import AnswerBox
from widgets.avatar import Avatar
from widgets.conversation import WIDEST, ConversationView
from widgets.elided_label import ElidedLabel

_LEAST = 380
_NAME = 64
"""Room for the beginning of a name."""
_LONG_NAME = 200
"""A name that is longer may end in an ellipsis beside the buttons."""
_HEAD = 48


class ConversationPane(QFrame):
    customer_asked = Signal()
    done_asked = Signal()
    reopen_asked = Signal()
    snooze_asked = Signal(int)
    """UTC seconds of the wake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        build.set_kind(self, "surface")
        self.setMinimumWidth(_LEAST)
        self._wakes: dict[QAction, int] = {}
        self._avatar = Avatar(size=36)
        self.name = ElidedLabel()
        build.set_kind(self.name, "strong")
        self.handle = ElidedLabel()
        build.set_kind(self.handle, "caption")
        self.notes = build.tool_button(self.tr("Notes"), icon="user")
        self.snooze = build.tool_button(self.tr("Snooze"), icon="alarm-clock")
        self.snooze_menu: QMenu = build.menu(self)
        self.snooze.setMenu(self.snooze_menu)
        self.on_x = OnXMenu()
        self.done = build.button(self.tr("Done"), icon="check", in_row=True)
        self.reopen = build.button(self.tr("Reopen"), icon="rotate-ccw", in_row=True)
        self.view = ConversationView()
        self.box = AnswerBox()
        under = build.row(self.handle, self.on_x, None, gap=MEASURES.s4)
        names = build.column(self.name, under, gap=0)
        head = build.row(
            self._avatar,
            MEASURES.s4,
            names,
            self.notes,
            self.snooze,
            MEASURES.s4,
            self.done,
            self.reopen,
            margins=(24, 4, 24, 4),
        )
        head.setStretchFactor(names, 1)
        # As high for a name in any script: the words must not jump from one to the next.
        head.addStrut(_HEAD)
        # Its words begin where those of the bubbles above it do.
        self.box.setMaximumWidth(WIDEST)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 4, 24, 16)
        foot.addWidget(self.box)
        column = build.column(head, build.line(), self.view, foot, gap=0)
        column.setStretchFactor(self.view, 1)
        self.setLayout(column)
        self.notes.clicked.connect(self.customer_asked)
        self.done.clicked.connect(self.done_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.snooze_menu.triggered.connect(self._on_wake)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_tools()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "box"):
            self._fold_tools()

    def show_person(self, name: str, handle: str) -> None:
        self._avatar.set(name)
        self.name.setText(name)
        self.handle.setText(handle)
        self.setAccessibleName(self.tr("Conversation with {name}").format(name=name))
        self._fold_tools()

    def show_marks(self, *, done: bool) -> None:
        """A done conversation can be reopened, any other one done."""
        self.done.setVisible(not done)
        self.reopen.setVisible(done)

    def set_wakes(self, wakes: tuple[tuple[Wake, int, str], ...]) -> None:
        """`str` is the hour, shown after the name."""
        names = {
            Wake.LATER: self.tr("In three hours, {time}"),
            Wake.TOMORROW: self.tr("Tomorrow, {time}"),
            Wake.NEXT_WEEK: self.tr("Next week, {time}"),
        }
        self.snooze_menu.clear()
        self._wakes = {}
        for wake, at, time in wakes:
            action = self.snooze_menu.addAction(names[wake].format(time=time))
            self._wakes[action] = at

    def pop_up_snooze(self) -> None:
        self.snooze_menu.popup(self.snooze.mapToGlobal(QPoint(0, self.snooze.height() + 4)))

    def _fold_tools(self) -> None:
        """Where there is no room for words beside the name, the tools are icons alone."""
        name = min(self.name.sizeHint().width(), _LONG_NAME)
        folded = self.width() < self._needed(name)
        styles = Qt.ToolButtonStyle
        for tool in (self.notes, self.snooze):
            tool.setToolButtonStyle(
                styles.ToolButtonIconOnly if folded else styles.ToolButtonTextBesideIcon
            )
            tool.setToolTip(tool.text() if folded else "")
        # A face is the first to go where the name and the buttons need the room; then the handle.
        wide = not folded or self.width() >= self._needed(_NAME, folded=True)
        self._avatar.setVisible(wide)
        self.handle.setVisible(wide)

    def wished_width(self) -> int:
        """Where the customer's name and every word of the buttons can be read."""
        return max(_LEAST, self._needed(_NAME))

    def _needed(self, name: int, *, folded: bool = False) -> int:
        """For a name so wide beside the buttons, with their words or without."""
        styles, tools = Qt.ToolButtonStyle, (self.notes, self.snooze)
        before = self.notes.toolButtonStyle()
        for tool in tools:
            tool.setToolButtonStyle(
                styles.ToolButtonIconOnly if folded else styles.ToolButtonTextBesideIcon
            )
        buttons = (*tools, self.reopen if self.done.isHidden() else self.done)
        words = sum(button.sizeHint().width() + MEASURES.s8 for button in buttons)
        for tool in tools:
            tool.setToolButtonStyle(before)
        return words + name + self._avatar.width() + 2 * MEASURES.s24 + MEASURES.s16

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, 320)

    def _on_wake(self, action: QAction) -> None:
        if action in self._wakes:
            self.snooze_asked.emit(self._wakes[action])
