"""The voice of the shop beside what is being written: who speaks, in which words, and the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from services.my_shop.profiles import Profile
from ui.build import button, column, label, row
from ui.theme import MEASURES
from widgets.isolates import held


class VoiceCard(QWidget):
    shop_asked = Signal()
    """To change it in My shop."""
    chosen = Signal(str)
    """The sign-off, to be written at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign_off = ""
        self._who = label(wrap=True)
        self._tone = label(kind="quiet", wrap=True)
        self._use = _Named(self.tr("Words we use"))
        self._avoid = _Named(self.tr("Words we avoid"))
        self.sign_off_button = button("", in_row=True)
        self.sign_off_button.clicked.connect(self._on_sign_off)
        self._end = _Named(self.tr("How we sign off"), row(self.sign_off_button, None))
        self.change_button = button(self.tr("Change in My shop"), kind="link", in_row=True)
        self.change_button.setProperty("flush", True)
        self.change_button.clicked.connect(self.shop_asked)
        self.setLayout(
            column(
                self._who,
                self._tone,
                self._use,
                self._avoid,
                self._end,
                row(self.change_button, None),
                gap=MEASURES.s8,
            )
        )
        self.show_profile(Profile())

    def show_profile(self, profile: Profile) -> None:
        self._sign_off = profile.sign_off
        who = profile.speaker
        if profile.speaker and profile.speaker_role:
            who = self.tr("{name}, {role}").format(name=profile.speaker, role=profile.speaker_role)
        self._who.setText(who or profile.speaker_role)
        self._who.setVisible(bool(self._who.text()))
        self._use.show_words(self._listed(profile.words_to_use))
        self._avoid.show_words(self._listed(profile.words_to_avoid))
        # "— Mia" runs as its name does, not as the window.
        self.sign_off_button.setText(held(profile.sign_off.replace("&", "&&")))
        self.sign_off_button.setAccessibleName(
            self.tr("Sign off with {words}").format(words=profile.sign_off)
        )
        self._end.setVisible(bool(profile.sign_off))
        said = bool(who or profile.speaker_role or profile.voice)
        said = said or bool(profile.words_to_use or profile.words_to_avoid or profile.sign_off)
        hint = self.tr("Who speaks here, and which words do you use and avoid?")
        self._tone.setText(profile.voice if said else hint)
        self._tone.setVisible(bool(self._tone.text()))

    def _listed(self, words: tuple[str, ...]) -> str:
        return self.tr(", ", "between words of a list").join(words)

    def _on_sign_off(self) -> None:
        self.chosen.emit(self._sign_off)


class _Named(QFrame):
    """A caption, and under it words or whatever stands for them. Hidden while there are none."""

    def __init__(self, name: str, under: QHBoxLayout | None = None) -> None:
        super().__init__()
        self._words: QLabel = label(wrap=True)
        caption = label(name, kind="caption")
        self.setLayout(column(caption, under or self._words, gap=MEASURES.s4))
        self._words.setVisible(under is None)

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))
