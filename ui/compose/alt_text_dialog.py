"""Describes the pictures of a post one by one. What is typed is kept, however it is closed.

What is proposed is not typed: it is taken over with one key, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.media.captions import ALT_TEXT_LIMIT
from ui.build import button, column, label, row, scroll
from ui.compose.about_pictures import About
from ui.compose.content import Attached
from ui.fitting import FittedDialog, fit_height, room_for
from ui.theme import MEASURES
from widgets.counter_ring import CounterRing
from widgets.cut_view import CutView
from widgets.isolates import held
from widgets.plain_edit import PlainEdit
from widgets.type_scale import grown

_WIDE = 560
_TALL = 260
_LEAST_TALL = 120
"""A picture gives way to its words down to here; from there on they scroll together."""
_PROPOSED_SIGNS = 60


class AltTextDialog(FittedDialog):
    described = Signal(str, str)
    """A picture's hash and its description, each time it changed."""

    def __init__(
        self,
        parent: QWidget,
        image_of: Callable[[str], QImage | None],
        about: Callable[[str], About],
    ) -> None:
        super().__init__(parent)
        self._image_of = image_of
        self._about = about
        self._now = About()
        self._pictures: list[Attached] = []
        self._place = 0
        self.setModal(True)
        self.setWindowTitle(self.tr("Describe the picture"))
        self._heading = label(self.tr("Describe the picture"), kind="title")
        self._count = label(kind="quiet")
        self.image = CutView(_TALL)
        self.facts = label(kind="caption", wrap=True)
        self.cut = label(
            self.tr("Bright is what X's feed shows. A click there shows it whole."),
            kind="caption",
            wrap=True,
        )
        self.edit = PlainEdit()
        self.edit.setPlaceholderText(
            self.tr("What would you tell somebody on the phone about this picture?")
        )
        self.edit.setAccessibleName(self.tr("Description"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(96)
        self.edit.textChanged.connect(self._on_text)
        self.edit.installEventFilter(self)
        self.proposal = button("", kind="link")
        self.proposal.setProperty("flush", True)
        self.proposal.setToolTip(self.tr("The Down arrow in the empty field does it, too"))
        self.proposal.clicked.connect(self.take_proposal)
        self.no_words = label(
            self.tr("X takes no description of a video. Say in the post what it shows."),
            kind="quiet",
            wrap=True,
        )
        self.ring = CounterRing()
        self._over = label(kind="caption", tone="red")
        self.next_button = button(self.tr("Next picture"))
        self.next_button.clicked.connect(self._on_next)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addLayout(row(self._heading, None, self._count))
        self._shown = QWidget()
        self._shown.setLayout(column(self.image, self.facts, self.cut, gap=MEASURES.s8))
        self._area = scroll(self._shown, name=self.tr("The picture"))
        layout.addWidget(self._area)
        words = column(self.edit, self.no_words, row(self.proposal, None), gap=MEASURES.s8)
        layout.addLayout(words)
        layout.addLayout(
            row(self._over, None, self.ring, MEASURES.s8, self.next_button, self.done_button)
        )

    def show_pictures(self, pictures: Sequence[Attached], first: str) -> None:
        """Opens with the picture of hash `first`; the others follow by Next."""
        self._pictures = list(pictures)
        self._place = next((n for n, one in enumerate(pictures) if one.hash == first), 0)
        self._show_one()
        self.open()
        self.edit.setFocus()

    def refresh_image(self) -> None:
        """The picture has been read."""
        self.image.show_image(self._image_of(self._pictures[self._place].hash))

    def take_proposal(self) -> None:
        """As if it were typed: it can be changed, and undone."""
        self.edit.setFocus()
        self.edit.insertPlainText(self._now.proposal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            asks = event.key() == Qt.Key.Key_Down and not event.modifiers()
            if asks and self._now.proposal and not self.edit.text():
                self.take_proposal()
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Esc closes and keeps what was typed: a description too long for X is cut to fit."""
        self.accept()

    def accept(self) -> None:
        self._keep()
        super().accept()

    def _fit(self) -> None:
        wide = min(round(_WIDE * grown(self.font())), room_for(self).width())
        self.image.setFixedHeight(_TALL)
        scrolls = fit_height(self, self._area, wide)
        if scrolls:
            whole = self._shown.sizeHint().height()
            if self._shown.hasHeightForWidth():
                whole = self._shown.heightForWidth(wide - 2 * MEASURES.s24)
            over = whole - self._area.height()
            self.image.setFixedHeight(max(_LEAST_TALL, _TALL - over))
            scrolls = fit_height(self, self._area, wide)
        stop = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self._area.setFocusPolicy(stop)

    def _show_one(self) -> None:
        one = self._pictures[self._place]
        self._now = self._about(one.hash)
        self._show_about()
        self.edit.blockSignals(True)
        self.edit.setPlainText(one.alt_text)
        self.edit.blockSignals(False)
        self._on_text()
        self.refresh_image()
        count = len(self._pictures)
        place, of = (self.locale().toString(number) for number in (self._place + 1, count))
        self._count.setText(self.tr("{place} of {count}").format(place=place, count=of))
        self._count.setVisible(count > 1)
        self.next_button.setVisible(self._place + 1 < count)
        name = one.name or self.tr("Picture {place}").format(place=place)
        self.image.setAccessibleName(name)
        self._refit()

    def _show_about(self) -> None:
        now = self._now
        self.facts.setText(now.facts)
        self.facts.setVisible(bool(now.facts))
        self.image.set_shown(now.shown)
        self.image.set_sign(now.sign)
        self.cut.setVisible(now.shown is not None)
        self.edit.setVisible(not now.length)
        self.no_words.setVisible(bool(now.length))
        title = self.tr("The video") if now.length else self.tr("Describe the picture")
        self._heading.setText(title)
        self.setWindowTitle(title)
        # What is typed takes its place: nothing moves then.
        keeps = self.proposal.sizePolicy()
        keeps.setRetainSizeWhenHidden(bool(now.proposal))
        self.proposal.setSizePolicy(keeps)
        shown = now.proposal
        if len(shown) > _PROPOSED_SIGNS:
            shown = f"{shown[:_PROPOSED_SIGNS].rstrip()}…"
        self.proposal.setText(self.tr("Use “{words}”").format(words=held(shown)))

    def _on_text(self) -> None:
        used = len(self.edit.text())
        self.proposal.setVisible(bool(self._now.proposal) and not used)
        self.ring.set(used, ALT_TEXT_LIMIT)
        self.ring.setVisible(bool(used))
        over = used > ALT_TEXT_LIMIT
        most = self.locale().toString(ALT_TEXT_LIMIT)
        said = self.tr("X keeps the first {most} characters.").format(most=most)
        self._over.setText(said if over else "")

    def _on_next(self) -> None:
        self._keep()
        self._place += 1
        self._show_one()
        self.edit.setFocus()

    def _keep(self) -> None:
        one = self._pictures[self._place]
        words = self.edit.text().strip()[:ALT_TEXT_LIMIT]
        if words != one.alt_text:
            self._pictures[self._place] = Attached(one.hash, words, one.name)
            self.described.emit(one.hash, words)
