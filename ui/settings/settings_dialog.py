"""What the owner can choose about Shoplark itself. Each choice is kept when it is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from services.errors import StorageTrouble
from services.settings import (
    LANGUAGE,
    NOTICES_WITH_TEXT,
    SINGLE_KEYS,
    THEME,
    UNDO_SECONDS,
    Field,
)
from ui.build import button, column, label, line, row
from ui.fields import combo
from ui.icons import icon
from ui.languages import offered
from ui.messages import words
from ui.settings.setting_row import SettingRow
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.segmented import Segmented
from widgets.switch import Switch

if TYPE_CHECKING:
    from services.paths import Paths
    from services.settings import Settings

T = TypeVar("T", str, int, bool)

WIDE = 600
UNDO_CHOICES = (0, 5, 10, 20, 30, 60)
"""Seconds."""


class SettingsDialog(QDialog):
    theme_chosen = Signal(str)
    """ "system", "light" or "dark"; whoever puts it on keeps it, too."""
    single_keys_chosen = Signal(bool)

    def __init__(self, settings: Settings, paths: Paths, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Settings"))
        self.setFixedWidth(WIDE)
        self._settings = settings
        self._paths = paths
        self.look = self._look()
        self.undo = self._undo()
        self.notices = self._switch(self.tr("Notices show the words"), NOTICES_WITH_TEXT)
        self.single_keys = self._switch(self.tr("Single-letter keys"), SINGLE_KEYS)
        self.single_keys.toggled.connect(self.single_keys_chosen)
        self.language = self._language()
        self.folder_button = button(self.tr("Show"), icon="folder", in_row=True)
        self.folder_button.setAccessibleName(self.tr("Show Shoplark's folder"))
        self.folder_button.clicked.connect(self._on_folder)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.accept)
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        self._build()

    def _build(self) -> None:
        pad = MEASURES.s24
        rows = self._rows()
        parts: list[QWidget] = []
        for number, each in enumerate(rows):
            parts += [each] if number == 0 else [line(), each]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Settings"), kind="title"))
        layout.addLayout(column(*parts, gap=MEASURES.s12))
        layout.addWidget(self.trouble)
        kept = label(self.tr("Saved as you choose."), kind="caption")
        layout.addLayout(row(kept, None, self.done_button))

    def _rows(self) -> list[SettingRow]:
        folder = ElidedLabel(str(self._paths.data))
        folder.setProperty("kind", "caption")
        rows = [
            SettingRow(self.tr("Light or dark"), self.look),
            SettingRow(
                self.tr("Time to undo"),
                self.undo,
                note=self.tr("A post or an answer waits this long; nothing goes to X before."),
                wide=True,
            ),
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
        ]
        if self.language is not None:
            note = self.tr("Takes effect at the next start.")
            rows.insert(1, SettingRow(self.tr("Language"), self.language, note=note))
        return rows

    def _look(self) -> Segmented:
        result = Segmented(name=self.tr("Light or dark"))
        result.add("system", self.tr("As the system"), icon=icon("sun-moon"))
        result.add("light", self.tr("Light"))
        result.add("dark", self.tr("Dark"))
        chosen = self._settings.get(THEME)
        result.choose(chosen if chosen in ("light", "dark") else "system")
        result.chosen.connect(self.theme_chosen)
        return result

    def _undo(self) -> Segmented:
        result = Segmented(name=self.tr("Time to undo"))
        for seconds in UNDO_CHOICES:
            number = self.locale().toString(seconds)
            text = self.tr("{number} s").format(number=number) if seconds else self.tr("Off")
            result.add(str(seconds), text)
        now = self._settings.get(UNDO_SECONDS)
        result.choose(str(min(UNDO_CHOICES, key=lambda seconds: abs(seconds - now))))
        result.chosen.connect(self._on_undo)
        return result

    def _switch(self, name: str, field: Field[bool]) -> Switch:
        result = Switch()
        result.setAccessibleName(name)
        result.setChecked(self._settings.get(field))
        result.toggled.connect(partial(self._keep, field))
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

    def _keep(self, field: Field[T], value: T) -> None:
        """What the disk refuses is told here, before the window's own strip can be seen."""
        try:
            self._settings.set(field, value)
        except StorageTrouble as error:
            self.trouble.setText(words(error).sentence)
            self.trouble.show()
            return
        self.trouble.hide()

    def _on_undo(self, seconds: str) -> None:
        self._keep(UNDO_SECONDS, int(seconds))

    def _on_language(self, place: int) -> None:
        if self.language is not None:
            self._keep(LANGUAGE, self.language.itemData(place))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))
