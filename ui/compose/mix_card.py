"""What the posts around now are for, and what this one reads as."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from services.publishing.mix import KINDS, Mix
from services.publishing.post_options import PostKind
from ui.build import button, column, label, menu, row
from ui.theme import MEASURES
from widgets.mix_bar import MixBar, MixPart

_TONES = {
    PostKind.SELL: "amber",
    PostKind.HELP: "accent",
    PostKind.PEOPLE: "blue",
    PostKind.ASK: "border",
}


class MixCard(QWidget):
    kind_chosen = Signal(object)
    """A `PostKind`; GUESSED lets Shoplark guess again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = label(kind="caption", wrap=True)
        self.bar = MixBar()
        self.kind_button = button("", in_row=True)
        self._actions: dict[PostKind, QAction] = {}
        self._choices = menu(self, title=self.tr("What this post is for"))
        self._group = QActionGroup(self)
        for kind in (*KINDS, PostKind.GUESSED):
            self._add(kind)
        self.kind_button.setMenu(self._choices)
        self.kind_button.setProperty("opens", True)
        self.setLayout(column(self._about, self.bar, row(self.kind_button, None), gap=MEASURES.s12))
        self.show_mix(Mix())
        self.show_kind(PostKind.GUESSED, chosen=False)

    def _add(self, kind: PostKind) -> None:
        if kind is PostKind.GUESSED:
            self._choices.addSeparator()
        words = self.tr("Guess it") if kind is PostKind.GUESSED else kind_words(kind)
        action = self._choices.addAction(words)
        action.setCheckable(True)
        self._group.addAction(action)
        action.triggered.connect(partial(self.kind_chosen.emit, kind))
        self._actions[kind] = action

    def show_mix(self, mix: Mix) -> None:
        total = mix.total
        self._about.setText(
            self.tr("%Ln posts around now, sent and queued", "", total)
            if total
            else self.tr("Nothing is sent or queued yet.")
        )
        self.bar.set(
            tuple(MixPart(kind_words(kind), mix.count(kind), _TONES[kind]) for kind in KINDS)
        )

    def show_kind(self, kind: PostKind, *, chosen: bool) -> None:
        """`chosen`: by the owner. GUESSED: there is nothing to read yet."""
        self.kind_button.setVisible(kind is not PostKind.GUESSED)
        said = self.tr("This is: {kind}") if chosen else self.tr("This reads as: {kind}")
        self.kind_button.setText(said.format(kind=kind_words(kind)))
        self._actions[kind if chosen else PostKind.GUESSED].setChecked(True)


def kind_words(kind: PostKind) -> str:
    return {
        PostKind.SELL: QCoreApplication.translate("PostKind", "Sell"),
        PostKind.HELP: QCoreApplication.translate("PostKind", "Help"),
        PostKind.PEOPLE: QCoreApplication.translate("PostKind", "People"),
        PostKind.ASK: QCoreApplication.translate("PostKind", "Ask"),
        PostKind.GUESSED: "",
    }[kind]


def mix_note(mix: Mix) -> str:
    """A few words for the closed card."""
    if not mix.total:
        return ""
    return QCoreApplication.translate("MixCard", "{count} of {total} sell").format(
        count=_number(mix.sell), total=_number(mix.total)
    )


def _number(count: int) -> str:
    return QLocale().toString(count)
