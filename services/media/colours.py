"""Whatever colours a picture is kept in become sRGB, as screens show them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from services.media import icc

if TYPE_CHECKING:
    from PIL import Image

MOST_PROFILE_BYTES = 20_000_000
"""A larger one is not even tried: its picture's colours stay as they are."""
_SHADES = 65_536
_ROWS = 512
"""So many rows at a time, where numbers larger than a byte are brought down to one."""


def in_srgb(image: Image.Image) -> Image.Image:
    """RGB or RGBA. `image` may be changed in place."""
    profile = image.info.get("icc_profile")
    image = plain(image)
    if image.mode == "LAB":
        from PIL import ImageCms

        return _by_profile(image, ImageCms.createProfile("LAB"), "RGB")
    wanted = "RGBA" if image.mode in ("RGBA", "LA") else "RGB"
    if not isinstance(profile, bytes) or len(profile) > MOST_PROFILE_BYTES:
        profile = b""
    if profile and not icc.is_srgb(profile):
        return _by_profile(image, BytesIO(profile), wanted)
    return image if image.mode == wanted else image.convert(wanted)


def halved(image: Image.Image) -> Image.Image:
    """At half its width and height, a band at a time: a whole second one would not fit beside it.

    In the modes of `plain`, with its colour profile, not yet in sRGB.
    """
    from PIL import Image

    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image)
    half = (image.width + 1) // 2, (image.height + 1) // 2
    out: Image.Image | None = None
    for top in range(0, image.height, _ROWS):
        band = image.crop((0, top, image.width, min(top + _ROWS, image.height)))
        band = plain(band).reduce(2)
        out = out or Image.new(band.mode, half)
        out.paste(band, (0, top // 2))
    if out is None:
        raise ValueError("no rows")
    if profile := image.info.get("icc_profile"):
        out.info["icc_profile"] = profile
    return out


def plain(image: Image.Image) -> Image.Image:
    """RGB, RGBA, L, LA, LAB or CMYK of whatever Pillow opened."""
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    if image.mode in ("RGBA", "CMYK", "LAB", "LA"):
        return image
    if image.mode in ("PA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 or 32 bits, or of broken numbers: the range it uses decides what is white."""
    from PIL import Image

    white = _white(image)
    hole = image.info.get("transparency")
    seen: list[int] = []
    if image.mode.startswith("I;16") and isinstance(hole, int) and 0 <= hole < _SHADES:
        seen = [255] * _SHADES
        seen[hole] = 0
    out = Image.new("LA" if seen else "L", image.size)
    for top in range(0, image.height, _ROWS):
        band = image.crop((0, top, image.width, min(top + _ROWS, image.height)))
        shades = band.convert("F").point(lambda value: value * (255 / white) + 0.0).convert("L")
        if seen:
            shades.putalpha(band.convert("I").point(seen, "L"))
        out.paste(shades, (0, top))
    if profile := image.info.get("icc_profile"):
        out.info["icc_profile"] = profile
    return out


def _white(image: Image.Image) -> float:
    if image.mode.startswith("I;16"):
        return 65_535.0
    highest = image.getextrema()[1]
    if not isinstance(highest, int | float) or not 0 < highest < float("inf"):
        return 1.0
    return next((white for white in (1.0, 255.0, 65_535.0) if highest <= white), float(highest))


def _by_profile(image: Image.Image, profile: Any, wanted: str) -> Image.Image:
    """Its colours as they are where the profile is broken, or is for another kind of picture."""
    from PIL import ImageCms

    alpha = image.getchannel("A") if image.mode == "LA" else None
    source = image.getchannel("L") if alpha else image
    mode = wanted if source.mode == "RGBA" else "RGB"
    try:
        if isinstance(profile, BytesIO):
            profile = ImageCms.ImageCmsProfile(profile)
        same = source.mode == mode
        turned = ImageCms.profileToProfile(
            source, profile, ImageCms.createProfile("sRGB"), outputMode=mode, inPlace=same
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert(wanted)
    turned = source if turned is None else turned
    if alpha:
        turned.putalpha(alpha)
    return turned
