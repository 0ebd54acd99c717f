"""The dialog in which the owner chooses picture files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "avif", "bmp", "tif", "tiff", "heic", "heif")
"""The last two cannot be read on every computer, and are shown so that the owner is told, not left
to search."""


def picture_dialog(over: QWidget, title: str, *, several: bool = False) -> QFileDialog:
    """Not yet open: connect `filesSelected` first. It begins in the folder of pictures."""
    dialog = QFileDialog(over, title)
    mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    dialog.setFileMode(mode)
    shown = " ".join(f"*.{ending}" for ending in _ENDINGS)
    dialog.setNameFilter(QCoreApplication.translate("PictureFiles", "Pictures") + f" ({shown})")
    dialog.setDirectory(picture_folder())
    return dialog


def picture_folder() -> str:
    """The system's own folder of pictures, whether it is there yet or not."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
