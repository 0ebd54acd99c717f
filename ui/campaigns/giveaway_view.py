"""One giveaway: its post, the draw among the answers, and the record that is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from services.campaigns.giveaways import Entry, Giveaway
from ui.build import button, card, column, label, row
from ui.campaigns.draw_box import DrawBox
from ui.campaigns.giveaway_words import end_words, record_words
from ui.campaigns.things import Group, Rows
from ui.fields import combo
from ui.theme import MEASURES
from widgets.isolates import breakable, held
from widgets.post_row import RowValue

_NAMED = 50
"""Of a record on the screen: a label of thousands of lines takes seconds to lay out."""


class GiveawayView(QWidget):
    back = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    write_asked = Signal()
    post_opened = Signal(str)
    post_chosen = Signal(str)
    """A post on X under which the answers stand."""
    drawn = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = button(self.tr("All giveaways"), icon="arrow-left", kind="quiet", in_row=True)
        self.prize = label(kind="section", wrap=True)
        self.end = label(kind="quiet", wrap=True)
        self.edit = button(self.tr("Change"), kind="quiet")
        self.delete = button(self.tr("Delete"), kind="quiet")
        self.write = button(self.tr("Write its post"), kind="primary", icon="square-pen")
        self.choice = combo(name=self.tr("Or a post that is on X already"))
        self.post = Rows()
        self.hint = label(kind="quiet", wrap=True)
        self.box = DrawBox()
        self.winners = label(kind="strong", wrap=True)
        self.copy = button(self.tr("Copy the record"), icon="copy")
        self.copied = label(self.tr("Copied"), kind="caption")
        self.record = label(kind="caption", wrap=True)
        self._words = ""
        self.result = card(
            self.winners, row(self.copy, self.copied, None), self.record, gap=MEASURES.s12
        )
        self.setLayout(
            column(
                row(self.all, None),
                column(self.prize, self.end, gap=MEASURES.s4),
                row(self.write, self.edit, self.delete, None, gap=MEASURES.s4),
                self.choice,
                self.post,
                self.hint,
                self.box,
                self.result,
                None,
                gap=MEASURES.s16,
            )
        )
        self.all.clicked.connect(self.back)
        self.edit.clicked.connect(self.edit_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.write.clicked.connect(self.write_asked)
        self.choice.activated.connect(self._on_chosen)
        self.post.opened.connect(self.post_opened)
        self.box.drawn.connect(self.drawn)
        self.copy.clicked.connect(self._on_copy)

    def show_giveaway(self, giveaway: Giveaway, *, over: bool) -> None:
        said = end_words(giveaway, self.locale())
        self.prize.setText(breakable(giveaway.prize))
        self.end.setText(
            self.tr("Ended {end}").format(end=said)
            if over
            else self.tr("Ends {end}").format(end=said)
        )
        drawn = giveaway.drawn_at is not None
        self.edit.setVisible(not drawn)
        self.box.setVisible(False)
        self.result.setVisible(False)
        self.hint.setVisible(False)
        self.copied.hide()

    def show_post(self, post: RowValue | None, others: tuple[tuple[str, str], ...]) -> None:
        """`others`: ids and words of posts on X that it could be; none once it has one."""
        self.post.set((Group(self.tr("Its post"), (post,)),) if post else ())
        self.post.setVisible(post is not None)
        self.write.setVisible(post is None)
        self.choice.clear()
        self.choice.addItem(self.tr("Or choose a post that is on X already"), "")
        for post_id, words in others:
            self.choice.addItem(words, post_id)
        self.choice.setVisible(post is None and bool(others))

    def show_hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def show_answers(self, giveaway: Giveaway, answers: tuple[Entry, ...], *, over: bool) -> None:
        self.box.set(
            answers, winners=giveaway.winners, over=over, end=end_words(giveaway, self.locale())
        )
        self.box.setVisible(True)

    def show_record(self, giveaway: Giveaway, entries: tuple[Entry, ...]) -> None:
        names = ", ".join(held(f"@{one.handle}") for one in entries if one.won)
        self.winners.setText(self.tr("Won: {names}").format(names=names))
        self._words = record_words(giveaway, entries, self.locale())
        shown = record_words(giveaway, entries, self.locale(), most=_NAMED)
        self.record.setText(breakable(shown))
        self.result.setVisible(True)

    def _on_chosen(self) -> None:
        post_id = self.choice.currentData()
        if post_id:
            self.post_chosen.emit(post_id)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.copied.show()
