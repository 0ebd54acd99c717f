from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from ui.languages import _qts, speak, spoken


@pytest.mark.parametrize("language", ["es", "ar", "fa", "ja", "zh", "zh_CN", "es_MX"])
def test_qt_has_words_of_its_own(language: str) -> None:
    assert _qts(language).exists()


def test_one_and_many_in_english(qapp: QApplication) -> None:
    speak(qapp, "en")
    left = [
        QCoreApplication.translate("CounterRing", "%n characters left", "", count)
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


def test_what_was_asked_for_is_spoken() -> None:
    assert spoken("fa") == "fa"
    assert spoken("") in ("en", QLocale.system().name(), QLocale.system().name()[:2])
