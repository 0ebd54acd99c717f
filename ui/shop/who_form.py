"""Who the shop is: logo, name, handle, what it sells, website, country and time zone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout

from services.accounts.accounts import Account, Way
from services.my_shop.profiles import Profile
from ui.build import card, column, label, row
from ui.fields import combo
from ui.shop.countries import countries, place_of, system_zone, zone_in, zones_of
from ui.shop.field import field, fill, fill_text, line_edit, text_edit
from ui.theme import MEASURES
from widgets.logo_button import LogoButton


class WhoForm(QFrame):
    edited = Signal()
    zone_chosen = Signal(str)
    logo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.logo = LogoButton(self.tr("Choose a logo"))
        self.logo.clicked.connect(self.logo_asked)
        self.name = line_edit(self.tr("Leaf & Kiln"))
        self.handle = line_edit(self.tr("Can stay empty"))
        self.sells = text_edit(self.tr("Tea, and the cups it is drunk from"), lines=2)
        self.website = line_edit("https://")
        self.country = combo()
        self.country.setPlaceholderText(self.tr("Choose a country"))
        self.zone = combo()
        for box in (self.country, self.zone):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for each in countries():
            self.country.addItem(each.name, each.code)
        self._build()
        for edit in (self.name, self.handle, self.website):
            edit.textEdited.connect(self._on_edited)
        self.sells.textChanged.connect(self._on_edited)
        self.country.activated.connect(self._on_country)
        self.zone.activated.connect(self._on_zone)

    def _build(self) -> None:
        names = QGridLayout()
        names.setHorizontalSpacing(MEASURES.s16)
        names.addLayout(field(self.tr("Name of the shop"), self.name), 0, 0)
        names.addLayout(field(self.tr("Your @name on X"), self.handle), 0, 1)
        place = QGridLayout()
        place.setHorizontalSpacing(MEASURES.s16)
        place.addLayout(field(self.tr("Country"), self.country), 0, 0)
        place.addLayout(field(self.tr("Time zone"), self.zone), 0, 1)
        for grid in (names, place):
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
        top = row(self.logo, column(None, names, None, gap=0), gap=MEASURES.s16)
        top.setStretch(1, 1)
        whole = column(
            card(
                label(self.tr("Who we are"), kind="strong"),
                top,
                field(self.tr("What we sell"), self.sells),
                field(self.tr("Website"), self.website),
                place,
                gap=MEASURES.s16,
            )
        )
        self.setLayout(whole)

    def show_shop(self, account: Account, profile: Profile) -> None:
        """Tells nobody: it is not the owner who typed."""
        self._filling = True
        fill(self.name, profile.name)
        handle = account.handle or ""
        if self.handle.text().strip().removeprefix("@") != handle:
            fill(self.handle, handle)
        fill(self.website, profile.website)
        fill_text(self.sells, profile.sells)
        # X itself says what a connected account is called.
        self.handle.setReadOnly(account.way is not Way.BY_HAND)
        self.country.setCurrentIndex(self.country.findData(profile.country))
        self._fill_zones(profile.country, account.zone)
        self._filling = False

    def show_logo(self, image: QImage | None) -> None:
        self.logo.show_image(image)

    def into(self, profile: Profile) -> Profile:
        return replace(
            profile,
            name=self.name.text().strip(),
            sells=self.sells.text().strip(),
            website=self.website.text().strip(),
            country=self.country.currentData() or "",
        )

    def _fill_zones(self, country: str, chosen: str) -> None:
        self.zone.clear()
        for zone in sorted({*zones_of(country), chosen}):
            self.zone.addItem(place_of(zone), zone)
        self.zone.setCurrentIndex(self.zone.findData(chosen))

    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _on_country(self) -> None:
        country = self.country.currentData() or ""
        zone = zone_in(country, system=system_zone())
        self._fill_zones(country, zone)
        self.zone_chosen.emit(zone)
        self.edited.emit()

    def _on_zone(self) -> None:
        self.zone_chosen.emit(self.zone.currentData())
