"""What of a post lies on the clipboard: its words or its pictures, for it holds one thing alone."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

_MARK = "application/x-shoplark-post"
"""Says whose it is and which of the two, to us alone: others paste the words or the pictures."""


class Lies(Enum):
    NOTHING = "nothing"
    """Of this post, that is: whatever else is there is the owner's."""
    WORDS = "words"
    PICTURES = "pictures"


def put_words(post_id: str, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    _put(post_id, Lies.WORDS, data)


def put_pictures(post_id: str, files: tuple[Path, ...], image: QImage | None) -> None:
    """As files; one alone as a picture, too, for what pastes no files."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    if image is not None and len(files) == 1:
        data.setImageData(image)
    _put(post_id, Lies.PICTURES, data)


def what_lies_there(post_id: str) -> Lies:
    data = QGuiApplication.clipboard().mimeData()
    mark = "" if data is None else bytes(data.data(_MARK).data()).decode("utf-8", "ignore")
    kind, _, whose = mark.partition(" ")
    known = whose == post_id and kind in (Lies.WORDS.value, Lies.PICTURES.value)
    return Lies(kind) if known else Lies.NOTHING


def _put(post_id: str, lies: Lies, data: QMimeData) -> None:
    data.setData(_MARK, f"{lies.value} {post_id}".encode())
    QGuiApplication.clipboard().setMimeData(data)
