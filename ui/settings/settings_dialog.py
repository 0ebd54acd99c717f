"""What the owner can choose about Shoplark itself. Each choice is kept when it is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from services.accounts.accounts import Way
from services.errors import StorageTrouble
from services.settings import (
    LANGUAGE,
    NOTICES_WITH_TEXT,
    SINGLE_KEYS,
    TEXT_PERCENT,
    THEME,
    UNDO_SECONDS,
    Field,
)
from services.text.measure import LONG
from ui.build import button, column, label, line, row, scroll
from ui.fields import combo
from ui.fitting import SCROLL_BAR, fit_height, room_for
from ui.icons import icon
from ui.languages import offered
from ui.messages import words
from ui.settings.setting_row import SettingRow
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.isolates import held
from widgets.segmented import Segmented
from widgets.switch import Switch
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts
    from services.paths import Paths
    from services.settings import Settings

T = TypeVar("T", str, int, bool)

WIDE = 600
UNDO_CHOICES = (0, 5, 10, 20, 30, 60)
"""Seconds."""
TEXT_CHOICES = (100, 125, 150, 200)
"""Percent."""


class SettingsDialog(QDialog):
    theme_chosen = Signal(str)
    """ "system", "light" or "dark"; whoever puts it on keeps it, too."""
    text_chosen = Signal(int)
    """Percent, when it is kept; 0 is as the system."""
    single_keys_chosen = Signal(bool)
    long_posts_chosen = Signal(bool)

    def __init__(
        self,
        settings: Settings,
        paths: Paths,
        parent: QWidget,
        *,
        accounts: Accounts | None = None,
    ) -> None:
        """`accounts`: of whose active one X Premium is asked, where X does not say so itself."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._paths = paths
        self._accounts = accounts
        self.look = self._look()
        self.text_size = self._text_size()
        self.undo = self._undo()
        self.notices = self._switch(self.tr("Notices show the words"), NOTICES_WITH_TEXT)
        self.single_keys = self._switch(self.tr("Single-letter keys"), SINGLE_KEYS)
        self.single_keys.toggled.connect(self.single_keys_chosen)
        self.long_posts = self._long_posts()
        self.language = self._language()
        self.folder_button = button(self.tr("Show"), icon="folder", in_row=True)
        self.folder_button.setAccessibleName(self.tr("Show Shoplark's folder"))
        self.folder_button.clicked.connect(self._on_folder)
        self.done_button = button(self.tr("Done"), kind="primary")
        self.done_button.clicked.connect(self.accept)
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            self._fit()

    def _build(self) -> None:
        pad = MEASURES.s24
        parts: list[QWidget] = []
        self._each_row = self._rows()
        for number, each in enumerate(self._each_row):
            parts += [each] if number == 0 else [line(), each]
        self._inner = QWidget()
        self._inner.setLayout(column(*parts, gap=MEASURES.s12))
        self._area = scroll(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Settings"), kind="title"))
        layout.addWidget(self._area)
        layout.addWidget(self.trouble)
        kept = label(self.tr("Saved as you choose."), kind="caption")
        layout.addLayout(row(kept, None, self.done_button))
        self._fit()

    def _fit(self) -> None:
        """As wide as its words ask, and as high as its rows are, within its window."""
        self.ensurePolished()
        wide = min(round(WIDE * grown(self.font())), max(WIDE, room_for(self).width()))
        self.setFixedWidth(wide)
        inside = wide - MEASURES.s24 * 2
        for each in self._each_row:
            each.fit(inside)
        if fit_height(self, self._area, wide):
            for each in self._each_row:
                each.fit(inside - SCROLL_BAR)
        self.adjustSize()

    def _rows(self) -> list[SettingRow]:
        folder = ElidedLabel(str(self._paths.data))
        folder.setProperty("kind", "caption")
        rows = [
            SettingRow(self.tr("Light or dark"), self.look),
            SettingRow(self.tr("Text size"), self.text_size),
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
        if self.long_posts is not None:
            most = self.locale().toString(LONG.limit)
            note = self.tr("Posts may then have up to {most} characters.").format(most=most)
            rows.insert(3, SettingRow(self._premium_name(), self.long_posts, note=note))
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

    def _undo(self) -> Segmented:
        result = Segmented(name=self.tr("Time to undo"), stacks=True)
        for seconds in UNDO_CHOICES:
            number = self.locale().toString(seconds)
            text = self.tr("{number} s").format(number=number) if seconds else self.tr("Off")
            result.add(str(seconds), held(text))
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

    def _long_posts(self) -> Switch | None:
        """None for a connected account: X tells it."""
        if self._accounts is None:
            return None
        account = self._accounts.active()
        if account.way is Way.CONNECTED:
            return None
        result = Switch()
        result.setAccessibleName(self._premium_name())
        result.setChecked(account.long_posts)
        result.toggled.connect(self._on_long_posts)
        return result

    def _premium_name(self) -> str:
        return self.tr("This account has X Premium")

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
        self._write(partial(self._settings.set, field, value))

    def _write(self, write: Callable[[], object]) -> bool:
        """What the disk refuses is told here, before the window's own strip can be seen."""
        try:
            write()
        except StorageTrouble as error:
            self.trouble.setText(words(error).sentence)
            self.trouble.show()
            return False
        self.trouble.hide()
        return True

    def _on_long_posts(self, on: bool) -> None:
        if self._accounts is None:
            return
        account_id = self._accounts.active().id
        if self._write(partial(self._accounts.set_long_posts, account_id, on)):
            self.long_posts_chosen.emit(on)

    def _on_text_size(self, percent: str) -> None:
        self._keep(TEXT_PERCENT, int(percent))
        self.text_chosen.emit(int(percent))

    def _on_undo(self, seconds: str) -> None:
        self._keep(UNDO_SECONDS, int(seconds))

    def _on_language(self, place: int) -> None:
        if self.language is not None:
            self._keep(LANGUAGE, self.language.itemData(place))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))
