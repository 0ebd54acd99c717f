"""Which language the program speaks, and Qt's translators and the formats that go with it.

The words follow what was translated; dates, hours and numbers follow the place the owner lives in.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"
SOURCE = "en"
_SPOKEN = "translators"
"""The application's property that holds them: searching its children takes PySide some ms."""


def spoken(asked: str) -> str:
    """`asked` if any, else the first of the owner's languages that Shoplark speaks, or English."""
    if asked:
        return asked
    wished = [name.replace("-", "_") for name in QLocale.system().uiLanguages()]
    codes = (code for name in wished for code in (name, name.partition("_")[0]))
    return next((code for code in codes if _ours(code).exists()), SOURCE)


def system_place() -> QLocale:
    """Where the owner lives, by the system. "C" where nothing is set.

    POSIX names it in the environment, the times' own place before the words'. Elsewhere it is Qt's
    own system locale, which knows the switches of Windows and macOS (24 hours, order of a date).
    """
    if not sys.platform.startswith("linux"):
        return QLocale.system()
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    return QLocale(next((name for name in names if name), "C"))


def formats(language: str, place: QLocale) -> QLocale:
    """How a window in `language` writes dates, hours and numbers for an owner who lives there.

    Never words of another language: an English window in Portugal writes "17:30" and "Friday".
    """
    own = QLocale(language)
    if place.language() == QLocale.Language.C or "_" in language:
        return own
    if place.language() == own.language():
        return place
    there = QLocale(own.language(), place.territory())
    if there.territory() == place.territory():
        return there
    return _nearest_english(place) if own.language() == QLocale.Language.English else own


def _nearest_english(place: QLocale) -> QLocale:
    """Of the English that nobody's country has: day first in both, and the clock of the place."""
    short, clock = (
        write(QLocale.FormatType.ShortFormat) for write in (place.dateFormat, place.timeFormat)
    )
    if "d" in short and short.find("M") < short.find("d") and not short.startswith("y"):
        return QLocale(SOURCE)
    return QLocale("en_001" if "a" in clock.casefold() else "en_150")


def offered() -> tuple[tuple[str, str], ...]:
    """(code, its own name) of each language that Shoplark speaks."""
    codes = sorted(file.stem.removeprefix("shoplark_") for file in FOLDER.glob("shoplark_*.qm"))
    return tuple((code, QLocale(code).nativeLanguageName() or code) for code in codes)


def speak(app: QApplication, language: str, *, formats: QLocale | None = None) -> None:
    """Dates, numbers and Qt's own words follow at once, ours for what is built afterwards.

    `formats` are the language's own where none are given: the same on every computer.
    """
    QLocale.setDefault(formats or QLocale(language))
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
