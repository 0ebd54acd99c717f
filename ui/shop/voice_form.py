"""How the shop speaks and looks: who writes, in what tone and words, its tags, its two colours."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFrame, QGridLayout, QVBoxLayout

from services.my_shop.profiles import Profile, parse_tags, parse_words
from ui.build import card, column, label, row
from ui.shop.field import field, fill, fill_text, line_edit, text_edit
from ui.theme import MEASURES
from widgets.colour_well import ColourWell


class VoiceForm(QFrame):
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self._picker: QColorDialog | None = None
        self._well: ColourWell | None = None
        self.speaker = line_edit(self.tr("Mia"))
        self.role = line_edit(self.tr("throws the bowls"))
        self.voice = text_edit(self.tr("Warm and plain. We never shout."), lines=2)
        self.use = line_edit(self.tr("steep, glaze, kiln"))
        self.avoid = line_edit(self.tr("luxury, deal"))
        self.sign_off = line_edit(self.tr("— Mia"))
        self.tags = line_edit(self.tr("tea, ceramics"))
        self.wells = (
            ColourWell(self.tr("First colour")),
            ColourWell(self.tr("Second colour")),
        )
        self._build()
        for edit in (
            self.speaker, self.role, self.use, self.avoid, self.sign_off, self.tags,
        ):  # fmt: skip
            edit.textEdited.connect(self._on_edited)
        self.voice.textChanged.connect(self._on_edited)
        for well in self.wells:
            well.clicked.connect(self._on_well)

    def _build(self) -> None:
        who = _pair(
            field(self.tr("Who speaks"), self.speaker),
            field(self.tr("What they do here"), self.role),
        )
        words = _pair(
            field(self.tr("Words we use"), self.use),
            field(self.tr("Words we avoid"), self.avoid),
        )
        end = _pair(
            field(self.tr("How we sign off"), self.sign_off),
            field(self.tr("Our own tags"), self.tags),
        )
        colours = column(
            label(self.tr("Our two colours"), kind="caption"),
            row(*self.wells, None),
            gap=MEASURES.s4,
        )
        self.setLayout(
            column(
                card(
                    label(self.tr("How we speak"), kind="strong"),
                    who,
                    field(self.tr("Our tone"), self.voice),
                    words,
                    end,
                    colours,
                    gap=MEASURES.s16,
                )
            )
        )

    def show_profile(self, profile: Profile) -> None:
        """Tells nobody: it is not the owner who typed."""
        self._filling = True
        fill(self.speaker, profile.speaker)
        fill(self.role, profile.speaker_role)
        fill_text(self.voice, profile.voice)
        fill(self.sign_off, profile.sign_off)
        for edit, words in (
            (self.use, profile.words_to_use),
            (self.avoid, profile.words_to_avoid),
        ):
            if parse_words(edit.text()) != words:
                edit.setText(", ".join(words))
        if parse_tags(self.tags.text()) != profile.own_tags:
            self.tags.setText(", ".join(profile.own_tags))
        for well, colour in zip(self.wells, profile.colours, strict=True):
            well.set_colour(colour)
        self._filling = False

    def into(self, profile: Profile) -> Profile:
        return replace(
            profile,
            speaker=self.speaker.text().strip(),
            speaker_role=self.role.text().strip(),
            voice=self.voice.text().strip(),
            sign_off=self.sign_off.text().strip(),
            words_to_use=parse_words(self.use.text()),
            words_to_avoid=parse_words(self.avoid.text()),
            own_tags=parse_tags(self.tags.text()),
            colours=(self.wells[0].colour, self.wells[1].colour),
        )

    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _on_well(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, ColourWell):
            return
        self._well = pressed
        if self._picker is None:
            self._picker = QColorDialog(self)
            self._picker.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
            self._picker.colorSelected.connect(self._on_colour)
        if pressed.colour:
            self._picker.setCurrentColor(QColor(pressed.colour))
        self._picker.open()

    def _on_colour(self, colour: QColor) -> None:
        if self._well is not None:
            self._well.set_colour(colour.name())
            self.edited.emit()


def _pair(start: QVBoxLayout, end: QVBoxLayout) -> QGridLayout:
    """Two fields of one width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(MEASURES.s16)
    for column_at, one in enumerate((start, end)):
        grid.addLayout(one, 0, column_at)
        grid.setColumnStretch(column_at, 1)
    return grid
