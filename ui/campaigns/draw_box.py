"""Who is in a draw: the answers under the post, each with a tick, and one question before it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.campaigns.giveaways import Entry
from ui.build import button, card, column, label, row
from ui.theme import MEASURES
from widgets.isolates import held
from widgets.text_block import one_line
from widgets.tick_list import TickList, TickRow


class DrawBox(QWidget):
    drawn = Signal(object, bool)
    """The entries that are in, and whether it is before the end."""
    asking = Signal()
    """The question came up, perhaps below what is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._winners = 1
        self._over = False
        self.head = label(kind="strong", wrap=True)
        self.all = button(self.tr("Everybody"), kind="quiet", in_row=True)
        self.none = button(self.tr("Nobody"), kind="quiet", in_row=True)
        self.list = TickList(self.tr("Who answered in time"))
        self.late_head = label(self.tr("After the end"), kind="strong")
        self.late = TickList(self.tr("Who answered after the end"))
        self.when = label(kind="caption", wrap=True)
        self.draw = button("", kind="primary")
        self.question = label(wrap=True)
        self.sure = button(self.tr("Draw now"), kind="primary", in_row=True)
        self.not_yet = button(self.tr("Not yet"), kind="quiet", in_row=True)
        self.ask = card(self.question, row(self.sure, self.not_yet, None), gap=MEASURES.s12)
        self.ask.hide()
        self.setLayout(
            column(
                row(self.head, None, self.all, self.none, gap=MEASURES.s4),
                self.list,
                self.late_head,
                self.late,
                self.when,
                row(self.draw, None),
                self.ask,
                gap=MEASURES.s12,
            )
        )
        self.list.toggled.connect(self._on_toggled)
        self.late.toggled.connect(self._on_toggled)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.draw.clicked.connect(self._on_draw)
        self.sure.clicked.connect(self._on_sure)
        self.not_yet.clicked.connect(self._on_not_yet)

    def set(self, entries: tuple[Entry, ...], *, winners: int, over: bool, end: str) -> None:
        """`end`: when it ends, in words. Who was left out before stays left out.

        Who answered after the end is in only when the owner ticks them.
        """
        self._winners, self._over = winners, over
        if entries != self._entries or not entries:
            known = {one.x_post_id for one in self._entries if not one.late}
            ticked = self.list.chosen | self.late.chosen
            self._entries = entries
            for each, late in ((self.list, False), (self.late, True)):
                shown = [one for one in entries if one.late is late]
                chosen = {
                    one.x_post_id
                    for one in shown
                    if one.x_post_id in ticked or not (late or one.x_post_id in known)
                }
                each.set_rows([self._row(one) for one in shown], chosen=frozenset(chosen))
                each.setVisible(bool(shown))
        self.late_head.setVisible(bool(self.late.rows))
        self.when.setText(
            self.tr("It ended {end}.").format(end=end)
            if over
            else self.tr("It ends {end}. Who answers until then can still be in.").format(end=end)
        )
        self._ask(False)
        self._show_count()

    def chosen(self) -> tuple[Entry, ...]:
        ticked = self.list.chosen | self.late.chosen
        return tuple(one for one in self._entries if one.x_post_id in ticked)

    def _row(self, entry: Entry) -> TickRow:
        name, words = f"@{entry.handle}", one_line(entry.text)
        said = self.tr("{name}: {words}").format(name=name, words=words)
        return TickRow(entry.x_post_id, held(name), words, said)

    def _show_count(self) -> None:
        number = self.locale().toString
        self.head.setText(
            self.tr("{chosen} of {all} people are in").format(
                chosen=number(len(self.chosen())), all=number(len(self._entries))
            )
            if self._entries
            else self.tr("Nobody has answered yet.")
        )
        self.all.setVisible(bool(self._entries))
        self.none.setVisible(bool(self._entries))
        words = (
            self.tr("Draw %Ln winners", "", self._winners)
            if self._over
            else self.tr("Draw now anyway")
        )
        self.draw.setText(words)
        self.draw.setEnabled(bool(self.chosen()))

    def _on_toggled(self) -> None:
        self._ask(False)
        self._show_count()

    def _on_all(self) -> None:
        """Of those who answered in time."""
        self.list.set_all(True)

    def _on_none(self) -> None:
        self.list.set_all(False)
        self.late.set_all(False)

    def _on_draw(self) -> None:
        winners = min(self._winners, len(self.chosen()))
        said = [self.tr("%Ln winners are drawn.", "", winners)]
        if not self._over:
            said.append(self.tr("It has not ended yet, and the record will say so."))
        late = sum(one.late for one in self.chosen())
        if late:
            said.append(
                self.tr("%Ln people answered after the end, and the record will say so.", "", late)
            )
        said.append(self.tr("A draw is done once and cannot be taken back."))
        self.question.setText(" ".join(said))
        self._ask(True)
        self.not_yet.setFocus()
        self.asking.emit()

    def _ask(self, asking: bool) -> None:
        """The question stands in place of the button that asked for it."""
        self.ask.setVisible(asking)
        self.draw.setVisible(not asking)

    def _on_sure(self) -> None:
        self._ask(False)
        self.drawn.emit(self.chosen(), not self._over)

    def _on_not_yet(self) -> None:
        self._ask(False)
        self.draw.setFocus()
