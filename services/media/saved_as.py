"""A picture's bytes as the ending of their file says."""

from __future__ import annotations

from pathlib import Path

_JPEG_ENDINGS = (".jpg", ".jpeg")
_PNG_HEAD = b"\x89PNG"
_JPEG_HEAD = b"\xff\xd8"


def saved_as(data: bytes, path: Path) -> bytes:
    """The same bytes where they fit the ending, or it is none that we know. May raise BadImage."""
    from services.media import images
    from services.media.fitting import BEST_QUALITY

    ending = path.suffix.lower()
    if ending in _JPEG_ENDINGS and not data.startswith(_JPEG_HEAD):
        return images.to_jpeg(images.on_white(images.load(data, path)), BEST_QUALITY)
    if ending == ".png" and not data.startswith(_PNG_HEAD):
        return images.to_png(images.load(data, path))
    return data
