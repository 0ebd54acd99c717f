"""How Shoplark looks and speaks, its keys, its notices and its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from services.settings import LANGUAGE, NOTICES_WITH_TEXT, SINGLE_KEYS, TEXT_PERCENT, THEME
from ui import links
from ui.build import button
from ui.fields import combo
from ui.icons import icon
from ui.languages import offered
from ui.settings.section import Section, switch
from ui.settings.setting_row import SettingRow
from widgets.elided_label import ElidedLabel
from widgets.isolates import held
from widgets.segmented import Segmented

if TYPE_CHECKING:
    from services.paths import Paths
    from services.settings import Settings

TEXT_CHOICES = (100, 125, 150, 200)
"""Percent."""


class GeneralSection(Section):
    theme_chosen = Signal(str)
    """ "system", "light" or "dark"; whoever puts it on keeps it, too."""
    text_chosen = Signal(int)
    """Percent, when it is kept; 0 is as the system."""
    single_keys_chosen = Signal(bool)
    health_asked = Signal()

    def __init__(self, settings: Settings, paths: Paths) -> None:
        super().__init__()
        self._settings = settings
        self._paths = paths
        self.look = self._look()
        self.text_size = self._text_size()
        self.language = self._language()
        self.notices = switch(self.tr("Notices show the words"), on=settings.get(NOTICES_WITH_TEXT))
        self.notices.toggled.connect(self._on_notices)
        self.single_keys = switch(self.tr("Single-letter keys"), on=settings.get(SINGLE_KEYS))
        self.single_keys.toggled.connect(self._on_single_keys)
        self.folder_button = button(self.tr("Show"), icon="folder", in_row=True)
        self.folder_button.setAccessibleName(self.tr("Show Shoplark's folder"))
        self.folder_button.clicked.connect(self._on_folder)
        self.health = button(self.tr("Look"), in_row=True)
        self.health.setAccessibleName(self.tr("Look at Shoplark's health"))
        self.health.clicked.connect(self.health_asked)
        self.set_rows(self._all_rows())

    def _all_rows(self) -> list[SettingRow]:
        folder = ElidedLabel(str(self._paths.data))
        folder.setProperty("kind", "caption")
        rows = [
            SettingRow(self.tr("Light or dark"), self.look),
            SettingRow(self.tr("Text size"), self.text_size),
            SettingRow(
                self.tr("Notices show the words"),
                self.notices,
                note=self.tr("Without them, a notice says only how many are new."),
            ),
            SettingRow(
                self.tr("Single-letter keys"),
                self.single_keys,
                note=self.tr("U takes back; J, K, R, E and Z work in the inbox."),
            ),
            SettingRow(self.tr("Shoplark's folder"), self.folder_button, below=folder),
            SettingRow(
                self.tr("Health"),
                self.health,
                note=self.tr("How this computer and your accounts on X stand."),
            ),
        ]
        if self.language is not None:
            note = self.tr("Takes effect at the next start.")
            rows.insert(2, SettingRow(self.tr("Language"), self.language, note=note))
        return rows

    def _look(self) -> Segmented:
        result = Segmented(name=self.tr("Light or dark"), stacks=True)
        result.add("system", self.tr("As the system"), icon=icon("sun-moon"))
        result.add("light", self.tr("Light"))
        result.add("dark", self.tr("Dark"))
        chosen = self._settings.get(THEME)
        result.choose(chosen if chosen in ("light", "dark") else "system")
        result.chosen.connect(self.theme_chosen)
        return result

    def _text_size(self) -> Segmented:
        result = Segmented(name=self.tr("Text size"), stacks=True)
        result.add("0", self.tr("As the system"))
        for percent in TEXT_CHOICES:
            number = self.locale().toString(percent)
            result.add(str(percent), held(self.tr("{number} %").format(number=number)))
        now = self._settings.get(TEXT_PERCENT)
        result.choose(str(now) if now in TEXT_CHOICES else "0")
        result.chosen.connect(self._on_text_size)
        return result

    def _language(self) -> QComboBox | None:
        """None while there is nothing to choose between."""
        languages = offered()
        if len(languages) < 2:
            return None
        result = combo(name=self.tr("Language"))
        result.addItem(self.tr("As the system"), "")
        for code, own_name in languages:
            result.addItem(own_name, code)
        result.setCurrentIndex(max(result.findData(self._settings.get(LANGUAGE)), 0))
        result.currentIndexChanged.connect(self._on_language)
        return result

    def _on_text_size(self, percent: str) -> None:
        self.keep(self._settings, TEXT_PERCENT, int(percent))
        self.text_chosen.emit(int(percent))

    def _on_language(self, place: int) -> None:
        if self.language is not None:
            self.keep(self._settings, LANGUAGE, self.language.itemData(place))

    def _on_notices(self, on: bool) -> None:
        self.keep(self._settings, NOTICES_WITH_TEXT, on)

    def _on_single_keys(self, on: bool) -> None:
        self.keep(self._settings, SINGLE_KEYS, on)
        self.single_keys_chosen.emit(on)

    def _on_folder(self) -> None:
        links.open_folder(self._paths.data)
