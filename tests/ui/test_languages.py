from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication

from ui import languages
from ui.languages import _qts, formats, speak, spoken, system_place
from ui.when import day_month


@pytest.mark.parametrize("language", ["es", "ar", "fa", "ja", "zh", "zh_CN", "es_MX"])
def test_qt_has_words_of_its_own(language: str) -> None:
    assert _qts(language).exists()


def test_one_and_many_in_english(qapp: QApplication) -> None:
    speak(qapp, "en")
    left = [
        QCoreApplication.translate("CounterRing", "%Ln characters left", "", count)
        for count in (1, 2)
    ]
    assert left == ["1 character left", "2 characters left"]


def test_another_language_leaves_nothing_of_the_one_before(
    qapp: QApplication,
) -> None:
    """A translator that stays would speak wherever the new language has no word."""
    speak(qapp, "ar")
    assert QLocale().name() == "ar_EG"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "ألغِ"
    speak(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def wishes(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    class System:
        @staticmethod
        def uiLanguages() -> list[str]:  # noqa: N802 (Qt's name)
            return list(names)

    monkeypatch.setattr(languages.QLocale, "system", System)


def test_what_was_asked_for_is_spoken() -> None:
    assert spoken("fa") == "fa"


def test_the_first_wish_that_is_translated_is_spoken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for code in ("en", "es", "zh_TW"):
        (tmp_path / f"shoplark_{code}.qm").touch()
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    wishes(monkeypatch, "pt-PT", "pt", "es-ES", "en")
    assert spoken("") == "es"
    wishes(monkeypatch, "zh-TW", "zh")
    assert spoken("") == "zh_TW"
    wishes(monkeypatch, "hu-HU")
    assert spoken("") == "en"


@pytest.mark.parametrize(
    ("language", "lives", "day", "hour", "first"),
    [
        ("en", "en_GB", "24 November", "17:30", Qt.DayOfWeek.Monday),
        ("en", "en_US", "November 24", "5:30 PM", Qt.DayOfWeek.Sunday),
        ("en", "en_IN", "24 November", "5:30 pm", Qt.DayOfWeek.Sunday),
        # Qt has an English of Portugal, and none of Brazil, Mexico and Hungary's neighbour.
        ("en", "pt_PT", "24 November", "17:30", Qt.DayOfWeek.Sunday),
        ("en", "pt_BR", "24 November", "17:30", Qt.DayOfWeek.Monday),
        ("en", "es_MX", "24 November", "5:30 pm", Qt.DayOfWeek.Monday),
        ("en", "de_DE", "24 November", "17:30", Qt.DayOfWeek.Monday),
        ("en", "C", "November 24", "5:30 PM", Qt.DayOfWeek.Sunday),
        ("ar", "en_GB", "٢٤ نوفمبر", "٥:٣٠ م", Qt.DayOfWeek.Saturday),
        ("fa", "fa_IR", "۲۴ نوامبر", "۱۷:۳۰", Qt.DayOfWeek.Saturday),
        ("ja", "pt_PT", "11月24日", "17:30", Qt.DayOfWeek.Sunday),
    ],
)
def test_formats_are_of_the_place_and_words_of_the_language(
    qapp: QApplication, language: str, lives: str, day: str, hour: str, first: Qt.DayOfWeek
) -> None:
    locale = formats(language, QLocale(lives))
    assert day_month(locale, QDate(2026, 11, 24), long=True) == day
    shown = locale.toString(QTime(17, 30), QLocale.FormatType.ShortFormat)
    assert " ".join(shown.split()) == hour
    assert locale.firstDayOfWeek() is first
    assert locale.language() is QLocale(language).language()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="POSIX names it in variables")
@pytest.mark.parametrize(
    ("variables", "name"),
    [
        ({"LANG": "en_US.UTF-8", "LC_TIME": "pt_PT.UTF-8"}, "pt_PT"),
        ({"LANG": "en_GB.UTF-8"}, "en_GB"),
        ({"LC_ALL": "fa_IR", "LC_TIME": "pt_PT.UTF-8"}, "fa_IR"),
        ({"LANG": "C.UTF-8"}, "C"),
        ({}, "C"),
    ],
)
def test_the_place_is_where_times_are_written(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], name: str
) -> None:
    for each in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(each, raising=False)
    for each, value in variables.items():
        monkeypatch.setenv(each, value)
    assert system_place().name() == name


def test_without_a_place_every_computer_writes_alike(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert QLocale() == QLocale("en_US")
    speak(qapp, "en", formats=QLocale("en_GB"))
    assert QLocale().name() == "en_GB"
