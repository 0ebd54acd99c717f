"""What a post carries that its words do not show: a quiet chip for each, gone with one press."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.publishing.post_options import PLAIN, PostOptions, WhoCanReply
from ui.compose.option_words import ai_words, paid_words, who_sentence
from ui.icons import icon
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout
from widgets.removable_chip import RemovableChip


class OptionChips(QWidget):
    changed = Signal(object)
    """The `PostOptions` without what was taken off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PostOptions, str] = (PLAIN, "")
        self._chips: list[RemovableChip] = []
        self._flow = FlowLayout(self, gap=MEASURES.s8)
        self.hide()

    def show_options(self, options: PostOptions, *, campaign: str = "") -> None:
        """`campaign` is the name of the one whose id the options hold."""
        if (options, campaign) == self._shown:
            return
        self._shown = (options, campaign)
        for old in self._chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = []
        for words, name, without in self._wanted(options, campaign):
            chip = RemovableChip(words, icon(name), self)
            chip.clicked.connect(partial(self._on_taken_off, without))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    @property
    def chips(self) -> tuple[RemovableChip, ...]:
        return tuple(self._chips)

    def _wanted(self, options: PostOptions, campaign: str) -> list[tuple[str, str, PostOptions]]:
        """Words, icon, and what the options are without it."""
        found: list[tuple[str, str, PostOptions]] = []
        if options.who_can_reply is not WhoCanReply.EVERYONE:
            everyone = replace(options, who_can_reply=WhoCanReply.EVERYONE)
            found.append((who_sentence(options.who_can_reply), "message-circle", everyone))
        if options.paid_partnership:
            found.append((paid_words(), "handshake", replace(options, paid_partnership=False)))
        if options.made_with_ai:
            found.append((ai_words(), "sparkles", replace(options, made_with_ai=False)))
        if not options.link_marks:
            found.append((self.tr("Links not marked"), "link", replace(options, link_marks=True)))
        if options.campaign_id is not None and campaign:
            found.append((campaign, "megaphone", replace(options, campaign_id=None)))
        return found

    def _on_taken_off(self, without: PostOptions) -> None:
        self.changed.emit(without)
