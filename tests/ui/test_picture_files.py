"""The dialog for pictures: what it shows, and that what is chosen arrives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from services.media.sniff import READ
from ui.picture_files import picture_dialog


@pytest.mark.parametrize("several", [False, True])
def test_it_takes_one_or_several_that_exist(qtbot: QtBot, several: bool) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = picture_dialog(over, "Choose", several=several)
    wanted = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    assert dialog.fileMode() is wanted
    assert dialog.windowTitle() == "Choose"
    assert not dialog.isVisible()


def test_every_format_that_is_read_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    (shown,) = picture_dialog(over, "Choose").nameFilters()
    endings = set(shown.partition("(")[2].rstrip(")").split())
    wanted = {f"*.{name.lower()}" for name in READ}
    assert wanted | {"*.jpg", "*.tif", "*.heic"} <= endings
