"""A poll under the words of a post: its options, and how long it is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from services.publishing.poll_rules import PollTrouble, option_length, poll_trouble
from services.publishing.post_options import (
    FEWEST_OPTIONS,
    MOST_OPTION_SIGNS,
    MOST_OPTIONS,
    Poll,
)
from services.text.clean import clean
from ui.build import button, column, icon_button, label, row
from ui.compose.poll_length import PollLength
from ui.compose.poll_words import trouble_words, wrong_options
from ui.icons import icon
from ui.theme import MEASURES
from widgets.poll_edit import PollEdit
from widgets.sign import Sign
from widgets.speech import announce
from widgets.tones import tones_of


class PollForm(QWidget):
    changed = Signal(object)
    """A `Poll`, when the owner changed it."""
    removed = Signal()
    """The owner wants no poll. The one who hears it offers Undo with `poll`."""
    option_dropped = Signal(object)
    """The `Poll` before an option with words in it was taken out, for Undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False
        self.options = PollEdit(
            icon("x"),
            fewest=FEWEST_OPTIONS,
            most=MOST_OPTIONS,
            signs=MOST_OPTION_SIGNS,
            length=option_length,
        )
        self.options.changed.connect(self._on_options)
        self.options.dropped.connect(self._on_dropped)
        self.add_button = button(self.tr("Add an option"), kind="quiet", icon="plus", in_row=True)
        self.add_button.clicked.connect(self.options.add)
        self.remove_button = icon_button(self.tr("Take the poll out"), icon="x", in_row=True)
        self.remove_button.clicked.connect(self.removed)
        self._trouble = label(kind="caption", tone="red", wrap=True)
        self._trouble.hide()
        self.length = PollLength()
        self.length.changed.connect(self._on_length)
        self._build()

    def _build(self) -> None:
        title = label(self.tr("Poll"), kind="strong")
        head = row(Sign(icon("vote")), title, None, self.remove_button)
        pad = MEASURES.card_padding
        layout = column(
            head,
            self.options,
            self._trouble,
            row(self.add_button, None),
            MEASURES.s4,
            label(self.tr("Open for"), kind="caption"),
            self.length,
            margins=(pad, MEASURES.s12, pad, pad),
        )
        self.setLayout(layout)

    @property
    def poll(self) -> Poll:
        options = tuple(clean(one)[0] for one in self.options.options())
        return Poll(options, self.length.minutes)

    def set_poll(self, poll: Poll) -> None:
        """Another post's, or the same one again: a field being written in keeps its caret."""
        if poll == self.poll:
            return
        self.options.set_options(poll.options)
        self.length.set_minutes(poll.minutes)
        self.show_trouble(None)

    def show_trouble(self, trouble: PollTrouble | None) -> None:
        """Marks what is wrong where it is, until it is mended."""
        self._told = trouble is not None
        self._tell(trouble)
        wrong = wrong_options(self.poll, trouble)
        if wrong:
            self.options.take_focus(min(wrong))
        announce(self, self._trouble.text() if trouble is not None else "")

    def take_focus(self) -> None:
        self.options.take_focus()

    def trouble_shown(self) -> str:
        return "" if self._trouble.isHidden() else self._trouble.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones_of(self).window)
        painter.drawRoundedRect(QRectF(self.rect()), MEASURES.card_radius, MEASURES.card_radius)
        painter.end()

    def _tell(self, trouble: PollTrouble | None) -> None:
        self.options.mark(wrong_options(self.poll, trouble))
        self._trouble.setText(trouble_words(trouble) if trouble is not None else "")
        self._trouble.setVisible(trouble is not None)
        self.add_button.setVisible(not self.options.is_full)

    def _on_options(self) -> None:
        # Nobody is told while writing of what they have not come to yet.
        self._tell(poll_trouble(self.poll, pictures=0) if self._told else None)
        self.changed.emit(self.poll)

    def _on_length(self) -> None:
        self.changed.emit(self.poll)

    def _on_dropped(self, before: tuple[str, ...]) -> None:
        self.option_dropped.emit(Poll(before, self.length.minutes))
