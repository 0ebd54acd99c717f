"""The three steps to Pinterest or Tumblr, as they are read: folder, page, link. Passive."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from services.media.outings import Site
from ui.board.elsewhere_words import words_of
from ui.build import Part, button, column, frame, label, restyle, row, set_kind
from ui.fitting import SCROLL_BAR
from ui.icons import icon
from ui.theme import MEASURES
from widgets.growing_edit import GrowingEdit
from widgets.isolates import left_to_right
from widgets.number_disc import NumberDisc
from widgets.start_edit import StartEdit


class ElsewhereSteps(QWidget):
    def __init__(self, site: Site, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = label(wrap=True)
        self.folder_button = button(self.tr("Open the folder"), icon="folder")
        self.other_button = button(self.tr("Choose another place"), kind="link")
        self._how = label(kind="quiet", wrap=True)
        self.words = GrowingEdit(fewest=2, most=4)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Words for the page"))
        self.page_button = button(words_of(site).open_it, icon="external-link")
        self.copied = label(
            self.tr("The words are copied: paste them there."), kind="quiet", wrap=True
        )
        self.copied.hide()
        self._bring = label(kind="quiet", wrap=True)
        self.link = StartEdit()
        self.link.setAccessibleName(self.tr("Link of the board"))
        self.link.setClearButtonEnabled(True)
        self.note = label(kind="caption", wrap=True)
        # Its room is kept: the dialog does not jump when there is something to say.
        policy = self.note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(policy)
        self._build()
        self.show_site(site)

    def show_site(self, site: Site) -> None:
        told = words_of(site)
        self._how.setText(told.how)
        self.page_button.setText(told.open_it)
        self._bring.setText(told.bring)
        self.link.setPlaceholderText(left_to_right(told.example))

    def show_place(self, words: str, *, there: bool = False, tone: str = "quiet") -> None:
        """`there`: the words name a folder that can be opened."""
        self.place.setText(words)
        _set_tone(self.place, tone)
        self.folder_button.setEnabled(there)

    def show_next(self, on: bool) -> None:
        """Whether the page is the thing to do next."""
        set_kind(self.page_button, "primary" if on else "")
        self.page_button.setIcon(icon("external-link", tone="on_accent" if on else "quiet"))

    def show_note(self, words: str, *, good: bool) -> None:
        """Of the link; "" for none."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        _set_tone(self.note, "quiet" if good else "amber")

    def _build(self) -> None:
        steps = column(
            self._step(
                1,
                self.tr("The pictures are in a folder"),
                self.place,
                row(self.folder_button, self.other_button, None),
            ),
            self._step(
                2,
                self.tr("The page where they go"),
                self._how,
                self.words,
                row(self.page_button, None),
                self.copied,
            ),
            self._step(3, self.tr("The link comes back"), self._bring, self.link, self.note),
            gap=MEASURES.s24,
        )
        self.setLayout(row(steps, margins=(0, 0, SCROLL_BAR, 0)))

    def _step(self, number: int, name: str, *parts: Part) -> QFrame:
        holder = frame("pane")
        inside = column(label(name, kind="strong"), *parts, gap=MEASURES.s8)
        holder.setLayout(row(column(NumberDisc(number), None), inside, gap=MEASURES.s12))
        return holder


def _set_tone(words: QLabel, tone: str) -> None:
    words.setProperty("tone", tone)
    restyle(words)
