"""What comes from the clipboard or by a drop: pictures, or words that a post can hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from widgets.pasted_web import Shown

# Half pairs and the first row cannot be kept or sent; U+FDD0 and U+FDD1 are Qt's own marks inside
# a document.
_MARKS = ("\x00", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ufdd1")
_UNUSABLE = "[\x00\ufeff\ufffe\uffff\ud800-\udfff\ufdd0\ufdd1]"
_PAIR = "[\ud800-\udbff][\udc00-\udfff]"

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
"""How Qt calls what only Windows knows, or a program on Windows."""
_AS_IT_CAME = (
    "application/octet-stream",
    _WINDOWS.format("FileContents"),
    _WINDOWS.format("FileContents") + ";index=0",
    "image/jpeg",
    "image/webp",
    "image/gif",
    "image/png",
)
"""A picture's own bytes, the best first: Chromium drags the file itself, and copies a PNG."""
_PROMISED = "application/x-moz-file-promise-url"
_PAGE = "chromium/x-source-url"
_SITE = "chromium/x-renderer-taint"
"""Of a drag, where the page itself is not told: what is read relative to it may be wrong."""


class Linked(NamedTuple):
    """A picture of a web page, and what the page said of it.

    `given` are its bytes, empty where the browser gave none. `larger`: `address` leads to a larger
    one than was given, so that `given` is used only when that cannot be had.
    """

    address: str
    page: str = ""
    words: str = ""
    given: bytes = b""
    larger: bool = False


Offered = Path | bytes | Linked
"""A file or folder of this computer, a picture's bytes, or a web page's picture."""


def pictures_in(source: QMimeData, *, beside_words: bool = False) -> tuple[Offered, ...]:
    """Files of this computer, or pictures where they stand for themselves.

    What has words of its own, as a piece of a page or a sheet's cells, is words, but with
    `beside_words`. Whether a file is a picture is not told by its name: whoever opens it says so.
    """
    files = tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
    if files:
        return files
    page = _text(source, _PAGE)
    shown = _shown(source, page or _text(source, _SITE))
    if not beside_words and _has_words(source, shown):
        return ()
    ready = _ready(source)
    if shown is not None and shown.pictures:
        return _of_page(shown, page, ready)
    address = _named(source, beside_words=beside_words)
    if address:
        return (Linked(address, page, "", ready),)
    return (ready,) if ready else ()


def holds_pictures(source: QMimeData, *, beside_words: bool = False) -> bool:
    """Whether `pictures_in` would find any, without reading them: for what only passes over."""
    if any(url.isLocalFile() for url in source.urls()):
        return True
    shown = _shown(source, "")
    if not beside_words and _has_words(source, shown):
        return False
    there = source.hasImage() or bool(_named(source, beside_words=beside_words))
    return there or bool(shown is not None and shown.pictures)


def _shown(source: QMimeData, page: str) -> Shown | None:
    if not source.hasHtml():
        return None
    from widgets.pasted_web import shown_in

    return shown_in(source.html(), page)


def _has_words(source: QMimeData, shown: Shown | None) -> bool:
    """A browser gives the address of a lone picture, or of its link, as plain text beside it."""
    if shown is not None and shown.pictures and not shown.has_words:
        return False
    if not source.hasFormat("text/plain"):
        return False
    text = source.text().strip()
    return not any(text in (url.toString(), url.toEncoded()) for url in source.urls())


def _of_page(shown: Shown, page: str, ready: bytes) -> tuple[Offered, ...]:
    from widgets.pasted_web import data_of

    found: list[Offered] = []
    alone = len(shown.pictures) == 1
    for tag in shown.pictures:
        given = data_of(tag.address) or (ready if alone else b"")
        address = "" if tag.address.startswith("data:") else tag.address
        if given or address:
            found.append(Linked(address, page, tag.words, given, tag.larger))
    return tuple(found)


def _ready(source: QMimeData) -> bytes:
    from widgets.pasted_web import MOST_BYTES

    for form in _AS_IT_CAME:
        if source.hasFormat(form):
            data = bytes(source.data(form).data())
            if data and len(data) <= MOST_BYTES:
                return data
    return _as_png(source.imageData()) if source.hasImage() else b""


def _named(source: QMimeData, *, beside_words: bool) -> str:
    """The address of a picture of which no page says more.

    Links that merely end like a picture are words where words are wanted.
    """
    from widgets.pasted_web import is_web, names_picture, wide

    if source.hasFormat(_PROMISED):
        promised = wide(bytes(source.data(_PROMISED).data()))
        if is_web(promised):
            return promised
    if not beside_words:
        return ""
    addresses = [url.toString() for url in source.urls()] or [source.text().strip()]
    return next((each for each in addresses if names_picture(each)), "")


def _text(source: QMimeData, form: str) -> str:
    for each in (form, _WINDOWS.format(form)):
        if source.hasFormat(each):
            data = bytes(source.data(each).data())
            return data.decode("utf-8", "replace").strip("\0 \r\n")
    return ""


def _as_png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Not QImage.save: PySide6 refuses bytes there as a format, against its own stubs.
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


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
