"""One time of posting: its hour and what it is kept for, added, changed or removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from services.publishing.mix import KINDS
from services.publishing.post_options import PostKind
from services.publishing.slots import Slot
from ui import build
from ui.compose.popover import Popover
from ui.queue.kind_look import kind_word
from ui.theme import MEASURES
from ui.time_field import time_field
from widgets.segmented import Segmented

_ANY = "any"


class SlotPopover(Popover):
    kept = Signal(str, object)
    """HH:MM and a `PostKind`: the time is added, or changed to this."""
    removed = Signal()
    copy_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = build.label(kind="strong")
        self.time = time_field(self.tr("Time"), self.locale())
        self.keep = build.button("")
        self.kinds = Segmented(name=self.tr("Kept for"))
        self.kinds.add(_ANY, self.tr("Any kind"))
        for kind in KINDS:
            self.kinds.add(kind.value, kind_word(kind))
        self.remove = build.button(self.tr("Remove"), kind="quiet", icon="trash-2", in_row=True)
        self.copy = build.button(
            self.tr("Copy this day to the others"), kind="quiet", icon="copy", in_row=True
        )
        self.body.addWidget(self._head)
        self.body.addLayout(build.row(self.time, None, self.keep, gap=MEASURES.s12))
        self.body.addWidget(build.label(self.tr("Kept for"), kind="caption"))
        self.body.addWidget(self.kinds)
        self.body.addWidget(build.line())
        self.body.addLayout(build.row(self.remove, None, self.copy))
        self.keep.clicked.connect(self._on_keep)
        self.remove.clicked.connect(self._on_remove)
        self.copy.clicked.connect(self._on_copy)

    def offer(self, day: str, slot: Slot | None, *, wall: str, may_copy: bool) -> None:
        """`slot` None adds one, beginning with the time `wall`."""
        self.set_name(day)
        self._head.setText(day)
        hour, minute = (int(part) for part in (slot.wall if slot else wall).split(":"))
        self.time.setTime(QTime(hour, minute))
        self.kinds.choose(slot.kind.value if slot and slot.kind else _ANY)
        self.keep.setText(self.tr("Change") if slot else self.tr("Add"))
        self.remove.setVisible(slot is not None)
        self.copy.setVisible(may_copy)

    def open_at(self, anchor: QWidget) -> None:
        """Under the chip, where it hides no other day's times, and within the window."""
        super().open_at(anchor)
        window = anchor.window().frameGeometry().adjusted(MEASURES.s16, 0, -MEASURES.s16, 0)
        left = min(max(self.x(), window.left()), window.right() - self.width())
        below = anchor.mapToGlobal(anchor.rect().bottomLeft()).y() + MEASURES.s4
        fits = below + self.height() <= self.screen().availableGeometry().bottom()
        self.move(left, below if fits else self.y())
        self.time.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep.click()
            return
        super().keyPressEvent(event)

    def _on_keep(self) -> None:
        kind = PostKind.GUESSED if self.kinds.choice == _ANY else PostKind(self.kinds.choice)
        self.hide()
        self.kept.emit(self.time.time().toString("HH:mm"), kind)

    def _on_remove(self) -> None:
        self.hide()
        self.removed.emit()

    def _on_copy(self) -> None:
        self.hide()
        self.copy_asked.emit()
