"""What was done to a picture on its way into the store: for the owner, who brought another one."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from services.errors import BadImage
from services.media import images
from services.media.pictures import Picture

_CAMERA = (0x010F, 0x0110, 0x8825, 0x8769)
"""Exif's maker, model, place, and the camera's own table."""
_MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
_LIGHTER = 0.9


class Change(Enum):
    """In the order in which they are told."""

    SMALLER = "smaller"
    """Fewer pixels."""
    LIGHTER = "lighter"
    """Fewer bytes for the same pixels, by coding it anew."""
    OTHER_KIND = "other_kind"
    """Another format than it came in."""
    COLOURS = "colours"
    CLEANED = "cleaned"
    """It told of its place or camera, and does not any more."""


def changes_of(data: bytes, path: Path, kept: Picture) -> frozenset[Change]:
    """`data` as it came; it is not decoded. Empty where nothing was done, or nothing is known."""
    try:
        facts = images.facts_of(data, path)
        with images.opened(data, path) as image:
            profile = image.info.get("icc_profile") or b""
            told = any(tag in image.getexif() for tag in _CAMERA)
    except (BadImage, SyntaxError, ValueError, OSError, KeyError):
        return frozenset()
    smaller = max(facts.width, facts.height) > max(kept.width, kept.height)
    other = _MIMES.get(facts.format) != kept.mime
    lighter = not (smaller or other) and kept.bytes < len(data) * _LIGHTER and not told
    anew = smaller or other or lighter or facts.turned
    wide = facts.mode == "CMYK" or bool(profile and b"sRGB" not in profile)
    found = {
        Change.SMALLER: smaller,
        Change.LIGHTER: lighter and len(data) > 4_000_000,
        Change.OTHER_KIND: other,
        Change.COLOURS: anew and wide,
        Change.CLEANED: told,
    }
    return frozenset(change for change, done in found.items() if done)
