"""Which language the program speaks, and Qt's translators and number formats for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"
SOURCE = "en"
_SPOKEN = "translators"
"""The application's property that holds them: searching its children takes PySide some ms."""


def spoken(asked: str) -> str:
    """`asked` if any, else the system's language where Shoplark speaks it, else English."""
    if asked:
        return asked
    system = QLocale.system().name()
    return next((code for code in (system, system[:2]) if _ours(code).exists()), SOURCE)


def offered() -> tuple[tuple[str, str], ...]:
    """(code, its own name) of each language that Shoplark speaks."""
    codes = sorted(file.stem.removeprefix("shoplark_") for file in FOLDER.glob("shoplark_*.qm"))
    return tuple((code, QLocale(code).nativeLanguageName() or code) for code in codes)


def speak(app: QApplication, language: str) -> None:
    """Dates, numbers and Qt's own words follow at once, ours for what is built afterwards."""
    QLocale.setDefault(QLocale(language))
    for before in app.property(_SPOKEN) or ():
        app.removeTranslator(before)
        before.deleteLater()
    translators = []
    # The last installed is asked first; English has the plurals of what is not translated yet.
    for file in (_ours(SOURCE), _qts(language), _ours(language)):
        translator = QTranslator(app)
        if file.exists() and translator.load(str(file)):
            app.installTranslator(translator)
            translators.append(translator)
    app.setProperty(_SPOKEN, translators)


def _ours(language: str) -> Path:
    return FOLDER / f"shoplark_{language}.qm"


def _qts(language: str) -> Path:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # Qt names its file after the locale, some of ours after the language alone: zh is zh_CN.
    names = (language, QLocale(language).name(), language[:2])
    files = [folder / f"qtbase_{name}.qm" for name in names]
    return next((file for file in files if file.exists()), files[0])
