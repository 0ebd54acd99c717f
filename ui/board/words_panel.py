"""What goes into the post with a board: the link and where it stands, and the description."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.media import qr
from services.media.board_link import link_of
from services.media.board_values import Corner, Look
from services.media.captions import ALT_TEXT_LIMIT
from ui.board.corner_choice import CornerChoice
from ui.board.panel_parts import named, put
from ui.build import button, column, label, row
from ui.theme import MEASURES
from widgets.counter_ring import CounterRing
from widgets.growing_edit import GrowingEdit
from widgets.isolates import held, left_to_right
from widgets.segmented import Segmented
from widgets.start_edit import StartEdit

IN_POST, IN_PICTURE = "post", "picture"
_MOST_LINES = 40
"""More than the longest description has: the panel scrolls, and nothing scrolls inside it."""


class WordsPanel(QWidget):
    link_typed = Signal(str)
    qr_moved = Signal(object)
    """A `Corner` for the link as a QR code, None for a link in the post."""
    alt_typed = Signal(str)
    alt_again_asked = Signal()
    elsewhere_asked = Signal()
    """The pictures are to go to Pinterest or Tumblr."""
    step_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cost = ""
        self._last_corner = Corner.BOTTOM_START
        self.link = StartEdit()
        self.link.setPlaceholderText(self.tr("Your board on Pinterest or Tumblr"))
        self.link.setAccessibleName(self.tr("Link"))
        self.link.textEdited.connect(self.link_typed)
        self.link.editingFinished.connect(self._on_link_left)
        self.link_trouble = label(tone="amber", wrap=True)
        self.link_trouble.hide()
        self.elsewhere = button(self.tr("Put it on Pinterest or Tumblr"), kind="link")
        self.elsewhere.setProperty("flush", True)
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.way = Segmented(name=self.tr("Where the link stands"), stacks=True)
        self.way.add(IN_POST, self.tr("In the post"))
        self.way.add(IN_PICTURE, self.tr("As a QR code"))
        self.way.chosen.connect(self._on_way)
        self.corner = CornerChoice(self.tr("Corner of the QR code"))
        self.corner.chosen.connect(self.qr_moved)
        self.note = label(kind="caption", wrap=True)
        self.alt = GrowingEdit(fewest=4, most=_MOST_LINES)
        self.alt.setTabChangesFocus(True)
        self.alt.setAccessibleName(self.tr("Description"))
        self.alt.textChanged.connect(self._on_alt)
        self.alt_ring = CounterRing()
        self.again = button(self.tr("Write it again from the pictures"), kind="link")
        self.again.setProperty("flush", True)
        self.again.clicked.connect(self.alt_again_asked)
        self._shown_alt = ""
        self._build()

    def _build(self) -> None:
        self.setLayout(
            column(
                column(
                    label(self.tr("Link that goes with it"), kind="strong"),
                    self.link,
                    self.link_trouble,
                    row(self.elsewhere, None),
                    gap=MEASURES.s8,
                ),
                named(self.tr("Where the link stands"), self.way, self.corner, self.note),
                column(
                    row(label(self.tr("Description"), kind="strong"), None, self.alt_ring),
                    self.alt,
                    row(self.again, None),
                    gap=MEASURES.s8,
                ),
                None,
                gap=MEASURES.s16,
            )
        )

    def tell_cost(self, sentence: str, *, post: str = "") -> None:
        """What a link in the post costs; `post` is the price alone, "" where nothing is paid."""
        self._cost = sentence
        if post:
            words = self.tr("In the post · {price}").format(price=held(post))
            self.way.button(IN_POST).setText(words)
            self.way.button(IN_PICTURE).setText(self.tr("QR code · free"))

    def show_link(self, link: str, look: Look, *, code: bool) -> None:
        """Tells nobody. `code`: it stands on the board as a QR code."""
        put(self.link, link)
        self._judge(link, done=not self.link.hasFocus())
        in_picture = look.qr_at is not None
        self.way.choose(IN_PICTURE if in_picture else IN_POST)
        self.corner.setVisible(in_picture)
        if look.qr_at is not None:
            self._last_corner = look.qr_at
        self.corner.show_corner(self._last_corner, right_to_left=look.right_to_left)
        note = self._note(link, in_picture=in_picture, code=code)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_alt(self, text: str, *, own: bool) -> None:
        """`own`: the owner wrote it; otherwise it follows the pictures."""
        self.again.setVisible(own)
        self.alt_ring.set(len(text), ALT_TEXT_LIMIT)
        self._shown_alt = text
        if self.alt.text() != text:
            self.alt.blockSignals(True)
            self.alt.setPlainText(text)
            self.alt.blockSignals(False)

    def ask_for_link(self) -> None:
        """What stands there is no link: it is said, and the owner put there to mend it."""
        self._judge(self.link.text(), done=True)
        self.link.setFocus()
        self.link.selectAll()

    def _judge(self, link: str, *, done: bool) -> None:
        """While it is typed nothing is said of it, unless it has been said before."""
        wrong = bool(link.strip()) and link_of(link) is None
        if wrong and not done and not self.link_trouble.isVisible():
            return
        self.link_trouble.setText(
            self.tr("This is not a whole link, such as {example}").format(
                example=left_to_right("https://pin.it/autumn")
            )
        )
        self.link_trouble.setVisible(wrong)

    def _on_link_left(self) -> None:
        """What was typed is made a whole link: a bare `pinterest.com/…` gets its https."""
        typed = self.link.text()
        whole = link_of(typed)
        if whole is not None and whole != typed:
            self.link_typed.emit(whole)
        self._judge(typed, done=True)
        self.step_ended.emit()

    def _note(self, link: str, *, in_picture: bool, code: bool) -> str:
        if not in_picture:
            return self._cost
        address = link_of(link)
        if address is None:
            return self.tr("Write the link above, and its code appears on the board.")
        if not qr.fits(address):
            return self.tr(
                "This link is too long for a code that a phone can read. It goes into the post."
            )
        if not code:
            return self.tr("The board has no room for the code, so the link goes into the post.")
        return self.tr("Phones read it off the picture. The post itself has no link then.")

    def _on_way(self, way: str) -> None:
        self.qr_moved.emit(self._last_corner if way == IN_PICTURE else None)

    def _on_alt(self) -> None:
        text = self.alt.text()
        if text != self._shown_alt:
            self._shown_alt = text
            self.alt_ring.set(len(text), ALT_TEXT_LIMIT)
            self.alt_typed.emit(text)
