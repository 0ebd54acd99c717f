"""The words for files of posts: what their columns hold, how they are read, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.post_file.values import Column, FileProblem


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
