"""The dialog in which the owner chooses picture files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "avif", "bmp", "tif", "tiff", "heic", "heif")
"""The last two cannot be read on every computer, and are shown so that the owner is told, not left
to search."""


_VIDEOS = ("mp4", "mov", "m4v")


def picture_dialog(
    over: QWidget, title: str, *, several: bool = False, videos: bool = False
) -> QFileDialog:
    """Not yet open: connect `filesSelected` first. It begins in the folder of pictures."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(over, title)
    mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    dialog.setFileMode(mode)
    endings = (*_ENDINGS, *_VIDEOS) if videos else _ENDINGS
    kinds = (
        translate("PictureFiles", "Pictures and videos")
        if videos
        else translate("PictureFiles", "Pictures")
    )
    shown = " ".join(f"*.{ending}" for ending in endings)
    dialog.setNameFilter(f"{kinds} ({shown})")
    dialog.setDirectory(picture_folder())
    return dialog


def picture_folder() -> str:
    """The system's own folder of pictures, whether it is there yet or not."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
