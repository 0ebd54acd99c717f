"""What comes from the clipboard or by a drop: pictures, or words that a post can hold."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

# Half pairs and the first row cannot be kept or sent; U+FDD0 and U+FDD1 are Qt's own marks inside
# a document.
_MARKS = ("\x00", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ufdd1")
_UNUSABLE = "[\x00\ufeff\ufffe\uffff\ud800-\udfff\ufdd0\ufdd1]"
_PAIR = "[\ud800-\udbff][\udc00-\udfff]"


def pictures_in(source: QMimeData) -> tuple[Path | bytes, ...]:
    """Files of this computer, or the picture of a clipboard that holds no words.

    Whether a file is a picture is not told by its name: whoever opens it says so.
    """
    files = tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
    if files:
        return files
    if source.hasFormat("text/plain") or not source.hasImage():
        return ()
    ready = source.data("image/png")
    return (bytes(ready.data()),) if ready.size() else _as_png(source.imageData())


def _as_png(image: object) -> tuple[bytes, ...]:
    if not isinstance(image, QImage) or image.isNull():
        return ()
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Not QImage.save: PySide6 refuses bytes there as a format, against its own stubs.
    QImageWriter(buffer, b"png").write(image)
    return (bytes(buffer.data().data()),)


def usable(text: str) -> tuple[str, int]:
    """The text without what no post can hold, and how much that was."""
    if _is_usable(text):
        return text, 0
    return re.subn(_UNUSABLE, "", re.sub(_PAIR, _join, text))


def _is_usable(text: str) -> bool:
    """As nearly every text is: found out without the patterns, which take a while to compile."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return not any(mark in text for mark in _MARKS)


def _join(match: re.Match[str]) -> str:
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
