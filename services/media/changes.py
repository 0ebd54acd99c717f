"""What was done to a picture on its way into the store: for the owner, who brought another one."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from services.errors import BadImage
from services.media import icc, images
from services.media.fitting import MOST_BYTES
from services.media.pictures import Picture

_CAMERA = (0x010F, 0x0110, 0x8825, 0x8769)
"""Exif's maker, model, place, and the camera's own table."""
_MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}


class Change(Enum):
    """In the order in which they are told."""

    SMALLER = "smaller"
    """Fewer pixels."""
    LIGHTER = "lighter"
    """Fewer bytes for the same pixels, by coding it anew."""
    OTHER_KIND = "other_kind"
    """Another format than it came in."""
    FILLED = "filled"
    """What was see-through is white: with it the picture has more than 5 MB."""
    COLOURS = "colours"
    CLEANED = "cleaned"
    """It told of its place or camera, and does not any more."""


def changes_of(data: bytes, path: Path, kept: Picture) -> frozenset[Change]:
    """`data` as it came; it is not decoded. Empty where nothing was done, or nothing is known."""
    try:
        facts = images.facts_of(data, path)
        with images.opened(data, path) as image:
            profile = image.info.get("icc_profile") or b""
            holes = image.has_transparency_data
            told = any(tag in image.getexif() for tag in _CAMERA)
    except (BadImage, SyntaxError, ValueError, OSError, KeyError):
        return frozenset()
    smaller = max(facts.width, facts.height) > max(kept.width, kept.height)
    other = _MIMES.get(facts.format) != kept.mime
    lighter = not (smaller or other) and len(data) > MOST_BYTES >= kept.bytes
    printed = facts.mode == "CMYK"
    anew = smaller or other or lighter or printed or facts.turned
    wide = printed or bool(profile and not icc.is_srgb(profile))
    found = {
        Change.SMALLER: smaller,
        Change.LIGHTER: lighter,
        Change.OTHER_KIND: other,
        Change.FILLED: holes and kept.mime == "image/jpeg",
        Change.COLOURS: anew and wide,
        Change.CLEANED: told,
    }
    return frozenset(change for change, done in found.items() if done)
