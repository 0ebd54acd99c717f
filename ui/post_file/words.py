"""The words for files of posts: what their columns hold, and what is wrong with a file or a row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.post_file.values import CheckedRow, Column, FileProblem, Trouble, Wrong
from widgets.isolates import isolated


def column_words(column: Column) -> str:
    translate = QCoreApplication.translate
    return {
        Column.IGNORED: translate("Import", "Leave out"),
        Column.TEXT: translate("Import", "Words"),
        Column.DATE: translate("Import", "Day"),
        Column.TIME: translate("Import", "Hour"),
        Column.DATE_TIME: translate("Import", "Day and hour"),
        Column.ZONE: translate("Import", "Time zone"),
        Column.PICTURE: translate("Import", "Picture file"),
        Column.ALT_TEXT: translate("Import", "Picture description"),
        Column.LINK: translate("Import", "Link"),
        Column.KIND: translate("Import", "Kind of post"),
    }[column]


def encoding_words() -> dict[str, str]:
    """By Python's name for it; the names are those that spreadsheets show."""
    translate = QCoreApplication.translate
    return {
        "utf-8-sig": translate("Import", "Unicode (UTF-8)"),
        "utf-16": translate("Import", "Unicode (UTF-16)"),
        "cp1252": translate("Import", "Western European"),
        "cp1256": translate("Import", "Arabic and Persian"),
        "cp932": translate("Import", "Japanese (Shift JIS)"),
        "gb18030": translate("Import", "Chinese, simplified (GB 18030)"),
        "big5": translate("Import", "Chinese, traditional (Big5)"),
    }


def delimiter_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        ",": translate("Import", "Comma ,"),
        ";": translate("Import", "Semicolon ;"),
        "\t": translate("Import", "Tab"),
        "|": translate("Import", "Upright line |"),
    }


def file_words(problem: FileProblem) -> str:
    translate = QCoreApplication.translate
    return {
        FileProblem.FOLDER: translate("Import", "This is a folder. Choose the file in it."),
        FileProblem.UNREADABLE: translate(
            "Import", "This file cannot be opened. Look whether it is still there and yours."
        ),
        FileProblem.EMPTY: translate("Import", "There is nothing in this file."),
        FileProblem.ONLY_HEADING: translate(
            "Import", "This file has a heading and no post below it."
        ),
        FileProblem.TOO_BIG: translate(
            "Import", "This file is larger than 64 MB. Part it and bring in one after the other."
        ),
        FileProblem.SPREADSHEET: translate(
            "Import",
            "This is a spreadsheet. In your spreadsheet program choose Save as, then CSV, and "
            "bring in that file.",
        ),
        FileProblem.NO_TABLE: translate("Import", "This file holds no table of posts."),
    }[problem]


def wrong_words(wrong: Wrong) -> str:
    translate = QCoreApplication.translate
    said = {
        Trouble.BROKEN: translate("Import", "A quotation mark in this row is not closed"),
        Trouble.NO_WORDS: translate("Import", "No words and no picture"),
        Trouble.FORMULA: translate(
            "Import", "This is a formula or its error. Save the file with the words it shows"
        ),
        Trouble.NO_TIME: translate("Import", "No time"),
        Trouble.BAD_TIME: translate("Import", "This time cannot be read: {what}"),
        Trouble.UNKNOWN_ZONE: translate("Import", "No such time zone: {what}"),
        Trouble.PAST: translate("Import", "This time is past"),
        Trouble.NO_SLOT: translate("Import", "No free slot within a year"),
        Trouble.TWICE: translate("Import", "The same words as row {number}"),
        Trouble.DUPLICATE: translate(
            "Import", "The same words wait in the queue or went out in the last 90 days"
        ),
        Trouble.NO_PICTURE: translate("Import", "Picture not found: {what}"),
        Trouble.BAD_PICTURE: translate("Import", "This picture cannot be used: {what}"),
        Trouble.TOO_MANY_PICTURES: translate("Import", "More than four pictures"),
    }
    if wrong.trouble is Trouble.TOO_LONG:
        over = wrong.number
        return QCoreApplication.translate("Import", "Too long by %Ln characters", "", over)
    what = isolated(wrong.what) if len(wrong.what) <= 60 else isolated(wrong.what[:59] + "…")
    number = QLocale().toString(wrong.number)
    return said[wrong.trouble].replace("{what}", what).replace("{number}", number)


def row_words(row: CheckedRow) -> str:
    """All that is wrong with it, in one sentence; "" for one that is ready."""
    return " · ".join(map(wrong_words, row.wrong))
