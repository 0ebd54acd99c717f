"""What is wrong with the braces of a snippet or template, in a sentence that says where."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.text.fill_ins import Broken, Fault, read

_AROUND = 12
"""Signs that are shown from the brace on."""


def fault_words(text: str, locale: QLocale) -> str:
    """Of the first broken brace; empty when all are well."""
    broken = read(text).broken
    return _sentence(text, broken[0], locale) if broken else ""


def _sentence(text: str, broken: Broken, locale: QLocale) -> str:
    line = text.count("\n", 0, broken.start) + 1
    rest = " ".join(text[broken.start :].split())
    shown = rest[:_AROUND] + ("…" if len(rest) > _AROUND else "")
    if broken.fault is Fault.UNCLOSED:
        words = QCoreApplication.translate(
            "BraceWords", "Line {line}: nothing closes the brace in “{words}”."
        )
    elif broken.fault is Fault.EMPTY:
        words = QCoreApplication.translate(
            "BraceWords", "Line {line}: no name stands between the braces in “{words}”."
        )
    else:
        words = QCoreApplication.translate(
            "BraceWords", "Line {line}: a brace closes what was never opened, at “{words}”."
        )
    return words.format(line=locale.toString(line), words=shown)
