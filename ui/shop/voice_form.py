"""How the shop speaks and looks: who writes, in what tone, its own tags, its two colours."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFrame, QGridLayout

from services.my_shop.profiles import Profile, parse_tags
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
        self.speaker = line_edit(self.tr("Mia, who throws the bowls"))
        self.voice = text_edit(self.tr("Warm and plain. We never shout."), lines=2)
        self.tags = line_edit(self.tr("tea, ceramics"))
        self.wells = (
            ColourWell(self.tr("First colour")),
            ColourWell(self.tr("Second colour")),
        )
        for edit in (self.speaker, self.tags):
            edit.textEdited.connect(self._on_edited)
        self.voice.textChanged.connect(self._on_edited)
        for well in self.wells:
            well.clicked.connect(self._on_well)
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEASURES.s16)
        grid.addLayout(field(self.tr("Who speaks"), self.speaker), 0, 0)
        grid.addLayout(field(self.tr("Our own tags"), self.tags), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        colours = column(
            label(self.tr("Our two colours"), kind="caption"),
            row(*self.wells, None),
            gap=MEASURES.s4,
        )
        self.setLayout(
            column(
                card(
                    label(self.tr("How we speak"), kind="strong"),
                    grid,
                    field(self.tr("Our tone"), self.voice),
                    colours,
                    gap=MEASURES.s16,
                )
            )
        )

    def show_profile(self, profile: Profile) -> None:
        """Tells nobody: it is not the owner who typed."""
        self._filling = True
        fill(self.speaker, profile.speaker)
        fill_text(self.voice, profile.voice)
        if parse_tags(self.tags.text()) != profile.own_tags:
            self.tags.setText(", ".join(profile.own_tags))
        for well, colour in zip(self.wells, profile.colours, strict=True):
            well.set_colour(colour)
        self._filling = False

    def into(self, profile: Profile) -> Profile:
        return replace(
            profile,
            speaker=self.speaker.text().strip(),
            voice=self.voice.text().strip(),
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
