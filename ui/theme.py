"""Light and dark: tones, fonts, palette and style sheet, put on the application together."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.style_sheet import style_sheet
from widgets.focus_ring import FocusRings
from widgets.measures import MEASURES, Measures
from widgets.tones import Tones, mix, to_palette, tones_from
from widgets.type_scale import refit_icons

__all__ = ["DARK", "LIGHT", "MEASURES", "RESOURCES", "Measures", "Theme", "line_height"]

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def _light() -> Tones:
    return tones_from(
        window=QColor("#F6F5F2"),
        surface=QColor("#FFFFFF"),
        line=QColor("#E4E1DA"),
        border=QColor("#8C867B"),
        text=QColor("#1D1B18"),
        quiet=QColor("#5F5A52"),
        accent=QColor("#0B6B63"),
        on_accent=QColor("#FFFFFF"),
        tint=QColor("#E3F1EF"),
        amber=QColor("#8A5200"),
        amber_tint=QColor("#FFF3DC"),
        red=QColor("#B3261E"),
        red_tint=QColor("#FDECEA"),
        green=QColor("#1B6E40"),
        blue=QColor("#2B5FAB"),
    )


def _dark() -> Tones:
    surface = QColor("#1F1E1B")
    accent, amber, red = QColor("#5CC4B8"), QColor("#F2B24A"), QColor("#FF8F85")
    return tones_from(
        window=QColor("#161513"),
        surface=surface,
        line=QColor("#34322D"),
        border=QColor("#77726A"),
        text=QColor("#EFECE6"),
        quiet=QColor("#ADA79C"),
        accent=accent,
        on_accent=QColor("#0D1F1D"),
        tint=mix(surface, accent, 0.16),
        amber=amber,
        amber_tint=mix(surface, amber, 0.14),
        red=red,
        red_tint=mix(surface, red, 0.14),
        green=QColor("#6BCB95"),
        blue=QColor("#8DB4F0"),
    )


LIGHT = _light()
DARK = _dark()

_TALL_SCRIPTS = ("ar", "fa")
_WIDE_SCRIPTS = ("ja", "zh")


def line_height(language: str) -> float:
    """Lines of running text, as a multiple of the text's size."""
    if language[:2] in _TALL_SCRIPTS:
        return 1.7
    return 1.6 if language[:2] in _WIDE_SCRIPTS else 1.5


class Theme(QObject):
    """Owned by the program, one for each QApplication."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = "system"
        self._language = "en"
        self._text_percent = 100
        self._tones = LIGHT
        self._sheet = ""
        self._is_building = False
        FocusRings(app)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def tones(self) -> Tones:
        return self._tones

    def apply(
        self, scheme: str, language: str, *, text_percent: int = 0, desktop_text: int = 100
    ) -> None:
        """`scheme` is "system", "light" or "dark"; `language` a code such as "fa" or "zh_CN".

        `text_percent` and `desktop_text` as in `choose_text`.
        """
        self._scheme = scheme
        self._language = language
        self._text_percent = text_percent or system_text_percent(desktop_text)
        self._app.setLayoutDirection(QLocale(language).textDirection())
        self._put_on()

    def choose(self, scheme: str) -> None:
        """Another of "system", "light" and "dark", with language and text size as they are."""
        self._scheme = scheme
        self._put_on()

    def choose_text(self, percent: int, *, desktop: int = 100) -> None:
        """Another size of words; 0 is what the system asks for.

        `desktop` is what a desktop that Qt does not listen to was last heard to ask for.
        """
        percent = percent or system_text_percent(desktop)
        if percent != self._text_percent:
            self._text_percent = percent
            self._put_on()

    @contextmanager
    def building(self) -> Iterator[None]:
        """While many widgets are made: the style sheet comes when they stand.

        Each time a widget finds its parent Qt looks up the style of everything inside it again,
        which is two thirds of the cost of making the window.
        """
        # WORKAROUND: Qt 6.11 keeps a text field that waits for its deletion while the sheet goes,
        # and reads it when the next sheet is put on, long after it was deleted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self._app.styleSheet():
            self._app.setStyleSheet("")
        self._is_building = True
        try:
            yield
        finally:
            self._is_building = False
            self._app.setStyleSheet(self._sheet)

    def _on_system_changed(self) -> None:
        if self._scheme == "system":
            self._put_on()

    def _put_on(self) -> None:
        dark = self._wants_dark()
        self._tones = DARK if dark else LIGHT
        extra = 1 if self._language[:2] in _TALL_SCRIPTS else 0
        self._app.setFont(
            ui_font(self._language, (MEASURES.base + extra) * self._text_percent / 100)
        )
        self._app.setPalette(to_palette(self._tones))
        self._sheet = style_sheet(
            self._tones,
            images=RESOURCES / "icons" / "style",
            extra=extra,
            text_percent=self._text_percent,
            mirrored=self._app.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )
        if not self._is_building:
            self._app.setStyleSheet(self._sheet)
        refit_icons(self._app.allWidgets())
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"


def system_text_percent(desktop: int = 100) -> int:
    """How much larger than usual the owner has set text.

    Windows tells it by its own font, 9 points at 100 %. X11 and macOS scale the whole window, and
    Qt with it. On Wayland it is `desktop`, which ui/text_size.py asks for.
    """
    if sys.platform != "win32":
        return desktop if asks_the_portal() else 100
    from PySide6.QtGui import QFontDatabase

    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return max(100, min(225, round(points / 9 * 100)))


def asks_the_portal() -> bool:
    """Whether the desktop's size of text is known by asking alone."""
    return sys.platform.startswith("linux") and QGuiApplication.platformName().startswith("wayland")


def ui_font(language: str, pixels: float) -> QFont:
    """The system's font; Noto Sans on Linux. The other scripts follow in the same list."""
    families = ["Noto Sans"] if sys.platform.startswith("linux") else [_system_family()]
    if language[:2] in _TALL_SCRIPTS:
        load_vazirmatn()
    cjk = {"zh": "SC", "ja": "JP"}.get(language[:2], "JP")
    families += ["Vazirmatn", "Noto Sans Arabic", f"Noto Sans CJK {cjk}", "Noto Color Emoji"]
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(round(pixels))
    # Figures of one width, so that a count does not shake while it runs.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _system_family() -> str:
    from PySide6.QtGui import QFontDatabase

    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def load_vazirmatn() -> None:
    """The Arabic letters that come with the program."""
    from PySide6.QtGui import QFontDatabase

    if "Vazirmatn" in QFontDatabase.families():
        return
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"Vazirmatn-{weight}.ttf"))
